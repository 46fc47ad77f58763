import { officialCellText } from '../../contract/official-cells.ts';
import type { OfficialColumnId } from '../../contract/official-list.ts';
import type { OfficialRow } from '../../contract/officials.ts';
import { officialListPaper } from '../../contract/vi/official-list.ts';
import {
  isDayColumn,
  type OfficialListFigures,
  officialListDocument,
} from '../../documents/forms/official-list.ts';
import type { DocumentModel } from '../../documents/model.ts';
import { countText } from '../../documents/number-text.ts';
import { rowKey } from '../../domain/row-keys.ts';
import { type StreamControl, streamedWorkbook } from './streamed-workbook.ts';

/** People that are read and written together. */
const PART = 1000;

/**
 * The list as an .xlsx file, laid out and set up for print as its paper; `printedOn` is 'YYYY-MM-DD', `officeKey` the
 * office's part of each row's key. People are read by `rowsOf` part by part, in the order of the ids.
 * @throws AppError CANCELLED
 */
export async function officialListWorkbook(
  list: Omit<OfficialListFigures, 'rows' | 'count'> & { ids: readonly number[] },
  rowsOf: (ids: readonly number[]) => readonly OfficialRow[],
  office: { printedOn: string; key: string },
  control: StreamControl,
): Promise<{ bytes: Uint8Array; fileName: string }> {
  const { ids, columns } = list;
  function* parts() {
    for (let first = 0; first < ids.length; first += PART)
      yield rowsOf(ids.slice(first, first + PART)).map((row) => ({
        texts: [row.fullName, ...columns.map((column) => officialCellText(column, row))],
        key: rowKey(office.key, row.id),
      }));
  }
  const document = officialListDocument({ ...list, rows: [], count: ids.length }, office.printedOn);
  const bytes = await streamedWorkbook(
    widened(document, columns, ids.length),
    {
      sheetName: officialListPaper.sheetName,
      frozenColumns: 2,
      day: office.printedOn,
      parts: parts(),
      total: ids.length,
    },
    control,
  );
  return { bytes, fileName: document.fileName };
}

const WIDEST_DAY = '30/12/2000';

/** The document with one row that holds the widest figures: columns of figures must be as wide as these. */
function widened(
  document: DocumentModel,
  columns: readonly OfficialColumnId[],
  count: number,
): DocumentModel {
  const cells = ['', ...columns.map((id) => (isDayColumn(id) ? WIDEST_DAY : ''))].map((text) => ({ text }));
  const widest = { kind: 'body' as const, cells: [{ text: countText(count) }, ...cells] };
  return {
    ...document,
    blocks: document.blocks.map((block) => (block.kind === 'table' ? { ...block, rows: [widest] } : block)),
  };
}
