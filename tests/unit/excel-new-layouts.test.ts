import { describe, expect, it } from 'vitest';
import { readWorkbookBytes } from '../../db/excel/read-workbook.ts';
import { toTcvn3 } from '../helpers/office-texts.ts';
import { extractRecords, extractSheetRecords } from '../helpers/read-records.ts';
import { fieldsOf, understood } from '../helpers/workbooks.ts';

/** Whole sheets in layouts that no sample has: each mixes several habits of offices. */
describe('a sheet of an office nobody has seen before', () => {
  it('totals on top, cards before names, birth years under Nam and Nữ, sections in capitals with counts', async () => {
    const sheet = await understood({
      rows: [
        ['ĐẢNG BỘ XÃ BẢN LẦU', null, null, null, null, 'ĐẢNG CỘNG SẢN VIỆT NAM'],
        ['*', null, null, null, null, 'Bản Lầu, ngày 31 tháng 12 năm 2025'],
        ['BIỂU THỐNG KÊ ĐẢNG VIÊN'],
        [
          'Số\nTT',
          'Số thẻ\nđảng viên',
          'Họ và tên\nkhai sinh',
          'Năm sinh',
          null,
          'Ngày vào Đảng',
          null,
          'GC',
        ],
        [null, null, null, 'Nam', 'Nữ', 'Dự bị', 'Chính thức', null],
        ['A', 'B', 1, 2, 3, 4, 5, 6],
        ['Tổng số', null, 3],
        ['I', null, 'CHI BỘ THÔN PẠC CÁO (02 đ/c)'],
        [1, '24.001234', 'VÀNG A CHÔ', '1979', null, '3/2/2005', '3/2/2006', null],
        [2, '24.001235', 'Lý Thị Mẩy', null, 1985, '19.05.2010', '19.05.2011', null],
        ['II', null, 'CHI BỘ TRƯỜNG THCS (1 đ/c)'],
        [1, null, 'Nguyễn Thị  Hoà', null, '00/00/1965', '01/7/1990', '2015', null],
        [null, null, 'Danh sách có 03 đồng chí./.'],
        ['NGƯỜI LẬP BIỂU', null, null, null, null, 'T/M CHI ỦY'],
      ],
      merges: ['A4:A5', 'B4:B5', 'C4:C5', 'D4:E4', 'F4:G4', 'H4:H5', 'C8:H8', 'C11:H11'],
    });
    expect(sheet.warnings).toEqual([]);
    expect(sheet.writtenCounts.every(({ written, read }) => written === read)).toBe(true);
    expect(sheet.writtenCounts).toHaveLength(4);
    expect(extractRecords(sheet, { kind: 'officials', year: null })).toMatchObject([
      {
        problems: [],
        values: {
          fullName: 'Vàng A Chô',
          birthDate: '1979',
          gender: 'male',
          organization: 'Chi bộ thôn Pạc Cáo',
          partyCardNo: '24.001234',
          admittedOn: '2005-02-03',
        },
      },
      { values: { birthDate: '1985', gender: 'female', fullMemberOn: '2011-05-19' } },
      {
        values: {
          fullName: 'Nguyễn Thị Hoà',
          birthDate: '1965',
          gender: 'female',
          organization: 'Chi bộ trường THCS',
        },
      },
    ]);
  });

  it('x marks under merged levels, sections without numbers, and a row of shares below the total', async () => {
    const sheet = await understood({
      rows: [
        ['KẾT QUẢ XẾP LOẠI CHẤT LƯỢNG ĐẢNG VIÊN NĂM 2023'],
        [
          'TT',
          'Họ tên',
          'Tự nhận',
          'Kết quả của cấp có thẩm quyền',
          null,
          null,
          null,
          'Lý do không xếp loại',
        ],
        [null, null, null, 'HTXSNV', 'HTTNV', 'HTNV', 'KHTNV', null],
        ['Chi bộ Cơ quan (2 đồng chí)'],
        [1, 'Trần Văn Ân', 'HTXS', 'x', null, null, null, null],
        [2, 'Đỗ Văn Bình', 'HT', null, null, null, null, 'Mới kết nạp'],
        ['Chi bộ Công an'],
        [3, 'đ/c Y Blim', 'Xuất sắc', null, '✓', null, null, null],
        ['Cộng', null, null, 1, 1, 0, 0, null],
        ['Tỷ lệ %', null, null, '33%', '33%', '0%', '0%', null],
      ],
      merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:G2', 'H2:H3', 'A4:H4', 'A7:H7'],
    });
    expect(sheet).toMatchObject({
      kind: 'ratings',
      year: 2023,
      warnings: [],
      rowCounts: { data: 3, total: 2 },
    });
    expect(extractRecords(sheet, { kind: 'ratings', year: 2023 })).toMatchObject([
      { values: { organization: 'Chi bộ Cơ quan', selfLevel: 'excellent', decidedLevel: 'excellent' } },
      { values: { decidedLevel: null, unratedReason: 'Mới kết nạp' } },
      { values: { fullName: 'Y Blim', organization: 'Chi bộ Công an', decidedLevel: 'good' } },
    ]);
  });

  it('tasks whose first words are those of a total row stay tasks', async () => {
    const sheet = await understood({
      rows: [
        ['THEO DÕI KHẮC PHỤC HẠN CHẾ, KHUYẾT ĐIỂM'],
        [
          'TT',
          'Hạn chế, khuyết điểm',
          'Nguyên nhân',
          'Biện pháp khắc phục',
          'Chủ trì',
          'Thời hạn',
          'Tiến độ',
        ],
        [1, 'Tỷ lệ giải ngân thấp', 'Do chủ quan', 'Họp hằng tuần', 'Trần Văn Ân', '30/6/2025', 0.5],
        [2, 'Tổng số hội nghị còn ít', 'Do chủ quan', 'Họp hằng tháng', 'Lê Thị Ánh', '6/2025', '50%'],
        [null, 'Tổng cộng', null, null, null, null, null],
      ],
    });
    expect(sheet.rowCounts).toMatchObject({ data: 2, total: 1 });
    expect(extractSheetRecords(sheet, 'remediation')).toMatchObject([
      { values: { shortcoming: 'Tỷ lệ giải ngân thấp', dueOn: '2025-06-30', progress: 50 } },
      { values: { shortcoming: 'Tổng số hội nghị còn ít', dueOn: '2025-06', progress: 50 } },
    ]);
  });

  it('organisations with their own words for code, kind and parent', async () => {
    const sheet = await understood({
      rows: [
        ['DANH SÁCH CÁC TỔ CHỨC CƠ SỞ ĐẢNG TRỰC THUỘC'],
        ['TT', 'Tên tổ chức đảng', 'Mã TCCSĐ', 'Loại hình', 'Trực thuộc', 'Tổng số ĐV'],
        [1, 'Đảng bộ Công an xã', 'DB01', 'Đảng bộ cơ sở', 'Đảng bộ xã Bản Lầu', 35],
        [2, 'CHI BỘ THÔN 1', 'CB01', 'Chi bộ trực thuộc', 'DB01', '12'],
        ['Tổng cộng', null, null, null, null, 47],
      ],
    });
    expect(sheet).toMatchObject({ kind: 'organizations', warnings: [] });
    expect(fieldsOf(sheet)).toMatchObject({
      B: 'partyOrg',
      C: 'organizationCode',
      D: 'organizationKind',
      F: 'memberTotal',
    });
    expect(extractSheetRecords(sheet, 'organizations')).toMatchObject([
      { values: { code: 'DB01', kind: 'partyBody', parent: 'Đảng bộ xã Bản Lầu', memberCount: 35 } },
      { values: { code: 'CB01', kind: 'partyCell', parent: 'DB01', memberCount: 12 } },
    ]);
  });

  it('a table saved as HTML with merged heads, entities and a unit in its title only', async () => {
    const html = `<html><head><meta charset="utf-8"></head><body><table>
      <tr><td colspan="6">DANH SÁCH ĐẢNG VIÊN CHI BỘ THÔN NÀ LÙNG</td></tr>
      <tr><th rowspan="2">STT</th><th rowspan="2">Họ, tên</th><th colspan="2">Ngày, tháng, năm sinh</th>
        <th rowspan="2">Ngày vào Đảng</th><th rowspan="2">Số TĐV</th></tr>
      <tr><th>Nam</th><th>Nữ</th></tr>
      <tr><td>1</td><td>Lương V&#259;n Tám</td><td>03/02/1985</td><td></td><td>3/2/2010<br>3/2/2011</td><td>24.07</td></tr>
      <tr><td>2</td><td>Hà Thị Nụ&nbsp;</td><td></td><td>1990</td><td>2012</td><td></td></tr></table></body></html>`;
    const { sheets } = await readWorkbookBytes('ds.xls', new TextEncoder().encode(html));
    const [sheet] = sheets;
    if (sheet === undefined) throw new Error('no sheet');
    expect(extractRecords(sheet, { kind: 'officials', year: null })).toMatchObject([
      {
        values: {
          fullName: 'Lương Văn Tám',
          birthDate: '1985-02-03',
          gender: 'male',
          admittedOn: '2010-02-03',
          fullMemberOn: '2011-02-03',
          organization: 'Chi bộ thôn Nà Lùng',
        },
      },
      { values: { fullName: 'Hà Thị Nụ', gender: 'female', admittedOn: '2012' } },
    ]);
  });

  it('a .csv in TCVN3 with another order of columns', async () => {
    const lines = [
      'Chi bộ;Họ và tên;Năm sinh;Quê quán;Ngày vào Đảng',
      'Chi bộ Thôn Đoài;Nguyễn Thị Hường;1975;xã Đồng Tiến;03/02/1999',
      'Chi bộ Thôn Thượng;Đặng Văn Ưởng;1980;xã Hòa Bình;19/5/2001',
    ];
    const bytes = Uint8Array.from(toTcvn3(lines.join('\r\n')), (sign) => sign.charCodeAt(0));
    const { sheets } = await readWorkbookBytes('cu.csv', bytes);
    const [sheet] = sheets;
    if (sheet === undefined) throw new Error('no sheet');
    expect(extractRecords(sheet, { kind: 'officials', year: null })).toMatchObject([
      {
        values: { fullName: 'Nguyễn Thị Hường', organization: 'Chi bộ Thôn Đoài', hometown: 'xã Đồng Tiến' },
      },
      { values: { fullName: 'Đặng Văn Ưởng', birthDate: '1980', admittedOn: '2001-05-19' } },
    ]);
  });
});
