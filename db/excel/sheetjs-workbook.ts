import type { CellObject, WorkSheet } from '@e965/xlsx';
import type { CellValue } from '../contract/workbooks.ts';
import { cellFormat, numberCell } from './number-formats.ts';
import {
  FORMULA_WITHOUT_VALUE,
  type RawRow,
  type RawSheet,
  type RawWorkbook,
  textCell,
} from './raw-sheet.ts';
import type { ReadGuard } from './read-guard.ts';

/** Reads cells with @e965/xlsx: values that were saved, never a formula's own. `changeText` mends the texts of old files. */
export async function readWithSheetJs(
  file: Uint8Array,
  guard: ReadGuard,
  changeText: (text: string) => string = (text) => text,
): Promise<RawWorkbook> {
  const { read } = await import('@e965/xlsx');
  const workbook = read(file, {
    type: 'array',
    dense: true,
    cellDates: false,
    cellNF: true,
    cellStyles: true,
    cellHTML: false,
    cellText: false,
  });
  guard.checkTime();
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const sheets: RawSheet[] = [];
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name];
    if (sheet === undefined || (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet')) continue;
    const rows = rowsOf(sheet, date1904, changeText);
    guard.cells(rows.reduce((sum, row) => sum + row.cells.reduce((count) => count + 1, 0), 0));
    const columns = sheet['!cols'] ?? [];
    sheets.push({
      name: changeText(name),
      hidden: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
      rows,
      merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({
        top: s.r + 1,
        left: s.c,
        bottom: e.r + 1,
        right: e.c,
      })),
      hiddenColumns: new Set(columns.flatMap((column, position) => (column?.hidden ? [position] : []))),
      columnWidths: new Map(
        columns.flatMap((column, position): [number, number][] =>
          column?.width ? [[position, column.width]] : [],
        ),
      ),
      ...(date1904 ? { date1904 } : {}),
      pageMarks: [],
    });
  }
  return { sheets };
}

/** Codes of errors in cells (MS-XLS 2.5.10). */
const errorTexts: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

function rowsOf(sheet: WorkSheet, date1904: boolean, changeText: (text: string) => string): RawRow[] {
  const rows: RawRow[] = [];
  const data: (CellObject[] | undefined)[] = sheet['!data'] ?? [];
  data.forEach((line, index) => {
    const cells: RawRow['cells'] = [];
    line?.forEach((cell, column) => {
      const value = cellOf(cell, date1904, changeText);
      if (value !== undefined) cells[column] = value;
    });
    if (cells.length > 0) {
      rows.push({ number: index + 1, hidden: sheet['!rows']?.[index]?.hidden === true, cells });
    }
  });
  return rows;
}

function cellOf(
  cell: CellObject | undefined,
  date1904: boolean,
  changeText: (text: string) => string,
): CellValue | undefined {
  if (cell === undefined) return undefined;
  switch (cell.t) {
    case 's':
      return textCell(changeText(String(cell.v ?? '')));
    case 'b':
      return { type: 'boolean', value: cell.v === true };
    case 'e':
      return { type: 'error', text: errorTexts[Number(cell.v)] ?? '#VALUE!' };
    case 'n':
      return numberCell(
        Number(cell.v),
        cellFormat(0, cell.z === undefined ? undefined : String(cell.z)),
        date1904,
      );
    default:
      return cell.f === undefined ? undefined : FORMULA_WITHOUT_VALUE;
  }
}
