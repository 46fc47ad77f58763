import type { ReadWorkbook } from '../contract/workbooks.ts';

export interface ReadInProcessOptions {
  /** Path of the reader entry: `db/excel/reader-entry.ts` in development, its bundle in the product. */
  readerPath: string;
  fileName: string;
  bytes: Uint8Array;
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/**
 * Reads one file in a process of its own with limits of time and memory.
 * Rejects with AppError: the reader's own code, WORKBOOK_TIMEOUT, WORKBOOK_READER_FAILED or CANCELLED.
 * The answer comes from untrusted input: parse it with `readWorkbook` before use.
 */
export async function readInProcess(_options: ReadInProcessOptions): Promise<ReadWorkbook> {
  throw new Error('readInProcess is not written yet');
}
