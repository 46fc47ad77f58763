import { and, eq, type SQLWrapper, sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { reviews } from '../connection/schema-cycle.ts';
import { AppError } from '../contract/errors.ts';
import { reasonsInBase } from '../domain/cycle.ts';
import { placeholders, preparedOnce } from './prepared.ts';

export type ReviewRecord = typeof reviews.$inferSelect;
export type NewReview = Omit<ReviewRecord, 'id' | 'version' | 'status' | 'filedOn'>;

const statements = preparedOnce((db) => ({
  insert: db.insert(reviews).values(placeholders(reviews)).prepare(),
}));

export const insertReview = (db: WriteHandle, review: NewReview): number =>
  Number(
    statements(db).insert.run({ ...review, status: 'notFiled', filedOn: null, version: 1 }).lastInsertRowid,
  );

/** A row as it is drawn from the tree, without reasons. */
export const drawn = (cycleId: number, organizationId: number) => ({
  cycleId,
  organizationId,
  basis: 'drawn' as const,
  basisReason: '',
  outNote: '',
});

/** @throws AppError NOT_FOUND */
export function readReview(db: ReadHandle, id: number): ReviewRecord {
  const review = db.select().from(reviews).where(eq(reviews.id, id)).get();
  if (!review) throw new AppError('NOT_FOUND');
  return review;
}

const listInBase = sql.raw(reasonsInBase.map((reason) => `'${reason}'`).join(', '));
/** As `isInBase` of `db/domain/cycle.ts`, for the column of a query. */
export const inBase = (outReason: SQLWrapper = sql`v.out_reason`) =>
  sql`(${outReason} is null or ${outReason} in (${listInBase}))`;

/** The row of a person in the base of a cycle: in one cell at most. */
export const reviewInCell = (db: ReadHandle, cycleId: number, officialId: number): ReviewRecord | null =>
  db
    .select()
    .from(reviews)
    .where(
      and(
        eq(reviews.cycleId, cycleId),
        eq(reviews.officialId, officialId),
        eq(reviews.place, 'cell'),
        inBase(reviews.outReason),
      ),
    )
    .get() ?? null;

/** Changes a review under its version. @throws AppError STALE_VERSION */
export function updateReview(
  db: WriteHandle,
  id: number,
  version: number,
  values: Partial<Omit<ReviewRecord, 'id' | 'version'>>,
): void {
  const written = db
    .update(reviews)
    .set({ ...values, version: version + 1 })
    .where(and(eq(reviews.id, id), eq(reviews.version, version)))
    .run();
  if (written.changes !== 1) throw new AppError('STALE_VERSION');
}
