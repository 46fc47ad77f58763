import { AppError } from '../contract/errors.ts';
import { limitNames } from '../contract/vi/workbooks.ts';
import { readerLimits } from '../contract/workbook-limits.ts';

export type ReaderLimits = { [K in keyof typeof readerLimits]: number };

export interface ReadOptions {
  limits?: Partial<ReaderLimits>;
  /** Unzipped bytes done, of all that will be read. */
  onProgress?: (done: number, total: number) => void;
}

/** Counts what a reading costs and ends it with a clear error when it costs too much. */
export class ReadGuard {
  readonly fileName: string;
  readonly #limits: ReaderLimits;
  readonly #deadline: number;
  readonly #onProgress: (done: number, total: number) => void;
  #cells = 0;
  #bytes = 0;
  #total = 0;

  constructor(fileName: string, options: ReadOptions = {}) {
    this.fileName = fileName;
    this.#limits = { ...readerLimits, ...options.limits };
    this.#deadline = Date.now() + this.#limits.seconds * 1000;
    this.#onProgress = options.onProgress ?? (() => {});
  }

  #tooLarge(limit: string): AppError {
    return new AppError('WORKBOOK_TOO_LARGE', { params: { file: this.fileName, limit } });
  }

  checkFile(bytes: number): void {
    if (bytes > this.#limits.fileBytes) throw this.#tooLarge(limitNames.fileBytes(this.#limits.fileBytes));
  }

  /** What the zip directory says, before anything is unzipped. */
  checkUnzipped(bytes: number): void {
    const limit = this.#limits.unzippedBytes;
    if (bytes > limit) throw this.#tooLarge(limitNames.unzippedBytes(limit));
  }

  expect(bytes: number): void {
    this.#total += bytes;
  }

  /** Called for each piece that was unzipped and parsed. */
  read(bytes: number): void {
    this.#bytes += bytes;
    this.checkUnzipped(this.#bytes);
    this.checkTime();
    this.#onProgress(Math.min(this.#bytes, this.#total), this.#total);
  }

  cells(count: number): void {
    this.#cells += count;
    if (this.#cells > this.#limits.cells) throw this.#tooLarge(limitNames.cells(this.#limits.cells));
  }

  checkTime(): void {
    if (Date.now() <= this.#deadline) return;
    throw new AppError('WORKBOOK_TIMEOUT', {
      params: { file: this.fileName, seconds: this.#limits.seconds },
    });
  }
}
