import type { CellValue, SheetWarning, WrittenCount } from '../contract/workbooks.ts';
import type { ClassifiedRow } from './classify-rows.ts';
import type { MatchedColumn } from './match-columns.ts';
import type { RawRow } from './raw-sheet.ts';
import { shownText } from './sheet-grid.ts';
import { wordKey } from './title-keys.ts';
import { countAtEnd, countOfPeople, type NumberingStyle } from './unit-names.ts';
import { parseMark } from './values-text.ts';

/** Where numbers of people stand in a total row: beside its name, or under columns of marks or of one gender. */
export interface CountColumns {
  beside: readonly number[];
  marks: readonly MatchedColumn[];
  /** Columns of numbers that a total row adds up. */
  sums: readonly MatchedColumn[];
  /** The list is folded into parts side by side: a total under one of them may be of all. */
  isFolded: boolean;
  /** Columns filled for some of the people: the birth years of men, of women. */
  filled: readonly MatchedColumn[];
}

const isCounted = (row: ClassifiedRow): boolean => row.class === 'data' && row.raw?.hidden !== true;

function wholeNumber(row: RawRow, column: number): number | null {
  const cell = row.cells[column];
  if (cell?.type === 'number') return Number.isInteger(cell.number) ? cell.number : null;
  const text = shownText(cell);
  return /^\d{1,6}$/.test(text) ? Number(text) : (countAtEnd(` ${text}`) ?? null);
}

/**
 * Which styles of numbering stand inside which: A is outer to I where a section A is followed by a section I with
 * nobody between them. Styles that never meet so are of one rank.
 */
function innerStyles(rows: readonly ClassifiedRow[]): Map<NumberingStyle, Set<NumberingStyle>> {
  const inner = new Map<NumberingStyle, Set<NumberingStyle>>();
  let outer: NumberingStyle | null = null;
  for (const row of rows) {
    if (row.class === 'data') outer = null;
    if (row.title === null) continue;
    if (outer !== null && outer !== row.title.style) {
      inner.set(outer, (inner.get(outer) ?? new Set()).add(row.title.style));
    }
    outer = row.title.style;
  }
  // What is inside the inner is inside the outer: A over I over 1.
  for (const styles of inner.values()) {
    for (const style of styles) for (const deeper of inner.get(style) ?? []) styles.add(deeper);
  }
  return inner;
}

function sectionCounts(rows: readonly ClassifiedRow[]): WrittenCount[] {
  const inner = innerStyles(rows);
  const counts: WrittenCount[] = [];
  rows.forEach(({ title, number }, index) => {
    if (title === null || title.written === null) return;
    const inside = inner.get(title.style);
    let read = 0;
    for (let at = index + 1; at < rows.length; at += 1) {
      const next = rows[at];
      if (next === undefined || (next.title !== null && !inside?.has(next.title.style))) break;
      if (isCounted(next)) read += 1;
    }
    counts.push({ row: number, kind: 'section', label: title.name, written: title.written, read });
  });
  return counts;
}

const isWholeTotal = (row: ClassifiedRow): boolean => row.class === 'total' && !row.isPart;

