import { z } from 'zod';
import { id, line, page, partialDate } from './schemas.ts';

/** Odd or missing things; they never block. */
export const qualityRules = [
  'NAME_DOUBTFUL',
  'BIRTH_DATE_MISSING',
  'ADMITTED_MISSING',
  'CARD_MISSING',
  'CITIZEN_ID_MISSING',
  'UNIT_MISSING',
  'ADMITTED_AFTER_FULL',
  'FULL_NOT_ABOUT_A_YEAR_LATER',
  'AGE_AT_ADMISSION',
  'CITIZEN_ID_DISAGREES',
  'SAME_CITIZEN_ID',
  'SAME_CARD',
  'IN_TWO_UNITS',
  'HEAD_IN_ENDED_UNIT',
  'WORKING_STATUS_DOUBTFUL',
  'COMMITTEE_DOUBTFUL',
] as const;
export type QualityRule = (typeof qualityRules)[number];
const rule = z.enum(qualityRules, { error: 'INVALID_VALUE' });

/** The unit with all under it; null: everybody, also people without a unit. */
const scope = { organizationId: id.nullable().default(null) };
export const qualityCountsInput = z.object(scope);
/** Rules that found nothing are not in it. */
export const qualityCounts = z.object({ counts: z.array(z.object({ rule, count: z.int() })) });

export const qualityUnitsInput = z.object({ rule, ...scope });
/** Findings of the rule by the unit of the Party life, the most first; people without a unit are not in it. */
export const qualityUnits = z.object({
  units: z.array(z.object({ organizationId: id, name: z.string(), count: z.int() })),
});

export const qualityListInput = z.object({ rule, ...scope, search: line(200).default(''), ...page });
const qualityFinding = z.object({
  rule,
  officialId: id,
  fullName: z.string(),
  birthDate: partialDate.nullable(),
  admittedOn: partialDate.nullable(),
  fullMemberOn: partialDate.nullable(),
  organizationName: z.string(),
  /** What else the finding is about: who has the same number, the units, the post; '' when the dates say all. */
  detail: z.string(),
  /** Where the form jumps to. */
  field: z.string(),
});
export type QualityFinding = z.infer<typeof qualityFinding>;
export const qualityList = z.object({ total: z.int(), rows: z.array(qualityFinding) });
