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
    for (const next of rows.slice(index + 1)) {
      if (next.title !== null && !inside?.has(next.title.style)) break;
      if (isCounted(next)) read += 1;
    }
    counts.push({ row: number, kind: 'section', label: title.name, written: title.written, read });
  });
  return counts;
}

const isWholeTotal = (row: ClassifiedRow): boolean => row.class === 'total' && !row.isPart;

/** Whether a total row adds up its own section only; the last of several is the total of all. */
function isSectionTotal(rows: readonly ClassifiedRow[], index: number): boolean {
  const before = rows.slice(0, index);
  const after = rows.slice(index + 1);
  const sections = before.filter((row) => row.class === 'section').length;
  if (!before.some((row) => row.class === 'data')) return false;
  if (sections === 0) return isOneOfSeveral(rows, index);
  if (after.some((row) => row.class === 'data' || row.class === 'section' || isWholeTotal(row))) return true;
  const earlierTotals = before.filter(isWholeTotal).length;
  const followsData = before.findLast((row) => row.class !== 'blank')?.class === 'data';
  if (!followsData || earlierTotals === 0) return false;
  return earlierTotals === sections - 1 || isOneOfSeveral(rows, index);
}

const labelKey = ({ label }: ClassifiedRow): string => wordKey(label.replace(/[\d(:].*$/, ''));

/**
 * Without sections, whose names stand in a column beside the people: a total with people above and below adds those
 * since the one before, and so does the last one called like them.
 */
function isOneOfSeveral(rows: readonly ClassifiedRow[], index: number): boolean {
  const own = rows[index];
  if (own === undefined || rows[index - 1]?.class !== 'data') return false;
  if (rows.some((row, at) => at > index && row.class === 'data')) return true;
  return rows.some(
    (row, at) =>
      at > 0 &&
      at < index &&
      isWholeTotal(row) &&
      rows[at - 1]?.class === 'data' &&
      labelKey(row) === labelKey(own),
  );
}

/** The rows that a total row adds up. */
function rowsOfTotal(rows: readonly ClassifiedRow[], index: number): ClassifiedRow[] {
  if (!isSectionTotal(rows, index)) return rows.filter(isCounted);
  const isSectioned = rows.some((row, at) => at < index && row.class === 'section');
  const start = rows.findLastIndex(
    (row, at) => at < index && (isSectioned ? row.class === 'section' : isWholeTotal(row)),
  );
  return rows.slice(start + 1, index).filter(isCounted);
}

const isMarked = (cell: CellValue | undefined): boolean => parseMark(cell) === 'yes';
const isFilled = (cell: CellValue | undefined): boolean => shownText(cell) !== '';

function totalCounts(rows: readonly ClassifiedRow[], columns: CountColumns): WrittenCount[] {
  const counts: WrittenCount[] = [];
  rows.forEach((row, index) => {
    const { raw } = row;
    if (!isWholeTotal(row) || raw === null) return;
    const total = writtenTotal(row, raw, columns);
    const natural = rowsOfTotal(rows, index);
    const all = columns.isFolded ? rows.filter(isCounted) : natural;
    const added = all.length === total.number ? all : natural;
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
  });
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
