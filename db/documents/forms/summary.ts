import type { Office } from '../../contract/office.ts';
import type { PaperParticulars } from '../../contract/paper-particulars.ts';
import type { Summary, SummaryRow } from '../../contract/summaries.ts';
import {
  type ColumnContent,
  declaresTotals,
  type SummaryColumn,
  summaryColumns,
} from '../../contract/summary-columns.ts';
import { documentTexts } from '../../contract/vi/documents.ts';
import {
  figureColumns,
  summaryNotes,
  summaryPageText,
  summaryTexts,
  summaryText as texts,
} from '../../contract/vi/summaries.ts';
import { formatPartialDate } from '../../domain/dates.ts';
import { ratingLevels } from '../../domain/ratings.ts';
import { type Covered, smallCells } from '../../domain/small-cells.ts';
import {
  countOf,
  type FigureId,
  type SummaryTableId,
  summaryFaults,
  summaryShapes,
} from '../../domain/summaries.ts';
import { a4, type DocumentModel, type TableBlock, type TableRow } from '../model.ts';
import { countText, percentText } from '../number-text.ts';
import { keptSignatures, officeHead, tableSignatures } from '../office-blocks.ts';
import { paperHead } from '../paper-blocks.ts';
import { particularHeads } from '../particulars.ts';
import { groupedHead } from '../table-shape.ts';

/** How a table is printed; `hideSmall` covers counts from 1 to 4 for public posting. */
export interface SummaryLook {
  hideSmall: boolean;
  /** Number, day, heads, signature and recipients as they were kept for this table; else the office's. */
  kept?: PaperParticulars | undefined;
}

/** One printed row: the table's own, the total, then the groups under it. */
export interface SummaryLine {
  kind: 'body' | 'total' | 'group';
  order: number | null;
  name: string;
  row: SummaryRow;
  covered: ReadonlySet<FigureId>;
}

const NOTHING_COVERED: ReadonlySet<FigureId> = new Set();

/** Only counts are covered: a list of names (5d) is printed whole. */
export const hidesSmall = (table: SummaryTableId, { hideSmall }: Pick<SummaryLook, 'hideSmall'>): boolean =>
  hideSmall && table !== '5d';

/** The rows as they are printed and written to a workbook. A list of people (5d) has no total row: a line says it. */
export function summaryLines(summary: Summary, look: Pick<SummaryLook, 'hideSmall'>): SummaryLine[] {
  const { table, rows, total, groups } = summary;
  const hideSmall = hidesSmall(table, look);
  const covered: Covered = hideSmall
    ? smallCells(
        table,
        rows.map(({ counts }) => counts),
        total.counts,
      )
    : [];
  const body = rows.map(
    (row, index): SummaryLine => ({
      kind: 'body',
      order: index + 1,
      name: row.name,
      row,
      covered: covered[index] ?? NOTHING_COVERED,
    }),
  );
  if (table === '5d') return body;
  const end = covered[rows.length] ?? NOTHING_COVERED;
  return [
    ...body,
    { kind: 'total', order: null, name: texts.total, row: total, covered: end },
    ...groups.map(
      (row, index): SummaryLine => ({
        kind: 'group',
        order: null,
        name: index === 0 ? texts.amongThem(row.name) : texts.group(row.name),
        row,
        covered: hideSmall ? (smallCells(table, [row.counts], row.counts)[0] ?? end) : NOTHING_COVERED,
      }),
    ),
  ];
}

export const coveredText = (row: SummaryRow, figure: FigureId): string =>
  countOf(row.counts, figure) > 0 && countOf(row.counts, figure) < 5 ? texts.hiddenCell : texts.coveredCell;

/** @param hideSmall reasons with their numbers would tell what the covered cells hide; names (5d) are covered nowhere */
function cellText(content: ColumnContent, line: SummaryLine, hideSmall: boolean): string {
  const { row, covered } = line;
  switch (content.kind) {
    case 'order':
      return line.order === null ? '' : String(line.order);
    case 'name':
      return line.name;
    case 'count':
      return covered.has(content.figure)
        ? coveredText(row, content.figure)
        : countText(countOf(row.counts, content.figure));
    case 'percent':
      return covered.has(content.part) || covered.has(content.base)
        ? texts.coveredCell
        : percentText(countOf(row.counts, content.part), countOf(row.counts, content.base));
    case 'text':
      // The reasons of all stand under the table: there they take a line, not a row as high as five.
      return hideSmall || (line.kind === 'total' && content.text === 'note')
        ? ''
        : (row.texts[content.text] ?? '');
    case 'difference':
      return row.before === null || hideSmall
        ? ''
        : summaryPageText.difference(
            countOf(row.counts, content.figure) - countOf(row.before, content.figure),
          );
  }
}

