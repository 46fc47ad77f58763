import type { ReadRow, SheetWarning } from '../contract/workbooks.ts';
import type { ClassifiedRow } from './classify-rows.ts';
import { fitsValue, type ValueTest } from './column-samples.ts';
import type { MatchedColumn } from './match-columns.ts';
import type { RawRow } from './raw-sheet.ts';
import { shownText } from './sheet-grid.ts';

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

/** Which rows of a sheet hold values that do not fit their column; asked again when another column changes. */
export class UnfitCells {
  readonly #rows: readonly RawRow[];
  readonly #found = new Map<string, ReadonlySet<RawRow>>();

  constructor(rows: readonly RawRow[]) {
    this.#rows = rows;
  }

  /** The rows whose value in the column does not fit. */
  of([column, test]: TypedColumn): ReadonlySet<RawRow> {
    const key = `${column} ${test}`;
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const found = new Set(
      this.#rows.filter(({ cells }) => {
        const cell = cells[column];
        return cell !== undefined && !fitsValue(cell, test);
      }),
    );
    this.#found.set(key, found);
    return found;
  }
}

/**
 * By how many columns the values of a row stand beside their titles, as when a cell was put in or taken out: at least
 * two values do not fit where they stand, and all of these fit one column further, where the title is another one's.
 */
function shiftOf(cells: RawRow['cells'], wrong: readonly TypedColumn[]): 1 | -1 | null {
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
  columns.flatMap(({ column, meaning, joins }): TypedColumn[] => {
    const test = meaning === null || joins !== undefined ? undefined : shapes[meaning];
    return test === undefined ? [] : [[column, test]];
  });

/** Rows whose values stand beside their titles, by row number. */
export function shiftedRows(
  rows: readonly ClassifiedRow[],
  typed: readonly TypedColumn[],
  unfit: UnfitCells,
): Map<number, NonNullable<ReadRow['shifted']>> {
  const shifted = new Map<number, NonNullable<ReadRow['shifted']>>();
  if (typed.length < FEWEST) return shifted;
  const columns = typed.map((column) => ({ column, unfit: unfit.of(column) }));
  for (const { class: rowClass, raw, number } of rows) {
    if (rowClass !== 'data' || raw === null) continue;
    const wrong = columns.filter((each) => each.unfit.has(raw)).map(({ column }) => column);
    const by = shiftOf(raw.cells, wrong);
    if (by !== null) shifted.set(number, by);
  }
  return shifted;
}

type Cells = RawRow['cells'];

/** The ways to put a row's cells back: without an empty cell (right), or with one more (left), in any place that fits. */
function waysBack(cells: Cells, by: 1 | -1, typed: readonly TypedColumn[]): Cells[] {
  const ways: Cells[] = [];
  for (let at = 0; at < cells.length; at += 1) {
    if (by === 1 && cells[at] !== undefined) continue;
    const back =
      by === 1
        ? [...cells.slice(0, at), ...cells.slice(at + 1)]
        : [...cells.slice(0, at), undefined, ...cells.slice(at)];
    const fits = typed.every(([column, test]) => {
      const cell = back[column];
      return cell === undefined || fitsValue(cell, test);
    });
    if (fits && !ways.some((way) => isSame(way, back))) ways.push(back);
  }
  return ways;
}

const isSame = (one: Cells, other: Cells): boolean =>
  Array.from({ length: Math.max(one.length, other.length) }, (_, at) => at).every(
    (at) => one[at] === other[at],
  );

/** Rows that are asked what stands in a column. */
const ASKED_ROWS = 2000;

/**
 * The cells of each shifted row back under their titles. Where several ways fit, the one whose texts stand in the same
 * columns of other rows most often; none when that is not one alone.
 */
export function mendedRows(
  rows: readonly ClassifiedRow[],
  typed: readonly TypedColumn[],
  shifted: ReadonlyMap<number, 1 | -1>,
): Map<number, Cells> {
  const mended = new Map<number, Cells>();
  if (shifted.size === 0) return mended;
  const seen = new Map<number, Set<string>>();
  for (const row of rows.slice(0, ASKED_ROWS)) {
    if (row.class !== 'data' || row.raw === null || shifted.has(row.number)) continue;
    row.raw.cells.forEach((cell, column) => {
      const texts = seen.get(column) ?? new Set();
      seen.set(column, texts.add(shownText(cell)));
    });
  }
  const worth = (cells: Cells): number =>
    cells.filter((cell, column) => cell !== undefined && seen.get(column)?.has(shownText(cell))).length;
  for (const { number, raw } of rows) {
    const by = shifted.get(number);
    if (by === undefined || raw === null) continue;
    // Sparse places count as empty cells.
    const ways = waysBack(Array.from(raw.cells), by, typed);
    const best = Math.max(...ways.map(worth));
    const [way, ...rivals] = ways.filter((each) => worth(each) === best);
    if (way !== undefined && rivals.length === 0) mended.set(number, way);
  }
  return mended;
}

export function shiftWarnings(shifted: ReadonlyMap<number, unknown>): SheetWarning[] {
  const [first] = shifted.keys();
  return first === undefined ? [] : [{ code: 'SHIFTED_ROWS', params: { count: shifted.size, row: first } }];
}
