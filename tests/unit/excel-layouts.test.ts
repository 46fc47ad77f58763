import { describe, expect, it } from 'vitest';
import type { ReadSheet } from '../../db/contract/workbooks.ts';
import { extractRecords } from '../helpers/read-records.ts';
import { fieldsOf, rowsOf, type SheetSpec, understood } from '../helpers/workbooks.ts';

const officials = (sheet: Awaited<ReturnType<typeof understood>>) =>
  extractRecords(sheet, { kind: 'officials', year: null, thisYear: 2026 });
const ratings = (sheet: Awaited<ReturnType<typeof understood>>, year = 2024) =>
  extractRecords(sheet, { kind: 'ratings', year, thisYear: 2026 });

describe('headers', () => {
  const threeRows: SheetSpec = {
    rows: [
      ['DANH SÁCH ĐẢNG VIÊN'],
      [],
      ['STT', 'Họ và tên', 'Ngày sinh', 'Thông tin Đảng', null, null, 'Trình độ', null, 'Chi bộ'],
      [null, null, null, 'Ngày vào Đảng', null, 'Số thẻ', 'Chuyên môn', 'LLCT', null],
      [null, null, null, 'Dự bị', 'Chính thức', null, null, null, null],
      ['A', 'B', 1, 2, 3, 4, 5, 6, 7],
      [1, 'Lò Văn An', '03/02/1985', '1/5/2010', '1/5/2011', '12.345678', 'ĐH', 'TC', 'Chi bộ 1'],
      [2, 'Vì Thị Bình', '1990', '05/2012', null, '12.345679', 'CĐ', null, 'Chi bộ 2'],
    ],
    merges: [
      'A1:I1',
      'A3:A5',
      'B3:B5',
      'C3:C5',
      'D3:F3',
      'G3:H3',
      'I3:I5',
      'D4:E4',
      'F4:F5',
      'G4:G5',
      'H4:H5',
    ],
  };

  it('joins three merged rows and skips a numbering row with letters', async () => {
    const sheet = await understood(threeRows);
    expect(sheet.headerRows).toEqual([3, 5]);
    expect(rowsOf(sheet, 'numbering')).toEqual([6]);
    expect(sheet.columns.map(({ title }) => title)).toEqual([
      'STT',
      'Họ và tên',
      'Ngày sinh',
      'Thông tin Đảng / Ngày vào Đảng / Dự bị',
      'Thông tin Đảng / Ngày vào Đảng / Chính thức',
      'Thông tin Đảng / Số thẻ',
      'Trình độ / Chuyên môn',
      'Trình độ / LLCT',
      'Chi bộ',
    ]);
    expect(
      officials(sheet).map(({ values }) => [
        values.fullName,
        values.birthDate,
        values.admittedOn,
        values.fullMemberOn,
        values.partyCardNo,
      ]),
    ).toEqual([
      ['Lò Văn An', '1985-02-03', '2010-05-01', '2011-05-01', '12.345678'],
      ['Vì Thị Bình', '1990', '2012-05', null, '12.345679'],
    ]);
  });

  it('reads the same header without any merged cell', async () => {
    const sheet = await understood({ rows: threeRows.rows });
    expect(sheet.headerRows).toEqual([3, 5]);
    expect(fieldsOf(sheet)).toEqual({
      A: 'rowNo',
      B: 'fullName',
      C: 'birthDate',
      D: 'admittedOn',
      E: 'fullMemberOn',
      F: 'partyCardNo',
      G: 'professionalDegree',
      H: 'politicalTheoryLevel',
      I: 'organization',
    });
  });

  it('finds the row above that holds the group and the single titles, without merges', async () => {
    const sheet = await understood({
      rows: [
        ['DANH SÁCH'],
        ['STT', 'Họ và tên', 'Thông tin Đảng', null, null],
        [null, null, 'Ngày vào Đảng', 'Số thẻ', 'Chi bộ'],
        [1, 'Lò Văn An', '2010', '12345678', 'Chi bộ 1'],
      ],
    });
    expect(sheet.headerRows).toEqual([2, 3]);
    expect(officials(sheet)[0]?.values).toMatchObject({ fullName: 'Lò Văn An', partyCardNo: '12345678' });
  });

  it('takes the first row with three known titles, below heads and title', async () => {
    const sheet = await understood({
      rows: [
        ['ĐẢNG BỘ TỈNH ĐÔNG SƠN', null, null, 'ĐẢNG CỘNG SẢN VIỆT NAM'],
        ['ĐẢNG ỦY XÃ SÔNG MÂY', null, null, 'Sông Mây, ngày 5 tháng 12 năm 2025'],
        ['KẾT QUẢ XẾP LOẠI ĐẢNG VIÊN'],
        ['Năm 2024'],
        ['Biểu số 1', null, null, 'Đơn vị tính: người'],
        ['TT', 'Họ, tên', 'Chi bộ', 'Mức xếp loại'],
        [1, 'Lò Văn An', 'Chi bộ 1', 'HTTNV'],
      ],
      merges: ['A3:D3', 'A4:D4'],
    });
    expect(sheet.headerRows).toEqual([6, 6]);
    expect(sheet.year).toBe(2024);
    expect(sheet.kind).toBe('ratings');
    expect(sheet.heads).toEqual({
      superior: 'ĐẢNG BỘ TỈNH ĐÔNG SƠN',
      issuing: 'ĐẢNG ỦY XÃ SÔNG MÂY',
      place: 'Sông Mây',
    });
  });

  it('says when there is none', async () => {
    const sheet = await understood({
      rows: [
        ['Món', 'Giá'],
        ['Phở', 40000],
      ],
    });
    expect(sheet).toMatchObject({ kind: 'unknown', headerRows: null, warnings: [{ code: 'NO_HEADER' }] });
  });

  it('skips numbering in brackets, with formulas as text', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Ngày sinh', 'Quê quán'],
        ['(1)', '(2)', '(3)', '(4)=(2)-(3)'],
        [1, 'Lò Văn An', '1985', 'xã A'],
      ],
    });
    expect(rowsOf(sheet, 'numbering')).toEqual([2]);
    expect(rowsOf(sheet, 'data')).toEqual([3]);
  });

  it('warns of a header repeated on each printed page and loses nobody around it', async () => {
    const head = ['STT', 'Họ và tên', 'Ngày sinh', 'Chi bộ'];
    const sheet = await understood({
      rows: [
        head,
        [1, 'Lò Văn An', '1985', 'Chi bộ 1'],
        [],
        ['ĐẢNG CỘNG SẢN VIỆT NAM'],
        head,
        [1, 2, 3, 4],
        [2, 'Vì Thị Bình', '1990', 'Chi bộ 1'],
      ],
    });
    expect(rowsOf(sheet, 'data')).toEqual([2, 7]);
    expect(rowsOf(sheet, 'numbering')).toEqual([5, 6]);
    expect(sheet.warnings).toEqual([{ code: 'REPEATED_HEADER', params: { row: 5 } }]);
  });

  it('warns of a second table instead of reading it with the first header', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Ngày sinh', 'Chi bộ'],
        [1, 'Lò Văn An', '1985', 'Chi bộ 1'],
        [],
        ['TT', 'Quê quán', 'Họ và tên', 'Số thẻ'],
        [1, 'xã A', 'Vì Thị Bình', '12345678'],
      ],
    });
    expect(rowsOf(sheet, 'data')).toEqual([2]);
    expect(sheet.warnings).toEqual([{ code: 'SECOND_TABLE', params: { row: 4 } }]);
  });
});

