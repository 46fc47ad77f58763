import { asc, eq, sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { officials } from '../connection/schema.ts';
import {
  collectives,
  reviewOpinions,
  reviewPrompts,
  reviewSections,
  shortcomingOutcomes,
  shortcomings,
} from '../connection/schema-cycle.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import type { Review, StandingStage } from '../contract/reviews.ts';
import { firstDayOf } from '../domain/cycle.ts';
import type { RatingLevel, RatingStage } from '../domain/ratings.ts';
import type { CycleRecord } from '../records/cycles.ts';
import { readCycle } from '../records/cycles.ts';
import { allOrganizations, type OrganizationRow } from '../records/organizations.ts';
import { findPledge, itemsOfPledge } from '../records/pledges.ts';
import { postTitles } from '../records/posts.ts';
import { emptyStage, standingStages } from '../records/rating-stages.ts';
import { ratingOfReview } from '../records/review-levels.ts';
import { type ReviewRecord, readReview } from '../records/reviews.ts';
import { packOfCycle, scoringFor } from '../records/rule-packs.ts';
import { openShortcomings } from '../records/shortcomings.ts';

/** One review whole: its sections, what came in from the pledge and from earlier reviews, prompts and opinions. */
export function getReview(db: ReadHandle, input: MethodParsedInput<'reviews.get'>): Review {
  const record = readReview(db, input.reviewId);
  const cycle = readCycle(db, record.cycleId);
  return reviewOf(db, record, cycle, allOrganizations(db, cycle.countedOn));
}

/** @param units of the cycle's day, read once for many reviews */
export function reviewOf(
  db: ReadHandle,
  record: ReviewRecord,
  cycle: CycleRecord,
  units: readonly OrganizationRow[],
): Review {
  const unit = units.find(({ id }) => id === record.organizationId);
  const subject = subjectOf(db, record, cycle, unit?.name ?? '');
  const rating = ratingOf(db, record);
  const {
    id: reviewId,
    version,
    officialId,
    collectiveId,
    organizationId,
    place,
    subjectGroup,
    formId,
  } = record;
  return {
    reviewId,
    version,
    officialId,
    collectiveId,
    organizationId,
    place,
    subjectGroup,
    formId,
    status: record.status,
    filedOn: record.filedOn,
    organizationName: unit?.name ?? '',
    year: cycle.year,
    quarter: cycle.quarter,
    countedOn: cycle.countedOn,
    ...subject,
    sections: db
      .select({ sectionId: reviewSections.sectionId, text: reviewSections.text, mark: reviewSections.mark })
      .from(reviewSections)
      .where(eq(reviewSections.reviewId, reviewId))
      .all(),
    ...pledgeOf(db, record, cycle),
    shortcomings: shortcomingsOf(db, reviewId),
    earlier: earlierOf(db, record, cycle, subject.collectiveKind),
    prompts: db
      .select({
        id: reviewPrompts.id,
        source: reviewPrompts.source,
        matter: reviewPrompts.matter,
        sentOn: reviewPrompts.sentOn,
        answer: reviewPrompts.answer,
        conclusion: reviewPrompts.conclusion,
      })
      .from(reviewPrompts)
      .where(eq(reviewPrompts.reviewId, reviewId))
      .orderBy(asc(reviewPrompts.id))
      .all(),
    opinions: db
      .select({
        id: reviewOpinions.id,
        body: reviewOpinions.body,
        onDay: reviewOpinions.onDay,
        text: reviewOpinions.text,
        level: reviewOpinions.level,
      })
      .from(reviewOpinions)
      .where(eq(reviewOpinions.reviewId, reviewId))
      .orderBy(asc(reviewOpinions.id))
      .all(),
    ...rating,
    selfLevel: rating.self?.level ?? null,
    scoring: scoringFor(packOfCycle(db, cycle), subjectGroup),
  };
}

function subjectOf(db: ReadHandle, record: ReviewRecord, cycle: CycleRecord, unitName: string) {
  if (record.officialId === null) {
    const collective = db
      .select({ kind: collectives.kind })
      .from(collectives)
      .where(eq(collectives.id, record.collectiveId ?? 0))
      .get();
    return {
      name: unitName,
      birthDate: null,
      collectiveKind: collective?.kind ?? null,
      partyPosts: '',
      otherPosts: '',
      workplace: '',
    };
  }
  const person = db.select().from(officials).where(eq(officials.id, record.officialId)).get();
  const posts = postTitles(db, record.officialId, cycle.countedOn);
  return {
    name: person?.fullName ?? '',
    birthDate: person?.birthDate ?? null,
    collectiveKind: null,
    partyPosts: posts.party.join('; '),
    otherPosts: [...posts.state, ...posts.mass].join('; '),
    workplace: person?.workplace ?? '',
  };
}

/** The pledge belongs to the year: its quarters speak of the same one. */
function pledgeOf(db: ReadHandle, record: ReviewRecord, cycle: CycleRecord) {
  if (record.officialId === null) return { pledgeItems: [], pledgeVersion: 0 };
  const yearCycle = db.get<{ id: number }>(
    sql`select id from cycles where year = ${cycle.year} and quarter = 0`,
  );
  const pledge = yearCycle && findPledge(db, yearCycle.id, record.officialId);
  if (!pledge) return { pledgeItems: [], pledgeVersion: 0 };
  return {
    pledgeItems: itemsOfPledge(db, pledge.id).map(({ pledgeId: _pledge, ...item }) => item),
    pledgeVersion: pledge.version,
  };
}

const shortcomingsOf = (db: ReadHandle, reviewId: number): Review['shortcomings'] =>
  db
    .select({
      id: shortcomings.id,
      position: shortcomings.position,
      sectionId: shortcomings.sectionId,
      text: shortcomings.text,
      cause: shortcomings.cause,
      tasks: sql<number>`(select count(*) from remediation_tasks t where t.shortcoming_id = ${shortcomings.id})`,
    })
    .from(shortcomings)
    .where(eq(shortcomings.reviewId, reviewId))
    .orderBy(asc(shortcomings.position), asc(shortcomings.id))
    .all();

function earlierOf(
  db: ReadHandle,
  record: ReviewRecord,
  cycle: CycleRecord,
  kind: Review['collectiveKind'],
): Review['earlier'] {
  const subject =
    record.officialId === null
      ? { organizationId: record.organizationId ?? 0, kind: kind ?? '' }
      : { officialId: record.officialId };
  const said = new Map(
    db
      .select()
      .from(shortcomingOutcomes)
      .where(eq(shortcomingOutcomes.reviewId, record.id))
      .all()
      .map((row) => [row.shortcomingId, row]),
  );
  return openShortcomings(db, subject, cycle, firstDayOf(cycle)).map((shortcoming) => ({
    ...shortcoming,
    outcome: said.get(shortcoming.id)?.outcome ?? null,
    outcomeText: said.get(shortcoming.id)?.text ?? '',
  }));
}

function ratingOf(db: ReadHandle, record: ReviewRecord) {
  if (record.collectiveId !== null)
    return {
      ratingId: null,
      ...withLevels(
        standingStages(db, { collectiveId: record.collectiveId }),
        db.select().from(collectives).where(eq(collectives.id, record.collectiveId)).get(),
      ),
    };
  const rating = ratingOfReview(db, record);
  if (!rating) return { ratingId: null, self: null, proposed: null, decided: null };
  return { ratingId: rating.id, ...withLevels(standingStages(db, { ratingId: rating.id }), rating) };
}

type Levels = Record<'selfLevel' | 'proposedLevel' | 'decidedLevel', RatingLevel | null>;

/** A level that came without its day and body (from a sheet, from the grid) is a value, too. */
function withLevels(standing: Record<RatingStage, StandingStage>, levels: Levels | undefined) {
  const of = (stage: RatingStage, level: RatingLevel | null | undefined): StandingStage =>
    standing[stage] ?? (level ? { ...emptyStage, scoreParts: {}, criterionPoints: {}, level } : null);
  return {
    self: of('self', levels?.selfLevel),
    proposed: of('proposed', levels?.proposedLevel),
    decided: of('decided', levels?.decidedLevel),
  };
}
