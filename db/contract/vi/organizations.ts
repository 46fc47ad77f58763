import type { OrganizationKind, UnitType } from '../../domain/people.ts';
import type { OperationKind } from '../organization-operations.ts';
import { formatNumber } from './numbers.ts';

export const organizationKindNames = {
  province: 'Tỉnh, thành phố',
  district: 'Cấp huyện (trước 7/2025)',
  commune: 'Xã, phường, đặc khu',
  partyBody: 'Đảng bộ',
  partyCell: 'Chi bộ',
  partyGroup: 'Tổ đảng',
  frontCommittee: 'Ủy ban MTTQ',
  massOrganization: 'Tổ chức chính trị - xã hội',
  agency: 'Cơ quan',
  residentialArea: 'Khu dân cư',
} as const satisfies Record<OrganizationKind, string>;

export const unitTypeNames = {
  commune: 'Xã, phường',
  agency: 'Cơ quan',
  school: 'Trường học',
  armedForces: 'Lực lượng vũ trang',
  enterprise: 'Doanh nghiệp',
} as const satisfies Record<UnitType, string>;

export const unknownUnitType = 'Chưa phân loại';

export const organizationFieldLabels = {
  name: 'Tên tổ chức',
  kind: 'Loại tổ chức',
  unitType: 'Loại hình (biểu 5b)',
  parentId: 'Trực thuộc',
  code: 'Mã',
  superiorHead: 'Tên cấp trên (dòng đầu bên trái)',
  issuingHead: 'Tên cơ quan ban hành',
  signatureAuthority: 'Thẩm quyền ký (T/M …)',
  signatureTitle: 'Chức vụ người ký',
  memberCount: 'Số người',
  totalMemberCount: 'Kể cả đơn vị cấp dưới',
  validFrom: 'Có từ',
  validTo: 'Đến',
} as const;

export const organizationsText = {
  tree: 'Cây tổ chức đảng',
  count: (count: number) => `${formatNumber(count)} tổ chức`,
  members: (count: number) => `${formatNumber(count)} người`,
  membersColumn: 'Số người',
  totalColumn: 'Cả cấp dưới',
  add: 'Thêm tổ chức',
  addUnder: 'Thêm tổ chức trực thuộc',
  addTitle: 'Thêm tổ chức',
  editTitle: 'Sửa tổ chức',
  topLevel: 'Không trực thuộc tổ chức nào (cấp cao nhất)',
  showMembers: 'Xem danh sách người',
  showRatings: 'Xem xếp loại',
  created: (name: string) => `Đã thêm "${name}".`,
  updated: (name: string) => `Đã lưu "${name}".`,
  undone: (name: string) => `Đã trả lại như trước: "${name}".`,
  expand: (name: string) => `Mở ${name}`,
  collapse: (name: string) => `Thu gọn ${name}`,
  expandAll: 'Mở tất cả',
  collapseAll: 'Thu gọn tất cả',
  emptyTitle: 'Chưa có tổ chức đảng nào',
  emptyText:
    'Nơi đây giữ đảng bộ và các chi bộ trực thuộc. Khi nhập danh sách từ Excel, các chi bộ có trong danh sách được tạo theo; cũng có thể thêm tay.',
  emptyAct: 'Nhập danh sách từ Excel',
  notFoundTitle: 'Không có tổ chức nào khớp',
  notFoundText: (search: string) => `Không có tổ chức nào khớp với "${search}".`,
  keysHint: '↑ ↓ chọn · → mở · ← thu gọn · Enter xem chi tiết',
  endsOn: (day: string) => `Đến ngày ${day}`,
  treeDay: 'Xem cây ngày',
  treeDayBad: 'Nhập đủ ngày, tháng, năm, như 30/06/2025.',
  treeOn: (day: string) => `Cây tổ chức ngày ${day}`,
  treeOnText: 'Tên, cấp trên và số người là của ngày này.',
  backToToday: 'Về hôm nay',
  scopeNotThereTitle: 'Đơn vị đang chọn không có trong cây ngày này',
  scopeNotThereText: 'Hãy chọn ngày khác, hoặc xem tất cả đơn vị.',
  showAllUnits: 'Xem tất cả đơn vị',
  correctOnlyToday:
    'Sửa thông tin là sửa lỗi nhập của đơn vị như hôm nay. Hãy về hôm nay để sửa, hoặc chọn một việc ở trên.',
  emptyDayTitle: 'Ngày này chưa có tổ chức nào',
  emptyDayText: (day: string) => `Không có tổ chức nào trong cây ngày ${day}.`,
} as const;

