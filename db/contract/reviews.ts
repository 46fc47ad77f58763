import { z } from 'zod';
import type { ScoredPart } from '../domain/criteria-points.ts';
import {
  collectiveKinds,
  promptSources,
  reviewStatuses,
  selfMarks,
  shortcomingOutcomes,
} from '../domain/cycle.ts';
import { ratingLevels } from '../domain/ratings.ts';
import { period, reviewSubject } from './cycles.ts';
import { openShortcoming, pledgeItem } from './pledges.ts';
import { calendarDay, id, line, page, requiredLine, requiredText, text, version } from './schemas.ts';

const level = z.enum(ratingLevels).nullable();
/** A level as it is entered: one outside the rules is told with the rule that holds (`ruleOfInput`). */
export const givenLevel = z.enum(ratingLevels, { error: 'LEVEL_NOT_IN_PACK' }).nullable();

const reviewRow = z.object({
  ...reviewSubject,
  filedOn: z.string().nullable(),
  shortcomings: z.int(),
  prompts: z.int(),
  promptsAnswered: z.int(),
  selfLevel: level,
});
export type ReviewRow = z.infer<typeof reviewRow>;
/** Rows that are in the base (not out), in tree order of units: the collective first, then its people by name. */
export const reviewListInput = z.object({
  ...period,
  organizationId: id.nullable().default(null),
  show: z.enum(['all', 'personal', 'collective', 'withPrompts', ...reviewStatuses]).default('all'),
  search: line(120).default(''),
  ...page,
});
export const reviewList = z.object({
  total: z.int(),
  rows: z.array(reviewRow),
  counts: z.object({
    base: z.int(),
    notFiled: z.int(),
    filed: z.int(),
    discussed: z.int(),
    closed: z.int(),
  }),
});
export type ReviewList = z.infer<typeof reviewList>;

const prompt = z.object({
  id,
  source: z.enum(promptSources),
  matter: z.string(),
  sentOn: z.string().nullable(),
  answer: z.string(),
  conclusion: z.string(),
});
export type ReviewPrompt = z.infer<typeof prompt>;
const opinion = z.object({
  id,
  body: z.string(),
  onDay: z.string().nullable(),
  text: z.string(),
  level,
});
export type ReviewOpinionEntry = z.infer<typeof opinion>;

/** A part of the score with the criteria that the pack has for the subject's group; the bonus comes last. */
const scoredPart = z.object({
  id: z.string(),
  title: z.string(),
  maxHundredths: z.int(),
  isBonus: z.boolean(),
  criteria: z.array(z.object({ id: z.string(), text: z.string(), maxHundredths: z.int() })),
}) satisfies z.ZodType<ScoredPart>;

/** The score of a rule pack as it is entered for one group. Points in hundredths. */
export const shownScoring = z.object({
  article: z.string(),
  totalHundredths: z.int(),
  parts: z.array(scoredPart),
  bands: z.array(z.object({ level: z.enum(ratingLevels), minHundredths: z.int() })),
});
export type ShownScoring = z.infer<typeof shownScoring>;

/** Points in hundredths by part or by criterion of the pack. */
export const givenPoints = z.record(z.string().max(60), z.int({ error: 'OUT_OF_RANGE' }));

/** One of the three separate values of a rating as it stands; null: not given yet. */
export const standingStage = z
  .object({
    level,
    /** Points in hundredths. */
    score: z.int().nullable(),
    scoreParts: z.record(z.string(), z.int()),
    /** By criterion of the subject's table, where they were given so. */
    criterionPoints: z.record(z.string(), z.int()),
    onDay: z.string().nullable(),
    body: z.string(),
    reason: z.string(),
    overrideReason: z.string(),
  })
  .nullable();
export type StandingStage = z.infer<typeof standingStage>;

export const REVIEW_PAPERS_LIMIT = 1000;
/**
 * Reviews on paper, each in its own form: those chosen, or every one of the unit that is in the base. `blank` leaves
 * out what was written, for the pen.
 */
export const reviewsDocument = z.object({
  kind: z.literal('reviews'),
  ...period,
  organizationId: id.nullable().default(null),
  reviewIds: z.array(id).min(1).max(REVIEW_PAPERS_LIMIT).nullable().default(null),
  blank: z.boolean().default(false),
});

