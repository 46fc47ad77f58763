import { and, eq, sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import {
  pledgeItems,
  reviewOpinions,
  reviewPrompts,
  reviewSections,
  shortcomingOutcomes,
  shortcomings,
} from '../connection/schema-cycle.ts';
import { AppError } from '../contract/errors.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import type { Review } from '../contract/reviews.ts';
import type { Points } from '../domain/criteria-points.ts';
import type { Role } from '../domain/people.ts';
import type { ChangedRating } from '../records/change-rating.ts';
import { giveLevelOfReview } from '../records/review-levels.ts';
import { type ReviewRecord, readReview, updateReview } from '../records/reviews.ts';
import { getReview } from './reviews.ts';

interface Entering {
  actor: { userId: number; role: Role };
  at: string;
}

const refuse = (field: string, code: 'INVALID_VALUE' | 'REQUIRED' = 'INVALID_VALUE') =>
  new AppError('VALIDATION_FAILED', { fieldErrors: { [field]: code } });

/**
 * Saves what a review says. Once it was discussed it is opened again first, so that a meeting's paper is never
 * changed behind it.
 * @throws AppError STALE_VERSION, REVIEW_DISCUSSED, SHORTCOMING_IN_USE
 */
export function saveReview(db: WriteHandle, input: MethodParsedInput<'reviews.save'>, by: Entering) {
  const record = readReview(db, input.reviewId);
  if (record.status === 'discussed' || record.status === 'closed') throw new AppError('REVIEW_DISCUSSED');
  const before = getReview(db, input);
  updateReview(db, record.id, input.version, {});
  saveSections(db, record.id, input.sections);
  saveShortcomings(db, record.id, before.shortcomings, input.shortcomings);
  const earlier = new Set(before.earlier.map(({ id }) => id));
  for (const [index, { shortcomingId, outcome, text }] of input.outcomes.entries()) {
    if (!earlier.has(shortcomingId)) throw refuse(`outcomes.${index}.shortcomingId`);
    db.insert(shortcomingOutcomes)
      .values({ reviewId: record.id, shortcomingId, outcome, text })
      .onConflictDoUpdate({
        target: [shortcomingOutcomes.reviewId, shortcomingOutcomes.shortcomingId],
        set: { outcome, text },
      })
      .run();
  }
  const items = new Set(before.pledgeItems.map(({ id }) => id));
  for (const [index, { itemId, ...result }] of input.pledgeResults.entries()) {
    if (!items.has(itemId)) throw refuse(`pledgeResults.${index}.itemId`);
    db.update(pledgeItems).set(result).where(eq(pledgeItems.id, itemId)).run();
  }
  const prompts = new Set(before.prompts.map(({ id }) => id));
  for (const [index, { promptId, answer }] of input.answers.entries()) {
    if (!prompts.has(promptId)) throw refuse(`answers.${index}.promptId`);
    db.update(reviewPrompts).set({ answer }).where(eq(reviewPrompts.id, promptId)).run();
  }
  const rated = input.self ? saveSelf(db, record, before, input.self, by) : null;
  const rating = rated && { id: rated.id, given: rated.given, before: rated.before };
  return {
    value: getReview(db, input),
    audit: { entity: 'review', entityId: record.id, detail: { before, after: input, rating } },
  };
}

/** The level and points of oneself, as a version of the rating; null where they stand so already. */
function saveSelf(
  db: WriteHandle,
  record: ReviewRecord,
  before: Review,
  { level, scoreParts, criterionPoints }: NonNullable<MethodParsedInput<'reviews.save'>['self']>,
  by: Entering,
): ChangedRating | null {
  const stands = before.self;
  const same =
    (stands?.level ?? null) === level &&
    pointsText(stands?.scoreParts ?? {}) === pointsText(scoreParts) &&
    pointsText(stands?.criterionPoints ?? {}) === pointsText(criterionPoints);
  if (same) return null;
  const points = { scoreParts, criterionPoints };
  const change = { field: 'self', level, ...points, reason: '', overrideReason: '' } as const;
  try {
    return giveLevelOfReview(db, record, change, null, by);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const fieldErrors = Object.entries(error.fieldErrors).map(([path, code]) => [
      path.replace(/^change\./, 'self.'),
      code,
    ]);
    throw new AppError(error.code, { params: error.params, fieldErrors: Object.fromEntries(fieldErrors) });
  }
}

const pointsText = (points: Points): string =>
  JSON.stringify(Object.entries(points).sort(([a], [b]) => (a < b ? -1 : 1)));

function saveSections(
  db: WriteHandle,
  reviewId: number,
  sections: MethodParsedInput<'reviews.save'>['sections'],
): void {
  db.delete(reviewSections).where(eq(reviewSections.reviewId, reviewId)).run();
  const written = sections.filter(({ text, mark }) => text !== '' || mark !== null);
  if (new Set(written.map(({ sectionId }) => sectionId)).size !== written.length) throw refuse('sections');
  for (const section of written)
    db.insert(reviewSections)
      .values({ reviewId, ...section })
      .run();
}

function saveShortcomings(
  db: WriteHandle,
  reviewId: number,
  before: readonly { id: number; text: string }[],
  after: MethodParsedInput<'reviews.save'>['shortcomings'],
): void {
  const known = new Set(before.map(({ id }) => id));
  const kept = new Set(after.flatMap(({ id }) => (id === null ? [] : [id])));
  for (const [index, { id }] of after.entries())
    if (id !== null && !known.has(id)) throw refuse(`shortcomings.${index}.id`);
  for (const { id, text } of before) {
    if (kept.has(id)) continue;
    if (isUsed(db, id)) throw new AppError('SHORTCOMING_IN_USE', { params: { text } });
    db.delete(shortcomings).where(eq(shortcomings.id, id)).run();
  }
  for (const [position, { id, ...values }] of after.entries()) {
    if (id === null)
      db.insert(shortcomings)
        .values({ reviewId, position, ...values })
        .run();
    else
      db.update(shortcomings)
        .set({ ...values, position })
        .where(eq(shortcomings.id, id))
        .run();
  }
}

/** A task, a later pledge or a later review stands on it. */
const isUsed = (db: ReadHandle, id: number): boolean =>
  db.get(sql`select 1 from remediation_tasks where shortcoming_id = ${id}
    union all select 1 from pledge_items where shortcoming_id = ${id}
    union all select 1 from shortcoming_outcomes where shortcoming_id = ${id} limit 1`) !== undefined;

/** Moves reviews to a step, all or none; "filed" and after need the day of filing. @throws AppError STALE_VERSION */
export function setReviewStatus(db: WriteHandle, input: MethodParsedInput<'reviews.setStatus'>) {
  const before: { id: number; status: string }[] = [];
  for (const { reviewId, version } of input.reviews) {
    const review = readReview(db, reviewId);
    const filedOn = input.status === 'notFiled' ? null : (input.filedOn ?? review.filedOn);
    if (input.status !== 'notFiled' && filedOn === null) throw refuse('filedOn', 'REQUIRED');
    before.push({ id: reviewId, status: review.status });
    updateReview(db, reviewId, version, { status: input.status, filedOn });
  }
  const { status, filedOn } = input;
  return {
    value: { changed: before.length },
    audit: {
      entity: 'review',
      entityId: before.length === 1 ? (before[0]?.id ?? null) : null,
      detail: { status, filedOn, before },
    },
  };
}

const saved = (db: WriteHandle, reviewId: number, detail: Readonly<Record<string, unknown>>) => ({
  value: getReview(db, { reviewId }),
  audit: { entity: 'review', entityId: reviewId, detail },
});

/** Adds or changes a suggested question. @throws AppError STALE_VERSION, NOT_FOUND */
export function savePrompt(db: WriteHandle, input: MethodParsedInput<'reviews.savePrompt'>) {
  const { reviewId, version, prompt } = input;
  const { id, ...values } = prompt;
  updateReview(db, reviewId, version, {});
  if (id === null)
    db.insert(reviewPrompts)
      .values({ reviewId, ...values })
      .run();
  else {
    const own = and(eq(reviewPrompts.id, id), eq(reviewPrompts.reviewId, reviewId));
    if (db.update(reviewPrompts).set(values).where(own).run().changes !== 1) throw new AppError('NOT_FOUND');
  }
  return saved(db, reviewId, { prompt });
}

/** Takes a question out. @throws AppError STALE_VERSION, NOT_FOUND */
export function removePrompt(db: WriteHandle, input: MethodParsedInput<'reviews.removePrompt'>): Review {
  const { reviewId, version, promptId } = input;
  updateReview(db, reviewId, version, {});
  const own = and(eq(reviewPrompts.id, promptId), eq(reviewPrompts.reviewId, reviewId));
  if (db.delete(reviewPrompts).where(own).run().changes !== 1) throw new AppError('NOT_FOUND');
  return getReview(db, input);
}

/** Adds or changes what one of the bodies says. @throws AppError STALE_VERSION, NOT_FOUND */
export function saveOpinion(db: WriteHandle, input: MethodParsedInput<'reviews.saveOpinion'>) {
  const { reviewId, version, opinion } = input;
  const { id, ...values } = opinion;
  updateReview(db, reviewId, version, {});
  if (id === null)
    db.insert(reviewOpinions)
      .values({ reviewId, ...values })
      .run();
  else {
    const own = and(eq(reviewOpinions.id, id), eq(reviewOpinions.reviewId, reviewId));
    if (db.update(reviewOpinions).set(values).where(own).run().changes !== 1) throw new AppError('NOT_FOUND');
  }
  return saved(db, reviewId, { opinion });
}

/** Takes an opinion out. @throws AppError STALE_VERSION, NOT_FOUND */
export function removeOpinion(db: WriteHandle, input: MethodParsedInput<'reviews.removeOpinion'>): Review {
  const { reviewId, version, opinionId } = input;
  updateReview(db, reviewId, version, {});
  const own = and(eq(reviewOpinions.id, opinionId), eq(reviewOpinions.reviewId, reviewId));
  if (db.delete(reviewOpinions).where(own).run().changes !== 1) throw new AppError('NOT_FOUND');
  return getReview(db, input);
}
