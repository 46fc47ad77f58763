import type { PDFDocument } from '@cantoo/pdf-lib';
import type { PrintToPDFOptions } from 'electron';
import type { DocumentHtml } from '../../db/contract/documents.ts';
import { AppError } from '../../db/contract/errors.ts';
import { fillPagePlaces } from '../../db/contract/page-places.ts';
import { logError } from '../main/log.ts';
import { numberSheets, stampNumbers } from './number-pages.ts';
import { documentStarts, numbersFrom } from './pdf-pages.ts';
import { type PrintWindow, withPrintWindow } from './print-window.ts';

export type Printable = Pick<DocumentHtml, 'html' | 'runs' | 'cover'>;

/** Paper and margins stand in the document's own @page rules. */
const options: PrintToPDFOptions = { preferCSSPageSize: true, printBackground: true };

/** The library, loaded with the first PDF. */
async function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  return PDFDocument.load(bytes, { updateMetadata: false });
}

async function append(target: PDFDocument, source: PDFDocument, at: number): Promise<void> {
  const pages = await target.copyPages(source, source.getPageIndices());
  for (const [index, page] of pages.entries()) target.insertPage(at + index, page);
}

/**
 * Prints run after run: an older Chromium lays out every page of a job as wide as the first, so that pages across
 * need a job of their own. Gives the whole PDF and the page on which each document begins.
 */
async function printRuns(
  { window }: PrintWindow,
  runs: number,
): Promise<{ pdf: PDFDocument; starts: Map<number, number> }> {
  if (runs === 1) {
    const pdf = await openPdf(await window.webContents.printToPDF(options));
    return { pdf, starts: await documentStarts(pdf) };
  }
  let whole: PDFDocument | null = null;
  const starts = new Map<number, number>();
  for (let run = 0; run < runs; run += 1) {
    const css = `.run:not(.run-${run}) { display: none; } .run-${run} { break-before: auto; }`;
    const key = await window.webContents.insertCSS(css);
    const pdf = await openPdf(await window.webContents.printToPDF(options));
    await window.webContents.removeInsertedCSS(key);
    const before: number = whole?.getPageCount() ?? 0;
    for (const [document, page] of await documentStarts(pdf)) starts.set(document, before + page);
    if (whole === null) whole = pdf;
    else await append(whole, pdf, before);
  }
  if (whole === null) throw new Error('A document without pages');
  return { pdf: whole, starts };
}

/** Rows of a list on its first page and on each page after it; a wrong guess costs a second printing. */
const LIST_ROWS = { first: 30, next: 42 } as const;
const TRIES = 3;

/** The list in front, which knows its own length only when it is printed: page numbers count it in. */
async function printCover(
  { window, load }: PrintWindow,
  cover: string,
  starts: ReadonlyMap<number, number>,
): Promise<PDFDocument> {
  let pages = 1 + Math.max(0, Math.ceil((starts.size - LIST_ROWS.first) / LIST_ROWS.next));
  for (let attempt = 1; ; attempt += 1) {
    const before: number = pages;
    await load(
      fillPagePlaces(cover, (document) => {
        const start = starts.get(document);
        return start === undefined ? undefined : before + start + 1;
      }),
    );
    const pdf = await openPdf(await window.webContents.printToPDF(options));
    pages = pdf.getPageCount();
    if (pages === before) return pdf;
    if (attempt === TRIES) throw new Error('The list in front does not settle');
  }
}

async function print(opened: PrintWindow, { runs, cover }: Printable): Promise<Uint8Array> {
  const { pdf, starts } = await printRuns(opened, runs);
  if (!starts.has(0)) starts.set(0, 0);
  const begins = [...starts.values()];
  if (cover !== null) {
    const list = await printCover(opened, cover, starts);
    await append(pdf, list, 0);
    for (const [index, page] of begins.entries()) begins[index] = page + list.getPageCount();
    begins.push(0);
  }
  const numbers = numbersFrom(pdf.getPageCount(), begins);
  const last = Math.max(...numbers);
  if (last > 1) {
    await opened.load(numberSheets(last));
    const sheets = await openPdf(await opened.window.webContents.printToPDF(options));
    await stampNumbers(pdf, numbers, sheets);
  }
  // Quick to write, and Chromium's own files are as plain.
  return pdf.save({ useObjectStreams: false });
}

/**
 * Makes the PDF of a document or a batch: each document numbered at the top from its page 2 on.
 * @throws AppError PRINT_FAILED
 */
export async function documentPdf(document: Printable): Promise<Uint8Array> {
  try {
    return await withPrintWindow(document.html, (opened) => print(opened, document));
  } catch (cause) {
    logError('PDF failed', cause);
    throw new AppError('PRINT_FAILED', { cause });
  }
}
