import type { ItemResult, MidYearMark, PledgeStatus, PledgeVariant } from '../../domain/cycle.ts';
import { declaredDiffers } from '../../domain/declared-totals.ts';
import { periodWords } from './cycles.ts';
import { formatHundredths, formatNumber } from './numbers.ts';

export const pledgeStatusNames = {
  notFiled: 'Chưa nộp',
  filed: 'Đã nộp',
  confirmed: 'Đã xác nhận',
  returned: 'Trả lại',
} as const satisfies Record<PledgeStatus, string>;

export const pledgeVariantNames = {
  member: 'Đảng viên',
  leader: 'Cán bộ lãnh đạo, quản lý',
} as const satisfies Record<PledgeVariant, string>;

/** What a list of signatures says of a person. */
export const signedNames = { yes: 'Đã ký', no: 'Chưa ký' } as const;

/** Where there is no room for more. */
export const pledgeVariantShortNames = {
  member: 'Đảng viên',
  leader: 'Lãnh đạo, quản lý',
} as const satisfies Record<PledgeVariant, string>;

export const midYearNames = {
  done: 'Đã hoàn thành',
  onTrack: 'Đúng tiến độ',
  behind: 'Chậm',
  notStarted: 'Chưa thực hiện',
} as const satisfies Record<MidYearMark, string>;

export const itemResultNames = {
  done: 'Đã thực hiện',
  partly: 'Thực hiện một phần',
  notDone: 'Chưa thực hiện',
} as const satisfies Record<ItemResult, string>;

const percentWords = (hundredths: number | null): string =>
  hundredths === null ? '' : ` (${formatHundredths(hundredths)}%)`;

/** "118/120": signed of all. */
const signedOfAll = ({ signed, total }: { signed: number; total: number }): string =>
  `${formatNumber(signed)}/${formatNumber(total)}`;

/** What a unit declares on its table 5e, beside the office's own counts. */
export const declaredText = {
  alone: (declared: { signed: number; total: number }) => `Đơn vị báo cáo ${signedOfAll(declared)}`,
  beside: (declared: { signed: number; total: number }, own: { signed: number; total: number }) =>
    `Đơn vị báo cáo ${signedOfAll(declared)}; trong sổ ${signedOfAll(own)}`,
  cell: (declared: { signed: number; total: number }, own: { signed: number; total: number }) =>
    declaredDiffers({ ...declared, own })
      ? `${signedOfAll(declared)} (sổ ${signedOfAll(own)})`
      : signedOfAll(declared),
  differ: (count: number) => `${formatNumber(count)} đơn vị báo cáo khác`,
} as const;

