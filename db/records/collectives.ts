import { and, eq } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { collectives, reviews } from '../connection/schema-cycle.ts';
import { reviewFormFor } from '../contract/form-choice.ts';
import type { CollectiveKind } from '../domain/cycle.ts';
import { leadersOf } from './cycle-people.ts';
import type { CycleRecord } from './cycles.ts';
import { drawn, insertReview } from './reviews.ts';

/** A collective comes with its leaders: they are reviewed in its meeting too. */
export function drawCollective(
  db: WriteHandle,
  cycle: CycleRecord,
  choice: { organizationId: number; kind: CollectiveKind },
  basis: { basis: 'drawn' | 'extraPlace'; basisReason: string } = { basis: 'drawn', basisReason: '' },
): number {
  const collectiveId = findOrAddCollective(db, cycle.id, choice);
  const common = { ...drawn(cycle.id, choice.organizationId), ...basis, outReason: null };
  const reviewId = insertReview(db, {
    ...common,
    officialId: null,
    collectiveId,
    place: 'collective',
    subjectGroup: 'collective',
    formId: reviewFormFor('collective', cycle.countedOn) ?? '',
  });
  if (choice.kind === 'organization') return reviewId;
  for (const officialId of leadersOf(db, choice.organizationId, cycle.countedOn))
    if (!isReviewedAs(db, cycle.id, officialId, choice.organizationId))
      insertReview(db, {
        ...common,
        officialId,
        collectiveId: null,
        place: 'leadership',
        subjectGroup: 'leader',
        formId: reviewFormFor('leader', cycle.countedOn) ?? '',
      });
  return reviewId;
}

/** A leader of both the committee and its standing committee is reviewed once in that unit. */
function isReviewedAs(db: ReadHandle, cycleId: number, officialId: number, organizationId: number): boolean {
  const where = and(
    eq(reviews.cycleId, cycleId),
    eq(reviews.officialId, officialId),
    eq(reviews.organizationId, organizationId),
    eq(reviews.place, 'leadership'),
  );
  return db.select({ id: reviews.id }).from(reviews).where(where).get() !== undefined;
}

function findOrAddCollective(
  db: WriteHandle,
  cycleId: number,
  choice: { organizationId: number; kind: CollectiveKind },
): number {
  const where = and(
    eq(collectives.cycleId, cycleId),
    eq(collectives.organizationId, choice.organizationId),
    eq(collectives.kind, choice.kind),
  );
  const found = db.select({ id: collectives.id }).from(collectives).where(where).get();
  return (
    found?.id ??
    db
      .insert(collectives)
      .values({ cycleId, ...choice })
      .returning()
      .get().id
  );
}
