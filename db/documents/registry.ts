import type { Office } from '../contract/office.ts';
import type { RatingSummary, reportKinds } from '../contract/reports.ts';
import { ratingSummaryTexts } from '../contract/vi/documents.ts';
import { ratingSummaryWorkbook } from '../excel/export/rating-summary-workbook.ts';
import { ratingSummaryDocument } from './forms/rating-summary.ts';
import type { DocumentModel } from './model.ts';

/** A printed form: its name on screen, and what makes its document and its workbook. Days are 'YYYY-MM-DD'. */
interface Form<Figures> {
  label: string;
  document: (figures: Figures, office: Office, printedOn: string) => DocumentModel;
  workbook: (figures: Figures, office: Office, printedOn: string) => Promise<Uint8Array>;
}

/** Every printed form, one line each; a kind of the contract without its form does not compile. */
export const forms = {
  'rating-summary': {
    label: ratingSummaryTexts.label,
    document: ratingSummaryDocument,
    workbook: ratingSummaryWorkbook,
  },
} as const satisfies Record<(typeof reportKinds)[number], Form<RatingSummary>>;
