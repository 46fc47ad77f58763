import type {
  MembershipChoice,
  MissingField,
  OfficialColumnId,
  PostRole,
  WorkingChoice,
} from '../official-list.ts';
import { formatNumber } from './numbers.ts';
import { membershipStatusNames, officialFieldLabels, personLabels, workingStatusNames } from './officials.ts';

/** One title per column, for the screen, the paper and the workbook. */
export const officialColumnTitles = {
  birthDate: officialFieldLabels.birthDate,
  gender: officialFieldLabels.gender,
  organization: personLabels.organization,
  posts: personLabels.posts,
  partyPost: personLabels.partyPost,
  statePost: personLabels.statePost,
  massPost: personLabels.massPost,
  admittedOn: officialFieldLabels.admittedOn,
  fullMemberOn: officialFieldLabels.fullMemberOn,
  partyCardNo: officialFieldLabels.partyCardNo,
  partyFileNo: officialFieldLabels.partyFileNo,
  status: personLabels.status,
  membershipStatus: personLabels.membershipStatus,
  participationStatus: personLabels.participationStatus,
  hometown: officialFieldLabels.hometown,
  residence: officialFieldLabels.residence,
  workplace: officialFieldLabels.workplace,
  workingStatus: personLabels.workingStatus,
  schooling: officialFieldLabels.schooling,
  professionalDegree: officialFieldLabels.professionalDegree,
  politicalTheoryLevel: officialFieldLabels.politicalTheoryLevel,
  ethnicity: officialFieldLabels.ethnicity,
  religion: officialFieldLabels.religion,
  citizenId: officialFieldLabels.citizenId,
  note: officialFieldLabels.note,
} as const satisfies Record<OfficialColumnId, string>;

export const postRoleNames = {
  head: 'Người đứng đầu',
  leader: 'Cán bộ lãnh đạo, quản lý',
  keyOfficial: 'Cán bộ chủ chốt',
} as const satisfies Record<PostRole, string>;

export const missingFieldNames = {
  birthDate: 'Thiếu ngày sinh',
  gender: 'Thiếu giới tính',
  admittedOn: 'Thiếu ngày vào Đảng',
  fullMemberOn: 'Thiếu ngày chính thức',
  partyCardNo: 'Thiếu số thẻ đảng viên',
  citizenId: 'Thiếu số CCCD',
  organization: 'Chưa rõ chi bộ',
} as const satisfies Record<MissingField, string>;

export const membershipChoiceNames = {
  ...membershipStatusNames,
  unknown: 'Chưa rõ loại đảng viên',
} as const satisfies Record<MembershipChoice, string>;

export const workingChoiceNames = {
  ...workingStatusNames,
  unknown: 'Chưa rõ tình trạng công tác',
} as const satisfies Record<WorkingChoice, string>;

export const filterText = {
  open: 'Lọc',
  openCount: (count: number) => `Lọc (${formatNumber(count)})`,
  title: 'Lọc danh sách',
  clear: 'Bỏ lọc',
  remove: (words: string) => `Bỏ lọc: ${words}`,
  chips: 'Đang lọc theo',
  participation: 'Tình trạng sinh hoạt',
  membership: 'Loại đảng viên',
  working: personLabels.workingStatus,
  postKinds: 'Đang giữ chức vụ',
  postRoles: 'Vai trò của chức vụ',
  missing: 'Thiếu thông tin (một trong các mục)',
  units: 'Đơn vị đang xem',
  onlyThisUnit: 'Chỉ đơn vị đang chọn, không kể cấp dưới',
  withoutSubUnits: (unit: string) => `Không kể đơn vị dưới ${unit}`,
  unitIsAll: 'Chọn một đơn vị ở thanh trên cùng để lọc theo đơn vị.',
  any: ' hoặc ',
  emptyTitle: 'Không có ai qua được bộ lọc',
  emptyText: (of: number) =>
    `Có ${formatNumber(of)} người trong phạm vi đang xem, nhưng không ai hợp với bộ lọc.`,
} as const;

export const columnsText = {
  open: 'Cột',
  title: 'Cột của danh sách',
  hint: 'Đánh dấu cột cần hiện. Alt+↑ và Alt+↓ đổi chỗ cột; Alt+← và Alt+→ đổi bề rộng. Cũng có thể kéo đầu cột hoặc mép đầu cột; bấm đúp vào mép để vừa với nội dung.',
  fixed: 'STT và Họ và tên luôn đứng đầu, không cuộn mất.',
  up: (title: string) => `Đưa cột ${title} lên trước`,
  down: (title: string) => `Đưa cột ${title} ra sau`,
  reset: 'Về cột mặc định',
  width: (pixels: number) => `${formatNumber(pixels)} điểm ảnh`,
  automatic: 'tự động',
  shown: (count: number) => `Đang hiện ${formatNumber(count)} cột`,
} as const;

