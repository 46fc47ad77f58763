import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnLetter } from '../../db/excel/raw-sheet.ts';
import { extractRecords, understandAgain } from '../helpers/read-records.ts';
import { type CellInput, rowsOf, type SheetSpec, understood } from '../helpers/workbooks.ts';

const people = async (spec: SheetSpec) => {
  const sheet = await understood(spec);
  expect(understandAgain(sheet, 'test.xlsx', {})).toEqual(sheet);
  return { sheet, records: extractRecords(sheet, { kind: 'officials', year: null, thisYear: 2026 }) };
};

describe('the official register of members, Mẫu 7-HSĐV', () => {
  const titles = [
    'Số TT',
    'HỌ VÀ TÊN\nHọ và tên khai sinh',
    'Nam, nữ\nDân tộc\nTôn giáo',
    'Quê quán',
    'Văn hoá\nLý luận\nCMNV\nNgoại ngữ',
    'Nghề nghiệp trước khi vào Đảng, hiện nay',
    'Ngày vào Đảng\nNgày chính thức',
    'Số thẻ đảng viên\nSố lý lịch đảng viên\nSố Huy hiệu Đảng',
    'Ghi chú',
  ];
  const rows: CellInput[][] = [
    ['SỔ DANH SÁCH ĐẢNG VIÊN CHI BỘ THÔN TÀ PÌNH NĂM 2025'],
    titles,
    titles.map((_, index) => index + 1),
    [
      1,
      'NGUYỄN VĂN AN\nNguyễn Văn An',
      'Nam\nKinh\nKhông',
      'xã Tà Pình',
      '12/12\nTrung cấp\nĐH Luật\nAnh B',
      'Làm ruộng',
      '03/02/1985\n03/02/1986',
      '36.012345\n001234\n30 năm',
      null,
    ],
    [
      2,
      'Vì Thị Bình',
      'Nữ, Thái, Không',
      'xã Nậm Chảy',
      '10/10; Sơ cấp; TC Kế toán',
      null,
      '1990\n1991',
      '36.012346',
      null,
    ],
    [
      3,
      'Lò A Tủa\nLò Văn Tủa',
      'Nam\nMông',
      'xã Nậm Chảy',
      '7/10\n\nCĐ Sư phạm',
      null,
      '5/1990',
      '36.012347\n99',
      'Ốm',
    ],
  ];

  it('splits what each cell stacks, in the order of its title', async () => {
    const { sheet, records } = await people({ rows });
    expect([sheet.kind, sheet.year, sheet.titleUnit]).toEqual(['officials', 2025, 'Chi bộ thôn Tà Pình']);
    expect(
      records.map(({ values: v }) => [
        v.fullName,
        [v.gender, v.ethnicity, v.religion],
        [v.schooling, v.politicalTheoryLevel, v.professionalDegree],
        [v.admittedOn, v.fullMemberOn],
        [v.partyCardNo, v.partyFileNo],
        v.note,
      ]),
    ).toEqual([
      [
        'Nguyễn Văn An',
        ['male', 'Kinh', 'Không'],
        ['12/12', 'Trung cấp', 'ĐH Luật'],
        ['1985-02-03', '1986-02-03'],
        ['36.012345', '001234'],
        null,
      ],
      [
        'Vì Thị Bình',
        ['female', 'Thái', 'Không'],
        ['10/10', 'Sơ cấp', 'TC Kế toán'],
        ['1990', '1991'],
        ['36.012346', null],
        null,
      ],
      [
        'Lò A Tủa',
        ['male', 'Mông', null],
        ['7/10', null, 'CĐ Sư phạm'],
        ['1990-05', null],
        ['36.012347', '99'],
        'Ốm; Tên khai sinh: Lò Văn Tủa',
      ],
    ]);
    expect(records.flatMap(({ problems }) => problems)).toEqual([]);
  });
});

