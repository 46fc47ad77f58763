import type { QualityRule } from '../official-edits.ts';

/** What is missing or odd in a person's record, and what to do; never an accusation. */
export const qualityMessages = {
  BIRTH_DATE_MISSING: 'Chưa có ngày sinh.',
  ADMITTED_MISSING: 'Chưa có ngày vào Đảng.',
  CARD_MISSING: 'Chưa có số thẻ đảng viên.',
  CITIZEN_ID_MISSING: 'Chưa có số CCCD.',
  UNIT_MISSING: 'Chưa rõ sinh hoạt tại chi bộ nào.',
  ADMITTED_AFTER_FULL: 'Ngày vào Đảng sau ngày chính thức. Hãy kiểm tra hai ngày có bị đổi chỗ không.',
  FULL_NOT_ABOUT_A_YEAR_LATER: 'Ngày chính thức không cách ngày vào Đảng khoảng 12 tháng. Hãy kiểm tra lại.',
  AGE_AT_ADMISSION: 'Tuổi khi vào Đảng ngoài khoảng 18 đến 60. Hãy kiểm tra ngày sinh và ngày vào Đảng.',
  CITIZEN_ID_DISAGREES: 'Số CCCD không khớp năm sinh hoặc giới tính. Hãy kiểm tra lại.',
  SAME_CITIZEN_ID: 'Số CCCD trùng với người khác. Có thể là một người được nhập hai lần.',
  SAME_CARD: 'Số thẻ đảng viên trùng với người khác. Có thể là một người được nhập hai lần.',
  HEAD_IN_ENDED_UNIT: 'Còn giữ chức vụ đứng đầu nhưng đơn vị đã kết thúc. Hãy ghi ngày thôi chức vụ.',
} as const satisfies Record<QualityRule, string>;
