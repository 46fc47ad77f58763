import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../contract/errors.ts';

/**
 * A whole file or no file: written beside the target, flushed, then renamed over it.
 * @throws AppError FILE_NOT_WRITABLE, DISK_FULL; an old file of that name is then still whole
 */
export function writeFileWhole(file: string, bytes: Uint8Array | string): void {
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.new`);
  try {
    const handle = openSync(temporary, 'w');
    try {
      writeFileSync(handle, bytes);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } catch (cause) {
    rmSync(temporary, { force: true });
    const full = cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC';
    throw new AppError(full ? 'DISK_FULL' : 'FILE_NOT_WRITABLE', { params: { file: basename(file) }, cause });
  }
}
