import type { SheetLayout } from '../contract/workbooks.ts';
import type { Header } from './find-header.ts';
import { columnLetter, type RawSheet } from './raw-sheet.ts';
import { cellText } from './values-text.ts';

/** A made-up file may hold any number of rows above its header, of merges and of columns. */
const MOST = { rows: 200, merges: 2000, widths: 300 } as const;

/** The head, the header with its merges, and the widths: what rows that go back to the office stand under. */
export function layoutOf(raw: RawSheet, header: Header): SheetLayout {
  const rows = raw.rows
    .filter((row) => row.number <= header.last)
    .slice(-MOST.rows)
    .map((row) => ({ row: row.number, cells: textsOf(row.cells) }));
  const merges = raw.merges.filter((merge) => merge.bottom <= header.last).slice(0, MOST.merges);
  const widths = [...(raw.columnWidths ?? [])].slice(0, MOST.widths);
  return {
    rows,
    merges,
    widths: Object.fromEntries(widths.map(([column, width]) => [columnLetter(column), width])),
  };
}

function textsOf(cells: RawSheet['rows'][number]['cells']): Record<string, string> {
  const texts: Record<string, string> = {};
  cells.forEach((cell, column) => {
    // Line breaks inside a title are part of its look.
    const text = cell?.type === 'text' ? cell.text.normalize('NFC') : cellText(cell);
    if (text.trim() !== '') texts[columnLetter(column)] = text;
  });
  return texts;
}
