import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROWS_TOGETHER, shortParts } from '../../db/documents/long-tables.ts';
import { a4, type DocumentPart, type TableRow } from '../../db/documents/model.ts';
import { renderHtml } from '../../db/documents/render-html.ts';

const body = (index: number, kind: TableRow['kind'] = 'body'): TableRow => ({
  kind,
  cells: [{ text: String(index) }],
});
const list = (rows: readonly TableRow[]): DocumentPart => ({
  page: a4('landscape'),
  blocks: [
    { kind: 'blank', lines: 1 },
    {
      kind: 'table',
      fontPt: 11,
      columns: [{ widthMm: 20, align: 'left', wrap: true }],
      head: [[{ text: 'STT', colSpan: 1, rowSpan: 1 }]],
      numbering: ['1'],
      rows,
    },
    { kind: 'blank', lines: 2 },
  ],
});
const rowsOf = (part: DocumentPart): readonly TableRow[] =>
  part.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));

// A list of 5,000 people took 2.7 GB of memory to be printed, because one table of so many rows was laid out at once.
describe('a long table', () => {
  it('is printed in parts that hold every row once and in order, the blocks around it at its ends', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4 * ROWS_TOGETHER }),
        fc.integer({ min: 2, max: 900 }),
        (count, every) => {
          const rows = Array.from({ length: count }, (_, index) =>
            body(index, index % every === 0 ? 'section' : 'body'),
          );
          const parts = shortParts(list(rows));
          expect(parts.flatMap(rowsOf)).toEqual(rows);
          expect(parts.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'blank'))).toHaveLength(
            2,
          );
          expect(parts[0]?.blocks[0]).toEqual({ kind: 'blank', lines: 1 });
          expect(parts.at(-1)?.blocks.at(-1)).toEqual({ kind: 'blank', lines: 2 });
          for (const part of parts) expect(rowsOf(part).length).toBeLessThanOrEqual(ROWS_TOGETHER);
          // The name of a unit is not the last thing on a page.
          for (const part of parts.slice(0, -1)) expect(rowsOf(part).at(-1)?.kind).toBe('body');
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is one run a part, and a short one stays whole', () => {
    const runs = (count: number) => {
      const { page, blocks } = list(Array.from({ length: count }, (_, index) => body(index)));
      return renderHtml({ name: 'x', fileName: 'x', page, blocks }).runs;
    };
    expect([runs(3), runs(ROWS_TOGETHER), runs(ROWS_TOGETHER + 1), runs(5 * ROWS_TOGETHER)]).toEqual([
      1, 1, 2, 5,
    ]);
  });
});
