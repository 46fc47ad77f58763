import { and, eq } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { ratings } from '../connection/schema.ts';
import { collectives } from '../connection/schema-cycle.ts';
import { AppError } from '../contract/errors.ts';
import type { RatingLevel, RatingStage } from '../domain/ratings.ts';
import { type GradedValues, keepVersion } from './give-rating.ts';
import { type StageOf, type StageValue, standingStages } from './rating-stages.ts';
import type { ReviewRecord } from './reviews.ts';

/** A leader's review where he leads is about the leader's rating, in the cell about the member's. */
export const ratingKindOf = (review: Pick<ReviewRecord, 'place'>) =>
  review.place === 'leadership' ? 'leader' : 'member';

type Stage = Exclude<RatingStage, 'decided'>;
const columnOf = { self: 'selfLevel', proposed: 'proposedLevel' } as const satisfies Record<Stage, string>;

/** The rating that a review of a person leads to; null as long as nothing was given. */
export const ratingOfReview = (db: ReadHandle, review: ReviewRecord) =>
  db
    .select()
    .from(ratings)
    .where(
      and(
        eq(ratings.cycleId, review.cycleId),
        eq(ratings.officialId, review.officialId ?? 0),
        eq(ratings.kind, ratingKindOf(review)),
      ),
    )
    .get() ?? null;

/**
 * Gives the rating or the collective of a review a value of its own (self) or of the meeting (proposed); the value
 * before stays as a version.
 */
export function giveLevelOfReview(
  db: WriteHandle,
  review: ReviewRecord,
  stage: Stage,
  value: StageValue,
  by: { userId: number; at: string },
): void {
  const { of, before } = writeLevel(db, review, stage, value.level);
  keepVersion(db, of, before, { stage, value }, standingStages(db, of)[stage], by);
}

function writeLevel(
  db: WriteHandle,
  review: ReviewRecord,
  stage: Stage,
  level: RatingLevel | null,
): { of: StageOf; before: GradedValues } {
  const column = columnOf[stage];
  if (review.collectiveId !== null) {
    const row = db.select().from(collectives).where(eq(collectives.id, review.collectiveId)).get();
    if (!row) throw new AppError('NOT_FOUND');
    db.update(collectives)
      .set({ [column]: level, version: row.version + 1 })
      .where(eq(collectives.id, row.id))
      .run();
    return { of: { collectiveId: row.id }, before: row };
  }
  const row = ratingOfReview(db, review);
  if (row) {
    db.update(ratings)
      .set({ [column]: level, version: row.version + 1 })
      .where(eq(ratings.id, row.id))
      .run();
    return { of: { ratingId: row.id }, before: row };
  }
  const made = db
    .insert(ratings)
    .values({
      cycleId: review.cycleId,
      officialId: review.officialId ?? 0,
      kind: ratingKindOf(review),
      organizationId: review.organizationId,
      [column]: level,
    })
    .returning()
    .get();
  return { of: { ratingId: made.id }, before: { ...made, [column]: null } };
}
