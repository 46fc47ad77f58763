import { z } from 'zod';
import { capBases, capRoundings, capScopes } from '../domain/excellence-cap.ts';
import { sourceStatuses } from '../domain/rule-packs.ts';
import { calendarDay, id, reviewYear, version } from './schemas.ts';

/** How many people have each level. */
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

/** One bucket of the cap: whom it is counted over, and its levels as they stand. */
export const capGroup = z.object({
  /** The same on the rows that are counted in it. */
  key: z.string(),
  /** Unit or base organisation, and the group of like duties or the kind of collective where there is one. */
  name: z.string(),
  /** The percent that holds here: the rule's, or the exception's. */
  percentHundredths: z.int(),
  /** Of the whole bucket, also of rows that the grid does not show. */
  counts: levelCounts,
});
export type CapGroup = z.infer<typeof capGroup>;
/** The cap as it stands over the rows of a grid. */
export const caps = z.object({ rule: capRule, groups: z.array(capGroup) });
export type Caps = z.infer<typeof caps>;

/** The dated rule of the cap, with where it comes from and how sure that is. */
export const datedCapRule = capRule.extend({
  id,
  validFrom: calendarDay,
  validTo: calendarDay.nullable(),
  source: z.string(),
  sourceStatus: z.enum(sourceStatuses),
  version,
});
export type DatedCapRule = z.infer<typeof datedCapRule>;
export const capRuleList = z.object({ rules: z.array(datedCapRule) });
export const updateCapRuleInput = capRule.extend({ id, version });
export type UpdateCapRuleInput = z.input<typeof updateCapRuleInput>;

/** The cap over the whole office and over each unit, as the rule of the year's day says. */
const capFigures = {
  counts: levelCounts,
  base: z.int(),
  percent: z.number(),
  allowed: z.int(),
  remaining: z.int(),
};
export const capReport = z.object({
  office: z.object(capFigures),
  units: z.array(z.object({ organization: z.string(), ...capFigures })),
});
export const capReportInput = z.object({ year: reviewYear });
export type CapReport = z.infer<typeof capReport>;
