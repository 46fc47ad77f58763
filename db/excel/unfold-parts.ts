import type { CellValue, ReadSheet } from '../contract/workbooks.ts';
import { foldedRow, partOfRow } from '../domain/sheet-rows.ts';
import { columnLetter, type Merge, type RawRow, type RawSheet } from './raw-sheet.ts';
import { startsAsTotal } from './row-shapes.ts';
import { filledColumns, type SheetGrid, shownText } from './sheet-grid.ts';
import { cellsOfParts, type SideBySide } from './side-by-side.ts';
import { startsAsUnit } from './unit-names.ts';

const isWhole = (cell: CellValue | undefined): boolean => /^\d{1,6}\.?$/.test(shownText(cell));
const ROW_OF_LIST = 3;
/** What runs across the parts says little: a unit, a total, a page's number. */
const MOST_ACROSS = 2;

interface SplitRow {
  row: RawRow;
  parts: RawRow['cells'][];
}

/** The letters under which a row of an unfolded sheet stands in the file. */
export function ownLetter({ folds }: Pick<ReadSheet, 'folds'>, row: number, letter: string): string {
  const part = partOfRow(row);
  return part === 0 ? letter : (folds?.[part - 1]?.[letter] ?? letter);
}

/** What `ReadSheet.folds` says of the parts. */
export const foldsOf = ({ columns }: SideBySide): NonNullable<ReadSheet['folds']> =>
  columns.map((part) =>
    Object.fromEntries([...part].map(([own, target]) => [columnLetter(target), columnLetter(own)])),
  );

/** Where a stretch of the list begins in the file, and whether its rows run across all parts. */
interface Stretch {
  first: number;
  stretch: number;
  whole: boolean;
}

interface Reading {
  rows: RawRow[];
  stretches: Stretch[];
}

/**
 * The sheet as if its list were not folded: the rows of each part below those of the part before, under the columns
 * of the first. Lines across all parts keep their place between what stands above and below them; what follows the
 * last row of the list stays whole.
 */
export function unfolded(raw: RawSheet, grid: SheetGrid, parts: SideBySide): RawSheet {
  const { header } = parts;
  const split = raw.rows
    .filter(({ number }) => number > header.last)
    .map((row): SplitRow => ({ row, parts: cellsOfParts(parts, row) }));
  const end = lastOfList(split, parts);
  const across = new Set(split.filter(({ row }) => row.number > end || isMergedAcross(row, grid, parts)));
  const alone = split.filter((each) => !across.has(each) && standsAlone(each, split, parts));
  const own = inOrder(split, grid, parts, { across, end });
  // A unit that no merge draws over the parts is of all of them when the numbers say so.
  const joined =
    alone.length === 0 ? own : inOrder(split, grid, parts, { across: new Set([...across, ...alone]), end });
  const [at = 0] = parts.from;
  const { rows, stretches } = breaksIn(joined.rows, at) < breaksIn(own.rows, at) ? joined : own;
  return {
    ...raw,
    rows: [...raw.rows.filter(({ number }) => number <= header.last), ...rows],
    merges: raw.merges.flatMap((merge) => movedMerge(merge, parts, stretches)),
    ...(raw.conversions === undefined ? {} : { conversions: joinedConversions(raw.conversions, parts) }),
  };
}

/** The rows in the order in which they are read, with the numbers of that order. */
function inOrder(
  split: readonly SplitRow[],
  grid: SheetGrid,
  parts: SideBySide,
  { across, end }: { across: ReadonlySet<SplitRow>; end: number },
): Reading {
  const { header, units } = parts;
  // Units over the parts come before the first rows.
  let stretch = units === null ? 0 : 1;
  const rows: RawRow[] = units === null ? [] : unitRows(grid, parts, units);
  const stretches: Stretch[] = [];
  let inFoot = false;
  for (const each of split) {
    const { row } = each;
    const whole = across.has(each);
    const repeats = !whole && header.isRepeatedBy({ ...row, cells: each.parts[0] ?? [] });
    if (repeats || (whole && !inFoot)) stretch += 1;
    inFoot = row.number > end;
    stretches.push({ first: row.number, stretch, whole });
    if (whole) {
      rows.push({ ...row, number: foldedRow(row.number, stretch, 0) });
      continue;
    }
    each.parts.forEach((cells, part) => {
      if (cells.length > 0)
        rows.push(placed(row, cells, foldedRow(row.number, stretch, part), parts.columns[part - 1]));
    });
  }
  return { rows: rows.sort((a, b) => a.number - b.number), stretches };
}

/** How often the numbers of the rows neither count on nor begin anew. */
function breaksIn(rows: readonly RawRow[], column: number): number {
  const numbers = rows.flatMap(({ cells }) =>
    isWhole(cells[column]) ? [Number.parseInt(shownText(cells[column]), 10)] : [],
  );
  return numbers.filter((number, index) => number !== 1 && number !== (numbers[index - 1] ?? 0) + 1).length;
}