describe('a person over several rows', () => {
  // The row below a merged name was read as the same person again, and rejected as a duplicate.
  it('is one person, with the lines of the rows below', async () => {
    const { sheet, records } = await people({
      rows: [
        ['STT', 'Họ và tên', 'Ngày vào Đảng', 'Chức vụ', 'Chi bộ'],
        [1, 'Lò Văn An', '03/02/1985', 'Bí thư', 'Chi bộ 1'],
        [null, null, '03/02/1986', 'Trưởng thôn', null],
        [2, 'Lò Văn Bình', '03/02/1990', 'Chi ủy viên', null],
        [3, 'Lò Văn Cường', '1991', null, null],
        [null, null, null, 'Công an viên', null],
      ],
      merges: ['A2:A3', 'B2:B3', 'E2:E4', 'A5:A6', 'B5:B6', 'E5:E6'],
    });
    expect(rowsOf(sheet, 'data')).toEqual([2, 4, 5]);
    expect(
      records.map(({ values: v }) => [v.fullName, v.admittedOn, v.fullMemberOn, v.statePost, v.organization]),
    ).toEqual([
      ['Lò Văn An', '1985-02-03', '1986-02-03', 'Bí thư; Trưởng thôn', 'Chi bộ 1'],
      ['Lò Văn Bình', '1990-02-03', null, 'Chi ủy viên', 'Chi bộ 1'],
      ['Lò Văn Cường', '1991', null, 'Công an viên', null],
    ]);
    expect(sheet.warnings.find(({ code }) => code === 'JOINED_ROWS')?.params).toEqual({ count: 2, row: 3 });
  });
});

describe('columns shifted in part of the sheet', () => {
  const titles = ['STT', 'Họ và tên', 'Ngày sinh', 'Quê quán', 'Ngày vào Đảng', 'Số CCCD', 'Chi bộ'];
  const right = (index: number): CellInput[] => [
    index,
    `Lò Văn ${'ABCDEFGH'[index]}n`,
    '03/02/1985',
    'xã Nậm Chảy',
    '1990',
    '012085000001',
    'Chi bộ 1',
  ];
  const shiftedRight = (index: number): CellInput[] => [index, null, ...right(index).slice(1)];
  const shiftedLater = (index: number): CellInput[] => [
    ...right(index).slice(0, 2),
    null,
    ...right(index).slice(2),
  ];
  const shiftedLeft = (index: number): CellInput[] => right(index).slice(1);

  it.each([
    ['from the name on', shiftedRight, 1],
    ['behind the name', shiftedLater, 1],
    ['to the left', shiftedLeft, -1],
  ] as const)('are found and named: %s', async (_, shift, by) => {
    const { sheet, records } = await people({
      rows: [titles, right(1), right(2), right(3), right(4), shift(5), shift(6), right(7)],
    });
    expect(sheet.rows.flatMap(({ row, shifted }) => (shifted === undefined ? [] : [[row, shifted]]))).toEqual(
      [
        [6, by],
        [7, by],
      ],
    );
    expect(sheet.warnings.find(({ code }) => code === 'SHIFTED_ROWS')?.params).toEqual({ count: 2, row: 6 });
    expect(records.map(({ problems }) => problems.some(({ code }) => code === 'ROW_SHIFTED'))).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
      false,
    ]);
  });

  const toRight = (cells: CellInput[], at: number) => [...cells.slice(0, at), null, ...cells.slice(at)];
  const toLeft = (cells: CellInput[], at: number) => [...cells.slice(0, at), ...cells.slice(at + 1)];

  it.each([
    ['to the right', toRight],
    ['to the left', toLeft],
  ] as const)(
    'are offered put right, in any place, or not at all, and never a sound row: %s',
    async (_, move) => {
      let offered = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 0, max: 5 }),
          fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }),
          async (at, numbers) => {
            const rows = Array.from({ length: 12 }, (_unused, index) => right((index % 7) + 1));
            const { sheet } = await people({
              rows: [
                titles,
                ...rows.map((row, index) => (numbers.includes(index + 1) ? move(row, at) : row)),
              ],
            });
            for (const row of sheet.rows) {
              const isMoved = numbers.includes(row.row - 1);
              if (!isMoved) expect(row.mended).toBeUndefined();
              if (row.mended === undefined) continue;
              offered += 1;
              const own = rows[row.row - 2] ?? [];
              const back = Object.entries(row.mended).map(([letter, cell]) => [
                letter,
                cell.type === 'text' ? cell.text : cell.type === 'number' ? cell.number : null,
              ]);
              // What was put in is gone again; what was taken out is missing, and nothing else.
              const expected = own
                .map((value, column) => [columnLetter(column), value])
                .filter((_value, column) => move !== toLeft || column !== at);
              expect(back).toEqual(expected);
            }
          },
        ),
        { numRuns: 40 },
      );
      // How many can be put right depends on where the runs moved cells; some always can.
      expect(offered).toBeGreaterThan(0);
    },
  );

  it('are not seen where single values are wrong or missing', async () => {
    const { sheet } = await people({
      rows: [
        titles,
        right(1),
        [2, 'Lò Văn Bn', 'không rõ', null, '31/02/1990', '01', null],
        [3, null, null, null, null, null, null],
      ],
    });
    expect(sheet.rows.some(({ shifted }) => shifted !== undefined)).toBe(false);
  });
});