export const listFootText = {
  count: (shown: number, of: number) =>
    shown === of
      ? `${formatNumber(shown)} người`
      : `Đang hiện ${formatNumber(shown)} trong ${formatNumber(of)} người`,
  keys: '↑ ↓ ← → chọn ô · F2, Enter sửa ô · Ctrl+Enter mở hồ sơ · Shift+↑ ↓, phím cách chọn người · Ctrl+Z hoàn tác · Ctrl+C chép',
  keysRead: '↑ ↓ ← → chọn ô · Enter mở hồ sơ · Shift+↑ ↓ chọn nhiều · Ctrl+C chép',
  copiedCells: (count: number) => `Đã chép ${formatNumber(count)} ô. Có thể dán vào Excel.`,
} as const;

export const cellText = {
  editing: (column: string, name: string) => `Sửa ${column} của ${name}`,
  undone: (column: string, name: string, value: string) =>
    value === ''
      ? `Đã hoàn tác: ${column} của ${name} để trống như trước.`
      : `Đã hoàn tác: ${column} của ${name} trở lại "${value}".`,
  nothingToUndo: 'Không còn thay đổi nào để hoàn tác trong danh sách này.',
  undoStale: (column: string, name: string) =>
    `Không hoàn tác được ${column} của ${name} vì hồ sơ của người này đã thay đổi sau đó. Giá trị hiện có vẫn giữ nguyên.`,
  staleTitle: 'Nơi khác vừa lưu giá trị mới:',
  emptyValue: '(để trống)',
  staleKeep: 'Enter: lưu giá trị bạn gõ · Esc: giữ giá trị mới',
  notSaved: 'chưa lưu',
  notSavedCount: (count: number) => `${formatNumber(count)} ô chưa lưu`,
  notEditable: (column: string) =>
    `Cột ${column} không sửa trong danh sách. Ctrl+Enter mở hồ sơ để sửa ở đó.`,
} as const;

export const setPostText = {
  open: 'Giao chức vụ…',
  title: 'Giao chức vụ',
  titleMany: (count: number) => `Giao chức vụ cho ${formatNumber(count)} người`,
  from: 'Giữ chức vụ từ ngày',
  to: 'Đến hết (để trống nếu đang giữ)',
  check: 'Xem trước',
  confirm: (count: number) => `Giao cho ${formatNumber(count)} người`,
  preview: (given: number, held: number) =>
    held === 0
      ? `Chưa ghi gì. Sẽ thêm chức vụ này cho ${formatNumber(given)} người.`
      : `Chưa ghi gì. Sẽ thêm cho ${formatNumber(given)} người; ${formatNumber(held)} người đang giữ đúng chức vụ này nên giữ nguyên.`,
  nobody: 'Mọi người đã chọn đều đang giữ chức vụ này. Không có gì để ghi.',
  done: (count: number, title: string) => `Đã giao chức vụ ${title} cho ${formatNumber(count)} người.`,
  undone: (title: string) => `Đã hoàn tác việc giao chức vụ ${title}.`,
} as const;

export const addedText = {
  undone: (name: string) => `Đã hoàn tác việc thêm ${name}.`,
} as const;

export const exportText = {
  open: 'In, xuất…',
  title: 'In, xuất danh sách',
  who: 'Những người được in, xuất',
  shown: (count: number) => `Tất cả ${formatNumber(count)} người đang hiện`,
  selected: (count: number) => `${formatNumber(count)} người đã chọn`,
  columns: (titles: string) => `Đúng các cột và thứ tự đang xem: ${titles}.`,
  sensitive: 'Kèm thông tin cần bảo vệ',
  sensitiveHint:
    'Mặc định không kèm. Mỗi lần xem bản in, in hoặc xuất có các cột này đều được ghi nhật ký, kể cả trên giấy.',
  sensitiveRefused: 'Tài khoản này không được in, xuất dân tộc, tôn giáo và số CCCD.',
  back: 'Về danh sách',
  preview: 'Xem bản in',
  workbook: 'Lưu Excel',
  tooMany: (limit: number) =>
    `Bản in nhận tối đa ${formatNumber(limit)} người một lần. Hãy lọc hoặc chọn bớt, hoặc xuất Excel.`,
  tooManyAtAll: (limit: number) =>
    `Một tệp Excel nhận tối đa ${formatNumber(limit)} người. Hãy lọc hoặc chọn bớt.`,
  writing: 'Đang ghi tệp Excel',
  stop: 'Dừng',
  saved: (fileName: string) => `Đã lưu tệp ${fileName}.`,
} as const;

/** The paper and the workbook of the list. */
export const officialListPaper = {
  title: 'DANH SÁCH CÁN BỘ, ĐẢNG VIÊN',
  fileName: (day: string) => `Danh sách cán bộ, đảng viên ${day}`,
  sheetName: 'Danh sách',
  unit: (name: string) => `Đơn vị: ${name}`,
  unitOnly: (name: string) => `Đơn vị: ${name} (không kể cấp dưới)`,
  found: (search: string) => `Tìm: ${search}`,
  filters: (words: string) => `Lọc: ${words}`,
  selected: 'Những người được chọn trong danh sách',
  asOf: (day: string) => `Lập ngày ${day}`,
  count: (count: number) => `Danh sách có ${formatNumber(count)} người.`,
} as const;