describe('sections and totals', () => {
  it('knows sections by Roman numbers, by their name, merged or not, with and without a count', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Ngày sinh', 'Quê quán', 'Dân tộc'],
        ['A', 'KHỐI CƠ QUAN'],
        ['I', 'Chi bộ Văn phòng', '2 đ/c'],
        [1, 'Lò Văn An', '1985', 'xã A', 'Thái'],
        [2, 'Vì Thị Bình', '1990', 'xã A', 'Thái'],
        ['II- Chi bộ Công an (1 đảng viên)'],
        [1, 'Quàng A Cường', '1991', 'xã B', 'Mông'],
        ['Chi bộ thôn 3: 2 đồng chí'],
        [1, 'Cầm Văn Dũng', '1992', 'xã B', 'Thái'],
        [2, 'Bàn Văn Em', '1993', 'xã B', 'Dao'],
        ['Trạm Y tế'],
        [1, 'Hà Thị Giang', '1994', 'xã B', 'Mường'],
      ],
      merges: ['A6:E6'],
    });
    expect(rowsOf(sheet, 'section')).toEqual([2, 3, 6, 8, 11]);
    expect(officials(sheet).map(({ values }) => values.organization)).toEqual([
      'Chi bộ Văn phòng',
      'Chi bộ Văn phòng',
      'Chi bộ Công an',
      'Chi bộ thôn 3',
      'Chi bộ thôn 3',
      'Trạm Y tế',
    ]);
    expect(sheet.writtenCounts.map(({ label, written, read }) => [label, written, read])).toEqual([
      ['Chi bộ Văn phòng', 2, 2],
      ['Chi bộ Công an', 1, 1],
      ['Chi bộ thôn 3', 2, 2],
    ]);
  });

  it('counts an outer section over its inner ones', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Ngày sinh', 'Quê quán'],
        ['A. KHỐI XÃ (3 đ/c)'],
        ['I. Chi bộ 1 (2 đ/c)'],
        [1, 'Lò Văn An', '1985', 'xã A'],
        [2, 'Vì Thị Bình', '1990', 'xã A'],
        ['II. Chi bộ 2 (2 đ/c)'],
        [3, 'Quàng A Cường', '1991', 'xã B'],
      ],
      merges: ['A2:D2', 'A3:D3', 'A6:D6'],
    });
    expect(sheet.writtenCounts.map(({ label, written, read }) => [label, written, read])).toEqual([
      ['Khối xã', 3, 3],
      ['Chi bộ 1', 2, 2],
      ['Chi bộ 2', 2, 1],
    ]);
    expect(sheet.warnings).toEqual([
      { code: 'SECTION_COUNT_DIFFERS', params: { row: 6, label: 'Chi bộ 2', written: 2, read: 1 } },
    ]);
  });

  it('takes totals at the top, per section and at the bottom, and "Trong đó" rows', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Ngày sinh', 'Quê quán'],
        [null, 'Tổng cộng', 3],
        [null, 'Trong đó:'],
        [null, '- Nữ', 1],
        ['I', 'Chi bộ 1'],
        [1, 'Lò Văn An', '1985', 'xã A'],
        [2, 'Vì Thị Bình', '1990', 'xã A'],
        [null, 'Cộng', 2],
        ['II', 'Chi bộ 2'],
        [3, 'Quàng A Cường', '1991', 'xã B'],
        [null, 'Cộng', 5],
        ['Tổng số: 4 đồng chí'],
      ],
    });
    expect(rowsOf(sheet, 'total')).toEqual([2, 3, 4, 8, 11, 12]);
    expect(sheet.writtenCounts.map(({ row, written, read }) => [row, written, read])).toEqual([
      [2, 3, 3],
      [8, 2, 2],
      [11, 5, 1],
      [12, 4, 3],
    ]);
    expect(sheet.warnings.map(({ code, params }) => [code, params.row])).toEqual([
      ['TOTAL_DIFFERS', 11],
      ['TOTAL_DIFFERS', 12],
    ]);
  });

  it('keeps people whose names begin like words of totals and units', async () => {
    const sheet = await understood({
      rows: [
        ['Họ và tên', 'Ngày sinh', 'Quê quán', 'Chức vụ'],
        ['Bàn Văn An', '1985'],
        ['Công Thị Bình', '1986', 'xã A'],
        ['Khối Văn Cường', '1987', 'xã A', 'Trưởng thôn'],
        ['Tống Văn Dũng'],
      ],
    });
    expect(officials(sheet).map(({ values }) => values.fullName)).toEqual([
      'Bàn Văn An',
      'Công Thị Bình',
      'Khối Văn Cường',
      'Tống Văn Dũng',
    ]);
  });

  it('compares marks under a total with the marks that were read', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Chi bộ', 'HTXSNV', 'HTTNV', 'HTNV', 'KHTNV'],
        [1, 'Lò Văn An', 'Chi bộ 1', 'x'],
        [2, 'Vì Thị Bình', 'Chi bộ 1', null, 'x'],
        [null, 'Tổng số', null, 1, 2, 0, 0],
      ],
    });
    expect(sheet.warnings).toEqual([
      { code: 'TOTAL_DIFFERS', params: { row: 4, label: 'Tổng số: HTTNV', written: 2, read: 1 } },
    ]);
  });

  it('fills a unit merged down beside its people', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Chi bộ', 'Họ và tên', 'Ngày sinh'],
        [1, 'Chi bộ 1', 'Lò Văn An', '1985'],
        [2, null, 'Vì Thị Bình', '1990'],
        [3, 'Chi bộ 2', 'Quàng A Cường', '1991'],
      ],
      merges: ['B2:B3'],
    });
    expect(officials(sheet).map(({ values }) => values.organization)).toEqual([
      'Chi bộ 1',
      'Chi bộ 1',
      'Chi bộ 2',
    ]);
  });

  it('takes the unit of a sheet made for one cell from its head or its name', async () => {
    const rows = [
      ['STT', 'Họ và tên', 'Ngày sinh'],
      [1, 'Lò Văn An', '1985'],
    ];
    expect(officials(await understood({ name: 'Chi bộ thôn 5', rows }))[0]?.values.organization).toBe(
      'Chi bộ thôn 5',
    );
    const headed = await understood({
      rows: [['ĐẢNG ỦY XÃ A', null, 'ĐẢNG CỘNG SẢN VIỆT NAM'], ['CHI BỘ THÔN 6'], [], ...rows],
    });
    expect(officials(headed)[0]?.values.organization).toBe('Chi bộ thôn 6');
    const nameless = officials(await understood({ rows }))[0];
    expect(nameless?.values.organization).toBeNull();
    expect(nameless?.problems.map(({ code }) => code)).toEqual(['UNIT_MISSING']);
  });
});

