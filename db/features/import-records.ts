import type { ReadColumn, ReadRow, ReadSheet } from '../contract/workbooks.ts';
import { type CellFix, withFixes } from '../excel/fixed-cells.ts';
import type { DecisionIndex } from './import-decisions.ts';

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
    return this.#asWritten.map((record, index) => {
      const own = changeOf(rows[index]);
      // "-nt-" says the same as above: a row follows when the one above it was mended.
      const above = changeOf(rows[index - 1]);
      if (own === null && above === null) return record;
      const key = JSON.stringify([own, above]);
      const known = this.#mended.get(record.row);
      if (known?.key === key) return known.record;
      const made = this.#read(index, own, above);
      this.#mended.set(record.row, { key, record: made });
      return made;
    });
  }

  #read(index: number, own: RowChange | null, aboveChange: RowChange | null): R {
    const { rows, sheet } = this.#reader;
    const row = rows[index];
    if (row === undefined) throw new Error(`no row ${index}`);
    const above = rows[index - 1];
    const { row: changed, columns } = withFixes(sheet, putBack(row, own), own?.fixes ?? []);
    return this.#reader.read(
      changed,
      above === undefined
        ? null
        : withFixes(sheet, putBack(above, aboveChange), aboveChange?.fixes ?? []).row,
      own === null || own.fixes.length === 0 ? undefined : columns,
    );
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
