import { fork } from 'node:child_process';
import { AppError } from '../contract/errors.ts';
import type { FromReader, ToReader } from '../contract/wire.ts';
import { readerLimits } from '../contract/workbook-limits.ts';

export interface ReadInProcessOptions {
  /** Path of the reader entry: `db/excel/reader-entry.ts` in development, its bundle in the product. */
  readerPath: string;
  fileName: string;
  bytes: Uint8Array;
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
  limits?: { seconds: number; memoryMegabytes: number };
}

/**
 * Reads one file in a Node process of its own with limits of time and memory, for callers without Electron.
 * @returns what the reader understood, unchecked: it comes from untrusted input, so parse it with the schema
 *   `readWorkbook` before use
 * @throws AppError the reader's own code, WORKBOOK_TIMEOUT, WORKBOOK_READER_FAILED or CANCELLED
 */
export function readInProcess(options: ReadInProcessOptions): Promise<unknown> {
  const { readerPath, fileName, bytes, onProgress, signal, limits = readerLimits } = options;
  if (signal?.aborted) return Promise.reject(new AppError('CANCELLED'));
  const child = fork(readerPath, [], {
    serialization: 'advanced',
    execArgv: ['--no-warnings', `--max-old-space-size=${limits.memoryMegabytes}`],
    // It needs nothing of the caller's environment, and its output would mix with the caller's.
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    let isSettled = false;
    const settle = (act: () => void): void => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      child.kill('SIGKILL');
      act();
    };
    const fail = (error: AppError): void => settle(() => reject(error));
    const cancel = (): void => fail(new AppError('CANCELLED'));
    const failed = (cause?: unknown): void =>
      fail(new AppError('WORKBOOK_READER_FAILED', { params: { file: fileName }, cause }));
    const timer = setTimeout(
      () => fail(new AppError('WORKBOOK_TIMEOUT', { params: { file: fileName, seconds: limits.seconds } })),
      limits.seconds * 1000,
    );
    signal?.addEventListener('abort', cancel);
    child.on('message', (message: FromReader) => {
      if (message.type === 'progress') onProgress?.(message.done, message.total);
      else if (message.type === 'workbook') settle(() => resolve(message.workbook));
      else fail(AppError.from(message.error));
    });
    child.on('error', failed);
    child.on('exit', () => failed());
    child.send({ type: 'read', fileName, bytes } satisfies ToReader, (error) => {
      if (error) failed(error);
    });
  });
}
