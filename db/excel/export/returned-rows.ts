import type { Cell, Worksheet } from 'exceljs';
import { documentTexts } from '../../contract/vi/documents.ts';
import { returnedText } from '../../contract/vi/imports-preview.ts';
import type { CellValue, ReadColumn, ReadRow, ReadSheet } from '../../contract/workbooks.ts';
import { isDitto } from '../ditto-marks.ts';
import { addressColumn, columnLetter } from '../raw-sheet.ts';
import { ownLetter } from '../unfold-parts.ts';
import { cellText } from '../values-text.ts';
import { safeCellText } from './safe-text.ts';
import { allBorders, fontOf } from './sheet-style.ts';

/** A data row that goes back to the office, as it stands in the sheet or was mended since. */
export interface ReturnedRow {
  row: ReadRow;
  /** Why it was not taken. */
  reason: string;
}

const FONT_SIZE = 12;
const REASON_WIDTH = 60;
const DAY_FORMAT = 'dd/mm/yyyy';
/** Fields whose digits a number format would eat. */
const digitFields: readonly ReadColumn['field'][] = ['citizenId', 'partyCardNo', 'partyFileNo'];

/**
 * The rows that were not taken, as a new workbook in the office's own layout: its head, its header with the merges,
 * its widths, the unit rows above the people, and the reasons in a last column. Mended, it is imported again.
 */