/** The head: two rows where columns share a title, else one. */
const headOf = (columns: readonly SummaryColumn[]) =>
  columns.some(({ group }) => group !== null)
    ? groupedHead(columns)
    : [columns.map(({ title }) => ({ text: title, colSpan: 1, rowSpan: 1 }))];

function tableOf(summary: Summary, look: SummaryLook, columns: readonly SummaryColumn[]): TableBlock {
  return {
    kind: 'table',
    fontPt: 11,
    columns: columns.map(({ widthMm, align, content }) => ({
      widthMm,
      align,
      wrap: content.kind === 'name' || content.kind === 'text',
    })),
    head: headOf(columns),
    numbering: columns.map((_column, index) => String(index + 1)),
    rows: summaryLines(summary, look).map(
      (line): TableRow => ({
        kind: line.kind === 'total' ? 'total' : 'body',
        cells: columns.map(({ content }) => ({
          text: cellText(content, line, hidesSmall(summary.table, look)),
        })),
      }),
    ),
  };
}

/** Notes under the table: bases, the groups, the period compared with, the rule of the cycle. */
function notesOf(summary: Summary, look: SummaryLook): string[] {
  const { hideSmall } = look;
  const { table, total, groups, rule, comparedWith } = summary;
  const levels = [...ratingLevels, 'unrated' as const].map((figure) =>
    texts.levelPart(figureColumns[figure], countOf(total.counts, figure)),
  );
  return [
    ...(table === '5d' ? [texts.levelsLine(countOf(total.counts, 'toRate'), levels)] : []),
    ...(table === '5f' &&
    countOf(total.counts, 'disciplined') + countOf(total.counts, 'disciplinedUnits') === 0
      ? [texts.noDisciplines]
      : []),
    ...summaryNotes(table, summary),
    ...(total.texts.note === undefined || hidesSmall(table, look)
      ? []
      : [texts.reasonsNote(total.texts.note)]),
    ...(declaresTotals(summary) && !hideSmall ? [texts.declaredNote] : []),
    ...(groups.length > 0 ? [texts.groupsNote] : []),
    ...(comparedWith === null || table === '5d' ? [] : [comparisonNote(table, comparedWith)]),
    ...(hidesSmall(table, { hideSmall }) ? [texts.hiddenNote] : []),
    ...(rule === '' ? [] : [texts.ruleNote(rule)]),
  ];
}

const comparisonNote = (
  table: Summary['table'],
  { year, quarter, opened }: NonNullable<Summary['comparedWith']>,
): string =>
  opened
    ? texts.comparedNote(year, quarter, summaryShapes[table].figures.includes('toRate'))
    : texts.notOpened(year, quarter);

/** No table with figures that contradict each other leaves the program. */
function assertAddsUp({ table, rows, total }: Summary): void {
  const faults = summaryFaults(table, rows, total.counts);
  if (faults.length > 0) throw new Error(`Table ${table} does not add up: ${faults.join('; ')}`);
}

/**
 * One of the tables 5a to 5f as an A4 landscape document. Heads and signature come from the office's settings;
 * `printedOn` is a calendar day 'YYYY-MM-DD'. Throws when the figures do not add up.
 */
export function summaryDocument(
  summary: Summary,
  office: Office,
  printedOn: string,
  look: SummaryLook,
): DocumentModel {
  assertAddsUp(summary);
  const { table, year, quarter, countedOn, days } = summary;
  const { kept } = look;
  const title = texts.title(table, year, quarter);
  const { formMark, unit } = summaryTexts[table];
  const asOf =
    days === null
      ? texts.asOf(formatPartialDate(countedOn))
      : texts.between(formatPartialDate(days.from), formatPartialDate(days.to));
  return {
    name: title,
    fileName: texts.fileName(table, year, quarter),
    page: a4('landscape'),
    blocks: [
      kept ? paperHead(particularHeads(kept, printedOn.slice(0, 4))) : officeHead(office, printedOn),
      { kind: 'title', title, lines: [{ text: asOf }], rule: true },
      { kind: 'unitNote', mark: formMark, text: unit },
      tableOf(summary, look, summaryColumns(summary)),
      // One paragraph: a table of few units with its signatures fits on one page.
      { kind: 'notes', label: documentTexts.notes, lines: [notesOf(summary, look).join(' ')] },
      kept ? keptSignatures(kept) : tableSignatures(office),
    ],
  };
}
