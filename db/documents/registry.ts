import { ratingSummaryTexts } from '../contract/vi/documents.ts';
import { ratingSummaryWorkbook } from '../excel/export/rating-summary-workbook.ts';
import { ratingSummaryDocument } from './forms/rating-summary.ts';

/** Every printed form, one line each: its name on screen, its document, its workbook. */
export const forms = {
  'rating-summary': {
    label: ratingSummaryTexts.label,
    document: ratingSummaryDocument,
    workbook: ratingSummaryWorkbook,
  },
} as const;
