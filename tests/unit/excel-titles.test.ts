import { describe, expect, it } from 'vitest';
import { matchTitle } from '../../db/excel/match-title.ts';

const meaningOf = (...levels: string[]) => matchTitle(levels)?.meaning ?? null;

describe('titles of columns (excel-sheets.md, section 2)', () => {
  it.each([
    ['rowNo', ['STT', 'TT', 'Số TT', 'Stt', 'S.T.T']],
    [
      'fullName',
      ['Họ và tên', 'Họ tên', 'HỌ VÀ TÊN', 'Họ, tên', 'Họ và tên khai sinh', 'Tên đảng viên', 'Ho va ten'],
    ],
    [
      'birthDate',
      [
        'Ngày sinh',
        'Ngày tháng năm sinh',
        'Ngày, tháng, năm sinh',
        'Năm sinh',
        'NTNS',
        'Ngày sinh (dd/mm/yyyy)',
      ],
    ],
    ['gender', ['Giới tính', 'Nam/Nữ']],
    ['femaleMark', ['Nữ (x)']],
    ['ethnicity', ['Dân tộc', 'DT']],
    ['religion', ['Tôn giáo', 'TG']],
    ['hometown', ['Quê quán', 'Nguyên quán', 'Quê quán (xã, huyện, tỉnh)']],
    ['residence', ['Nơi ở hiện nay', 'Chỗ ở', 'Trú quán', 'Nơi cư trú', 'Thường trú']],
    [
      'admittedOn',
      ['Ngày vào Đảng', 'Ngày kết nạp', 'Ngày vào Đảng (dự bị)', 'NVĐ', 'Ngày tháng năm vào Đảng'],
    ],
    [
      'fullMemberOn',
      [
        'Ngày chính thức',
        'Ngày vào Đảng chính thức',
        'Ngày vào Đảng (chính thức)',
        'NCT',
        'Ngày công nhận chính thức',
      ],
    ],
    ['partyCardNo', ['Số thẻ đảng viên', 'Số thẻ Đảng', 'Số TĐV', 'Mã số thẻ']],
    ['partyFileNo', ['Số lý lịch', 'Số lí lịch', 'SLL', 'Số LLĐV']],
    ['citizenId', ['Số CCCD', 'CCCD/CMND', 'Số định danh cá nhân', 'Số căn cước', 'Số CCCD/CMND (*)']],
    ['schooling', ['Văn hóa', 'Văn hoá', 'Trình độ văn hóa', 'Học vấn', 'GDPT']],
    ['professionalDegree', ['Chuyên môn', 'CMNV', 'Trình độ chuyên môn']],
    ['politicalTheoryLevel', ['LLCT', 'Lý luận chính trị', 'Lý luận']],
    ['partyPost', ['Chức vụ Đảng', 'CV Đảng', 'Chức danh Đảng']],
    ['statePost', ['Chức vụ chính quyền', 'Chức vụ', 'Chức danh']],
    ['massPost', ['Chức vụ đoàn thể']],
    ['workplace', ['Đơn vị công tác', 'Cơ quan', 'Nơi công tác']],
    ['organization', ['Chi bộ', 'Chi bộ sinh hoạt', 'Chi bộ đang sinh hoạt']],
    ['residenceOrganization', ['Chi bộ nơi cư trú']],
    ['ratingDecided', ['Xếp loại', 'Mức xếp loại', 'Xếp loại năm 2024', 'Kết quả xếp loại năm 2023']],
    ['ratingSelf', ['Tự xếp loại']],
    ['ratingProposed', ['Chi bộ đề xuất']],
    ['note', ['Ghi chú', 'GC', 'Ghi chú:']],
  ])('%s', (field, titles) => {
    for (const title of titles) expect([title, meaningOf(title)]).toEqual([title, field]);
  });

  it.each([
    [['Ngày vào Đảng', 'Dự bị'], 'admittedOn'],
    [['Ngày vào Đảng', 'Chính thức'], 'fullMemberOn'],
    [['Thông tin Đảng', 'Vào Đảng', 'Chính thức'], 'fullMemberOn'],
    [['Chức vụ', 'Đảng'], 'partyPost'],
    [['Chức vụ', 'Chính quyền'], 'statePost'],
    [['Chức vụ', 'Đoàn thể'], 'massPost'],
    [['Trình độ', 'Văn hóa'], 'schooling'],
    [['Trình độ', 'CM'], 'professionalDegree'],
    [['Trình độ', 'Chính trị'], 'politicalTheoryLevel'],
    [['Trình độ', 'LLCT'], 'politicalTheoryLevel'],
    [['Ngày sinh', 'Nam'], 'birthDateMale'],
    [['Năm sinh', 'Nữ'], 'birthDateFemale'],
    [['Giới tính', 'Nữ'], 'femaleMark'],
    [['Kết quả xếp loại', 'HTXSNV'], 'markExcellent'],
    [['Kết quả xếp loại', 'Chi bộ'], 'ratingProposed'],
    [['Kết quả xếp loại (3 năm gần nhất)', '2023'], 'ratingDecided'],
    [['Quê quán', '(xã, huyện, tỉnh)'], 'hometown'],
    [['HTXSNV', 'SL'], 'count'],
    [['HTXSNV', '%'], 'percent'],
  ])('%j under its group', (levels, meaning) => {
    expect(meaningOf(...levels)).toBe(meaning);
  });

  it('keeps short titles apart that lose their letters when typed without marks', () => {
    expect(meaningOf('ĐT')).toBe('known');
    expect(meaningOf('Năm')).not.toBe('male');
    expect(meaningOf('Ngày cấp CCCD')).toBe('known');
    expect(meaningOf('Họ và tên vợ (chồng)')).toBe('known');
    expect(meaningOf('Món ăn ưa thích')).toBeNull();
  });
});
