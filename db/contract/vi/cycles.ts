import type {
  CollectiveKind,
  OutReason,
  ReviewBasis,
  ReviewPlace,
  ReviewStatus,
} from '../../domain/cycle.ts';
import type { SubjectGroup } from '../../domain/rule-packs.ts';
import type { CycleDifference } from '../cycles.ts';
import { formatNumber } from './numbers.ts';

export const periodNames = ['Cả năm', 'Quý I', 'Quý II', 'Quý III', 'Quý IV'] as const;
/** 'năm 2025', 'quý II năm 2025'. */
export const periodWords = (year: number, quarter: number): string =>
  quarter === 0
    ? `năm ${year}`
    : `${(periodNames[quarter] ?? '').toLowerCase().replace(/[iv]+$/, (n) => n.toUpperCase())} năm ${year}`;

/** 'Năm 2025', 'Quý II năm 2025': under a title. */
export const periodTitle = (year: number, quarter: number): string =>
  quarter === 0 ? `Năm ${year}` : `${periodNames[quarter] ?? ''} năm ${year}`;

/** '2025', 'Quý II/2025': in a narrow column. */
export const periodShort = (year: number, quarter: number): string =>
  quarter === 0 ? String(year) : `${periodNames[quarter] ?? ''}/${year}`;

/** In a narrow column and on a button; in full in rule-packs/names.ts. */
export const subjectGroupShortNames = {
  collective: 'Tập thể',
  leader: 'Cán bộ lãnh đạo, quản lý',
  noPost: 'Không giữ chức vụ',
  outsideSystem: 'Ngoài hệ thống chính trị',
} as const satisfies Record<SubjectGroup, string>;

export const collectiveKindNames = {
  organization: 'Tổ chức đảng',
  standingCommittee: 'Ban thường vụ',
  committee: 'Cấp ủy',
  leadership: 'Tập thể lãnh đạo, quản lý',
} as const satisfies Record<CollectiveKind, string>;
/** In a narrow column. */
export const collectiveKindShortNames = {
  ...collectiveKindNames,
  leadership: 'Tập thể lãnh đạo',
} as const satisfies Record<CollectiveKind, string>;

export const reviewPlaceNames = {
  cell: 'Chi bộ sinh hoạt',
  leadership: 'Nơi lãnh đạo, quản lý',
  collective: 'Tập thể',
} as const satisfies Record<ReviewPlace, string>;

/** Where the review is held; a collective says what it is. */
export const placeName = (row: { place: ReviewPlace; collectiveKind: CollectiveKind | null }): string =>
  row.collectiveKind === null ? reviewPlaceNames[row.place] : collectiveKindNames[row.collectiveKind];

/** A person by name; what leads a unit with the unit: "Cấp ủy Đảng bộ xã An Phú". */
export const subjectName = (row: { name: string; collectiveKind: CollectiveKind | null }): string =>
  row.collectiveKind === null || row.collectiveKind === 'organization'
    ? row.name
    : `${collectiveKindNames[row.collectiveKind]} ${row.name}`;

export const reviewBasisNames = {
  drawn: 'Lập theo danh sách',
  lateComer: 'Bổ sung',
  extraPlace: 'Thêm nơi kiểm điểm',
} as const satisfies Record<ReviewBasis, string>;

export const outReasonNames = {
  exempt: 'Miễn công tác và sinh hoạt',
  suspended: 'Đình chỉ sinh hoạt',
  transferredOut: 'Đã chuyển đi',
  retired: 'Đã nghỉ',
  deceased: 'Đã từ trần',
  left: 'Đã ra khỏi Đảng',
  other: 'Lý do khác',
} as const satisfies Record<OutReason, string>;

export const reviewStatusNames = {
  notFiled: 'Chưa nộp',
  filed: 'Đã nộp',
  discussed: 'Đã họp kiểm điểm',
  closed: 'Đã kết thúc',
} as const satisfies Record<ReviewStatus, string>;

export const differenceNames = {
  lateComer: 'Mới có trong danh sách',
  rated: 'Đã có mức xếp loại, chưa có trong danh sách',
  moved: 'Đã chuyển chi bộ',
  gone: 'Không còn trong danh sách',
} as const satisfies Record<CycleDifference['kind'], string>;

