import { ratingLevels } from '../domain/ratings.ts';
import { type FigureId, type SummaryTableId, summaryShapes } from '../domain/summaries.ts';
import type { Summary, SummaryTextId } from './summaries.ts';
import {
  differenceColumns,
  figureColumns,
  summaryTexts,
  summaryTextTitles,
  summaryColumnTexts as texts,
} from './vi/summaries.ts';

/** What a column of a summary table holds; screen, paper and workbook read the same list. */
export type ColumnContent =
  | { kind: 'order' }
  | { kind: 'name' }
  | { kind: 'count'; figure: FigureId }
  | { kind: 'percent'; part: FigureId; base: FigureId }
  | { kind: 'text'; text: SummaryTextId }
  | { kind: 'difference'; figure: FigureId };

export interface SummaryColumn {
  title: string;
  /** Title shared with its neighbours, standing over them; null for a column alone. */
  group: string | null;
  content: ColumnContent;
  /** On paper; the columns of a table are together as wide as the text of an A4 page across (252 mm). */
  widthMm: number;
  align: 'left' | 'center' | 'right';
}

const PAGE_MM = 252;
/** "KHT" and "CXL" stand over the differences of levels: Word parts a word that its cell is too narrow for. */
const LEVEL_DIFFERENCE_MM = 10.5;
const DIFFERENCE_MM = 12;
const DECLARED_MM = 22;

const order: SummaryColumn = {
  title: texts.order,
  group: null,
  content: { kind: 'order' },
  widthMm: 9,
  align: 'center',
};
const count = (figure: FigureId, widthMm: number, title: string = figureColumns[figure]): SummaryColumn => ({
  title,
  group: null,
  content: { kind: 'count', figure },
  widthMm,
  align: 'center',
});
const under = (group: string, columns: readonly SummaryColumn[]): SummaryColumn[] =>
  columns.map((column) => ({ ...column, group }));
const percent = (title: string, part: FigureId, base: FigureId, widthMm: number): SummaryColumn => ({
  title,
  group: null,
  content: { kind: 'percent', part, base },
  widthMm,
  align: 'center',
});
const text = (id: SummaryTextId, widthMm: number, align: 'left' | 'center' = 'left'): SummaryColumn => ({
  title: summaryTextTitles[id],
  group: null,
  content: { kind: 'text', text: id },
  widthMm,
  align,
});
/** What has no level, and why. */
const reasonNote = (widthMm: number): SummaryColumn => ({
  ...text('note', widthMm),
  title: texts.reasonNote,
});
/** Number and percent of each level, side by side under its name; then those without one. */
const levels = (countMm: number, percentMm: number, unratedMm: number): SummaryColumn[] => [
  ...ratingLevels.flatMap((level) =>
    under(figureColumns[level], [
      count(level, countMm, texts.count),
      percent(texts.percent, level, 'toRate', percentMm),
    ]),
  ),
  ...under(figureColumns.unrated, [count('unrated', unratedMm, texts.count)]),
];

const collectiveColumns = [
  count('toRate', 16, texts.total),
  count('rated', 18),
  ...levels(11, 14, 16),
  reasonNote(45),
];

/** Columns between the name and the differences. */
const middle: Record<SummaryTableId, readonly SummaryColumn[]> = {
  '5a': [
    count('members', 12.5),
    count('exempt', 22),
    count('toRate', 11.5),
    count('rated', 11.5),
    ...levels(8.5, 12, 11),
    percent(texts.excellentToGood, 'excellent', 'good', 19.5),
    reasonNote(35.5),
  ],
  '5b': collectiveColumns,
  '5c': collectiveColumns,
  '5d': [
    text('post', 46),
    text('unit', 38),
    text('self', 20, 'center'),
    text('score', 14, 'center'),
    text('proposed', 20, 'center'),
    text('decided', 24, 'center'),
    text('previous', 20, 'center'),
    text('note', 20),
  ],
  '5e': [
    count('members', 17),
    count('exempt', 21),
    count('toSign', 15),
    count('signed', 13),
    percent(texts.percent, 'signed', 'toSign', 15),
    count('notSigned', 14),
    text('reasons', 30),
    text('declared', DECLARED_MM, 'center'),
    ...under(texts.results, [
      count('wellDone', 17),
      count('partlyDone', 15),
      count('notReached', 14),
      count('resultOpen', 17),
    ]),
  ],
  '5f': [
    count('disciplined', 16),
    count('reprimand', 12.5),
    count('warning', 12.5),
    count('removalFromPost', 12.5),
    count('expulsion', 12.5),
    ...under(texts.heads, [
      count('heads', 12.5),
      count('headReprimand', 12.5),
      count('headWarning', 12.5),
      count('headRemovalFromPost', 12.5),
      count('headExpulsion', 12.5),
    ]),
    ...under(texts.organizations, [
      count('disciplinedUnits', 12.5),
      count('unitReprimand', 12.5),
      count('unitWarning', 12.5),
      count('unitDissolution', 12.5),
    ]),
  ],
};

/** Columns that make room for the differences. */
const givesWay = ({ content }: SummaryColumn): boolean =>
  (content.kind === 'text' && content.text === 'note') ||
  (content.kind === 'percent' && content.base === 'good');

const isText = ({ content }: SummaryColumn, text: SummaryTextId): boolean =>
  content.kind === 'text' && content.text === text;

/** Whether a unit of the table declares totals of its own: only then they have a column. */
export const declaresTotals = ({ rows }: Pick<Summary, 'rows'>): boolean =>
  rows.some((row) => row.texts.declared !== undefined);

/** Before a quarter stands a quarter. */
const titledFor = (quarter: number, column: SummaryColumn): SummaryColumn =>
  quarter > 0 && isText(column, 'previous') ? { ...column, title: texts.previousQuarter } : column;

/** The columns of a table in order. A list of names (5d) has the level before as a column and no differences. */
export function summaryColumns({
  table,
  year,
  quarter,
  rows,
  comparedWith,
}: Pick<Summary, 'table' | 'year' | 'quarter' | 'rows' | 'comparedWith'>): SummaryColumn[] {
  const other = table === '5d' ? null : comparedWith;
  const declares = declaresTotals({ rows });
  const kept = middle[table]
    .filter((column) => {
      if (isText(column, 'declared')) return declares;
      return other === null || !(givesWay(column) || (declares && isText(column, 'reasons')));
    })
    .map((column) => titledFor(quarter, column));
  const differences = other
    ? under(
        texts.compared({ year, quarter }, other),
        summaryShapes[table].compared.map((figure) => ({
          title: differenceColumns[figure] ?? figureColumns[figure],
          group: null,
          content: { kind: 'difference' as const, figure },
          widthMm: summaryShapes[table].compared.length > 3 ? LEVEL_DIFFERENCE_MM : DIFFERENCE_MM,
          align: 'center' as const,
        })),
      )
    : [];
  const others = [order, ...kept, ...differences].reduce((sum, { widthMm }) => sum + widthMm, 0);
  const name: SummaryColumn = {
    title: summaryTexts[table].rowName,
    group: null,
    content: { kind: 'name' },
    widthMm: PAGE_MM - others,
    align: 'left',
  };
  return [order, name, ...kept, ...differences];
}
