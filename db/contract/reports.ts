import { z } from 'zod';
import { levelCounts } from './caps.ts';
import { id, reviewYear } from './schemas.ts';

/** Figures of a unit in summary table 5a. levels + unrated = toRate; toRate + exempt = members. */
const ratingSummaryFigures = z.object({
  members: z.int(),
  exempt: z.int(),
  toRate: z.int(),
  rated: z.int(),
  counts: levelCounts,
});
const ratingSummaryRow = ratingSummaryFigures.extend({
  organizationId: id.nullable(),
  organizationName: z.string(),
});

export const reportInput = z.object({ year: reviewYear, organizationId: id.nullable().default(null) });
export const ratingSummary = z.object({
  year: z.int(),
  countedOn: z.string(),
  rows: z.array(ratingSummaryRow),
  total: ratingSummaryFigures,
});
export type RatingSummary = z.infer<typeof ratingSummary>;

const reportKinds = ['rating-summary'] as const;
export const ratingSummaryDocument = reportInput.extend({ kind: z.enum(reportKinds) });
export const overview = z.object({
  officeName: z.string(),
  officials: z.int(),
  organizations: z.int(),
  years: z.array(z.object({ year: z.int(), counts: levelCounts })),
  lastImport: z.object({ fileName: z.string(), at: z.string(), rows: z.int() }).nullable(),
});
export type Overview = z.infer<typeof overview>;
