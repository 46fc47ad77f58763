import { dateWords, dueWords } from '../contract/vi/sheet-words.ts';
import type { CellValue } from '../contract/workbooks.ts';
import { makePartialDate } from '../domain/dates.ts';
import { titleKey } from './title-keys.ts';
import { parseDateCell } from './values-dates.ts';
import { cellText } from './values-text.ts';

export type ReadDeadline =
  | { kind: 'empty' }
  /** All year round: there is no last day; perhaps one on which it is looked at again, named beside it. */
  | { kind: 'always'; reviewOn: string | null }
  /** `yearTaken`: the cell names no year, so that of the sheet was put in. */
  | { kind: 'due'; on: string; yearTaken?: true }
  | { kind: 'notReal' | 'unreadable' };

const anyOf = (words: readonly string[]): string => words.map((word) => word.normalize('NFC')).join('|');
const keysOf = (words: readonly string[]): string => words.map(titleKey).join('|');

const { day: DAY, month: MONTH, year: YEAR } = dateWords;
/** "năm 2025", "2025" or no year behind a period; compared as title keys. */
const YEAR_KEY = `(?: ${titleKey(YEAR)})?(?: (?<year>\\d{4}))?`;
const AND_KEY = `(?: (?:${keysOf(dueWords.and)}))? `;
const QUARTER_KEY = '(?:iv|iii|ii|i|[1-4])';
/** Periods by what they are called; the last of several counts: "Quý III - IV/2025", "Tháng 7 - 9/2025". */
const periods: readonly (readonly [RegExp, (groups: Record<string, string | undefined>) => number | null])[] =
  [
    [
      new RegExp(
        `^(?:${keysOf(dueWords.quarter)}) ?(?:${QUARTER_KEY}${AND_KEY})*(?<last>${QUARTER_KEY})${YEAR_KEY}$`,
      ),
      ({ last = '' }) => 3 * (quarters[last] ?? Number(last)),
    ],
    [
      new RegExp(`^(?:${keysOf(dueWords.month)}) ?(?:\\d{1,2}${AND_KEY})*(?<last>\\d{1,2})${YEAR_KEY}$`),
      ({ last }) => Number(last),
    ],
    [
      new RegExp(`^0?(?<last>[369]) ${titleKey(MONTH)}(?: (?:${keysOf(dueWords.first)}))?${YEAR_KEY}$`),
      ({ last }) => Number(last),
    ],
    [new RegExp(`^0?[369] ${titleKey(MONTH)} (?:${keysOf(dueWords.last)})${YEAR_KEY}$`), () => 12],
    [new RegExp(`^${titleKey(YEAR)}$`), () => null],
  ];
const quarters: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const before = new RegExp(`^(?:(?:${anyOf(dueWords.before)})\\s+)+`, 'iu');
/** "từ 01/3 đến 30/6/2025": what stands behind the second word is the end. */
const SPAN = new RegExp(
  `^(?:${anyOf(dueWords.from)})\\s.*\\s(?:${anyOf(dueWords.until)})\\s+(?<end>.+)$`,
  'isu',
);
const DAY_WITHOUT_YEAR = new RegExp(
  `^(?:${DAY}\\s*)?(?<day>\\d{1,2})\\s*(?:[./-]|${MONTH})\\s*(?<month>\\d{1,2})$`,
  'iu',
);
const always = dueWords.always.map(titleKey);
const plausible = { first: 1990, last: 2100 };

/**
 * The end of a period is its last month: "Quý I/2025" is due in 2025-03. No day is made up.
 * @param year of the sheet, for "30/6" and "Quý II"; without it such a deadline is unreadable
 */
export function parseDeadline(cell: CellValue | undefined, year: number | null = null): ReadDeadline {
  if (cell?.type !== 'text') return fromDate(cell);
  const text = cellText(cell);
  const key = titleKey(text.replace(before, ''));
  const isAlways = always.some((words) => key.startsWith(words));
  const namesDayFirst = dayIn(text) !== null && always.some((words) => key.endsWith(` ${words}`));
  if (isAlways || namesDayFirst) return { kind: 'always', reviewOn: dayIn(text) };
  const end = (SPAN.exec(text)?.groups?.end ?? text).replace(before, '').replace(/[\s.;,]+$/, '');
  return fromPeriod(end, year) ?? fromDate({ type: 'text', text: end });
}

function fromDate(cell: CellValue | undefined): ReadDeadline {
  const read = parseDateCell(cell, plausible);
  // "01/3/2025 - 30/6/2025": the later one is the deadline.
  return read.kind === 'dates' ? { kind: 'due', on: read.dates.at(-1) ?? '' } : read;
}

/** A quarter, a month, a half, "cuối năm" or a day without its year; null for any other text. */
function fromPeriod(text: string, sheetYear: number | null): ReadDeadline | null {
  const key = titleKey(text);
  for (const [pattern, monthOf] of periods) {
    const groups = pattern.exec(key)?.groups ?? (pattern.test(key) ? {} : null);
    if (groups !== null) return ended(groups.year, sheetYear, monthOf(groups) ?? undefined);
  }
  const { day, month } = DAY_WITHOUT_YEAR.exec(text)?.groups ?? {};
  return day === undefined ? null : ended(undefined, sheetYear, Number(month), Number(day));
}

function ended(
  named: string | undefined,
  sheetYear: number | null,
  month?: number,
  day?: number,
): ReadDeadline {
  const year = named === undefined ? sheetYear : Number(named);
  if (year === null) return { kind: 'unreadable' };
  const on = makePartialDate(year, month, day);
  if (on === null) return { kind: 'notReal' };
  return named === undefined ? { kind: 'due', on, yearTaken: true } : { kind: 'due', on };
}

/** "Thường xuyên, rà soát 31/12/2026": the day as far as one stands there whole. */
function dayIn(text: string): string | null {
  const [written] = /\d{1,2}[./-]\d{1,2}[./-]\d{4}/.exec(text) ?? [];
  const read = written === undefined ? null : parseDateCell({ type: 'text', text: written }, plausible);
  return read?.kind === 'dates' ? (read.dates[0] ?? null) : null;
}
