import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, errors, type Page } from '@playwright/test';
import { type ElectronRuntime, presentElectron } from '../../build/setup-electron.mjs';
import { type ProcessMark, processTree, waitForEnd } from './process-tree.ts';

export interface LaunchOptions {
  /** Settings folder of the program; a fresh one when left out. Two programs never share one at a time. */
  userData?: string;
  env?: Record<string, string>;
  args?: string[];
  runtime?: ElectronRuntime;
}

export interface RunningApp {
  app: ElectronApplication;
  page: Page;
  userData: string;
  /** Every process of the program now: main, page, GPU, helpers, data service, reader. */
  processes(): ProcessMark[];
  /** Closes as a person does and waits until no process is left; throws when one stays. Safe to call twice. */
  close(): Promise<void>;
}

export function installedElectron(): ElectronRuntime {
  const runtime = presentElectron();
  if (!runtime) throw new Error('There is no Electron here yet: run `npm test` or `npm run demo` once.');
  return runtime;
}

export function freshFolder(name: string): string {
  return mkdtempSync(path.join(os.tmpdir(), `tuduong-${name}-`));
}

/** A folder is removed only when nothing writes in it any more: otherwise the next start can fail to load. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** The environment without what would change how the program starts. */
export const cleanEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined &&
        !['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS', 'TUDUONG_DATA'].includes(entry[0]),
    ),
  );

/** A window that asks about something unsaved stays, and a test that failed half way answers no question. */
const CLOSE_MS = 20_000;

async function endAll(app: ElectronApplication, marks: ProcessMark[]): Promise<void> {
  await Promise.race([app.close(), new Promise((resolve) => setTimeout(resolve, CLOSE_MS).unref())]);
  const left = await waitForEnd(marks);
  for (const { pid } of left) process.kill(pid, 'SIGKILL');
  if (left.length > 0) {
    throw new Error(`Still running after the close:\n${left.map(({ command }) => command).join('\n')}`);
  }
}

/** Far more than a start takes, on two busy cores, too. */
const ATTACH_MS = 8_000;
const ATTACH_TRIES = 3;

/**
 * Playwright pauses the page while it attaches, and with Electron 25 about one launch in a hundred then waits for
 * ever, with the program itself in order (see devtools.ts); and a screen whose queue is full on a busy machine refuses
 * a program that starts ("Missing X server"). Such a launch is ended and done again.
 */
async function attach(options: Parameters<typeof _electron.launch>[0]): Promise<ElectronApplication> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await _electron.launch({ ...options, timeout: ATTACH_MS });
    } catch (error) {
      const passes = error instanceof errors.TimeoutError || String(error).includes('Missing X server');
      if (attempt === ATTACH_TRIES || !passes) throw error;
      process.stderr.write(`Playwright could not attach, attempt ${attempt}\n`);
      await waitForEnd(
        processTree(process.pid).filter(({ command }) => command.includes('--user-data-dir=')),
      );
    }
  }
}

/** Starts the built program in its real window. */
export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const { executable, args } = options.runtime ?? installedElectron();
  const userData = options.userData ?? freshFolder('user');
  const app = await attach({
    executablePath: executable,
    args: [...args, `--user-data-dir=${userData}`, ...(options.args ?? [])],
    env: { ...cleanEnvironment(), ...options.env },
  });
  const root = app.process().pid;
  if (root === undefined) throw new Error('Electron did not start');
  const processes = (): ProcessMark[] => processTree(root);
  let closing: Promise<void> | null = null;
  const page = await app.firstWindow();
  return {
    app,
    page,
    userData,
    processes,
    close: () => {
      closing ??= endAll(app, processes());
      return closing;
    },
  };
}
