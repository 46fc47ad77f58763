import { AppError, type SerializedError } from '../contract/errors.ts';
import type { FromReader, ToReader } from '../contract/wire.ts';
import { readerLimits } from '../contract/workbook-limits.ts';
import { readWorkbookBytes } from './read-workbook.ts';

/**
 * The workbook reader process: one `ToReader` in, `FromReader` messages out, then it ends. It runs as an Electron
 * utility process and as a Node child process; it opens no file and no connection.
 */
interface ParentWire {
  onMessage: (listener: (message: ToReader) => void) => void;
  send: (message: FromReader) => void;
  /** Sends the last message and ends the process once it is on its way. */
  finish: (message: FromReader) => void;
}

/** What Electron adds to `process` in a utility process. */
interface ElectronParentPort {
  on: (event: 'message', listener: (event: { data: ToReader }) => void) => void;
  postMessage: (message: FromReader) => void;
}

/** A message posted by a utility process has no receipt; the parent ends the process sooner. */
const LINGER_MS = 5000;
/** Progress is for a person's eye. */
const PROGRESS_MS = 100;

function electronWire(port: ElectronParentPort): ParentWire {
  return {
    onMessage: (listener) => port.on('message', (event) => listener(event.data)),
    send: (message) => port.postMessage(message),
    finish: (message) => {
      port.postMessage(message);
      setTimeout(() => process.exit(0), LINGER_MS);
    },
  };
}

function nodeWire(): ParentWire {
  // Without a parent nobody waits for the answer.
  process.once('disconnect', () => process.exit(0));
  const send = (message: FromReader, done?: () => void): void => {
    if (process.connected) process.send?.(message, undefined, undefined, done);
  };
  return {
    onMessage: (listener) => process.once('message', (message: ToReader) => listener(message)),
    send: (message) => send(message),
    finish: (message) => {
      process.removeAllListeners('disconnect');
      // With the channel closed nothing keeps the process alive, and it ends after everything is written.
      send(message, () => process.connected && process.disconnect());
    },
  };
}

const serialize = (error: unknown, file: string): SerializedError =>
  (error instanceof AppError
    ? error
    : new AppError('WORKBOOK_READER_FAILED', { params: { file }, cause: error })
  ).serialize();

/** The process holds nothing but this one file, so its memory is the reading's. */
function memoryGuard(file: string): () => void {
  return () => {
    if (process.memoryUsage.rss() <= readerLimits.memoryMegabytes * 1024 * 1024) return;
    throw new AppError('WORKBOOK_TOO_LARGE', {
      params: { file, limit: `${readerLimits.memoryMegabytes} MB` },
    });
  };
}

async function answer({ fileName, bytes }: ToReader, wire: ParentWire): Promise<FromReader> {
  const checkMemory = memoryGuard(fileName);
  let last = 0;
  try {
    const workbook = await readWorkbookBytes(fileName, bytes, {
      onProgress: (done, total) => {
        const now = Date.now();
        if (now - last < PROGRESS_MS) return;
        last = now;
        checkMemory();
        wire.send({ type: 'progress', done, total });
      },
    });
    return { type: 'workbook', workbook };
  } catch (error) {
    return { type: 'error', error: serialize(error, fileName) };
  }
}

function start(): void {
  const { parentPort } = process as NodeJS.Process & { parentPort?: ElectronParentPort };
  const wire = parentPort ? electronWire(parentPort) : nodeWire();
  const fail = (error: unknown): void => wire.finish({ type: 'error', error: serialize(error, '') });
  process.once('uncaughtException', fail);
  process.once('unhandledRejection', fail);
  let isTaken = false;
  wire.onMessage((message) => {
    if (isTaken || message?.type !== 'read' || !(message.bytes instanceof Uint8Array)) return;
    isTaken = true;
    answer(message, wire).then(wire.finish, fail);
  });
}

start();
