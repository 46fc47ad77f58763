import { describe, expect, it } from 'vitest';
import type { ReadSheet } from '../../db/contract/workbooks.ts';
import { quarterInName, quarterInTitle } from '../../db/excel/quarter-titles.ts';
import { readWorkbookBytes } from '../../db/excel/read-workbook.ts';
import { extractRecords, understandAgain } from '../helpers/read-records.ts';
import { fieldsOf, type SheetSpec, understood, workbookBytes } from '../helpers/workbooks.ts';

/** Fault: a quarter's sheet of another office was read as the ratings of the year, and would have written over them. */

const quarterOf = (sheet: ReadSheet | undefined) => sheet?.ratingList?.quarter ?? 0;
const codes = (sheet: ReadSheet) => sheet.warnings.map(({ code }) => code);
const header = ['STT', 'Họ và tên', 'Chi bộ', 'Kết quả xếp loại'];
const people = [
  [1, 'Ong Thế Lực', 'Chi bộ thôn Hạ', 'HTXSNV'],
  [2, 'Kha Văn Tư', 'Chi bộ thôn Hạ', 'HTTNV'],
];

describe('the quarter of a list of ratings', () => {
  it.each([
    ['DANH SÁCH XẾP LOẠI ĐẢNG VIÊN QUÝ III NĂM 2025', 3],
    ['Kết quả xếp loại Quý 3/2025', 3],
    ['XẾP LOẠI ĐẢNG VIÊN Q.III/2025', 3],
    ['Xếp loại Q3-2025', 3],
    ['Xếp loại đảng viên quí IV năm 2025', 4],
    ['Xếp loại Qúy I - 2025', 1],
    ['Tong hop xep loai quy 2 nam 2025', 2],
    ['Xếp loại quý hai năm 2025', 2],
    ['Xếp loại quý I, II năm 2025', null],
    ['Xếp loại quý I - IV năm 2025', null],
    ['Xếp loại quý IV và cả năm 2025', null],
    ['Danh sách xếp loại năm 2025', null],
    ['Đồng chí Nguyễn Văn Quý, chi bộ 3', null],
    ['Đảng bộ Q.1, thành phố', null],
    ['Quý vị đại biểu', null],
  ])('%s', (title, quarter) => {
    expect(quarterInTitle(title)).toBe(quarter);
  });

  it('is in names of sheets and files', () => {
    expect(
      ['Q3', 'Quý 3', 'xep-loai-quy-3-2025', 'XLCL_Q2.2025', 'Trang 1', 'Quyết định 3'].map(quarterInName),
    ).toEqual([3, 3, 3, 2, null, null]);
  });

  it('comes from the title, the name of the sheet, the name of the file or the head of the column, with the year', async () => {
    const titled = await understood({ rows: [['XẾP LOẠI ĐẢNG VIÊN QUÝ III/2025'], header, ...people] });
    expect([titled.kind, titled.year, titled.ratingList]).toEqual([
      'ratings',
      2025,
      { quarter: 3, kind: 'member' },
    ]);
    expect(titled.warnings).toEqual([]);
    expect(quarterOf(await understood({ name: 'Q2-2025', rows: [header, ...people] }))).toBe(2);
    const spec: SheetSpec = { rows: [header, ...people] };
    const file = await readWorkbookBytes('xep-loai-quy-4-2025.xlsx', await workbookBytes(spec));
    expect([quarterOf(file.sheets[0]), file.sheets[0]?.year]).toEqual([4, 2025]);
    const column = await understood({
      rows: [[...header.slice(0, 3), 'Xếp loại quý I/2025'], ...people],
    });
    expect([quarterOf(column), column.year, fieldsOf(column).D]).toEqual([1, 2025, 'ratingDecided']);
    expect(quarterOf(await understood({ rows: [['XẾP LOẠI NĂM 2025'], header, ...people] }))).toBe(0);
  });

  it('is what the person says, and what speaks against it is named', async () => {
    const sheet = await understood({
      name: 'Quý 2',
      rows: [['XẾP LOẠI ĐẢNG VIÊN QUÝ III NĂM 2025'], header, ...people],
    });
    expect(quarterOf(sheet)).toBe(3);
    expect(sheet.warnings).toEqual([
      { code: 'QUARTER_DIFFERS', params: { used: 'Quý III', quarter: 'Quý II', source: 'tên trang' } },
    ]);
    expect(quarterOf(understandAgain(sheet, '', { quarter: 2 }))).toBe(2);
    expect(understandAgain(sheet, '', { quarter: 0 }).ratingList).toBeUndefined();
    // A list of people is of no quarter.
    const officials = await understood({
      rows: [
        ['DANH SÁCH ĐẢNG VIÊN QUÝ III NĂM 2025'],
        ['STT', 'Họ và tên', 'Ngày sinh', 'Quê quán'],
        [1, 'Ong Thế Lực', '1970', 'Mường Lay'],
      ],
    });
    expect([officials.kind, officials.ratingList]).toEqual(['officials', undefined]);
  });
});