describe('foot', () => {
  it('ends the list at the signatures, whatever follows', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Ngày sinh', 'Quê quán'],
        [1, 'Lò Văn An', '1985', 'xã A'],
        ['(Danh sách này có 01 đồng chí)'],
        [null, null, null, 'Sông Mây, ngày 5 tháng 12 năm 2025'],
        [null, 'NGƯỜI LẬP BIỂU', null, 'TM. CHI BỘ'],
        [null, null, null, 'BÍ THƯ'],
        [],
        [null, 'Vì Thị Bình', null, 'Cầm Văn Dũng'],
      ],
    });
    expect(rowsOf(sheet, 'foot')).toEqual([3, 4, 5, 6, 8]);
    expect(rowsOf(sheet, 'data')).toEqual([2]);
    expect(sheet.writtenCounts).toMatchObject([{ row: 3, kind: 'foot', written: 1, read: 1 }]);
  });

  it('does not stop at a signature block between two parts of the list', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Ngày sinh', 'Quê quán'],
        [1, 'Lò Văn An', '1985', 'xã A'],
        [null, 'Người lập biểu'],
        ['II. Chi bộ 2'],
        [2, 'Vì Thị Bình', '1990', 'xã A'],
      ],
    });
    expect(rowsOf(sheet, 'data')).toEqual([2, 5]);
    expect(rowsOf(sheet, 'foot')).toEqual([3]);
  });

  it('goes on below a header that is repeated after a foot, even for one of whom little is known', async () => {
    const head = ['STT', 'Họ và tên', 'Ngày sinh', 'Quê quán'];
    const sheet = await understood({
      rows: [head, [1, 'Lò Văn An', '1985', 'xã A'], ['Người lập biểu'], head, [2, 'Vì Thị Bình']],
    });
    expect(rowsOf(sheet, 'data')).toEqual([2, 5]);
  });

  it('keeps a stray row inside the list in sight, and everybody below it', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Ngày sinh', 'Quê quán'],
        [1, 'Lò Văn An', '1985', 'xã A'],
        [null, null, null, 'huyện B cũ'],
        [2, 'Vì Thị Bình'],
        [3, 'Quàng A Cường', '1991', 'xã B'],
      ],
    });
    expect(rowsOf(sheet, 'data')).toEqual([2, 3, 4, 5]);
  });

  it('keeps a last person of whom only the name is known', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Ngày sinh', 'Quê quán'],
        [1, 'Lò Văn An', '1985', 'xã A'],
        [2, 'Vì Thị Bình'],
        [3],
        ['Nơi nhận:'],
      ],
    });
    expect(rowsOf(sheet, 'data')).toEqual([2, 3]);
    expect(rowsOf(sheet, 'blank')).toEqual([4]);
  });

  it('keeps a row with facts and no name, to be rejected in sight', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Ngày sinh', 'Chi bộ'],
        [1, 'Lò Văn An', '1985', 'Chi bộ 1'],
        [2, null, '1990', 'Chi bộ 1'],
        [3, 'Quàng A Cường', '1991', 'Chi bộ 1'],
      ],
    });
    expect(
      officials(sheet).map(({ row, problems }) => [row, problems.map(({ message }) => message)]),
    ).toEqual([
      [2, []],
      [3, ['Dòng 3, cột Họ và tên: chưa có họ và tên.']],
      [4, []],
    ]);
  });
});

