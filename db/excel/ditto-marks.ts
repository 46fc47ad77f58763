import { dittoMarks } from '../contract/vi/sheet-words.ts';
import type { CellValue, ReadRow } from '../contract/workbooks.ts';
import { cellText } from './values-text.ts';

const bare = (text: string): string => text.toLowerCase().replace(/[\s.–—-]/g, '');
const dittos = new Set(dittoMarks.map((mark) => bare(mark.normalize('NFC'))));
/** Asked of every cell: most are longer than a mark with its dashes or begin otherwise. */
const LONGEST = 9;
const starts = new Set([...[...dittos].map((mark) => mark.charAt(0)), '-', '–', '—', '.']);

/** "-nt-": the same as in the row above; `text` is clean. */
export const isDitto = (text: string): boolean =>
  text.length <= LONGEST && starts.has(text.charAt(0).toLowerCase()) && dittos.has(bare(text));

/** Whether a cell says the same as the one above it. */
export const repeatsAbove = (cell: CellValue | undefined): boolean =>
  cell?.type === 'text' && cell.text.length <= 2 * LONGEST && isDitto(cellText(cell));

/** Whether any cell of a row does. */
export function hasDittos(row: ReadRow): boolean {
  for (const letter in row.cells) if (repeatsAbove(row.cells[letter])) return true;
  return false;
}

/** No list goes on longer; a made-up file would be walked through for each of its rows. */
const LONGEST_CHAIN = 2000;

/**
 * The row above the one at `index`, its own "-nt-" replaced by what they stand for, however many rows up it is
 * written; null for the first row.
 */
export function rowAbove(index: number, rowAt: (index: number) => ReadRow | undefined): ReadRow | null {
  const above = rowAt(index - 1);
  if (above === undefined || !hasDittos(above)) return above ?? null;
  const open = new Set(Object.keys(above.cells).filter((letter) => repeatsAbove(above.cells[letter])));
  const cells = { ...above.cells };
  for (let at = index - 2; at >= Math.max(0, index - LONGEST_CHAIN) && open.size > 0; at -= 1) {
    const row = rowAt(at);
    for (const letter of open) {
      const cell = row?.cells[letter];
      if (repeatsAbove(cell)) continue;
      if (cell === undefined) delete cells[letter];
      else cells[letter] = cell;
      open.delete(letter);
    }
  }
  return { ...above, cells };
}
