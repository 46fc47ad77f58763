import path from 'node:path';
import type {
  DocumentFile,
  DocumentHtml,
  DocumentRequest,
  WorkbookRequest,
} from '../../db/contract/documents.ts';
import { AppError } from '../../db/contract/errors.ts';
import { withList } from '../../db/contract/page-places.ts';
import { desktopText } from '../../db/contract/vi/desktop.ts';
import { callService } from '../ipc/call-service.ts';
import type { DesktopContext } from '../ipc/desktop-context.ts';
import { askWhereToSave, type SaveRequest } from './ask-where-to-save.ts';
import { numbersOnPaper, withPageNumbers } from './page-number-style.ts';
import { documentPdf } from './pdf.ts';
import { withPrintWindow } from './print-window.ts';
import { writeWholeFile } from './whole-file.ts';

type SavedFile = { fileName: string } | null;

const documentHtml = (input: DocumentRequest, context: DesktopContext): Promise<DocumentHtml> =>
  callService(context, 'documents.html', input);

/** After a cancel nothing more is written. */
function throwIfCancelled({ signal }: DesktopContext): void {
  if (signal.aborted) throw new AppError('CANCELLED');
}

async function save(
  request: SaveRequest,
  context: DesktopContext,
  make: () => Promise<Uint8Array>,
): Promise<SavedFile> {
  const file = await askWhereToSave(context.window, request);
  if (file === null) return null;
  const bytes = await make();
  throwIfCancelled(context);
  await writeWholeFile(file, bytes);
  return { fileName: path.basename(file) };
}

/** The PDF as the preview shows it and as it will be saved. */
export async function previewDocument(
  input: DocumentRequest,
  context: DesktopContext,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; paperNumbers: boolean }> {
  const document = await documentHtml(input, context);
  const bytes = await documentPdf(document);
  throwIfCancelled(context);
  return { bytes: new Uint8Array(bytes), paperNumbers: numbersOnPaper(document.list) };
}

/** Save dialog, then the PDF. */
export async function saveDocumentPdf(input: DocumentRequest, context: DesktopContext): Promise<SavedFile> {
  const document = await documentHtml(input, context);
  const { fileName } = document;
  const request = {
    title: desktopText.savePdf,
    fileType: desktopText.fileTypes.pdf,
    extension: 'pdf',
  } as const;
  return save({ ...request, fileName }, context, () => documentPdf(document));
}

/** Save dialog, then the file that the service made. */
const saveFile = (
  { bytes, fileName }: DocumentFile,
  request: Omit<SaveRequest, 'fileName'>,
  context: DesktopContext,
): Promise<SavedFile> => save({ ...request, fileName }, context, async () => bytes);

export async function saveDocumentWorkbook(
  input: WorkbookRequest,
  context: DesktopContext,
): Promise<SavedFile> {
  const file = await callService(context, 'documents.workbook', input);
  const { saveWorkbook: title, fileTypes } = desktopText;
  return saveFile(file, { title, fileType: fileTypes.workbook, extension: 'xlsx' }, context);
}

/** Save dialog, then the rows of an import that go back to the office. */
export async function saveReturnedRows(
  input: { previewId: string },
  context: DesktopContext,
): Promise<SavedFile> {
  const file = await callService(context, 'imports.returnedRows', input);
  const { saveWorkbook: title, fileTypes } = desktopText;
  return saveFile(file, { title, fileType: fileTypes.workbook, extension: 'xlsx' }, context);
}

export async function saveDocumentWord(
  input: DocumentRequest,
  context: DesktopContext,
): Promise<{ fileName: string; batch: boolean } | null> {
  const file = await callService(context, 'documents.docx', input);
  const { saveWord: title, fileTypes } = desktopText;
  const saved = await saveFile(file, { title, fileType: fileTypes.word, extension: 'docx' }, context);
  return saved && { ...saved, batch: file.batch };
}

/** Chromium's word for "the person closed the dialog". */
const cancelReasons = new Set(['Print job canceled', 'cancelled', 'canceled']);

/** The system's print dialog on the document; false when the person cancelled. */
export async function printDocument(
  input: DocumentRequest,
  context: DesktopContext,
): Promise<{ printed: boolean; batch: boolean }> {
  const document = await documentHtml(input, context);
  const { orientation, size, list } = document;
  const html = withList(document, 'plain');
  const batch = list !== null;
  // The pages of a batch count anew in each document, which the dialog's own numbers cannot do.
  return withPrintWindow(batch ? html : withPageNumbers(html), ({ window }) => {
    const landscape = orientation === 'landscape';
    return new Promise((resolve, reject) => {
      window.webContents.print(
        { silent: false, printBackground: true, landscape, pageSize: size },
        (printed, reason) => {
          if (printed || cancelReasons.has(reason)) resolve({ printed, batch });
          else reject(new AppError('PRINT_FAILED'));
        },
      );
    });
  });
}
