import { PassThrough } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '../../contract/errors.ts';
import { documentTexts } from '../../contract/vi/documents.ts';
import type { DocumentModel } from '../../documents/model.ts';
import { layOut } from './party-sheet.ts';
import { beginRowKeys, refuseTyping } from './row-key-column.ts';
import { safeCellText } from './safe-text.ts';

/** One row: the texts of its cells behind the number, and the key by which an import knows it again. */
export interface StreamedRow {
  texts: readonly string[];
  key: string;
}

export interface StreamedSheet {
  sheetName: string;
  frozenColumns: number;
  /** 'YYYY-MM-DD', the day of the document. */
  day: string;
  /** Parts of the rows, read one after the other while they are written. */
  parts: Iterable<readonly StreamedRow[]>;
  /** Rows in all parts. */
  total: number;
}

export interface StreamControl {
  signal: AbortSignal;
  onProgress: (done: number, total: number) => void;
}

/**
 * A document with one table as an .xlsx file, its rows written part by part: memory holds one part and the packed
 * file. The table's own rows are not written; they only say how wide its columns must be.
 * @throws AppError CANCELLED
 */
export async function streamedWorkbook(
  document: DocumentModel,
  { sheetName, frozenColumns, day, parts, total }: StreamedSheet,
  { signal, onProgress }: StreamControl,
): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const packed: Uint8Array[] = [];
  const stream = new PassThrough();
  stream.on('data', (piece: Uint8Array) => packed.push(piece));
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: false,
  });
  workbook.creator = documentTexts.program;
  workbook.lastModifiedBy = documentTexts.program;
  workbook.title = document.name;
  workbook.created = new Date(`${day}T00:00:00Z`);
  workbook.modified = workbook.created;
  // Written at once when a sheet is begun, so it must be known before: where the rows begin, and that widths fit.
  const begin = layOut(new exceljs.Workbook().addWorksheet(sheetName), document).next(0);
  const ySplit = begin.done ? 0 : begin.value.firstRow - 1;
  const sheet = workbook.addWorksheet(sheetName, {
    views: [{ state: 'frozen', xSplit: frozenColumns, ySplit }],
    pageSetup: { fitToPage: true },
  });
  const steps = layOut(sheet, document);
  for (let step = steps.next(0); !step.done; ) {
    const { table, firstRow, look } = step.value;
    const column = table.columns.length + 1;
    const titleRow = firstRow - table.head.length - (table.numbering === null ? 0 : 1);
    beginRowKeys(sheet, { titleRow, column });
    sheet.getRow(firstRow - 1).commit();
    let row = firstRow;
    for (const part of parts) {
      for (const { texts, key } of part) {
        const number = row - firstRow + 1;
        look(row, { kind: 'body', cells: [{ text: String(number) }, ...texts.map((text) => ({ text }))] });
        sheet.getCell(row, 1).value = number;
        for (const [index, text] of texts.entries()) sheet.getCell(row, index + 2).value = safeCellText(text);
        sheet.getCell(row, column).value = key;
        sheet.getRow(row).commit();
        row += 1;
      }
      onProgress(row - firstRow, total);
      await nextTurn();
      if (signal.aborted) throw new AppError('CANCELLED');
    }
    if (row > firstRow) refuseTyping(sheet, { firstRow, lastRow: row - 1, column });
    step = steps.next(row);
  }
  sheet.commit();
  await workbook.commit();
  return new Uint8Array(Buffer.concat(packed));
}
