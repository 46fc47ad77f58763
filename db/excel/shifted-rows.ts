import type { CellValue, ReadRow, SheetWarning } from '../contract/workbooks.ts';
import type { ClassifiedRow } from './classify-rows.ts';
import { fitsValue, type ValueTest } from './column-samples.ts';
import type { MatchedColumn } from './match-columns.ts';
import type { RawRow } from './raw-sheet.ts';

/** Fields whose values are known by their shape. */
const shapes: Readonly<Record<string, ValueTest>> = {
  birthDate: 'date',
  birthDateMale: 'date',
  birthDateFemale: 'date',
  admittedOn: 'date',
  fullMemberOn: 'date',
  gender: 'gender',
  citizenId: 'anyCitizenId',
  fullName: 'personName',
  ratingDecided: 'rating',
  organization: 'unit',
};
const FEWEST = 2;

/**
 * By how many columns the values of a row stand beside their titles, as when a cell was put in or taken out: at least
 * two values do not fit where they stand, and all of these fit one column further, where the title is another one's.
 */
function shiftOf(cells: readonly (CellValue | undefined)[], typed: readonly TypedColumn[]): 1 | -1 | null {
  const wrong = typed.filter(([column, test]) => {
    const cell = cells[column];
    return cell !== undefined && !fitsValue(cell, test);
  });
  if (wrong.length < FEWEST) return null;
  for (const by of [1, -1] as const) {
    const isThere = wrong.every(([column, test]) => {
      const cell = cells[column + by];
      return cell !== undefined && fitsValue(cell, test);
    });
    if (isThere) return by;
  }
  return null;
}

export type TypedColumn = [column: number, test: ValueTest];

/** The columns whose values can be told by their shape. */
export const typedColumns = (columns: readonly MatchedColumn[]): TypedColumn[] =>
  columns.flatMap(({ column, meaning }): TypedColumn[] => {
    const test = meaning === null ? undefined : shapes[meaning];
    return test === undefined ? [] : [[column, test]];
  });

/**
 * Rows whose values stand beside their titles, by row number.
 * @param known what was found of rows with the same typed columns
 */
export function shiftedRows(
  rows: readonly ClassifiedRow[],
  typed: readonly TypedColumn[],
  known: Map<RawRow, 1 | -1 | null> = new Map(),
): Map<number, NonNullable<ReadRow['shifted']>> {
  const shifted = new Map<number, NonNullable<ReadRow['shifted']>>();
  if (typed.length < FEWEST) return shifted;
  for (const row of rows) {
    if (row.class !== 'data' || row.raw === null) continue;
    const by = known.get(row.raw) ?? (known.has(row.raw) ? null : shiftOf(row.raw.cells, typed));
    known.set(row.raw, by);
    if (by !== null) shifted.set(row.number, by);
  }
  return shifted;
}

export function shiftWarnings(shifted: ReadonlyMap<number, unknown>): SheetWarning[] {
  const [first] = shifted.keys();
  return first === undefined ? [] : [{ code: 'SHIFTED_ROWS', params: { count: shifted.size, row: first } }];
}
