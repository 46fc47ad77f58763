import type { DuplicateReason } from '../duplicates.ts';
import { formatNumber } from './numbers.ts';

export const duplicateReasonNames = {
  NAME_AND_BIRTH: 'Trùng họ tên và ngày sinh',
  CITIZEN_ID: 'Trùng số CCCD',
  CARD: 'Trùng số thẻ đảng viên',
} as const satisfies Record<DuplicateReason, string>;

/** Rows that belong to a person, by the table they stand in. */
const rowNames: Readonly<Record<string, string>> = {
  memberships: 'Nơi sinh hoạt',
  posts: 'Chức vụ',
  participation_states: 'Tình trạng sinh hoạt trước đây',
  ratings: 'Xếp loại',
  pledges: 'Bản cam kết',
  reviews: 'Bản kiểm điểm',
  ballot_results: 'Kết quả bỏ phiếu',
  remediation_tasks: 'Việc khắc phục hạn chế',
};

const SHORT = 60;
const shortened = (words: string): string => {
  const letters = [...words];
  return letters.length <= SHORT ? words : `${letters.slice(0, SHORT).join('').trimEnd()}…`;
};

export const duplicatesText = {
  rowName: (table: string) => rowNames[table] ?? 'Hồ sơ khác',
  table: 'Những cặp có thể là một người',
  count: (total: number) => `${formatNumber(total)} cặp có thể là một người`,
  hint: 'Chương trình không tự gộp. Chọn một cặp để so sánh từng ô.',
  emptyTitle: 'Không có cặp nào giống nhau',
  emptyText:
    'So theo họ tên không dấu và ngày sinh, số CCCD, số thẻ đảng viên của mọi người trong đơn vị đang xem.',
  notFoundTitle: 'Không tìm thấy cặp nào khớp',
  first: 'Người thứ nhất',
  second: 'Người thứ hai',
  birthDates: 'Ngày sinh',
  reasons: 'Lý do',
  compareTitle: (first: string, second: string) =>
    first === second ? `So sánh hai hồ sơ ${first}`.trim() : `So sánh ${first} và ${second}`,
  back: 'Về danh sách trùng lặp',
  keepNote: 'Sau khi gộp chỉ còn một hồ sơ, với giá trị được chọn ở từng dòng. Có thể hoàn tác như một bước.',
  field: 'Thông tin',
  differs: 'khác nhau',
  differsHidden: 'khác nhau, đang được che',
  reveal: 'Hiện thông tin được che',
  rows: 'Được chuyển hết về hồ sơ còn lại (cùng các mục kỷ luật, nếu có)',
  conflicts: 'Cần chọn: hai bên cùng có',
  keepBoth: 'Giữ cả hai',
  ofFirst: (content: string) => `Người thứ nhất${content === '' ? '' : `: ${content}`}`,
  ofSecond: (content: string) => `Người thứ hai${content === '' ? '' : `: ${content}`}`,
  undecided: (count: number) => `Còn ${formatNumber(count)} mục cần chọn trước khi gộp.`,
  merge: 'Gộp thành một hồ sơ',
  merging: 'Đang gộp…',
  distinct: 'Không phải một người',
  merged: (name: string) => `Đã gộp thành một hồ sơ: ${name}.`,
  unmerged: (name: string) => `Đã hoàn tác, ${name} lại là hai hồ sơ như trước.`,
  markedDistinct: 'Đã ghi nhớ: hai hồ sơ này là hai người khác nhau.',
  unmarkedDistinct: 'Đã đưa cặp này về danh sách trùng lặp.',
  conflictRating: (kind: string, year: number) => `${kind} năm ${year}`,
  conflictMembership: 'Sinh hoạt cùng thời gian',
  conflictParticipation: 'Tình trạng sinh hoạt đến cùng một ngày',
  conflictRecord: (name: string, year: number | null) => (year === null ? name : `${name} năm ${year}`),
  items: (count: number, first: string) =>
    count === 0
      ? 'chưa ghi nội dung'
      : `${formatNumber(count)} nội dung${first === '' ? '' : `, mục đầu: "${shortened(first)}"`}`,
  written: (sections: number, shortcomings: number) =>
    `${formatNumber(sections)} mục đã viết, ${formatNumber(shortcomings)} hạn chế`,
  votes: (level: string, count: number) => `${level}: ${formatNumber(count)} phiếu`,
  span: (from: string, to: string) => `từ ${from || 'trước khi ghi sổ'} đến ${to || 'nay'}`,
} as const;
