import { execFileSync } from 'node:child_process';
import { randomBytes, scryptSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ElectronRuntime, electronForApp } from '../../build/setup-electron.mjs';
import { keyFilePath } from '../../db/auth/data-folder.ts';
import { readKeyFile } from '../../db/auth/key-file.ts';
import { pageNames } from '../../db/contract/vi/navigation.ts';
import { paintedScreen, startPlain } from '../helpers/devtools.ts';
import { freshFolder, installedElectron, removeFolder } from '../helpers/electron.ts';
import { treeMemoryMiB } from '../helpers/process-tree.ts';
import { describe, median } from './figures.ts';

const PASSWORD = 'mat-khau-do-toc-do';
const MEMBERS = 5000;

/** What settles after the last paint: fetched pages, collected garbage. */
const REST_MS = 3000;

interface Start {
  paintMs: number;
  memoryMiB: number;
}

interface Program {
  runtime: ElectronRuntime;
  userData: string;
  screen: string;
  env?: Record<string, string>;
}

/** The smallest program that shows a window, with the same Electron. */
function helloWorld(): ElectronRuntime {
  const folder = path.resolve('out', 'bench', 'hello');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"name":"hello","main":"main.js"}');
  writeFileSync(
    path.join(folder, 'main.js'),
    `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768 }).loadFile('index.html'));
app.on('window-all-closed', () => app.quit());
`,
  );
  writeFileSync(
    path.join(folder, 'index.html'),
    '<!doctype html><html data-screen="hello"><title>hello</title><h1>Hello, world</h1></html>',
  );
  return electronForApp(folder, 'hello');
}

function ops(args: string[]): void {
  execFileSync(process.execPath, [path.resolve('out', 'app', 'services', 'cli.cjs'), ...args], {
    env: { ...process.env, TUDUONG_PASSWORD: PASSWORD },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

interface Painted {
  screen: string;
  at: number;
}
const isPainted = (value: unknown): value is Painted =>
  typeof value === 'object' && value !== null && 'at' in value && typeof value.at === 'number';

async function measureStart({ runtime, userData, screen, env }: Program, rest: boolean): Promise<Start> {
  const program = startPlain({ runtime, userData, ...(env ? { env } : {}) });
  const painted = await program.ask(paintedScreen([screen]));
  if (!isPainted(painted)) throw new Error(`No time of the first paint: ${JSON.stringify(painted)}`);
  let memoryMiB = Number.NaN;
  if (rest) {
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    memoryMiB = treeMemoryMiB(program.pid);
  }
  await program.end();
  return { paintMs: painted.at - program.startedAt, memoryMiB };
}

/** Types the password, logs in, and resolves with the milliseconds until the first rows are painted. */
const loginToRows = `(async () => {
  location.hash = '#/officials';
  const field = document.querySelector('input[type=password]');
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, ${JSON.stringify(PASSWORD)});
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve, 300));
  const begun = performance.now();
  field.form.requestSubmit();
  const frame = () => new Promise(requestAnimationFrame);
  while (document.querySelectorAll('[role=row], tbody tr').length < 10) await frame();
  await frame();
  await frame();
  return { ms: performance.now() - begun, title: document.querySelector('h1')?.innerText ?? '' };
})()`;

async function measureLogin(program: Program): Promise<{ ms: number; memoryMiB: number }> {
  const started = startPlain({ ...program, env: program.env ?? {} });
  await started.ask(paintedScreen([program.screen]));
  // The person types meanwhile; the pages are fetched in that time.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const answer = await started.ask(loginToRows);
  if (typeof answer !== 'object' || answer === null || !('ms' in answer) || !('title' in answer)) {
    throw new Error(`No rows: ${JSON.stringify(answer)}`);
  }
  if (answer.title !== pageNames.officials) throw new Error(`Not the list of people: ${answer.title}`);
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  const memoryMiB = treeMemoryMiB(started.pid);
  await started.end();
  return { ms: Number(answer.ms), memoryMiB };
}

/** The key derivation of the login, with the parameters that the office's key file holds. */
function measureScrypt(dataFolder: string): number {
  const [slot] = readKeyFile(keyFilePath(dataFolder)).slots;
  if (!slot) throw new Error('The office has no key slot');
  const { N, r, p } = slot.scrypt;
  const parameters = { N, r, p, maxmem: 512 * 1024 * 1024 };
  const times = Array.from({ length: 5 }, () => {
    const begun = performance.now();
    scryptSync(PASSWORD, randomBytes(16), 32, parameters);
    return performance.now() - begun;
  });
  return median(times);
}

/**
 * Start and memory against a bare window of the same Electron, in alternating runs, and from the login to the
 * first rows of 5,000 people. The first run of each is not counted: it fills caches that later starts find.
 */
export async function benchStart([runsText = '12']: string[]): Promise<void> {
  const runs = Number(runsText);
  const folder = freshFolder('bench');
  const dataFolder = path.join(folder, 'data');
  const largeFolder = path.join(folder, 'large');
  try {
    ops(['init', '--data', dataFolder, '--office', 'Văn phòng Đảng ủy xã Sông Mây']);
    const hello: Program = { runtime: helloWorld(), userData: path.join(folder, 'hello'), screen: 'hello' };
    const ours: Program = {
      runtime: installedElectron(),
      userData: path.join(folder, 'ours'),
      screen: 'login',
      env: { TUDUONG_DATA: dataFolder },
    };
    const counted: { hello: Start[]; ours: Start[] } = { hello: [], ours: [] };
    for (let run = 0; run <= runs; run++) {
      const rest = run % 4 === 1;
      const pair = { hello: await measureStart(hello, rest), ours: await measureStart(ours, rest) };
      if (run === 0) continue;
      counted.hello.push(pair.hello);
      counted.ours.push(pair.ours);
    }
    const paints = (starts: Start[]): number[] => starts.map(({ paintMs }) => paintMs);
    const memory = (starts: Start[]): number[] =>
      starts.map(({ memoryMiB }) => memoryMiB).filter((value) => !Number.isNaN(value));
    const ratio = (of: (starts: Start[]) => number[]): string =>
      (median(of(counted.ours)) / median(of(counted.hello))).toFixed(2);
    console.log(`Start to first paint, hello world: ${describe(paints(counted.hello), 'ms')}`);
    console.log(`Start to login screen, ours:       ${describe(paints(counted.ours), 'ms')}`);
    console.log(`  ratio ${ratio(paints)} (goal <= 1.3)`);
    console.log(`Memory at rest, hello world:  ${describe(memory(counted.hello), 'MiB')}`);
    console.log(`Memory at rest, login screen: ${describe(memory(counted.ours), 'MiB')}`);
    console.log(`  ratio ${ratio(memory)} (goal <= 1.6)`);

    ops(['demo', '--data', largeFolder, '--members', String(MEMBERS), '--years', '1', '--people-only']);
    const logins: { ms: number; memoryMiB: number }[] = [];
    for (let run = 0; run < 5; run++) {
      logins.push(await measureLogin({ ...ours, env: { TUDUONG_DATA: largeFolder } }));
    }
    const ms = logins.map((login) => login.ms);
    console.log(`Login to the first rows of ${MEMBERS} people: ${describe(ms, 'ms')}`);
    console.log(`  of which scrypt: ${measureScrypt(largeFolder).toFixed(0)} ms`);
    const listMemory = logins.map(({ memoryMiB }) => memoryMiB);
    console.log(`Memory with that list open:   ${describe(listMemory, 'MiB')}`);
  } finally {
    removeFolder(folder);
  }
}
