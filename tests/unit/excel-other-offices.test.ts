import { describe, expect, it } from 'vitest';
import type { ReadSheet } from '../../db/contract/workbooks.ts';
import { recordReader } from '../../db/excel/extract-records.ts';
import { RecordBook } from '../../db/features/import-records.ts';
import { extractRecords, understandAgain } from '../helpers/read-records.ts';
import { fieldsOf, rowsOf, understood } from '../helpers/workbooks.ts';

/** Faults found with sheets of offices that write otherwise; each test holds the smallest sheet that shows its fault. */

const officials = (sheet: ReadSheet) =>
  extractRecords(sheet, { kind: 'officials', year: null, thisYear: 2026 });
const ratings = (sheet: ReadSheet) => extractRecords(sheet, { kind: 'ratings', year: 2025, thisYear: 2026 });
const wrongCounts = (sheet: ReadSheet) => sheet.writtenCounts.filter(({ written, read }) => written !== read);
const codes = (records: ReturnType<typeof officials>) =>
  records.flatMap(({ problems }) => problems.map(({ code }) => code));

describe('titles', () => {
  // Words cut short were unknown: posts, degrees and days of full membership of such a list were left out.
  it('are known by words cut short, alone and in groups', async () => {
    const sheet = await understood({
      rows: [
        ['TT', 'H.tên đ/c', 'NS', 'C.thức', 'T.độ', null, null, 'CV', null, null, 'ĐV c.tác', 'Số ĐDCN'],
        [null, null, null, null, 'CM', 'LLCT', null, 'Đảng', 'CQ', 'ĐT'],
        [null, null, null, null, null, 'TĐ', 'Năm'],
        [
          1,
          'Lò Văn Chiến',
          '1/2/1985',
          '3/2/2011',
          'ĐH',
          'TC',
          2015,
          'BT',
          'CT',
          'UV',
          'UBND',
          '011085001111',
        ],
      ],
      merges: [
        ...['A', 'B', 'C', 'D', 'K', 'L'].map((letter) => `${letter}1:${letter}3`),
        ...['E1:G1', 'F2:G2', 'H1:J1', 'E2:E3', 'H2:H3', 'I2:I3', 'J2:J3'],
      ],
    });
    expect(officials(sheet).map(({ values }) => values)).toMatchObject([
      {
        fullName: 'Lò Văn Chiến',
        birthDate: '1985-02-01',
        fullMemberOn: '2011-02-03',
        professionalDegree: 'ĐH',
        politicalTheoryLevel: 'TC',
        partyPost: 'BT',
        statePost: 'CT',
        massPost: 'UV',
        workplace: 'UBND',
        citizenId: '011085001111',
      },
    ]);
  });

  // Without its brackets the second title was the first one's, and the day of full membership was lost.
  it('differ by what stands in their brackets', async () => {
    const sheet = await understood({
      rows: [
        [
          'STT',
          'Họ và tên',
          'Ngày, tháng, năm vào Đảng (dự bị)',
          'Ngày, tháng, năm vào Đảng (chính thức)',
          'Chức vụ, đơn vị công tác hiện nay',
        ],
        [1, 'Vi Văn Kha', '3/2/2010', '3/2/2011', 'Bí thư Đảng ủy xã'],
      ],
    });
    expect(Object.values(fieldsOf(sheet))).toEqual([
      'rowNo',
      'fullName',
      'admittedOn',
      'fullMemberOn',
      'statePost',
    ]);
  });

  // "Đảng ủy công nhận" under "Mức xếp loại" was an unknown column: the decided level of everybody was empty.
  it('tell the step of a rating by who gives it', async () => {
    const sheet = await understood({
      rows: [
        ['KẾT QUẢ XẾP LOẠI NĂM 2025'],
        ['TT', 'Đồng chí', 'Chi bộ', 'Mức xếp loại'],
        [null, null, null, 'Bản thân tự chấm', 'Tập thể chi ủy', 'BTV Đảng ủy thống nhất'],
        [1, 'Vi Văn Kha', 'Chi bộ 1', 'HTXS', 'HTT', 'HT'],
      ],
      merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:F2'],
    });
    expect(sheet.kind).toBe('ratings');
    expect(ratings(sheet).map(({ values }) => values)).toMatchObject([
      { fullName: 'Vi Văn Kha', selfLevel: 'excellent', proposedLevel: 'good', decidedLevel: 'completed' },
    ]);
  });
});

