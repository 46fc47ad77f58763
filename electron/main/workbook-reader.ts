import { app, type UtilityProcess, utilityProcess } from 'electron';
import { AppError } from '../../db/contract/errors.ts';
import { desktopText } from '../../db/contract/vi/desktop.ts';
import type { FromReader, ToReader } from '../../db/contract/wire.ts';
import { readerLimits } from '../../db/contract/workbooks.ts';
import { readerFile } from './paths.ts';

const WATCH_MEMORY_MS = 250;

export interface ReadWorkbookOptions {
  fileName: string;
  bytes: Uint8Array;
  signal: AbortSignal;
  onProgress?: (done: number, total: number) => void;
  limits?: { seconds: number; memoryMegabytes: number };
}

function memoryMegabytes(pid: number | undefined): number {
  const metric = app.getAppMetrics().find((process) => process.pid === pid);
  return metric ? metric.memory.workingSetSize / 1024 : 0;
}

/** A hang in a loop ignores a polite signal. */
function end(child: UtilityProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    child.kill();
  }
}

/**
 * Reads one workbook in a process of its own, which ends with it. Its answer comes from untrusted input and is
 * returned unchecked: the data service parses it.
 * @throws AppError the reader's own code, WORKBOOK_TIMEOUT, WORKBOOK_TOO_LARGE, WORKBOOK_READER_FAILED, CANCELLED
 */
export function readWorkbookFile(options: ReadWorkbookOptions): Promise<unknown> {
  const { fileName, bytes, signal, onProgress, limits = readerLimits } = options;
  if (signal.aborted) return Promise.reject(new AppError('CANCELLED'));
  if (bytes.byteLength > readerLimits.fileBytes) {
    const limit = desktopText.megabytes(readerLimits.fileBytes / 1024 / 1024);
    return Promise.reject(new AppError('WORKBOOK_TOO_LARGE', { params: { file: fileName, limit } }));
  }
  const child = utilityProcess.fork(readerFile, [], {
    serviceName: 'Tu Duong workbook reader',
    // It needs nothing of the person's environment.
    env: {},
    stdio: 'ignore',
  });
  return new Promise((resolve, reject) => {
    let settled = false;
    const settle = (act: () => void): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      clearInterval(memoryTimer);
      signal.removeEventListener('abort', cancel);
      end(child);
      act();
    };
    const fail = (error: AppError): void => settle(() => reject(error));
    const cancel = (): void => fail(new AppError('CANCELLED'));

    const timer = setTimeout(
      () => fail(new AppError('WORKBOOK_TIMEOUT', { params: { file: fileName, seconds: limits.seconds } })),
      limits.seconds * 1000,
    );
    const memoryTimer = setInterval(() => {
      if (memoryMegabytes(child.pid) <= limits.memoryMegabytes) return;
      const limit = desktopText.megabytes(limits.memoryMegabytes);
      fail(new AppError('WORKBOOK_TOO_LARGE', { params: { file: fileName, limit } }));
    }, WATCH_MEMORY_MS);
    signal.addEventListener('abort', cancel);

    child.on('message', (message: FromReader) => {
      if (message.type === 'progress') onProgress?.(message.done, message.total);
      else if (message.type === 'workbook') settle(() => resolve(message.workbook));
      else fail(AppError.from(message.error));
    });
    child.on('exit', () => fail(new AppError('WORKBOOK_READER_FAILED', { params: { file: fileName } })));
    child.postMessage({ type: 'read', fileName, bytes } satisfies ToReader);
  });
}