export const reviewInput = z.object({ reviewId: id });
export const review = reviewRow.omit({ shortcomings: true, prompts: true, promptsAnswered: true }).extend({
  year: z.int(),
  quarter: z.int(),
  countedOn: z.string(),
  partyPosts: z.string(),
  otherPosts: z.string(),
  workplace: z.string(),
  sections: z.array(
    z.object({ sectionId: z.string(), text: z.string(), mark: z.enum(selfMarks).nullable() }),
  ),
  /** Items of the year's pledge of the person, each with its result field. */
  pledgeItems: z.array(pledgeItem),
  pledgeVersion: z.int().min(0),
  shortcomings: z.array(
    z.object({
      id,
      position: z.int(),
      sectionId: z.string(),
      text: z.string(),
      cause: z.string(),
      /** Remediation tasks made from it. */
      tasks: z.int(),
    }),
  ),
  /** Open ones of earlier reviews, and those this review already spoke of. */
  earlier: z.array(
    openShortcoming.extend({
      outcome: z.enum(shortcomingOutcomes).nullable(),
      outcomeText: z.string(),
    }),
  ),
  prompts: z.array(prompt),
  opinions: z.array(opinion),
  /** Rating that this review leads to; null as long as nothing was given. */
  ratingId: id.nullable(),
  self: standingStage,
  proposed: standingStage,
  decided: standingStage,
  /** The score of the cycle's rule pack; null where its rules know none. */
  scoring: shownScoring.nullable(),
});
export type Review = z.infer<typeof review>;

export const saveReviewInput = z.object({
  reviewId: id,
  version,
  sections: z
    .array(
      z.object({
        sectionId: requiredLine(60),
        text: text(20_000),
        mark: z.enum(selfMarks).nullable().default(null),
      }),
    )
    .max(60),
  /** `id` null adds one; those left out are removed, unless a task or a pledge stands on them. */
  shortcomings: z
    .array(z.object({ id: id.nullable(), sectionId: line(60), text: requiredText(2000), cause: text(2000) }))
    .max(100),
  outcomes: z
    .array(
      z.object({
        shortcomingId: id,
        outcome: z.enum(shortcomingOutcomes).nullable(),
        text: text(2000),
      }),
    )
    .max(200),
  pledgeResults: z
    .array(
      z.object({
        itemId: id,
        result: z.enum(['done', 'partly', 'notDone']).nullable(),
        resultNote: text(2000),
      }),
    )
    .max(300),
  answers: z.array(z.object({ promptId: id, answer: text(4000) })).max(100),
  /** The level and points that the subject gives itself; null leaves them as they stand. */
  self: z
    .object({
      level: givenLevel,
      scoreParts: givenPoints.default({}),
      /** Where a criterion of a part has points, the criteria decide the part. */
      criterionPoints: givenPoints.default({}),
    })
    .nullable()
    .default(null),
});
/** Back and forth between the steps of a review; `filedOn` is needed from "filed" on. */
export const setReviewStatusInput = z.object({
  reviews: z
    .array(z.object({ reviewId: id, version }))
    .min(1)
    .max(20_000),
  status: z.enum(reviewStatuses),
  filedOn: calendarDay.nullable().default(null),
});
/** Questions of everyone in the base, and of those taken out since. */
export const promptListInput = z.object({
  ...period,
  organizationId: id.nullable().default(null),
  show: z.enum(['all', 'open', 'answered']).default('all'),
  search: line(120).default(''),
  ...page,
});
export const reviewPromptList = z.object({
  total: z.int(),
  /** Of all in the unit, whatever is shown. */
  answered: z.int(),
  of: z.int(),
  rows: z.array(
    prompt.omit({ id: true }).extend({
      promptId: id,
      reviewId: id,
      version,
      status: z.enum(reviewStatuses),
      name: z.string(),
      collectiveKind: z.enum(collectiveKinds).nullable(),
      organizationId: id.nullable(),
      organizationName: z.string(),
    }),
  ),
});
export type ReviewPromptList = z.infer<typeof reviewPromptList>;
export const savePromptInput = z.object({
  reviewId: id,
  version,
  prompt: z.object({
    id: id.nullable(),
    source: z.enum(promptSources),
    matter: requiredText(2000),
    sentOn: calendarDay.nullable(),
    conclusion: text(2000),
  }),
});
export const removePromptInput = z.object({ reviewId: id, version, promptId: id });
export const saveOpinionInput = z.object({
  reviewId: id,
  version,
  opinion: z.object({
    id: id.nullable(),
    body: requiredLine(200),
    onDay: calendarDay.nullable(),
    text: text(4000),
    level: givenLevel,
  }),
});
export const removeOpinionInput = z.object({ reviewId: id, version, opinionId: id });
/** What is left; `operations.undo` brings the row back as it was, with its answer and under its number. */
export const removedFromReview = z.object({ review, operationId: id });
export const changedReviews = z.object({ changed: z.int() });
