import { describe, expect, it } from 'vitest';
import type { ReadSheet } from '../../db/contract/workbooks.ts';
import { understood } from '../helpers/workbooks.ts';

const fieldsOf = ({ columns }: ReadSheet) => columns.map(({ field }) => field);

/** Titles whose words are those of another column, too. */
describe('titles that name what another column holds', () => {
  // The fault: "hạn chế, khuyết điểm" in a title made it the column of shortcomings whatever stood before these words.
  // An office's plan wrote its titles at length; measures, names and deadlines were lost and the sheet was of no kind.
  it('takes what is done about shortcomings for that, and a title of both for the shortcomings', async () => {
    const sheet = await understood({
      rows: [
        ['KẾ HOẠCH KHẮC PHỤC'],
        [
          'STT',
          'Hạn chế, khuyết điểm và biện pháp khắc phục đã nêu',
          'Nguyên nhân của hạn chế, khuyết điểm',
          'Biện pháp khắc phục hạn chế, khuyết điểm',
          'Họ và tên người chịu trách nhiệm',
          'Thời gian khắc phục hạn chế, khuyết điểm',
          'Kết quả khắc phục hạn chế, khuyết điểm',
        ],
        [1, 'Họp muộn', 'Ít người', 'Họp đúng lịch', 'Nguyễn Văn An', 'Quý I/2026', 'Đã khắc phục'],
        [2, 'Thiếu sổ', 'Quên', 'Lập sổ', 'Lò Văn Ba', 'Quý II/2026', 'Chưa khắc phục'],
      ],
    });
    expect(sheet.kind).toBe('remediation');
    expect(fieldsOf(sheet)).toEqual([
      'rowNo',
      'shortcoming',
      'cause',
      'measure',
      'assignee',
      'due',
      'outcome',
    ]);
  });

  // The fault: the word "cũ" counted only outside brackets, so the first of two columns won: the unit of before.
  it('reads the unit and the place of today beside those of before the units were merged', async () => {
    const sheet = await understood({
      rows: [
        ['DANH SÁCH ĐẢNG VIÊN'],
        ['STT', 'Họ và tên', 'Ngày sinh', 'Chi bộ (cũ)', 'Chi bộ (mới)', 'Quê quán (trước sáp nhập)'],
        [1, 'Nguyễn Văn An', '01/02/1980', 'Chi bộ A', 'Chi bộ thôn A', 'xã A'],
        [2, 'Lò Văn Ba', '03/04/1981', 'Chi bộ B', 'Chi bộ thôn B', 'xã B'],
      ],
    });
    expect(fieldsOf(sheet)).toEqual(['rowNo', 'fullName', 'birthDate', null, 'organization', 'hometown']);
  });

  // The fault: "Đảng bộ" was taken for a unit above others, which a list of people does not have: its units were lost.
  it('reads "Đảng bộ" of a list of people as their unit where no other column names one', async () => {
    const sheet = await understood({
      rows: [
        ['DANH SÁCH ĐẢNG VIÊN'],
        ['STT', 'Họ và tên', 'Ngày sinh', 'Đảng bộ'],
        [1, 'Nguyễn Văn An', '01/02/1980', 'Đảng bộ xã Sông Mây'],
        [2, 'Lò Văn Ba', '03/04/1981', 'Đảng bộ xã Tà Pình'],
      ],
    });
    expect(fieldsOf(sheet)).toEqual(['rowNo', 'fullName', 'birthDate', 'organization']);
  });

  // The fault: the day on which a member moved to another cell for good was taken for that of full membership.
  it('does not take a move of membership for the day of full membership', async () => {
    const sheet = await understood({
      rows: [
        ['DANH SÁCH ĐẢNG VIÊN'],
        ['STT', 'Họ và tên', 'Ngày sinh', 'Ngày chuyển sinh hoạt đảng chính thức', 'Chi bộ'],
        [1, 'Nguyễn Văn An', '01/02/1980', '01/02/2020', 'Chi bộ A'],
        [2, 'Lò Văn Ba', '03/04/1981', '01/02/2020', 'Chi bộ B'],
      ],
    });
    expect(fieldsOf(sheet)).toEqual(['rowNo', 'fullName', 'birthDate', null, 'organization']);
  });

  // The fault: "Đồng chí" was a title of names even over numbers, and a summary by units a list of people to rate.
  it('takes numbers under "Đồng chí" for how many there are', async () => {
    const sheet = await understood({
      rows: [
        ['XẾP LOẠI ĐẢNG VIÊN'],
        ['TT', 'Đơn vị', 'Đồng chí', 'HTXSNV', 'HTTNV', 'HTNV', 'KHTNV'],
        [1, 'Chi bộ A', 10, 1, 7, 2, 0],
        [2, 'Chi bộ B', 12, 1, 7, 2, 2],
      ],
    });
    expect([sheet.kind, fieldsOf(sheet)[2]]).toEqual(['summary', 'memberTotal']);
  });
});
