/** Closed vocabularies of the yearly cycle (domain vocabulary: pledge, review, rating, remediation). */

/** A person is rated as a Party member, as a leader or manager, and as staff of the state: three ratings, not one. */
export const ratingKinds = ['member', 'leader', 'staff'] as const;
export type RatingKind = (typeof ratingKinds)[number];

/** `organization` is the Party organisation itself (table 5b), the others are the bodies that lead (table 5c). */
export const collectiveKinds = ['standingCommittee', 'committee', 'leadership', 'organization'] as const;
export type CollectiveKind = (typeof collectiveKinds)[number];

/** Where a review is held: in the cell of the Party life, or in the collective where the person leads. */
export const reviewPlaces = ['cell', 'leadership', 'collective'] as const;
export type ReviewPlace = (typeof reviewPlaces)[number];

/** How a row came into the cycle: drawn on its day, or added later with a reason. */
export const reviewBases = ['drawn', 'lateComer', 'extraPlace'] as const;
export type ReviewBasis = (typeof reviewBases)[number];

export const outReasons = [
  'exempt',
  'suspended',
  'transferredOut',
  'retired',
  'deceased',
  'left',
  'other',
] as const;
export type OutReason = (typeof outReasons)[number];
/** With these a person is not rated, but stays in the base: in one cell of a cycle at most. */
export const reasonsInBase = ['exempt', 'suspended', 'other'] as const satisfies readonly OutReason[];
export const isInBase = (reason: OutReason | null): boolean =>
  reason === null || reasonsInBase.some((each) => each === reason);

export const reviewStatuses = ['notFiled', 'filed', 'discussed', 'closed'] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];

export const selfMarks = ['excellent', 'good', 'average', 'poor'] as const;
export type SelfMark = (typeof selfMarks)[number];

export const pledgeVariants = ['member', 'leader'] as const;
export type PledgeVariant = (typeof pledgeVariants)[number];

/** Quarter 1 to 4 of a year; quarter 0 is the year itself. */
export interface YearOrQuarter {
  year: number;
  quarter: number;
}

/** The period right before: of a year the year, of a quarter the quarter. */
export function periodBefore({ year, quarter }: YearOrQuarter): YearOrQuarter {
  if (quarter === 0) return { year: year - 1, quarter: 0 };
  return quarter === 1 ? { year: year - 1, quarter: 4 } : { year, quarter: quarter - 1 };
}

/** The first day of a year or a quarter. */
export const firstDayOf = ({ year, quarter }: YearOrQuarter): string =>
  `${year}-${String(Math.max(quarter - 1, 0) * 3 + 1).padStart(2, '0')}-01`;

export const pledgeStatuses = ['notFiled', 'filed', 'confirmed', 'returned'] as const;
export type PledgeStatus = (typeof pledgeStatuses)[number];

export const midYearMarks = ['done', 'onTrack', 'behind', 'notStarted'] as const;
export type MidYearMark = (typeof midYearMarks)[number];

export const itemResults = ['done', 'partly', 'notDone'] as const;
export type ItemResult = (typeof itemResults)[number];

export const shortcomingOutcomes = ['putRight', 'underWay', 'notPutRight'] as const;
export type ShortcomingOutcome = (typeof shortcomingOutcomes)[number];

/** What kind of source a suggested question has; never who said it. */
export const promptSources = [
  'inspection',
  'supervision',
  'front',
  'petition',
  'press',
  'superior',
  'other',
] as const;
export type PromptSource = (typeof promptSources)[number];

/** As stored; "overdue" and "due soon" follow from the day (`remediation-rules.ts`). */
export const taskStates = ['planned', 'doing', 'done', 'verified', 'reopened', 'notFitting'] as const;
export type TaskState = (typeof taskStates)[number];

export const attachmentEntities = ['pledge', 'review', 'meeting', 'remediationTask'] as const;
export type AttachmentEntity = (typeof attachmentEntities)[number];
