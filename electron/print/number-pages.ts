import type { PDFDocument } from '@cantoo/pdf-lib';
import { LIST_NUMBER_PT } from '../../db/contract/page-places.ts';
import type { DrawNumber } from './digits.ts';
import { NUMBER_PT } from './page-number-style.ts';
import { type ListPlace, numbersFrom } from './pdf-pages.ts';

const points = (mm: number): number => (mm * 72) / 25.4;

/** The number stands in the middle of a margin of 20 mm. */
const FROM_TOP_MM = 10;

/** A text area lies to the right of the middle of its sheet, because the binding takes the left margin. */
const offCentreMm = (pageWidth: number, pageHeight: number): number =>
  Math.min(pageWidth, pageHeight) < points(200) ? 5 : 7.5;

/** Puts on each page its number in its own document; 1 is not shown. `begins`: the pages on which documents begin. */
export function numberPages(pdf: PDFDocument, begins: Iterable<number>, draw: DrawNumber): void {
  const numbers = numbersFrom(pdf.getPageCount(), begins);
  for (const [index, page] of pdf.getPages().entries()) {
    const number = numbers[index] ?? 1;
    if (number === 1) continue;
    const { width, height } = page.getSize();
    const x = width / 2 + points(offCentreMm(width, height));
    draw(page, number, { x, y: height - points(FROM_TOP_MM), pt: NUMBER_PT });
  }
}

/** Chromium sets lines on whole pixels: so much higher a number stands on the line of the cells beside it. */
const RAISE_PT = 0.4;

/** Writes into the list the page of the whole file on which each of its documents begins. */
export function numberList(
  places: readonly ListPlace[],
  starts: ReadonlyMap<number, number>,
  draw: DrawNumber,
): void {
  for (const { page, document, x, y } of places) {
    const start = starts.get(document);
    if (start !== undefined) draw(page, start + 1, { x, y: y + RAISE_PT, pt: LIST_NUMBER_PT });
  }
}
