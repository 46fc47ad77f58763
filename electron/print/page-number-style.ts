/** Chromium draws page margin boxes itself since this version. */
const MARGIN_BOXES = 131;

const family = '"Times New Roman", "Liberation Serif", serif';

export function drawsMarginBoxes(): boolean {
  return Number.parseInt(process.versions.chrome ?? '0', 10) >= MARGIN_BOXES;
}

/** Adds page numbers to a document's own style; the system's print dialog then prints them, too. */
export function withPageNumbers(html: string): string {
  const style = `<style>@page { @top-center { content: counter(page); font: 14pt ${family}; } }
@page :first { @top-center { content: none; } }</style>`;
  return html.replace('</head>', () => `${style}</head>`);
}

/**
 * The same for an older Chromium: a header, printed on its own pages. There a header's lengths come out a third
 * larger than they are written: 10.5pt is 14pt on paper, 22.5mm and 11.25mm are the left and right margins.
 */
export const headerTemplate = `<div style='width: 100%; box-sizing: border-box; margin-top: 1mm; padding: 0 11.25mm 0 22.5mm;
text-align: center; font: 10.5pt ${family}'><span class="pageNumber"></span></div>`;
