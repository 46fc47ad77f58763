/**
 * How a batch and its printer find each other's pages: the service marks where each document begins and where its
 * page number belongs in the list; the printer knows the pages once they are laid out.
 */
export const DOCUMENT_MARK = 'document-';

/** An empty place in a page of HTML; text of the office can never be one, since its "<" is escaped. */
export const pagePlace = (document: number): string => `<span data-page-of="${document}"></span>`;

/** The same page with the numbers in their places; a document without one leaves its place empty. */
export function fillPagePlaces(html: string, pageOf: (document: number) => number | undefined): string {
  return html.replace(
    /<span data-page-of="(\d+)"><\/span>/g,
    (_place, document: string) => `${pageOf(Number(document)) ?? ''}`,
  );
}
