import type { DocumentRequest } from '../contract/documents.ts';
import { AppError } from '../contract/errors.ts';
import { methodList } from '../contract/method-list.ts';
import { sensitiveFieldIds } from '../contract/officials.ts';
import { type ListedPeople, listToPrint } from '../features/official-documents.ts';
import { runWrite } from './transaction.ts';
import type { CallContext } from './wrappers.ts';

type ListDocument = Extract<DocumentRequest, { kind: 'officials-list' }>;

/**
 * Reads the list. Sensitive columns are for those who may reveal them, and each time is audited, also a refused one
 * (Law 91/2025/QH15).
 */
export function readList(context: CallContext, input: ListDocument, limit: number): ListedPeople {
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
    return { value: list, audit: audit({ officialIds: list.ids }) };
  });
}
