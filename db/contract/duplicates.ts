import { z } from 'zod';
import { official, officialFieldIds } from './officials.ts';
import { id, line, page, partialDate, version } from './schemas.ts';

/** Why two rows may be one person: the same folded name with birth dates that agree, the same ID, the same card. */
export const duplicateReasons = ['NAME_AND_BIRTH', 'CITIZEN_ID', 'CARD'] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

const person = z.object({
  id,
  fullName: z.string(),
  birthDate: partialDate.nullable(),
  organizationName: z.string(),
  partyCardNo: z.string(),
});
export const duplicateListInput = z.object({
  /** Either of the two is in the unit or under it. */
  organizationId: id.nullable().default(null),
  search: line(200).default(''),
  ...page,
});
const duplicatePair = z.object({
  first: person,
  second: person,
  reasons: z.array(z.enum(duplicateReasons)),
});
export type DuplicatePair = z.infer<typeof duplicatePair>;
/** Each pair once, the lower id first; pairs that were said to be two people are not in it. */
export const duplicateList = z.object({ total: z.int(), rows: z.array(duplicatePair) });

export const pairInput = z.object({ firstId: id, secondId: id });
export type PairOfPeople = z.infer<typeof pairInput>;
export const distinctInput = z.object({ firstId: id, secondId: id, distinct: z.boolean() });

/** What is chosen between the two: each field, the kind of membership, and the participation with its day and reason. */
export const mergeFields = [
  ...officialFieldIds,
  'membershipStatus',
  'workingStatus',
  'workingFrom',
  'participation',
] as const;
export const mergeField = z.enum(mergeFields, { error: 'INVALID_VALUE' });
export type MergeField = z.infer<typeof mergeField>;

/** Two dated rows that cannot both stand as they are; a person says which one does. */
const mergeConflict = z.object({
  key: z.string(),
  /** What it is about, as words. */
  label: z.string(),
  first: z.string(),
  second: z.string(),
  /** Both may stand, such as two memberships that overlap but are past. */
  mayKeepBoth: z.boolean(),
});
export type MergeConflict = z.infer<typeof mergeConflict>;

export const comparison = z.object({
  first: official,
  second: official,
  /** Fields whose values are not the same, told from the unmasked values. */
  differs: z.array(mergeField),
  /** Dated rows of each by what they are, as words. */
  rows: z.array(z.object({ label: z.string(), first: z.int(), second: z.int() })),
  conflicts: z.array(mergeConflict),
});
export type Comparison = z.infer<typeof comparison>;

const side = { id, version };
export const mergeInput = z.object({
  kept: z.object(side),
  removed: z.object(side),
  /** Fields whose value comes from the removed one; all others stay as the kept one has them. */
  take: z.array(mergeField),
  decisions: z.array(
    z.object({
      key: z.string().max(100),
      keep: z.enum(['kept', 'removed', 'both'], { error: 'INVALID_VALUE' }),
    }),
  ),
});
export const mergeResult = z.object({ operationId: id });
