import type { Office } from '../../contract/office.ts';
import type { RatingSummary } from '../../contract/reports.ts';

/**
 * Summary table 5a as an .xlsx file: the same figures as the printed document, percents and totals as formulas
 * with their results. `printedOn` is a calendar day 'YYYY-MM-DD'. Rejects when the figures do not add up.
 */
export async function ratingSummaryWorkbook(
  _summary: RatingSummary,
  _office: Office,
  _printedOn: string,
): Promise<Uint8Array> {
  throw new Error('not built yet');
}
