import { eq, sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { attachments } from '../connection/schema-cycle.ts';
import type { AttachmentEntity } from '../domain/cycle.ts';

/** Scans per record of one kind. */
export const attachmentCounts = (db: ReadHandle, entity: AttachmentEntity): Map<number, number> =>
  new Map(
    db
      .select({ entityId: attachments.entityId, count: sql<number>`count(*)` })
      .from(attachments)
      .where(eq(attachments.entity, entity))
      .groupBy(attachments.entityId)
      .all()
      .map((row) => [row.entityId, row.count]),
  );
