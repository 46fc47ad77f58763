import { describe, expect, it } from 'vitest';
import { rulePack366 } from '../../db/contract/vi/rule-packs/qd-366-2025.ts';
import type { CellValue } from '../../db/contract/workbooks.ts';
import { groupsNamed } from '../../db/excel/criteria-groups.ts';
import type { RawSheet } from '../../db/excel/raw-sheet.ts';
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

const sheetOf = (rows: readonly Cells[], name = 'Tiêu chí', hidden: readonly number[] = []): RawSheet => ({
  name,
  hidden: false,
  rows: rows.map((cells, index) => ({
    number: index + 1,
    hidden: hidden.includes(index + 1),
    cells: cells.map(cell),
  })),
  merges: [],
  hiddenColumns: new Set(),
  pageMarks: [],
});

/** The only table of a sheet, with what is said of the file. */
const read = (rows: Cells[], chosen: Record<string, string> = {}, hidden: number[] = []) => {
  const reading = readCriteria([sheetOf(rows, 'Tiêu chí', hidden)], parts, chosen);
  const [table] = reading.tables;
  return {
    criteria: table?.criteria ?? [],
    sums: table?.sums ?? [],
    bonus: table?.bonus,
    faults: [...reading.faults, ...(table?.faults ?? [])],
  };
};

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
      [6, 'Sáu', -2],
      [7, 'Bảy', '-2,5 điểm'.slice(0, 4)],
    ]);
    expect(faults).toEqual([
      'Dòng 3, cột C: điểm "ba" không phải số.',
      'Dòng 4, cột C: thiếu điểm.',
      'Dòng 5, cột B: có điểm nhưng thiếu nội dung tiêu chí.',
      'Dòng 6, cột C: ô điểm đang là ngày tháng; Excel có thể đã tự đổi. Hãy nhập lại số điểm.',
      'Dòng 7, cột C: điểm "1,255" không phải số.',
      'Dòng 8, cột C: điểm "-2" nhỏ hơn 0.',
      'Dòng 9, cột C: điểm "-2,5" nhỏ hơn 0.',
    ]);
  });

  it.each([
    [32, 'Tổng điểm phần "Tiêu chí chung" (dòng 3) là 32, nhiều hơn 30.'],
    [28, 'Tổng điểm phần "Tiêu chí chung" (dòng 3) là 28, ít hơn 30.'],
  ])('that does not add up is refused: %i', (points, fault) => {
    expect(read([head, ['I', 'Tiêu chí chung', null], [1, 'Một', points]]).faults).toEqual([fault]);
  });

  it('without sections goes by its sum, else by what the person chooses', () => {
    expect(read([head, [1, 'Một', 70]]).criteria[0]?.partId).toBe('results');
    const open = read([head, [1, 'Một', 20]]);
    expect(open.faults).toEqual(['"Cả bảng": chưa rõ thuộc phần điểm nào. Hãy chọn phần điểm.']);
    expect(read([head, [1, 'Một', 30]], { '0.0': 'results' }).sums[0]?.partId).toBe('results');
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
      'Dòng 2, cột C: các mục con cộng lại là 19 điểm, khác 20 điểm ghi ở dòng này.',
    );
  });

  it('leaves hidden rows out and says when there are no titles or no criteria', () => {
    expect(read([head, [1, 'Một', 30], [2, 'Hai', 5]], {}, [3]).faults).toEqual([]);
    expect(read([['Họ và tên', 'Điểm']]).faults[0]).toMatch(/^Không tìm thấy dòng tiêu đề/);
    expect(read([head]).faults).toEqual(['Dưới dòng tiêu đề không có tiêu chí nào.']);
  });

  it('tells where sums differ: section, total, and which rows were added', () => {
    const rows = (section: number, total: number): Cells[] => [
      head,
      ['I', 'Tiêu chí chung', section],
      [1, 'Một', 12],
      [2, 'Hai', 16],
      [null, 'Cộng', total],
      ['II', 'Kết quả thực hiện nhiệm vụ', 70],
      [3, 'Ba', 70],
    ];
    expect(read(rows(30, 28)).faults).toEqual([
      'Dòng 2, cột C: ghi 30 điểm, nhưng các tiêu chí ở dòng 3-4 cộng lại là 28 điểm.',
    ]);
    expect(read([head, [1, 'Một', 12], [2, 'Hai', 18], [null, 'Tổng cộng', 31]]).faults).toEqual([
      'Dòng 4, cột C: dòng cộng ghi 31 điểm, nhưng các tiêu chí phía trên cộng lại là 30 điểm.',
    ]);
  });

  it('says which sheet has criteria but no column of points', () => {
    expect(read([['Phụ lục'], ['STT', 'Tiêu chí', 'Tự chấm'], [1, 'Một', 30]]).faults).toEqual([
      'Trang tính "Tiêu chí", dòng 2: có cột tiêu chí (cột B) nhưng không có cột điểm ("Điểm tối đa", "Điểm chuẩn" hoặc "Thang điểm").',
    ]);
  });

  it('reads points on top with their most, also as one line, and more ways than points', () => {
    const common: Cells[] = [head, ['I', 'Tiêu chí chung', 30], [1, 'Một', 30]];
    const own = read([
      ...common,
      ['III', 'Điểm thưởng (tối đa 7 điểm)', null],
      [1, 'Sáng kiến', 5],
      [2, 'Khen thưởng', 4],
      [null, 'Tổng cộng', 30],
    ]);
    expect(own.faults).toEqual([]);
    expect(own.bonus).toEqual({ title: 'Điểm thưởng', maxHundredths: 700 });
    expect(own.criteria.map(({ partId }) => partId)).toEqual(['common', 'bonus', 'bonus']);
    const line = read([...common, [2, 'Điểm thưởng', 7], [null, 'Tổng cộng', 37]]);
    expect(line).toMatchObject({ faults: [], bonus: { maxHundredths: 700 } });
    expect(read([...common, ['III', 'Điểm thưởng', 7], [1, 'Sáng kiến', 5]]).faults).toEqual([
      'Dòng 4, cột C: ghi 7 điểm, nhưng các tiêu chí ở dòng 5 cộng lại là 5 điểm.',
    ]);
  });

  it.each([
    ['a column of shares', 'Trọng số (%)', [30, null], [70, null]],
    ['shares and points', 'Trọng số', ['30%', 21], ['70%', 49]],
    ['fractions as Excel keeps percents', 'Tỷ trọng', [0.3, null], [0.7, null]],
    ['percents in the column of points', 'Ghi chú', [null, '30%'], [null, '70%']],
    ['fractions in the column of points', 'Ghi chú', [null, 0.3], [null, 0.7]],
  ])('takes the shares of the results: %s', (_name, title, first, second) => {
    const rows = (one: Cells, two: Cells): Cells[] => [
      ['STT', 'Tiêu chí', title, 'Điểm tối đa'],
      ['II', 'Kết quả thực hiện nhiệm vụ (70 điểm)', null, null],
      [1, 'Tiến độ', ...one],
      [2, 'Chất lượng', ...two],
    ];
    const reading = read(rows(first, second));
    expect(reading.faults).toEqual([]);
    expect(reading.criteria.map((one) => [one.maxHundredths, one.weightHundredths])).toEqual([
      [2100, 3000],
      [4900, 7000],
    ]);
  });

  it('tells shares that do not make 100 %, or other points than their share', () => {
    const rows = (one: Cells, two: Cells): Cells[] => [
      ['STT', 'Tiêu chí', 'Trọng số', 'Điểm tối đa'],
      ['II', 'Kết quả thực hiện nhiệm vụ', null, 70],
      [1, 'Tiến độ', ...one],
      [2, 'Chất lượng', ...two],
    ];
    expect(read(rows(['30%', null], ['60%', null])).faults).toEqual([
      'Dòng 3-4: các tỷ trọng cộng lại là 90%, khác 100%.',
      'Dòng 2, cột D: ghi 70 điểm, nhưng các tiêu chí ở dòng 3-4 cộng lại là 63 điểm.',
    ]);
    expect(read(rows(['30%', 20], ['70%', 50])).faults).toEqual([
      'Dòng 3, cột D: ghi 20 điểm, nhưng theo tỷ trọng là 21 điểm.',
      'Dòng 4, cột D: ghi 50 điểm, nhưng theo tỷ trọng là 49 điểm.',
    ]);
    expect(read(rows(['ba mươi', null], ['70%', null])).faults[0]).toBe(
      'Dòng 3, cột C: tỷ trọng "ba mươi" không phải số phần trăm.',
    );
  });
});

