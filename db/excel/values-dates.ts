import {
  admittedWords,
  birthLabels,
  dateJoinWords,
  dateWords,
  fullMemberWords,
  noDateWords,
} from '../contract/vi/sheet-words.ts';
import type { CellValue } from '../contract/workbooks.ts';
import { makePartialDate } from '../domain/dates.ts';
import { cleanText } from '../domain/names.ts';
import { DAYS_1904 } from './number-formats.ts';
import { titleKey } from './title-keys.ts';

/** Which years a date of its kind can have; only used to complete a year of two digits. */
export interface PlausibleYears {
  first: number;
  last: number;
  /** Two digits alone are a year: "85" in a column of birth years. */
  short?: boolean;
}

export type ReadDate =
  | { kind: 'empty' }
  /** One date, or two of one cell in their order. */
  | { kind: 'dates'; dates: [string] | [string, string] }
  /** Written as a date, but there is no such day. */
  | { kind: 'notReal' }
  | { kind: 'unreadable' };

/** Days from 1970-01-01 to a day of the Gregorian calendar and back (Howard Hinnant, "chrono-compatible dates"). */
function dayOfEpoch(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1,
  };
}

/** The day that an Excel serial of the 1900 system shows; integers only, so that no time zone can move it. */
export function serialToDay(serial: number): string | null {
  const whole = Math.floor(serial);
  // Excel counts a 29 February 1900 that never was: serial 60. Before it, days are one further on.
  if (whole < 1 || whole === 60) return null;
  const { year, month, day } = dayOfEpoch(whole - 25569 + (whole < 60 ? 1 : 0));
  return makePartialDate(year, month, day);
}

/** The serial of a day 'YYYY-MM-DD' in the 1900 system; null before 1900-03-01, where Excel counts wrong, or for no day. */
export function dayToSerial(day: string): number | null {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  if (makePartialDate(year, month, date) === null) return null;
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  const serial = era * 146097 + dayOfEra - 719468 + 25569;
  return serial > 60 ? serial : null;
}

const FIRST_TYPED_YEAR = 1920;
const LAST_TYPED_YEAR = 2040;
/** 1 January 1921 and 31 December 2050: bare numbers between them can only be days that lost their format. */
const FIRST_SERIAL = 7672;
const LAST_SERIAL = 55153;

const isYear = (number: number): boolean => number >= 1900 && number <= 2100;

function fromNumber(number: number): ReadDate {
  if (Number.isInteger(number)) {
    if (isYear(number)) return { kind: 'dates', dates: [String(number)] };
    if (number >= FIRST_SERIAL && number <= LAST_SERIAL) return fromSerial(number);
    return { kind: 'unreadable' };
  }
  // "05.1976" typed where the point is the decimal sign becomes 5.1976.
  const month = Math.floor(number);
  const year = Math.round((number - month) * 10000);
  const date =
    Math.abs(number * 10000 - Math.round(number * 10000)) < 1e-6 ? makePartialDate(year, month) : null;
  return date === null ? { kind: 'unreadable' } : { kind: 'dates', dates: [date] };
}

/** A cell of a column of days: a day that lost its format counts as its file does, from 1904 or from 1900. */
export function asDay(cell: CellValue | undefined, isFrom1904: boolean): CellValue | undefined {
  if (!isFrom1904) return cell;
  const number =
    cell?.type === 'number'
      ? cell.number
      : cell?.type === 'text' && /^\s*\d{4,5}\s*$/.test(cell.text)
        ? Number(cell.text)
        : Number.NaN;
  const serial = number + DAYS_1904;
  return Number.isInteger(serial) && !isYear(number) && serial >= FIRST_SERIAL && serial <= LAST_SERIAL
    ? { type: 'date', serial }
    : cell;
}

function fromSerial(serial: number): ReadDate {
  // "1965" typed into a cell formatted as a day shows 18/05/1905; nobody in these lists is that old.
  if (Number.isInteger(serial) && serial >= FIRST_TYPED_YEAR && serial <= LAST_TYPED_YEAR) {
    return { kind: 'dates', dates: [String(serial)] };
  }
  const day = serialToDay(serial);
  return day === null ? { kind: 'notReal' } : { kind: 'dates', dates: [day] };
}

const { day: DAY, month: MONTH, year: YEAR } = dateWords;
const SEPARATOR = '\\s*[./\\-]\\s*';
const tokens = new RegExp(
  [
    // "ngày 03 tháng 02 năm 1985", "tháng 02 năm 1985", "năm 1985"
    `(?:(?:${DAY}\\s*)?(?<wd>\\d{1,2})\\s*${MONTH}\\s*|${MONTH}\\s*)(?<wm>\\d{1,2})\\s*(?:[,/]?\\s*${YEAR}\\s*|/)(?<wy>\\d{4})`,
    // 1985-02-03, as programs write it
    '(?<iy>\\d{4})[-/.](?<im>\\d{1,2})[-/.](?<id>\\d{1,2})(?!\\d)(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?Z?)?',
    `(?<d>\\d{1,2})${SEPARATOR}(?<m>\\d{1,2})${SEPARATOR}(?<y>\\d{4}|\\d{2})(?!\\d)(?:\\s+\\d{1,2}:\\d{2}(?::\\d{2})?)?`,
    `(?<mm>\\d{1,2})${SEPARATOR}(?<my>\\d{4})(?!\\d)`,
    `(?:${YEAR}\\s*)?(?<yy>\\d{4})(?!\\d)`,
  ].join('|'),
  'giu',
);

