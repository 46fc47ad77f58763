import { and, eq, sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { ratings } from '../connection/schema.ts';
import type { DocumentRequest } from '../contract/documents.ts';
import { AppError } from '../contract/errors.ts';
import { allFormSets, formSets } from '../contract/form-set-data.ts';
import { type FormSet, type ReviewOpinion, reviewOpinions } from '../contract/form-sets.ts';
import { REVIEW_PAPERS_LIMIT, type Review } from '../contract/reviews.ts';
import { collectiveKindNames } from '../contract/vi/cycles.ts';
import { reviewOpinionNames } from '../contract/vi/forms-names.ts';
import {
  collectivePaperTexts,
  type EarlierState,
  reviewPaperTexts as texts,
} from '../contract/vi/forms-review.ts';
import { itemResultNames } from '../contract/vi/pledges.ts';
import { promptSourceNames } from '../contract/vi/reviews.ts';
import type { CriteriaPaper } from '../documents/forms/criteria-annex.ts';
import type { OpinionPaper, PersonalReviewPaper } from '../documents/forms/personal-review.ts';
import type { ReviewPaper } from '../documents/forms/review-batch.ts';
import type { ReviewContent, SelfRatingPaper } from '../documents/forms/review-sections.ts';
import { particularHeads, particularSignature } from '../documents/particulars.ts';
import type { ShortcomingOutcome } from '../domain/cycle.ts';
import { formatPartialDate } from '../domain/dates.ts';
import { type CycleRecord, openedCycle } from '../records/cycles.ts';
import { allOrganizations } from '../records/organizations.ts';
import { particularsOnPaper, usualParticulars } from '../records/paper-particulars.ts';
import { collectiveSubject } from '../records/paper-subjects.ts';
import { postTitles } from '../records/posts.ts';
import { readReview } from '../records/reviews.ts';
import { type UnitOnPaper, unitsOnPaper, unitsOnPapers } from '../records/unit-heads.ts';
import { listReviews } from './review-lists.ts';
import { reviewOf } from './reviews.ts';

type Request = Extract<DocumentRequest, { kind: 'reviews' }>;

const dayText = (day: string | null): string => (day === null ? '' : formatPartialDate(day));
const formOf = (review: Review): FormSet =>
  allFormSets.find((form) => form.id === review.formId) ??
  formSets[review.officialId === null ? 'collective-01-2025' : 'review-2a-2025'];

const stateOf = {
  putRight: 'fixed',
  underWay: 'fixing',
  notPutRight: 'notFixed',
} as const satisfies Record<ShortcomingOutcome, EarlierState>;

/**
 * Reviews of a period as papers, in the order of the list, each in the form that it was written in.
 * @throws AppError CYCLE_NOT_OPEN, REVIEWS_EMPTY, LIST_TOO_LONG
 */
export function reviewPapers(db: ReadHandle, request: Request): ReviewPaper[] {
  const cycle = openedCycle(db, request);
  const { year, quarter, organizationId, reviewIds, blank } = request;
  const all = { year, quarter, organizationId, show: 'all', search: '', offset: 0 } as const;
  const listed = listReviews(db, { ...all, limit: Number.MAX_SAFE_INTEGER }).rows;
  const chosen = reviewIds === null ? null : new Set(reviewIds);
  const rows = listed.filter(({ reviewId }) => chosen === null || chosen.has(reviewId));
  if (rows.length === 0) throw new AppError('REVIEWS_EMPTY', { params: { year } });
  if (rows.length > REVIEW_PAPERS_LIMIT)
    throw new AppError('LIST_TOO_LONG', { params: { count: rows.length, limit: REVIEW_PAPERS_LIMIT } });
  const units = allOrganizations(db, cycle.countedOn);
  const unitOn = unitsOnPapers(db);
  return rows.map(({ reviewId, organizationId: unitId }) => {
    const review = reviewOf(db, readReview(db, reviewId), cycle, units);
    const unit = unitOn((blank ? null : review.filedOn) ?? cycle.countedOn, unitId);
    return review.officialId === null
      ? collectivePaper(db, cycle, review, unit, blank)
      : { is: 'personal', paper: personalPaper(db, cycle, review, review.officialId, unit, blank) };
  });
}

const headsOf = (review: Review, { superior, issuing, place }: UnitOnPaper, blank: boolean) => ({
  superior,
  issuing,
  number: null,
  place,
  day: (blank ? null : review.filedOn) ?? String(review.year),
});

function collectivePaper(
  db: ReadHandle,
  cycle: CycleRecord,
  review: Review,
  unit: UnitOnPaper,
  blank: boolean,
): ReviewPaper {
  const kind = review.collectiveKind ?? 'organization';
  const subject = collectiveSubject(cycle, blank ? { ...review, filedOn: null } : review, kind);
  const particulars = blank ? usualParticulars(db, subject) : particularsOnPaper(db, subject);
  return {
    is: 'collective',
    unit: unit.name,
    paper: {
      form: formOf(review),
      year: review.year,
      quarter: review.quarter,
      heads: particularHeads(particulars, review.year),
      collective: collectivePaperTexts.collective(
        kind === 'organization' ? '' : collectiveKindNames[kind],
        unit.name,
      ),
      content: blank ? {} : contentOf(review),
      rating: blank
        ? { levels: {}, scoreHundredths: null, criteria: criteriaOf(review, true) }
        : {
            levels: { collective: review.selfLevel },
            scoreHundredths: review.self?.score ?? null,
            criteria: criteriaOf(review, false),
          },
      signature: particularSignature(particulars),
      recipients: particulars.recipients,
    },
  };
}

function personalPaper(
  db: ReadHandle,
  cycle: CycleRecord,
  review: Review,
  officialId: number,
  unit: UnitOnPaper,
  blank: boolean,
): PersonalReviewPaper {
  const posts = postTitles(db, officialId, (blank ? null : review.filedOn) ?? cycle.countedOn);
  const { other, known } = blank ? { other: [], known: {} } : opinionsOf(review);
  return {
    form: formOf(review),
    year: review.year,
    quarter: review.quarter,
    heads: headsOf(review, unit, blank),
    subject: '',
    person: {
      fullName: review.name,
      birthDate: dayText(review.birthDate),
      partyPost: posts.party.join('; '),
      statePost: posts.state.join('; '),
      massPost: posts.mass.join('; '),
      workplace: review.workplace,
      cell: review.place === 'cell' ? unit.name : cellOf(db, cycle, officialId),
    },
    content: blank ? {} : contentOf(review),
    rating: blank
      ? { levels: {}, scoreHundredths: null, criteria: criteriaOf(review, true) }
      : ratingOf(db, cycle, review, officialId),
    opinions: known,
    otherOpinions: other,
  };
}

/** A leader's review where he leads names his cell, too. */
function cellOf(db: ReadHandle, cycle: CycleRecord, officialId: number): string {
  const row = db.get<{
    organizationId: number | null;
  }>(sql`select organization_id as organizationId from reviews
    where cycle_id = ${cycle.id} and official_id = ${officialId} and place = 'cell' order by id limit 1`);
  return row?.organizationId == null ? '' : unitsOnPaper(db, cycle.countedOn)(row.organizationId).name;
}

function ratingOf(db: ReadHandle, cycle: CycleRecord, review: Review, officialId: number): SelfRatingPaper {
  const staff = db
    .select({ level: ratings.selfLevel })
    .from(ratings)
    .where(and(eq(ratings.cycleId, cycle.id), eq(ratings.officialId, officialId), eq(ratings.kind, 'staff')))
    .get();
  return {
    levels: { member: review.selfLevel, staff: staff?.level ?? null },
    scoreHundredths: review.self?.score ?? null,
    criteria: criteriaOf(review, false),
  };
}

/** The table of the subject's group once a criterion has points, or, blank, for the pen. */
function criteriaOf({ scoring, self }: Review, blank: boolean): CriteriaPaper | null {
  if (!scoring?.parts.some(({ criteria }) => criteria.length > 0)) return null;
  const { parts, totalHundredths: maxHundredths } = scoring;
  if (blank) return { parts, maxHundredths, points: {}, partPoints: {}, scoreHundredths: null };
  // Points by a table of before (the group was changed since) are no points by this one.
  const hasPoints = parts.some(({ criteria }) =>
    criteria.some(({ id }) => self?.criterionPoints[id] !== undefined),
  );
  if (!self || !hasPoints) return null;
  const { criterionPoints: points, scoreParts: partPoints, score: scoreHundredths } = self;
  return { parts, maxHundredths, points, partPoints, scoreHundredths };
}

/** Everything written, by section. */
function contentOf(review: Review): ReviewContent {
  const content: ReviewContent = {};
  for (const { id, input } of formOf(review).sections) {
    const written = review.sections.find(({ sectionId }) => sectionId === id);
    content[id] = { text: written?.text ?? '', mark: written?.mark ?? null };
    const section = content[id];
    if (input === 'pledgeResults')
      section.pledgeResults = review.pledgeItems.map(({ text, result, resultNote }) => ({
        text,
        result: texts.result(result === null ? '' : itemResultNames[result], resultNote),
      }));
    if (input === 'shortcomings')
      section.shortcomings = review.shortcomings.map(({ text, cause }) => texts.shortcoming(text, cause));
    if (input === 'earlierShortcomings')
      section.earlier = review.earlier.map(({ text, outcome, outcomeText }) => ({
        text,
        state: outcome === null ? null : stateOf[outcome],
        note: outcomeText,
      }));
    if (input === 'prompts')
      section.prompts = review.prompts.map(({ matter, source, sentOn, answer }) => ({
        question: matter,
        source: texts.promptSource(promptSourceNames[source], dayText(sentOn)),
        answer,
      }));
  }
  return content;
}

/** Opinions of the bodies that the form knows stand in their places; the proposed and decided levels with them. */
function opinionsOf(review: Review): {
  known: Partial<Record<ReviewOpinion, OpinionPaper>>;
  other: PersonalReviewPaper['otherOpinions'];
} {
  const known: Partial<Record<ReviewOpinion, OpinionPaper>> = {};
  const given = { agencyHead: null, cell: review.proposed, committee: review.decided } as const;
  const form = formOf(review);
  const used = new Set<number>();
  for (const kind of reviewOpinions) {
    if (!form.opinions.includes(kind)) continue;
    const said = review.opinions.find(({ body }) => body === reviewOpinionNames[kind]);
    if (said) used.add(said.id);
    const stage = given[kind];
    known[kind] = {
      text: said?.text ?? '',
      level: said?.level ?? stage?.level ?? null,
      day: said?.onDay ?? stage?.onDay ?? null,
      signer: '',
    };
  }
  const other = review.opinions
    .filter(({ id }) => !used.has(id))
    .map(({ body, text, level, onDay }) => ({ body, text, level, day: dayText(onDay) }));
  return { known, other };
}
