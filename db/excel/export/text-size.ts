const MM_PER_POINT = 25.4 / 72;
const CELL_PADDING_MM = 2;
/** A sheet shows "###" for a figure that is a hair too wide, where it would only wrap a text. */
const FIGURE_PADDING_MM = 2.5;

/** Widths in Times New Roman as shares of the font size, a little generous: a sheet has no way to measure. */
function letterShare(letter: string): number {
  if (/[\s.,:;|!'()/-]/.test(letter)) return 0.27;
  if (/\d/.test(letter)) return 0.5;
  if (/\p{Lu}/u.test(letter)) return 0.71;
  return 0.47;
}

function textWidthMm(text: string, points: number): number {
  const shares = [...text.normalize('NFC')].reduce((sum, letter) => sum + letterShare(letter), 0);
  return shares * points * MM_PER_POINT;
}

/** Width of a column in which the text stands on one line. */
export const columnWidthForMm = (text: string, points: number): number =>
  textWidthMm(text, points) + FIGURE_PADDING_MM;

/** Lines that a text takes when its words wrap in a cell of this width; at least 1. */
export function wrappedLines(text: string, widthMm: number, points: number): number {
  const room = Math.max(1, widthMm - CELL_PADDING_MM);
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const width = textWidthMm(word, points);
    const space = used === 0 ? 0 : textWidthMm(' ', points);
    if (used > 0 && used + space + width > room) {
      lines += 1;
      used = 0;
    } else used += space;
    // A word longer than the cell is broken inside.
    lines += Math.max(0, Math.ceil(width / room) - 1);
    used += width % room || width;
  }
  return lines;
}

/** Row height in points for that many lines. */
export const rowPoints = (lines: number, points: number): number => Math.ceil(lines * points * 1.2 + 2);
