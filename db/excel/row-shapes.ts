import {
  amongThemStart,
  carriedStarts,
  dateWords,
  footStarts,
  notTotalStarts,
  pageHeadStarts,
  pageWords,
  ratioStarts,
  totalStarts,
} from '../contract/vi/sheet-words.ts';
import { foldForSearch } from '../domain/names.ts';
import type { Header } from './find-header.ts';
import type { RawRow } from './raw-sheet.ts';
import { filledColumns, shownText } from './sheet-grid.ts';
import { isPlainLatin, keyStartsWith, startsWithAny } from './title-keys.ts';

/** "T/M", "K/T" and "Ghi chú:" lose their sign in a key, so these are compared as written. */
const footWords = footStarts.map((start) => start.normalize('NFC').toLowerCase());

const startsAsMarkedTotal = startsWithAny(totalStarts);
const startsAsNoTotal = startsWithAny(notTotalStarts);
const plainTotals = totalStarts.map(foldForSearch);
const twoLetters = (text: string): string => foldForSearch(text.slice(0, 2));
const totalLetters = new Set(totalStarts.map((start) => twoLetters(start.normalize('NFC'))));

export function startsAsTotal(text: string): boolean {
  // Asked of every row, so the names that begin with other letters are let go first.
  if (!totalLetters.has(twoLetters(text))) return false;
  // "Tong cong", typed without marks.
  if (isPlainLatin(text)) return plainTotals.some((start) => keyStartsWith(foldForSearch(text), start));
  return startsAsMarkedTotal(text) && !startsAsNoTotal(text);
}

export const startsAsRatio = startsWithAny(ratioStarts);
export const startsAsCarried = startsWithAny(carriedStarts);
export const startsAsAmongThem = startsWithAny([amongThemStart]);
export const startsAsPageHead = startsWithAny(pageHeadStarts);

export function startsAsFoot(text: string): boolean {
  const lower = text.toLowerCase().replace(/^[\s(*“"-]+/, '');
  return footWords.some(
    (start) =>
      lower === start ||
      (lower.startsWith(start) && (/[.:]$/.test(start) || !/^\p{L}/u.test(lower.slice(start.length)))),
  );
}

const DATE_LINE = new RegExp(`${dateWords.day}.*${dateWords.month}.*${dateWords.year}`, 'iu');
/** "Sông Mây, ngày 05 tháng 12 năm 2025". */
export const isPlaceDate = (text: string): boolean =>
  DATE_LINE.test(text.normalize('NFC')) && text.length < 80;

const PAGE_LINE = new RegExp(
  `^(?:(?:${pageWords.map((word) => word.normalize('NFC')).join('|')})\\s*:?\\s*\\d+(?:\\s*(?:[/-]|trên)\\s*\\d+)?|[-–—]\\s*\\d+\\s*[-–—])$`,
  'iu',
);
/** "Trang 2/5", "- 2 -": a line that a program put between two printed pages. */
export const isPageLine = (text: string): boolean => PAGE_LINE.test(text);

/** A number of a row or of people: "7", "7.". */
export const isWhole = (text: string): boolean => /^\d{1,6}\.?$/.test(text);

const NUMBERING_CELL = /^[([]?\s*(?:\d{1,2}[a-z]?|[A-Za-z])\s*[)\]]?(?:\s*=.*)?$/;

/** The row right below the header that numbers the columns: 1 2 3, (1) (2), A B 1 2, (5)=(3)-(4). */
export function isNumberingRow(row: RawRow, header: Header): boolean {
  const columns = filledColumns(row);
  if (columns.length < 3 || columns.length * 2 < header.titles.size) return false;
  const texts = columns.map((column) => shownText(row.cells[column]));
  if (!texts.every((text) => NUMBERING_CELL.test(text))) return false;
  const numbers = texts.map((text) => /\d+/.exec(text)?.[0]).filter((digits) => digits !== undefined);
  const rising = numbers.every(
    (digits, index) => index === 0 || Number(digits) >= Number(numbers[index - 1]),
  );
  // A row of data can be all small numbers too; numbering counts up and never repeats.
  return rising && new Set(texts).size === texts.length;
}