export async function returnedWorkbook(
  sheet: ReadSheet,
  rows: readonly ReturnedRow[],
  reasonTitle: string,
): Promise<Uint8Array> {
  // Loaded at the first export: the service does not hold the library at rest.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.creator = documentTexts.program;
  workbook.lastModifiedBy = documentTexts.program;
  workbook.title = returnedText.title;
  const target = workbook.addWorksheet(sheet.name);
  const reasonColumn = reasonColumnOf(sheet, reasonTitle);
  const first = writeHead(target, sheet, reasonColumn, reasonTitle);
  const last = writeRows(target, sheet, rows, first, reasonColumn);
  target.views = [{ state: 'frozen', ySplit: first - 1 }];
  for (const [letter, width] of Object.entries(sheet.parts?.widths ?? {}))
    target.getColumn(letter).width = width;
  target.getColumn(reasonColumn).width = REASON_WIDTH;
  target.pageSetup = {
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    paperSize: 9,
  };
  target.pageSetup.printArea = `A1:${columnLetter(reasonColumn - 1)}${last}`;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** 1-based: after the last column, or the one that an earlier return added. */
function reasonColumnOf(sheet: ReadSheet, title: string): number {
  const { columns, folds = [] } = sheet;
  const letters = [...columns.map(({ letter }) => letter), ...folds.flatMap(Object.values)];
  const last = Math.max(0, ...letters.map(addressColumn));
  const earlier = sheet.columns.find((column) => column.title === title);
  return (earlier === undefined ? last + 1 : addressColumn(earlier.letter)) + 1;
}

/** @returns the first row below the header */
function writeHead(target: Worksheet, sheet: ReadSheet, reasonColumn: number, reasonTitle: string): number {
  const [top, bottom] = sheet.headerRows ?? [1, 1];
  const { otherRows, merges } = sheet.parts ?? { otherRows: [], merges: [] };
  const head = otherRows.filter(({ row }) => row <= bottom);
  for (const { row, cells } of head)
    for (const [letter, value] of Object.entries(cells)) writeCell(target.getCell(`${letter}${row}`), value);
  // Cells that came without the rows around them have only the titles.
  if (head.length === 0)
    for (const { letter, title } of sheet.columns)
      target.getCell(`${letter}${bottom}`).value = safeCellText(title);
  for (const merge of merges)
    if (merge.bottom <= bottom) target.mergeCells(merge.top, merge.left + 1, merge.bottom, merge.right + 1);
  target.getCell(top, reasonColumn).value = reasonTitle;
  if (bottom > top && !target.getCell(top, reasonColumn).isMerged)
    target.mergeCells(top, reasonColumn, bottom, reasonColumn);
  for (let row = 1; row <= bottom; row += 1)
    for (let column = 1; column <= reasonColumn; column += 1) {
      const cell = target.getCell(row, column);
      cell.font = fontOf(FONT_SIZE, { bold: true });
      if (row < top) continue;
      cell.border = allBorders;
      cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    }
  return bottom + 1;
}

/** @returns the last row written */
function writeRows(
  target: Worksheet,
  sheet: ReadSheet,
  rows: readonly ReturnedRow[],
  first: number,
  reasonColumn: number,
): number {
  const columns = new Map(sheet.columns.map((column) => [column.letter, column]));
  const above = aboveOf(sheet);
  const sections = new Map(sheet.rows.filter((row) => row.class === 'section').map((row) => [row.row, row]));
  let section: ReadRow | null = null;
  let at = first;
  for (const { row, reason } of rows) {
    const own = sectionAbove(sheet, row, sections);
    if (own !== null && own !== section) {
      const isFolded = sheet.folds !== undefined;
      const cells = isFolded ? nameOnly(sheet, own.section) : (own.own ?? own.cells);
      for (const [letter, value] of Object.entries(cells)) writeCell(target.getCell(`${letter}${at}`), value);
      // Over all parts of a folded list, whose rows stand below it.
      if (isFolded) target.mergeCells(at, 1, at, reasonColumn - 1);
      target.getRow(at).font = fontOf(FONT_SIZE, { bold: true });
      section = own;
      at += 1;
    }
    for (const [letter, value] of Object.entries(row.cells)) {
      if (!columns.has(letter)) continue;
      const isDigits = digitFields.includes(columns.get(letter)?.field ?? null);
      const said =
        value.type === 'text' && isDitto(cellText(value)) ? (above(row.row, letter) ?? value) : value;
      writeCell(target.getCell(`${ownLetter(sheet, row.row, letter)}${at}`), said, isDigits);
    }
    const cell = target.getCell(at, reasonColumn);
    cell.value = safeCellText(reason);
    for (let column = 1; column <= reasonColumn; column += 1) {
      const each = target.getCell(at, column);
      each.font = fontOf(FONT_SIZE);
      each.border = allBorders;
      each.alignment = { vertical: 'top', wrapText: true };
    }
    at += 1;
  }
  return at - 1;
}

/** "-nt-" means the row above, which may not go back: its value is written out. */
function aboveOf(sheet: ReadSheet): (row: number, letter: string) => CellValue | undefined {
  const data = sheet.rows.filter((row) => row.class === 'data' && row.hidden !== true);
  const index = new Map(data.map((row, place) => [row.row, place]));
  return (row, letter) => {
    for (let place = (index.get(row) ?? 0) - 1; place >= 0; place -= 1) {
      const value = data[place]?.cells[letter];
      if (value?.type !== 'text' || !isDitto(cellText(value))) return value;
    }
    return undefined;
  };
}

/** The unit row that the row stands under, where the sheet names its units so. */
function sectionAbove(
  sheet: ReadSheet,
  { row, section }: ReadRow,
  sections: ReadonlyMap<number, ReadRow>,
): ReadRow | null {
  if (section === '') return null;
  let found: ReadRow | null = null;
  for (const [number, candidate] of sections) {
    if (number > row) break;
    found = candidate;
  }
  return found?.section === section || found === null ? found : { ...found, cells: nameOnly(sheet, section) };
}

const nameOnly = (sheet: ReadSheet, name: string): Record<string, CellValue> => ({
  [sheet.columns[0]?.letter ?? 'A']: { type: 'text', text: name },
});

/** A lone dash is how offices write "none"; it is no formula. */
const isDash = (text: string): boolean => /^\s*[-–—]\s*$/.test(text);

function writeCell(cell: Cell, value: CellValue, asText = false): void {
  switch (value.type) {
    case 'text':
      cell.value = isDash(value.text) ? value.text : safeCellText(value.text);
      break;
    case 'number':
      cell.value = asText ? String(value.number) : value.number;
      break;
    case 'date':
      // The serial itself: no time zone can move the day.
      cell.value = value.serial;
      cell.numFmt = DAY_FORMAT;
      break;
    case 'boolean':
      cell.value = value.value;
      break;
    case 'error':
      cell.value = value.text === '' ? returnedText.noResult : value.text;
  }
  if (asText) cell.numFmt = '@';
}
