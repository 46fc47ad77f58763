import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { PASSWORD } from './office.ts';

const CLI = resolve('out/app/services/cli.cjs');

export interface OpsResult {
  code: number | null;
  stdout: string;
  stderr: string;
  /** The JSON on stdout. */
  json(): unknown;
}

/** Runs the built command line as its own process, as `npm run --silent ops -- ...` does. */
export function ops(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<OpsResult> {
  if (!existsSync(CLI)) throw new Error(`${CLI} is missing: run "npm run build" first`);
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { ...process.env, TUDUONG_PASSWORD: PASSWORD, TUDUONG_USER: '', ...environment },
  });
  const collected = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    collected.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    collected.stderr += text;
  });
  return new Promise((resolveRun, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolveRun({ code, ...collected, json: () => JSON.parse(collected.stdout) }));
  });
}
