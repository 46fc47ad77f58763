/** Style of a page number: as large as the text, black. */
export const NUMBER_PT = 14;
export const numberFont = `${NUMBER_PT}pt "Times New Roman", "Liberation Serif", serif`;

/**
 * Adds page numbers from page 2 on to a document's own style, for the system's print dialog. Chromium draws them
 * since version 131; an older one leaves them out there. A PDF gets its numbers in `pdf.ts`.
 */
export function withPageNumbers(html: string): string {
  const style = `<style>@page { @top-center { content: counter(page); font: ${numberFont}; } }
@page :first { @top-center { content: none; } }</style>`;
  return html.replace('</head>', () => `${style}</head>`);
}
