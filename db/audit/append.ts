import type { WriteHandle } from '../connection/open.ts';
import { audit } from '../connection/schema.ts';

/** What a write says of itself. `detail` holds field names and old/new values; it stays in the encrypted database. */
export interface AuditEntry {
  entity: string;
  entityId: number | null;
  detail: Readonly<Record<string, unknown>>;
}

/** Appends the one audit row of a transaction; called by the transaction wrapper only. */
export function appendAudit(
  db: WriteHandle,
  entry: AuditEntry & { at: string; userId: number | null; method: string },
): void {
  db.insert(audit)
    .values({ ...entry, detail: JSON.stringify(entry.detail) })
    .run();
}
