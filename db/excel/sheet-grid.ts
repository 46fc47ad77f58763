import type { CellValue } from '../contract/workbooks.ts';
import { cleanText } from '../domain/names.ts';
import type { Merge, RawRow, RawSheet } from './raw-sheet.ts';
import { isUncalculated } from './raw-sheet.ts';

/** The text that a cell shows, in one line; numbers as digits. '' for nothing, an error or an uncalculated formula. */
export function shownText(cell: CellValue | undefined): string {
  switch (cell?.type) {
    case 'text':
      return cleanText(cell.text);
    case 'number':
      return String(cell.number);
    case 'date':
      return String(cell.serial);
    default:
      return '';
  }
}

const HIGHEST_MERGE = 20;

/** A sheet with quick ways to its rows and to the merges that cover a cell. */
export class SheetGrid {
  readonly sheet: RawSheet;
  readonly #rows: Map<number, RawRow>;
  /** Merges by each row that they touch, for the first rows of each. */
  readonly #merges: Map<number, Merge[]>;
  readonly lastRow: number;

  constructor(sheet: RawSheet) {
    this.sheet = sheet;
    this.#rows = new Map(sheet.rows.map((row) => [row.number, row]));
    this.lastRow = sheet.rows.at(-1)?.number ?? 0;
    this.#merges = new Map();
    for (const merge of sheet.merges) {
      // Headers and sections are a few rows high; a merge over whole columns must not cost a million entries.
      for (let row = merge.top; row <= Math.min(merge.bottom, merge.top + HIGHEST_MERGE); row += 1) {
        const list = this.#merges.get(row);
        if (list) list.push(merge);
        else this.#merges.set(row, [merge]);
      }
    }
  }

  row(number: number): RawRow | undefined {
    return this.#rows.get(number);
  }

  mergesAt(row: number): readonly Merge[] {
    return this.#merges.get(row) ?? [];
  }

  mergeOver(row: number, column: number): Merge | null {
    return this.mergesAt(row).find((merge) => column >= merge.left && column <= merge.right) ?? null;
  }

  /** The cell's own value, or the one of the merge that covers it. */
  value(row: number, column: number): CellValue | undefined {
    const own = this.row(row)?.cells[column];
    if (own !== undefined) return own;
    const merge = this.mergeOver(row, column);
    return merge === null ? undefined : this.row(merge.top)?.cells[merge.left];
  }

  text(row: number, column: number): string {
    return shownText(this.value(row, column));
  }
}

/** Columns of the cells that hold something; uncalculated formulas count only when asked for. */
export function filledColumns(row: RawRow | undefined, withFormulas = false): number[] {
  const columns: number[] = [];
  row?.cells.forEach((cell, column) => {
    if (cell !== undefined && (withFormulas || !isUncalculated(cell))) columns.push(column);
  });
  return columns;
}