describe('rows', () => {
  // A unit numbered 1 with its number of people beside it was taken for a person.
  it('are units among people, with numbers of people beside', async () => {
    const sheet = await understood({
      rows: [
        ['Số TT', 'Họ tên', 'Năm sinh', 'Giới tính', 'Ngày vào Đảng'],
        ['I', 'ĐẢNG BỘ BỘ PHẬN TRƯỜNG HỌC', 3],
        ['1', 'Chi bộ Trường Mầm non', 2, 2],
        ['1.1', 'Hà Thị Gấm', 1986, 'Nữ', '01/06/2010'],
        ['1.2', 'Lê Thị Hoa', 1989, 'Nữ', '02/06/2012'],
        ['2', 'Chi bộ Trường Tiểu học', 1],
        ['2.1', 'Đinh Văn Ích', 1975, 'Nam', '30/4/1999'],
      ],
    });
    expect([rowsOf(sheet, 'section'), rowsOf(sheet, 'data')]).toEqual([
      [2, 3, 6],
      [4, 5, 7],
    ]);
    expect(officials(sheet).map(({ values }) => values.organization)).toEqual([
      'Chi bộ Trường Mầm non',
      'Chi bộ Trường Mầm non',
      'Chi bộ Trường Tiểu học',
    ]);
    expect(wrongCounts(sheet)).toEqual([]);
  });

  // "a) Đảng viên chính thức" was imported as a person.
  it('are groups numbered with small letters', async () => {
    const sheet = await understood({
      rows: [
        ['DANH SÁCH ĐẢNG VIÊN CHI BỘ BẢN LƯỚT'],
        ['STT', 'Họ và tên', 'Ngày sinh', 'Ngày vào Đảng'],
        ['a)', 'Đảng viên chính thức'],
        [1, 'Và A Dơ', '1/2/1985', '3/2/2010'],
        ['b) Đảng viên dự bị'],
        [1, 'Và Thị Pà', '1/2/1999', '3/2/2025'],
      ],
    });
    expect(officials(sheet).map(({ values }) => [values.fullName, values.organization])).toEqual([
      ['Và A Dơ', 'Chi bộ bản Lướt'],
      ['Và Thị Pà', 'Chi bộ bản Lướt'],
    ]);
  });

  // The number with its own remark behind it stayed in the unit's name, and was not compared.
  it('name units with a number of people and a remark on it', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Ngày sinh', 'Ngày vào Đảng'],
        ['1. Chi bộ thôn Đông: 02 đảng viên (01 nữ)'],
        [1, 'Tăng Văn Nam', '1/2/1985', '3/2/2010'],
        [2, 'Tăng Thị Oanh', '1/2/1986', '3/2/2012'],
        ['2. Chi bộ thôn Đoài (01 đ/c, 01 dự bị)'],
        [1, 'Tăng Văn Phú', '1/2/1987', '3/2/2012'],
      ],
      merges: ['A2:D2', 'A5:D5'],
    });
    expect(officials(sheet).map(({ values }) => values.organization)).toEqual([
      'Chi bộ thôn Đông',
      'Chi bộ thôn Đông',
      'Chi bộ thôn Đoài',
    ]);
    expect(sheet.writtenCounts.map(({ written, read }) => [written, read])).toEqual([
      [2, 2],
      [1, 1],
    ]);
  });

  // "+ Dự bị: 1" in the column of numbers and "Mang sang: 2" were rejected as people without a name.
  it('are parts of a total in the column of numbers, and what is carried to the next page', async () => {
    const head = ['STT', 'Họ và tên', 'Năm sinh', 'Chi bộ'];
    const sheet = await understood({
      rows: [
        head,
        ['Tổng số đảng viên: 3'],
        ['Trong đó: + Nữ: 1'],
        ['+ Dự bị: 1'],
        [1, 'Đoàn Văn Bình', 1985, 'Chi bộ 1'],
        [2, 'Đoàn Thị Chi', 1986, 'Chi bộ 1'],
        ['Cộng trang 1: 2 đ/c'],
        head,
        ['Mang sang: 2'],
        [3, 'Đoàn Văn Đạt', 2000, 'Chi bộ 2'],
        ['Cộng trang 2: 1 đ/c'],
      ],
    });
    expect([rowsOf(sheet, 'total'), rowsOf(sheet, 'data')]).toEqual([
      [2, 3, 4, 7, 9, 11],
      [5, 6, 10],
    ]);
    expect(wrongCounts(sheet)).toEqual([]);
  });

  // The sum of the second part was compared with the people of both.
  it('add up their own part where the first part stands under no name', async () => {
    const head = ['STT', 'Họ và tên', 'Năm sinh', 'Chi bộ'];
    const sheet = await understood({
      rows: [
        ['I. ĐẢNG VIÊN CHÍNH THỨC'],
        head,
        [1, 'Trịnh Văn Bốn', 1985, 'Chi bộ 1'],
        [2, 'Trịnh Văn Năm', 1986, 'Chi bộ 1'],
        ['Cộng: 2 đ/c'],
        ['II. ĐẢNG VIÊN DỰ BỊ'],
        head,
        [1, 'Trịnh Văn Sáu', 1997, 'Chi bộ 2'],
        ['Cộng: 1 đ/c'],
      ],
    });
    expect(sheet.writtenCounts.map(({ written, read }) => [written, read])).toEqual([
      [2, 2],
      [1, 1],
    ]);
  });
});

