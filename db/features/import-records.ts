import type { ReadColumn, ReadRow, ReadSheet } from '../contract/workbooks.ts';
import { hasDittos, rowAbove } from '../excel/ditto-marks.ts';
import { type CellFix, withFixes } from '../excel/fixed-cells.ts';
import type { DecisionIndex } from './import-decisions.ts';

interface Reader<R> {
  sheet: ReadSheet;
  rows: readonly ReadRow[];
  read(row: ReadRow, above: ReadRow | null, columns?: readonly ReadColumn[]): R;
}

/** The records of a sheet, read once; a mended cell makes only its own row and those below that repeat it be read again. */
export class RecordBook<R extends { row: number }> {
  readonly #reader: Reader<R>;
  readonly #asWritten: R[];
  readonly #mended = new Map<number, { key: string; record: R }>();
  readonly #dittos = new Map<ReadRow, boolean>();

  constructor(reader: Reader<R>) {
    this.#reader = reader;
    this.#asWritten = this.#reader.rows.map((row, index) =>
      this.#reader.read(
        row,
        rowAbove(index, (at) => this.#reader.rows[at]),
      ),
    );
  }

  /** The sheet with the field of each column as it is read. */
  get sheet(): ReadSheet {
    return this.#reader.sheet;
  }

  records({ cells, mended }: Pick<DecisionIndex, 'cells' | 'mended'>): R[] {
    if (cells.length === 0 && mended.size === 0) return this.#asWritten;
    const fixes = new Map<number, CellFix[]>();
    for (const { row, field, text } of cells) fixes.set(row, [...(fixes.get(row) ?? []), { field, text }]);
    const changeOf = (row: ReadRow | undefined): RowChange | null => {
      if (row === undefined) return null;
      const own = fixes.get(row.row) ?? [];
      const isMended = row.mended !== undefined && mended.has(row.row);
      return own.length === 0 && !isMended ? null : { fixes: own, isMended };
    };
    const { rows } = this.#reader;
    // "-nt-" says the same as above: a row follows when the one above it was mended, or one further up by way of it.
    let next: (RowChange & { row: number })[] = [];
    return this.#asWritten.map((record, index) => {
      const row = rows[index];
      const own = changeOf(row);
      const above = next;
      const further = row !== undefined && this.#hasDittos(row) ? above : [];
      next = row === undefined || own === null ? further : [...further, { row: row.row, ...own }];
      if (own === null && above.length === 0) return record;
      const key = JSON.stringify([own, above]);
      const known = this.#mended.get(record.row);
      if (known?.key === key) return known.record;
      const made = this.#read(index, changeOf);
      this.#mended.set(record.row, { key, record: made });
      return made;
    });
  }

  #hasDittos(row: ReadRow): boolean {
    const known = this.#dittos.get(row);
    if (known !== undefined) return known;
    const found = hasDittos(row);
    this.#dittos.set(row, found);
    return found;
  }

  #read(index: number, changeOf: (row: ReadRow) => RowChange | null): R {
    const { rows, sheet } = this.#reader;
    const row = rows[index];
    if (row === undefined) throw new Error(`no row ${index}`);
    const changed = (each: ReadRow) => {
      const change = changeOf(each);
      return withFixes(sheet, putBack(each, change), change?.fixes ?? []);
    };
    const { row: own, columns } = changed(row);
    const above = rowAbove(index, (at) => {
      const each = rows[at];
      return each === undefined ? undefined : changed(each).row;
    });
    return this.#reader.read(own, above, (changeOf(row)?.fixes.length ?? 0) === 0 ? undefined : columns);
  }
}

/** What the person changed of a row. */
interface RowChange {
  fixes: readonly CellFix[];
  isMended: boolean;
}

/** A shifted row with its cells under their titles, where the person said so. */
function putBack(row: ReadRow, change: RowChange | null): ReadRow {
  if (change?.isMended !== true || row.mended === undefined) return row;
  const { shifted: _shifted, mended, ...rest } = row;
  return { ...rest, cells: mended };
}
