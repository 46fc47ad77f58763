import { AppError } from '../../db/contract/errors.ts';
import type { MethodName } from '../../db/contract/method-list.ts';
import type { FromService } from '../../db/contract/wire.ts';
import { log, logError, logServiceOutput } from './log.ts';
import type { ServiceChannel, ServiceListeners } from './services.ts';

export type ServiceState = 'up' | 'restarting' | 'gone';

export interface CallOptions {
  token: string | null;
  onProgress?: ((done: number, total: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

export interface DataService {
  /**
   * Starts the process, once. The first call does it by itself: until the page asks for something the processor
   * belongs to the page, and the login form stands on the screen sooner.
   */
  start(): void;
  /** Resolves with the method's output; rejects with AppError (SERVICE_UNAVAILABLE when the service dies). */
  call(method: MethodName, input: unknown, options: CallOptions): Promise<unknown>;
  state(): ServiceState;
  /** The person asks for another try after the service was given up; the next call starts it. */
  revive(): void;
  pid(): number | undefined;
  /** Lets the service finish its writes and close the database, then ends it. Resolves when it is gone. */
  shutdown(): Promise<void>;
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: AppError): void;
  onProgress: CallOptions['onProgress'];
}

/** More deaths than this within the window mean a fault that another start does not mend. */
const MAX_RESTARTS = 3;
const RESTART_WINDOW_MS = 60_000;

/** How long a close may take: an old hard disk under a big write. Then the process is ended; SQLite keeps its log. */
const CLOSE_MS = 15_000;
const EXIT_MS = 2_000;

export interface DataServiceOptions {
  fork(listeners: ServiceListeners): ServiceChannel;
  onState(state: ServiceState): void;
  now?: () => number;
}

function timeout(ms: number): { promise: Promise<void>; clear: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  return { promise, clear: () => clearTimeout(timer) };
}

/** Keeps one data service running and carries calls to it over the wire of `db/contract/wire.ts`. */
export function createDataService({ fork, onState, now = Date.now }: DataServiceOptions): DataService {
  const pending = new Map<number, Pending>();
  let nextId = 1;
  let channel: ServiceChannel | null = null;
  let state: ServiceState = 'restarting';
  let restarts: number[] = [];
  let started = false;
  let closing = false;
  let onClosed = (): void => {};
  let onExit = (): void => {};

  const setState = (next: ServiceState): void => {
    if (state === next) return;
    state = next;
    onState(next);
  };

  const failPending = (): void => {
    for (const call of pending.values()) call.reject(new AppError('SERVICE_UNAVAILABLE'));
    pending.clear();
  };

  const receive = (message: FromService): void => {
    switch (message.type) {
      case 'ready':
        setState('up');
        return;
      case 'closed':
        onClosed();
        return;
      case 'progress':
        pending.get(message.id)?.onProgress?.(message.done, message.total);
        return;
      case 'result':
        pending.get(message.id)?.resolve(message.value);
        pending.delete(message.id);
        return;
      case 'error':
        pending.get(message.id)?.reject(AppError.from(message.error));
        pending.delete(message.id);
    }
  };

  const ended = (code: number | null): void => {
    channel = null;
    failPending();
    onExit();
    if (closing) return;
    log('data service ended', { code });
    restarts = restarts.filter((at) => now() - at < RESTART_WINDOW_MS);
    if (restarts.length >= MAX_RESTARTS) {
      setState('gone');
      return;
    }
    restarts.push(now());
    setState('restarting');
    launch();
  };

  const launch = (): void => {
    // A late word of a process that was given up must not be taken for one of its successor.
    let own: ServiceChannel | null = null;
    try {
      own = fork({
        message: (message) => {
          if (channel === own) receive(message);
        },
        output: logServiceOutput,
        exit: (code) => {
          if (channel === own) ended(code);
        },
      });
      channel = own;
    } catch (error) {
      logError('data service not started', error);
      setState('gone');
    }
  };

  const startOnce = (): void => {
    if (started) return;
    started = true;
    launch();
  };

  const call: DataService['call'] = (method, input, { token, onProgress, signal }) => {
    startOnce();
    const target = channel;
    if (!target || closing) return Promise.reject(new AppError('SERVICE_UNAVAILABLE'));
    if (signal?.aborted) return Promise.reject(new AppError('CANCELLED'));
    const id = nextId++;
    return new Promise((resolve, reject) => {
      pending.set(id, { resolve, reject, onProgress });
      // The service answers a cancelled call itself: only it knows whether the work was already done.
      signal?.addEventListener('abort', () => target.post({ type: 'cancel', id }), { once: true });
      target.post({ type: 'call', id, token, method, input });
    });
  };

  const shutdown = async (): Promise<void> => {
    closing = true;
    started = true;
    const target = channel;
    if (!target) return;
    const exited = new Promise<void>((resolve) => {
      onExit = resolve;
    });
    const closed = new Promise<void>((resolve) => {
      onClosed = resolve;
    });
    const closeLimit = timeout(CLOSE_MS);
    target.post({ type: 'shutdown' });
    await Promise.race([closed, exited, closeLimit.promise]);
    closeLimit.clear();
    const exitLimit = timeout(EXIT_MS);
    await Promise.race([exited, exitLimit.promise]);
    exitLimit.clear();
    if (channel === null) return;
    log('data service killed at close');
    target.kill();
    const killLimit = timeout(EXIT_MS);
    await Promise.race([exited, killLimit.promise]);
    killLimit.clear();
  };

  const revive = (): void => {
    if (state !== 'gone' || closing) return;
    restarts = [];
    started = false;
    setState('restarting');
  };

  return { start: startOnce, call, state: () => state, revive, pid: () => channel?.pid(), shutdown };
}