describe('cells', () => {
  // Only the row right above was asked, so the second "nt" in a row gave the text "nt"; marks and days were problems.
  it('repeat the row above however many rows it is written above, in every column but the ID', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Quê quán', 'Ngày vào Đảng', 'LLCT', 'Số CCCD', 'Chi bộ'],
        [1, 'Nông Văn Minh', 'xã Bản Sen', '3/2/2010', 'Trung cấp', '011085001111', 'Chi bộ Quân sự'],
        [2, 'Nông Văn Năm', 'nt', '-nt-', '//', 'nt', '″'],
        [3, 'Nông Thị Oanh', '"', '- nt -', '-//-', null, 'n.t'],
        [4, 'Nông Thị Phin', '„', '3/2/2011', null, null, '〃'],
      ],
    });
    const read = officials(sheet);
    expect(
      read.map(({ values }) => [
        values.hometown,
        values.admittedOn,
        values.politicalTheoryLevel,
        values.organization,
      ]),
    ).toEqual([
      ['xã Bản Sen', '2010-02-03', 'Trung cấp', 'Chi bộ Quân sự'],
      ['xã Bản Sen', '2010-02-03', 'Trung cấp', 'Chi bộ Quân sự'],
      ['xã Bản Sen', '2010-02-03', 'Trung cấp', 'Chi bộ Quân sự'],
      ['„', '2011-02-03', null, 'Chi bộ Quân sự'],
    ]);
    expect(codes(read)).toEqual(['CITIZEN_ID_INVALID']);
  });

  it('repeat a cell that the person mended, over all rows that refer to it', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Quê quán', 'Chi bộ'],
        [1, 'Nông Văn Minh', 'xã Bản Sen', 'Chi bộ 1'],
        [2, 'Nông Văn Năm', 'nt', 'nt'],
        [3, 'Nông Thị Oanh', 'nt', 'nt'],
        [4, 'Nông Thị Phin', 'nt', 'Chi bộ 2'],
      ],
    });
    const book = new RecordBook(recordReader(sheet, { kind: 'officials', year: null, thisYear: 2026 }));
    const fixed = book.records({
      cells: [{ row: 2, field: 'hometown', text: 'xã Bản Mới' }],
      mended: new Set(),
    });
    expect(fixed.map(({ values }) => values.hometown)).toEqual(Array(4).fill('xã Bản Mới'));
  });

  // Degrees, ranks and forms of address became a part of the name, so that nobody was found again.
  it('hold names behind degrees and ranks', async () => {
    const names = [
      'TS. Kiều Văn Nghĩa',
      'ThS Kiều Thị Nga',
      'PGS.TS. KIỀU VĂN PHONG',
      'BS.CKI Kiều Văn Quang',
    ];
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Ngày sinh', 'Chức vụ'],
        ...[...names, 'Đại úy Lò Văn Sơn', 'Ông Ích Đạt'].map((name, index) => [
          index + 1,
          name,
          `1/2/198${index}`,
          'Viên chức',
        ]),
      ],
    });
    expect(officials(sheet).map(({ values }) => values.fullName)).toEqual([
      'Kiều Văn Nghĩa',
      'Kiều Thị Nga',
      'Kiều Văn Phong',
      'Kiều Văn Quang',
      'Lò Văn Sơn',
      'Ông Ích Đạt',
    ]);
  });

  it('hold names behind "Ông" and "Bà" where the whole list has them, and the gender with them', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Ngày sinh', 'Chức vụ'],
        [1, 'Ông Kiều Văn Khánh', '2/3/1980', 'Giám đốc'],
        [2, 'Bà Kiều Thị Lan', '4/5/1981', 'Viên chức'],
        [3, 'Bà KIỀU THỊ MAI', '4/5/1982', 'Viên chức'],
      ],
    });
    expect(officials(sheet).map(({ values }) => [values.fullName, values.gender])).toEqual([
      ['Kiều Văn Khánh', 'male'],
      ['Kiều Thị Lan', 'female'],
      ['Kiều Thị Mai', 'female'],
    ]);
  });

  it('hold days with a word before or between them, and marks of direction', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Ngày sinh', 'Ngày vào Đảng, ngày chính thức', 'Nữ'],
        [1, 'Cao Văn Hiệp', 'Sinh năm: 1947', '03/02/1970 và 03/02/1971', null],
        [2, 'Cao Thị H\u200biền', '\u200e1/2/1955', '3/2/1980 - 3/2/1981', 'Nữ'],
      ],
    });
    const read = officials(sheet);
    expect(codes(read).filter((code) => code !== 'UNIT_MISSING')).toEqual([]);
    expect(
      read.map(({ values }) => [
        values.fullName,
        values.birthDate,
        values.gender,
        values.admittedOn,
        values.fullMemberOn,
      ]),
    ).toEqual([
      ['Cao Văn Hiệp', '1947', 'male', '1970-02-03', '1971-02-03'],
      ['Cao Thị Hiền', '1955-02-01', 'female', '1980-02-03', '1981-02-03'],
    ]);
  });

  it('hold marks of other fonts, "nt" for a level, and "Miễn ĐG"', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Ngày sinh', 'HTXSNV', 'HTTNV', 'HTNV', 'KHTNV', 'Lý do không xếp loại'],
        [1, 'Bạc Văn An', '1/2/1970', '●', null, null, null, null],
        [2, 'Bạc Thị Bé', '1/2/1971', null, '√', null, null, null],
        [3, 'Bạc Văn Cao', '1/2/1972', null, '"', null, null, null],
        [4, 'Bạc Thị Du', '1/2/1973', null, null, 'þ', null, null],
        [5, 'Bạc Văn Ét', '1/2/1974', null, null, null, 'ü', null],
      ],
    });
    expect(ratings(sheet).map(({ values }) => values.decidedLevel)).toEqual([
      'excellent',
      'good',
      'good',
      'completed',
      'notCompleted',
    ]);
    const words = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Ngày sinh', 'Xếp loại'],
        [1, 'Bạc Văn An', '1/2/1970', 'HTTNV'],
        [2, 'Bạc Thị Bé', '1/2/1971', '-nt-'],
        [3, 'Bạc Văn Cao', '1/2/1972', '-nt-'],
        [4, 'Bạc Thị Du', '1/2/1973', 'Miễn ĐG (tuổi cao)'],
      ],
    });
    expect(ratings(words).map(({ values }) => [values.decidedLevel, values.unratedReason])).toEqual([
      ['good', null],
      ['good', null],
      ['good', null],
      [null, 'tuổi cao'],
    ]);
  });
});

