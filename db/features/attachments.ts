import { createHash } from 'node:crypto';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { users } from '../connection/schema.ts';
import {
  attachments,
  pledges,
  ratingMeetings,
  remediationTasks,
  reviews,
} from '../connection/schema-cycle.ts';
import { ATTACHMENT_BYTES, type Attachment, attachmentTypes } from '../contract/attachments.ts';
import { AppError } from '../contract/errors.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import type { AttachmentEntity } from '../domain/cycle.ts';
import { scanTypeOf } from '../domain/media-type.ts';

const owners = {
  pledge: pledges,
  review: reviews,
  meeting: ratingMeetings,
  remediationTask: remediationTasks,
} as const satisfies Record<AttachmentEntity, unknown>;

const columns = {
  id: attachments.id,
  fileName: attachments.fileName,
  mediaType: sql<Attachment['mediaType']>`${attachments.mediaType}`,
  size: sql<number>`length(${attachments.bytes})`,
  at: attachments.at,
  by: sql<string>`coalesce(nullif(${users.displayName}, ''), ${users.username}, '')`,
};

/** The scans of a record, the first one first; without their bytes. */
export function listAttachments(
  db: ReadHandle,
  { entity, entityId }: MethodParsedInput<'attachments.list'>,
): { attachments: Attachment[] } {
  return {
    attachments: db
      .select(columns)
      .from(attachments)
      .leftJoin(users, eq(users.id, attachments.userId))
      .where(and(eq(attachments.entity, entity), eq(attachments.entityId, entityId)))
      .orderBy(asc(attachments.id))
      .all(),
  };
}

/**
 * Keeps a scan in the encrypted database.
 * @throws AppError NOT_FOUND (no such record), ATTACHMENT_TOO_LARGE, ATTACHMENT_TYPE, ATTACHMENT_EXISTS
 */
export function addAttachment(
  db: WriteHandle,
  input: MethodParsedInput<'attachments.add'>,
  context: { userId: number; at: string },
) {
  const { entity, entityId, fileName, bytes } = input;
  const owner = owners[entity];
  if (!db.select({ id: owner.id }).from(owner).where(eq(owner.id, entityId)).get())
    throw new AppError('NOT_FOUND');
  if (bytes.byteLength > ATTACHMENT_BYTES)
    throw new AppError('ATTACHMENT_TOO_LARGE', {
      params: { file: fileName, limit: ATTACHMENT_BYTES / 1024 / 1024 },
    });
  const mediaType = scanTypeOf(bytes);
  if (mediaType === null) throw new AppError('ATTACHMENT_TYPE', { params: { file: fileName } });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const of = and(eq(attachments.entity, entity), eq(attachments.entityId, entityId));
  if (
    db
      .select({ id: attachments.id })
      .from(attachments)
      .where(and(of, eq(attachments.sha256, sha256)))
      .get()
  )
    throw new AppError('ATTACHMENT_EXISTS', { params: { file: fileName } });
  const row = { entity, entityId, fileName, mediaType, sha256, bytes: Buffer.from(bytes), ...context };
  const id = Number(db.insert(attachments).values(row).run().lastInsertRowid);
  return {
    value: listAttachments(db, input),
    audit: { entity: 'attachment', entityId: id, detail: { of: entity, ofId: entityId, fileName, sha256 } },
  };
}

/** The scan itself; that it was looked at stands in the audit. @throws AppError NOT_FOUND */
export function openAttachment(db: WriteHandle, { attachmentId }: MethodParsedInput<'attachments.open'>) {
  const found = db.select().from(attachments).where(eq(attachments.id, attachmentId)).get();
  const mediaType = attachmentTypes.find((type) => type === found?.mediaType);
  if (!found || !mediaType) throw new AppError('NOT_FOUND');
  const { fileName, entity, entityId } = found;
  return {
    value: { fileName, mediaType, bytes: new Uint8Array(found.bytes) },
    audit: {
      entity: 'attachment',
      entityId: attachmentId,
      detail: { opened: fileName, of: entity, ofId: entityId },
    },
  };
}

/** @throws AppError NOT_FOUND */
export function removeAttachment(db: WriteHandle, { attachmentId }: MethodParsedInput<'attachments.remove'>) {
  const { fileName, entity, entityId, sha256 } = attachments;
  const found = db
    .select({ fileName, entity, entityId, sha256 })
    .from(attachments)
    .where(eq(attachments.id, attachmentId))
    .get();
  if (!found) throw new AppError('NOT_FOUND');
  db.delete(attachments).where(eq(attachments.id, attachmentId)).run();
  return { value: {}, audit: { entity: 'attachment', entityId: attachmentId, detail: { removed: found } } };
}
