import type { Worksheet } from 'exceljs';
import { documentTexts } from '../../contract/vi/documents.ts';
import type { DocumentModel, TableBlock } from '../../documents/model.ts';
import { layOutSheet } from './party-sheet.ts';
import { writeRowKeys } from './row-key-column.ts';
import { safeCellText } from './safe-text.ts';

/** Numbers as numbers, everything else as the text of the screen: a day keeps the precision that is known. */
const fillRows =
  (frozenColumns: number, rowKeys: readonly string[]) =>
  (sheet: Worksheet, table: TableBlock, firstRow: number): void => {
    for (const [index, row] of table.rows.entries())
      for (const [place, { text }] of row.cells.entries())
        sheet.getCell(firstRow + index, place + 1).value = place === 0 ? index + 1 : safeCellText(text);
    if (rowKeys.length > 0) {
      const titleRow = firstRow - table.head.length - (table.numbering === null ? 0 : 1);
      writeRowKeys(sheet, { titleRow, firstRow, column: table.columns.length + 1 }, rowKeys);
    }
    // Head and name stay in sight.
    sheet.views = [{ state: 'frozen', xSplit: frozenColumns, ySplit: firstRow - 1 }];
  };

export interface DocumentSheet {
  sheetName: string;
  frozenColumns: number;
  /** 'YYYY-MM-DD', the day of the document. */
  day: string;
  /** The key of each row, by which an import of the workbook knows its record again. */
  rowKeys?: readonly string[];
}

/**
 * A document with one table of numbered rows as an .xlsx file, laid out and set up for print as its paper.
 */
export async function documentWorkbook(
  document: DocumentModel,
  { sheetName, frozenColumns, day, rowKeys = [] }: DocumentSheet,
): Promise<Uint8Array> {
  // Loaded at the first export: the service does not hold the library at rest.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  // Properties name no person and no machine; the days are the document's own.
  workbook.creator = documentTexts.program;
  workbook.lastModifiedBy = documentTexts.program;
  workbook.title = document.name;
  workbook.created = new Date(`${day}T00:00:00Z`);
  workbook.modified = workbook.created;
  layOutSheet(workbook.addWorksheet(sheetName), document, fillRows(frozenColumns, rowKeys));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
