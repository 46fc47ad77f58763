import type { DataValidation, Worksheet } from 'exceljs';
import { rowKeyNotice, rowKeyTitle } from '../../contract/vi/sheet-words.ts';

/**
 * A hidden last column with the key of each row, by which an import of the workbook knows its records again. Typing
 * into it is refused; the sheet itself is not protected, since Excel then lets nobody sort or delete rows.
 */
export function writeRowKeys(
  sheet: Worksheet,
  place: { titleRow: number; firstRow: number; column: number },
  keys: readonly string[],
): void {
  beginRowKeys(sheet, place);
  for (const [index, key] of keys.entries()) {
    const cell = sheet.getCell(place.firstRow + index, place.column);
    cell.value = key;
    cell.dataValidation = refused;
  }
}

const refused: DataValidation = {
  type: 'custom',
  formulae: ['FALSE'],
  showErrorMessage: true,
  errorStyle: 'stop',
  errorTitle: rowKeyNotice.title,
  error: rowKeyNotice.text,
};

/** The title of the column, hidden; its keys are written with the rows. */
export function beginRowKeys(
  sheet: Worksheet,
  { titleRow, column }: { titleRow: number; column: number },
): void {
  sheet.getCell(titleRow, column).value = rowKeyTitle;
  sheet.getColumn(column).hidden = true;
}

/** Refuses typing into all keys at once. `dataValidations` is missing from the types of exceljs. */
export function refuseTyping(
  sheet: Worksheet & { dataValidations?: { add: (range: string, rule: DataValidation) => void } },
  { firstRow, lastRow, column }: { firstRow: number; lastRow: number; column: number },
): void {
  const { letter } = sheet.getColumn(column);
  sheet.dataValidations?.add(`${letter}${firstRow}:${letter}${lastRow}`, refused);
}
