import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../db/contract/errors.ts';

const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOSPC';

/**
 * Writes a whole file or nothing: beside its place first, on the disk, then renamed over the old one.
 * @throws AppError DISK_FULL or FILE_NOT_WRITABLE; the old file is then as it was
 */
export async function writeWholeFile(file: string, bytes: Uint8Array): Promise<void> {
  const part = `${file}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const handle = await open(part, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
  } catch (cause) {
    await rm(part, { force: true }).catch(() => {});
    if (isDiskFull(cause)) throw new AppError('DISK_FULL', { cause });
    throw new AppError('FILE_NOT_WRITABLE', { params: { file: path.basename(file) }, cause });
  }
}
