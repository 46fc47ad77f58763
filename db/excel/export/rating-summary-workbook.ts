import type { Cell, CellFormulaValue, Worksheet } from 'exceljs';
import type { Office } from '../../contract/office.ts';
import type { RatingSummary, SummaryFigure } from '../../contract/reports.ts';
import { documentTexts, ratingSummaryTexts } from '../../contract/vi/documents.ts';
import { ratingSummaryDocument } from '../../documents/forms/rating-summary.ts';
import {
  figureOf,
  type SummaryFigures,
  summaryColumns,
} from '../../documents/forms/rating-summary-columns.ts';
import { percentHundredths } from '../../domain/ratings.ts';
import { layOutSheet } from './party-sheet.ts';
import { safeCellText } from './safe-text.ts';

const COUNT_FORMAT = '#,##0';
const PERCENT_FORMAT = '0.00';

/** The sheet column that counts a figure. */
function letterOf(sheet: Worksheet, figure: SummaryFigure): string {
  const index = summaryColumns.findIndex(
    ({ content }) => content.kind === 'count' && content.figure === figure,
  );
  if (index < 0) throw new Error(`Table 5a has no column of ${figure}`);
  return sheet.getColumn(index + 1).letter;
}

function percentFormula(
  sheet: Worksheet,
  row: number,
  figures: SummaryFigures,
  part: SummaryFigure,
  base: SummaryFigure,
): CellFormulaValue {
  const of = `$${letterOf(sheet, base)}${row}`;
  const hundredths = percentHundredths(figureOf(figures, part), figureOf(figures, base));
  return {
    // Times 100 before the division: it stays a whole number, so a half is rounded as in the printed table.
    formula: `IF(${of}=0,"${documentTexts.notApplicable}",ROUND(${letterOf(sheet, part)}${row}*100/${of},2))`,
    result: hundredths === null ? documentTexts.notApplicable : hundredths / 100,
  };
}

/** Rows to add up; null in the rows themselves. */
type AddUp = { first: number; last: number } | null;

function countCell(cell: Cell, value: number, addUp: AddUp, letter: string): void {
  cell.numFmt = COUNT_FORMAT;
  cell.value =
    addUp === null || addUp.last < addUp.first
      ? value
      : { formula: `SUM(${letter}${addUp.first}:${letter}${addUp.last})`, result: value };
}

function fillRow(
  sheet: Worksheet,
  row: number,
  figures: SummaryFigures,
  name: string,
  order: number | null,
  addUp: AddUp,
): void {
  for (const [index, { content }] of summaryColumns.entries()) {
    const cell = sheet.getCell(row, index + 1);
    switch (content.kind) {
      case 'order':
        cell.value = order;
        break;
      case 'organization':
        cell.value = safeCellText(name);
        break;
      case 'count':
        countCell(cell, figureOf(figures, content.figure), addUp, sheet.getColumn(index + 1).letter);
        break;
      case 'percent':
        cell.numFmt = PERCENT_FORMAT;
        cell.value = percentFormula(sheet, row, figures, content.part, content.base);
        break;
      case 'note':
        break;
    }
  }
}

function fillRows(sheet: Worksheet, summary: RatingSummary, firstRow: number): void {
  for (const [index, unit] of summary.rows.entries()) {
    fillRow(sheet, firstRow + index, unit, unit.organizationName, index + 1, null);
  }
  const totalRow = firstRow + summary.rows.length;
  fillRow(sheet, totalRow, summary.total, documentTexts.total, null, { first: firstRow, last: totalRow - 1 });
}

/**
 * Summary table 5a as an .xlsx file: the same figures as the printed document, percents and totals as formulas
 * with their results. `printedOn` is a calendar day 'YYYY-MM-DD'. Rejects when the figures do not add up.
 */
export async function ratingSummaryWorkbook(
  summary: RatingSummary,
  office: Office,
  printedOn: string,
): Promise<Uint8Array> {
  const document = ratingSummaryDocument(summary, office, printedOn);
  // Loaded at the first export: the service does not hold the library at rest.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  // Properties name no person and no machine; the days are the document's own.
  workbook.creator = documentTexts.program;
  workbook.lastModifiedBy = documentTexts.program;
  workbook.title = document.name;
  workbook.created = new Date(`${printedOn}T00:00:00Z`);
  workbook.modified = workbook.created;
  workbook.calcProperties.fullCalcOnLoad = true;
  const sheet = workbook.addWorksheet(ratingSummaryTexts.sheetName);
  layOutSheet(sheet, document, (target, _table, firstRow) => fillRows(target, summary, firstRow));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
