/**
 * Calendar days and partial dates. A partial date is ISO text cut at its precision:
 * '1985', '1985-02' or '1985-02-03'. It is never a JavaScript Date, so no time zone can move it.
 */

const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const EARLIEST_YEAR = 1900;
export const LATEST_YEAR = 2100;

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isRealDate(year: number, month?: number, day?: number): boolean {
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return false;
  if (month === undefined) return day === undefined;
  if (month < 1 || month > 12) return false;
  return day === undefined || (day >= 1 && day <= daysInMonth(year, month));
}

const pad = (value: number, width = 2) => String(value).padStart(width, '0');

/** Gives the partial date, or null when there is no such day. */
export function makePartialDate(year: number, month?: number, day?: number): string | null {
  if (!isRealDate(year, month, day)) return null;
  if (month === undefined) return pad(year, 4);
  return day === undefined ? `${pad(year, 4)}-${pad(month)}` : `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

export interface DateParts {
  year: number;
  month?: number;
  day?: number;
}

export function datePartsOf(text: string): DateParts | null {
  const match = PARTIAL.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? undefined : Number(match[2]);
  const day = match[3] === undefined ? undefined : Number(match[3]);
  if (!isRealDate(year, month, day)) return null;
  return { year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) };
}

export const isPartialDate = (text: string): boolean => datePartsOf(text) !== null;
export const isCalendarDay = (text: string): boolean => text.length === 10 && isPartialDate(text);

/** As offices write it: '03/02/1985', '02/1985' or '1985', with the precision it has. */
export function formatPartialDate(text: string): string {
  return text.split('-').reverse().join('/');
}

/**
 * Reads what a person types: d/m/yyyy, m/yyyy or yyyy with / . - or spaces between; never month first.
 * Null when it is no such thing or no real day.
 */
export function parseTypedDate(typed: string): string | null {
  const parts = typed
    .trim()
    .split(/\s*[/.\-\s]\s*/)
    .map((part) => (/^\d{1,4}$/.test(part) ? Number(part) : Number.NaN));
  if (parts.some(Number.isNaN)) return null;
  const [a, b, c] = parts;
  if (a === undefined) return null;
  if (parts.length === 1) return makePartialDate(a);
  if (parts.length === 2 && b !== undefined) return makePartialDate(b, a);
  if (parts.length === 3 && b !== undefined && c !== undefined) return makePartialDate(c, b, a);
  return null;
}

/** First and last day that a partial date can mean; text order is day order. */
export function earliestDay(text: string): string {
  return text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text;
}

export function latestDay(text: string): string {
  const parts = datePartsOf(text);
  if (!parts || text.length === 10) return text;
  const month = parts.month ?? 12;
  return `${pad(parts.year, 4)}-${pad(month)}-${pad(daysInMonth(parts.year, month))}`;
}

/** The last day of a review year, the day on which membership is counted. */
export const yearEnd = (year: number): string => `${pad(year, 4)}-12-31`;

/** A day in local time as text; the only place where the clock becomes a day. */
export function dayOf(clock: Date): string {
  return `${pad(clock.getFullYear(), 4)}-${pad(clock.getMonth() + 1)}-${pad(clock.getDate())}`;
}

/** The day before a calendar day. */
export function dayBefore(day: string): string {
  const parts = datePartsOf(day);
  if (!parts?.month || !parts.day) throw new RangeError(`not a calendar day: ${day}`);
  if (parts.day > 1) return `${day.slice(0, 8)}${pad(parts.day - 1)}`;
  const [year, month] = parts.month > 1 ? [parts.year, parts.month - 1] : [parts.year - 1, 12];
  return `${pad(year, 4)}-${pad(month)}-${pad(daysInMonth(year, month))}`;
}

/** Whether `coarse` says the same as `fine` with less precision ('1985' of '1985-02-03'), or exactly the same. */
export const isCoarserOrEqual = (coarse: string, fine: string): boolean =>
  fine === coarse || fine.startsWith(`${coarse}-`);

/** The same day `months` later, the month's last one where it has no such day: 31/8 + 6 months = 28/2. */
export function addMonths(day: string, months: number): string {
  const parts = datePartsOf(day);
  if (!parts?.month || !parts.day) throw new RangeError(`not a calendar day: ${day}`);
  const index = parts.year * 12 + parts.month - 1 + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  return `${pad(year, 4)}-${pad(month)}-${pad(Math.min(parts.day, daysInMonth(year, month)))}`;
}

/** Days from 1970-01-01 in the proleptic Gregorian calendar, by counting from March so that February ends the year. */
function dayNumber(day: string): number {
  const parts = datePartsOf(day);
  if (!parts?.month || !parts.day) throw new RangeError(`not a calendar day: ${day}`);
  const year = parts.month > 2 ? parts.year : parts.year - 1;
  const month = (parts.month + 9) % 12;
  const dayOfYear = Math.floor((153 * month + 2) / 5) + parts.day - 1;
  return (
    year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - 719468
  );
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** The calendar day `count` days later (count >= 0). */
export function addDays(day: string, count: number): string {
  const parts = datePartsOf(day);
  if (!parts?.month || !parts.day) throw new RangeError(`not a calendar day: ${day}`);
  let { year, month } = { year: parts.year, month: parts.month };
  let rest = parts.day + count;
  while (rest > daysInMonth(year, month)) {
    rest -= daysInMonth(year, month);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return `${pad(year, 4)}-${pad(month)}-${pad(rest)}`;
}

/** 0 = Monday ... 6 = Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: string): number => (((dayNumber(day) + 3) % 7) + 7) % 7;
