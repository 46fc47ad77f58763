import { groupOf, isKnownTitle } from './match-title.ts';
import type { RawRow } from './raw-sheet.ts';
import { filledColumns, type SheetGrid, shownText } from './sheet-grid.ts';
import { titleKey } from './title-keys.ts';

export interface Header {
  first: number;
  last: number;
  /** Titles of each column from the group above to its own, without repeats; columns without a title are left out. */
  titles: Map<number, string[]>;
  /** First and last column with a title. */
  left: number;
  right: number;
  /** Whether a row repeats one of the header's rows, as sheets do for each printed page. */
  isRepeatedBy(row: RawRow): boolean;
}

const FEWEST_TITLES = 3;
const MOST_ROWS = 3;
/** No office writes a head and title longer than this. */
const SEARCHED_ROWS = 200;
const LONGEST_TITLE = 160;
const WIDEST_GROUP = 12;

const isTitleText = (text: string): boolean =>
  text !== '' && text.length <= LONGEST_TITLE && (!/^[\d.,]+$/.test(text) || /^(?:19|20)\d{2}$/.test(text));

/** Texts of a row with the merges that cover it, one per merged area. */
function rowTitles(grid: SheetGrid, row: number): { column: number; text: string }[] {
  const found: { column: number; text: string }[] = [];
  const columns = new Set(filledColumns(grid.row(row)));
  for (const merge of grid.mergesAt(row)) columns.add(merge.left);
  for (const column of [...columns].sort((a, b) => a - b)) {
    const text = grid.text(row, column);
    if (isTitleText(text)) found.push({ column, text });
  }
  return found;
}

/** How many different known titles stand in the rows. */
function knownTitles(grid: SheetGrid, first: number, last: number): number {
  const known = new Set<string>();
  for (let row = first; row <= last; row += 1) {
    for (const { text } of rowTitles(grid, row)) if (isKnownTitle(text)) known.add(titleKey(text));
  }
  return known.size;
}

/** The first row with three known titles of its own, or the first of two or three rows that hold them together. */
function findCore(grid: SheetGrid): { first: number; last: number } | null {
  const rows = grid.sheet.rows.slice(0, SEARCHED_ROWS).map((row) => row.number);
  const counts = new Map<number, number>();
  for (const row of rows) {
    const known = knownTitles(grid, row, row);
    if (known >= FEWEST_TITLES) return { first: row, last: row };
    counts.set(row, known);
  }
  for (const first of rows) {
    if ((counts.get(first) ?? 0) === 0) continue;
    for (let last = first + 1; last < first + MOST_ROWS; last += 1) {
      if ((counts.get(last) ?? 0) === 0) break;
      if (knownTitles(grid, first, last) >= FEWEST_TITLES) return { first, last };
    }
  }
  return null;
}

/** Whether the row above the header's first one is a part of it, though no merge ties them. */
function belongsAbove(grid: SheetGrid, row: number, first: number): boolean {
  const titles = rowTitles(grid, row);
  if (titles.length < 2) return false;
  const known = titles.filter(({ text }) => isKnownTitle(text) || groupOf(text) !== null);
  if (known.length === 0) return false;
  // A group stands above titles, a single title above an empty cell.
  return known.every(({ column, text }) => {
    const below = grid.row(first)?.cells[column] !== undefined;
    return isKnownTitle(text) || below;
  });
}

/** Whether the row under the header holds parts of its groups and nothing else. */
function belongsBelow(grid: SheetGrid, row: number, first: number): boolean {
  const cells = filledColumns(grid.row(row));
  if (cells.length === 0) return false;
  let known = 0;
  for (const column of cells) {
    const text = grid.text(row, column);
    if (!isTitleText(text)) return false;
    const above = row - 1;
    const merge = grid.mergeOver(above, column);
    const underMergedGroup = merge !== null && merge.right > merge.left && merge.bottom < row;
    // Without merges a group's title stands over its first part, and the cells beside it are empty.
    const underPlainGroup = merge === null && isPartOfPlainGroup(grid, above, row, column);
    if (!underMergedGroup && !underPlainGroup) return false;
    if (isKnownTitle(text) || groupOf(groupTitleOver(grid, first, above, column)) !== null) known += 1;
  }
  return known * 2 >= cells.length;
}

function groupTitleOver(grid: SheetGrid, first: number, row: number, column: number): string {
  for (let at = column; at >= 0; at -= 1) {
    const text = grid.text(row, at);
    if (text !== '') return text;
  }
  return row > first ? groupTitleOver(grid, first, row - 1, column) : '';
}

/**
 * Whether a column stands under a title of the row above that spans it without being merged: the cells between are
 * empty, and the title has a part right below it and another beside.
 */
