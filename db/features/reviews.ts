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
import type { Review, ReviewList, ReviewPromptList, ReviewRow, StandingStage } from '../contract/reviews.ts';
import { firstDayOf } from '../domain/cycle.ts';
import { foldForSearch } from '../domain/names.ts';
import type { RatingLevel, RatingStage } from '../domain/ratings.ts';
import type { CycleRecord } from '../records/cycles.ts';
import { openedCycle, readCycle } from '../records/cycles.ts';
import { allOrganizations, type OrganizationRow } from '../records/organizations.ts';
import { findPledge, itemsOfPledge } from '../records/pledges.ts';
import { postTitles } from '../records/posts.ts';
import { emptyStage, standingStages } from '../records/rating-stages.ts';
import { ratingOfReview } from '../records/review-levels.ts';
import { type ReviewRecord, readReview } from '../records/reviews.ts';
import { packOfCycle, scoringFor } from '../records/rule-packs.ts';
import { openShortcomings } from '../records/shortcomings.ts';
import { unitScope } from '../records/unit-scope.ts';

/** The reviews of a period whose people and collectives are in the base. @throws AppError CYCLE_NOT_OPEN */
export function listReviews(db: ReadHandle, input: MethodParsedInput<'reviews.list'>): ReviewList {
  const cycle = openedCycle(db, input);
  const scope = unitScope(db, cycle.countedOn, input.organizationId);
  const all = db
    .all<Omit<ReviewRow, 'organizationName'>>(sql`
      select v.id as reviewId, v.version, v.official_id as officialId, v.collective_id as collectiveId,
        c.kind as collectiveKind, coalesce(o.full_name, '') as name, o.birth_date as birthDate,
        v.organization_id as organizationId, v.place, v.subject_group as subjectGroup, v.form_id as formId, v.status,
        v.filed_on as filedOn,
        (select count(*) from shortcomings s where s.review_id = v.id) as shortcomings,
        (select count(*) from review_prompts p where p.review_id = v.id) as prompts,
        (select count(*) from review_prompts p where p.review_id = v.id and p.answer <> '') as promptsAnswered,
        coalesce(c.self_level, r.self_level) as selfLevel
      from reviews v
      left join officials o on o.id = v.official_id
      left join collectives c on c.id = v.collective_id
      left join ratings r on r.cycle_id = v.cycle_id and r.official_id = v.official_id
        and r.kind = case v.place when 'leadership' then 'leader' else 'member' end
      where v.cycle_id = ${cycle.id} and v.out_reason is null
      order by o.name_sort_key nulls first, v.id`)
    .filter(scope.holds)
    .map((row): ReviewRow => {
      const organizationName = scope.nameOf(row.organizationId);
      return { ...row, organizationName, name: row.officialId === null ? organizationName : row.name };
    });
  scope.inTreeOrder(all);
  const key = foldForSearch(input.search);
  const rows = all.filter((row) => isShown(row, input.show) && foldForSearch(row.name).includes(key));
  const count = (status: ReviewRow['status']) => all.filter((row) => row.status === status).length;
  return {
    total: rows.length,
    rows: rows.slice(input.offset, input.offset + input.limit),
    counts: {
      base: all.length,
      notFiled: count('notFiled'),
      filed: count('filed'),
      discussed: count('discussed'),
      closed: count('closed'),
    },
  };
}

/** Suggested questions over all reviews of a period, in tree order of units. @throws AppError CYCLE_NOT_OPEN */
export function listPrompts(db: ReadHandle, input: MethodParsedInput<'reviews.prompts'>): ReviewPromptList {
  const cycle = openedCycle(db, input);
  const scope = unitScope(db, cycle.countedOn, input.organizationId);
  const key = foldForSearch(input.search);
  const all = db
    .all<Omit<ReviewPromptList['rows'][number], 'organizationName'>>(sql`
      select p.id as promptId, v.id as reviewId, v.version, v.status, v.organization_id as organizationId,
        c.kind as collectiveKind, coalesce(o.full_name, '') as name, p.source, p.matter, p.sent_on as sentOn,
        p.answer, p.conclusion
      from review_prompts p
      join reviews v on v.id = p.review_id
      left join officials o on o.id = v.official_id
      left join collectives c on c.id = v.collective_id
      where v.cycle_id = ${cycle.id}
      order by o.name_sort_key nulls first, v.id, p.id`)
    .filter(scope.holds)
    .map((row) => {
      const organizationName = scope.nameOf(row.organizationId);
      return { ...row, organizationName, name: row.collectiveKind === null ? row.name : organizationName };
    });
  scope.inTreeOrder(all);
  const rows = all.filter(
    (row) =>
      (input.show === 'all' || (input.show === 'answered') === (row.answer !== '')) &&
      (foldForSearch(row.name).includes(key) || foldForSearch(row.matter).includes(key)),
  );
  return {
    total: rows.length,
    answered: all.filter(({ answer }) => answer !== '').length,
    of: all.length,
    rows: rows.slice(input.offset, input.offset + input.limit),
  };
}

function isShown(row: ReviewRow, show: MethodParsedInput<'reviews.list'>['show']): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'personal':
      return row.officialId !== null;
    case 'collective':
      return row.collectiveId !== null;
    case 'withPrompts':
      return row.prompts > 0;
    default:
      return row.status === show;
  }
}

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
