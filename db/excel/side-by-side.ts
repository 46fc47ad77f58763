import { MOST_FOLDED_PARTS, MOST_FOLDED_ROWS } from '../domain/sheet-rows.ts';
import { type Header, headerOf } from './find-header.ts';
import { listedMeaning, matchTitle, yearInTitle } from './match-title.ts';
import { quarterInTitle } from './quarter-titles.ts';
import type { RawRow } from './raw-sheet.ts';
import { filledColumns, type SheetGrid, shownText } from './sheet-grid.ts';
import { titleKey } from './title-keys.ts';
import { startsAsCell } from './unit-names.ts';

/** A list that goes on beside itself under the same titles, to save paper: its columns and those of its later parts. */
export interface SideBySide {
  /** First column of each part. */
  from: number[];
  /** For each part after the first: the first part's column by its own. */
  columns: ReadonlyMap<number, number>[];
  /** The header of the first part, with titles that only a later part has. */
  header: Header;
  /** A row above the titles that names a cell for each part; its number and these texts by column. */
  units: { row: number; columns: number[] } | null;
}

interface Titled {
  column: number;
  levels: readonly string[];
}

/** A list of fewer columns is no list. */
const FEWEST = 3;
const ROWS_OF_HEADS = 3;
const SAMPLED_ROWS = 300;
const leafKey = ({ levels }: Titled): string => titleKey(levels.at(-1) ?? '');

/** Where each part begins among the titled columns: at its number, or behind a gap at the title that follows it. */
function startsOf(titled: readonly Titled[]): number[] {
  const [first, second] = titled;
  if (first === undefined || second === undefined) return [];
  const again = titled.flatMap((each, index) =>
    index >= FEWEST && leafKey(each) === leafKey(first) ? [index] : [],
  );
  if (again.length > 0) return [0, ...again];
  const unnumbered = titled.flatMap((each, index) => {
    const before = titled[index - 1]?.column ?? each.column;
    const isBehindGap = each.column > before + 1;
    return index >= FEWEST && isBehindGap && leafKey(each) === leafKey(second) ? [index] : [];
  });
  return unnumbered.length > 0 ? [0, ...unnumbered] : [];
}

/** The one group that stands over all columns of a part: "Tổ 1" over "STT", "Họ và tên", ... */
function commonGroup(part: readonly Titled[]): string | null {
  const group = part[0]?.levels[0];
  const isCommon = part.every(({ levels }) => levels.length > 1 && levels[0] === group);
  return group !== undefined && isCommon ? group : null;
}

const withoutGroup = (part: readonly Titled[]): Titled[] =>
  commonGroup(part) === null
    ? [...part]
    : part.map(({ column, levels }) => ({ column, levels: levels.slice(1) }));

/** The columns of a later part, each with that of the first part under the same title; null when too few are. */
function columnsLike(
  first: readonly Titled[],
  own: readonly Titled[],
  { titles }: Header,
): Map<number, number> | null {
  const keyOf = ({ levels }: Titled): string => titleKey(levels.join(' / '));
  const free = [...first];
  const columns = new Map<number, number>();
  for (const each of own) {
    const at = free.findIndex((candidate) => keyOf(candidate) === keyOf(each));
    const [same] = at < 0 ? [] : free.splice(at, 1);
    if (same !== undefined) columns.set(each.column, same.column);
  }
  const isSame = columns.size >= FEWEST && columns.size * 2 >= first.length && columns.size * 2 > own.length;
  if (!isSame) return null;
  // The second half of a name has no title of its own.
  const last = Math.max(...first.map(({ column }) => column));
  for (const [column, target] of [...columns])
    if (target < last && !titles.has(column + 1) && !titles.has(target + 1))
      columns.set(column + 1, target + 1);
  return columns;
}

/** Rows right above the titles with a text over each part; other heads stand there, too. */
function textsOverParts(grid: SheetGrid, header: Header, from: readonly number[]) {
  const found: { row: number; columns: number[]; texts: string[] }[] = [];
  for (let row = header.first - 1; row >= header.first - ROWS_OF_HEADS; row -= 1) {
    const columns = filledColumns(grid.row(row)).filter((column) => grid.text(row, column) !== '');
    const parts = columns.map((column) => from.findLastIndex((start) => start <= column));
    if (columns.length !== from.length || new Set(parts).size !== from.length) continue;
    found.push({ row, columns, texts: columns.map((column) => grid.text(row, column)) });
  }
  return found;
}

