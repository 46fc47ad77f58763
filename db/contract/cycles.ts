import { z } from 'zod';
import { collectiveKinds, outReasons, reviewBases, reviewPlaces, reviewStatuses } from '../domain/cycle.ts';
import { subjectGroups } from '../domain/rule-packs.ts';
import { calendarDay, id, line, page, requiredLine, reviewYear, version } from './schemas.ts';

/** A year (`quarter` 0) or one of its quarters, where an office also evaluates by quarter. */
export const period = {
  year: reviewYear,
  quarter: z.int().min(0, { error: 'OUT_OF_RANGE' }).max(4, { error: 'OUT_OF_RANGE' }).default(0),
};
export const periodInput = z.object(period);
export type Period = z.output<typeof periodInput>;

const collectiveChoice = z.object({ organizationId: id, kind: z.enum(collectiveKinds) });

/** Due days of the cycle's steps, by step; a step without a day has none set. */
const deadlines = z.record(line(40), calendarDay);

const plan = {
  countedOn: calendarDay,
  /** Number, date and issuer of the office's plan, as printed on its papers; '' and null as long as there is none. */
  planNo: line(60).default(''),
  planDate: calendarDay.nullable().default(null),
  planIssuer: line(200).default(''),
  /** '' for a year before the first pack. */
  packId: line(60),
  deadlines: deadlines.default({}),
  /** Stand on decisions that are entered one after the other. */
  decisionBody: line(200).default(''),
  decisionDay: calendarDay.nullable().default(null),
};

const groupCounts = z.array(z.object({ group: z.enum(subjectGroups), count: z.int() }));
const outCounts = z.array(z.object({ reason: z.enum(outReasons), count: z.int() }));

/** A rule pack in a choice. */
const packName = z.object({
  id: z.string(),
  title: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
});

/** Who a cycle would hold if it were opened on that day; nothing is written. */
export const cycleDraftInput = z.object({ ...period, countedOn: calendarDay });
export const cycleDraft = z.object({
  countedOn: z.string(),
  people: z.int(),
  units: z.int(),
  groups: groupCounts,
  out: outCounts,
  /** Collectives that could be reviewed; `suggested` are ticked at first. */
  collectives: z.array(collectiveChoice.extend({ organizationName: z.string(), suggested: z.boolean() })),
  /** The rule pack in force on the day; '' before the first one. */
  packId: z.string(),
  packs: z.array(packName),
  /** Due days by the office's settings, by step. */
  deadlines: z.record(z.string(), calendarDay),
});
export type CycleDraft = z.infer<typeof cycleDraft>;

export const openCycleInput = z.object({
  ...period,
  ...plan,
  collectives: z.array(collectiveChoice).max(20_000),
});

export const cycleDetail = z.object({
  id,
  version,
  year: z.int(),
  quarter: z.int(),
  /** Null: the year only holds ratings that came from a sheet or were entered without a plan. */
  openedAt: z.string().nullable(),
  countedOn: z.string(),
  planNo: z.string(),
  planDate: z.string().nullable(),
  planIssuer: z.string(),
  packId: z.string(),
  deadlines: z.record(z.string(), z.string()),
  decisionBody: z.string(),
  decisionDay: z.string().nullable(),
  /** Reviews or ratings stand on the rule pack: it can no longer be exchanged. */
  packLocked: z.boolean(),
  packs: z.array(packName),
  people: z.int(),
  groups: groupCounts,
  out: outCounts,
  lateComers: z.int(),
  collectives: z.int(),
  /** Each step with its own base, the same as in its list and table. */
  progress: z.object({
    /** To be rated, and rated: the grid, the cap and table 5a. */
    base: z.int(),
    rated: z.int(),
    /** To pledge: the list of pledges and table 5e. */
    toPledge: z.int(),
    pledgesFiled: z.int(),
    pledgesConfirmed: z.int(),
    /** In the list of the cycle as to be reviewed in their cell. */
    toReview: z.int(),
    reviewsFiled: z.int(),
    /** Rated and counted, but not in the list: their ratings stood before the cycle was opened. */
    unlisted: z.int(),
    /** In the list as not to be rated, yet with a decided level: counted. */
    ratedOutside: z.int(),
    /** Taken out of the list with a level that was decided before: not counted. */
    notCounted: z.int(),
  }),
});
export type CycleDetail = z.infer<typeof cycleDetail>;
/** Null as long as there is no cycle of that period. */
export const cycleDetailOrNone = z.object({ cycle: cycleDetail.nullable() });

export const updateCycleInput = z.object({ id, version, ...plan });
export const withdrawCycleInput = z.object({ id, version });

/** One person or collective in one place. */
export const reviewSubject = {
  reviewId: id,
  version,
  officialId: id.nullable(),
  collectiveId: id.nullable(),
  collectiveKind: z.enum(collectiveKinds).nullable(),
  /** Name of the person, or of the unit that the collective leads. */
  name: z.string(),
  birthDate: z.string().nullable(),
  organizationId: id.nullable(),
  organizationName: z.string(),
  place: z.enum(reviewPlaces),
  subjectGroup: z.enum(subjectGroups),
  formId: z.string(),
  status: z.enum(reviewStatuses),
};
const cycleSubject = z.object({
  ...reviewSubject,
  basis: z.enum(reviewBases),
  basisReason: z.string(),
  outReason: z.enum(outReasons).nullable(),
  outNote: z.string(),
});
export type CycleSubject = z.infer<typeof cycleSubject>;
export const cycleSubjectsInput = z.object({
  ...period,
  organizationId: id.nullable().default(null),
  show: z.enum(['all', 'people', 'collectives', 'out', 'added']).default('all'),
  search: line(120).default(''),
  ...page,
});
export const cycleSubjects = z.object({ total: z.int(), rows: z.array(cycleSubject) });

const reason = requiredLine(300);
export const addSubjectInput = z.object({
  ...period,
  officialId: id,
  organizationId: id,
  place: z.enum(['cell', 'leadership']),
  reason,
});
export const addCollectiveInput = z.object({ ...period, ...collectiveChoice.shape, reason });
/** Takes a row out of the base with its reason, or, with null, back into it. */
export const setOutInput = z.object({
  reviewId: id,
  version,
  outReason: z.enum(outReasons).nullable(),
  outNote: line(300).default(''),
});
export const setGroupInput = z.object({
  reviews: z
    .array(z.object({ reviewId: id, version }))
    .min(1)
    .max(20_000),
  subjectGroup: z.enum(['leader', 'noPost', 'outsideSystem']),
});
export const removeSubjectInput = z.object({ reviewId: id, version });
export const changedSubjects = z.object({ changed: z.int() });

/** How the book of people differs today from what the cycle holds, as of its counting day. */
const differenceKinds = ['lateComer', 'rated', 'moved', 'gone'] as const;
const cycleDifference = z.object({
  kind: z.enum(differenceKinds),
  officialId: id,
  name: z.string(),
  /** Unit in the cycle and unit in the book; null where there is none. */
  from: z.object({ id, name: z.string() }).nullable(),
  to: z.object({ id, name: z.string() }).nullable(),
  outReason: z.enum(outReasons).nullable(),
});
export type CycleDifference = z.infer<typeof cycleDifference>;
export const cycleDifferences = z.object({ differences: z.array(cycleDifference) });
export const takeDifferencesInput = z.object({
  ...period,
  officialIds: z.array(id).min(1).max(20_000),
  reason,
});
