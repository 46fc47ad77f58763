import type { Cell, Worksheet } from 'exceljs';
import type { Office } from '../../contract/office.ts';
import type { Summary } from '../../contract/summaries.ts';
import { type SummaryColumn, summaryColumns } from '../../contract/summary-columns.ts';
import { documentTexts } from '../../contract/vi/documents.ts';
import { summaryText, summaryTexts } from '../../contract/vi/summaries.ts';
import {
  coveredText,
  hidesSmall,
  type SummaryLine,
  type SummaryLook,
  summaryDocument,
  summaryLines,
} from '../../documents/forms/summary.ts';
import { percentHundredths } from '../../domain/ratings.ts';
import { countOf, type FigureId } from '../../domain/summaries.ts';
import { layOutSheet } from './party-sheet.ts';
import { safeCellText } from './safe-text.ts';

const COUNT_FORMAT = '#,##0';
const DIFFERENCE_FORMAT = '+#,##0;-#,##0;0';
const PERCENT_FORMAT = '0.00';

/** The rows of the sheet: where the table's own lie, which the total adds up. */
interface Place {
  sheet: Worksheet;
  columns: readonly SummaryColumn[];
  first: number;
  last: number;
  /** A column with a covered cell is written as plain values: a sum would give the cell away. */
  covered: ReadonlySet<FigureId>;
  hideSmall: boolean;
}

/** The sheet column that counts a figure. */
function letterOf({ sheet, columns }: Place, figure: FigureId): string {
  const index = columns.findIndex(({ content }) => content.kind === 'count' && content.figure === figure);
  if (index < 0) throw new Error(`The table has no column of ${figure}`);
  return sheet.getColumn(index + 1).letter;
}

function writeCount(cell: Cell, line: SummaryLine, figure: FigureId, place: Place): void {
  cell.numFmt = COUNT_FORMAT;
  const value = countOf(line.row.counts, figure);
  if (line.covered.has(figure)) {
    cell.value = coveredText(line.row, figure);
  } else if (line.kind === 'total' && place.last >= place.first && !place.covered.has(figure)) {
    const letter = letterOf(place, figure);
    cell.value = { formula: `SUM(${letter}${place.first}:${letter}${place.last})`, result: value };
  } else cell.value = value;
}

function writePercent(
  cell: Cell,
  line: SummaryLine,
  { part, base }: { part: FigureId; base: FigureId },
  place: Place,
  row: number,
): void {
  cell.numFmt = PERCENT_FORMAT;
  if (line.covered.has(part) || line.covered.has(base)) {
    cell.value = summaryText.coveredCell;
    return;
  }
  const of = `$${letterOf(place, base)}${row}`;
  const hundredths = percentHundredths(countOf(line.row.counts, part), countOf(line.row.counts, base));
  cell.value = {
    // Times 100 before the division: it stays a whole number, so a half is rounded as in the printed table.
    formula: `IF(${of}=0,"${documentTexts.notApplicable}",ROUND(${letterOf(place, part)}${row}*100/${of},2))`,
    result: hundredths === null ? documentTexts.notApplicable : hundredths / 100,
  };
}

function writeRow(row: number, line: SummaryLine, place: Place): void {
  for (const [index, { content }] of place.columns.entries()) {
    const cell = place.sheet.getCell(row, index + 1);
    switch (content.kind) {
      case 'order':
        cell.value = line.order;
        break;
      case 'name':
        cell.value = safeCellText(line.name);
        break;
      case 'count':
        writeCount(cell, line, content.figure, place);
        break;
      case 'percent':
        writePercent(cell, line, content, place, row);
        break;
      case 'text': {
        const text = place.hideSmall ? '' : line.row.texts[content.text];
        if (text) cell.value = safeCellText(text);
        break;
      }
      case 'difference':
        if (line.row.before === null || place.hideSmall) break;
        cell.numFmt = DIFFERENCE_FORMAT;
        cell.value = countOf(line.row.counts, content.figure) - countOf(line.row.before, content.figure);
        break;
    }
  }
}

/**
 * A summary table as an .xlsx file: the same figures as the printed document, percents and totals as formulas with
 * their results. `printedOn` is a calendar day 'YYYY-MM-DD'. Rejects when the figures do not add up.
 */
export async function summaryWorkbook(
  summary: Summary,
  office: Office,
  printedOn: string,
  look: SummaryLook,
): Promise<Uint8Array> {
  const document = summaryDocument(summary, office, printedOn, look);
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
  const sheet = workbook.addWorksheet(summaryTexts[summary.table].mark);
  const lines = summaryLines(summary, look);
  const columns = summaryColumns(summary);
  const covered = new Set(lines.flatMap((line) => [...line.covered]));
  layOutSheet(sheet, document, (target, _table, first) => {
    const last = first + summary.rows.length - 1;
    const place = {
      sheet: target,
      columns,
      first,
      last,
      covered,
      hideSmall: hidesSmall(summary.table, look),
    };
    for (const [index, line] of lines.entries()) writeRow(first + index, line, place);
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
