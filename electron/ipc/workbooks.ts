import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { app, dialog } from 'electron';
import { AppError } from '../../db/contract/errors.ts';
import type { StagedImport } from '../../db/contract/imports.ts';
import { desktopText } from '../../db/contract/vi/desktop.ts';
import { readerLimits } from '../../db/contract/workbooks.ts';
import { readWorkbookFile } from '../main/workbook-reader.ts';
import { callService } from './call-service.ts';
import type { DesktopContext } from './desktop-context.ts';

interface WorkbookFile {
  fileName: string;
  bytes: Uint8Array;
}

/** One file at a time: each reading may take a gigabyte, and the screen shows one import. */
let reading: AbortController | null = null;

/** Ends the reading under way; its call fails with CANCELLED. */
export function cancelReading(): void {
  reading?.abort();
}

async function stage(file: WorkbookFile, context: DesktopContext): Promise<StagedImport> {
  if (reading) throw new AppError('BUSY');
  const controller = new AbortController();
  reading = controller;
  const abort = (): void => controller.abort();
  context.signal.addEventListener('abort', abort);
  try {
    const workbook = await readWorkbookFile({
      ...file,
      signal: controller.signal,
      onProgress: context.onProgress,
    });
    // Unchecked on purpose: the service parses what came from an untrusted file, in its own process.
    return await callService(context, 'imports.stage', { workbook } as Parameters<
      typeof callService<'imports.stage'>
    >[2]);
  } finally {
    context.signal.removeEventListener('abort', abort);
    reading = null;
  }
}

async function readChosenFile(file: string): Promise<WorkbookFile> {
  const fileName = path.basename(file);
  let size: number;
  let isFile: boolean;
  try {
    const found = await stat(file);
    size = found.size;
    isFile = found.isFile();
  } catch (cause) {
    throw new AppError('FILE_NOT_FOUND', { params: { file: fileName }, cause });
  }
  if (!isFile) throw new AppError('FILE_IS_NO_FILE', { params: { file: fileName } });
  if (size > readerLimits.fileBytes) {
    const limit = desktopText.megabytes(readerLimits.fileBytes / 1024 / 1024);
    throw new AppError('WORKBOOK_TOO_LARGE', { params: { file: fileName, limit } });
  }
  try {
    return { fileName, bytes: await readFile(file) };
  } catch (cause) {
    throw new AppError('FILE_NOT_READABLE', { params: { file: fileName }, cause });
  }
}

/** Open dialog -> reader process -> staged import; null when the person cancelled. */
export async function chooseWorkbook(context: DesktopContext): Promise<StagedImport | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(context.window, {
    title: desktopText.openWorkbook,
    buttonLabel: desktopText.openWorkbookButton,
    defaultPath: app.getPath('documents'),
    properties: ['openFile'],
    filters: [
      {
        name: desktopText.fileTypes.workbook,
        extensions: ['xlsx', 'xlsm', 'xls', 'ods', 'csv', 'txt', 'htm', 'html'],
      },
      { name: desktopText.fileTypes.all, extensions: ['*'] },
    ],
  });
  const [file] = filePaths;
  if (canceled || file === undefined) return null;
  return stage(await readChosenFile(file), context);
}

/** A dropped file, which crosses as bytes with its name. */
export function dropWorkbook(
  { fileName, bytes }: WorkbookFile,
  context: DesktopContext,
): Promise<StagedImport> {
  return stage({ fileName: path.basename(fileName), bytes }, context);
}