function isPartOfPlainGroup(grid: SheetGrid, above: number, row: number, column: number): boolean {
  let title = column;
  while (title > 0 && grid.text(above, title) === '') title -= 1;
  if (grid.text(above, title) === '' || grid.text(row, title) === '') return false;
  if (title < column) return true;
  for (
    let beside = column + 1;
    beside <= column + WIDEST_GROUP && grid.text(above, beside) === '';
    beside += 1
  ) {
    if (grid.text(row, beside) !== '') return true;
  }
  return false;
}

/** First and last header row, with what merges and groups without merges add to the row that was found. */
function extent(grid: SheetGrid): { first: number; last: number } | null {
  const core = findCore(grid);
  if (core === null) return null;
  let { first, last } = core;
  const top = (): number =>
    Math.min(
      first,
      ...grid
        .mergesAt(first)
        .filter((merge) => merge.bottom > merge.top && merge.top >= last - MOST_ROWS)
        .map((merge) => merge.top),
    );
  const bottom = (): number => {
    let lowest = last;
    for (let row = first; row <= last; row += 1) {
      for (const merge of grid.mergesAt(row)) {
        if (merge.top >= first && merge.bottom <= first + MOST_ROWS) lowest = Math.max(lowest, merge.bottom);
      }
    }
    return lowest;
  };
  first = top();
  last = bottom();
  while (last - first + 1 < MOST_ROWS && belongsAbove(grid, first - 1, first)) first -= 1;
  first = top();
  last = bottom();
  while (last - first + 1 < MOST_ROWS && belongsBelow(grid, last + 1, first)) last += 1;
  return { first, last };
}

/**
 * Finds the header: 1-3 rows that hold at least three known titles, or the rows that the person names. Null when the
 * sheet has none.
 */
export function findHeader(grid: SheetGrid, chosen?: readonly [first: number, last: number]): Header | null {
  const rows = chosen === undefined ? extent(grid) : { first: chosen[0], last: chosen[1] };
  if (rows === null) return null;
  const titles = titlesOf(grid, rows.first, rows.last);
  return titles.size === 0 ? null : headerOf(grid, rows, titles);
}

/** A header of these rows with these titles, which may be those of some of its columns only. */
export function headerOf(
  grid: SheetGrid,
  { first, last }: Pick<Header, 'first' | 'last'>,
  titles: Header['titles'],
): Header {
  const columns = [...titles.keys()];
  const lines: HeaderLine[] = [];
  for (let row = first; row <= last; row += 1) {
    const keys = filledColumns(grid.row(row))
      .filter((column) => titles.has(column))
      .map((column) => {
        const key = titleKey(grid.text(row, column));
        return [column, { key, letter: firstLetter(key) }] as const;
      });
    // A line of one cell would be met by chance.
    if (keys.length >= 2) lines.push(new Map(keys));
  }
  return {
    first,
    last,
    titles,
    left: Math.min(...columns),
    right: Math.max(...columns),
    isRepeatedBy: (row) => lines.some((line) => repeats(row, line)),
  };
}

/** The titles of one row of a header by column, each with its first letter. */
type HeaderLine = ReadonlyMap<number, { key: string; letter: string }>;

/** Whether the first letters tell two apart already; marks and y do not count. */
function beginsOtherwise(text: string, wanted: string): boolean {
  const letter = firstLetter(text);
  return letter !== wanted && /\p{L}/u.test(letter);
}

const firstLetter = (text: string): string =>
  text.slice(0, 1).normalize('NFD').charAt(0).toLowerCase().replace('y', 'i');

function repeats(row: RawRow, line: HeaderLine): boolean {
  const isSame = (column: number): boolean => {
    const title = line.get(column);
    if (title === undefined) return false;
    const text = shownText(row.cells[column]);
    // Asked of every row: most texts are too short or begin with another letter, and need no key of their own.
    if (text.length < title.key.length || beginsOtherwise(text, title.letter)) return false;
    return titleKey(text) === title.key;
  };
  const columns = filledColumns(row);
  // Most rows differ in their first cells already.
  if (columns.length < 2 || !columns.slice(0, 2).some(isSame)) return false;
  return columns.filter(isSame).length * 5 >= Math.max(columns.length, line.size) * 4;
}

function titlesOf(grid: SheetGrid, first: number, last: number): Map<number, string[]> {
  let right = 0;
  for (let row = first; row <= last; row += 1) {
    right = Math.max(
      right,
      ...filledColumns(grid.row(row)),
      ...grid.mergesAt(row).map((merge) => merge.right),
    );
  }
  const titles = new Map<number, string[]>();
  for (let column = 0; column <= right; column += 1) {
    const levels: string[] = [];
    for (let row = first; row <= last; row += 1) {
      const own = grid.text(row, column);
      const text =
        own === '' && row < last && isPartOfPlainGroup(grid, row, row + 1, column)
          ? groupTitleOver(grid, row, row, column)
          : own;
      // A title merged over several rows, or written again under itself, counts once.
      if (text !== '' && titleKey(levels.at(-1) ?? '') !== titleKey(text)) levels.push(text);
    }
    if (levels.length > 0) titles.set(column, levels);
  }
  return titles;
}
