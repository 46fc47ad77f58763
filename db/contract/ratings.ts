import { z } from 'zod';
import { collectiveKinds, ratingKinds } from '../domain/cycle.ts';
import { conditionStates } from '../domain/rating-mark.ts';
import { ratingLevels, ratingStages } from '../domain/ratings.ts';
import { sourceStatuses } from '../domain/rule-packs.ts';
import { capGroup, caps, levelCounts } from './caps.ts';
import { period } from './cycles.ts';
import { enteredFacts } from './rating-facts.ts';
import { givenLevel, givenPoints, shownScoring, standingStage } from './reviews.ts';
import { calendarDay, id, line, requiredLine } from './schemas.ts';

const level = z.enum(ratingLevels).nullable();
/** What the conditions say of one row, in short; null where no rule pack is known. */
const conditionMark = z
  .object({
    state: z.enum(conditionStates),
    /** The highest level left; null where no level is to be given. */
    highest: level,
    /** The decided level, or the proposed one while none is decided, is above what the conditions leave. */
    above: z.boolean(),
    /** What should have been decided first and is not. */
    /** What should be decided first and is not, each in a sentence: named, never enforced. */
    missingFirst: z.array(z.string()),
  })
  .nullable();
export type ConditionMark = z.infer<typeof conditionMark>;

const ratedRow = {
  /** Version of the rating, 0 as long as there is none. */
  version: z.int().min(0),
  organizationName: z.string(),
  selfLevel: level,
  proposedLevel: level,
  decidedLevel: level,
  unratedReason: z.string(),
  note: z.string(),
  /** What the quarters of the grid's `quarters` decided, in their order; null where nothing was. */
  quarterLevels: z.array(level),
  /** Bucket of the cap; null for who is outside the rating (exempt, suspended). */
  capKey: z.string().nullable(),
  mark: conditionMark,
};

/** One person in a year's grid. `ratingId` is null as long as nothing was entered for the person. */
const ratingRow = z.object({
  officialId: id,
  ratingId: id.nullable(),
  fullName: z.string(),
  birthDate: z.string().nullable(),
  post: z.string(),
  organizationId: id.nullable(),
  ...ratedRow,
});
export type RatingRow = z.infer<typeof ratingRow>;

/** Body and day that decided levels bear when none are given with them; null day and '' as long as not set. */
export const standingDecision = z.object({
  body: z.string(),
  onDay: z.string().nullable(),
  /** Of the year's cycle, 0 as long as there is none. */
  version: z.int().min(0),
});
export type StandingDecision = z.infer<typeof standingDecision>;

/** The grids are of members (table 5a) and of leaders and managers (5d); staff ratings are entered as facts. */
const gridKind = z.enum(['member', 'leader']).default('member');
export const ratingGridInput = z.object({
  ...period,
  organizationId: id.nullable().default(null),
  kind: gridKind,
});
export const ratingGrid = z.object({
  year: z.int(),
  /** Number, day and issuer of the rule that says which levels there are; '' where there is none. */
  rule: z.string(),
  /** The opened quarters of the year; of a quarter none. */
  quarters: z.array(z.int()),
  rows: z.array(ratingRow),
  /** Decided levels of these rows. */
  counts: levelCounts,
  caps,
  decision: standingDecision,
});
export type RatingGrid = z.infer<typeof ratingGrid>;

/** The members, or leaders, of a period with their levels, as a list to print or to give out and take in again. */
export const ratingListDocument = z.object({
  kind: z.literal('ratings-list'),
  ...period,
  of: gridKind,
  organizationId: id.nullable().default(null),
});

/**
 * Sets one value. A decided level needs the body and the day of its decision, a changed one also a reason. Setting a
 * level clears the reason for having none, which is kept only without a decided level. Points are hundredths by part
 * of the pack, or by criterion of the group's table; with both left out, those given before stay. Where a criterion of a
 * part has points, the criteria decide the part.
 */
const ratingChange = z.discriminatedUnion('field', [
  z.object({
    field: z.enum(ratingStages),
    level: givenLevel,
    scoreParts: givenPoints.optional(),
    criterionPoints: givenPoints.optional(),
    reason: line(500).default(''),
    /** Why an administrator goes on against a rule that forbids the level. */
    overrideReason: line(500).default(''),
  }),
  z.object({ field: z.literal('unratedReason'), text: line(300) }),
  z.object({ field: z.literal('note'), text: line(500) }),
]);
export type RatingChangeInput = z.output<typeof ratingChange>;
/** Who gave the value, and when; for a decided level left out, those of the year. */
const decision = z
  .object({ body: requiredLine(200), onDay: calendarDay })
  .nullable()
  .default(null);

export const setRatingInput = z.object({
  ...period,
  officialId: id,
  kind: z.enum(ratingKinds).default('member'),
  /** 0 when the person has no rating of that kind yet this year. */
  version: z.int().min(0),
  change: ratingChange,
  decision,
});
export type SetRatingInput = z.input<typeof setRatingInput>;
/** `cap` is the bucket of the row after the change. */
export const setRatingOutput = z.object({ row: ratingRow, before: ratingRow, cap: capGroup.nullable() });

