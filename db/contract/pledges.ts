import { z } from 'zod';
import { itemResults, midYearMarks, pledgeStatuses, pledgeVariants } from '../domain/cycle.ts';
import { formSetIds } from './form-sets.ts';
import {
  calendarDay,
  id,
  line,
  page,
  partialDate,
  requiredLine,
  reviewYear,
  text,
  version,
} from './schemas.ts';

const year = { year: reviewYear };
/** Who is asked for: a unit with those under it, or the whole office. */
const scope = { ...year, organizationId: id.nullable().default(null) };

/** One person of the year who is to pledge. Without a pledge it is not filed, version 0. */
const pledgeRow = z.object({
  officialId: id,
  pledgeId: id.nullable(),
  version: z.int().min(0),
  fullName: z.string(),
  birthDate: z.string().nullable(),
  organizationId: id.nullable(),
  organizationName: z.string(),
  variant: z.enum(pledgeVariants),
  status: z.enum(pledgeStatuses),
  items: z.int(),
  signedOn: z.string().nullable(),
  filedOn: z.string().nullable(),
  confirmedOn: z.string().nullable(),
  confirmedBy: z.string(),
  notFiledReason: z.string(),
  returnedReason: z.string(),
  /** Others of the year whose items have the same text; 0 when fewer than the setting `samePledgeTexts` says. */
  identicalTo: z.int(),
  scans: z.int(),
});
export type PledgeRow = z.infer<typeof pledgeRow>;

/** notFiled + filed + confirmed + returned = base; signed = filed + confirmed. */
export const pledgeCounts = z.object({
  base: z.int(),
  notFiled: z.int(),
  filed: z.int(),
  confirmed: z.int(),
  returned: z.int(),
  signed: z.int(),
  /** Of the base, in hundredths of a percent; null on an empty base. */
  signedPercent: z.int().nullable(),
});
export type PledgeCounts = z.infer<typeof pledgeCounts>;

const listFilter = {
  ...scope,
  show: z.enum(['all', 'notSigned', 'identical', ...pledgeStatuses]).default('all'),
  search: line(120).default(''),
};
export const pledgeListInput = z.object({ ...listFilter, ...page });
/** The list on paper as the screen shows it: who has not filed and why, who has signed and when. */
export const pledgeListDocument = z.object({ kind: z.literal('pledges-list'), ...listFilter });
export const pledgeList = z.object({
  /** Rows that the filter leaves. */
  total: z.int(),
  rows: z.array(pledgeRow),
  counts: pledgeCounts,
  units: z.array(
    z.object({
      organizationId: id.nullable(),
      organizationName: z.string(),
      ...pledgeCounts.shape,
      /**
       * What the unit declares on its table 5e, and our own counts of the unit with those under it. Never part of
       * the counts.
       */
      declared: z
        .object({
          total: z.int(),
          signed: z.int(),
          reason: z.string(),
          note: z.string(),
          own: z.object({ total: z.int(), signed: z.int() }),
        })
        .nullable(),
    }),
  ),
});
export type PledgeList = z.infer<typeof pledgeList>;

/** Pledges in one file. */
export const PLEDGE_PAPERS_LIMIT = 1000;

/** Pledges on paper: of the people chosen, a blank form for who has none yet; or every written one of the unit. */
export const pledgesDocument = z.object({
  kind: z.literal('pledges'),
  ...scope,
  officialIds: z.array(id).min(1).max(PLEDGE_PAPERS_LIMIT).nullable().default(null),
});

const itemFields = {
  sectionId: requiredLine(60),
  text: text(4000),
  /** What will be seen as done. */
  target: text(1000),
  dueOn: partialDate.nullable(),
};

/** An item as it is saved: `id` null adds one. Items that are left out are removed. */
const pledgeItemInput = z.object({
  id: id.nullable(),
  ...itemFields,
  shortcomingId: id.nullable().default(null),
});
export type PledgeItemInput = z.input<typeof pledgeItemInput>;

export const pledgeItem = z.object({
  id,
  sectionId: z.string(),
  position: z.int(),
  text: z.string(),
  target: z.string(),
  dueOn: z.string().nullable(),
  shortcomingId: id.nullable(),
  midYear: z.enum(midYearMarks).nullable(),
  midYearNote: z.string(),
  midYearOn: z.string().nullable(),
  result: z.enum(itemResults).nullable(),
  resultNote: z.string(),
});
export type PledgeItem = z.infer<typeof pledgeItem>;

