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
  | { kind: 'due'; on: string }
  | { kind: 'notReal' | 'unreadable' };

const QUARTER = new RegExp(
  `^${titleKey(dueWords.quarter)} (iv|iii|ii|i|[1-4])(?: ${titleKey(dateWords.year)})? (\\d{4})$`,
);
const HALVES = [
  [titleKey(dueWords.firstHalf), 6],
  [titleKey(dueWords.lastHalf), 12],
] as const;
const quarters: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const before = new RegExp(
  `^(?:(?:${dueWords.before.map((word) => word.normalize('NFC')).join('|')})\\s+)+`,
  'iu',
);
const always = dueWords.always.map(titleKey);
const plausible = { first: 1990, last: 2100 };

/** The end of a period is its last month: "Quý I/2025" is due in 2025-03. No day is made up. */
export function parseDeadline(cell: CellValue | undefined): ReadDeadline {
  const text = cellText(cell);
  if (cell?.type === 'text') {
    const key = titleKey(text.replace(before, ''));
    const [, quarter = '', year = ''] = QUARTER.exec(key) ?? [];
    if (year !== '') return ended(Number(year), 3 * (quarters[quarter] ?? Number(quarter)));
    for (const [words, month] of HALVES) {
      if (key.startsWith(words)) return ended(Number(/\d{4}$/.exec(key)?.[0]), month);
    }
    const isAlways = always.some((words) => key.startsWith(words));
    const namesDayFirst = dayIn(text) !== null && always.some((words) => key.endsWith(` ${words}`));
    if (isAlways || namesDayFirst) return { kind: 'always', reviewOn: dayIn(text) };
  }
  const read = parseDateCell(
    cell?.type === 'text' ? { type: 'text', text: text.replace(before, '') } : cell,
    plausible,
  );
  if (read.kind !== 'dates') return read;
  // "từ 01/3/2025 đến 30/6/2025": the later one is the deadline.
  return { kind: 'due', on: read.dates.at(-1) ?? '' };
}

/** "Thường xuyên, rà soát 31/12/2026": the day as far as one stands there whole. */
function dayIn(text: string): string | null {
  const [written] = /\d{1,2}[./-]\d{1,2}[./-]\d{4}/.exec(text) ?? [];
  const read = written === undefined ? null : parseDateCell({ type: 'text', text: written }, plausible);
  return read?.kind === 'dates' ? (read.dates[0] ?? null) : null;
}

function ended(year: number, month: number): ReadDeadline {
  const on = makePartialDate(year, month);
  return on === null ? { kind: 'notReal' } : { kind: 'due', on };
}
