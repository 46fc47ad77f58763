import type { PDFDocument, PDFEmbeddedPage } from '@cantoo/pdf-lib';
import { numberFont } from './page-number-style.ts';

const POINTS_PER_MM = 72 / 25.4;
const points = (mm: number): number => mm * POINTS_PER_MM;

/** A number's own sheet: A4 without margins, the number in a box in its middle. */
const SHEET_MM = { width: 210, height: 297 } as const;
const BOX_MM = { width: 40, height: 8 } as const;
const left = (SHEET_MM.width - BOX_MM.width) / 2;
const top = (SHEET_MM.height - BOX_MM.height) / 2;
/** Upper edge of the box on the page it is put on: the number stands in the middle of a margin of 20 mm. */
const ON_PAGE_TOP_MM = 6;

/** A text area lies to the right of the middle of its sheet, because the binding takes the left margin. */
const offCentreMm = (pageWidth: number, pageHeight: number): number =>
  Math.min(pageWidth, pageHeight) < points(200) ? 5 : 7.5;

/** A page of HTML with the numbers 2 to `last`, each on a sheet of its own, drawn by the same Chromium and font. */
export function numberSheets(last: number): string {
  const sheets = Array.from({ length: Math.max(0, last - 1) }, (_, index) => `<p>${index + 2}</p>`);
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><style>
@page { size: A4 portrait; margin: 0; }
body { margin: 0; }
p { box-sizing: border-box; height: ${SHEET_MM.height - 0.5}mm; margin: 0; padding-top: ${top}mm; break-after: page;
  font: ${numberFont}; line-height: ${BOX_MM.height}mm; text-align: center; }
p:last-child { break-after: auto; }
</style></head><body>${sheets.join('')}</body></html>`;
}

/** Puts on each page of `target` its number; 1 is not shown. `sheets`: the PDF of `numberSheets`. */
export async function stampNumbers(
  target: PDFDocument,
  numbers: readonly number[],
  sheets: PDFDocument,
): Promise<void> {
  const box = {
    left: points(left),
    right: points(left + BOX_MM.width),
    bottom: points(SHEET_MM.height - top - BOX_MM.height),
    top: points(SHEET_MM.height - top),
  };
  const stamps = new Map<number, PDFEmbeddedPage>();
  for (const [index, page] of target.getPages().entries()) {
    const number = numbers[index] ?? 1;
    if (number === 1) continue;
    let stamp = stamps.get(number);
    if (stamp === undefined) {
      stamp = await target.embedPage(sheets.getPage(number - 2), box);
      stamps.set(number, stamp);
    }
    const { width, height } = page.getSize();
    const centre = width / 2 + points(offCentreMm(width, height));
    page.drawPage(stamp, {
      x: centre - points(BOX_MM.width / 2),
      y: height - points(ON_PAGE_TOP_MM + BOX_MM.height),
    });
  }
}
