import type { RatingSummary, SummaryFigure } from '../../contract/reports.ts';
import { ratingSummaryTexts } from '../../contract/vi/documents.ts';
import type { Align } from '../model.ts';
import type { HeadColumn } from '../table-shape.ts';

export type SummaryFigures = RatingSummary['total'];

/** What a column of table 5a holds; the printed page and the workbook read the same list. */
export type SummaryContent =
  | { kind: 'order' }
  | { kind: 'organization' }
  | { kind: 'count'; figure: SummaryFigure }
  | { kind: 'percent'; part: SummaryFigure; base: SummaryFigure }
  | { kind: 'note' };

export interface SummaryColumn extends HeadColumn {
  content: SummaryContent;
  widthMm: number;
  align: Align;
}

const titles = ratingSummaryTexts.columns;

const countColumn = (figure: SummaryFigure, widthMm: number, group: string | null = null): SummaryColumn => ({
  title: group === null ? titles[figure] : titles.count,
  group,
  content: { kind: 'count', figure },
  widthMm,
  align: 'center',
});

/** Number and percent of a level, side by side under its name. */
const levelColumns = (level: 'excellent' | 'good' | 'completed' | 'notCompleted'): SummaryColumn[] => [
  countColumn(level, 10, titles[level]),
  {
    title: titles.percent,
    group: titles[level],
    content: { kind: 'percent', part: level, base: 'toRate' },
    widthMm: 13,
    align: 'center',
  },
];

/** Columns of table 5a in order; together as wide as the text of an A4 page across (252 mm). */
export const summaryColumns: readonly SummaryColumn[] = [
  { title: titles.order, group: null, content: { kind: 'order' }, widthMm: 10, align: 'center' },
  { title: titles.organization, group: null, content: { kind: 'organization' }, widthMm: 46, align: 'left' },
  countColumn('members', 14),
  countColumn('exempt', 17),
  countColumn('toRate', 14),
  countColumn('rated', 14),
  ...levelColumns('excellent'),
  ...levelColumns('good'),
  ...levelColumns('completed'),
  ...levelColumns('notCompleted'),
  countColumn('unrated', 13, titles.unrated),
  {
    title: titles.excellentToGood,
    group: null,
    content: { kind: 'percent', part: 'excellent', base: 'good' },
    widthMm: 20,
    align: 'center',
  },
  { title: titles.note, group: null, content: { kind: 'note' }, widthMm: 12, align: 'left' },
];

export function figureOf(figures: SummaryFigures, figure: SummaryFigure): number {
  switch (figure) {
    case 'members':
    case 'exempt':
    case 'toRate':
    case 'rated':
      return figures[figure];
    default:
      return figures.counts[figure];
  }
}
