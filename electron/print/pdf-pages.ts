import type { PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import { documentMark, markedDocument } from '../../db/contract/page-places.ts';

/** On which page of a PDF each document begins: Chromium notes the marked places as named destinations. */
export async function documentStarts(pdf: PDFDocument): Promise<Map<number, number>> {
  const { PDFArray, PDFDict, PDFName, PDFRef } = await import('@cantoo/pdf-lib');
  const starts = new Map<number, number>();
  const places = pdf.catalog.lookup(PDFName.of('Dests'));
  if (!(places instanceof PDFDict)) return starts;
  const pages = new Map(pdf.getPages().map((page, index) => [page.ref.toString(), index]));
  for (const [name, place] of places.entries()) {
    const document = markedDocument(name.decodeText());
    const target = pdf.context.lookup(place);
    const page = target instanceof PDFArray ? target.get(0) : undefined;
    if (document === null || !(page instanceof PDFRef)) continue;
    const index = pages.get(page.toString());
    if (index !== undefined) starts.set(document, index);
  }
  return starts;
}

/** Notes where a document begins that came from another PDF, so that the list's link leads to it. */
export async function noteStart(pdf: PDFDocument, document: number, page: number): Promise<void> {
  const { PDFDict, PDFName } = await import('@cantoo/pdf-lib');
  const places = pdf.catalog.lookup(PDFName.of('Dests'));
  if (!(places instanceof PDFDict)) return;
  const target = pdf.context.obj([pdf.getPage(page).ref, 'Fit']);
  places.set(PDFName.of(documentMark(document)), target);
}

/** The middle of a place in the list that takes the number of a document's page, in points from the lower left corner. */
export interface ListPlace {
  page: PDFPage;
  document: number;
  x: number;
  y: number;
}

/** The places on these pages: Chromium notes their links as annotations. */
export async function listPlaces(pages: readonly PDFPage[]): Promise<ListPlace[]> {
  const { PDFArray, PDFDict, PDFName } = await import('@cantoo/pdf-lib');
  return pages.flatMap((page) => {
    const links = page.node.Annots()?.asArray() ?? [];
    return links.flatMap((each) => {
      const link = page.doc.context.lookup(each);
      if (!(link instanceof PDFDict)) return [];
      const target = link.lookup(PDFName.of('Dest'));
      const document = target instanceof PDFName ? markedDocument(target.decodeText()) : null;
      const area = link.lookup(PDFName.of('Rect'));
      if (document === null || !(area instanceof PDFArray)) return [];
      const { x, y, width, height } = area.asRectangle();
      return [{ page, document, x: x + width / 2, y: y + height / 2 }];
    });
  });
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