const labelKey = ({ label }: ClassifiedRow): string => wordKey(label.replace(/[\d(:].*$/, ''));

/** What stands before a total row that counts people. */
interface TotalPlace {
  index: number;
  hasDataBefore: boolean;
  /** Whether the row right above, and the last one that is not empty, is of a person. */
  isRightBelowData: boolean;
  followsData: boolean;
  sections: number;
  lastSection: number;
  totals: number;
  lastTotal: number;
  /** An earlier total right below people is called the same. */
  isCalledAgain: boolean;
}

/** The totals of a list with their places, found in one pass: a list may have a total for each of its sections. */
function totalPlaces(rows: readonly ClassifiedRow[]): TotalPlace[] {
  const places: TotalPlace[] = [];
  const labels = new Set<string>();
  let hasDataBefore = false;
  let followsData = false;
  let sections = 0;
  let lastSection = -1;
  rows.forEach((row, index) => {
    if (isWholeTotal(row)) {
      const isRightBelowData = rows[index - 1]?.class === 'data';
      const label = labelKey(row);
      places.push({
        index,
        hasDataBefore,
        isRightBelowData,
        followsData,
        sections,
        lastSection,
        totals: places.length,
        lastTotal: places.at(-1)?.index ?? -1,
        isCalledAgain: labels.has(label),
      });
      if (isRightBelowData) labels.add(label);
    }
    if (row.class !== 'blank') followsData = row.class === 'data';
    if (row.class === 'data') hasDataBefore = true;
    if (row.class === 'section') {
      sections += 1;
      lastSection = index;
    }
  });
  return places;
}

/**
 * Whether a total row adds up its own section only; the last of several is the total of all.
 * @param last of the last row of a person, and of the last one that is of a person, a section or a total
 */
function isSectionTotal(place: TotalPlace, last: { data: number; any: number }): boolean {
  if (!place.hasDataBefore) return false;
  if (place.sections === 0) return isOneOfSeveral(place, last.data);
  if (last.any > place.index) return true;
  if (!place.followsData || place.totals === 0) return false;
  return place.totals === place.sections - 1 || isOneOfSeveral(place, last.data);
}

/**
 * Without sections, whose names stand in a column beside the people: a total with people above and below adds those
 * since the one before, and so does the last one called like them.
 */
const isOneOfSeveral = (
  { index, isRightBelowData, isCalledAgain }: TotalPlace,
  lastPerson: number,
): boolean => isRightBelowData && (lastPerson > index || isCalledAgain);

const isMarked = (cell: CellValue | undefined): boolean => parseMark(cell) === 'yes';
const isFilled = (cell: CellValue | undefined): boolean => shownText(cell) !== '';

function totalCounts(rows: readonly ClassifiedRow[], columns: CountColumns): WrittenCount[] {
  const counts: WrittenCount[] = [];
  const everyone = rows.filter(isCounted);
  const last = {
    data: rows.findLastIndex((row) => row.class === 'data'),
    any: rows.findLastIndex((row) => row.class === 'data' || row.class === 'section' || isWholeTotal(row)),
  };
  for (const place of totalPlaces(rows)) {
    const row = rows[place.index];
    if (row === undefined || row.raw === null) continue;
    const { raw } = row;
    const total = writtenTotal(row, raw, columns);
    // What its section has, or all people since the total before.
    const start = place.sections > 0 ? place.lastSection : place.lastTotal;
    const natural = isSectionTotal(place, last)
      ? rows.slice(start + 1, place.index).filter(isCounted)
      : everyone;
    const added = columns.isFolded && everyone.length === total.number ? everyone : natural;
    const label = row.label.replace(/[\s:\d.]+$/, '');
    const { filled, number: written } = total;
    if (written !== null) counts.push({ row: row.number, kind: 'total', label, written, read: added.length });
    for (const { column, title } of columns.sums) {
      const number = wholeNumber(raw, column);
      if (number === null) continue;
      const read = added.reduce(
        (sum, other) => sum + (other.raw === null ? 0 : (wholeNumber(other.raw, column) ?? 0)),
        0,
      );
      counts.push({ row: row.number, kind: 'total', label: `${label}: ${title}`, written: number, read });
    }
    const parts = [
      ...columns.marks.map((column) => ({ ...column, holds: isMarked })),
      ...filled.map((column) => ({ ...column, holds: isFilled })),
    ];
    for (const { column, levels, holds } of parts) {
      const number = wholeNumber(raw, column);
      if (number === null) continue;
      const read = added.filter((other) => holds(other.raw?.cells[column])).length;
      counts.push({
        row: row.number,
        kind: 'total',
        label: `${label}: ${levels.at(-1) ?? ''}`,
        written: number,
        read,
      });
    }
  }
  return counts;
}

/** The number of people that a total row writes, and the columns whose numbers are of a part of them. */
function writtenTotal(
  { label }: ClassifiedRow,
  raw: RawRow,
  columns: CountColumns,
): { number: number | null; filled: CountColumns['filled'] } {
  // A number in one of them is the whole total, beside its name.
  const numbered = columns.filled.filter(({ column }) => wholeNumber(raw, column) !== null);
  const filled = numbered.length > 1 ? numbered : [];
  const beside = columns.beside.filter((column) => filled.every((each) => each.column !== column));
  const number =
    countOfPeople(label) ??
    countAtEnd(label) ??
    numberAtEnd(label) ??
    beside.map((column) => wholeNumber(raw, column)).find((each) => each !== null) ??
    null;
  return { number, filled };
}

/** "Tổng cộng: 118" -> 118. */
function numberAtEnd(text: string): number | null {
  const digits = /[\s:](\d{1,5})[\s./]*$/.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

function footCounts(rows: readonly ClassifiedRow[]): WrittenCount[] {
  const read = rows.filter(isCounted).length;
  return rows
    .filter((row) => row.class === 'foot' && row.raw !== null)
    .flatMap((row) =>
      (row.raw?.cells ?? [])
        .filter((cell) => cell !== undefined)
        .map(shownText)
        .flatMap((label) => {
          const written = countOfPeople(label);
          return written === null ? [] : [{ row: row.number, kind: 'foot' as const, label, written, read }];
        }),
    );
}

/** Numbers of people that the sheet states about itself, each beside what was read. */
export function writtenCounts(rows: readonly ClassifiedRow[], columns: CountColumns): WrittenCount[] {
  return [...sectionCounts(rows), ...totalCounts(rows, columns), ...footCounts(rows)].sort(
    (a, b) => a.row - b.row,
  );
}

export function countWarnings(counts: readonly WrittenCount[]): SheetWarning[] {
  return counts
    .filter(({ written, read }) => written !== read)
    .map(({ row, kind, label, written, read }) => ({
      code: kind === 'section' ? 'SECTION_COUNT_DIFFERS' : 'TOTAL_DIFFERS',
      params: { row, label, written, read },
    }));
}
