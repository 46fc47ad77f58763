import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type SheetRecordKind, sheetRecordKinds } from '../../db/contract/sheet-records.ts';
import { readWorkbookBytes } from '../../db/excel/read-workbook.ts';
import { parseDeadline } from '../../db/excel/values-deadlines.ts';
import { parseCount, parsePercent } from '../../db/excel/values-numbers.ts';
import { extractSheetRecords } from '../helpers/read-records.ts';
import { type CellInput, understood } from '../helpers/workbooks.ts';

const fixtures = path.resolve(import.meta.dirname, '../fixtures');
const expected = JSON.parse(readFileSync(path.join(fixtures, 'expected.json'), 'utf8'));
async function firstSheet(file: string) {
  const { sheets } = await readWorkbookBytes(file, readFileSync(path.join(fixtures, file)));
  const [sheet] = sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}
const records = async <K extends SheetRecordKind>(kind: K, rows: CellInput[][]) => {
  const sheet = await understood({ rows });
  expect(sheet.kind).toBe(kind);
  const found = extractSheetRecords(sheet, kind);
  for (const { values } of found) expect(() => sheetRecordKinds[kind].parse(values)).not.toThrow();
  return found;
};

describe('the samples of registers', () => {
  it('04 gives every task, its person, its deadline and its result, and one without a person', async () => {
    const file = '04-theo-doi-khac-phuc-2025.xlsx';
    const sheet = await firstSheet(file);
    const tasks = extractSheetRecords(sheet, 'remediation');
    expect([sheet.kind, sheet.year]).toEqual([expected[file].kind, expected[file].year]);
    expect(
      tasks.map(({ values }) => ({
        assignee: values.assignee,
        due: values.dueText,
        result: values.result ?? '',
      })),
    ).toEqual(expected[file].rows);
    expect(
      tasks
        .filter(({ problems }) => problems.length > 0)
        .map(({ row, problems }) => [row, problems[0]?.message]),
    ).toEqual([[22, 'Dòng 22, cột Người chủ trì: chưa ghi người chủ trì.']]);
    expect(tasks.slice(0, 4).map(({ values }) => values.dueOn)).toEqual([
      '2025-03',
      '2025-06-28',
      '2025-10',
      '2025-02',
    ]);
    expect(tasks.find(({ values }) => values.dueText === 'Thường xuyên')?.values.dueOn).toBeNull();
    expect(tasks.flatMap(({ values }) => values.progress ?? [])).toEqual([30, 80, 50, 80]);
  });

  it('05 gives every opening of a letterbox and its letters', async () => {
    const file = '05-so-hom-thu-gop-y-2025.xlsx';
    const sheet = await firstSheet(file);
    const openings = extractSheetRecords(sheet, 'letterbox');
    expect([sheet.kind, sheet.year, openings.length]).toEqual(['letterbox', 2025, expected[file].openings]);
    expect(openings.reduce((sum, { values }) => sum + (values.letterCount ?? 0), 0)).toBe(
      expected[file].letters,
    );
    expect(openings[0]?.values).toMatchObject({ openedOn: '2025-01-25', place: 'thôn Suối Bạc' });
    expect(openings.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it('07 is a form to fill in, with its rows and formulas', async () => {
    const file = '07-bieu-tong-hop-5a-mau-tinh.xlsx';
    const sheet = await firstSheet(file);
    const data = sheet.rows.filter((row) => row.class === 'data').map(({ row }) => row);
    expect([sheet.kind, [data[0], data.at(-1)]]).toEqual([expected[file].kind, expected[file].data_rows]);
  });
});

describe('sheets that list no people', () => {
  it('reads the pledges of units, with percents in any form', async () => {
    const found = await records('pledgeStatus', [
      ['KẾT QUẢ KÝ CAM KẾT NĂM 2025'],
      ['STT', 'Đơn vị', 'Tổng số đảng viên', 'Đã ký', '%', 'Chưa ký (lý do)'],
      [1, 'CHI BỘ THÔN TÀ PÌNH', 20, 18, 0.9, '2 (ốm; đi học)'],
      [2, 'Chi bộ Quân sự', '10', '10', '100%', null],
      [3, 'Chi bộ 3', 8, 4, 50, 'Chưa họp'],
      ['', 'Tổng cộng', 38, 32, 84.2, null],
    ]);
    expect(found.map(({ values }) => Object.values(values))).toEqual([
      ['Chi bộ thôn Tà Pình', 20, 18, 90, 2, 'ốm; đi học', null],
      ['Chi bộ Quân sự', 10, 10, 100, null, null, null],
      ['Chi bộ 3', 8, 4, 50, null, 'Chưa họp', null],
    ]);
  });

  it('reads causes in two columns, and the reason beside the number of those who did not sign', async () => {
    const [task] = await records('remediation', [
      ['TT', 'Hạn chế, khuyết điểm', 'Nguyên nhân', null, 'Biện pháp khắc phục', 'Thời hạn'],
      [null, null, 'Khách quan', 'Chủ quan', null, null],
      [1, 'Họp muộn', 'xa', 'chậm', 'Lập lịch', '30/6/2025'],
    ]);
    expect(task?.values.cause).toBe('Khách quan: xa; Chủ quan: chậm');
    const [unit] = await records('pledgeStatus', [
      ['STT', 'Đơn vị', 'Tổng số đảng viên', 'Đã ký', 'Chưa ký', 'Lý do'],
      [1, 'Chi bộ 1', 20, 18, 2, 'ốm'],
    ]);
    expect([unit?.values.notSigned, unit?.values.notSignedReason]).toEqual([2, 'ốm']);
  });

  it('reads who signed, by a mark or by the day', async () => {
    const found = await records('pledges', [
      ['DANH SÁCH KÝ CAM KẾT NĂM 2025'],
      ['STT', 'Họ và tên', 'Chi bộ', 'Đã ký', 'Ngày ký', 'Lý do chưa ký'],
      [1, 'LÒ VĂN AN', 'Chi bộ 1', 'x', '15/01/2025', null],
      [2, 'Lò Văn Bình', 'Chi bộ 1', null, null, 'Đi học'],
      [3, 'Lò Văn Cường', 'Chi bộ 1', null, { serial: 45672 }, null],
    ]);
    expect(
      found.map(({ values }) => [values.fullName, values.signed, values.signedOn, values.reason]),
    ).toEqual([
      ['Lò Văn An', true, '2025-01-15', null],
      ['Lò Văn Bình', false, null, 'Đi học'],
      ['Lò Văn Cường', true, '2025-01-15', null],
    ]);
  });

  // Marks under "Đã khắc phục | Đang khắc phục" were lost, a state under "Tiến độ" rejected the row, and a plan by
  // persons ("Họ và tên | Chức vụ | Hạn chế ...") passed for a list of officials.
  it('reads how far tasks are from marks, from words under "Tiến độ", and from "Kết quả đến ngày ..."', async () => {
    const marked = await records('remediation', [
      ['TT', 'Tồn tại, hạn chế', 'Nội dung khắc phục', 'Người thực hiện', 'Kết thúc', 'Kết quả', null, null],
      [null, null, null, null, null, 'Hoàn thành', 'Đang khắc phục', 'Chưa khắc phục'],
      [1, 'Một', 'Làm một', 'Lò Văn An', '30/6/2025', 'x', null, null],
      [2, 'Hai', 'Làm hai', 'Lò Văn An', '30/6/2025', null, 'X', null],
      [3, 'Ba', 'Làm ba', 'Lò Văn An', '30/6/2025', null, null, 'x'],
    ]);
    expect(marked.map(({ values }) => values.result)).toEqual([
      'Hoàn thành',
      'Đang khắc phục',
      'Chưa khắc phục',
    ]);
    const told = await records('remediation', [
      [
        'TT',
        'Họ và tên',
        'Chi bộ',
        'Hạn chế cần khắc phục, khuyết điểm',
        'Biện pháp',
        'Thời hạn',
        'Tiến độ',
        'Kết quả đến ngày 30/9/2025',
      ],
      [1, 'Lò Văn An', 'Chi bộ Một', 'Nóng vội', 'Lắng nghe', '30/6/2025', 'Đang thực hiện', 'Đã họp dân'],
      [2, 'Lò Văn Bình', 'Chi bộ Một', 'Nể nang', 'Góp ý', '30/6/2025', '60%', null],
    ]);
    expect(
      told.map(({ values, problems }) => [
        values.assignee,
        values.organization,
        values.result,
        values.progress,
        problems,
      ]),
    ).toEqual([
      ['Lò Văn An', 'Chi bộ Một', 'Đang thực hiện; Đã họp dân', null, []],
      ['Lò Văn Bình', 'Chi bộ Một', null, 60, []],
    ]);
  });

  // "Trả lại" beside a day of filing counted as signed, "Đã nộp ngày 15/01/2025" rejected the row, and the reason beside
  // "Chưa ký" was lost.
  it('reads who filed, whose pledge came back and why, from words, days and marks', async () => {
    const found = await records('pledges', [
      ['STT', 'Họ và tên', 'Chi bộ', 'Ngày nộp', 'Lý do trả lại', 'Tình trạng cam kết'],
      [1, 'Lò Văn An', 'Chi bộ 1', '05/01/2025', null, 'Đã xác nhận'],
      [2, 'Lò Văn Bình', 'Chi bộ 1', '06/01/2025', 'Chưa nêu chỉ tiêu', 'Trả lại'],
      [3, 'Lò Văn Cường', 'Chi bộ 1', null, null, 'Đã nộp ngày 15/01/2025'],
      [4, 'Lò Văn Dũng', 'Chi bộ 1', null, null, 'Chưa nộp'],
    ]);
    expect(
      found.map(({ values: v, problems }) => [v.signed, v.signedOn, v.returned, v.reason, problems]),
    ).toEqual([
      [true, '2025-01-05', false, null, []],
      [false, null, true, 'Chưa nêu chỉ tiêu', []],
      [true, '2025-01-15', false, null, []],
      [false, null, false, null, []],
    ]);
    const [late] = await records('pledges', [
      ['TT', 'Họ và tên', 'Chi bộ', 'Ký cam kết', null, 'Lý do chưa ký'],
      [null, null, null, 'Đã ký', 'Chưa ký', null],
      [1, 'Lò Văn An', 'Chi bộ 1', null, 'x', 'Ốm dài ngày'],
    ]);
    expect([late?.values.signed, late?.values.reason]).toEqual([false, 'Ốm dài ngày']);
  });

  // Heads over the tasks of a leading body or of one person became units to make.
  it('takes a head that names a person for the one responsible, and a leading body for no unit', async () => {
    const found = await records('remediation', [
      ['TT', 'Khuyết điểm được chỉ ra', 'Giải pháp', 'Người thực hiện', 'Đến ngày'],
      ['I', 'Ban Thường vụ Đảng ủy'],
      [1, 'Chậm', 'Ban hành', 'Văn phòng', '30/4/2025'],
      ['II', 'Đồng chí Lò Văn An'],
      [1, 'Ít tiếp dân', 'Tiếp dân', null, '30/6/2025'],
      ['III', 'Chi bộ Một'],
      [1, 'Họp muộn', 'Lập lịch', 'Lò Văn Bình', '30/6/2025'],
    ]);
    expect(found.map(({ values, problems }) => [values.organization, values.assignee, problems])).toEqual([
      [null, 'Văn phòng', []],
      [null, 'Lò Văn An', []],
      ['Chi bộ Một', 'Lò Văn Bình', []],
    ]);
  });

  // The total of a column of marks was held against the number of people.
  it('reads marks under "Bản cam kết / Nộp", "Co" without its mark, and the total of marks as such', async () => {
    const sheet = await understood({
      rows: [
        ['TT', 'Họ và tên', 'Chi bộ', 'Bản cam kết', null],
        [null, null, null, 'Nộp', 'Chưa nộp'],
        [1, 'Lò Văn An', 'Chi bộ 1', 'x', null],
        [2, 'Lò Văn Bình', 'Chi bộ 1', null, 'x'],
        ['Tổng', null, null, 1, 1],
      ],
      merges: ['D1:E1'],
    });
    expect([sheet.kind, sheet.warnings]).toEqual(['pledges', []]);
    expect(extractSheetRecords(sheet, 'pledges').map(({ values }) => values.signed)).toEqual([true, false]);
    const [plain] = await records('pledges', [
      ['So TT', 'Ho va ten', 'Chi bo', 'Ky cam ket'],
      [1, 'Lo Van An', 'Chi bo 1', 'Co'],
    ]);
    expect(plain?.values.signed).toBe(true);
  });

  it('reads numbers of signatures under "Đã ký / SL" and "Số đã ký cam kết"', async () => {
    const [unit] = await records('pledgeStatus', [
      ['TT', 'Tên tổ chức đảng', 'Tổng số ĐV', 'Đã ký cam kết', null, 'Chưa ký cam kết', null, null],
      [null, null, null, 'SL', 'Tỷ lệ %', 'SL', 'Tỷ lệ %', 'Lý do'],
      [1, 'Chi bộ 1', 20, 19, '95,0', 1, '5,0', 'Nghỉ ốm'],
    ]);
    expect(Object.values(unit?.values ?? {})).toEqual(['Chi bộ 1', 20, 19, 95, 1, 'Nghỉ ốm', null]);
    const [other] = await records('pledgeStatus', [
      ['STT', 'Chi bộ', 'Số đảng viên', 'Số đã ký cam kết', 'Tỷ lệ', 'Số chưa ký'],
      [1, 'Chi bộ 1', '1.025', '1.000', '97,56%', 25],
    ]);
    expect(Object.values(other?.values ?? {}).slice(1, 5)).toEqual([1025, 1000, 97.56, 25]);
  });

  it('reads organisations with their code, kind, parent and members', async () => {
    const found = await records('organizations', [
      ['DANH SÁCH TỔ CHỨC ĐẢNG'],
      ['STT', 'Mã', 'Tên tổ chức đảng', 'Loại hình', 'Trực thuộc', 'Số đảng viên'],
      [1, '0101', 'Chi bộ thôn Tà Pình', 'Chi bộ', 'ĐẢNG BỘ XÃ SÔNG MÂY', 20],
      [2, '0102', 'Đảng bộ Công an xã', null, 'Đảng bộ xã Sông Mây', '12 đ/c'],
      [3, '0103', 'Tổ đảng 1', 'Nhóm lạ', 'Chi bộ thôn Tà Pình', 'x'],
    ]);
    expect(
      found.map(({ values: { code, name, kind, parent, memberCount } }) => [
        code,
        name,
        kind,
        parent,
        memberCount,
      ]),
    ).toEqual([
      ['0101', 'Chi bộ thôn Tà Pình', 'partyCell', 'Đảng bộ xã Sông Mây', 20],
      ['0102', 'Đảng bộ Công an xã', 'partyBody', 'Đảng bộ xã Sông Mây', 12],
      ['0103', 'Tổ đảng 1', 'partyGroup', 'Chi bộ thôn Tà Pình', null],
    ]);
    expect(found[2]?.problems.map(({ column, code }) => [column, code])).toEqual([
      ['D', 'VALUE_UNKNOWN'],
      ['F', 'VALUE_UNKNOWN'],
    ]);
  });

  // Units below a body were taken for heads of sections, so that half of each list was lost and the rest stood wrong.
  it.each([
    [
      'spaces before the names',
      [
        [1, 'Đảng bộ Công an'],
        [null, '    Chi bộ An ninh'],
        [2, 'Đảng bộ Trường học'],
        [null, '    Chi bộ Xã hội'],
        [3, 'Chi bộ thôn Hạ'],
      ],
    ],
    [
      'Roman numbers',
      [
        ['I', 'Đảng bộ Công an', 9],
        [1, 'Chi bộ An ninh', 9],
        ['II', 'Đảng bộ Trường học', 7],
        [1, 'Chi bộ Xã hội', 7],
        ['III', 'Chi bộ thôn Hạ', 5],
      ],
    ],
    [
      'numbers of several parts',
      [
        ['1', 'Đảng bộ Công an'],
        ['1.1', 'Chi bộ An ninh'],
        ['2', 'Đảng bộ Trường học'],
        ['2.1', 'Chi bộ Xã hội'],
        ['3', 'Chi bộ thôn Hạ'],
      ],
    ],
    [
      'spaces alone',
      [
        [null, 'Đảng bộ Công an', 9],
        [null, '  Chi bộ An ninh', 9],
        [null, 'Đảng bộ Trường học', 7],
        [null, '  Chi bộ Xã hội', 7],
        [null, 'Chi bộ thôn Hạ', 5],
      ],
    ],
  ] satisfies [string, CellInput[][]][])(
    'reads the tree of a list of organisations drawn by %s',
    async (_, rows) => {
      const found = await records('organizations', [
        ['DANH SÁCH TỔ CHỨC ĐẢNG'],
        ['STT', 'Tên tổ chức đảng', 'Số đảng viên', 'Ghi chú'],
        ...rows,
      ]);
      expect(found.map(({ values }) => [values.name, values.parent])).toEqual([
        ['Đảng bộ Công an', null],
        ['Chi bộ An ninh', 'Đảng bộ Công an'],
        ['Đảng bộ Trường học', null],
        ['Chi bộ Xã hội', 'Đảng bộ Trường học'],
        ['Chi bộ thôn Hạ', null],
      ]);
    },
  );

  it('reads the tree from codes of several parts, and no tree from a list of cells in which a number is missing', async () => {
    const coded = await records('organizations', [
      ['Mã đơn vị', 'Tên đơn vị', 'Ghi chú'],
      ['01', 'Đảng bộ Khối Đảng', null],
      ['01.01', 'Chi bộ Một', null],
      ['02', 'Chi bộ Hai', null],
    ]);
    expect(coded.map(({ values }) => values.parent)).toEqual([null, '01', null]);
    const flat = await records('organizations', [
      ['DANH SÁCH TỔ CHỨC ĐẢNG SAU SẮP XẾP'],
      ['STT', 'Tên tổ chức đảng', 'Loại hình', 'Tên tổ chức đảng trước sắp xếp', 'Số đảng viên'],
      [1, 'Chi bộ Một', 'Thôn', 'Chi bộ thôn 1; Chi bộ thôn 2', 9],
      [null, '  Chi bộ Hai', null, 'Chi bộ thôn 3', 8],
    ]);
    expect(
      flat.map(({ values: { name, kind, parent, unitType } }) => [name, kind, parent, unitType]),
    ).toEqual([
      ['Chi bộ Một', 'partyCell', null, 'commune'],
      ['Chi bộ Hai', 'partyCell', null, null],
    ]);
  });

  it('knows a register of petitions, which has no import yet', async () => {
    const sheet = await understood({
      rows: [
        ['SỔ TIẾP NHẬN ĐƠN THƯ, PHẢN ÁNH, KIẾN NGHỊ NĂM 2025'],
        ['STT', 'Ngày nhận', 'Hình thức', 'Loại đơn', 'Nội dung tóm tắt', 'Thẩm quyền', 'Hạn', 'Kết quả'],
        [1, '03/02/2025', 'Đơn thư', 'Kiến nghị', 'Đường thôn', 'UBND xã', '03/03/2025', 'Đã trả lời'],
      ],
    });
    expect([sheet.kind, sheet.year]).toEqual(['petitions', 2025]);
    expect(sheet.warnings.map(({ code }) => code)).toContain('KIND_NOT_SUPPORTED');
  });

  // A register of visits passed for a list of officials: those who came with a petition would have become people of the
  // office. Levels of units passed for a table of numbers.
  it.each([
    [
      'petitions',
      [
        ['SỔ TIẾP CÔNG DÂN NĂM 2025'],
        ['STT', 'Ngày tiếp', 'Họ tên, địa chỉ', 'Nội dung vụ việc', 'Cơ quan giải quyết'],
        [1, '03/3/2025', 'Người Không Có, thôn 2', 'Xin xác nhận', 'UBND'],
      ],
    ],
    [
      'petitions',
      [
        ['TT', 'Ngày nhận đơn', 'Họ tên người gửi', 'Nội dung đơn', 'Loại đơn', 'Hướng xử lý'],
        [1, '03/3/2025', 'Người Không Có', 'Tranh chấp', 'Khiếu nại', 'Chuyển'],
      ],
    ],
    [
      'letterbox',
      [
        ['TT', 'Thời gian mở hòm thư', 'Số lượng thư', 'Nội dung góp ý', 'Kết quả xử lý'],
        [1, 'Tháng 1/2025', 0, 'Không có thư', null],
      ],
    ],
    [
      'collectiveRatings',
      [
        ['STT', 'Tổ chức đảng', 'Mức xếp loại', 'Người đứng đầu', 'Mức xếp loại người đứng đầu'],
        [1, 'Chi bộ Một', 'HTXSNV', 'Lò Văn An', 'HTTNV'],
      ],
    ],
    [
      'collectiveRatings',
      [
        ['TT', 'Tên chi bộ', 'HTXSNV', 'HTTNV', 'HTNV', 'KHTNV'],
        [1, 'Chi bộ Một', 'x', null, null, null],
      ],
    ],
  ] satisfies [string, CellInput[][]][])(
    'names a sheet of %s, which has no import yet (%#)',
    async (kind, rows) => {
      const sheet = await understood({ rows });
      expect([sheet.kind, sheet.warnings.map(({ code }) => code)]).toEqual([kind, ['KIND_NOT_SUPPORTED']]);
    },
  );

  it('says so when a formula failed or a day is none', async () => {
    const found = await records('remediation', [
      ['TT', 'Hạn chế, khuyết điểm', 'Biện pháp khắc phục', 'Người chủ trì', 'Thời hạn', 'Tiến độ (%)'],
      [
        1,
        'Họp muộn',
        'Lịch họp',
        'đ/c Lò Văn An',
        '31/02/2025',
        { formula: 'X1', result: { error: '#REF!' } },
      ],
      [2, 'Họp muộn', 'Lịch họp', 'Đ/c: LÒ VĂN AN', 'khi nào xong', 0.25],
    ]);
    expect(
      found.map(({ values, problems }) => [
        values.assignee,
        values.progress,
        problems.map(({ code }) => code),
      ]),
    ).toEqual([
      ['Lò Văn An', null, ['DATE_NOT_REAL', 'FORMULA_ERROR']],
      ['Lò Văn An', 25, ['DATE_UNREADABLE']],
    ]);
  });
});

describe('values', () => {
  const text = (value: string) => ({ type: 'text', text: value }) as const;
  it.each([
    ['Quý I/2025', '2025-03'],
    ['quý 4 năm 2025', '2025-12'],
    ['Trong quý II/2025', '2025-06'],
    ['6 tháng đầu năm 2025', '2025-06'],
    ['Trước ngày 30/6/2025', '2025-06-30'],
    ['Trong tháng 2/2025', '2025-02'],
    ['Năm 2025', '2025'],
    ['Từ 01/3/2025 đến 30/6/2025', '2025-06-30'],
    ['Từ quý II/2025', null],
    ['Quý III - IV/2025', '2025-12'],
    ['Q.1/2025', '2025-03'],
    ['QIII/2025', '2025-09'],
    ['Tháng 7 - 9/2025', '2025-09'],
    ['T9/2025', '2025-09'],
    ['6 tháng cuối năm 2025', '2025-12'],
    ['Hằng tuần', null],
    ['01/3/2025 - 30/6/2025', '2025-06-30'],
    ['Thường xuyên', null],
  ])('deadline %j is %j', (value, on) => {
    const read = parseDeadline(text(value));
    expect(read.kind === 'due' ? read.on : null).toBe(on);
  });

  // "30/6", "Quý 2" and "6 tháng cuối năm" were refused or read as the year NaN: plans of one year leave it out.
  it.each([
    ['30/6', '2025-06-30'],
    ['Chậm nhất ngày 15 tháng 8', '2025-08-15'],
    ['Quý 2', '2025-06'],
    ['Quý I, II', '2025-06'],
    ['Tháng 02', '2025-02'],
    ['6 tháng cuối năm', '2025-12'],
    ['9 tháng', '2025-09'],
    ['Hết quý III', '2025-09'],
    ['Cuối năm', '2025'],
    ['31/2', null],
    ['Khi có hướng dẫn', null],
  ])('deadline %j of a sheet of 2025 is %j, said to have taken its year', (value, on) => {
    const read = parseDeadline(text(value), 2025);
    expect(read.kind === 'due' ? [read.on, read.yearTaken] : null).toEqual(on === null ? null : [on, true]);
    expect(['unreadable', 'notReal']).toContain(parseDeadline(text(value)).kind);
  });

  it.each([
    ['20%', 20],
    ['12,5 %', 12.5],
    [0.2, 20],
    [20, 20],
    [1, 100],
    [250, null],
  ])('percent %j is %j', (value, percent) => {
    expect(parsePercent(typeof value === 'number' ? { type: 'number', number: value } : text(value))).toBe(
      percent,
    );
  });

  it.each([
    ['1.234', 1234],
    ['25 đ/c', 25],
    ['12,5', null],
    ['-', null],
  ])('count %j is %j', (value, count) => {
    expect(parseCount(text(value))).toBe(count);
  });
});