/** A shortcoming of an earlier review that is not put right yet. */
export const openShortcoming = z.object({
  id,
  year: z.int(),
  /** 0: found by the review of the year. */
  quarter: z.int(),
  text: z.string(),
  cause: z.string(),
  /** Remediation tasks that stand for it, and how many of them are verified. */
  tasks: z.int(),
  verified: z.int(),
});
export type OpenShortcoming = z.infer<typeof openShortcoming>;

export const pledgeInput = z.object({ ...year, officialId: id });
export const pledge = z.object({
  officialId: id,
  pledgeId: id.nullable(),
  version: z.int().min(0),
  fullName: z.string(),
  birthDate: z.string().nullable(),
  admittedOn: z.string().nullable(),
  fullMemberOn: z.string().nullable(),
  workplace: z.string(),
  partyPosts: z.string(),
  otherPosts: z.string(),
  organizationId: id.nullable(),
  organizationName: z.string(),
  variant: z.enum(pledgeVariants),
  formId: z.enum(formSetIds),
  duty: z.string(),
  status: z.enum(pledgeStatuses),
  notFiledReason: z.string(),
  signedOn: z.string().nullable(),
  filedOn: z.string().nullable(),
  confirmedOn: z.string().nullable(),
  confirmedBy: z.string(),
  returnedReason: z.string(),
  note: z.string(),
  items: z.array(pledgeItem),
  openShortcomings: z.array(openShortcoming),
  /** Others of the year whose items have the same text: all of them counted, at most 20 named. */
  identicalCount: z.int(),
  identicalTo: z.array(z.object({ officialId: id, fullName: z.string() })),
  /** From how many others on the clerk is told; the office's setting. */
  identicalFrom: z.int(),
});
export type Pledge = z.infer<typeof pledge>;

/** Version 0 begins the pledge. An item of an open shortcoming is added by itself when the pledge begins. */
export const savePledgeInput = z.object({
  ...year,
  officialId: id,
  version: z.int().min(0),
  variant: z.enum(pledgeVariants),
  formId: z.enum(formSetIds),
  duty: text(2000),
  note: text(1000),
  items: z.array(pledgeItemInput).max(200),
});

const chosen = z
  .array(z.object({ pledgeId: id, version }))
  .min(1)
  .max(20_000);
/** One act for one or many: filed (signed on a day), confirmed by a body on a day, returned with a reason, or back to not filed. */
export const setPledgeStatusInput = z.object({
  pledges: chosen,
  act: z.discriminatedUnion('to', [
    z.object({ to: z.literal('filed'), signedOn: calendarDay, filedOn: calendarDay }),
    z.object({ to: z.literal('confirmed'), confirmedOn: calendarDay, confirmedBy: requiredLine(200) }),
    z.object({ to: z.literal('returned'), reason: requiredLine(500) }),
    z.object({ to: z.literal('notFiled') }),
  ]),
});
/**
 * Takes an act back: each pledge gets the status that it had, with the days, names and reasons that belong to it.
 * A confirmed one needs its day and who confirmed, a returned one its reason; a list of signatures may know no day.
 */
export const restorePledgesInput = z.object({
  pledges: z
    .array(
      z.object({
        pledgeId: id,
        version,
        status: z.enum(pledgeStatuses),
        signedOn: partialDate.nullable(),
        filedOn: calendarDay.nullable(),
        confirmedOn: calendarDay.nullable(),
        confirmedBy: line(200),
        notFiledReason: line(300),
        returnedReason: line(500),
      }),
    )
    .min(1)
    .max(20_000),
});

/** Why people have not filed, one or many; begins the pledge of whoever has none (version 0). */
export const setNotFiledReasonInput = z.object({
  ...year,
  people: z
    .array(z.object({ officialId: id, version: z.int().min(0) }))
    .min(1)
    .max(20_000),
  reason: line(300),
});
/** The operation takes it back as one step. */
export const givenReasons = z.object({ operationId: id, changed: z.int() });

/**
 * Begins a pledge, with the same items and their own shortcomings, for everyone in the unit who has none; of the
 * people chosen only, where some are.
 */
export const createPledgesInput = z.object({
  ...scope,
  officialIds: z.array(id).min(1).max(20_000).nullable().default(null),
  items: z.array(z.object(itemFields)).max(100),
});
export const createdPledges = z.object({
  created: z.array(z.object({ officialId: id, pledgeId: id, version })),
});
/** Takes back pledges that were begun and not touched since. */
export const removePledgesInput = z.object({ pledges: chosen });
export const changedPledges = z.object({ changed: z.int() });

export const midYearInput = z.object({
  pledgeId: id,
  version,
  itemId: id,
  midYear: z.enum(midYearMarks).nullable(),
  midYearNote: text(1000),
  midYearOn: calendarDay.nullable(),
});
