import type { CellValue } from '../contract/workbooks.ts';

/** Days between the 1904 and the 1900 system. */
export const DAYS_1904 = 1462;

/** Built-in formats that are days or times (ECMA-376 part 1, 18.8.30); 27-36 and 50-58 are the East Asian ones. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether a format shows a day or a time: a date letter outside quotes, brackets and escapes. */
export function isDateFormat(code: string): boolean {
  const first = code.split(';')[0] ?? '';
  const bare = first
    .replace(/"[^"]*"/g, '')
    .replace(/\[(?:h+|m+|s+)\]/gi, 'h')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[\\_*]./g, '');
  return !/general/i.test(bare) && /[ymdhs]/i.test(bare);
}

export interface CellFormat {
  isDate: boolean;
  /** Digits that the format fills with leading zeros ('000000000000' -> 12), or 0. */
  zeros: number;
}

export const GENERAL: CellFormat = { isDate: false, zeros: 0 };

export function cellFormat(id: number, code: string | undefined): CellFormat {
  if (code === undefined) return { isDate: isBuiltInDate(id), zeros: 0 };
  return { isDate: isDateFormat(code), zeros: /^0{6,}$/.test(code) ? code.length : 0 };
}

/**
 * A stored number as its format means it. A date keeps its serial, counted in the 1900 system; a number that is
 * shown with leading zeros (an ID of 12 digits) is the text that Excel shows.
 */
export function numberCell(number: number, format: CellFormat, date1904: boolean): CellValue {
  if (!Number.isFinite(number)) return { type: 'error', text: '#NUM!' };
  if (format.isDate) return { type: 'date', serial: date1904 ? number + DAYS_1904 : number };
  if (format.zeros > 0 && Number.isSafeInteger(number) && number >= 0) {
    return { type: 'text', text: String(number).padStart(format.zeros, '0') };
  }
  return { type: 'number', number };
}
