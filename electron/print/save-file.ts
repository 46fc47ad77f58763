import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { AppError } from '../../db/contract/errors.ts';
import { desktopText } from '../../db/contract/vi/desktop.ts';

export interface SaveRequest {
  title: string;
  /** Proposed name, without folder and ending. */
  fileName: string;
  extension: 'pdf' | 'xlsx';
  fileType: string;
}

/** Names that Windows or a USB stick's file system refuses are made plain. */
export function safeFileName(name: string): string {
  const plain = name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
    .replace(/[<>:"/\\|?*\u0000-\u001f]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[. ]+$/, '')
    .trim()
    .slice(0, 150);
  return plain === '' ? 'tai-lieu' : plain;
}

/** Asks where to save; null when the person cancelled. */
export async function askWhereToSave(window: BrowserWindow, request: SaveRequest): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: request.title,
    buttonLabel: desktopText.saveButton,
    defaultPath: path.join(
      app.getPath('documents'),
      `${safeFileName(request.fileName)}.${request.extension}`,
    ),
    filters: [{ name: request.fileType, extensions: [request.extension] }],
  });
  if (canceled || !filePath) return null;
  return path.extname(filePath).toLowerCase() === `.${request.extension}`
    ? filePath
    : `${filePath}.${request.extension}`;
}

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
