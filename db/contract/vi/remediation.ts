import type { ShortcomingOutcome, TaskState } from '../../domain/cycle.ts';
import { formatPartialDate } from '../../domain/dates.ts';
import { formatNumber } from './numbers.ts';
import { taskStateNames, taskTimingNames } from './remediation-rules.ts';

type Timing = keyof typeof taskTimingNames;

/** "Đang thực hiện, quá hạn". */
export const stateWords = ({ state, timing }: { state: TaskState; timing: Timing | null }): string =>
  timing === null
    ? taskStateNames[state]
    : `${taskStateNames[state]}, ${taskTimingNames[timing].toLocaleLowerCase('vi')}`;

/** A deadline as it is shown and printed; the import reads its own words again. */
export const dueWords = ({ dueOn, continuous }: { dueOn: string; continuous: boolean }): string =>
  continuous ? `Thường xuyên, rà soát ${formatPartialDate(dueOn)}` : formatPartialDate(dueOn);

/** The same where there is little room: the day first. */
export const reviewDayWords = (dueOn: string): string => `${formatPartialDate(dueOn)} (thường xuyên)`;

/** What the list is narrowed to. */
export const showNames = {
  all: 'Tất cả',
  open: 'Chưa kết thúc',
  ...taskTimingNames,
  doneLate: 'Hoàn thành sau hạn',
  ...taskStateNames,
} as const satisfies Record<'all' | 'open' | 'doneLate' | Timing | TaskState, string>;

/** What a button says that takes a task to a state. */
export const stepNames = {
  planned: taskStateNames.planned,
  doing: 'Bắt đầu thực hiện',
  done: 'Báo hoàn thành',
  verified: 'Xác nhận kết quả',
  reopened: 'Mở lại',
  notFitting: 'Không còn phù hợp',
} as const satisfies Record<TaskState, string>;

const outcomeNames = {
  putRight: 'đã khắc phục',
  underWay: 'đang khắc phục',
  notPutRight: 'chưa khắc phục',
} as const satisfies Record<ShortcomingOutcome, string>;