export const operationKindNames = {
  change: 'Đổi tên, chuyển cấp trên',
  merge: 'Sáp nhập',
  split: 'Tách',
  end: 'Kết thúc',
  transfer: 'Chuyển sinh hoạt',
  mergePeople: 'Gộp hai hồ sơ',
  propose: 'Ghi mức đề xuất theo phiếu',
  pledgeReasons: 'Ghi lý do chưa nộp cam kết',
  removePrompt: 'Bỏ gợi ý kiểm điểm',
  removeOpinion: 'Bỏ ý kiến nhận xét',
  removeMeeting: 'Bỏ cuộc họp xếp loại',
  post: 'Giao chức vụ',
} as const satisfies Record<OperationKind, string>;

/** The guided steps that change the tree from a day on. */
export type StepKind = Extract<OperationKind, 'change' | 'merge' | 'split' | 'end'>;

export const stepActs = {
  change: 'Đổi tên hoặc chuyển cấp trên từ ngày…',
  merge: 'Sáp nhập…',
  split: 'Tách…',
  end: 'Kết thúc…',
} as const satisfies Record<StepKind, string>;

export const stepTitles = {
  change: 'Đổi tên hoặc chuyển cấp trên',
  merge: 'Sáp nhập tổ chức',
  split: 'Tách tổ chức',
  end: 'Kết thúc tổ chức',
} as const satisfies Record<StepKind, string>;

const stepVerbs = {
  change: 'Ghi thay đổi',
  merge: 'Sáp nhập',
  split: 'Tách',
  end: 'Kết thúc',
} as const satisfies Record<StepKind, string>;

