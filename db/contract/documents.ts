import { z } from 'zod';
import { dossierDocument } from './dossier.ts';
import { ballotDocument, countMinutesDocument, meetingMinutesDocument } from './meetings.ts';
import { officialListDocument } from './officials.ts';
import { pledgeListDocument, pledgesDocument } from './pledges.ts';
import { ratingListDocument } from './ratings.ts';
import { followUpDocument, remediationPlanDocument, taskListDocument } from './remediation.ts';
import { ratingSummaryDocument } from './reports.ts';
import { reviewsDocument } from './reviews.ts';
import { summaryDocument } from './summaries.ts';

/**
 * Everything that is previewed, printed, and saved as PDF or for Word. A new kind is its schema here and its maker
 * in `db/service/document-kinds.ts`.
 */
export const documentInput = z.discriminatedUnion('kind', [
  ratingSummaryDocument,
  summaryDocument,
  officialListDocument,
  pledgesDocument,
  dossierDocument,
  pledgeListDocument,
  ratingListDocument,
  reviewsDocument,
  ballotDocument,
  meetingMinutesDocument,
  countMinutesDocument,
  remediationPlanDocument,
  followUpDocument,
  taskListDocument,
]);
export type DocumentInput = z.input<typeof documentInput>;
export type DocumentRequest = z.output<typeof documentInput>;

/** Those of them that also make a workbook from the same figures. */
export const workbookInput = z.discriminatedUnion('kind', [
  ratingSummaryDocument,
  remediationPlanDocument,
  followUpDocument,
  taskListDocument,
  summaryDocument,
  officialListDocument,
  pledgeListDocument,
  ratingListDocument,
]);
export type WorkbookInput = z.input<typeof workbookInput>;
export type WorkbookRequest = z.output<typeof workbookInput>;

/** Printable pages: whole HTML with its own style, and the name a saved file takes (no ending). */
export const documentHtml = z.object({
  html: z.string(),
  /** How many runs of pages on the same paper the HTML has with its list: elements of class `run-0`, `run-1` ... */
  runs: z.int().positive(),
  /** The list in front of a batch, for its place in the HTML (`page-places.ts`); null without. */
  list: z.object({ numbered: z.string(), plain: z.string() }).nullable(),
  fileName: z.string(),
  /** Paper of the first page. */
  orientation: z.enum(['portrait', 'landscape']),
  size: z.enum(['A4', 'A5']),
});
export type DocumentHtml = z.infer<typeof documentHtml>;
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, { error: 'INVALID_VALUE' });
/** A Word file or a workbook, and the name it takes (no ending). */
export const documentFile = z.object({ bytes, fileName: z.string() });
export type DocumentFile = z.infer<typeof documentFile>;
/** The list of a batch has the page numbers in fields, which Word fills in when it opens the file and has asked. */
export const wordFile = documentFile.extend({ batch: z.boolean() });
export type WordFile = z.infer<typeof wordFile>;