/** The last row of the list in any part; a part may end with the unit whose people the next part has. */
function lastOfList(split: readonly SplitRow[], parts: SideBySide): number {
  const last = split.findLastIndex((each) => isOfList(each, parts));
  const next = split[last + 1];
  const texts = next?.row.cells.filter((cell) => cell?.type === 'text').map(shownText) ?? [];
  const isUnit = texts.length > 0 && texts.length <= MOST_ACROSS && texts.some(startsAsUnit);
  return (isUnit ? next : split[last])?.row.number ?? parts.header.last;
}

function isOfList({ parts }: SplitRow, { from, header }: SideBySide): boolean {
  const totals = parts.filter((cells, part) => {
    const label = cells.find((cell) => cell?.type === 'text');
    return !isWhole(cells[from[part] ?? 0]) && label !== undefined && startsAsTotal(shownText(label));
  });
  if (totals.length > 1) return true;
  const fewest = Math.min(ROW_OF_LIST, header.titles.size);
  return parts.some((cells, part) => {
    if (totals.includes(cells)) return false;
    return isWhole(cells[from[part] ?? 0]) || cells.filter((cell) => cell !== undefined).length >= fewest;
  });
}

function isMergedAcross(row: RawRow, grid: SheetGrid, { from }: SideBySide): boolean {
  const partAt = (column: number): number => from.findLastIndex((start) => start <= column);
  return grid
    .mergesAt(row.number)
    .some(
      ({ top, left, right }) =>
        top === row.number && row.cells[left] !== undefined && partAt(left) < partAt(right),
    );
}

/** A few words in the first part with nothing beside them, where the list goes on below in other parts. */
function standsAlone({ row, parts }: SplitRow, split: readonly SplitRow[], { from }: SideBySide): boolean {
  const [first = [], ...later] = parts;
  if (later.some((cells) => cells.length > 0) || isWhole(first[from[0] ?? 0])) return false;
  const filled = filledColumns({ ...row, cells: first });
  if (filled.length === 0 || filled.length > MOST_ACROSS) return false;
  return split.some(
    (each) => each.row.number > row.number && each.parts.some((cells, part) => part > 0 && cells.length > 0),
  );
}

function placed(
  row: RawRow,
  cells: RawRow['cells'],
  number: number,
  columns: ReadonlyMap<number, number> | undefined,
): RawRow {
  if (columns === undefined) return { ...row, number, cells };
  const moved: RawRow['cells'] = [];
  cells.forEach((cell, column) => {
    if (cell !== undefined) moved[columns.get(column) ?? column] = cell;
  });
  return { ...row, number, cells: moved };
}

function unitRows(
  grid: SheetGrid,
  { columns: places }: SideBySide,
  { row, columns }: NonNullable<SideBySide['units']>,
): RawRow[] {
  return columns.map((column, part) => {
    const cells: RawRow['cells'] = [];
    const value = grid.value(row, column);
    if (value !== undefined) cells[places[part - 1]?.get(column) ?? column] = value;
    return { number: foldedRow(row, 1, part), hidden: false, cells };
  });
}

function movedMerge(
  merge: Merge,
  { from, columns, header }: SideBySide,
  stretches: readonly Stretch[],
): Merge[] {
  if (merge.top <= header.last) return [merge];
  const own = stretches.findLast(({ first }) => first <= merge.top);
  if (own === undefined) return [];
  const next = stretches.find(
    ({ first, stretch, whole }) => first > merge.top && (stretch !== own.stretch || whole !== own.whole),
  );
  const bottom = Math.min(merge.bottom, (next?.first ?? merge.bottom + 1) - 1);
  const part = own.whole
    ? 0
    : Math.max(
        0,
        from.findLastIndex((start) => start <= merge.left),
      );
  const placesOfPart = columns[part - 1];
  const left = placesOfPart?.get(merge.left) ?? merge.left;
  return [
    {
      top: foldedRow(merge.top, own.stretch, part),
      bottom: foldedRow(bottom, own.stretch, part),
      left,
      right: placesOfPart?.get(merge.right) ?? left + merge.right - merge.left,
    },
  ];
}

function joinedConversions(
  conversions: NonNullable<RawSheet['conversions']>,
  { columns }: SideBySide,
): NonNullable<RawSheet['conversions']> {
  const joined = new Map(conversions);
  for (const part of columns) {
    for (const [own, target] of part) {
      const more = joined.get(own);
      if (more === undefined) continue;
      const known = joined.get(target);
      joined.set(target, known === undefined ? more : { ...known, cells: known.cells + more.cells });
      joined.delete(own);
    }
  }
  return joined;
}
