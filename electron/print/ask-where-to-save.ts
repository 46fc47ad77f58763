import path from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { desktopText } from '../../db/contract/vi/desktop.ts';
import { safeFileName } from './file-name.ts';

export interface SaveRequest {
  title: string;
  /** Proposed name, without folder and ending. */
  fileName: string;
  extension: 'pdf' | 'xlsx' | 'docx' | 'jpg' | 'png';
  fileType: string;
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