describe('names and gender', () => {
  it.each([
    ['one title merged over two columns', ['STT', 'Họ và tên', null, 'Ngày sinh', 'Chi bộ'], ['B1:C1']],
    ['one title over the first of two columns', ['STT', 'Họ và tên', null, 'Ngày sinh', 'Chi bộ'], []],
    ['Họ và | tên', ['STT', 'Họ và', 'Tên', 'Ngày sinh', 'Chi bộ'], []],
    ['Họ đệm | Tên', ['STT', 'Họ đệm', 'Tên', 'Ngày sinh', 'Chi bộ'], []],
    ['Họ | Tên', ['STT', 'Họ', 'Tên', 'Ngày sinh', 'Chi bộ'], []],
    ['Họ và tên | Tên', ['STT', 'Họ và tên', 'Tên', 'Ngày sinh', 'Chi bộ'], []],
  ])('joins %s', async (_, titles, merges) => {
    const sheet = await understood({
      rows: [titles, [1, 'LÒ VĂN', 'AN', '1985', 'Chi bộ 1'], [2, 'Vì Thị ', 'Bình', '1990', 'Chi bộ 1']],
      merges,
    });
    expect(officials(sheet).map(({ values }) => values.fullName)).toEqual(['Lò Văn An', 'Vì Thị Bình']);
  });

  it('reads whole names merged over both columns of the title', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', null, 'Ngày sinh', 'Chi bộ'],
        [1, 'Lò Văn An', null, '1985', 'Chi bộ 1'],
      ],
      merges: ['B1:C1', 'B2:C2'],
    });
    expect(officials(sheet)[0]?.values.fullName).toBe('Lò Văn An');
  });

  it('takes gender from the birth year in the column Nam or Nữ', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Năm sinh', null, 'Chi bộ'],
        [null, null, 'Nam', 'Nữ', null],
        [1, 'Lò Văn An', 1985, null, 'Chi bộ 1'],
        [2, 'Vì Thị Bình', null, '03/02/1990', 'Chi bộ 1'],
        [3, 'Quàng A Cường', 1985, 1986, 'Chi bộ 1'],
      ],
      merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2'],
    });
    const records = officials(sheet);
    expect(records.map(({ values }) => [values.birthDate, values.gender])).toEqual([
      ['1985', 'male'],
      ['1990-02-03', 'female'],
      [null, null],
    ]);
    expect(records[2]?.problems.map(({ code }) => code)).toEqual(['DATE_UNREADABLE']);
  });

  it('tells a mark in Nam or Nữ from a year in it', async () => {
    const marks = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Nam', 'Nữ', 'Chi bộ'],
        [1, 'Lò Văn An', 'x', null, 'Chi bộ 1'],
        [2, 'Vì Thị Bình', null, 'x', 'Chi bộ 1'],
      ],
    });
    expect(officials(marks).map(({ values }) => values.gender)).toEqual(['male', 'female']);
    const years = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Nam', 'Nữ', 'Chi bộ'],
        [1, 'Lò Văn An', 1985, null, 'Chi bộ 1'],
        [2, 'Vì Thị Bình', null, 1990, 'Chi bộ 1'],
      ],
    });
    expect(fieldsOf(years)).toMatchObject({ C: 'birthDateMale', D: 'birthDateFemale' });
  });

  it('does not take an unused column Nữ to mean that all are men', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Nữ', 'Chi bộ'],
        [1, 'Lò Văn An', null, 'Chi bộ 1'],
      ],
    });
    expect(officials(sheet)[0]?.values.gender).toBeNull();
  });
});

