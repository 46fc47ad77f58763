import type { Gender, MembershipStatus, ParticipationStatus } from '../../domain/people.ts';
import type { OfficialFieldId } from '../officials.ts';
import { formatNumber } from './numbers.ts';

/** One label per field of a person, for form, table, Excel and print. */
export const officialFieldLabels = {
  fullName: 'Họ và tên',
  birthDate: 'Ngày sinh',
  gender: 'Giới tính',
  ethnicity: 'Dân tộc',
  religion: 'Tôn giáo',
  hometown: 'Quê quán',
  residence: 'Nơi ở hiện nay',
  admittedOn: 'Ngày vào Đảng',
  fullMemberOn: 'Ngày chính thức',
  partyCardNo: 'Số thẻ đảng viên',
  partyFileNo: 'Số lý lịch',
  citizenId: 'Số CCCD',
  schooling: 'Trình độ văn hóa',
  professionalDegree: 'Trình độ chuyên môn',
  politicalTheoryLevel: 'Lý luận chính trị',
  workplace: 'Đơn vị công tác',
  note: 'Ghi chú',
} as const satisfies Record<OfficialFieldId, string>;

/** Labels of what a person has beside the fields: unit, posts, statuses. */
export const personLabels = {
  rowNo: 'STT',
  organization: 'Chi bộ',
  partyPost: 'Chức vụ Đảng',
  statePost: 'Chức vụ chính quyền',
  massPost: 'Chức vụ đoàn thể',
  membershipStatus: 'Loại đảng viên',
  participationStatus: 'Tình trạng sinh hoạt',
  posts: 'Chức vụ',
  status: 'Tình trạng',
} as const;

export const genderNames = { male: 'Nam', female: 'Nữ' } as const satisfies Record<Gender, string>;

export const membershipStatusNames = {
  full: 'Đảng viên chính thức',
  probationary: 'Đảng viên dự bị',
  none: 'Quần chúng',
} as const satisfies Record<MembershipStatus, string>;

export const participationStatusNames = {
  active: 'Đang sinh hoạt',
  exempt: 'Miễn công tác và sinh hoạt',
  suspended: 'Đình chỉ sinh hoạt',
  transferredOut: 'Đã chuyển sinh hoạt đi',
  retired: 'Nghỉ hưu',
  deceased: 'Từ trần',
  left: 'Đã ra khỏi Đảng',
} as const satisfies Record<ParticipationStatus, string>;

export const officialsText = {
  table: 'Danh sách cán bộ, đảng viên',
  count: (total: number) => `${formatNumber(total)} người`,
  countOf: (from: number, to: number, total: number) =>
    `Đang xem ${formatNumber(from)}–${formatNumber(to)} trong ${formatNumber(total)} người`,
  emptyTitle: 'Chưa có ai trong danh sách',
  emptyText:
    'Nơi đây giữ danh sách cán bộ, đảng viên của cơ quan. Cách nhanh nhất là nhập từ tệp Excel trích ngang sẵn có.',
  emptyAct: 'Nhập danh sách từ Excel',
  notFoundTitle: 'Không tìm thấy ai khớp',
  notFoundText: (search: string) =>
    `Không có người nào khớp với "${search}". Có thể gõ tên không dấu, chữ cái đầu của họ tên, số thẻ hoặc số CCCD.`,
  notFoundInUnit: 'Đang lọc theo một đơn vị. Có thể người cần tìm ở đơn vị khác.',
  clearSearch: 'Xóa nội dung tìm',
  searchAllUnits: 'Tìm ở tất cả đơn vị',
  showAllUnits: 'Xem tất cả đơn vị',
  emptyUnitTitle: 'Đơn vị này chưa có người nào',
  emptyUnitText: 'Chọn đơn vị khác, hoặc nhập danh sách của đơn vị này từ Excel.',
  keysHint: '↑ ↓ chọn người · Enter xem chi tiết · Esc đóng',
  sortAscending: 'đang xếp tăng dần',
  sortDescending: 'đang xếp giảm dần',
  sortBy: (column: string) => `Xếp theo ${column}`,
  personTitle: 'Chi tiết cán bộ, đảng viên',
  reveal: 'Hiện',
  revealLabel: 'Hiện thông tin nhạy cảm',
  hideAgain: 'Ẩn lại',
  sensitiveNote:
    'Dân tộc, tôn giáo và số CCCD là thông tin cần bảo vệ, mặc định được che. Mỗi lần xem đều được ghi nhật ký.',
  personal: 'Thông tin chung',
  party: 'Đảng tịch',
  posts: 'Chức vụ, công tác',
  education: 'Trình độ',
  sensitive: 'Thông tin cần bảo vệ',
  ratings: 'Xếp loại các năm',
  noRatings: 'Chưa có kết quả xếp loại.',
  ratingYear: 'Năm',
  openPerson: 'Mở hồ sơ',
} as const;
