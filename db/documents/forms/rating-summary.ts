import type { Office } from '../../contract/office.ts';
import type { RatingSummary } from '../../contract/reports.ts';
import { documentTexts, ratingSummaryTexts } from '../../contract/vi/documents.ts';
import { formatPartialDate } from '../../domain/dates.ts';
import { a4, type DocumentModel, type TableBlock, type TableRow } from '../model.ts';
import { countText, percentText } from '../number-text.ts';
import { officeHead, tableSignatures } from '../office-blocks.ts';
import { groupedHead } from '../table-shape.ts';
import { assertRatingSummary } from './rating-summary-check.ts';
import {
  figureOf,
  type SummaryContent,
  type SummaryFigures,
  summaryColumns,
} from './rating-summary-columns.ts';

function cellText(content: SummaryContent, figures: SummaryFigures, order: string, name: string): string {
  switch (content.kind) {
    case 'order':
      return order;
    case 'organization':
      return name;
    case 'count':
      return countText(figureOf(figures, content.figure));
    case 'percent':
      return percentText(figureOf(figures, content.part), figureOf(figures, content.base));
    case 'note':
      return '';
  }
}

const tableRow = (
  kind: TableRow['kind'],
  figures: SummaryFigures,
  order: string,
  name: string,
): TableRow => ({
  kind,
  cells: summaryColumns.map(({ content }) => ({ text: cellText(content, figures, order, name) })),
});

function summaryTable(summary: RatingSummary): TableBlock {
  return {
    kind: 'table',
    fontPt: 11,
    columns: summaryColumns.map(({ widthMm, align, content }) => ({
      widthMm,
      align,
      wrap: content.kind === 'organization' || content.kind === 'note',
    })),
    head: groupedHead(summaryColumns),
    numbering: summaryColumns.map((_column, index) => String(index + 1)),
    rows: [
      ...summary.rows.map((row, index) => tableRow('body', row, String(index + 1), row.organizationName)),
      tableRow('total', summary.total, '', documentTexts.total),
    ],
  };
}

/**
 * Summary table 5a (ratings of Party members of a year, one unit a row) as an A4 landscape document.
 * Heads and signature come from the office's settings; `printedOn` is a calendar day 'YYYY-MM-DD'.
 * Throws when the figures do not add up.
 */
export function ratingSummaryDocument(
  summary: RatingSummary,
  office: Office,
  printedOn: string,
): DocumentModel {
  assertRatingSummary(summary);
  const title = ratingSummaryTexts.title(summary.year);
  return {
    name: title,
    fileName: ratingSummaryTexts.fileName(summary.year),
    page: a4('landscape'),
    blocks: [
      officeHead(office, printedOn),
      {
        kind: 'title',
        title,
        lines: [{ text: ratingSummaryTexts.asOf(formatPartialDate(summary.countedOn)) }],
        rule: true,
      },
      { kind: 'unitNote', mark: ratingSummaryTexts.formMark, text: ratingSummaryTexts.unit },
      summaryTable(summary),
      { kind: 'notes', label: documentTexts.notes, lines: ratingSummaryTexts.notes },
      tableSignatures(office),
    ],
  };
}
