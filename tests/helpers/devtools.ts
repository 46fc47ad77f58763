import { type ChildProcess, spawn } from 'node:child_process';
import { cleanEnvironment, type LaunchOptions } from './electron.ts';
import { type ProcessMark, processTree, waitForEnd } from './process-tree.ts';

/**
 * A start without Playwright: the program runs as a person starts it, and only looks at the page are taken over
 * Chromium's own debugging port. Playwright pauses every page while it attaches, which with Electron 25 on a
 * loaded machine leaves about one start in a hundred waiting for ever: too many where starts are counted.
 */
export interface PlainStart {
  /** Milliseconds since the epoch at which the process was started. */
  startedAt: number;
  pid: number;
  /** Evaluates an expression in the page, waits for its promise; rejects after `ms`. */
  ask(expression: string, ms?: number): Promise<unknown>;
  /** Asks the program to end, as the system does at log-off; returns what had to be killed. */
  end(): Promise<ProcessMark[]>;
}

interface Target {
  type: string;
  webSocketDebuggerUrl?: string;
}

const POLL_MS = 20;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Reads "DevTools listening on ws://127.0.0.1:40000/..." and keeps the pipe flowing. */
function debuggingHost(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stderr?.on('data', (bytes) => {
      text = (text + String(bytes)).slice(-20_000);
      const host = /DevTools listening on ws:\/\/([^/]+)/.exec(text)?.[1];
      if (host) resolve(host);
    });
    child.once('exit', (code) => reject(new Error(`The program ended with ${code}: ${text}`)));
  });
}

async function pageSocket(host: string): Promise<WebSocket> {
  for (;;) {
    const targets = (await (await fetch(`http://${host}/json/list`)).json()) as Target[];
    const url = targets.find(({ type }) => type === 'page')?.webSocketDebuggerUrl;
    if (url) {
      const socket = new WebSocket(url);
      await new Promise((resolve, reject) => {
        socket.onopen = resolve;
        socket.onerror = reject;
      });
      return socket;
    }
    await wait(POLL_MS);
  }
}

function evaluate(socket: WebSocket, expression: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    socket.onmessage = ({ data }) => {
      const { id, result, error } = JSON.parse(String(data)) as {
        id?: number;
        result?: { result?: { value?: unknown }; exceptionDetails?: { text: string } };
        error?: { message: string };
      };
      if (id !== 1) return;
      const problem = error?.message ?? result?.exceptionDetails?.text;
      if (problem) reject(new Error(problem));
      else resolve(result?.result?.value);
    };
    socket.onclose = () => reject(new Error('The page went away'));
    const params = { expression, awaitPromise: true, returnByValue: true };
    socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }));
  });
}

/** The page is exchanged while it loads, and with it the promise that was asked of it: ask again. */
async function askUntilAnswered(host: Promise<string>, expression: string): Promise<unknown> {
  for (;;) {
    const socket = await pageSocket(await host);
    try {
      return await evaluate(socket, expression);
    } catch {
      await wait(POLL_MS);
    } finally {
      socket.close();
    }
  }
}

export function startPlain(
  options: Required<Pick<LaunchOptions, 'runtime' | 'userData'>> & LaunchOptions,
): PlainStart {
  const { runtime, userData, args = [], env = {} } = options;
  if (typeof WebSocket === 'undefined') throw new Error('This needs Node 22 or later: use `npm test`.');
  const startedAt = performance.timeOrigin + performance.now();
  const child = spawn(
    runtime.executable,
    ['--remote-debugging-port=0', ...runtime.args, `--user-data-dir=${userData}`, ...args],
    { env: { ...cleanEnvironment(), ...env }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const { pid } = child;
  if (pid === undefined) throw new Error(`${runtime.executable} did not start`);
  const host = debuggingHost(child);
  host.catch(() => {}); // Told by the question that waits for it.
  return {
    startedAt,
    pid,
    ask: (expression, ms = 20_000) => {
      let timer: NodeJS.Timeout | undefined;
      const tooLate = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new Error(`No answer in ${ms} ms: ${expression}`)), ms);
      });
      return Promise.race([askUntilAnswered(host, expression), tooLate]).finally(() => clearTimeout(timer));
    },
    end: async () => {
      const marks = processTree(pid);
      child.kill('SIGTERM');
      const left = await waitForEnd(marks);
      for (const mark of left) process.kill(mark.pid, 'SIGKILL');
      return left;
    },
  };
}

/**
 * Waits in the page until its screen is one of `screens` and has been painted.
 * Gives the name of the screen and the time of that paint, in milliseconds since the epoch.
 */
export const paintedScreen = (screens: readonly string[]): string => `new Promise((resolve) => {
  const look = () => {
    const { screen } = document.documentElement.dataset;
    if (!${JSON.stringify(screens)}.includes(screen)) return requestAnimationFrame(look);
    requestAnimationFrame(() => requestAnimationFrame(() =>
      resolve({ screen, at: performance.timeOrigin + performance.now() })));
  };
  look();
})`;