/** One collective: table 5b for the organisations, 5c for the bodies that lead. */
const collectiveRow = z.object({
  organizationId: id,
  kind: z.enum(collectiveKinds),
  /** Null as long as nothing was entered in a year without a plan. */
  collectiveId: id.nullable(),
  ...ratedRow,
});
export type CollectiveRow = z.infer<typeof collectiveRow>;
export const collectiveGridInput = z.object({
  ...period,
  organizationId: id.nullable().default(null),
});
export const collectiveGrid = z.object({
  year: z.int(),
  rule: z.string(),
  quarters: z.array(z.int()),
  rows: z.array(collectiveRow),
  counts: levelCounts,
  caps,
  decision: standingDecision,
});
export type CollectiveGrid = z.infer<typeof collectiveGrid>;
export const setCollectiveInput = z.object({
  ...period,
  organizationId: id,
  kind: z.enum(collectiveKinds),
  version: z.int().min(0),
  change: ratingChange,
  decision,
});
export const setCollectiveOutput = z.object({
  row: collectiveRow,
  before: collectiveRow,
  cap: capGroup.nullable(),
});

const ratingSubject = { ...period, officialId: id, kind: z.enum(ratingKinds).default('member') };
const collectiveSubject = { ...period, organizationId: id, kind: z.enum(collectiveKinds) };

const effect = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['none', 'notice', 'outOfBase', 'notReviewed', 'notRated', 'hold']) }),
  z.object({ kind: z.enum(['ceiling', 'forced']), level: z.enum(ratingLevels) }),
]);
const verdict = z.object({ kind: z.enum(['fine', 'informed', 'forbidden']) }).nullable();

/** A value as it was given, by whom; the one that stands has no `replacedAt`. */
const ratingVersion = z.object({
  stage: z.enum(ratingStages),
  level,
  score: z.int().nullable(),
  onDay: z.string().nullable(),
  body: z.string(),
  reason: z.string(),
  overrideReason: z.string(),
  /** Display name; '' for a value from a sheet. */
  by: z.string(),
  /** Moment, UTC ISO text; '' where it is not known. */
  at: z.string(),
  replacedAt: z.string().nullable(),
});
export type RatingVersion = z.infer<typeof ratingVersion>;

/** Everything the rules and the office say of one rating. */
export const ratingDetail = z.object({
  /** Version of the rating, 0 as long as there is none. */
  version: z.int().min(0),
  /** The pack of the year; null before the first one. */
  pack: z.object({ title: z.string() }).nullable(),
  /** Of the pack, with the criteria of the subject's group; null where its rules know no score. */
  scoring: shownScoring.nullable(),
  findings: z.array(
    z.object({
      conditionId: z.string(),
      kind: z.enum(['score', 'requirement', 'case', 'order']),
      holds: z.union([z.boolean(), z.literal('unknown')]),
      article: z.string(),
      text: z.string(),
      /** What was found, with its numbers, in Vietnamese. */
      sentence: z.string(),
      effect,
      forbids: z.boolean(),
      source: z.object({ status: z.enum(sourceStatuses), note: z.string() }),
    }),
  ),
  mark: conditionMark,
  highestPermitted: level,
  verdicts: z.object({ self: verdict, proposed: verdict, decided: verdict }),
  facts: enteredFacts,
  /** Of a year: what its opened quarters decided, for information. No rule says how they make up the year's level. */
  quarters: z.array(z.object({ quarter: z.int(), level })),
  /** Rating as staff of the state, with its version; null for collectives. */
  staff: z.object({ level, version: z.int().min(0) }).nullable(),
  self: standingStage,
  proposed: standingStage,
  decided: standingStage,
  /** The latest first. */
  history: z.array(ratingVersion),
});
export type RatingDetail = z.infer<typeof ratingDetail>;
export const ratingConditionsInput = z.object(ratingSubject);
export const collectiveConditionsInput = z.object(collectiveSubject);
export const setRatingFactsInput = z.object({
  ...ratingSubject,
  version: z.int().min(0),
  facts: enteredFacts,
});
export const setCollectiveFactsInput = z.object({
  ...collectiveSubject,
  version: z.int().min(0),
  facts: enteredFacts,
});

export const setDecisionInput = z.object({
  ...period,
  /** Of the year's cycle, 0 as long as there is none. */
  version: z.int().min(0),
  body: line(200),
  onDay: calendarDay.nullable(),
});

export const cycle = z.object({
  id,
  year: z.int(),
  /** Day on which membership is counted. */
  countedOn: calendarDay,
  ratedCount: z.int(),
});
export type Cycle = z.infer<typeof cycle>;
export const cycleList = z.object({ cycles: z.array(cycle) });
