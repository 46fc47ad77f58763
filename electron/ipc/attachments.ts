import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { app, dialog } from 'electron';
import { ATTACHMENT_BYTES, type Attachment, type AttachmentOwner } from '../../db/contract/attachments.ts';
import { AppError } from '../../db/contract/errors.ts';
import { attachmentText } from '../../db/contract/vi/attachments.ts';
import { askWhereToSave } from '../print/ask-where-to-save.ts';
import { writeWholeFile } from '../print/whole-file.ts';
import { callService } from './call-service.ts';
import type { DesktopContext } from './desktop-context.ts';

async function readScan(file: string): Promise<{ fileName: string; bytes: Uint8Array }> {
  const fileName = path.basename(file);
  let size: number;
  try {
    size = (await stat(file)).size;
  } catch (cause) {
    throw new AppError('FILE_NOT_FOUND', { params: { file: fileName }, cause });
  }
  if (size > ATTACHMENT_BYTES)
    throw new AppError('ATTACHMENT_TOO_LARGE', {
      params: { file: fileName, limit: ATTACHMENT_BYTES / 1024 / 1024 },
    });
  try {
    return { fileName, bytes: await readFile(file) };
  } catch (cause) {
    throw new AppError('FILE_NOT_READABLE', { params: { file: fileName }, cause });
  }
}

/** Open dialog, then the scan goes into the database; what it is, the service tells by its first bytes. */
export async function chooseAttachment(
  owner: AttachmentOwner,
  context: DesktopContext,
): Promise<{ attachments: Attachment[] } | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(context.window, {
    title: attachmentText.choose,
    buttonLabel: attachmentText.chooseButton,
    defaultPath: app.getPath('documents'),
    properties: ['openFile'],
    filters: [{ name: attachmentText.fileType, extensions: ['pdf', 'jpg', 'jpeg', 'png'] }],
  });
  const [file] = filePaths;
  if (canceled || file === undefined) return null;
  return callService(context, 'attachments.add', { ...owner, ...(await readScan(file)) });
}

const endings = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const;

/** Save dialog, then a copy of the scan; null when cancelled. */
export async function saveAttachmentCopy(
  input: { attachmentId: number },
  context: DesktopContext,
): Promise<{ fileName: string } | null> {
  const { fileName, mediaType, bytes } = await callService(context, 'attachments.open', input);
  const request = { title: attachmentText.saveTitle, fileType: attachmentText.fileType };
  const file = await askWhereToSave(context.window, {
    ...request,
    fileName: path.parse(fileName).name,
    extension: endings[mediaType],
  });
  if (file === null) return null;
  await writeWholeFile(file, bytes);
  return { fileName: path.basename(file) };
}
