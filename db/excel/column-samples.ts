import { partyUnitStarts } from '../contract/vi/sheet-words.ts';
import type { CellValue } from '../contract/workbooks.ts';
import { isCitizenId } from '../domain/citizen-id.ts';
import type { Header } from './find-header.ts';
import type { RawRow } from './raw-sheet.ts';
import { isNumberingRow, isWhole, startsAsFoot, startsAsTotal } from './row-shapes.ts';
import { filledColumns, type SheetGrid, shownText } from './sheet-grid.ts';
import { startsWithAny } from './title-keys.ts';
import { parseDateCell } from './values-dates.ts';
import { parseRating } from './values-ratings.ts';
import {
  cellText,
  parseGender,
  parseMark,
  parseParticipation,
  parseSigned,
  parseWorking,
} from './values-text.ts';

const startsAsPartyBody = startsWithAny(partyUnitStarts);
const ANY_YEAR = { first: 1900, last: 2100 };

/** Letters and no digit. */
const isWritten = (text: string): boolean => !/\d/.test(text) && /\p{L}/u.test(text);

const tests = {
  date: (cell: CellValue) => parseDateCell(cell, ANY_YEAR).kind === 'dates',
  mark: (cell: CellValue) => parseMark(cell) === 'yes',
  gender: (cell: CellValue) => parseGender(cellText(cell)) !== null,
  rating: (cell: CellValue) => parseRating(cellText(cell)).kind !== 'unknown',
  unit: (cell: CellValue) => startsAsPartyBody(cellText(cell)),
  citizenId: (cell: CellValue) =>
    cell.type === 'text' && cellText(cell).length === 12 && isCitizenId(cellText(cell)),
  participation: (cell: CellValue) => parseParticipation(cellText(cell)) !== null,
  working: (cell: CellValue) => parseWorking(cellText(cell)) !== null,
  signed: (cell: CellValue) => parseSigned(cellText(cell)) !== null,
  whole: (cell: CellValue) => /^\d{1,6}$/.test(cellText(cell)),
  severalWords: (cell: CellValue) => cellText(cell).includes(' '),
  anyCitizenId: (cell: CellValue) => /^\d{9,12}(?:\.0)?$/.test(cellText(cell).replace(/[\s'.-]/g, '')),
  personName: (cell: CellValue) =>
    cell.type === 'text' && isWritten(cell.text) && parseGender(cellText(cell)) === null,
  /** A given name, with an alias behind it or not. */
  givenName: (cell: CellValue) => cell.type === 'text' && isWritten(cell.text),
  oneWord: (cell: CellValue) => /^\p{L}+$/u.test(cellText(cell)),
} as const satisfies Record<string, (cell: CellValue) => boolean>;
export type ValueTest = keyof typeof tests;

export const fitsValue = (cell: CellValue, test: ValueTest): boolean => tests[test](cell);

/** Rows below the header, by which titles are told apart that fit more than one field. */
export class ColumnSamples {
  readonly #rows: readonly RawRow[];

  constructor(rows: readonly RawRow[]) {
    this.#rows = rows;
  }

  #cells(column: number): CellValue[] {
    return this.#rows.map((row) => row.cells[column]).filter((cell) => cell !== undefined);
  }

  isEmpty(column: number): boolean {
    return this.#cells(column).length === 0;
  }

  /** Whether at least four fifths of the column's values are of this kind; false for an empty column. */
  mostly(column: number, test: ValueTest): boolean {
    const cells = this.#cells(column);
    return cells.length > 0 && cells.filter(tests[test]).length * 5 >= cells.length * 4;
  }

  /** Whether any of the column's values is of this kind. */
  some(column: number, test: ValueTest): boolean {
    return this.#cells(column).some(tests[test]);
  }

  /** Whether the text of one column mostly ends with the text of the other: "Nguyễn Văn An" and "An". */
  endsWith(column: number, end: number): boolean {
    const pairs = this.#rows.filter((row) => row.cells[column] !== undefined && row.cells[end] !== undefined);
    const fitting = pairs.filter((row) => cellText(row.cells[column]).endsWith(cellText(row.cells[end])));
    return pairs.length > 0 && fitting.length * 5 >= pairs.length * 4;
  }
}

/** Rows that can tell what a column holds; rows of other classes would outvote a short list. */
export function sampleRows(grid: SheetGrid, header: Header, limit = 100): RawRow[] {
  const samples: RawRow[] = [];
  for (const row of grid.sheet.rows) {
    if (row.number <= header.last) continue;
    const filled = filledColumns(row);
    if (filled.length < 3 || filled.length * 5 < header.titles.size) continue;
    const label = filled.map((column) => shownText(row.cells[column])).find((text) => !isWhole(text)) ?? '';
    if (startsAsTotal(label) || startsAsFoot(label)) continue;
    if (isNumberingRow(row, header) || header.isRepeatedBy(row)) continue;
    samples.push(row);
    if (samples.length >= limit) break;
  }
  return samples;
}
