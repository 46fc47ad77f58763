import type { PDFDocument } from '@cantoo/pdf-lib';
import type { PrintToPDFOptions } from 'electron';
import type { DocumentHtml } from '../../db/contract/documents.ts';
import { AppError } from '../../db/contract/errors.ts';
import { withList } from '../../db/contract/page-places.ts';
import { logError } from '../main/log.ts';
import { type DrawNumber, digitSheets, numbersOn } from './digits.ts';
import { numberList, numberPages } from './number-pages.ts';
import { documentStarts, listPlaces, noteStart } from './pdf-pages.ts';
import { type PrintWindow, withPrintWindow } from './print-window.ts';

export type Printable = Pick<DocumentHtml, 'html' | 'runs' | 'list'>;

/** Paper and margins stand in the document's own @page rules. */
const options: PrintToPDFOptions = { preferCSSPageSize: true, printBackground: true };

/** Objects that are read or written before others get a turn: the library's own few dozen wait more than they work. */
const OBJECTS_AT_ONCE = 1000;

const printed = ({ window }: PrintWindow): Promise<Uint8Array> => window.webContents.printToPDF(options);

/** The library is loaded while the first PDF is printed. */
async function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: OBJECTS_AT_ONCE });
}

/**
 * Prints run after run: an older Chromium lays out every page of a job as wide as the first, so that pages across
 * need a job of their own. Gives the whole PDF and the page on which each document begins.
 */
async function printRuns(
  opened: PrintWindow,
  runs: number,
): Promise<{ pdf: PDFDocument; starts: Map<number, number> }> {
  const { webContents } = opened.window;
  const printRun = async (run: number): Promise<Uint8Array> => {
    if (runs === 1) return printed(opened);
    const css = `.run:not(.run-${run}) { display: none; } .run-${run} { break-before: auto; }`;
    const key = await webContents.insertCSS(css);
    const bytes = await printed(opened);
    await webContents.removeInsertedCSS(key);
    return bytes;
  };
  const [first] = await Promise.all([printRun(0), import('@cantoo/pdf-lib')]);
  const pdf = await openPdf(first);
  const starts = await documentStarts(pdf);
  for (let run = 1; run < runs; run += 1) {
    const more = await openPdf(await printRun(run));
    const before = pdf.getPageCount();
    for (const page of await pdf.copyPages(more, more.getPageIndices())) pdf.addPage(page);
    for (const [document, page] of await documentStarts(more)) {
      starts.set(document, before + page);
      await noteStart(pdf, document, before + page);
    }
  }
  return { pdf, starts };
}

/** The PDF of the digits, the same for every document. */
let digits: Uint8Array | null = null;

async function drawOn(pdf: PDFDocument, opened: PrintWindow): Promise<DrawNumber> {
  if (digits === null) {
    await opened.load(digitSheets());
    digits = await printed(opened);
  }
  return numbersOn(pdf, await openPdf(digits));
}

async function print(opened: PrintWindow, { runs, list }: Printable): Promise<Uint8Array> {
  const { pdf, starts } = await printRuns(opened, runs);
  const begins = new Set([0, ...starts.values()]);
  if (list !== null || begins.size < pdf.getPageCount()) {
    const draw = await drawOn(pdf, opened);
    numberPages(pdf, begins, draw);
    if (list !== null) {
      const listPages = pdf.getPages().slice(0, starts.get(0) ?? 0);
      numberList(await listPlaces(listPages), starts, draw);
    }
  }
  // Quick to write, and Chromium's own files are as plain.
  return pdf.save({
    useObjectStreams: false,
    updateFieldAppearances: false,
    objectsPerTick: OBJECTS_AT_ONCE,
  });
}

/**
 * Makes the PDF of a document or a batch: each document numbered at the top from its page 2 on, and in the list in
 * front the page of the file on which each begins.
 * @throws AppError PRINT_FAILED
 */
export async function documentPdf(document: Printable): Promise<Uint8Array> {
  try {
    return await withPrintWindow(withList(document, 'numbered'), (opened) => print(opened, document));
  } catch (cause) {
    logError('PDF failed', cause);
    throw new AppError('PRINT_FAILED', { cause });
  }
}
