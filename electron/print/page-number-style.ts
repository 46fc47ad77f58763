/** Chromium draws page margin boxes itself since this version. */
const MARGIN_BOXES = 131;

/** Size and place of the page number: the body's font, centred in the top margin, from page 2 on. */
const numberStyle = 'font: 14pt "Times New Roman", "Liberation Serif", serif';

export function drawsMarginBoxes(): boolean {
  return Number.parseInt(process.versions.chrome ?? '0', 10) >= MARGIN_BOXES;
}

/** Adds page numbers to a document's own style; the system's print dialog then prints them, too. */
export function withPageNumbers(html: string): string {
  const style = `<style>@page { @top-center { content: counter(page); ${numberStyle}; } }
@page :first { @top-center { content: none; } }</style>`;
  return html.replace('</head>', () => `${style}</head>`);
}

/** The same for an older Chromium, as a header that is printed on its own pages. Its styles start from nothing. */
export const headerTemplate = `<div style='width: 100%; margin-top: 6mm; text-align: center; ${numberStyle}'><span class="pageNumber"></span></div>`;
