import type { BrowserWindow, PrintToPDFOptions } from 'electron';
import { AppError } from '../../db/contract/errors.ts';
import type { DocumentHtml } from '../../db/contract/reports.ts';
import { logError } from '../main/log.ts';
import { drawsMarginBoxes, headerTemplate, withPageNumbers } from './page-number-style.ts';
import { withPrintWindow } from './print-window.ts';

const MM_PER_INCH = 25.4;
/** Margins of Party documents (HD 05-HD/VPTW of 27 May 2026); the document's own @page style says the same. */
const marginsMm = { top: 20, bottom: 20, left: 30, right: 15 } as const;

const margins = {
  top: marginsMm.top / MM_PER_INCH,
  bottom: marginsMm.bottom / MM_PER_INCH,
  left: marginsMm.left / MM_PER_INCH,
  right: marginsMm.right / MM_PER_INCH,
};

function options(orientation: DocumentHtml['orientation']): PrintToPDFOptions {
  return {
    pageSize: 'A4',
    landscape: orientation === 'landscape',
    margins,
    preferCSSPageSize: true,
    printBackground: true,
  };
}

/**
 * Page 1 without a number and the others with one, where Chromium cannot say that in CSS: printed twice and
 * joined. Both have the same layout, since the number stands in the margin.
 */
async function printTwice(window: BrowserWindow, base: PrintToPDFOptions): Promise<Uint8Array> {
  const plain = await window.webContents.printToPDF(base);
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const first = await PDFDocument.load(plain);
  const count = first.getPageCount();
  if (count === 1) return plain;
  const numbered = await window.webContents.printToPDF({
    ...base,
    displayHeaderFooter: true,
    headerTemplate,
    footerTemplate: '<span></span>',
    pageRanges: `2-${count}`,
  });
  const joined = await PDFDocument.load(numbered);
  const [page] = await joined.copyPages(first, [0]);
  if (!page) throw new Error('A document without pages');
  joined.insertPage(0, page);
  return joined.save();
}

/**
 * Makes the A4 PDF of a document, with page numbers from page 2 on.
 * @throws AppError PRINT_FAILED
 */
export async function documentPdf({ html, orientation }: DocumentHtml): Promise<Uint8Array> {
  const base = options(orientation);
  try {
    if (drawsMarginBoxes()) {
      return await withPrintWindow(withPageNumbers(html), (window) => window.webContents.printToPDF(base));
    }
    return await withPrintWindow(html, (window) => printTwice(window, base));
  } catch (cause) {
    logError('PDF failed', cause);
    throw new AppError('PRINT_FAILED', { cause });
  }
}
