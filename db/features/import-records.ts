import type { ImportDecisions } from '../contract/import-decisions.ts';
import type { ReadColumn, ReadRow, ReadSheet } from '../contract/workbooks.ts';
import { type CellFix, withFixes } from '../excel/fixed-cells.ts';

interface Reader<R> {
  sheet: ReadSheet;
  rows: readonly ReadRow[];
  read(row: ReadRow, above: ReadRow | null, columns?: readonly ReadColumn[]): R;
}

/** The records of a sheet, read once; a mended cell makes only its own row and the one below be read again. */
export class RecordBook<R extends { row: number }> {
  readonly #reader: Reader<R>;
  readonly #asWritten: R[];
  readonly #mended = new Map<number, { key: string; record: R }>();

  constructor(reader: Reader<R>) {
    this.#reader = reader;
    this.#asWritten = this.#reader.rows.map((row, index) =>
      this.#reader.read(row, this.#reader.rows[index - 1] ?? null),
    );
  }

  /** The sheet with the field of each column as it is read. */
  get sheet(): ReadSheet {
    return this.#reader.sheet;
  }

  records(cells: ImportDecisions['cells']): R[] {
    if (cells.length === 0) return this.#asWritten;
    const fixes = new Map<number, CellFix[]>();
    for (const { row, field, text } of cells) fixes.set(row, [...(fixes.get(row) ?? []), { field, text }]);
    const { rows } = this.#reader;
    return this.#asWritten.map((record, index) => {
      const own = fixes.get(record.row);
      const above = rows[index - 1];
      // "-nt-" says the same as above: a row follows when the one above it was mended.
      const aboveFixes = above === undefined ? undefined : fixes.get(above.row);
      if (own === undefined && aboveFixes === undefined) return record;
      const key = JSON.stringify([own, aboveFixes]);
      const known = this.#mended.get(record.row);
      if (known?.key === key) return known.record;
      const made = this.#read(index, own ?? [], aboveFixes ?? []);
      this.#mended.set(record.row, { key, record: made });
      return made;
    });
  }

  #read(index: number, own: readonly CellFix[], aboveFixes: readonly CellFix[]): R {
    const { rows, sheet } = this.#reader;
    const row = rows[index];
    if (row === undefined) throw new Error(`no row ${index}`);
    const above = rows[index - 1];
    const mended = withFixes(sheet, row, own);
    return this.#reader.read(
      mended.row,
      above === undefined ? null : withFixes(sheet, above, aboveFixes).row,
      own.length === 0 ? undefined : mended.columns,
    );
  }
}