describe('tables for groups', () => {
  it.each([
    ['Cán bộ lãnh đạo, quản lý', ['leader']],
    ['Dành cho đảng viên không giữ chức vụ lãnh đạo, quản lý', ['noPost']],
    ['LĐQL: Lãnh đạo, quản lý và người không giữ chức vụ', ['leader', 'noPost']],
    ['Đảng viên không làm việc trong hệ thống chính trị', ['outsideSystem']],
    ['Ngoài hệ thống', ['outsideSystem']],
    ['Tập thể lãnh đạo, quản lý', ['collective', 'leader']],
    ['Tập thể', ['collective']],
    ['Tất cả', ['collective', 'leader', 'noPost', 'outsideSystem']],
    ['Bảng tiêu chí của Tỉnh ủy', []],
  ])('"%s" speaks of %j', (text, groups) => {
    expect(groupsNamed(text)).toEqual(groups);
  });

  const small = (text: string): Cells[] => [head, [1, text, 30]];
  const readAll = (...sheets: RawSheet[]) => readCriteria(sheets, parts, {});
  const shown = (reading: ReturnType<typeof readCriteria>) =>
    reading.tables.map(({ sheet, groups, criteria }) => [sheet, groups, criteria.map(({ text }) => text)]);

  it('stand on sheets of their own, known by name or title; hidden and other sheets are left out', () => {
    const reading = readAll(
      sheetOf([['Hướng dẫn chấm điểm'], ['Gửi các chi bộ']], 'Bìa'),
      sheetOf(small('Một'), 'Lãnh đạo'),
      sheetOf([['Bảng tiêu chí cá nhân không giữ chức vụ'], [], ...small('Hai')], 'B2'),
      { ...sheetOf(small('Ba'), 'Tập thể'), hidden: true },
    );
    expect(shown(reading)).toEqual([
      ['Lãnh đạo', ['leader'], ['Một']],
      ['B2', ['noPost'], ['Hai']],
    ]);
    expect(reading.tables.map(({ key }) => key)).toEqual(['1.1', '2.3']);
    expect(readAll(sheetOf(small('Một'))).tables[0]?.groups).toEqual(['leader', 'noPost']);
  });

  it('stand below each other on one sheet, each under its own titles', () => {
    const reading = readAll(
      sheetOf([
        ['Phụ lục 1. Lãnh đạo, quản lý'],
        ...small('Một'),
        [null, 'Tổng cộng', 30],
        [],
        ['Phụ lục 2. Không giữ chức vụ'],
        ...small('Hai'),
      ]),
    );
    expect(shown(reading)).toEqual([
      ['Tiêu chí', ['leader'], ['Một']],
      ['Tiêu chí', ['noPost'], ['Hai']],
    ]);
    expect(reading.tables.flatMap(({ faults }) => faults)).toEqual([]);
  });

  it('are told apart by a column, with rows for all', () => {
    const rows: Cells[] = [
      ['STT', 'Tiêu chí', 'Nhóm', 'Điểm tối đa'],
      ['I', 'Tiêu chí chung', null, 30],
      [1, 'Chung', 'Tất cả', 20],
      [2, 'Chỉ đạo', 'Lãnh đạo, quản lý', 10],
      [3, 'Chấp hành', 'Không giữ chức vụ', 10],
    ];
    const reading = readAll(sheetOf(rows));
    expect(shown(reading)).toEqual([
      ['Tiêu chí', ['leader'], ['Chung', 'Chỉ đạo']],
      ['Tiêu chí', ['noPost'], ['Chung', 'Chấp hành']],
    ]);
    expect(reading.tables.flatMap(({ faults }) => faults)).toEqual([]);
    const bad = readAll(sheetOf([...rows, [4, 'Thiếu', null, 5], [5, 'Lạ', 'Nhóm khác', 5]]));
    expect(bad.tables[0]?.faults.slice(0, 2)).toEqual([
      'Dòng 7, cột C: nhóm "Nhóm khác" không rõ. Hãy ghi: Lãnh đạo, quản lý; Không giữ chức vụ; Ngoài hệ thống; Tập thể; hoặc Tất cả.',
      'Dòng 6, cột C: tiêu chí chưa ghi nhóm.',
    ]);
  });
});