describe('ratings', () => {
  it('reads self, proposed and decided levels in any spelling', async () => {
    const sheet = await understood({
      rows: [
        [
          'STT',
          'Họ và tên',
          'Chi bộ',
          'Chức vụ',
          'Tự xếp loại',
          'Chi bộ đề xuất',
          'Cấp ủy quyết định',
          'Điểm',
          'Ghi chú',
        ],
        [1, 'Lò Văn An', 'Chi bộ 1', 'Bí thư', 'Xuất sắc', 'HTXSNV', 'Hoàn thành tốt nhiệm vụ', 88, null],
        [2, 'Vì Thị Bình', 'Chi bộ 1', null, 'T', 'Tốt', 'HTT', 80, null],
        [3, 'Quàng A Cường', 'Chi bộ 1', null, 'KHT', 'HTNV', 'Chưa xếp loại (nghỉ thai sản)', null, null],
        [4, 'Cầm Văn Dũng', 'Chi bộ 1', null, null, null, 'Giỏi', null, null],
        [5, 'Hà Thị Giang', 'Chi bộ 1', null, null, null, null, null, null],
      ],
    });
    const records = ratings(sheet);
    expect(
      records.map(({ values }) => [
        values.selfLevel,
        values.proposedLevel,
        values.decidedLevel,
        values.unratedReason,
      ]),
    ).toEqual([
      ['excellent', 'excellent', 'good', null],
      ['good', 'good', 'good', null],
      ['notCompleted', 'completed', null, 'nghỉ thai sản'],
      [null, null, null, null],
      [null, null, null, null],
    ]);
    expect(records.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      [],
      [],
      [],
      ['RATING_UNKNOWN'],
      ['RATING_MISSING'],
    ]);
  });

  it('rejects several marks and reads a reason beside none', async () => {
    const sheet = await understood({
      rows: [
        [
          'STT',
          'Họ và tên',
          'Chi bộ',
          'Kết quả xếp loại',
          null,
          null,
          null,
          'Chưa xếp loại (lý do)',
          'Ghi chú',
        ],
        [null, null, null, 'HTXS', 'HTT', 'HT', 'KHT', null, null],
        [1, 'Lò Văn An', 'Chi bộ 1', 'x', 'x', null, null, null, null],
        [2, 'Vì Thị Bình', 'Chi bộ 1', null, null, null, 'X', null, null],
        [3, 'Quàng A Cường', 'Chi bộ 1', null, null, null, null, 'Mới kết nạp', null],
        [4, 'Cầm Văn Dũng', 'Chi bộ 1', null, null, null, null, 'x', 'Đi học dài hạn'],
      ],
      merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:G1', 'H1:H2', 'I1:I2'],
    });
    const records = ratings(sheet);
    expect(records.map(({ values }) => [values.decidedLevel, values.unratedReason])).toEqual([
      [null, null],
      ['notCompleted', null],
      [null, 'Mới kết nạp'],
      [null, 'Đi học dài hạn'],
    ]);
    expect(records[0]?.problems.map(({ message }) => message)).toEqual([
      'Dòng 3: được đánh dấu ở nhiều mức xếp loại (Kết quả xếp loại / HTXS; Kết quả xếp loại / HTT).',
    ]);
  });

  describe('marks of several steps, four columns each', () => {
    const gap = [null, null, null];
    const merges = ['A1:A2', 'B1:B2', 'C1:C2', 'D1:G1', 'H1:K1', 'L1:O1'];
    const levels = (sheet: ReadSheet) =>
      ratings(sheet).map(({ values }) => [values.selfLevel, values.proposedLevel, values.decidedLevel]);

    it.each([
      ['Tự xếp loại', 'Chi bộ đề xuất', 'Quyết định', ['XS', 'T', 'HT', 'KHT']],
      ['Cá nhân tự nhận', 'Chi bộ đề nghị', 'Cấp ủy quyết định', ['HTXSNV', 'HTTNV', 'HTNV', 'KHTNV']],
      [
        'Tự đánh giá, xếp loại',
        'Chi bộ đánh giá',
        'Đảng ủy xếp loại năm 2025',
        ['Xuất sắc', 'Tốt', 'HT', 'K'],
      ],
      ['Cá nhân', 'Chi ủy', 'Đảng ủy', ['HTXS', 'HTT', 'HT', 'Không HT']],
    ])('reads each by its own head: %s, %s, %s', async (self, proposed, decided, four) => {
      const sheet = await understood({
        rows: [
          ['STT', 'Họ và tên', 'Chi bộ', self, ...gap, proposed, ...gap, decided, ...gap],
          [...gap, ...four, ...four, ...four],
          [1, 'Lò Văn An', 'Chi bộ 1', 'x', ...gap, null, 'x', null, null, null, null, 'x', null],
          [2, 'Vì Thị Bình', 'Chi bộ 1', ...gap, 'x', ...gap, 'x', ...gap, 'x'],
          [3, 'Quàng A Cường', 'Chi bộ 1', null, 'X', ...gap],
        ],
        merges,
      });
      expect(levels(sheet)).toEqual([
        ['excellent', 'good', 'completed'],
        ['notCompleted', 'notCompleted', 'notCompleted'],
        ['good', null, null],
      ]);
    });

    it('does not take a proposal for a decision that the sheet lacks', async () => {
      const four = ['HTXSNV', 'HTTNV', 'HTNV', 'KHTNV'];
      const sheet = await understood({
        rows: [
          ['STT', 'Họ và tên', 'Chi bộ', 'Tự xếp loại', ...gap, 'Chi bộ đề xuất', ...gap],
          [...gap, ...four, ...four],
          [1, 'Lò Văn An', 'Chi bộ 1', 'x', ...gap, null, 'x'],
        ],
        merges: merges.slice(0, 5),
      });
      expect(levels(sheet)).toEqual([['excellent', 'good', null]]);
    });

    it('names both columns of two marks in one group, in each group of the row', async () => {
      const four = ['XS', 'T', 'HT', 'KHT'];
      const sheet = await understood({
        rows: [
          [
            'STT',
            'Họ và tên',
            'Chi bộ',
            'Tự xếp loại',
            ...gap,
            'Chi bộ đề xuất',
            ...gap,
            'Quyết định',
            ...gap,
          ],
          [...gap, ...four, ...four, ...four],
          [1, 'Lò Văn An', 'Chi bộ 1', 'x', 'x', null, null, 'x', null, 'x', null, 'x'],
        ],
        merges,
      });
      const [record] = ratings(sheet);
      expect(record?.values).toMatchObject({
        selfLevel: null,
        proposedLevel: null,
        decidedLevel: 'excellent',
      });
      expect(record?.problems.map(({ column, message }) => [column, message])).toEqual([
        ['D', 'Dòng 3: được đánh dấu ở nhiều mức xếp loại (Tự xếp loại / XS; Tự xếp loại / T).'],
        ['H', 'Dòng 3: được đánh dấu ở nhiều mức xếp loại (Chi bộ đề xuất / XS; Chi bộ đề xuất / HT).'],
      ]);
    });
  });

  it('takes "Đơn vị" for the cell when its values are cells, else for the place of work', async () => {
    const titles = ['STT', 'Họ và tên', 'Chức vụ', 'Đơn vị', 'Xếp loại'];
    const cells = await understood({ rows: [titles, [1, 'Lò Văn An', null, 'Chi bộ 1', 'HTTNV']] });
    expect(fieldsOf(cells).D).toBe('organization');
    const offices = await understood({ rows: [titles, [1, 'Lò Văn An', null, 'UBND xã', 'HTTNV']] });
    expect(fieldsOf(offices).D).toBe('workplace');
  });

  it('knows a level by a long title, keeps a reason as written, and leaves a state of another register', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Chi bộ', 'Mức xếp loại chất lượng', 'Trạng thái'],
        [1, 'Lò Văn An', 'Chi bộ 1', 'HTTNV', 'Đã duyệt'],
        [2, 'Vì Thị Bình', 'Chi bộ 1', 'Miễn xếp loại', 'Đã duyệt'],
        [3, 'Quàng A Cường', 'Chi bộ 1', 'CXL', 'Chờ duyệt'],
      ],
    });
    expect(fieldsOf(sheet)).toEqual({ A: 'rowNo', B: 'fullName', C: 'organization', D: 'ratingDecided' });
    expect(ratings(sheet).map(({ values }) => values.unratedReason)).toEqual([
      null,
      'Miễn xếp loại',
      'Chưa xếp loại',
    ]);
  });

  it('numbers rows by a first column without a title', async () => {
    const sheet = await understood({
      rows: [
        [null, 'Họ và tên', 'Ngày sinh', 'Chi bộ'],
        [1, 'Lò Văn An', '1985', 'Chi bộ 1'],
        [2, null, '1990', 'Chi bộ 1'],
      ],
    });
    expect(fieldsOf(sheet).A).toBe('rowNo');
    expect(sheet.warnings).toEqual([]);
  });

  it('reads the column of the wanted year', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Chi bộ', 'Xếp loại năm 2023', 'Xếp loại năm 2024'],
        [1, 'Lò Văn An', 'Chi bộ 1', 'HTXSNV', 'HTTNV'],
      ],
    });
    expect(ratings(sheet, 2024)[0]?.values.decidedLevel).toBe('good');
    expect(ratings(sheet, 2023)[0]?.values.decidedLevel).toBe('excellent');
  });

  it('lets the person choose another column', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Chi bộ', 'Xếp loại', 'Ý kiến khác'],
        [1, 'Lò Văn An', 'Chi bộ 1', 'HTXSNV', 'HTTNV'],
      ],
    });
    const chosen = extractRecords(sheet, {
      kind: 'ratings',
      year: 2024,
      columnFields: { E: 'ratingDecided' },
    });
    expect(chosen[0]?.values.decidedLevel).toBe('good');
  });

  it('takes a list of people with last year’s rating for a list of people', async () => {
    const sheet = await understood({
      rows: [
        ['DANH SÁCH TRÍCH NGANG CÁN BỘ'],
        [
          'STT',
          'Họ và tên',
          'Ngày sinh',
          'Dân tộc',
          'Quê quán',
          'Ngày vào Đảng',
          'Số CCCD',
          'Xếp loại năm 2024',
        ],
        [1, 'Lò Văn An', '1985', 'Thái', 'xã A', '2010', '014085001234', 'HTTNV'],
      ],
    });
    expect(sheet.kind).toBe('officials');
  });
});

