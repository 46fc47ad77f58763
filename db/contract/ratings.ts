import { z } from 'zod';
import { capBases, capRoundings, capScopes } from '../domain/excellence-cap.ts';
import { ratingLevels, ratingStages } from '../domain/ratings.ts';
import { calendarDay, id, line, reviewYear, version } from './schemas.ts';

const level = z.enum(ratingLevels).nullable();
export const levelCounts = z.object({
  excellent: z.int(),
  good: z.int(),
  completed: z.int(),
  notCompleted: z.int(),
  unrated: z.int(),
});

export const capRule = z.object({
  percentHundredths: z.int().min(0, { error: 'OUT_OF_RANGE' }).max(10000, { error: 'OUT_OF_RANGE' }),
  base: z.enum(capBases),
  scope: z.enum(capScopes),
  rounding: z.enum(capRoundings),
});

export const cap = z.object({
  rule: capRule,
  base: z.int(),
  allowed: z.int(),
  excellent: z.int(),
  remaining: z.int(),
});
export type Cap = z.infer<typeof cap>;

/** One person in a year's grid. `ratingId` is null as long as nothing was entered for the person. */
export const ratingRow = z.object({
  officialId: id,
  ratingId: id.nullable(),
  /** Version of the rating, 0 as long as there is none. */
  version: z.int().min(0),
  fullName: z.string(),
  birthDate: z.string().nullable(),
  post: z.string(),
  organizationId: id.nullable(),
  organizationName: z.string(),
  selfLevel: level,
  proposedLevel: level,
  decidedLevel: level,
  unratedReason: z.string(),
  note: z.string(),
});
export type RatingRow = z.infer<typeof ratingRow>;

export const ratingGridInput = z.object({ year: reviewYear, organizationId: id.nullable().default(null) });
export const ratingGrid = z.object({
  year: z.int(),
  rows: z.array(ratingRow),
  /** Decided levels of these rows. */
  counts: levelCounts,
  /** Over the scope of the rule: the whole office, or this unit. */
  cap,
});
export type RatingGrid = z.infer<typeof ratingGrid>;

/** Sets one value of one person. Setting a level clears the reason; a reason is kept only without a decided level. */
export const setRatingInput = z.object({
  year: reviewYear,
  officialId: id,
  /** 0 when the person has no rating yet this year. */
  version: z.int().min(0),
  change: z.discriminatedUnion('field', [
    z.object({ field: z.enum(ratingStages), level }),
    z.object({ field: z.literal('unratedReason'), text: line(300) }),
    z.object({ field: z.literal('note'), text: line(500) }),
  ]),
});
export type SetRatingInput = z.input<typeof setRatingInput>;
export const setRatingOutput = z.object({ row: ratingRow, before: ratingRow });

export const cycle = z.object({
  id,
  year: z.int(),
  /** Day on which membership is counted. */
  countedOn: calendarDay,
  ratedCount: z.int(),
});
export type Cycle = z.infer<typeof cycle>;
export const cycleList = z.object({ cycles: z.array(cycle) });

/** The dated rule of the cap, with where it comes from and how sure that is. */
export const datedCapRule = capRule.extend({
  id,
  validFrom: calendarDay,
  validTo: calendarDay.nullable(),
  source: z.string(),
  sourceStatus: z.enum(['confirmed', 'secondary', 'unconfirmed']),
  version,
});
export type DatedCapRule = z.infer<typeof datedCapRule>;
export const capRuleList = z.object({ rules: z.array(datedCapRule) });
export const updateCapRuleInput = capRule.extend({ id, version });
export type UpdateCapRuleInput = z.input<typeof updateCapRuleInput>;