/** Lists of two years, quarters or of the same people stand beside each other, too: to be compared, not to be joined. */
function saysOtherPeriod(texts: readonly string[]): boolean {
  const differ = (periods: (number | null)[]) => new Set(periods.filter((each) => each !== null)).size > 1;
  return differ(texts.map(yearInTitle)) || differ(texts.map(quarterInTitle));
}

function repeatsPeople(
  grid: SheetGrid,
  header: Header,
  first: readonly Titled[],
  parts: readonly ReadonlyMap<number, number>[],
): boolean {
  const name = first.find(({ levels }) => {
    const meaning = matchTitle(levels)?.meaning;
    return meaning === 'fullName' || meaning === 'familyMiddleName';
  })?.column;
  if (name === undefined) return false;
  const rows = grid.sheet.rows.filter(({ number }) => number > header.last).slice(0, SAMPLED_ROWS);
  // A name and what stands beside it: namesakes are common.
  const peopleAt = (column: number): string[] =>
    rows
      .filter((row) => row.cells[column] !== undefined)
      .map((row) => `${shownText(row.cells[column])}\n${shownText(row.cells[column + 1])}`);
  const people = new Set(peopleAt(name));
  return parts.some((columns) => {
    const own = [...columns].find(([, target]) => target === name)?.[0];
    // A part without names has nobody in it.
    if (own === undefined) return true;
    const there = peopleAt(own);
    return there.length > 1 && there.filter((each) => people.has(each)).length * 2 > there.length;
  });
}

/** The parts of a list folded side by side under one header; null for any other sheet. */
export function findSideBySide(grid: SheetGrid, header: Header): SideBySide | null {
  if (grid.lastRow > MOST_FOLDED_ROWS) return null;
  const titled = [...header.titles]
    .map(([column, levels]): Titled => ({ column, levels }))
    .sort((a, b) => a.column - b.column);
  const starts = startsOf(titled);
  if (starts.length < 2 || starts.length > MOST_FOLDED_PARTS) return null;
  const parts = starts.map((start, index) => titled.slice(start, starts[index + 1]));
  const groups = parts.map(commonGroup);
  const [first = [], ...later] = parts.map(withoutGroup);
  const isNumbered = listedMeaning(first[0]?.levels.at(-1) ?? '') === 'rowNo';
  const columns = later.flatMap((own) => columnsLike(first, own, header) ?? []);
  if (columns.length !== later.length) return null;
  // Without numbers only a list that comes again whole is known to be one list.
  const isWhole = columns.every((each, index) => each.size >= (later[index]?.length ?? 0));
  if (!isNumbered && !isWhole) return null;
  if (repeatsPeople(grid, header, first, columns)) return null;
  const from = parts.map(([each]) => each?.column ?? 0);
  const over = textsOverParts(grid, header, from);
  const ownGroups = groups.filter((group) => group !== null);
  if ([...over.map(({ texts }) => texts), ownGroups].some(saysOtherPeriod)) return null;
  const units = over.find(({ texts }) => texts.every(startsAsCell) && new Set(texts).size > 1);
  const isOfUnits = ownGroups.length === parts.length && ownGroups.every(startsAsCell);

  const matched = new Set(columns.flatMap((each) => [...each.keys()]));
  const titles = new Map(
    [first, ...later]
      .flat()
      .filter(({ column }) => !matched.has(column))
      .map(({ column, levels }) => [column, [...levels]]),
  );
  return {
    from,
    columns,
    header: headerOf(grid, header, titles),
    units: units ?? (isOfUnits ? { row: header.first, columns: from } : null),
  };
}

/** The cells of a row by the part that they stand in, under their own letters. */
export function cellsOfParts({ from, columns }: SideBySide, row: RawRow): RawRow['cells'][] {
  const parts = from.map((): RawRow['cells'] => []);
  const end = Math.max(...(columns.at(-1)?.keys() ?? []));
  const outside: number[] = [];
  row.cells.forEach((cell, column) => {
    if (cell === undefined) return;
    if (column > end) outside.push(column);
    else
      (parts[
        Math.max(
          0,
          from.findLastIndex((start) => start <= column),
        )
      ] ?? [])[column] = cell;
  });
  // What stands right of all parts is of the one beside it, or of the only one that holds something.
  const filled = parts.filter((cells) => cells.length > 0);
  const owner = filled.length === 1 ? filled[0] : filled.length === 0 ? parts[0] : parts.at(-1);
  for (const column of outside) if (owner !== undefined) owner[column] = row.cells[column];
  return parts;
}
