import type { Worksheet } from 'exceljs';
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
  sheet.getCell(place.titleRow, place.column).value = rowKeyTitle;
  for (const [index, key] of keys.entries()) {
    const cell = sheet.getCell(place.firstRow + index, place.column);
    cell.value = key;
    cell.dataValidation = {
      type: 'custom',
      formulae: ['FALSE'],
      showErrorMessage: true,
      errorStyle: 'stop',
      errorTitle: rowKeyNotice.title,
      error: rowKeyNotice.text,
    };
  }
  sheet.getColumn(place.column).hidden = true;
}
