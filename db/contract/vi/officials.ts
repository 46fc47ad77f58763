import type {
  Gender,
  MembershipStatus,
  ParticipationStatus,
  PostKind,
  WorkingStatus,
} from '../../domain/people.ts';
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
  workingStatus: 'Tình trạng công tác',
  workingFrom: 'Tình trạng công tác từ',
  participationStatus: 'Tình trạng sinh hoạt',
  posts: 'Chức vụ',
  status: 'Tình trạng',
} as const;

export const genderNames = { male: 'Nam', female: 'Nữ' } as const satisfies Record<Gender, string>;

export const workingStatusNames = {
  inSystem: 'Trong hệ thống chính trị',
  outside: 'Ngoài hệ thống chính trị',
  retired: 'Hưu trí',
} as const satisfies Record<WorkingStatus, string>;

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
  notSorted: 'Không sắp xếp theo cột này: nội dung đang được che, thứ tự sẽ làm lộ.',
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
  personTitle: 'Chi tiết cán bộ, đảng viên',
  reveal: 'Hiện',
  revealLabel: 'Hiện thông tin nhạy cảm',
  hideAgain: 'Ẩn lại',
  sensitiveNote:
    'Dân tộc, tôn giáo và số CCCD là thông tin cần bảo vệ, mặc định được che. Mỗi lần xem đều được ghi nhật ký.',
  personal: 'Thông tin chung',
  party: 'Đảng tịch',
  workAndEducation: 'Công tác, trình độ',
  sensitive: 'Thông tin cần bảo vệ',
  other: 'Ghi chú khác',
  openPerson: 'Mở hồ sơ',
} as const;

/** Adding and changing a person, and what is dated in a person's book. */
export const officialEditText = {
  add: 'Thêm người',
  addTitle: 'Thêm cán bộ, đảng viên',
  editTitle: (name: string) => `Sửa: ${name}`,
  chooseNone: 'Chưa rõ',
  since: 'Sinh hoạt tại chi bộ từ ngày',
  sinceHint: 'Để trống nếu từ trước khi bắt đầu ghi sổ.',
  dateExample: '03/02/1985',
  formKeys: 'Ctrl+Enter để lưu. Ngày có thể nhập đủ, hoặc chỉ tháng và năm, hoặc chỉ năm.',
  revealToEdit: 'Hiện để sửa',
  lockedHint: 'Đang được che và giữ nguyên khi lưu.',
  added: (name: string) => `Đã thêm ${name}.`,
  changed: (name: string) => `Đã lưu thay đổi của ${name}.`,
  restored: (name: string) => `Đã trả lại thông tin trước đó của ${name}.`,
  nothingChanged: 'Không có gì thay đổi nên không cần lưu.',
  fullDayNeeded: 'Cần đủ ngày, tháng, năm có thật, ví dụ 03/02/2026.',

  addPost: 'Thêm chức vụ',
  editPost: 'Sửa chức vụ',
  endPost: 'Thôi giữ chức vụ',
  removePost: 'Xóa dòng nhập nhầm',
  postKind: 'Loại chức vụ',
  postTitle: 'Tên chức vụ',
  postUnit: 'Giữ chức vụ tại',
  isHead: 'Là người đứng đầu',
  isLeader: 'Là cán bộ lãnh đạo, quản lý',
  isKeyOfficial: 'Là cán bộ chủ chốt',
  isCommittee: 'Là cấp ủy viên',
  suggested: (value: string) => `Chưa rõ (gợi ý: ${value})`,
  workingSince: (status: string, day: string) => (day === '' ? status : `${status}, từ ${day}`),
  head: 'người đứng đầu',
  leader: 'lãnh đạo, quản lý',
  keyOfficial: 'cán bộ chủ chốt',
  committee: 'cấp ủy viên',
  managedBy: 'Cấp quản lý',
  managedByShort: (body: string) => `${body} quản lý`,
  from: 'Từ',
  to: 'Đến hết',
  postSaved: (title: string) => `Đã lưu chức vụ ${title}.`,
  postRemoved: (title: string) => `Đã xóa chức vụ ${title}.`,
  postRestored: (title: string) => `Đã trả lại chức vụ ${title} như trước.`,
  noPosts: 'Chưa ghi chức vụ nào.',
  currentPosts: 'Chức vụ đang giữ',

  transfer: 'Chuyển chi bộ…',
  transferTitle: 'Chuyển chi bộ',
  transferTo: 'Chuyển đến',
  transferChoose: 'Chọn chi bộ',
  onDay: 'Từ ngày',
  transferNow: 'Chuyển',
  transferred: (count: number, unit: string) => `Đã chuyển ${formatNumber(count)} người đến ${unit}.`,
  transferUndone: 'Đã hoàn tác việc chuyển chi bộ.',
  transferMany: (count: number) => `Chuyển chi bộ ${formatNumber(count)} người`,
  transferPreview: 'Xem trước số lượng',
  transferConfirm: (count: number) => `Chuyển ${formatNumber(count)} người`,
  transferPreviewText: 'Chưa ghi gì. Số người của từng chi bộ trước và sau khi chuyển:',

  participation: 'Đổi tình trạng sinh hoạt…',
  participationTitle: 'Đổi tình trạng sinh hoạt',
  newStatus: 'Tình trạng mới',
  reason: 'Lý do',
  participationSaved: (name: string, status: string) => `${name}: ${status}.`,
  fromDay: (day: string) => `từ ${day}`,
  toDay: (day: string) => `đến ${day}`,
  sinceUnknown: 'không rõ ngày bắt đầu',
  untilNow: 'đến nay',
} as const;

/** Several people of the list at once. */
export const selectionText = {
  selectRow: (name: string) => `Chọn ${name}`,
  selectAll: 'Chọn tất cả',
  selected: (count: number) => `Đã chọn ${formatNumber(count)} người`,
  clear: 'Bỏ chọn',
  copied: (count: number) => `Đã chép ${formatNumber(count)} dòng. Có thể dán vào Excel thành bảng.`,
  preparing: (count: number) =>
    `Đang lấy ${formatNumber(count)} dòng để chép. Khi xong, chương trình báo để bấm Ctrl+C lần nữa.`,
  prepared: (count: number) => `Đã lấy đủ ${formatNumber(count)} dòng. Bấm Ctrl+C lần nữa để chép.`,
  copyHint: 'Ctrl+C chép bảng sang Excel · Esc bỏ chọn',
} as const;

export const postKindNames = {
  party: 'Chức vụ Đảng',
  state: 'Chức vụ chính quyền',
  mass: 'Chức vụ đoàn thể',
} as const satisfies Record<PostKind, string>;