export const cycleText = {
  period: 'Kỳ',
  notOpenTitle: (words: string) => `Chưa mở kỳ kiểm điểm ${words}`,
  notOpenText:
    'Mở kỳ để lập danh sách người và tập thể phải kiểm điểm theo tổ chức đảng vào ngày chốt, chọn bộ quy định và ghi các thời hạn.',
  open: 'Mở kỳ kiểm điểm',
  openTitle: (words: string) => `Mở kỳ kiểm điểm ${words}`,
  opening: 'Đang lập danh sách…',
  opened: (words: string, people: number) =>
    `Đã mở kỳ kiểm điểm ${words}: ${formatNumber(people)} đảng viên.`,
  withdrawn: (words: string) => `Đã rút lại việc mở kỳ kiểm điểm ${words}.`,
  countedOn: 'Ngày chốt danh sách',
  countedOnHint: 'Danh sách lấy theo chi bộ sinh hoạt và chức vụ vào ngày này.',
  planTitle: 'Kế hoạch kiểm điểm',
  planNo: 'Số, ký hiệu kế hoạch',
  planNoHint: 'Ví dụ: 45-KH/ĐU',
  planDate: 'Ngày ban hành',
  planIssuer: 'Cơ quan ban hành',
  pack: 'Bộ quy định áp dụng',
  packHint: 'Lấy theo ngày chốt danh sách.',
  packLocked: 'Đã có bản kiểm điểm hoặc mức xếp loại theo bộ quy định này nên không đổi được.',
  noPack: 'Không áp dụng (năm trước khi có bộ quy định)',
  decisionTitle: 'Quyết định xếp loại',
  decisionBody: 'Cấp có thẩm quyền quyết định',
  decisionDay: 'Ngày quyết định',
  deadlines: 'Thời hạn',
  deadlineHint: 'Ngày mặc định theo Cài đặt; sửa theo kế hoạch của cấp trên.',
  draftTitle: 'Danh sách sẽ lập',
  draftCount: (people: number, units: number) =>
    `${formatNumber(people)} đảng viên ở ${formatNumber(units)} tổ chức`,
  nobody: 'Chưa có đảng viên nào sinh hoạt vào ngày này. Hãy nhập danh sách trước.',
  collectives: 'Tập thể phải kiểm điểm, tổ chức phải xếp loại',
  dateExample: 'dd/mm/yyyy',
  tabs: { progress: 'Tiến độ', subjects: 'Danh sách', plan: 'Kế hoạch' },
  progressOf: (words: string) => `Tiến độ ${words}`,
  people: (count: number) => `${formatNumber(count)} đảng viên`,
  base: 'Phải kiểm điểm, xếp loại',
  pledgesFiled: 'Đã nộp bản cam kết',
  pledgesConfirmed: 'Cam kết đã xác nhận',
  reviewsFiled: 'Đã nộp bản kiểm điểm',
  rated: 'Đã quyết định xếp loại',
  ratedOutside: 'Không phải xếp loại nhưng đã có mức (được tính)',
  notCounted: 'Đã đưa ra khỏi danh sách, không tính mức đã có',
  unlisted: (count: number) =>
    `${formatNumber(count)} người đã có mức xếp loại từ trước khi mở kỳ nhưng chưa có trong danh sách của kỳ. Bảng xếp loại, giới hạn xuất sắc và biểu 5a tính cả những người này, nhưng chưa lập được bản kiểm điểm cho từng người.`,
  seeUnlisted: 'Xem và đưa vào danh sách',
  ofBase: (count: number, base: number) => `${formatNumber(count)}/${formatNumber(base)}`,
  groups: 'Theo nhóm',
  out: 'Không phải xếp loại',
  lateComers: 'Bổ sung sau ngày chốt',
  collectivesLabel: 'Tập thể, tổ chức',
  daysLeft: (days: number) => (days === 0 ? 'Hôm nay là hạn' : `Còn ${formatNumber(days)} ngày`),
  daysPast: (days: number) => `Đã qua ${formatNumber(days)} ngày`,
  savePlan: 'Lưu kế hoạch',
  planSaved: 'Đã lưu kế hoạch kiểm điểm.',
  planRestored: 'Đã trả lại kế hoạch như trước.',
  withdraw: 'Rút lại việc mở kỳ',
  withdrawHint: 'Chỉ rút lại được khi chưa có bản cam kết, bản kiểm điểm hay dòng bổ sung nào.',
  show: 'Xem',
  shows: {
    all: 'Tất cả',
    people: 'Người phải kiểm điểm',
    collectives: 'Tập thể, tổ chức',
    out: 'Không phải xếp loại',
    added: 'Bổ sung',
  },
  subjects: 'Người và tập thể trong kỳ',
  number: 'STT',
  name: 'Họ và tên / Tập thể',
  unit: 'Nơi kiểm điểm',
  place: 'Diện',
  group: 'Nhóm',
  form: 'Mẫu',
  state: 'Tình trạng',
  reason: 'Lý do',
  foot: (count: number) => `${formatNumber(count)} dòng`,
  none: 'Không có dòng nào khớp.',
  clear: 'Xem tất cả',
  compare: 'Đối chiếu danh sách',
  compareTitle: 'Đối chiếu với danh sách hiện nay',
  compareHint:
    'So với sổ cán bộ, đảng viên theo ngày chốt. Chọn dòng cần sửa và ghi lý do; dòng cũ được giữ lại.',
  noDifference: 'Danh sách của kỳ khớp với sổ cán bộ, đảng viên.',
  take: (count: number) => `Sửa ${formatNumber(count)} dòng`,
  taken: (count: number) => `Đã sửa ${formatNumber(count)} dòng theo danh sách hiện nay.`,
  moved: (from: string, to: string) => `${from} → ${to}`,
  takeReason: 'Lý do sửa',
  takeReasonDefault: 'Theo danh sách hiện nay',
  add: 'Thêm nơi kiểm điểm',
  addTitle: 'Thêm người, tập thể vào một nơi kiểm điểm',
  addHint: 'Dùng cho người giữ nhiều chức vụ, người đến sau ngày chốt, hoặc tập thể chưa có trong danh sách.',
  collectiveKind: 'Loại tập thể',
  person: 'Tìm người',
  personHint: 'Gõ tên, chọn trong danh sách bên dưới.',
  added: 'Đã thêm vào kỳ kiểm điểm.',
  takeOut: 'Đưa ra khỏi diện xếp loại',
  takeIn: 'Đưa lại vào diện xếp loại',
  outReason: 'Lý do',
  outNote: 'Ghi rõ',
  changedOut: (name: string) => `Đã đưa ${name} ra khỏi diện xếp loại.`,
  changedIn: (name: string) => `Đã đưa ${name} lại vào diện xếp loại.`,
  changeGroup: 'Đổi nhóm',
  groupChanged: (name: string) => `Đã đổi nhóm của ${name}.`,
  remove: 'Bỏ dòng này',
  removed: 'Đã bỏ dòng.',
  basis: 'Có trong kỳ do',
  birthDate: 'Ngày sinh',
} as const;
