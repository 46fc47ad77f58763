import { eq } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { collectives } from '../connection/schema-cycle.ts';
import { AppError } from '../contract/errors.ts';
import type { Role } from '../domain/people.ts';
import { type ChangedRating, changeRating, type Graded, type RatingChangeRequest } from './change-rating.ts';
import { readCycle } from './cycles.ts';
import type { StageChange } from './give-rating.ts';
import { findRating } from './ratings.ts';
import type { ReviewRecord } from './reviews.ts';
import { keepPack } from './rule-packs.ts';

/** A leader's review where he leads is about the leader's rating, in the cell about the member's. */
const ratingKindOf = (review: Pick<ReviewRecord, 'place'>) =>
  review.place === 'leadership' ? 'leader' : 'member';

/** The rating that a review of a person leads to; null as long as nothing was given. */
export const ratingOfReview = (db: ReadHandle, review: ReviewRecord) =>
  findRating(db, review.cycleId, review.officialId ?? 0, ratingKindOf(review));

/**
 * Gives the rating or the collective of a review a value of its own (self) or of the meeting (proposed).
 * @throws AppError what `changeRating` refuses, at the fields of `change`
 */
export function giveLevelOfReview(
  db: WriteHandle,
  review: ReviewRecord,
  change: StageChange & { field: 'self' | 'proposed' },
  decision: RatingChangeRequest['decision'],
  by: { actor: { userId: number; role: Role }; at: string },
): ChangedRating {
  const cycle = readCycle(db, review.cycleId);
  const pack = keepPack(db, cycle);
  const request = { of: gradedBy(db, review), version: null, cycle, pack, change, decision };
  // Only a decided level is measured against the conditions.
  return changeRating(db, { ...request, facts: () => null, group: () => review.subjectGroup }, by);
}

function gradedBy(db: ReadHandle, review: ReviewRecord): Graded {
  const { officialId, organizationId, collectiveId } = review;
  if (officialId !== null) return { is: 'person', officialId, kind: ratingKindOf(review), organizationId };
  const collective = db
    .select({ organizationId: collectives.organizationId, kind: collectives.kind })
    .from(collectives)
    .where(eq(collectives.id, collectiveId ?? 0))
    .get();
  if (!collective) throw new AppError('NOT_FOUND');
  return { is: 'collective', ...collective };
}
