import type { Office } from '../../contract/office.ts';
import type { RatingSummary } from '../../contract/reports.ts';
import type { DocumentModel } from '../model.ts';

/**
 * Summary table 5a (ratings of Party members of a year, one unit a row) as an A4 landscape document.
 * Heads and signature come from the office's settings; `printedOn` is a calendar day 'YYYY-MM-DD'.
 * Throws when the figures do not add up.
 */
export function ratingSummaryDocument(
  _summary: RatingSummary,
  _office: Office,
  _printedOn: string,
): DocumentModel {
  throw new Error('not built yet');
}
