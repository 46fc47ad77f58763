import ExcelJS from 'exceljs';
import type { ReadSheet } from '../../db/contract/workbooks.ts';
import { readWorkbookBytes } from '../../db/excel/read-workbook.ts';

/** A cell of a test's sheet: a plain value, a day as an Excel serial, or a formula with or without its result. */
export type CellInput =
  | string
  | number
  | boolean
  | null
  | { serial: number; format?: string }
  | { formula: string; result?: string | number | { error: string } }
  | { number: number; format: string };

export interface SheetSpec {
  name?: string;
  rows: readonly (readonly CellInput[])[];
  merges?: readonly string[];
  hiddenRows?: readonly number[];
  /** 1 = A. */
  hiddenColumns?: readonly number[];
  isHidden?: boolean;
  /** Rows with borders and nothing else, below the last one. */
  phantomRows?: number;
}

const DAY_FORMAT = 'dd/mm/yyyy';

function fill(cell: ExcelJS.Cell, input: CellInput): void {
  if (input === null) return;
  if (typeof input !== 'object') cell.value = input;
  else if ('serial' in input) {
    cell.value = input.serial;
    cell.numFmt = input.format ?? DAY_FORMAT;
  } else if ('number' in input) {
    cell.value = input.number;
    cell.numFmt = input.format;
  } else {
    // exceljs types no errors as results, though it writes them.
    cell.value = input as ExcelJS.CellFormulaValue;
  }
}

/** Writes a workbook with exceljs, as another program would have saved it. */
export async function workbookBytes(
  specs: SheetSpec | readonly SheetSpec[],
  options: { date1904?: boolean; sharedStrings?: boolean } = {},
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.properties.date1904 = options.date1904 ?? false;
  for (const [index, spec] of (Array.isArray(specs) ? specs : [specs]).entries()) {
    const sheet = workbook.addWorksheet(spec.name ?? `Sheet${index + 1}`, {
      state: spec.isHidden ? 'hidden' : 'visible',
    });
    spec.rows.forEach((row: readonly CellInput[], at: number) => {
      row.forEach((input, column) => {
        fill(sheet.getCell(at + 1, column + 1), input);
      });
    });
    for (const range of spec.merges ?? []) sheet.mergeCells(range);
    for (const row of spec.hiddenRows ?? []) sheet.getRow(row).hidden = true;
    for (const column of spec.hiddenColumns ?? []) sheet.getColumn(column).hidden = true;
    for (let extra = 1; extra <= (spec.phantomRows ?? 0); extra += 1) {
      for (let column = 1; column <= 8; column += 1) {
        sheet.getCell(spec.rows.length + extra, column).border = { top: { style: 'thin' } };
      }
    }
  }
  const written = await workbook.xlsx.writeBuffer({ useSharedStrings: options.sharedStrings ?? true });
  return new Uint8Array(written);
}

/** The one sheet of a workbook made for the test, as the reader understands it. */
export async function understood(spec: SheetSpec, options?: { date1904?: boolean }): Promise<ReadSheet> {
  const { sheets } = await readWorkbookBytes('test.xlsx', await workbookBytes(spec, options));
  const [sheet] = sheets;
  if (sheet === undefined) throw new Error('no sheet was read');
  return sheet;
}

/** 'B' -> 'birthDate' and so on, for the columns that have a field. */
export const fieldsOf = (sheet: ReadSheet): Record<string, string> =>
  Object.fromEntries(sheet.columns.flatMap(({ letter, field }) => (field === null ? [] : [[letter, field]])));

/** Row numbers of one class. */
export const rowsOf = (sheet: ReadSheet, rowClass: ReadSheet['rows'][number]['class']): number[] =>
  sheet.rows.filter((row) => row.class === rowClass).map((row) => row.row);
