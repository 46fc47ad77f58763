import type { CellValue, ReadRow, ReadSheet, SheetParts } from '../contract/workbooks.ts';
import { rowInFile } from '../domain/sheet-rows.ts';
import { addressColumn, columnLetter, type RawRow, type RawSheet } from './raw-sheet.ts';
import { ownLetter } from './unfold-parts.ts';

/** No sheet merges so many rows; overlapping merges of a made-up file would fill the memory. */
const MOST_MERGED = 1_000_000;

/** Calls for each cell that a merge over several rows covers in its left column, with the merge's own value. */
export function eachMergedDown(
  sheet: RawSheet,
  after: number,
  use: (row: number, column: number, value: CellValue) => void,
): void {
  const rows = new Map(sheet.rows.map((row) => [row.number, row]));
  const last = sheet.rows.at(-1)?.number ?? 0;
  let entries = 0;
  for (const merge of sheet.merges) {
    if (merge.top <= after || merge.bottom === merge.top) continue;
    const value = rows.get(merge.top)?.cells[merge.left];
    if (value === undefined) continue;
    for (let row = merge.top + 1; row <= Math.min(merge.bottom, last); row += 1) {
      entries += 1;
      if (entries > MOST_MERGED) return;
      use(row, merge.left, value);
    }
  }
}

/** The cells of a row by column letter. */
export function lettered(row: Pick<RawRow, 'cells'>): Record<string, CellValue> {
  const cells: Record<string, CellValue> = {};
  row.cells.forEach((cell, column) => {
    if (cell !== undefined) cells[columnLetter(column)] = cell;
  });
  return cells;
}

/**
 * What `rows` does not say of the sheet as it looks.
 * @param unfolded the rows as they were read, of a list folded into parts one part below the other
 */
export function partsOf(raw: RawSheet, unfolded: RawSheet, rows: readonly ReadRow[]): SheetParts {
  const carried = new Set(rows.filter(({ cells }) => Object.keys(cells).length > 0).map(({ row }) => row));
  return {
    merges: raw.merges,
    widths: Object.fromEntries(
      [...(raw.columnWidths ?? [])].map(([column, width]) => [columnLetter(column), width]),
    ),
    hiddenRows: raw.rows.filter(({ hidden }) => hidden).map(({ number }) => number),
    hiddenColumns: [...raw.hiddenColumns].map(columnLetter),
    otherRows: unfolded.rows
      .filter(({ number }) => !carried.has(number))
      .map((row) => ({ row: row.number, cells: lettered(row) })),
  };
}

/** The sheet as the reader found it, from what was understood of it: the way back, to understand it anew. */
export function rawOf(sheet: ReadSheet): RawSheet {
  const parts: SheetParts = sheet.parts ?? {
    merges: [],
    widths: {},
    hiddenRows: [],
    hiddenColumns: [],
    otherRows: [],
  };
  const hidden = new Set(parts.hiddenRows);
  // Parts of a folded list stand in one row again.
  const lists = new Map<number, RawRow['cells']>();
  for (const { row, cells } of [
    ...parts.otherRows,
    ...sheet.rows.map(({ row, own, cells }) => ({ row, cells: own ?? cells })),
  ]) {
    const list = lists.get(rowInFile(row)) ?? [];
    for (const [letter, cell] of Object.entries(cells))
      list[addressColumn(ownLetter(sheet, row, letter))] = cell;
    if (list.length > 0) lists.set(rowInFile(row), list);
  }
  const rows = [...lists]
    .sort(([a], [b]) => a - b)
    .map(([number, cells]): RawRow => ({ number, hidden: hidden.has(number), cells }));
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    rows,
    merges: parts.merges,
    hiddenColumns: new Set(parts.hiddenColumns.map(addressColumn)),
    columnWidths: new Map(
      Object.entries(parts.widths).map(([letter, width]) => [addressColumn(letter), width]),
    ),
    conversions: new Map(
      sheet.columns.flatMap(({ letter, converted }) =>
        converted === undefined ? [] : [[addressColumn(letter), converted]],
      ),
    ),
    ...(sheet.date1904 === true ? { date1904: true } : {}),
    pageMarks: [],
  };
}
