/**
 * How a batch and its printer find each other's pages. The service marks where each document begins, and each place
 * for a page number in the list links to its document. In the PDF the marks are named destinations and the places
 * link annotations, so that one printing tells what number belongs where.
 */
const DOCUMENT_MARK = 'document-';

export const documentMark = (document: number): string => `${DOCUMENT_MARK}${document}`;

/** Size of a page number in the list, in points. */
export const LIST_NUMBER_PT = 13;

/** The document that a mark stands for; null for any other name. */
export function markedDocument(name: string): number | null {
  const number = name.startsWith(DOCUMENT_MARK) ? Number(name.slice(DOCUMENT_MARK.length)) : Number.NaN;
  return Number.isInteger(number) ? number : null;
}

/** Where the list in front of a batch goes in its page; text of the office can never be one, since its "<" is escaped. */
export const LIST_PLACE = '<!--list-->';

/** The list in front of a batch as a part of its page. */
export interface BatchList {
  /** With a column for page numbers, which the PDF gets. */
  numbered: string;
  /** Without it, where the pages are not known. */
  plain: string;
}

/** The whole page: a batch with its list in front, a single document as it is. */
export const withList = (
  { html, list }: { html: string; list: BatchList | null },
  which: keyof BatchList,
): string => (list === null ? html : html.replace(LIST_PLACE, () => list[which]));
