import { describe, expect, it } from 'vitest';
import { rulePack366 } from '../../db/contract/vi/rule-packs/qd-366-2025.ts';
import type { CellValue } from '../../db/contract/workbooks.ts';
import { readCriteria } from '../../db/excel/read-criteria.ts';

type Cells = (string | number | CellValue | null)[];
const parts = rulePack366.scoring?.parts ?? [];
const cell = (one: Cells[number]): CellValue | undefined =>
  one === null
    ? undefined
    : typeof one === 'string'
      ? { type: 'text', text: one }
      : typeof one === 'number'
        ? { type: 'number', number: one }
        : one;

const read = (rows: Cells[], chosen: Record<string, string> = {}, hidden: number[] = []) =>
  readCriteria(
    {
      name: 'Tiêu chí',
      hidden: false,
      rows: rows.map((cells, index) => ({
        number: index + 1,
        hidden: hidden.includes(index + 1),
        cells: cells.map(cell),
      })),
      merges: [],
      hiddenColumns: new Set(),
      pageMarks: [],
    },
    parts,
    chosen,
  );

const head: Cells = ['STT', 'Nội dung tiêu chí', 'Điểm tối đa', 'Tự chấm'];

describe('a sheet of criteria', () => {
  it('is read with sections, decimal commas, numbering, totals and blank rows', () => {
    const reading = read([
      ['BẢNG TIÊU CHÍ'],
      head,
      ['(1)', '(2)', '(3)', '(4)'],
      ['I', 'Tiêu chí chung (30 điểm)', 30],
      [1, 'Phẩm chất chính trị', '12,5'],
      [2, 'Đạo đức, lối sống', 17.5],
      [null, 'Cộng phần I', 30],
      [],
      [null, 'II. Kết quả thực hiện nhiệm vụ (70 điểm)', null],
      [3, 'Nhiệm vụ được giao', '70 điểm'],
      [null, 'Tổng cộng', 100],
      [null, 'Người lập biểu', null],
    ]);
    expect(reading.faults).toEqual([]);
    expect(reading.criteria.map((one) => [one.row, one.partId, one.maxHundredths])).toEqual([
      [5, 'common', 1250],
      [6, 'common', 1750],
      [10, 'results', 7000],
    ]);
    expect(reading.sums.map((sum) => sum.sumHundredths)).toEqual([3000, 7000]);
  });

  it('names the row of every fault', () => {
    const { faults } = read([
      head,
      ['I', 'Tiêu chí chung', 30],
      [1, 'Một', 'ba'],
      [2, 'Hai', null],
      [3, null, 5],
      [4, 'Bốn', { type: 'date', serial: 45000 }],
      [5, 'Năm', '1,255'],
    ]);
    expect(faults).toEqual([
      'Dòng 3: điểm "ba" không phải số.',
      'Dòng 4: thiếu điểm.',
      'Dòng 5: có điểm nhưng thiếu nội dung tiêu chí.',
      'Dòng 6: ô điểm đang là ngày tháng; Excel có thể đã tự đổi. Hãy nhập lại số điểm.',
      'Dòng 7: điểm "1,255" không phải số.',
    ]);
  });

  it.each([
    [32, 'Tổng điểm phần "Tiêu chí chung" là 32, nhiều hơn 30.'],
    [28, 'Tổng điểm phần "Tiêu chí chung" là 28, ít hơn 30.'],
  ])('that does not add up is refused: %i', (points, fault) => {
    expect(read([head, ['I', 'Tiêu chí chung', null], [1, 'Một', points]]).faults).toEqual([fault]);
  });

  it('without sections goes by its sum, else by what the person chooses', () => {
    expect(read([head, [1, 'Một', 70]]).criteria[0]?.partId).toBe('results');
    const open = read([head, [1, 'Một', 20]]);
    expect(open.faults).toEqual(['"Cả bảng": chưa rõ thuộc phần điểm nào. Hãy chọn phần điểm.']);
    expect(read([head, [1, 'Một', 30]], { 0: 'results' }).sums[0]?.partId).toBe('results');
  });

  it('takes the rows below a numbered heading, not the heading, and checks them', () => {
    const rows = (last: number): Cells[] => [
      head,
      ['1', 'Nhóm', 20],
      ['1.1', 'Một', 12],
      ['1.2', 'Hai', last],
      ['2', 'Ba', 10],
    ];
    expect(read(rows(8))).toMatchObject({ faults: [], sums: [{ partId: 'common', sumHundredths: 3000 }] });
    expect(read(rows(7)).faults[0]).toBe(
      'Dòng 2: các mục con cộng lại là 19 điểm, khác 20 điểm ghi ở dòng này.',
    );
  });

  it('leaves hidden rows out and says when there are no titles or no criteria', () => {
    expect(read([head, [1, 'Một', 30], [2, 'Hai', 5]], {}, [3]).faults).toEqual([]);
    expect(read([['Họ và tên', 'Điểm']]).faults[0]).toMatch(/^Không tìm thấy dòng tiêu đề/);
    expect(read([head]).faults).toEqual(['Dưới dòng tiêu đề không có tiêu chí nào.']);
  });
});
