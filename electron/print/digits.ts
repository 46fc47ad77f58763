import type { PDFDocument, PDFEmbeddedPage, PDFPage, PDFRef } from '@cantoo/pdf-lib';
import { NUMBER_PT, numberFont } from './page-number-style.ts';

const POINTS_PER_MM = 72 / 25.4;

/** A digit's own sheet: A4 without margins, the digit in the middle of a box. */
const SHEET_HEIGHT_MM = 297;
const BOX_MM = { left: 100, top: 100, height: 8 } as const;
/** All digits of Times are half as wide as the letters are high. */
const DIGIT_WIDTH = NUMBER_PT / 2;

/** A page of HTML with the digits 0 to 9, each on a sheet of its own, drawn by the same Chromium and font as the text. */
export function digitSheets(): string {
  const sheets = Array.from({ length: 10 }, (_, digit) => `<p>${digit}</p>`);
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><style>
@page { size: A4 portrait; margin: 0; }
body { margin: 0; }
p { box-sizing: border-box; width: ${BOX_MM.left}mm; height: ${SHEET_HEIGHT_MM - 0.5}mm; margin: 0 0 0 ${BOX_MM.left}mm;
  padding-top: ${BOX_MM.top}mm; break-after: page; font: ${numberFont}; line-height: ${BOX_MM.height}mm; }
p:last-child { break-after: auto; }
</style></head><body>${sheets.join('')}</body></html>`;
}

/** Where the middle of a number stands, in points from the lower left corner of its page, and how high its letters are. */
export interface NumberPlace {
  x: number;
  y: number;
  pt: number;
}

export type DrawNumber = (page: PDFPage, number: number, place: NumberPlace) => void;

/**
 * Numbers for the pages of `target`, put together from `sheets`, the PDF of `digitSheets`. A number that stands at the
 * same place of many pages is written once and shared by them.
 */
export async function numbersOn(target: PDFDocument, sheets: PDFDocument): Promise<DrawNumber> {
  const { PDFName } = await import('@cantoo/pdf-lib');
  const left = BOX_MM.left * POINTS_PER_MM;
  const top = (SHEET_HEIGHT_MM - BOX_MM.top) * POINTS_PER_MM;
  const height = BOX_MM.height * POINTS_PER_MM;
  const box = { left, right: left + DIGIT_WIDTH, bottom: top - height, top };
  const digits: PDFEmbeddedPage[] = [];
  for (const sheet of sheets.getPages()) digits.push(await target.embedPage(sheet, box));

  const { context } = target;
  const written = new Map<string, PDFRef>();
  return ({ node }, number, { x, y, pt }) => {
    const scale = pt / NUMBER_PT;
    const text = String(number);
    const content = [...text].map((digit, index) => {
      const stamp = digits[Number(digit)];
      if (stamp === undefined) throw new Error('A digit without its sheet');
      node.setXObject(PDFName.of(`Digit${digit}`), stamp.ref);
      const at = [x + (index - text.length / 2) * DIGIT_WIDTH * scale, y - (height * scale) / 2];
      return `q ${[scale, 0, 0, scale, ...at].map((value) => value.toFixed(4)).join(' ')} cm /Digit${digit} Do Q`;
    });
    const key = content.join('\n');
    const stream = written.get(key) ?? context.register(context.stream(key));
    written.set(key, stream);
    // The library has put the page's own content between "q" and "Q": what it sets does not reach the number.
    node.addContentStream(stream);
  };
}
