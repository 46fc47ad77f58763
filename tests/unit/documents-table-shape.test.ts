import { describe, expect, it } from 'vitest';
import type { TableBlock } from '../../db/documents/model.ts';
import { textWidthMm } from '../../db/documents/model.ts';
import { groupedHead, placeHead, tableFaults } from '../../db/documents/table-shape.ts';
import { office, ratingSummaryDocument, sixCells } from '../helpers/rating-summaries.ts';

const table = (more: Partial<TableBlock>): TableBlock => ({
  kind: 'table',
  fontPt: 12,
  columns: Array.from({ length: 3 }, () => ({ widthMm: 55, align: 'center', wrap: true })),
  head: groupedHead([
    { title: 'STT', group: null },
    { title: 'SL', group: 'HTXSNV' },
    { title: '%', group: 'HTXSNV' },
  ]),
  numbering: ['1', '2', '3'],
  rows: [{ kind: 'section', cells: [{ text: 'Chi bộ Văn phòng', colSpan: 3 }] }],
  ...more,
});

describe('the spans of a table', () => {
  it('puts a group over its columns and lets a single column cover both head rows', () => {
    expect(table({}).head).toEqual([
      [
        { text: 'STT', colSpan: 1, rowSpan: 2 },
        { text: 'HTXSNV', colSpan: 2, rowSpan: 1 },
      ],
      [
        { text: 'SL', colSpan: 1, rowSpan: 1 },
        { text: '%', colSpan: 1, rowSpan: 1 },
      ],
    ]);
    expect(placeHead(table({}).head).map(({ text, row, column }) => [text, row, column])).toEqual([
      ['STT', 0, 0],
      ['HTXSNV', 0, 1],
      ['SL', 1, 1],
      ['%', 1, 2],
    ]);
  });

  it('keeps two groups of the same name apart when a single column stands between them', () => {
    const [upper] = groupedHead([
      { title: 'SL', group: 'A' },
      { title: 'STT', group: null },
      { title: 'SL', group: 'A' },
    ]);
    expect(upper?.map(({ text, colSpan }) => [text, colSpan])).toEqual([
      ['A', 1],
      ['STT', 1],
      ['A', 1],
    ]);
  });

  it('finds nothing wrong where each row covers each column once', () => {
    expect(tableFaults(table({}))).toEqual([]);
  });

  it.each<[string, Partial<TableBlock>]>([
    ['a head row too short', { head: [[{ text: 'STT', colSpan: 2, rowSpan: 1 }]] }],
    ['a head row too long', { head: [[{ text: 'STT', colSpan: 4, rowSpan: 1 }]] }],
    [
      'a head cell that reaches below the head',
      {
        head: [
          [
            { text: 'STT', colSpan: 3, rowSpan: 1 },
            { text: 'SL', colSpan: 1, rowSpan: 2 },
          ],
        ],
      },
    ],
    ['a numbering row too short', { numbering: ['1', '2'] }],
    ['a row too short', { rows: [{ kind: 'body', cells: [{ text: '1', colSpan: 2 }] }] }],
    ['a row too long', { rows: [{ kind: 'body', cells: [{ text: '1', colSpan: 3 }, { text: '2' }] }] }],
  ])('names %s', (_what, more) => {
    expect(tableFaults(table(more))).not.toEqual([]);
  });

  it('holds for form 5a, whose columns fill the width between the margins', () => {
    const document = ratingSummaryDocument(sixCells(), office, '2025-12-05');
    const form = document.blocks.find((block) => block.kind === 'table');
    if (form === undefined) throw new Error('no table');
    expect(tableFaults(form)).toEqual([]);
    expect(form.columns).toHaveLength(17);
    expect(form.columns.reduce((sum, { widthMm }) => sum + widthMm, 0)).toBe(textWidthMm(document.page));
  });
});
