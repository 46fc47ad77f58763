import type { CellValue, OldFontConversion } from '../contract/workbooks.ts';

/**
 * A workbook as it stands in the file, before any meaning. Only cells that hold something are kept: a sheet of
 * 50,000 formatted empty rows is an empty sheet here.
 */
export interface RawWorkbook {
  sheets: RawSheet[];
}

export interface RawRow {
  /** Row number as Excel shows it. */
  number: number;
  hidden: boolean;
  /** By column, 0 = A; sparse. */
  cells: (CellValue | undefined)[];
  /** Texts in fonts of old encodings by column, until they are converted; left out when there are none. */
  oldFonts?: (OldFontText | undefined)[];
}

/** Encodings whose letters only an old font shows; H fonts show small letters as capitals. */
export type OldFont = 'TCVN3' | 'TCVN3-H' | 'VNI';
/** The font of a whole cell, or of each run of its text. */
export type OldFontText = OldFont | { text: string; font: OldFont | null }[];

/** Rows 1-based, columns 0-based, both ends included. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface RawSheet {
  name: string;
  hidden: boolean;
  /** Ascending; rows that hold nothing are left out. */
  rows: RawRow[];
  merges: Merge[];
  hiddenColumns: ReadonlySet<number>;
  /** Widths that the file sets, by column, in characters of the default font. */
  columnWidths?: ReadonlyMap<number, number>;
  /** Columns whose texts were converted from an old font. */
  conversions?: ReadonlyMap<number, OldFontConversion>;
  /** The file counts its days from 1904. Cells with a format of days are shifted already; bare numbers are not. */
  date1904?: true;
  /** Texts of the printed page's head and foot. */
  pageMarks: string[];
  /** Texts of boxes drawn over the cells, each paragraph on a line of its own. */
  shapeTexts?: string[];
}

/** A formula that was never calculated: the file holds no result, and none is calculated here. */
export const FORMULA_WITHOUT_VALUE: CellValue = { type: 'error', text: '' };

export const isUncalculated = (cell: CellValue): boolean => cell.type === 'error' && cell.text === '';

/** 0 -> 'A', 26 -> 'AA'. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Column of an address: 'A1' -> 0, 'AB12' -> 27; -1 when it is none. */
export function addressColumn(address: string): number {
  let column = 0;
  let at = 0;
  for (; at < address.length; at += 1) {
    const code = address.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return at === 0 || at > 3 ? -1 : column - 1;
}

const RANGE = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/;

/** 'B8:C9' -> its corners; null when it is no range or only one cell. */
export function parseMerge(range: string): Merge | null {
  const match = RANGE.exec(range);
  const [, left, top, right, bottom] = match ?? [];
  if (!left || !top || !right || !bottom) return null;
  const merge = {
    left: addressColumn(left),
    top: Number(top),
    right: addressColumn(right),
    bottom: Number(bottom),
  };
  return merge.right >= merge.left && merge.bottom >= merge.top ? merge : null;
}

/** Excel holds no longer text in a cell; a made-up file with one of megabytes must not cost minutes. */
const LONGEST_TEXT = 32_767;

/** The apostrophe that `safeCellText` puts before what could be taken for a formula is no part of the text. */
const SAFETY_MARK = /^'(?=[\t\r\n ]*[=+\-@])/;

/** A text cell, or nothing when it shows nothing. */
export function textCell(text: string): CellValue | undefined {
  const bare = text.startsWith("'") ? text.replace(SAFETY_MARK, '') : text;
  const held = bare.length > LONGEST_TEXT ? bare.slice(0, LONGEST_TEXT) : bare;
  return held.trim() === '' ? undefined : { type: 'text', text: held };
}
