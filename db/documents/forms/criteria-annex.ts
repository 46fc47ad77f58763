import { formCommonTexts } from '../../contract/vi/forms-common.ts';
import { criteriaPaperTexts as texts } from '../../contract/vi/forms-review.ts';
import { formatHundredths } from '../../contract/vi/numbers.ts';
import type { ScoredPart } from '../../domain/criteria-points.ts';
import { a4, type DocumentPart, type TableRow } from '../model.ts';

/** Points that someone gives himself criterion by criterion, in hundredths; left out where not given. */
export interface CriteriaPaper {
  parts: readonly ScoredPart[];
  maxHundredths: number;
  points: Readonly<Record<string, number>>;
  partPoints: Readonly<Record<string, number>>;
  scoreHundredths: number | null;
}

const textOf = (hundredths: number | null | undefined): string =>
  hundredths == null ? '' : formatHundredths(hundredths);

/** A page of its own: each part with its sum, its criteria under it, the total; empty cells are for the pen. */
export function criteriaAnnex(owner: string, paper: CriteriaPaper | null): DocumentPart[] {
  if (paper === null) return [];
  const rows = paper.parts.flatMap((part): TableRow[] => [
    {
      kind: 'section',
      cells: [
        { text: '' },
        { text: part.title },
        { text: textOf(part.maxHundredths) },
        { text: textOf(paper.partPoints[part.id]) },
      ],
    },
    ...part.criteria.map(
      ({ id, text, maxHundredths }, index): TableRow => ({
        kind: 'body',
        cells: [
          { text: String(index + 1) },
          { text },
          { text: textOf(maxHundredths) },
          { text: textOf(paper.points[id]) },
        ],
      }),
    ),
  ]);
  return [
    {
      page: a4('portrait'),
      blocks: [
        {
          kind: 'title',
          title: texts.title,
          lines: [{ text: owner, bold: true }],
          rule: true,
        },
        {
          kind: 'table',
          fontPt: 12,
          columns: [
            { widthMm: 12, align: 'center', wrap: false },
            { widthMm: 105, align: 'left', wrap: true },
            { widthMm: 24, align: 'center', wrap: false },
            { widthMm: 24, align: 'center', wrap: false },
          ],
          head: [
            [formCommonTexts.orderShort, texts.criterion, texts.most, texts.own].map((text) => ({
              text,
              colSpan: 1,
              rowSpan: 1,
            })),
          ],
          numbering: null,
          rows: [
            ...rows,
            {
              kind: 'total',
              cells: [
                { text: '' },
                { text: texts.total },
                { text: textOf(paper.maxHundredths) },
                { text: textOf(paper.scoreHundredths) },
              ],
            },
          ],
        },
      ],
    },
  ];
}
