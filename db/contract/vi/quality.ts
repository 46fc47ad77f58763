import type { QualityRule } from '../quality.ts';
import { formatNumber } from './numbers.ts';

/** What is missing or odd in a person's record, and what to do; never an accusation. */
export const qualityMessages = {
  NAME_DOUBTFUL: 'Họ và tên có chữ số hoặc ký hiệu lạ. Hãy kiểm tra có phần nào ghi nhầm cột không.',
  BIRTH_DATE_MISSING: 'Chưa có ngày sinh.',
  ADMITTED_MISSING: 'Chưa có ngày vào Đảng.',
  CARD_MISSING: 'Chưa có số thẻ đảng viên.',
  CITIZEN_ID_MISSING: 'Chưa có số CCCD.',
  UNIT_MISSING: 'Chưa rõ sinh hoạt tại chi bộ nào.',
  ADMITTED_AFTER_FULL: 'Ngày vào Đảng sau ngày chính thức. Hãy kiểm tra hai ngày có bị đổi chỗ không.',
  FULL_NOT_ABOUT_A_YEAR_LATER:
    'Ngày chính thức không cách ngày vào Đảng khoảng 12 tháng. Hãy kiểm tra lại (mức và căn cứ ở trang Cài đặt).',
  AGE_AT_ADMISSION:
    'Tuổi khi vào Đảng ngoài khoảng thường gặp. Hãy kiểm tra ngày sinh và ngày vào Đảng (mức và căn cứ ở trang Cài đặt).',
  CITIZEN_ID_DISAGREES: 'Số CCCD không khớp năm sinh hoặc giới tính. Hãy kiểm tra lại.',
  SAME_CITIZEN_ID:
    'Số CCCD trùng với người khác. Có thể là một người được nhập hai lần; xem thêm mục Trùng lặp.',
  SAME_CARD:
    'Số thẻ đảng viên trùng với người khác. Có thể là một người được nhập hai lần; xem thêm mục Trùng lặp.',
  IN_TWO_UNITS: 'Cùng một thời gian được ghi sinh hoạt ở hai nơi. Hãy kiểm tra lại quá trình sinh hoạt.',
  WORKING_STATUS_DOUBTFUL:
    'Đơn vị công tác và tình trạng công tác không khớp về việc nghỉ hưu. Biểu 5a đếm "Hưu trí" theo tình trạng công tác.',
  COMMITTEE_DOUBTFUL:
    'Tên chức vụ là của cấp ủy viên nhưng chưa đánh dấu "Là cấp ủy viên". Biểu 5a đếm theo dấu này.',
  HEAD_IN_ENDED_UNIT: 'Còn giữ chức vụ đứng đầu nhưng đơn vị đã kết thúc. Hãy ghi ngày thôi chức vụ.',
} as const satisfies Record<QualityRule, string>;

/** Short names of the rules, for groups. */
export const qualityRuleNames = {
  NAME_DOUBTFUL: 'Họ tên có số, ký hiệu',
  BIRTH_DATE_MISSING: 'Thiếu ngày sinh',
  ADMITTED_MISSING: 'Thiếu ngày vào Đảng',
  CARD_MISSING: 'Thiếu số thẻ đảng viên',
  CITIZEN_ID_MISSING: 'Thiếu số CCCD',
  UNIT_MISSING: 'Chưa rõ chi bộ',
  ADMITTED_AFTER_FULL: 'Vào Đảng sau ngày chính thức',
  FULL_NOT_ABOUT_A_YEAR_LATER: 'Thời gian dự bị khác thường',
  AGE_AT_ADMISSION: 'Tuổi vào Đảng khác thường',
  CITIZEN_ID_DISAGREES: 'CCCD không khớp',
  SAME_CITIZEN_ID: 'Trùng số CCCD',
  SAME_CARD: 'Trùng số thẻ',
  IN_TWO_UNITS: 'Sinh hoạt hai nơi',
  WORKING_STATUS_DOUBTFUL: 'Tình trạng công tác cần xem',
  COMMITTEE_DOUBTFUL: 'Chưa đánh dấu cấp ủy viên',
  HEAD_IN_ENDED_UNIT: 'Đứng đầu đơn vị đã kết thúc',
} as const satisfies Record<QualityRule, string>;

export const qualityText = {
  open: 'Rà soát dữ liệu',
  backToList: 'Về danh sách',
  tabs: 'Phần rà soát',
  findings: 'Điểm cần xem',
  duplicates: 'Trùng lặp',
  table: 'Những điểm cần rà soát',
  rules: 'Nhóm theo quy tắc',
  summary: (findings: number) => `${formatNumber(findings)} điểm cần xem`,
  shown: (shown: number, of: number) =>
    `đang xem ${formatNumber(shown)}/${formatNumber(of)} người của nhóm này`,
  ruleCount: (rule: string, count: number) => `${rule}: ${formatNumber(count)}`,
  unit: 'Chi bộ',
  allUnits: (count: number) => `Mọi chi bộ có điểm cần xem (${formatNumber(count)})`,
  unitCount: (unit: string, count: number) => `${unit} (${formatNumber(count)})`,
  cleanTitle: 'Không có điểm nào cần rà soát',
  cleanText: 'Thông tin của mọi người trong đơn vị đang xem đều đủ và khớp nhau theo các quy tắc kiểm tra.',
  notFoundTitle: 'Không tìm thấy ai khớp trong nhóm này',
  notFoundText: (search: string, count: number) =>
    `Không có tên nào khớp với "${search}", nhưng nhóm này vẫn còn ${formatNumber(count)} điểm cần xem.`,
  neverBlocks: 'Đây là lời nhắc, không chặn việc nào. Chọn một dòng để mở đúng ô cần sửa.',
  detail: 'Chi tiết',
  sameAs: (names: string) => `Cùng số với: ${names}`,
  inUnits: (names: string) => `Sinh hoạt tại: ${names}`,
  headOf: (posts: string) => `Chức vụ: ${posts}`,
} as const;