describe('values over several columns', () => {
  // Columns "Ngày | Tháng | Năm" were unknown: births and admissions of such a list were left out.
  it('are days, with what is known of them', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Ngày sinh', null, null, 'Ngày vào Đảng', null, 'Chi bộ'],
        [null, null, 'Ngày', 'Tháng', 'Năm', 'Tháng', 'Năm'],
        [1, 'Lê Văn Xuân', 5, 7, 1981, 2, 2004, 'Chi bộ 1'],
        [2, 'Lê Thị Yến', '09', '12', '1984', null, '2009', 'Chi bộ 1'],
        [3, 'Lê Văn Ấn', null, 3, 1959, null, null, 'Chi bộ 1'],
        [4, 'Lê Văn Ân', 3, null, 1959, null, null, 'Chi bộ 1'],
        [5, 'Lê Thị Ơn', '1/2/1960', null, null, 5, 1990, 'Chi bộ 1'],
      ],
      merges: ['A1:A2', 'B1:B2', 'C1:E1', 'F1:G1', 'H1:H2'],
    });
    const read = officials(sheet);
    expect(read.map(({ values }) => [values.birthDate, values.admittedOn])).toEqual([
      ['1981-07-05', '2004-02'],
      ['1984-12-09', '2009'],
      ['1959-03', null],
      [null, null],
      ['1960-02-01', '1990-05'],
    ]);
    expect(codes(read)).toEqual(['DATE_UNREADABLE']);
    expect(sheet.warnings).toEqual([]);
    // What a person chooses of it is understood from the same cells again.
    expect(officials(understandAgain(sheet, 'x.xlsx', { columns: { H: null } }))[0]?.values).toMatchObject({
      birthDate: '1981-07-05',
      organization: null,
    });
    expect(
      officials(understandAgain(sheet, 'x.xlsx', { columns: { E: 'birthDate' } }))[0]?.values,
    ).toMatchObject({
      birthDate: '1981',
      admittedOn: '2004-02',
    });
  });

  it('are days without a title over them', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ', 'Tên đệm', 'Tên', 'Ngày sinh', 'Tháng sinh', 'Năm sinh', 'Chi bộ'],
        [1, 'Lưu', 'Thị Thu', 'Thảo', 5, 7, 1981, 'Chi bộ 1'],
        [2, 'LƯU', null, 'BỊ', null, null, 1959, 'Chi bộ 1'],
      ],
    });
    // The column of middle names was left out: Lưu Thị Thu Thảo became Lưu Thảo.
    expect(officials(sheet).map(({ values }) => [values.fullName, values.birthDate])).toEqual([
      ['Lưu Thị Thu Thảo', '1981-07-05'],
      ['Lưu Bị', '1959'],
    ]);
    // The mapping screen called them not joined.
    expect(sheet.columns.flatMap(({ letter, joinedTo }) => (joinedTo ? [[letter, joinedTo]] : []))).toEqual([
      ['C', 'B'],
      ['F', 'E'],
      ['G', 'E'],
    ]);
  });
});

