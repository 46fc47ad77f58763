import { and, desc, eq } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { drafts } from '../connection/schema.ts';
import { type Draft, type DraftKey, draftFields, type OpenedDraft } from '../contract/drafts.ts';
import type { MethodParsedInput } from '../contract/methods.ts';

/*
 * A draft is no record: it changes nothing that anyone else sees, so it leaves no audit row. Everybody has their own.
 */
const stored = ({ form, recordId, partId }: DraftKey) => ({
  form,
  recordId: recordId ?? 0,
  partId: partId ?? 0,
});

const ofKey = (userId: number, key: DraftKey) => {
  const { form, recordId, partId } = stored(key);
  return and(
    eq(drafts.userId, userId),
    eq(drafts.form, form),
    eq(drafts.recordId, recordId),
    eq(drafts.partId, partId),
  );
};

const toDraft = (row: typeof drafts.$inferSelect): Draft => ({
  form: row.form,
  recordId: row.recordId === 0 ? null : row.recordId,
  partId: row.partId === 0 ? null : row.partId,
  recordVersion: row.recordVersion,
  title: row.title,
  savedAt: row.savedAt,
});

/** Keeps what a form holds now in place of what it held before. */
export function saveDraft(
  db: WriteHandle,
  userId: number,
  { recordVersion, title, fields, ...key }: MethodParsedInput<'drafts.save'>,
  at: string,
) {
  const values = { recordVersion, title, fields: JSON.stringify(fields), savedAt: at };
  db.insert(drafts)
    .values({ userId, ...stored(key), ...values })
    .onConflictDoUpdate({ target: [drafts.userId, drafts.form, drafts.recordId, drafts.partId], set: values })
    .run();
  return { value: { savedAt: at }, audit: null };
}

/** Newest first. */
export const listDrafts = (db: ReadHandle, userId: number): { drafts: Draft[] } => ({
  drafts: db
    .select()
    .from(drafts)
    .where(eq(drafts.userId, userId))
    .orderBy(desc(drafts.savedAt), desc(drafts.id))
    .limit(100)
    .all()
    .map(toDraft),
});

/** What was typed; null when there is no draft of that form. */
export function openDraft(db: ReadHandle, userId: number, key: DraftKey): { draft: OpenedDraft | null } {
  const row = db.select().from(drafts).where(ofKey(userId, key)).get();
  if (!row) return { draft: null };
  return { draft: { ...toDraft(row), fields: draftFields.parse(JSON.parse(row.fields)) } };
}

/** Saved or given up: nothing of it is left. Without a draft there is nothing to do. */
export function discardDraft(db: WriteHandle, userId: number, key: DraftKey) {
  db.delete(drafts).where(ofKey(userId, key)).run();
  return { value: {}, audit: null };
}
