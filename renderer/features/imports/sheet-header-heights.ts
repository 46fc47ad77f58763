import type { SheetLook } from '../../../db/contract/sheet-readings.ts';

const LINE = 18;
const LEAST = 28;
const MOST = 126;
/** Pixels of one letter of a title. */
const LETTER = 7.8;

/** Lines that a text takes when it breaks between words, and inside a word longer than a line. */
function wrappedLines(text: string, perLine: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    if (used > 0 && used + 1 + word.length > perLine) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + word.length;
    while (used > perLine) {
      lines += 1;
      used -= perLine;
    }
  }
  return lines;
}

/** Heights of the header's rows in pixels, so that every wrapped title is seen whole or nearly so. */
export function headerHeights(look: SheetLook): number[] {
  const widths = new Map(look.columns.map(({ letter, width }, index) => [letter, { width, index }]));
  const heights = look.header.map(() => LEAST);
  const needs: Array<{ at: number; rows: number; height: number }> = [];
  for (const [at, row] of look.header.entries()) {
    for (const [letter, text] of Object.entries(row.cells)) {
      const place = widths.get(letter);
      if (place === undefined) continue;
      const [across, down] = row.spans[letter] ?? [1, 1];
      const width = look.columns
        .slice(place.index, place.index + across)
        .reduce((sum, column) => sum + column.width, 0);
      const perLine = Math.max(1, Math.floor((width - 10) / LETTER));
      const lines = text.split('\n').reduce((sum, part) => sum + wrappedLines(part, perLine), 0);
      const rows = Math.max(1, Math.min(down, look.header.length - at));
      needs.push({ at, rows, height: Math.min(MOST, lines * LINE + 8) });
    }
  }
  for (const { at, rows, height } of needs.sort((a, b) => a.rows - b.rows)) {
    const there = heights.slice(at, at + rows).reduce((sum, each) => sum + each, 0);
    const last = at + rows - 1;
    if (there < height) heights[last] = (heights[last] ?? LEAST) + height - there;
  }
  return heights;
}
