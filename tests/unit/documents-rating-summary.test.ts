import { describe, expect, it } from 'vitest';
import type { RatingSummary } from '../../db/contract/reports.ts';
import type { TableRow } from '../../db/documents/model.ts';
import { office, ratingSummaryDocument, ratingSummaryFaults, sixCells } from '../helpers/rating-summaries.ts';

const summaryFigures = [
  'members',
  'exempt',
  'toRate',
  'rated',
  'excellent',
  'good',
  'completed',
  'notCompleted',
  'unrated',
] as const;
type Figure = (typeof summaryFigures)[number];

function add(target: RatingSummary['total'], figure: Figure, by: number): void {
  switch (figure) {
    case 'members':
    case 'exempt':
    case 'toRate':
    case 'rated':
      target[figure] += by;
      break;
    default:
      target.counts[figure] += by;
  }
}

/** A copy with one figure of one row (null = the total) altered. */
function altered(row: number | null, figure: Figure, by: number): RatingSummary {
  const summary = sixCells();
  const target = row === null ? summary.total : summary.rows[row];
  if (target === undefined) throw new Error('no such row');
  add(target, figure, by);
  return summary;
}

describe('the check of table 5a', () => {
  it('passes figures that add up', () => {
    expect(ratingSummaryFaults(sixCells())).toEqual([]);
  });

  it.each(summaryFigures.flatMap((figure) => [-1, 1].map((by) => [figure, by] as const)))(
    'finds %s altered by %d in a row and in the total',
    (figure, by) => {
      expect(ratingSummaryFaults(altered(2, figure, by))).not.toEqual([]);
      expect(ratingSummaryFaults(altered(null, figure, by))).not.toEqual([]);
    },
  );

  it.each<[Figure, string[]]>([
    ['members', ['toRate + exempt is not members']],
    ['exempt', ['toRate + exempt is not members']],
    ['toRate', ['levels + unrated is not toRate', 'toRate + exempt is not members']],
    ['rated', ['levels do not add up to rated']],
    ['good', ['levels + unrated is not toRate', 'levels do not add up to rated']],
    ['unrated', ['levels + unrated is not toRate']],
  ])('finds %s altered in a row and in the total alike, where the columns still add up', (figure, faults) => {
    const summary = altered(2, figure, 1);
    add(summary.total, figure, 1);
    expect(ratingSummaryFaults(summary)).toEqual([
      ...faults.map((fault) => `row 3: ${fault}`),
      ...faults.map((fault) => `total: ${fault}`),
    ]);
  });

  it('finds a unit left out of the rows though every row is right in itself', () => {
    const summary = sixCells();
    summary.rows.pop();
    expect(ratingSummaryFaults(summary)).toContain('rows of excellent do not add up to the total');
  });

  it('finds a negative count that another figure makes up for', () => {
    const summary = altered(4, 'excellent', -1);
    const row = summary.rows[4];
    if (row === undefined) throw new Error('no such row');
    row.counts.unrated += 1;
    row.rated -= 1;
    expect(ratingSummaryFaults(summary)).toContain('row 5: excellent is not a count');
  });

  it('names no unit, since the message may stand in a log', () => {
    expect(ratingSummaryFaults(altered(2, 'good', 1)).join(' ')).not.toContain('Công an');
  });

  it('stops a document that contradicts itself', () => {
    expect(() => ratingSummaryDocument(altered(0, 'good', 1), office, '2025-12-05')).toThrow(
      'does not add up',
    );
  });
});

describe('the document of table 5a', () => {
  const document = ratingSummaryDocument(sixCells(), office, '2025-12-05');
  const texts = (row: TableRow | undefined) => row?.cells.map(({ text }) => text);
  const table = document.blocks.find((block) => block.kind === 'table');

  it('is an A4 page across with the margins of Party documents', () => {
    expect(document.page).toEqual({
      size: 'A4',
      orientation: 'landscape',
      marginsMm: { top: 20, bottom: 20, left: 30, right: 15 },
    });
  });

  it('takes its heads and its signature from the office', () => {
    expect(document.blocks.find((block) => block.kind === 'head')).toEqual({
      kind: 'head',
      left: { superior: 'ĐẢNG BỘ TỈNH ĐÔNG SƠN', issuing: 'ĐẢNG ỦY XÃ SÔNG MÂY', number: null },
      right: { party: 'ĐẢNG CỘNG SẢN VIỆT NAM', placeDate: 'Sông Mây, ngày 05 tháng 12 năm 2025' },
    });
    expect(document.blocks.find((block) => block.kind === 'signatures')).toMatchObject({
      left: { authority: 'NGƯỜI LẬP BIỂU' },
      right: { authority: 'T/M ĐẢNG ỦY', title: 'BÍ THƯ', name: 'Hoàng Quang Lâm' },
    });
  });

  it('names the year, the day of counting and the form', () => {
    expect(document.blocks.find((block) => block.kind === 'title')).toMatchObject({
      title: 'BIỂU TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG ĐẢNG VIÊN NĂM 2024',
      lines: [{ text: 'Tính đến ngày 31/12/2024' }],
    });
    expect(document.blocks.find((block) => block.kind === 'unitNote')).toMatchObject({ mark: 'Biểu số 5a' });
  });

  it('writes each figure in its column, percents of the number to be rated', () => {
    expect(texts(table?.rows[0])).toEqual([
      ...['1', 'Chi bộ thôn Tà Pình', '27', '1', '26', '24'],
      ...['1', '3,85', '17', '65,38', '6', '23,08', '0', '0,00', '2', '5,88', ''],
    ]);
    expect(texts(table?.rows[4])).toEqual([
      ...['5', 'Chi bộ Văn phòng', '25', '0', '25', '22'],
      ...['0', '0,00', '15', '60,00', '7', '28,00', '0', '0,00', '3', '0,00', ''],
    ]);
  });

  it('ends with the total row', () => {
    expect(table?.rows.at(-1)?.kind).toBe('total');
    expect(texts(table?.rows.at(-1))).toEqual([
      ...['', 'Tổng cộng', '123', '6', '117', '111'],
      ...['14', '11,97', '72', '61,54', '25', '21,37', '0', '0,00', '6', '19,44', ''],
    ]);
  });

  it('gives a file name that Windows takes', () => {
    expect(document.fileName).toBe('Biểu 5a - Xếp loại đảng viên năm 2024');
    expect(document.fileName).not.toMatch(/[\\/:*?"<>|]/);
  });
});