describe('facts beside others', () => {
  it('are read where a cell or a title holds more than one', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Ông/Bà', 'Ngày sinh', 'Dân tộc,\ntôn giáo', 'Số thẻ Đảng', 'Số CCCD', 'Đơn vị (chi bộ)'],
        [1, 'Đèo Văn Long', '1/2/1985', 'Thái, Không', 'Chưa cấp', 'Chưa có', 'Chi bộ Khu phố 1 (2)'],
        [2, 'Đèo Thị Lan', '1/2/1986', 'Thái; Phật giáo', '11.000111', null, 'Chi bộ Khu phố 1 (2)'],
        [3, 'Đèo Thị Mai', '1/2/1987', 'Kinh', '11.000112', null, 'Chi bộ Khu phố (2)'],
        [4, 'Đèo Thị Na', '1/2/1988', null, '11.000113', null, 'Chi bộ Chợ (5 đ/c)'],
      ],
    });
    const read = officials(sheet);
    expect(codes(read)).toEqual([]);
    expect(
      read.map(({ values }) => [values.ethnicity, values.religion, values.partyCardNo, values.organization]),
    ).toEqual([
      ['Thái', 'Không', null, 'Chi bộ Khu phố 1'],
      ['Thái', 'Phật giáo', '11.000111', 'Chi bộ Khu phố 1'],
      // The number in brackets is no number of people there: it belongs to the name.
      ['Kinh', null, '11.000112', 'Chi bộ Khu phố (2)'],
      [null, null, '11.000113', 'Chi bộ Chợ'],
    ]);
  });

  it('are levels with a score, under "SL" beside "%", and of the whole year beside its quarters', async () => {
    const words = ['HTXSNV (95 điểm)', '85,5 điểm - HTTNV', 'Mức 3: HTNV', 'ĐV KHTNV', 'HTTNV - 88đ'];
    const scored = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Ngày sinh', 'Xếp loại'],
        ...words.map((word, index) => [index + 1, `Bạc Văn ${'ABCDE'[index]}`, `1/2/197${index}`, word]),
        [6, 'Bạc Văn G', '1/2/1979', '95'],
      ],
    });
    const read = ratings(scored);
    expect(read.map(({ values }) => values.decidedLevel)).toEqual([
      'excellent',
      'good',
      'completed',
      'notCompleted',
      'good',
      null,
    ]);
    expect(read.at(-1)?.problems.map(({ code }) => code)).toContain('RATING_UNKNOWN');

    const counted = await understood({
      rows: [
        ['XẾP LOẠI ĐẢNG VIÊN NĂM 2025'],
        ['TT', 'Họ và tên', 'Ngày sinh', 'Kết quả xếp loại'],
        [null, null, null, 'HTXSNV', null, 'HTTNV', null, 'HTNV', null, 'KHTNV', null],
        [null, null, null, 'SL', '%', 'SL', '%', 'SL', '%', 'SL', '%'],
        ['I', 'Chi bộ Thôn Một', null, 1, '50%', 1, '50%', 0, 0, 0, 0],
        [1, 'Bạc Văn An', '1/2/1970', 1],
        [2, 'Bạc Thị Bé', '1/2/1971', null, null, 1],
        [null, 'Tổng cộng', null, 1, '50%', 1, '50%', 0, 0, 0, 0],
      ],
      merges: ['A2:A4', 'B2:B4', 'C2:C4', 'D2:K2', 'D3:E3', 'F3:G3', 'H3:I3', 'J3:K3'],
    });
    expect(counted.kind).toBe('ratings');
    expect(ratings(counted).map(({ values }) => [values.decidedLevel, values.organization])).toEqual([
      ['excellent', 'Chi bộ Thôn Một'],
      ['good', 'Chi bộ Thôn Một'],
    ]);
    expect(wrongCounts(counted)).toEqual([]);

    const quarters = await understood({
      rows: [
        ['TT', 'Họ và tên', 'Ngày sinh', 'Xếp loại'],
        [null, null, null, 'Quý I', 'Quý II', 'Cả năm'],
        [1, 'Bạc Văn An', '1/2/1970', 'HTT', 'HTT', 'HTXS'],
      ],
      merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:F1'],
    });
    expect(ratings(quarters)[0]?.values.decidedLevel).toBe('excellent');
  });
});