describe('what Excel hides or fails to calculate', () => {
  it('leaves hidden rows and columns out and says so', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Ngày sinh', 'Số CCCD', 'Chi bộ'],
        [1, 'Lò Văn An', '1985', '014085001234', 'Chi bộ 1'],
        [2, 'Vì Thị Bình', '1990', '014190001234', 'Chi bộ 1'],
        [3, 'Quàng A Cường', '1991', '014091001234', 'Chi bộ 1'],
      ],
      hiddenRows: [3],
      hiddenColumns: [4],
    });
    expect(sheet.rowCounts.data).toBe(2);
    expect(officials(sheet).map(({ values }) => [values.fullName, values.citizenId])).toEqual([
      ['Lò Văn An', null],
      ['Quàng A Cường', null],
    ]);
    expect(sheet.warnings).toEqual([
      { code: 'HIDDEN_COLUMNS', params: { column: 'D', title: 'Số CCCD' } },
      { code: 'HIDDEN_ROWS', params: { count: 1, row: 3 } },
    ]);
    const chosen = extractRecords(sheet, { kind: 'officials', year: null, columnFields: { D: 'citizenId' } });
    expect(chosen[0]?.values.citizenId).toBe('014085001234');
  });

  it('never takes a failed or missing result for a value', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Ngày sinh', 'Chi bộ'],
        [1, 'Lò Văn An', { formula: 'X1', result: { error: '#REF!' } }, 'Chi bộ 1'],
        [2, 'Vì Thị Bình', { formula: 'X2' }, 'Chi bộ 1'],
        [3, 'Quàng A Cường', { formula: 'X3', result: '03/02/1991' }, 'Chi bộ 1'],
        [4, 'Cầm Văn Dũng', { formula: 'IF(X4="","",X4)', result: '' }, 'Chi bộ 1'],
      ],
    });
    const records = officials(sheet);
    expect(records.map(({ values }) => values.birthDate)).toEqual([null, null, '1991-02-03', null]);
    expect(records.map(({ problems }) => problems.map(({ message }) => message))).toEqual([
      ["Dòng 2, cột Ngày sinh: công thức bị lỗi '#REF!'. Hãy sửa trong Excel rồi nhập lại."],
      ['Dòng 3, cột Ngày sinh: công thức chưa có kết quả. Hãy mở tệp bằng Excel, lưu lại rồi nhập lại.'],
      [],
      [],
    ]);
    expect(sheet.warnings.map(({ code }) => code)).toEqual(['FORMULA_WITHOUT_VALUE', 'FORMULA_ERROR']);
  });

  it('names columns that it does not know', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Ngày sinh', 'Món ăn ưa thích', 'Chi bộ'],
        [1, 'Lò Văn An', '1985', 'Phở', 'Chi bộ 1'],
      ],
    });
    expect(sheet.warnings).toEqual([
      { code: 'UNKNOWN_COLUMN', params: { column: 'D', title: 'Món ăn ưa thích' } },
    ]);
  });

  it('knows a column of citizen IDs by its values', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Ngày sinh', 'Giấy tờ', 'Chi bộ'],
        [1, 'Lò Văn An', '1985', '014085001234', 'Chi bộ 1'],
      ],
    });
    expect(fieldsOf(sheet).D).toBe('citizenId');
  });
});

describe('kinds', () => {
  it.each([
    ['remediation', ['TT', 'Tồn tại, hạn chế', 'Giải pháp khắc phục', 'Người chịu trách nhiệm', 'Thời hạn']],
    ['letterbox', ['STT', 'Ngày mở', 'Địa điểm', 'Thành phần mở', 'Số thư', 'Tóm tắt nội dung']],
    ['summary', ['STT', 'Tổ chức đảng', 'Tổng số đảng viên', 'HTXSNV', 'HTTNV', 'HTNV', 'KHTNV']],
    ['officials', ['STT', 'Họ và tên', 'Ngày sinh', 'Chức vụ']],
    ['ratings', ['STT', 'Họ và tên', 'Chi bộ', 'Xếp loại']],
  ])('recognises %s', async (kind, titles) => {
    const sheet = await understood({
      rows: [titles, titles.map((_, index) => (index === 0 ? 1 : `giá trị ${index}`))],
    });
    expect(sheet.kind).toBe(kind);
  });
});
