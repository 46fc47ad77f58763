import type { CellValue } from '../contract/workbooks.ts';
import { foldForSearch } from '../domain/names.ts';
import { parseScore } from '../domain/rating-bands.ts';
import { type SheetGrid, shownText } from './sheet-grid.ts';

/** Folded titles; of several columns with points, the first pattern that one of them meets decides. */
const contentTitle = /tieu chi|noi dung/;
const numberTitle = /^(stt|tt|so tt)$/;
const pointTitles = [/diem toi da/, /diem chuan/, /thang diem/, /^(so )?diem$/];
const groupTitle = /^(nhom|doi tuong|ap dung cho|nhom doi tuong)\b/;
const weightTitle = /trong so|ti trong|^ti le/;
const LONGEST_TITLE = 60;

/** Columns of a table, 0 = A; the row of its lowest title. */
export interface CriteriaHeader {
  /** Row of the uppermost title. */
  top: number;
  row: number;
  content: number;
  points: number;
  number: number | null;
  group: number | null;
  weight: number | null;
}

/** Where the titles of tables stand, and rows that look like titles but have no column of points. */
export function findHeaders(grid: SheetGrid): {
  headers: CriteriaHeader[];
  withoutPoints: { row: number; column: number }[];
} {
  const titlesAt = (row: number) =>
    Array.from(grid.row(row)?.cells ?? [], (cell) => {
      const text = shownText(cell);
      return text.length > LONGEST_TITLE ? '' : foldForSearch(text);
    });
  const headers: CriteriaHeader[] = [];
  const withoutPoints: { row: number; column: number }[] = [];
  const contentIn = (titles: readonly string[]) => titles.findIndex((title) => contentTitle.test(title));
  for (const { number: row, hidden } of grid.sheet.rows) {
    if (hidden || row <= (headers.at(-1)?.row ?? 0)) continue;
    const titles = titlesAt(row);
    const content = contentIn(titles);
    if (content < 0) continue;
    const below = titlesAt(row + 1);
    // Titles in one row, else in two, such as "Điểm" above "Điểm tối đa | Tự chấm".
    const rows = contentIn(below) < 0 ? [titles, below] : [titles];
    const points = pointTitles
      .flatMap((pattern) =>
        rows.map((list, down) => ({
          down,
          column: list.findIndex((title, column) => column !== content && pattern.test(title)),
        })),
      )
      .find(({ column }) => column >= 0);
    const at = (pattern: RegExp) => {
      const column = titles.findIndex((title, each) => each !== content && pattern.test(title));
      return column < 0 ? null : column;
    };
    const number = at(numberTitle);
    if (points)
      headers.push({
        top: row,
        row: row + points.down,
        content,
        points: points.column,
        number,
        group: at(groupTitle),
        weight: at(weightTitle),
      });
    else if (number !== null) withoutPoints.push({ row, column: content });
  }
  return { headers, withoutPoints };
}

export type Amount =
  | { is: 'none' }
  | { is: 'points'; hundredths: number }
  /** Hundredths of a percent: 3000 = 30%. */
  | { is: 'percent'; hundredths: number }
  | { is: 'negative' | 'text'; text: string }
  | { is: 'date' };

/** A number of the file may carry the noise of binary fractions: 0,1 + 0,2. */
const typedNumber = (number: number): string =>
  Math.abs(number * 100 - Math.round(number * 100)) < 1e-6
    ? String(Math.round(number * 100) / 100)
    : String(number);

/** Small letters without marks; unlike the folding for search it keeps commas, dots and brackets. */
export const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('\u0111', 'd');

function amountOf(cell: CellValue | undefined): Amount {
  if (cell?.type === 'date') return { is: 'date' };
  if (cell?.type === 'error') return { is: 'text', text: cell.text || '?' };
  const text = shownText(cell);
  if (text === '') return { is: 'none' };
  const typed =
    cell?.type === 'number'
      ? typedNumber(cell.number)
      : plain(text)
          .replace(/^toi da\s*/, '')
          .replace(/\s*(diem|d)$/, '');
  const isPercent = typed.endsWith('%');
  const hundredths = parseScore(isPercent ? typed.slice(0, -1) : typed);
  if (hundredths !== null) return { is: isPercent ? 'percent' : 'points', hundredths };
  return { is: /^[-\u2212\u2013]\s*\d/.test(typed) ? 'negative' : 'text', text };
}

/** A share: "30%", 30 or the fraction 0,3 that Excel keeps for 30%. */
function weightOf(cell: CellValue | undefined): Amount {
  const amount = amountOf(cell);
  if (amount.is !== 'points') return amount;
  const { hundredths } = amount;
  return { is: 'percent', hundredths: hundredths <= 100 ? hundredths * 100 : hundredths };
}

export interface CriteriaLine {
  row: number;
  mark: string;
  text: string;
  points: Amount;
  weight: Amount;
  /** As written; '' where there is no such column or nothing in it. */
  group: string;
  isTotal: boolean;
}

const totalLine = /^(tong|cong)\b(?! diem (?:thuong|cong|sang))/;

/** The rows below the titles, up to the next table, that say something. */
export function linesOf(grid: SheetGrid, header: CriteriaHeader, before: number): CriteriaLine[] {
  const lines: CriteriaLine[] = [];
  for (const { number: row, cells, hidden } of grid.sheet.rows) {
    if (row <= header.row || row >= before || hidden) continue;
    // A cell's own value: points merged over several rows are given once.
    const content = shownText(cells[header.content]);
    const number = header.number === null ? '' : shownText(cells[header.number]);
    // A section may be merged from the first column over the whole table.
    const startsInNumber = content === '' && /\p{L}{2}/u.test(number) && number.length > 5;
    const text = startsInNumber ? number : content;
    const mark = startsInNumber ? '' : number.replace(/[.)]+$/, '');
    const points = amountOf(cells[header.points]);
    if (text === '' && points.is === 'none') continue;
    if (/^\(?\d{1,2}\)?$/.test(text)) continue;
    lines.push({
      row,
      mark,
      text,
      points,
      weight: header.weight === null ? { is: 'none' } : weightOf(cells[header.weight]),
      group: header.group === null ? '' : grid.text(row, header.group),
      isTotal: totalLine.test(plain(text || number)),
    });
  }
  return lines;
}