describe('columns of several quarters', () => {
  const rows = [
    [1, 'Ong Thế Lực', 'Chi bộ thôn Hạ', 'HTXSNV', 'HTTNV', 'HTNV', null, 'HTTNV'],
    [2, 'Kha Văn Tư', 'Chi bộ thôn Hạ', 'HTTNV', 'HTNV', 'HTXSNV', null, 'HTXSNV'],
  ];
  const levels = (sheet: ReadSheet) =>
    extractRecords(sheet, { kind: 'ratings', year: 2025, thisYear: 2026 }).map(
      ({ values }) => values.decidedLevel,
    );

  it.each([
    [
      'under a group',
      [
        ['STT', 'Họ và tên', 'Chi bộ', 'Kết quả xếp loại', null, null, null, null],
        [null, null, null, 'Quý I', 'Quý II', 'Quý III', 'Quý IV', 'Cả năm'],
      ],
    ],
    [
      'by themselves',
      [
        [
          'STT',
          'Họ và tên',
          'Chi bộ',
          'Quý I/2025',
          'Quý II/2025',
          'Quý III/2025',
          'Quý IV/2025',
          'Năm 2025',
        ],
      ],
    ],
    [
      'at length',
      [
        [
          'STT',
          'Họ và tên',
          'Chi bộ',
          'Xếp loại quý I',
          'Xếp loại quý II',
          'Xếp loại quý III',
          'Xếp loại quý IV',
          'Xếp loại năm',
        ],
      ],
    ],
  ])('%s are read one period at a time, and the others are named', async (_name, titles) => {
    const sheet = await understood({ rows: [['TỔNG HỢP XẾP LOẠI ĐẢNG VIÊN NĂM 2025'], ...titles, ...rows] });
    expect(sheet.kind).toBe('ratings');
    expect([quarterOf(sheet), levels(sheet)]).toEqual([0, ['good', 'excellent']]);
    expect(codes(sheet)).toEqual(['OTHER_PERIODS']);
    expect(sheet.warnings[0]?.params.others).toMatch(/cột D .*cột E .*cột F/);
    const second = understandAgain(sheet, '', { quarter: 2 });
    expect([quarterOf(second), levels(second)]).toEqual([2, ['good', 'completed']]);
    expect(codes(second)).toEqual(['OTHER_PERIODS']);
    // The person's column brings its own quarter.
    const third = understandAgain(sheet, '', { columns: { F: 'ratingDecided' } });
    expect([quarterOf(third), levels(third)]).toEqual([3, ['completed', 'excellent']]);
  });

  it('without one of the year the latest that holds something is read, or the one of the title', async () => {
    const titles = ['STT', 'Họ và tên', 'Chi bộ', 'Quý I', 'Quý II', 'Quý III', 'Quý IV'];
    const short = rows.map((row) => row.slice(0, 7));
    const plain = await understood({ rows: [['XẾP LOẠI ĐẢNG VIÊN NĂM 2025'], titles, ...short] });
    expect([quarterOf(plain), levels(plain)]).toEqual([3, ['completed', 'excellent']]);
    const titled = await understood({ rows: [['XẾP LOẠI ĐẢNG VIÊN QUÝ II NĂM 2025'], titles, ...short] });
    expect([quarterOf(titled), levels(titled)]).toEqual([2, ['good', 'completed']]);
  });

  it('marks in four columns for each quarter', async () => {
    const group = (name: string) => [name, null, null, null];
    const names = ['HTXS', 'HTT', 'HT', 'KHT'];
    const sheet = await understood({
      rows: [
        ['XẾP LOẠI ĐẢNG VIÊN QUÝ I NĂM 2025'],
        ['STT', 'Họ và tên', 'Chi bộ', ...group('Quý I'), ...group('Quý II')],
        [null, null, null, ...names, ...names],
        [1, 'Ong Thế Lực', 'Chi bộ thôn Hạ', 'x', null, null, null, null, 'x'],
      ],
      merges: ['D2:G2', 'H2:K2'],
    });
    expect([quarterOf(sheet), levels(sheet)]).toEqual([1, ['excellent']]);
    expect(levels(understandAgain(sheet, '', { quarter: 2 }))).toEqual(['good']);
    expect(codes(sheet)).toEqual(['OTHER_PERIODS']);
  });
});
