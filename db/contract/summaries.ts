import { z } from 'zod';
import { breakdownIds, figureIds, summaryTableIds } from '../domain/summaries.ts';
import { period } from './cycles.ts';
import { calendarDay, id } from './schemas.ts';

const scope = {
  ...period,
  table: z.enum(summaryTableIds, { error: 'INVALID_VALUE' }),
  /** A unit with those under it, or the whole office. */
  organizationId: id.nullable().default(null),
  /** Days of table 5f instead of the whole year or quarter, both inclusive. */
  days: z
    .object({ from: calendarDay, to: calendarDay })
    .refine(({ from, to }) => from <= to, { error: 'OUT_OF_RANGE' })
    .nullable()
    .default(null),
};

/** Groups of table 5a that are counted apart under its total, in this order. */
const groups = z.array(z.enum(breakdownIds)).default([]);
export const summaryInput = z.object({
  ...scope,
  groups,
  /** With the differences from another period. */
  compare: z.boolean().default(false),
  /**
   * Which one: the period right before (of a quarter the quarter before), or the same period a year earlier. Pledges
   * (5e) are given for a year, and days of one's own have no period before: these take the year earlier.
   */
  against: z.enum(['periodBefore', 'yearEarlier']).default('periodBefore'),
});
export type SummaryInput = z.input<typeof summaryInput>;

const counts = z.partialRecord(z.enum(figureIds), z.int());

/** Texts of a row that is a person (table 5d) or has reasons (5e). */
const summaryTextIds = [
  'post',
  'unit',
  'self',
  'score',
  'proposed',
  'decided',
  'previous',
  'reasons',
  'declared',
  'note',
] as const;
export type SummaryTextId = (typeof summaryTextIds)[number];

const row = z.object({
  key: z.string(),
  name: z.string(),
  /** The person of a row that is one. */
  officialId: id.nullable(),
  counts,
  /** The same in the period compared with; null when not asked for, or when that was never opened. */
  before: counts.nullable(),
  texts: z.partialRecord(z.enum(summaryTextIds), z.string()),
});
export type SummaryRow = z.infer<typeof row>;

/** What has to be there before the table says anything. */
const missingBases = ['cycle', 'ratings', 'collectives', 'leaders', 'pledges'] as const;
export type MissingBase = (typeof missingBases)[number];

/** In each row the parts make up their whole and in each column the rows make up the total (db/domain/summaries.ts). */
export const summary = z.object({
  table: z.enum(summaryTableIds),
  year: z.int(),
  quarter: z.int(),
  /** The day on which people and names of units are taken. */
  countedOn: z.string(),
  /** The days of table 5f. */
  days: z.object({ from: z.string(), to: z.string() }).nullable(),
  missing: z.enum(missingBases).nullable(),
  /** Null when not asked for; `opened` is false of a quarter without a cycle, which has no figures. */
  comparedWith: z.object({ year: z.int(), quarter: z.int(), opened: z.boolean() }).nullable(),
  rows: z.array(row),
  total: row,
  /** Rows under the total; a person may stand in several of them. */
  groups: z.array(row.extend({ group: z.enum(breakdownIds) })),
  /** "Quy định số 366-QĐ/TW ...": the rule of the cycle as it was opened; empty when none is known. */
  rule: z.string(),
  /** What does not add up; such a table is not printed. */
  faults: z.array(z.string()),
});
export type Summary = z.infer<typeof summary>;

/** One cell of a table: the key of its row, 'total', or the id of a group. */
export const summaryPeopleInput = z.object({ ...scope, row: z.string(), figure: z.enum(figureIds) });
export type SummaryPeopleInput = z.input<typeof summaryPeopleInput>;
/**
 * Whom a figure counts: exactly as many as it says. `hidden`: their names tell a discipline or an ethnicity, so that
 * only `summaries.reveal` names them, which is audited; then `people` is empty.
 */
export const summaryPeople = z.object({
  count: z.int(),
  hidden: z.boolean(),
  people: z.array(
    z.object({
      officialId: id.nullable(),
      organizationId: id.nullable(),
      name: z.string(),
      unitName: z.string(),
      birthDate: z.string().nullable(),
      detail: z.string(),
    }),
  ),
});
export type SummaryPeople = z.infer<typeof summaryPeople>;

/** A table on paper or as a workbook; `hideSmall` covers counts from 1 to 4, for public posting. */
export const summaryDocument = summaryInput.extend({
  kind: z.literal('summary'),
  hideSmall: z.boolean().default(false),
});