export const remediationText = {
  views: 'Khắc phục hạn chế',
  tabs: { tasks: 'Nhiệm vụ', findings: 'Hạn chế chưa có nhiệm vụ' },
  everyYear: 'Mọi năm',
  asOf: 'Tính đến ngày',
  asOfWrong: 'Ghi ngày dạng dd/mm/yyyy.',
  counts: 'Số nhiệm vụ',
  tasksCount: (count: number) => `${formatNumber(count)} việc`,
  openCount: (count: number) => `${formatNumber(count)} chưa kết thúc`,
  overdueCount: (count: number) => `${formatNumber(count)} quá hạn`,
  doneLateCount: (count: number) => `${formatNumber(count)} hoàn thành sau hạn`,
  dueSoonCount: (count: number) => `${formatNumber(count)} sắp đến hạn`,
  show: 'Tình trạng',
  assignee: 'Người chịu trách nhiệm',
  assigneeFilter: 'Phụ trách',
  everyone: 'Mọi người',
  assigneeOption: (name: string, count: number) => `${name} (${formatNumber(count)})`,
  add: 'Thêm nhiệm vụ',
  papers: 'In, xuất',
  papersTitle: 'Văn bản và danh sách',
  plan: 'Kế hoạch khắc phục',
  report: 'Báo cáo kết quả',
  listPaper: 'Danh sách đang xem',
  saveList: 'Lưu Excel danh sách',
  saved: (file: string) => `Đã lưu "${file}".`,
  ofOneYear: 'Kế hoạch và báo cáo lập cho một năm: bỏ chọn "Mọi năm".',
  back: 'Về danh sách khắc phục',
  list: 'Nhiệm vụ khắc phục',
  foot: (shown: number, total: number) =>
    shown === total
      ? `${formatNumber(total)} nhiệm vụ`
      : `${formatNumber(shown)} trong ${formatNumber(total)} nhiệm vụ`,
  footOrder: 'Xếp theo hạn hoàn thành.',
  emptyTitle: (year: number | null) =>
    year === null ? 'Chưa có nhiệm vụ khắc phục nào' : `Chưa có nhiệm vụ khắc phục sau kiểm điểm năm ${year}`,
  emptyText:
    'Nhiệm vụ được lập từ hạn chế, khuyết điểm ghi trong bản kiểm điểm của năm, hoặc nhập từ bảng theo dõi Excel.',
  toFindings: 'Xem hạn chế chưa có nhiệm vụ',
  toImport: 'Nhập từ Excel',
  noneFits: 'Không có nhiệm vụ nào khớp.',
  clear: 'Xem tất cả',

  number: 'STT',
  shortcoming: 'Hạn chế, khuyết điểm',
  cause: 'Nguyên nhân',
  measure: 'Nhiệm vụ, biện pháp khắc phục',
  measureShort: 'Biện pháp',
  coordinatingBody: 'Phối hợp',
  startsOn: 'Ngày bắt đầu',
  dueOn: 'Hạn hoàn thành',
  dueShort: 'Hạn',
  continuous: 'Thường xuyên',
  continuousHint: 'Việc làm thường xuyên vẫn phải có ngày rà soát kết quả.',
  reviewOn: 'Ngày rà soát',
  progress: 'Tiến độ',
  percent: (value: number) => `${formatNumber(value)}%`,
  state: 'Tình trạng',
  product: 'Kết quả, sản phẩm phải có',
  result: 'Kết quả đạt được',
  resultShort: 'Kết quả',
  unit: 'Đơn vị',
  lateReason: 'Lý do chậm',
  doneOn: 'Ngày hoàn thành',
  verifiedBy: 'Người xác nhận',
  verifiedOn: 'Ngày xác nhận',
  note: 'Ghi chú',
  reviewOf: 'Bản kiểm điểm của',
  year: 'Sau kiểm điểm năm',
  dateExample: 'dd/mm/yyyy',

  taskTitle: 'Nhiệm vụ khắc phục',
  ofYear: (unit: string, year: number) => (unit === '' ? `Năm ${year}` : `${unit} · Năm ${year}`),
  newTitle: 'Thêm nhiệm vụ khắc phục',
  editTitle: 'Sửa nhiệm vụ khắc phục',
  fromReview: 'Theo bản kiểm điểm; muốn sửa thì sửa ở bản kiểm điểm.',
  noUnit: 'Chưa ghi đơn vị',
  personHint: 'Gõ tên để tìm trong danh sách, hoặc ghi tên tập thể.',
  personChoice: 'Chọn người trong danh sách',
  personAsText: 'Ghi theo tên đã gõ, không gắn với hồ sơ',
  personLinked: 'Đã gắn với hồ sơ trong danh sách.',
  personOfUnit: 'Trong đơn vị',
  personElsewhere: 'Đơn vị khác',
  personOfBook: 'Toàn danh sách',
  personOption: (name: string, birthDate: string, post: string, unit: string) =>
    [name, birthDate, post, unit].filter((part) => part !== '').join(' – '),
  added: 'Đã thêm nhiệm vụ khắc phục.',
  changed: 'Đã lưu nhiệm vụ khắc phục.',
  removed: 'Đã xóa nhiệm vụ khắc phục.',
  restored: 'Đã trả lại nhiệm vụ như trước.',
  remove: 'Xóa nhiệm vụ',
  removeHint: 'Chỉ xóa được nhiệm vụ chưa bắt đầu và chưa có ghi nhận nào.',
  stepped: (words: string) => `Đã chuyển sang: ${words.toLocaleLowerCase('vi')}.`,
  reason: 'Lý do',
  lateReasonHint: (due: string) => `Hạn là ${due}.`,
  notSelf: 'Không phải người chịu trách nhiệm.',

  history: 'Quá trình thực hiện',
  noHistory: 'Chưa ghi nhận việc nào.',
  began: 'Bắt đầu theo kế hoạch',
  wasDone: 'Báo hoàn thành',
  wasVerified: (name: string) => `${name} xác nhận kết quả`,
  addNote: 'Ghi tiến độ',
  noteDay: 'Ngày',
  noteText: 'Việc đã làm',
  notePercent: 'Tiến độ (%)',
  percentWrong: 'Ghi số từ 0 đến 100.',
  noteLate: 'Lý do chậm (nếu có)',
  noteAdded: 'Đã ghi tiến độ.',

  carried: 'Chuyển sang năm sau',
  inPledge: (year: number) => `Bản cam kết năm ${year}:`,
  inReview: (year: number, outcome: ShortcomingOutcome | null) =>
    `Kiểm điểm năm ${year}: ${outcome === null ? 'chưa ghi kết quả' : outcomeNames[outcome]}`,
  notCarried: 'Hạn chế này chưa xuất hiện ở bản cam kết hay bản kiểm điểm năm sau.',

  findings: 'Hạn chế, khuyết điểm trong các bản kiểm điểm',
  findingsFoot: (count: number) => `${formatNumber(count)} hạn chế chưa có nhiệm vụ`,
  findingsAllFoot: (count: number) => `${formatNumber(count)} hạn chế, khuyết điểm`,
  withTasksToo: 'Cả hạn chế đã có nhiệm vụ',
  subject: 'Người, tập thể kiểm điểm',
  period: 'Kỳ kiểm điểm',
  tasks: 'Số nhiệm vụ',
  noFindingsTitle: (year: number) => `Không còn hạn chế năm ${year} nào chưa có nhiệm vụ`,
  noFindingsText:
    'Hạn chế, khuyết điểm được lấy từ các bản kiểm điểm của năm; bản nào ghi hạn chế thì hạn chế hiện ở đây.',

  overview: 'Khắc phục hạn chế',
  overviewLine: (overdue: number, soon: number) =>
    `Khắc phục: ${formatNumber(overdue)} quá hạn, ${formatNumber(soon)} sắp đến hạn`,
  overviewOpen: 'Xem danh sách',
  otherYears: (overdue: number, soon: number) =>
    `Từ kiểm điểm các năm khác: ${formatNumber(overdue)} việc quá hạn, ${formatNumber(soon)} việc sắp đến hạn.`,
  otherYearsOpen: 'Xem mọi năm',
} as const;
