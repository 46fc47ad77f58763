import type { PDFDocument } from '@cantoo/pdf-lib';
import { DOCUMENT_MARK } from '../../db/contract/page-places.ts';

/** On which page of a PDF each document begins: Chromium notes the marked places as named destinations. */
export async function documentStarts(pdf: PDFDocument): Promise<Map<number, number>> {
  const { PDFArray, PDFDict, PDFName, PDFRef } = await import('@cantoo/pdf-lib');
  const starts = new Map<number, number>();
  const places = pdf.catalog.lookup(PDFName.of('Dests'));
  if (!(places instanceof PDFDict)) return starts;
  const pages = new Map(pdf.getPages().map((page, index) => [page.ref.toString(), index]));
  for (const [name, place] of places.entries()) {
    const text = name.decodeText();
    const target = pdf.context.lookup(place);
    const page = target instanceof PDFArray ? target.get(0) : undefined;
    if (!text.startsWith(DOCUMENT_MARK) || !(page instanceof PDFRef)) continue;
    const index = pages.get(page.toString());
    if (index !== undefined) starts.set(Number(text.slice(DOCUMENT_MARK.length)), index);
  }
  return starts;
}

/** The number of each page in its own document, given the pages on which documents begin. */
export function numbersFrom(pageCount: number, starts: Iterable<number>): number[] {
  const begins = new Set(starts);
  let number = 0;
  return Array.from({ length: pageCount }, (_, page) => {
    number = begins.has(page) ? 1 : number + 1;
    return number;
  });
}
