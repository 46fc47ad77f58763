import { describe, expect, it } from 'vitest';
import type { ReadSheet } from '../../db/contract/workbooks.ts';
import { readWorkbookBytes } from '../../db/excel/read-workbook.ts';
import { odsBytes, odsRow, odsText } from '../helpers/ods-files.ts';
import { to1258 } from '../helpers/office-texts.ts';
import { extractRecords, extractSheetRecords, understandAgain } from '../helpers/read-records.ts';
import { fieldsOf, rowsOf, type SheetSpec, understood } from '../helpers/workbooks.ts';

/** Sheets in mixtures of habits that neither the samples nor the other tests have; each as a person would read it. */

const officials = (sheet: ReadSheet) =>
  extractRecords(sheet, { kind: 'officials', year: null, thisYear: 2026 });
const ratings = (sheet: ReadSheet) => extractRecords(sheet, { kind: 'ratings', year: 2025, thisYear: 2026 });
const codes = (sheet: ReadSheet) => sheet.warnings.map(({ code }) => code);
const wrongCounts = (sheet: ReadSheet) => sheet.writtenCounts.filter(({ written, read }) => written !== read);
async function only(name: string, bytes: Uint8Array): Promise<ReadSheet> {
  const [sheet] = (await readWorkbookBytes(name, bytes)).sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

describe('lists of people', () => {
  it('a header of three rows after empty rows and columns, totals on top by gender, units of abbreviations', async () => {
    const sheet = await understood({
      rows: [
        [],
        [],
        [null, null, 'ĐẢNG BỘ XÃ PHÌN HỒ', null, null, null, 'ĐẢNG CỘNG SẢN VIỆT NAM'],
        [null, null, 'DANH SÁCH CÁN BỘ, ĐẢNG VIÊN TÍNH ĐẾN NGÀY 31/12/2025'],
        [],
        [null, null, 'Số TT', 'Họ và tên', 'Cá nhân', null, null, null, 'Đảng', null, null, 'Ghi chú'],
        [null, null, null, null, 'Năm sinh', null, 'Quê quán', 'Số CCCD', 'Ngày vào Đảng', null, 'Số thẻ ĐV'],
        [null, null, null, null, 'Nam', 'Nữ', null, null, 'Kết nạp', 'Chính thức'],
        [null, null, 'A', 'B', 1, 2, 3, 4, 5, 6, 7, 8],
        [null, null, null, 'Tổng số: 3', 2, 1],
        [null, null, null, 'Trong đó: - Nữ', null, 1],
        [null, null, null, '- Dân tộc thiểu số', 3],
        [null, null, 'I', 'CHI BỘ TRẠM Y TẾ XÃ'],
        [null, null, 1, 'LẦU A SÙNG', 1975, null, 'Phìn Hồ', 11075001234, '3/2/99', '3/2/00', '17.001.234'],
        [null, null, 2, 'Giàng Thị  Mỷ', null, 88, 'Phìn Hồ', '011188004321', '19.5.2012', '19.5.2013', null],
        [null, null, 'II', 'CHI BỘ TRƯỜNG PTDTBT TIỂU HỌC'],
        [null, null, 3, 'Sùng A  Dế', '10/1980', null, 'Phìn Hồ', null, '?/2005', '02/9/2006', null],
        [null, null, null, 'Danh sách này có 03 đồng chí./.'],
      ],
      merges: ['C6:C8', 'D6:D8', 'E6:H6', 'I6:K6', 'L6:L8', 'E7:F7', 'G7:G8', 'H7:H8', 'I7:J7', 'K7:K8'],
    });
    expect(sheet.headerRows).toEqual([6, 8]);
    expect([rowsOf(sheet, 'total'), rowsOf(sheet, 'section')]).toEqual([
      [10, 11, 12],
      [13, 16],
    ]);
    expect(wrongCounts(sheet)).toEqual([]);
    expect(
      officials(sheet).map(({ values }) => [
        values.fullName,
        values.birthDate,
        values.gender,
        values.admittedOn,
        values.organization,
      ]),
    ).toEqual([
      ['Lầu A Sùng', '1975', 'male', '1999-02-03', 'Chi bộ trạm y tế xã'],
      ['Giàng Thị Mỷ', '1988', 'female', '2012-05-19', 'Chi bộ trạm y tế xã'],
      ['Sùng A Dế', '1980-10', 'male', '2005', 'Chi bộ trường PTDTBT tiểu học'],
    ]);
  });

  it('a unit merged over its people before the number, sums per unit, lines between printed pages', async () => {
    const titles = ['Chi bộ', 'STT', 'Họ và tên', null, 'Ngày sinh', 'Ngày vào Đảng\n(Ngày chính thức)'];
    const sheet = await understood({
      rows: [
        ['DANH SÁCH ĐẢNG VIÊN ĐANG SINH HOẠT'],
        titles,
        ['Chi bộ thôn Hạ', 1, 'Ma Văn', 'Tỵ', '05-08-1970', '03/02/1995\n03/02/1996'],
        [null, 2, 'Nông Thị', 'Oanh', '1/12/1982', '19/05/2010\n19/05/2011'],
        ['Cộng: 02 đ/c'],
        ['Trang 1/2'],
        titles,
        ['Chi bộ thôn Thượng', 3, 'Hoàng Văn', 'Sự', '1965', '1.5.1990\n1.5.1991'],
        ['Cộng: 01 đ/c'],
        ['Tổng cộng: 03 đ/c'],
        ['Trang 2/2'],
      ],
      merges: ['C2:D2', 'C7:D7', 'A3:A4', 'A5:F5', 'A9:F9', 'A10:F10'],
    });
    expect(codes(sheet)).toEqual(['REPEATED_HEADER']);
    expect(rowsOf(sheet, 'foot')).toEqual([6, 11]);
    expect(sheet.writtenCounts.map(({ written, read }) => [written, read])).toEqual([
      [2, 2],
      [1, 1],
      [3, 3],
    ]);
    expect(officials(sheet).map(({ values }) => [values.fullName, values.organization])).toEqual([
      ['Ma Văn Tỵ', 'Chi bộ thôn Hạ'],
      ['Nông Thị Oanh', 'Chi bộ thôn Hạ'],
      ['Hoàng Văn Sự', 'Chi bộ thôn Thượng'],
    ]);
  });

  it('counts the last sum of a unit wrong when it is, and not against everybody', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Năm sinh', 'Chi bộ'],
        [1, 'Ma Văn Tỵ', 1970, 'Chi bộ 1'],
        [null, 'Cộng', 1],
        [2, 'Hoàng Văn Sự', 1965, 'Chi bộ 2'],
        [null, 'Cộng', 2],
        [null, 'Tổng cộng', 2],
      ],
    });
    expect(wrongCounts(sheet)).toMatchObject([{ row: 5, written: 2, read: 1 }]);
  });

  it('years of two digits, days named DB and CT in any order, 12/12 as a day, IDs of nine digits', async () => {
    const sheet = await understood({
      rows: [
        ['CHI BỘ BỆNH XÁ'],
        [
          'TT',
          'Họ, chữ đệm',
          'Tên',
          'Nữ',
          'Năm sinh',
          'Ngày vào Đảng\nNgày chính thức',
          'Văn hóa',
          'CMND/CCCD',
        ],
        ['01', 'Đ/c Bế Văn', 'Slam', null, 85, '03/02/1985\r\n03/02/1986', '10/10', '080123456'],
        ['02', 'Hà Thị', 'Lụa (Sáu)', 'x', '90', 'DB: 01/06/2018; CT: 01/06/2019', { serial: 43811 }, null],
        ['03', 'Phùng', 'Páo', null, '7/1979', 'CT 3/2/2002, DB 3/2/2001', '12/12', '3.81E+10'],
        ['04', 'La Thị', 'Hến', 'x', '15-3-88', 'CT 19/5/2015', '9/12', '080.188.000.999'],
      ],
    });
    expect(
      officials(sheet).map(({ values, problems }) => [
        values.fullName,
        values.birthDate,
        values.admittedOn,
        values.fullMemberOn,
        values.schooling,
        values.citizenId,
        problems.map(({ code }) => code),
      ]),
    ).toEqual([
      ['Bế Văn Slam', '1985', '1985-02-03', '1986-02-03', '10/10', '080123456', []],
      ['Hà Thị Lụa (Sáu)', '1990', '2018-06-01', '2019-06-01', '12/12', null, []],
      ['Phùng Páo', '1979-07', '2001-02-03', '2002-02-03', '12/12', null, ['CITIZEN_ID_INVALID']],
      // Which of the two days it is cannot be told from one that is called the other.
      ['La Thị Hến', '1988-03-15', null, null, '9/12', '080188000999', ['DATE_UNREADABLE']],
    ]);
  });

  it('an .ods with a unit over three rows, and a total in a column of the unit', async () => {
    const covered = '<table:covered-table-cell/>';
    const none = '<table:table-cell/>';
    const day = (iso: string) =>
      `<table:table-cell office:value-type="date" office:date-value="${iso}"><text:p>x</text:p></table:table-cell>`;
    const number = (value: number) =>
      `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
    const rows = [
      odsRow(none, odsText('DANH SÁCH ĐẢNG VIÊN MIỄN CÔNG TÁC')),
      odsRow(none, ...['Chi bộ', 'Họ tên', 'Ngày sinh', 'Vào Đảng', 'GC'].map((text) => odsText(text))),
      odsRow(none, ...['(1)', '(2)', '(3)', '(4)', '(5)'].map((text) => odsText(text))),
      odsRow(
        none,
        odsText('Chi bộ bản Pom', 'table:number-rows-spanned="2"'),
        odsText('CẦM VĂN PHỚ'),
        day('1948-02-03'),
        odsText('03/02/1970'),
      ),
      odsRow(none, covered, odsText('Lò Thị Ún'), number(1951), odsText('2/9/75'), odsText('Hưu trí')),
      odsRow(
        none,
        odsText('Chi bộ bản Hốc'),
        odsText('Hoàng Thị Pản'),
        odsText('1/1/1949'),
        odsText('?/1974'),
      ),
      odsRow(none, odsText('Cộng:'), number(3)),
    ];
    const sheet = await only(
      'b.ods',
      odsBytes(`<table:table table:name="DS">${rows.join('')}</table:table>`),
    );
    expect(wrongCounts(sheet)).toEqual([]);
    expect(officials(sheet).map(({ values }) => Object.values(values).filter(Boolean))).toEqual([
      ['Cầm Văn Phớ', '1948-02-03', '1970-02-03', 'Chi bộ bản Pom'],
      ['Lò Thị Ún', '1951', '1975-09-02', 'Chi bộ bản Pom', 'Hưu trí'],
      ['Hoàng Thị Pản', '1949-01-01', '1974', 'Chi bộ bản Hốc'],
    ]);
  });

  it('a .csv of Windows-1258 with units as lines, breaks in fields, dots in days', async () => {
    const lines = [
      'DANH SÁCH ĐẢNG VIÊN ĐẢNG BỘ XÃ NÀ Ớt;;;;;',
      'STT;Họ và tên;Ngày sinh;Giới tính;CMND;Nơi ở hiện nay',
      'CHI BỘ BẢN XUÂN;;;;;',
      '1;LÒ THỊ ĐƯỜNG;05.07.1969;Nữ;050123456;"Bản Xuân,\nxã Nà Ớt"',
      'CHI BỘ BẢN LẠNH;;;;;',
      '2;Tòng Văn Kưa;1982;nam;14082000333;Bản Lạnh',
      'Tổng số: 2 đảng viên;;;;;',
      ';;;Nà Ớt, ngày 10 tháng 01 năm 2026;;',
    ];
    const sheet = await only('ds.csv', to1258(lines.join('\r\n')));
    expect(wrongCounts(sheet)).toEqual([]);
    expect(officials(sheet).map(({ values }) => Object.values(values).filter(Boolean))).toEqual([
      ['Lò Thị Đường', '1969-07-05', 'female', 'Bản Xuân, xã Nà Ớt', '050123456', 'Chi bộ bản Xuân'],
      ['Tòng Văn Kưa', '1982', 'male', 'Bản Lạnh', '014082000333', 'Chi bộ bản Lạnh'],
    ]);
  });

  it('HTML of a web page with rows over rows, an unclosed numbering row, and a total by gender', async () => {
    const html = `<html><head><meta charset="utf-8"></head><body><table>
      <tr><td colspan=8><b>DANH SÁCH ĐẢNG VIÊN DỰ BỊ</b></td></tr><tr></tr>
      <tr><td rowspan=2>STT</td><td rowspan=2 colspan=2>Họ và tên</td><td colspan=2>Ngày tháng năm sinh</td>
        <td colspan=2>Ngày</td><td rowspan=2>Chi bộ</td></tr>
      <tr><td>Nam</td><td>Nữ</td><td>Kết nạp</td><td>Chính thức</td></tr>
      <tr><td>1<td>2<td>3<td>4<td>5<td>6<td>7<td>8</tr>
      <tr><td>1</td><td>Vi Văn</td><td>Khằm</td><td>12/4/2001</td><td>&nbsp;</td><td>01.7.2025</td><td></td><td rowspan=2>Chi bộ<br>Công an xã</td></tr>
      <tr><td>2</td><td>Lăng Thị</td><td>Diệp</td><td>&nbsp;</td><td>2003</td><td>02/09/2025</td><td>Chưa</td></tr>
      <tr><td>&nbsp;</td><td colspan=2>Cộng</td><td>1</td><td>1</td><td></td><td></td><td></td></tr></table></body></html>`;
    const sheet = await only('ds.xls', new TextEncoder().encode(html));
    expect(codes(sheet)).toEqual([]);
    expect(officials(sheet).map(({ values }) => Object.values(values).filter(Boolean))).toEqual([
      ['Vi Văn Khằm', '2001-04-12', 'male', '2025-07-01', 'Chi bộ Công an xã'],
      ['Lăng Thị Diệp', '2003', 'female', '2025-09-02', 'Chi bộ Công an xã'],
    ]);
  });

  it('units with counts of men and women beside them, and a sum on top', async () => {
    const sheet = await understood({
      rows: [
        ['TT', 'Họ và tên', 'Ngày, tháng, năm sinh', '', 'Dân tộc', 'Ngày vào Đảng'],
        ['', '', 'Nam', 'Nữ', '', ''],
        ['', 'Cộng (I+II)', '2', '1', '', ''],
        ['I', 'TRƯỜNG MẦM NON', '1', '1', '', ''],
        ['1', 'Phạm Thu Hiền', '', '12/10/1987', 'Kinh', '03/02/2015'],
        ['2', 'Lê Quang Huy', '5/1980', '', 'Kinh', '2009'],
        ['II', 'TRẠM Y TẾ', '1', '0', '', ''],
        ['1', 'Trần Đắc Lộc', '1/1/1975', '', 'Mường', '19-05-2000'],
      ],
      merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2', 'F1:F2'],
    });
    expect(rowsOf(sheet, 'section')).toEqual([4, 7]);
    expect(wrongCounts(sheet)).toEqual([]);
    expect(officials(sheet).map(({ values }) => values.organization)).toEqual([
      'Trường mầm non',
      'Trường mầm non',
      'Trạm y tế',
    ]);
  });

  it('groups of people inside a unit, which name none', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ tên', 'Năm sinh', 'Giới tính', 'Ngày vào Đảng'],
        ['CHI BỘ ẤP 3 (02 đ/c)'],
        ['A. ĐẢNG VIÊN CHÍNH THỨC: 01 đ/c'],
        [1, 'Huỳnh Văn Út', 1966, 'Nam', '30/4/1990'],
        ['B. ĐẢNG VIÊN DỰ BỊ: 01 đ/c'],
        [2, 'Võ Minh Tâm', 1999, 'Nam', '19/5/2025'],
        ['ĐẢNG VIÊN CHI BỘ ẤP 4'],
        [3, 'Đặng Thị Bảy', 1971, 'Nữ', '2/9/1999'],
      ],
      merges: ['A2:E2', 'A3:E3', 'A5:E5', 'A7:E7'],
    });
    expect(officials(sheet).map(({ values }) => values.organization)).toEqual([
      'Chi bộ ấp 3',
      'Chi bộ ấp 3',
      'Chi bộ ấp 4',
    ]);
  });

  it('never reads a table of codes as columns of the people beside it', async () => {
    const codesBeside = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Ngày sinh', 'Chi bộ', null, 'Mã', 'Trình độ chuyên môn'],
        [1, 'Giáp Văn Tuân', '01/02/1980', 'Chi bộ 1', null, 1, 'Sơ cấp'],
        [2, 'Thân Thị Mơ', '1983', 'Chi bộ 1', null, 2, 'Trung cấp'],
        [null, null, null, null, null, 3, 'Đại học'],
      ],
    });
    expect(codes(codesBeside)).toEqual(['TABLE_BESIDE']);
    expect(fieldsOf(codesBeside)).not.toHaveProperty('G');
    expect(codesBeside.rowCounts.data).toBe(2);
    const notes: SheetSpec = {
      rows: [
        ['STT', 'Họ và tên', 'Năm sinh', 'Chi bộ', null, 'Ghi chú'],
        [1, 'Ong Thế Lực', 1970, 'Chi bộ 1', null, null],
        [2, 'Kha Văn Tư', 1975, 'Chi bộ 1', null, 'Mới về'],
      ],
    };
    expect(fieldsOf(await understood(notes))).toMatchObject({ F: 'note' });
  });

  it('titles cut short by an office', async () => {
    const sheet = await understood({
      rows: [
        ['Họ tên đ/c', 'N.sinh', 'Q.quán', 'Ngày KN', 'Ngày CT', 'C.vụ', 'Chi bộ', 'Lý luận\nCT'],
        ['đ/c: Lò Văn Pâng', '10.10.1960', 'Sốp Cộp', '3.2.1986', '3.2.1987', 'BT', 'CB Sốp Nặm', 'SC'],
      ],
    });
    expect(Object.values(fieldsOf(sheet))).toEqual([
      'fullName',
      'birthDate',
      'hometown',
      'admittedOn',
      'fullMemberOn',
      'statePost',
      'organization',
      'politicalTheoryLevel',
    ]);
  });
});

describe('other kinds', () => {
  it('levels in each spelling, marks of the decision only, and "không đánh giá" with its reason', async () => {
    const spelled = await understood({
      rows: [
        ['STT', 'Họ và tên (*)', 'Chi bộ (*)', 'Mức xếp loại (*)', 'Lý do không xếp loại'],
        ...['HT XSNV', 'Hoàn thành tốt NV', 'K.HTNV', 'Ko HTNV', 'H.T.N.V', 'KXL'].map((level, at) => [
          at + 1,
          `Cao Bá ${'ABCDEG'[at]}`,
          'Chi bộ Văn phòng',
          level,
          at === 5 ? 'Chưa đủ 6 tháng' : null,
        ]),
      ],
    });
    expect(ratings(spelled).map(({ values }) => values.decidedLevel ?? values.unratedReason)).toEqual([
      'excellent',
      'good',
      'notCompleted',
      'notCompleted',
      'completed',
      'Chưa đủ 6 tháng',
    ]);
    const four = ['HTXSNV', 'HTTNV', 'HTNV', 'Không HTNV'];
    const marked = await understood({
      rows: [
        [
          'TT',
          'Họ và tên',
          'Chi bộ đề nghị',
          '',
          '',
          '',
          'Cấp ủy quyết định',
          '',
          '',
          '',
          'Không đánh giá, xếp loại',
        ],
        ['', '', ...four, ...four, ''],
        ['1. CHI BỘ KHỐI CHÍNH QUYỀN'],
        [1, 'Đàm Quốc Trị', 'x', '', '', '', '', '✓', '', '', ''],
        [2, 'Lục Thị Thoa', '', 1, '', '', 1, '', '', '', ''],
        [3, 'Mông Thị Sen', '', '', '', '', '', '', '', '', 'Nghỉ thai sản'],
      ],
      merges: ['A1:A2', 'B1:B2', 'C1:F1', 'G1:J1', 'K1:K2', 'A3:K3'],
    });
    expect(
      ratings(marked).map(({ values }) => [values.decidedLevel ?? values.unratedReason, values.organization]),
    ).toEqual([
      ['good', 'Chi bộ Khối Chính quyền'],
      ['excellent', 'Chi bộ Khối Chính quyền'],
      ['Nghỉ thai sản', 'Chi bộ Khối Chính quyền'],
    ]);
  });

  it('people under the names of their levels, "Không xếp loại" last', async () => {
    const sheet = await understood({
      rows: [
        ['KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG ĐẢNG VIÊN NĂM 2025'],
        ['TT', 'Họ và tên', 'Ngày sinh', 'Chi bộ', 'Ghi chú'],
        ['I', 'HOÀN THÀNH XUẤT SẮC NHIỆM VỤ (01 đ/c)'],
        [1, 'Lại Văn Sam', '1980', 'Chi bộ A', null],
        ['II', 'HOÀN THÀNH TỐT NHIỆM VỤ'],
        [1, 'Vương Thị Hà', '1981', 'Chi bộ A', null],
        ['III', 'KHÔNG XẾP LOẠI'],
        [1, 'Từ Thị Yến', '1999', 'Chi bộ B', 'Mới kết nạp'],
      ],
    });
    expect([sheet.kind, sheet.year, fieldsOf(sheet).F]).toEqual(['ratings', 2025, 'ratingDecided']);
    expect(wrongCounts(sheet)).toEqual([]);
    expect(understandAgain(sheet, 'test.xlsx', {})).toEqual(sheet);
    expect(understandAgain(sheet, 'test.xlsx', { columns: { F: null } }).columns.at(-1)?.field).toBeNull();
    expect(
      ratings(sheet).map(({ values }) => [
        values.fullName,
        values.decidedLevel,
        values.unratedReason,
        values.organization,
      ]),
    ).toEqual([
      ['Lại Văn Sam', 'excellent', null, 'Chi bộ A'],
      ['Vương Thị Hà', 'good', null, 'Chi bộ A'],
      ['Từ Thị Yến', null, 'Không xếp loại', 'Chi bộ B'],
    ]);
  });

  it('tasks under "Tập thể" and "Cá nhân", with shared shortcomings merged over two measures', async () => {
    const sheet = await understood({
      rows: [
        ['BẢNG THEO DÕI KHẮC PHỤC HẠN CHẾ, KHUYẾT ĐIỂM SAU KIỂM ĐIỂM NĂM 2025'],
        [
          'STT',
          'Nội dung hạn chế, khuyết điểm',
          'Biện pháp khắc phục',
          'Cá nhân, tập thể chịu trách nhiệm',
          'Thời hạn',
        ],
        [1, 2, 3, 4, 5],
        ['A', 'TẬP THỂ BAN THƯỜNG VỤ'],
        [1, 'Chậm ban hành chương trình', 'Ban hành sớm', 'Tráng A Lử', 'Quý I/2026'],
        [null, null, 'Kiểm tra hằng quý', 'Sồng Thị Dợ', '30/6/2026'],
        ['B', 'CÁ NHÂN'],
        [1, 'Còn nể nang', 'Nêu gương', 'Tráng A Lử', 'Trước 31/12/2026'],
      ],
      merges: ['A5:A6', 'B5:B6', 'B4:E4', 'B7:E7'],
    });
    expect(extractSheetRecords(sheet, 'remediation').map(({ values }) => values)).toMatchObject([
      {
        organization: null,
        shortcoming: 'Chậm ban hành chương trình',
        assignee: 'Tráng A Lử',
        dueOn: '2026-03',
      },
      { organization: null, shortcoming: 'Chậm ban hành chương trình', assignee: 'Sồng Thị Dợ' },
      { organization: null, shortcoming: 'Còn nể nang', dueOn: '2026-12-31' },
    ]);
  });

  it('why somebody did not sign, in a column of its own; organisations under their kinds', async () => {
    const signed = await understood({
      rows: [
        ['TỔNG HỢP BẢN CAM KẾT TU DƯỠNG, RÈN LUYỆN, PHẤN ĐẤU NĂM 2026'],
        ['STT', 'Họ và tên', 'Chi bộ', 'Đã ký cam kết', 'Chưa ký', 'Ngày ký', 'Lý do'],
        [1, 'Tô Văn Thành', 'Chi bộ 1', 'x', '', '15/01/2026', ''],
        [2, 'Đào Duy Tư', 'Chi bộ 1', '', 'x', '', 'Đi công tác'],
      ],
    });
    expect(
      extractSheetRecords(signed, 'pledges').map(({ values }) => [values.signed, values.reason]),
    ).toEqual([
      [true, null],
      [false, 'Đi công tác'],
    ]);
    const units = await understood({
      rows: [
        ['DANH SÁCH TỔ CHỨC ĐẢNG TRỰC THUỘC ĐẢNG ỦY XÃ'],
        ['STT', 'Tên TCĐ', 'Loại hình', 'Số đảng viên', 'Trong đó', ''],
        ['', '', '', '', 'Chính thức', 'Dự bị'],
        ['I', 'ĐẢNG BỘ BỘ PHẬN'],
        [1, 'Đảng bộ bộ phận Quân sự', 'Đảng bộ bộ phận', 12, 11, 1],
        ['II', 'CHI BỘ'],
        [1, 'Chi bộ thôn Vàng', 'Chi bộ nông thôn', 20, 20, 0],
        ['', 'Tổng', '', 32, 31, 1],
      ],
      merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:F2'],
    });
    expect(units.kind).toBe('organizations');
    expect(extractSheetRecords(units, 'organizations').map(({ values }) => values)).toMatchObject([
      { name: 'Đảng bộ bộ phận Quân sự', kind: 'partyBody', parent: null, memberCount: 12 },
      { name: 'Chi bộ thôn Vàng', kind: 'partyCell', parent: null, memberCount: 20 },
    ]);
  });
});