export const pledgesText = {
  table: 'Danh sách cam kết',
  number: 'STT',
  name: 'Họ và tên',
  unit: 'Đơn vị',
  variant: 'Loại bản cam kết',
  variantShort: 'Loại bản',
  items: 'Số việc',
  status: 'Tình trạng',
  signedOn: 'Ngày ký',
  filedOn: 'Ngày nộp',
  confirmedOn: 'Ngày xác nhận',
  confirmedBy: 'Xác nhận bởi',
  reason: 'Lý do',
  marks: 'Ghi chú',
  identicalMark: (count: number) => `Giống ${formatNumber(count)} bản`,
  scansMark: (count: number) => `${formatNumber(count)} bản quét`,
  notBegun: 'Chưa lập',
  show: 'Hiện',
  shows: {
    all: 'Tất cả',
    notSigned: 'Chưa ký (chưa nộp, trả lại)',
    notFiled: 'Chưa nộp',
    filed: 'Đã nộp, chờ xác nhận',
    confirmed: 'Đã xác nhận',
    returned: 'Trả lại',
    identical: 'Nội dung giống nhau',
  },
  signed: (signed: number, base: number, hundredths: number | null) =>
    `Đã ký ${formatNumber(signed)}/${formatNumber(base)}${percentWords(hundredths)}`,
  none: 'Không có ai khớp với bộ lọc này',
  nobody: (inUnit: boolean) =>
    inUnit
      ? 'Năm này chưa có ai thuộc diện cam kết ở đơn vị đang chọn'
      : 'Năm này chưa có ai thuộc diện cam kết',
  nobodyText:
    'Danh sách này lấy những người phải cam kết từ trang "Cán bộ, đảng viên". Hãy nhập danh sách cán bộ, đảng viên trước.',
  clear: 'Bỏ bộ lọc',
  foot: (total: number) => `${formatNumber(total)} người`,
  keys: 'Enter: mở bản cam kết · Phím cách: chọn · Ctrl+A: chọn tất cả',
  selectAll: 'Chọn tất cả',
  selectRow: (name: string) => `Chọn ${name}`,
  selected: (count: number) => `Đã chọn ${formatNumber(count)} người`,
  clearSelection: 'Bỏ chọn',
  byUnit: 'Theo đơn vị',
  byUnitTitle: 'Tỷ lệ ký cam kết theo đơn vị',
  unitCounts: (notFiled: number, filed: number, confirmed: number, returned: number) =>
    [
      [notFiled, 'chưa nộp'],
      [filed, 'đã nộp'],
      [confirmed, 'đã xác nhận'],
      [returned, 'trả lại'],
    ]
      .filter(([count]) => count !== 0)
      .map(([count, word]) => `${formatNumber(Number(count))} ${word}`)
      .join(', '),
  noUnit: 'Chưa rõ đơn vị',
  print: 'Xem bản in',
  printHint:
    'In bản cam kết của những người đã chọn (ai chưa lập thì in mẫu trắng), hoặc mọi bản đã lập của đơn vị.',
  listPaper: 'In danh sách này',
  listPaperHint:
    'In hoặc xuất danh sách đúng như đang lọc; chọn "Chưa ký" để có danh sách chưa nộp kèm lý do.',
  back: 'Danh sách cam kết',

  create: 'Lập bản cam kết…',
  createTitle: 'Lập bản cam kết',
  createFor: (count: number, year: number) =>
    `Lập bản cam kết năm ${year} cho ${formatNumber(count)} người chưa có bản nào.`,
  createNobody: 'Mọi người trong phạm vi này đều đã có bản cam kết.',
  createHint:
    'Hạn chế, khuyết điểm chưa khắc phục của kỳ trước tự vào bản cam kết của từng người. Việc chung dưới đây (nếu có) vào bản của tất cả.',
  commonSection: 'Mục',
  commonText: 'Việc chung (không bắt buộc)',
  commonHint: 'Mỗi dòng là một việc.',
  commonTarget: 'Kết quả cần thấy',
  commonDue: 'Hạn',
  createAct: (count: number) => `Lập cho ${formatNumber(count)} người`,
  created: (count: number) => `Đã lập bản cam kết cho ${formatNumber(count)} người.`,
  createUndone: (count: number) => `Đã bỏ ${formatNumber(count)} bản cam kết vừa lập.`,

  acts: {
    filed: 'Ghi đã nộp…',
    confirmed: 'Xác nhận…',
    returned: 'Trả lại…',
    reason: 'Lý do chưa nộp…',
    notFiled: 'Chuyển về chưa nộp',
  },
  actTitles: {
    filed: 'Ghi đã ký và nộp',
    confirmed: 'Xác nhận bản cam kết',
    returned: 'Trả lại bản cam kết',
    reason: 'Lý do chưa nộp',
    notFiled: 'Chuyển về chưa nộp',
  },
  actDo: {
    filed: (count: number) => `Ghi đã nộp ${formatNumber(count)} bản`,
    confirmed: (count: number) => `Xác nhận ${formatNumber(count)} bản`,
    returned: (count: number) => `Trả lại ${formatNumber(count)} bản`,
    reason: (count: number) => `Ghi lý do cho ${formatNumber(count)} người`,
    notFiled: (count: number) => `Chuyển ${formatNumber(count)} bản`,
  },
  actDone: {
    filed: (count: number) => `Đã ghi nộp ${formatNumber(count)} bản cam kết.`,
    confirmed: (count: number) => `Đã xác nhận ${formatNumber(count)} bản cam kết.`,
    returned: (count: number) => `Đã trả lại ${formatNumber(count)} bản cam kết.`,
    reason: (count: number) => `Đã ghi lý do chưa nộp của ${formatNumber(count)} người.`,
    notFiled: (count: number) => `Đã chuyển ${formatNumber(count)} bản cam kết về chưa nộp.`,
  },
  actUndone: 'Đã trả về tình trạng trước đó.',
  actNobody: 'Không ai trong số đã chọn ở tình trạng làm được việc này.',
  actLeft: (count: number) =>
    `${formatNumber(count)} người khác trong số đã chọn không ở tình trạng đó nên được giữ nguyên.`,
  actBegins: (count: number) =>
    `${formatNumber(count)} người chưa có bản cam kết trong chương trình: bản được lập khi ghi nộp, nội dung ghi sau.`,
  actNames: (names: string, more: number) =>
    more === 0 ? names : `${names} và ${formatNumber(more)} người khác`,
  returnReason: 'Lý do trả lại',
  notFiledReason: 'Lý do chưa nộp',
  body: 'Cấp ủy xác nhận',
  bodyHint: 'Ví dụ: Chi ủy Chi bộ Trường THCS',

  tabs: { items: 'Nội dung', midYear: 'Kiểm tra giữa năm' },
  editorTitle: (year: number) => `Cam kết năm ${year}`,
  save: 'Lưu',
  begin: 'Lập và lưu',
  saved: (name: string) => `Đã lưu bản cam kết của ${name}.`,
  formLabel: 'Mẫu',
  duty: 'Nhiệm vụ được phân công',
  note: 'Ghi chú của văn phòng (không in)',
  otherForm: 'Không có trong mẫu đang chọn',
  itemText: 'Nội dung cam kết',
  itemTarget: 'Kết quả cần thấy',
  itemDue: 'Hạn',
  itemOf: (section: string, index: number) => `${section}, việc ${index}`,
  targetOf: (section: string, index: number) => `Kết quả cần thấy: ${section}, việc ${index}`,
  dueOf: (section: string, index: number) => `Hạn: ${section}, việc ${index}`,
  addItem: 'Thêm việc',
  addItemTo: (section: string) => `Thêm việc: ${section}`,
  removeItem: (section: string, index: number) => `Xóa việc ${index}: ${section}`,
  moveUp: (section: string, index: number) => `Đưa lên: ${section}, việc ${index}`,
  moveDown: (section: string, index: number) => `Đưa xuống: ${section}, việc ${index}`,
  ofShortcoming: (year: number, quarter: number, text: string) =>
    `Khuyết điểm ${periodWords(year, quarter)}: ${text}`,
  ofEarlierShortcoming: 'Khắc phục khuyết điểm của kỳ trước',
  openShortcoming: (year: number, quarter: number, text: string) =>
    `Chưa khắc phục từ ${periodWords(year, quarter)}, chưa có trong bản: ${text}`,
  takeShortcoming: 'Đưa vào',
  editorKeys: 'Enter: xuống dòng · Ctrl+Enter: thêm việc · Alt+↑/↓: đổi chỗ · Ctrl+S: lưu',
  dateExample: 'VD: 06/2026',
  confirmedNote: 'Bản này đã được xác nhận nên không sửa nội dung được. Muốn sửa, hãy trả lại bản cam kết.',
  saveFirst: 'Hãy lưu nội dung trước khi đổi tình trạng.',
  identicalNames: (names: string, more: number) =>
    more === 0 ? `Giống bản của: ${names}.` : `Giống bản của: ${names} và ${formatNumber(more)} người khác.`,
  birthDate: 'Ngày sinh',
  joined: 'Vào Đảng / chính thức',
  partyPosts: 'Chức vụ Đảng',
  otherPosts: 'Chức vụ chính quyền, đoàn thể',
  workplace: 'Đơn vị công tác',
  state: 'Tình trạng',
  sideOf: (name: string) => `${name}: tình trạng, bản quét`,

  midYearTable: 'Kiểm tra giữa năm',
  midYearNone: 'Bản cam kết chưa có việc nào để kiểm tra.',
  midYearMark: 'Kết quả kiểm tra',
  midYearNote: 'Nhận xét',
  midYearOn: 'Ngày kiểm tra',
  midYearMarkOf: (index: number) => `Kết quả kiểm tra việc ${index}`,
  midYearNoteOf: (index: number) => `Nhận xét việc ${index}`,
  midYearOnOf: (index: number) => `Ngày kiểm tra việc ${index}`,
  midYearEmpty: '(chưa kiểm tra)',
  midYearSaved: 'Đã ghi kết quả kiểm tra.',
  midYearUndone: 'Đã bỏ kết quả kiểm tra vừa ghi.',
  midYearCount: (checked: number, total: number) =>
    `Đã kiểm tra ${formatNumber(checked)}/${formatNumber(total)} việc`,
  midYearKeys: 'Phím ↑/↓: chọn kết quả · Tab: ô tiếp theo · Enter: ghi và sang việc sau',
} as const;
