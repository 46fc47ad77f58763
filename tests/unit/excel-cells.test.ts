import { describe, expect, it } from 'vitest';
import { extractRecords, understandAgain } from '../helpers/read-records.ts';
import { type CellInput, understood } from '../helpers/workbooks.ts';

/** One person with the given cells beside the name. */
async function person(titles: string[], cells: CellInput[], options?: { date1904?: boolean }) {
  const sheet = await understood(
    {
      rows: [
        ['STT', 'Họ và tên', 'Chi bộ', ...titles],
        [1, 'Lò Văn An', 'Chi bộ 1', ...cells],
      ],
    },
    options,
  );
  const [record] = extractRecords(sheet, { kind: 'officials', year: null, thisYear: 2026 });
  if (record === undefined) throw new Error('nobody was read');
  return record;
}

describe('from cell to value', () => {
  it('gives the sentence of a day that is not real with row, column and value', async () => {
    const { values, problems } = await person(['Ngày sinh'], ['31/02/1980']);
    expect(values.birthDate).toBeNull();
    expect(problems).toEqual([
      {
        column: 'D',
        code: 'DATE_NOT_REAL',
        message: "Dòng 2, cột Ngày sinh: '31/02/1980' không phải ngày có thật.",
      },
    ]);
  });

  it('reads a day of a file of 1904 as the day it shows', async () => {
    // 30240 days after 1 January 1904.
    expect((await person(['Ngày sinh'], [{ serial: 30240 }], { date1904: true })).values.birthDate).toBe(
      '1986-10-17',
    );
    expect((await person(['Ngày sinh'], [{ serial: 31702 }])).values.birthDate).toBe('1986-10-17');
  });

  /** Fault: a day of a 1904 file whose cell had lost its format was read four years early. */
  it('counts a day without its format as its file does, from 1904 or from 1900', async () => {
    const of = async (cell: CellInput, date1904: boolean) =>
      (await person(['Ngày sinh'], [cell], { date1904 })).values.birthDate;
    for (const cell of [30240, '30240']) {
      expect(await of(cell, true)).toBe('1986-10-17');
      expect(await of(cell, false)).toBe('1982-10-16');
    }
    // A year is a year, and a written day a day, in either.
    expect(await of(1986, true)).toBe('1986');
    expect(await of('17/10/1986', true)).toBe('1986-10-17');
  });

  it('counts so too when the sheet is understood anew with what a person chose', async () => {
    const sheet = await understood(
      {
        rows: [
          ['STT', 'Họ và tên', 'Chi bộ', 'Ngày sinh'],
          [1, 'Lò Văn An', 'Chi bộ 1', 30240],
        ],
      },
      { date1904: true },
    );
    const again = understandAgain(sheet, 'test.xlsx', { columns: { D: 'admittedOn' } });
    const [record] = extractRecords(again, { kind: 'officials', year: null, thisYear: 2026 });
    expect(record?.values.admittedOn).toBe('1986-10-17');
  });

  it.each([
    ['1975\nNữ', '1975', 'female'],
    ['1975\nNam', '1975', 'male'],
    ['Nam\n1975', '1975', 'male'],
    ['Nam 1975', '1975', 'male'],
    ['1975 (nữ)', '1975', 'female'],
    ['1975 - Nữ', '1975', 'female'],
    ['NỮ, 03/02/1975', '1975-02-03', 'female'],
    ['Nữ: 02/1975', '1975-02', 'female'],
    ['Năm 1975', '1975', null],
  ])('reads birth and gender stacked in one cell: %j', async (cell, birthDate, gender) => {
    const { values, problems } = await person(['Năm sinh'], [cell]);
    expect([values.birthDate, values.gender, problems]).toEqual([birthDate, gender, []]);
  });

  it('does not choose between two genders said of one person', async () => {
    const both = await person(['Năm sinh'], ['Nam/Nữ 1975']);
    expect([both.values.birthDate, both.values.gender]).toEqual([null, null]);
    expect(both.problems.map(({ code }) => code)).toEqual(['DATE_UNREADABLE']);
    const apart = await person(['Năm sinh', 'Giới tính'], ['1975\nNữ', 'Nam']);
    expect(apart.values.gender).toBeNull();
    expect(apart.problems.map(({ code }) => code)).toEqual(['DATE_UNREADABLE']);
    const agreed = await person(['Năm sinh', 'Giới tính'], ['1975\nNữ', 'Nữ']);
    expect([agreed.values.birthDate, agreed.values.gender, agreed.problems]).toEqual(['1975', 'female', []]);
  });

  it.each([
    ['Đối tượng', 'Hưu trí', 'retired'],
    ['Tình trạng công tác', 'Cán bộ, công chức', 'inSystem'],
    ['Trạng thái công tác', 'đang công tác', 'inSystem'],
    ['Tình trạng công tác', 'Ngoài hệ thống chính trị', 'outside'],
    ['Đối tượng', 'NÔNG DÂN', 'outside'],
    ['Hưu trí', 'x', 'retired'],
    ['Hưu trí', null, null],
    ['Cán bộ hưu', 'X', 'retired'],
    ['Bộ đội, công an, hưu trí', 'Công an', 'inSystem'],
    // Which of the three the mark means is not said.
    ['Bộ đội, công an, hưu trí', 'x', null],
    // Of something else: the column is left to the person.
    ['Đối tượng', 'Đối tượng 3', null],
  ])('reads where somebody works: %s %j', async (title, cell, status) => {
    const { values, problems } = await person([title], [cell]);
    expect([values.workingStatus, problems]).toEqual([status, []]);
  });

  it('takes two dates of one cell for admission and full membership', async () => {
    const { values, problems } = await person(['Ngày vào Đảng, ngày chính thức'], ['03/02/1985\n03/02/1986']);
    expect([values.admittedOn, values.fullMemberOn, problems]).toEqual(['1985-02-03', '1986-02-03', []]);
  });

  it('does not choose between two dates of birth', async () => {
    const { values, problems } = await person(['Ngày sinh'], ['03/02/1985; 04/02/1985']);
    expect(values.birthDate).toBeNull();
    expect(problems.map(({ code }) => code)).toEqual(['DATE_UNREADABLE']);
  });

  it('keeps card numbers as typed and mends one whose zeros Excel cut', async () => {
    expect((await person(['Số thẻ đảng viên'], ['77.374221'])).values.partyCardNo).toBe('77.374221');
    expect((await person(['Số thẻ đảng viên'], [29258171])).values.partyCardNo).toBe('29258171');
    expect((await person(['Số thẻ đảng viên'], [36.9908])).values.partyCardNo).toBe('36.990800');
    expect((await person(['Số thẻ đảng viên'], ['DCS-0012.345'])).values.partyCardNo).toBe('DCS-0012.345');
  });

  it('reads an ID as its format of zeros shows it', async () => {
    const { values, problems } = await person(['Số CCCD'], [{ number: 69180735559, format: '000000000000' }]);
    expect([values.citizenId, problems]).toEqual(['069180735559', []]);
  });

  it('says when an ID has letters or contradicts the row', async () => {
    const letters = await person(['Số CCCD'], ['0691807A5559']);
    expect(letters.problems.map(({ message }) => message)).toEqual([
      "Dòng 2, cột Số CCCD: '0691807A5559' không phải số CCCD. Số CCCD gồm 12 chữ số (CMND cũ 9 chữ số).",
    ]);
    const other = await person(['Ngày sinh', 'Số CCCD'], ['1990', '069180735559']);
    expect(other.values.citizenId).toBe('069180735559');
    expect(other.problems.map(({ code }) => code)).toEqual(['CITIZEN_ID_DISAGREES']);
  });

  it('gives back the class of school that Excel took for a day', async () => {
    // 12 December and 7 October of 2025.
    expect((await person(['Văn hóa'], [{ serial: 46003, format: 'd-mmm' }])).values.schooling).toBe('12/12');
    expect((await person(['Văn hóa'], [{ serial: 45937, format: 'd-mmm' }])).values.schooling).toBe('7/10');
    expect((await person(['Văn hóa'], ['10/10'])).values.schooling).toBe('10/10');
  });

  it('leaves nothing of a dash, and repeats what a ditto mark stands for', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Chi bộ', 'Tôn giáo', 'Quê quán'],
        [1, 'Lò Văn An', 'Chi bộ 1', '-', 'xã A'],
        [2, 'Vì Thị Bình', '-nt-', 'Không', '"'],
      ],
    });
    const records = extractRecords(sheet, { kind: 'officials', year: null });
    expect(records.map(({ values }) => [values.organization, values.religion, values.hometown])).toEqual([
      ['Chi bộ 1', null, 'xã A'],
      ['Chi bộ 1', 'Không', 'xã A'],
    ]);
  });

  it('takes apart what the official register stacks in one cell', async () => {
    const { values, problems } = await person(
      [
        'Nam, nữ, dân tộc, tôn giáo',
        'Số thẻ đảng viên, số lý lịch đảng viên',
        'Ngày vào Đảng, ngày chính thức',
      ],
      ['Nữ\nThái\nKhông', '12.345678\n0123', '3/2/1985\n3/2/1986'],
    );
    expect(values).toMatchObject({
      gender: 'female',
      ethnicity: 'Thái',
      religion: 'Không',
      partyCardNo: '12.345678',
      partyFileNo: '0123',
      admittedOn: '1985-02-03',
      fullMemberOn: '1986-02-03',
    });
    expect(problems).toEqual([]);
  });

  it('holds no longer text in a cell than Excel does', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Ghi chú'],
        [1, 'Lò Văn An', 'x'.repeat(40_000)],
      ],
    });
    expect(sheet.rows[0]?.cells.C).toEqual({ type: 'text', text: 'x'.repeat(32_767) });
  });

  it('refuses a text that was pasted by mistake, and a status it does not know', async () => {
    const sheet = await understood({
      rows: [
        ['STT', 'Họ và tên', 'Chi bộ', 'Quê quán', 'Trạng thái'],
        [1, 'Lò Văn An', 'Chi bộ 1', 'x'.repeat(2000), 'Đang sinh hoạt'],
        [2, 'Vì Thị Bình', 'Chi bộ 1', 'xã A', 'Đi công tác'],
      ],
    });
    const records = extractRecords(sheet, { kind: 'officials', year: null });
    expect(records.map(({ values }) => [values.hometown, values.participationStatus])).toEqual([
      [null, 'active'],
      ['xã A', null],
    ]);
    expect(records.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      ['TEXT_TOO_LONG'],
      ['VALUE_UNKNOWN'],
    ]);
    expect(records.flatMap(({ problems }) => problems).every(({ message }) => message.length < 200)).toBe(
      true,
    );
  });
});
