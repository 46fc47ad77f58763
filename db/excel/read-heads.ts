import { dateWords, pageHeadStarts } from '../contract/vi/sheet-words.ts';
import type { ReadSheet } from '../contract/workbooks.ts';
import type { RawRow } from './raw-sheet.ts';
import { isPlaceDate } from './row-shapes.ts';
import { filledColumns, type SheetGrid, shownText } from './sheet-grid.ts';
import { startsWithAny } from './title-keys.ts';

export interface HeadText {
  row: number;
  column: number;
  text: string;
  /** With its lines and spaces as typed. */
  typed: string;
}

const startsAsRightHead = startsWithAny(pageHeadStarts.slice(0, 3));
const isCapitals = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}/u.test(text);

export function textsOfRow(row: RawRow): HeadText[] {
  return filledColumns(row)
    .map((column) => {
      const cell = row.cells[column];
      const text = shownText(cell);
      return { row: row.number, column, text, typed: cell?.type === 'text' ? cell.text : text };
    })
    .filter(({ text }) => text !== '');
}

/** Texts of the rows in a range, in reading order. */
export function textsOfRows(grid: SheetGrid, first: number, last: number): HeadText[] {
  return grid.sheet.rows.filter((row) => row.number >= first && row.number <= last).flatMap(textsOfRow);
}

const DATE_WITH_WORDS = new RegExp(
  `${dateWords.day}[\\s\\d.…_]*${dateWords.month}[\\s\\d.…_]*${dateWords.year}\\s*\\d*`,
  'giu',
);
const YEAR = new RegExp(`${dateWords.year}\\s*(\\d{4})`, 'iu');
const LAST_DAY = /31\s*[/.-]\s*12\s*[/.-]\s*(\d{4})/;

const plausibleYear = (digits: string | undefined): number | null => {
  const year = Number(digits);
  return year >= 1980 && year <= 2100 ? year : null;
};

/** The year that a title names ("NĂM 2024", "Tính đến ngày 31/12/2024"); the date of the paper itself does not count. */
export function yearOfTitles(titles: readonly string[]): number | null {
  const lines = titles.map((title) => title.normalize('NFC').replace(DATE_WITH_WORDS, ' '));
  for (const pattern of [YEAR, LAST_DAY]) {
    for (const line of lines) {
      const year = plausibleYear(pattern.exec(line)?.[1]);
      if (year !== null) return year;
    }
  }
  return null;
}

/** Superior and issuing body from the left head, the place from "Sông Mây, ngày ...". */
export function readHeads(texts: readonly HeadText[]): ReadSheet['heads'] {
  const place = texts.map(({ text }) => text).find((text) => isPlaceDate(text) && text.includes(','));
  const right = texts.find(({ text }) => startsAsRightHead(text));
  // Only above a Party head: a title in capitals alone is no office.
  const left =
    right === undefined
      ? []
      : texts.filter(
          ({ row, column, text }) =>
            column < right.column && row <= right.row + 3 && isCapitals(text) && text !== '*',
        );
  const [first, second] = left;
  const issuing = second ?? first;
  return {
    superior: second === undefined ? '' : (first?.text ?? ''),
    issuing: issuing?.text ?? '',
    place: place?.split(',')[0]?.trim() ?? '',
  };
}
