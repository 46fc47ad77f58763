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
  countColumn(level, 9.5, titles[level]),
  {
    title: titles.percent,
    group: titles[level],
    content: { kind: 'percent', part: level, base: 'toRate' },
    widthMm: 12.5,
    align: 'center',
  },
];

/** Columns of table 5a in order; together as wide as the text of an A4 page across (252 mm). */
export const summaryColumns: readonly SummaryColumn[] = [
  { title: titles.order, group: null, content: { kind: 'order' }, widthMm: 9, align: 'center' },
  { title: titles.organization, group: null, content: { kind: 'organization' }, widthMm: 45, align: 'left' },
  countColumn('members', 15),
  countColumn('exempt', 23),
  countColumn('toRate', 14.5),
  countColumn('rated', 14.5),
  ...levelColumns('excellent'),
  ...levelColumns('good'),
  ...levelColumns('completed'),
  ...levelColumns('notCompleted'),
  countColumn('unrated', 13, titles.unrated),
  {
    title: titles.excellentToGood,
    group: null,
    content: { kind: 'percent', part: 'excellent', base: 'good' },
    widthMm: 19.5,
    align: 'center',
  },
  { title: titles.note, group: null, content: { kind: 'note' }, widthMm: 10.5, align: 'left' },
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
