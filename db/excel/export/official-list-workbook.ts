import { officialListPaper } from '../../contract/vi/official-list.ts';
import { type OfficialListFigures, officialListDocument } from '../../documents/forms/official-list.ts';
import { rowKey } from '../../domain/row-keys.ts';
import { documentWorkbook } from './document-workbook.ts';

/**
 * The list as an .xlsx file, laid out and set up for print as its paper; `printedOn` is 'YYYY-MM-DD', `officeKey` the
 * office's part of each row's key.
 */
export const officialListWorkbook = (
  list: OfficialListFigures,
  printedOn: string,
  officeKey: string,
): Promise<Uint8Array> =>
  documentWorkbook(officialListDocument(list, printedOn), {
    sheetName: officialListPaper.sheetName,
    frozenColumns: 2,
    day: printedOn,
    rowKeys: list.rows.map(({ id }) => rowKey(officeKey, id)),
  });
