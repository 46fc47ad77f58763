import type { BatchList } from '../../db/contract/page-places.ts';

/** Style of a page number: as large as the text, black. */
export const NUMBER_PT = 14;
export const numberFont = `${NUMBER_PT}pt "Times New Roman", "Liberation Serif", serif`;

/** Chromium draws numbers of a page's own style since this version. */
const NUMBERS_SINCE = 131;

/**
 * Whether a document has its page numbers on paper, too, through the system's print dialog. A batch has not: its
 * pages count anew in each document, and its list waits for the pages. A finished PDF cannot go to the dialog: up to
 * Electron 31 `webContents.print` gives one empty page for it (electron/electron#30947).
 */
export const numbersOnPaper = (list: BatchList | null): boolean =>
  list === null && Number.parseInt(process.versions.chrome ?? '0', 10) >= NUMBERS_SINCE;

/**
 * Adds page numbers from page 2 on to a document's own style, for the system's print dialog. An older Chromium leaves
 * them out there. A PDF gets its numbers in `pdf.ts`.
 */
export function withPageNumbers(html: string): string {
  const style = `<style>@page { @top-center { content: counter(page); font: ${numberFont}; } }
@page :first { @top-center { content: none; } }</style>`;
  return html.replace('</head>', () => `${style}</head>`);
}
