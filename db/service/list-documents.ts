import { AppError } from '../contract/errors.ts';
import { methodList } from '../contract/method-list.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import { PRINT_LIMIT, sensitiveFieldIds, WORKBOOK_LIMIT } from '../contract/officials.ts';
import type { DocumentHtml, DocumentWorkbook } from '../contract/reports.ts';
import { type OfficialListFigures, officialListDocument } from '../documents/forms/official-list.ts';
import { renderHtml } from '../documents/render-html.ts';
import { dayOf } from '../domain/dates.ts';
import { officialListWorkbook } from '../excel/export/official-list-workbook.ts';
import { listToPrint } from '../features/official-documents.ts';
import { runWrite } from './transaction.ts';
import type { CallContext, Handler } from './wrappers.ts';

type ListDocument = MethodParsedInput<'officials.listHtml'>;

/**
 * Reads the list. Sensitive columns are for those who may reveal them, and each time is audited, also a refused one
 * (Law 91/2025/QH15).
 */
function readList(context: CallContext, input: ListDocument, limit: number): OfficialListFigures {
  const { connection, actor } = context;
  const revealed = sensitiveFieldIds.filter((id) => input.columns.includes(id));
  if (revealed.length === 0) return listToPrint(connection.reader, input, limit);
  const mayReveal = (methodList['officials.reveal'].roles as readonly string[]).includes(actor.role);
  const audit = (detail: Record<string, unknown>) => ({
    entity: 'official',
    entityId: null,
    detail: { revealed, input, ...detail },
  });
  if (!mayReveal) {
    runWrite(connection, context, () => ({ value: null, audit: audit({ refused: true }) }));
    throw new AppError('FORBIDDEN');
  }
  return runWrite(connection, context, (db) => {
    const list = listToPrint(db, input, limit);
    return { value: list, audit: audit({ officialIds: list.rows.map((row) => row.id) }) };
  });
}

/** The printable page of the list. */
export const listHtml: Handler<ListDocument, DocumentHtml> = {
  writes: true,
  run(context, input) {
    const document = officialListDocument(readList(context, input, PRINT_LIMIT), dayOf(new Date()));
    return {
      html: renderHtml(document),
      fileName: document.fileName,
      orientation: document.page.orientation,
    };
  },
};

/** The same people and columns as a workbook. */
export const listWorkbook: Handler<ListDocument, DocumentWorkbook> = {
  writes: true,
  async run(context, input) {
    const day = dayOf(new Date());
    const list = readList(context, input, WORKBOOK_LIMIT);
    const { fileName } = officialListDocument({ ...list, rows: [] }, day);
    return { bytes: await officialListWorkbook(list, day), fileName };
  },
};
