import type { CellValue, ReadRow, SheetWarning } from '../contract/workbooks.ts';
import type { ClassifiedRow } from './classify-rows.ts';
import { fitsValue, type ValueTest } from './column-samples.ts';
import type { MatchedColumn } from './match-columns.ts';

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
function shiftOf(
  cells: readonly (CellValue | undefined)[],
  typed: readonly [number, ValueTest][],
): 1 | -1 | null {
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

/** Rows whose values stand beside their titles, by row number. */
export function shiftedRows(
  rows: readonly ClassifiedRow[],
  columns: readonly MatchedColumn[],
): Map<number, NonNullable<ReadRow['shifted']>> {
  const typed = columns.flatMap(({ column, meaning }): [number, ValueTest][] => {
    const test = meaning === null ? undefined : shapes[meaning];
    return test === undefined ? [] : [[column, test]];
  });
  const shifted = new Map<number, NonNullable<ReadRow['shifted']>>();
  if (typed.length < FEWEST) return shifted;
  for (const row of rows) {
    if (row.class !== 'data' || row.raw === null) continue;
    const by = shiftOf(row.raw.cells, typed);
    if (by !== null) shifted.set(row.number, by);
  }
  return shifted;
}

export function shiftWarnings(shifted: ReadonlyMap<number, unknown>): SheetWarning[] {
  const [first] = shifted.keys();
  return first === undefined ? [] : [{ code: 'SHIFTED_ROWS', params: { count: shifted.size, row: first } }];
}