interface Parts {
  day: number | undefined;
  month: number | undefined;
  year: string;
}

function partsOf(groups: Record<string, string | undefined>): Parts {
  const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));
  return {
    day: number(groups.wd ?? groups.id ?? groups.d),
    month: number(groups.wm ?? groups.im ?? groups.m ?? groups.mm),
    year: groups.wy ?? groups.iy ?? groups.y ?? groups.my ?? groups.yy ?? '',
  };
}

/** Completes 85 to 1985 when only one century is possible; null when both or none are. */
function fullYear(text: string, plausible: PlausibleYears): number | null {
  if (text.length === 4) return Number(text);
  const possible = [1900, 2000]
    .map((century) => century + Number(text))
    .filter((year) => year >= plausible.first && year <= plausible.last);
  return possible.length === 1 ? (possible[0] ?? null) : null;
}

function dateOf(parts: Parts, plausible: PlausibleYears): string | 'notReal' | 'unreadable' {
  const year = fullYear(parts.year, plausible);
  if (year === null) return 'unreadable';
  // 00/00/1965 and 00/02/1965: what is not known is written as zeros.
  const month = parts.month === 0 && !parts.day ? undefined : parts.month;
  const day = parts.day === 0 ? undefined : parts.day;
  return makePartialDate(year, month, day) ?? 'notReal';
}

/** Nothing but these may stand beside the dates of a cell. */
const FILLER = /^[\s'’‘`,;:.()/\\?–—-]*$/;
const noDates = new Set(noDateWords.map(titleKey));
const EMPTY = /^[\s'’‘`.?\-–—/]*$/;

const LONE_DAY_WORD = new RegExp(`(^|\\s)${DAY}(?=\\s|:|$)`, 'giu');
/** How nearly every date of a list is written; the rest takes the long way. */
const PLAIN_DAY = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

const admitted = new Set(admittedWords.map(titleKey));
const fullMember = new Set(fullMemberWords.map(titleKey));
const idle = new Set([...birthLabels, ...dateJoinWords].map(titleKey));
type DateLabel = 'admitted' | 'fullMember' | null;

/** What stands before each date: "DB: 01/06/2018; CT: 01/06/2019"; null when a word there says something else. */
function labelsOf(text: string, matches: readonly RegExpExecArray[]): DateLabel[] | null {
  let end = 0;
  const labels: DateLabel[] = [];
  for (const match of matches) {
    const before = text.slice(end, match.index).replace(LONE_DAY_WORD, ' ');
    const key = titleKey(before);
    if (admitted.has(key)) labels.push('admitted');
    else if (fullMember.has(key)) labels.push('fullMember');
    else if (FILLER.test(before) || idle.has(key)) labels.push(null);
    else return null;
    end = match.index + match[0].length;
  }
  return FILLER.test(text.slice(end)) ? labels : null;
}

function fromText(typed: string, plausible: PlausibleYears): ReadDate {
  const plain = PLAIN_DAY.exec(typed);
  if (plain) {
    const [, day = '', month = '', year = ''] = plain;
    return asRead([dateOf({ day: Number(day), month: Number(month), year }, plausible)]);
  }
  const text = cleanText(typed);
  if (EMPTY.test(text)) return { kind: 'empty' };
  const matches = [...text.matchAll(tokens)];
  if (matches.length === 0 && noDates.has(titleKey(text))) return { kind: 'empty' };
  if (matches.length === 0 || matches.length > 2) return { kind: 'unreadable' };
  const labels = labelsOf(text, matches);
  const [first, second] = labels ?? [];
  // Only the second of the two days, or one day called the other: which is which cannot be told.
  const isMixed = labels?.length === 1 ? first === 'fullMember' : first != null && first === second;
  if (labels === null || isMixed) return { kind: 'unreadable' };
  const dates = matches.map((match) => dateOf(partsOf(match.groups ?? {}), plausible));
  return asRead(first === 'fullMember' || second === 'admitted' ? dates.reverse() : dates);
}

function asRead(found: (string | 'notReal' | 'unreadable')[]): ReadDate {
  for (const date of found) if (date === 'notReal' || date === 'unreadable') return { kind: date };
  const [first, second] = found;
  if (first === undefined) return { kind: 'unreadable' };
  return { kind: 'dates', dates: second === undefined ? [first] : [first, second] };
}

function fromShortYear(text: string, plausible: PlausibleYears): ReadDate | null {
  if (plausible.short !== true || text.length !== 2 || !/^\d\d$/.test(text)) return null;
  const year = fullYear(text, plausible);
  return year === null ? { kind: 'unreadable' } : { kind: 'dates', dates: [String(year)] };
}

/**
 * Reads a day, a month or a year as offices write them; day before month always, and never a day that is not
 * written. The values of a cell that hold no date say which way they fail.
 */
export function parseDateCell(cell: CellValue | undefined, plausible: PlausibleYears): ReadDate {
  switch (cell?.type) {
    case undefined:
      return { kind: 'empty' };
    case 'date':
      return fromSerial(cell.serial);
    case 'number':
      return fromShortYear(String(cell.number), plausible) ?? fromNumber(cell.number);
    case 'text': {
      const short = fromShortYear(cell.text.trim(), plausible);
      if (short !== null) return short;
      return /^\s*\d{5}\s*$/.test(cell.text) ? fromNumber(Number(cell.text)) : fromText(cell.text, plausible);
    }
    default:
      return { kind: 'unreadable' };
  }
}
