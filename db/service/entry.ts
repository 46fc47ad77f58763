import { AppError } from '../contract/errors.ts';
import type { FromService, ToService } from '../contract/wire.ts';
import { Service } from './service.ts';

/**
 * The data service as a process: an Electron utilityProcess in the product, a Node child process where the
 * machine's Electron is too old for the driver. Started with `--data=<folder>`.
 * When its channel closes (the main process is gone) it finishes the write under way and ends: no orphan.
 */
interface Port {
  post(message: FromService): void;
  listen(onMessage: (message: ToService) => void, onClosed: () => void): void;
}

/** The part of Electron's `process.parentPort` that is used; plain Node does not have it. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

function openPort(): Port {
  const { parentPort } = process as NodeJS.Process & { parentPort?: ParentPort };
  if (parentPort)
    return {
      post: (message) => parentPort.postMessage(message),
      // Main is the only sender and shares this very type; inputs of methods are parsed by their schemas.
      listen: (onMessage) => parentPort.on('message', (event) => onMessage(event.data as ToService)),
    };
  return {
    post: (message) => {
      // Main may go between the look and the word: that must not end the write under way.
      if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
    },
    listen: (onMessage, onClosed) => {
      process.on('message', (message) => onMessage(message as ToService));
      process.on('disconnect', onClosed);
    },
  };
}

function serve(port: Port, service: Service): void {
  const running = new Map<number, AbortController>();

  const call = async ({ id, token, method, input }: Extract<ToService, { type: 'call' }>) => {
    const abort = new AbortController();
    running.set(id, abort);
    try {
      const value = await service.call(token, method, input, {
        signal: abort.signal,
        onProgress: (done, total) => port.post({ type: 'progress', id, done, total }),
      });
      port.post({ type: 'result', id, value });
    } catch (error) {
      port.post({ type: 'error', id, error: describe(error, method) });
    } finally {
      running.delete(id);
    }
  };

  const end = async () => {
    await service.close();
    port.post({ type: 'closed' });
    // The message must leave before the process does.
    setTimeout(() => process.exit(0), 50);
  };

  port.listen(
    (message) => {
      switch (message.type) {
        case 'call':
          void call(message);
          return;
        case 'cancel':
          running.get(message.id)?.abort();
          return;
        case 'shutdown':
          void end();
      }
    },
    () => void end(),
  );
  port.post({ type: 'ready' });
}

/** A fault of the program gets a short reference that also stands in the log, without any personal data. */
function describe(error: unknown, method: string) {
  if (error instanceof AppError) return error.serialize();
  const reference = Date.now().toString(36).toUpperCase();
  log(`${reference} ${method}`, error);
  return new AppError('INTERNAL', { reference }).serialize();
}

/** Name, code and place of a fault; never its message, which may quote what a person typed. */
function log(what: string, error: unknown): void {
  const name =
    error instanceof Error ? `${error.name} ${'code' in error ? String(error.code) : ''}` : typeof error;
  const frames =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  process.stderr.write(`${new Date().toISOString()} ${what} ${name}\n${frames.join('\n')}\n`);
}

const dataFolder = process.argv.find((argument) => argument.startsWith('--data='))?.slice('--data='.length);
if (dataFolder === undefined) throw new Error('--data=<folder> is missing');
process.on('unhandledRejection', (error) => {
  log('unhandled', error);
  process.exit(1);
});
serve(openPort(), new Service(dataFolder));