export const stepsText = {
  actsTitle: 'Thay đổi từ một ngày',
  onDay: 'Từ ngày',
  onDayHint: 'Mọi việc trước ngày này vẫn ghi ở tổ chức cũ, theo tên cũ.',
  onDayBad: 'Nhập đủ ngày, tháng, năm có thật, như 01/07/2025.',
  nothingChanged: 'Chưa có gì khác so với ngày này. Hãy sửa tên, cấp trên hoặc ô khác.',
  printed: 'Dòng in trên văn bản',
  printedHint: 'Để trống thì in theo thông tin chung của cơ quan.',
  notInTree: 'Không có trong cây ngày này',
  chooseUnit: 'Chọn tổ chức…',
  sources: 'Các tổ chức được sáp nhập',
  sourcesHint: 'Các tổ chức này kết thúc; người và đơn vị trực thuộc chuyển sang nơi nhận.',
  noSource: 'Chọn ít nhất một tổ chức.',
  target: 'Nơi nhận',
  targetUnit: 'Một tổ chức đang có',
  targetNew: 'Một tổ chức mới',
  targetLabel: 'Tổ chức nhận',
  noTarget: 'Chọn tổ chức nhận.',
  sourceIsTarget: 'Tổ chức này đang được chọn để sáp nhập; hãy chọn nơi nhận khác hoặc bỏ chọn ở trên.',
  part: (number: number) => `Tổ chức mới ${formatNumber(number)}`,
  addPart: 'Thêm tổ chức mới',
  removePart: (number: number) => `Bỏ tổ chức mới ${formatNumber(number)}`,
  removePartShort: 'Bỏ',
  people: (number: number) => `Người chuyển sang tổ chức mới ${formatNumber(number)}`,
  rest: 'Tổ chức cũ sau khi tách',
  keepSource: (count: number) => `Tiếp tục, với ${formatNumber(count)} người còn lại`,
  endSource: (count: number) =>
    count === 0 ? 'Kết thúc' : `Kết thúc (cần chọn nơi cho ${formatNumber(count)} người còn lại)`,
  endSourceHint: 'Đơn vị trực thuộc (nếu có) chuyển sang tổ chức mới 1.',
  moveTo: 'Chuyển người và đơn vị trực thuộc sang',
  moveToNone: 'Không chuyển (tổ chức không còn ai)',
  searchUnits: 'Tìm tổ chức',
  searchPeople: 'Tìm người',
  chosen: (count: number, of: number) => `Đã chọn ${formatNumber(count)}/${formatNumber(of)}`,
  chooseFound: 'Chọn hết',
  unchooseFound: 'Bỏ hết',
  chooseFoundOf: (list: string) => `Chọn hết đang tìm thấy: ${list}`,
  unchooseFoundOf: (list: string) => `Bỏ hết đang tìm thấy: ${list}`,
  moreFound: (count: number) => `Còn ${formatNumber(count)} mục nữa; gõ để tìm.`,
  nothingFound: 'Không có mục nào khớp.',
  noPeople: 'Tổ chức này không có ai.',
  check: 'Kiểm tra',
  checking: 'Đang kiểm tra…',
  doing: 'Đang ghi…',
  backToUnit: 'Thôi, không làm',
  checkedTitle: 'Kết quả kiểm tra (chưa ghi gì)',
  before: 'Trước',
  after: 'Sau',
  sumsAgree: (count: number) => `Hai tổng bằng nhau: ${formatNumber(count)} người, không ai bị bỏ sót.`,
  countHint: 'Đếm cả người đã thôi tham gia mà chưa chuyển đi.',
  act: (kind: StepKind, day: string) => `${stepVerbs[kind]} từ ngày ${day}`,
  /** Names of units, the first three and how many more. */
  names: (names: readonly string[]) =>
    names.length <= 3
      ? names.join(', ')
      : `${names.slice(0, 3).join(', ')} và ${formatNumber(names.length - 3)} tổ chức khác`,
  done: (what: string, day: string) => `Đã ghi từ ngày ${day}: ${what}.`,
  doneCounts: (count: number) => `Trước và sau đều ${formatNumber(count)} người.`,
  seeTreeOn: (day: string) => `Xem cây ngày ${day}`,
  undone: (what: string) => `Đã hoàn tác: ${what}.`,
} as const;

export const operationsText = {
  open: 'Các lần thay đổi',
  title: 'Các lần thay đổi tổ chức',
  back: 'Về cây tổ chức',
  count: (count: number) => `${formatNumber(count)} lần thay đổi`,
  kind: 'Việc',
  onDay: 'Từ ngày',
  units: 'Nội dung',
  people: 'Số người',
  at: 'Ghi lúc',
  by: 'Người ghi',
  state: 'Tình trạng',
  undoColumn: 'Hoàn tác',
  stands: 'Đang có hiệu lực',
  undone: (moment: string) => `Đã hoàn tác ${moment}`,
  undo: (what: string) => `Hoàn tác ${what}`,
  emptyTitle: 'Chưa có lần thay đổi nào',
  emptyText:
    'Nơi đây ghi lại mỗi lần đổi tên, sáp nhập, tách, kết thúc tổ chức, chuyển người, giao chức vụ và gộp hai hồ sơ, để xem lại và hoàn tác. Chọn một tổ chức trong cây để bắt đầu.',
  noMatch: (search: string) => `Không có lần thay đổi nào khớp với "${search}".`,
} as const;
