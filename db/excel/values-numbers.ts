import type { CellValue } from '../contract/workbooks.ts';
import { cellText } from './values-text.ts';

/** A number as offices write it: comma decimal, dots for thousands; null when it is none. */
function parseNumber(cell: CellValue | undefined): number | null {
  if (cell?.type === 'number') return cell.number;
  const text = cellText(cell).replace(/\s/g, '');
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  return /^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null;
}

/** How many, a whole number; "25 đ/c" and "25 người" too. */
export function parseCount(cell: CellValue | undefined): number | null {
  const number = parseNumber(cell) ?? Number(/^(\d{1,6})\s+\p{L}/u.exec(cellText(cell))?.[1] ?? Number.NaN);
  return Number.isInteger(number) && number >= 0 ? number : null;
}

/** A percent: 20 for "20%", 20 and 0,2. A number of at most one is a share, as a cell with a % format holds it. */
export function parsePercent(cell: CellValue | undefined): number | null {
  const signed = cell?.type === 'text' ? /(\d+(?:[.,]\d+)?)\s*%/.exec(cell.text)?.[1] : undefined;
  if (signed !== undefined) return within(Number(signed.replace(',', '.')));
  const number = parseNumber(cell);
  if (number === null) return null;
  return within(number <= 1 ? number * 100 : number);
}

const within = (percent: number): number | null =>
  percent >= 0 && percent <= 100 ? Number(percent.toFixed(4)) : null;
