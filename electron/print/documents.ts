import path from 'node:path';
import type { DocumentRequest } from '../../db/contract/documents.ts';
import { AppError } from '../../db/contract/errors.ts';
import type { DocumentHtml, DocumentWorkbook } from '../../db/contract/reports.ts';
import { desktopText } from '../../db/contract/vi/desktop.ts';
import { callService } from '../ipc/call-service.ts';
import type { DesktopContext } from '../ipc/desktop-context.ts';
import { askWhereToSave, type SaveRequest } from './ask-where-to-save.ts';
import { withPageNumbers } from './page-number-style.ts';
import { documentPdf } from './pdf.ts';
import { withPrintWindow } from './print-window.ts';
import { writeWholeFile } from './whole-file.ts';

type SavedFile = { fileName: string } | null;

const documentHtml = (input: DocumentRequest, context: DesktopContext): Promise<DocumentHtml> =>
  input.kind === 'officials-list'
    ? callService(context, 'officials.listHtml', input)
    : callService(context, 'reports.html', input);

const documentWorkbook = (input: DocumentRequest, context: DesktopContext): Promise<DocumentWorkbook> =>
  input.kind === 'officials-list'
    ? callService(context, 'officials.listWorkbook', input)
    : callService(context, 'reports.workbook', input);

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
): Promise<{ bytes: Uint8Array<ArrayBuffer> }> {
  const bytes = await documentPdf(await documentHtml(input, context));
  throwIfCancelled(context);
  return { bytes: new Uint8Array(bytes) };
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

/** Save dialog, then the workbook. */
export async function saveDocumentWorkbook(
  input: DocumentRequest,
  context: DesktopContext,
): Promise<SavedFile> {
  const { bytes, fileName } = await documentWorkbook(input, context);
  const request = {
    title: desktopText.saveWorkbook,
    fileType: desktopText.fileTypes.workbook,
    extension: 'xlsx',
  } as const;
  return save({ ...request, fileName }, context, async () => bytes);
}

/** Chromium's word for "the person closed the dialog". */
const cancelReasons = new Set(['Print job canceled', 'cancelled', 'canceled']);

/** The system's print dialog on the document; false when the person cancelled. */
export async function printDocument(
  input: DocumentRequest,
  context: DesktopContext,
): Promise<{ printed: boolean }> {
  const { html, orientation } = await documentHtml(input, context);
  return withPrintWindow(withPageNumbers(html), (window) => {
    const landscape = orientation === 'landscape';
    return new Promise((resolve, reject) => {
      window.webContents.print(
        { silent: false, printBackground: true, landscape, pageSize: 'A4' },
        (printed, reason) => {
          if (printed || cancelReasons.has(reason)) resolve({ printed });
          else reject(new AppError('PRINT_FAILED'));
        },
      );
    });
  });
}
