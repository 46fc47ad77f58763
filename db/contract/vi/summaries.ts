import type { YearOrQuarter } from '../../domain/cycle.ts';
import type { BreakdownId, FigureId, SummaryTableId } from '../../domain/summaries.ts';
import type { MissingBase, SummaryTextId } from '../summaries.ts';
import { periodWords } from './cycles.ts';
import { formatNumber } from './numbers.ts';
import { ratingLevelAbbreviations, ratingLevelNames, unratedName } from './ratings.ts';

/** Whole names of the figures, for the head of the panel and the accessible names of the buttons. */
export const figureNames = {
  members: 'Tổng số đảng viên',
  exempt: 'Số được miễn, không thuộc diện đánh giá',
  toRate: 'Số phải đánh giá',
  rated: 'Số đã đánh giá',
  ...ratingLevelNames,
  unrated: unratedName,
  toSign: 'Số phải ký cam kết',
  signed: 'Đã ký cam kết',
  notSigned: 'Chưa ký cam kết',
  withReason: 'Chưa ký, có lý do',
  withoutReason: 'Chưa ký, chưa nêu lý do',
  wellDone: 'Thực hiện tốt cam kết',
  partlyDone: 'Đạt một phần cam kết',
  notReached: 'Chưa đạt cam kết',
  resultOpen: 'Chưa ghi kết quả thực hiện',
  disciplined: 'Tổng số bị kỷ luật',
  reprimand: 'Khiển trách',
  warning: 'Cảnh cáo',
  removalFromPost: 'Cách chức',
  expulsion: 'Khai trừ',
  heads: 'Người đứng đầu cấp ủy bị kỷ luật',
  headReprimand: 'Người đứng đầu cấp ủy bị khiển trách',
  headWarning: 'Người đứng đầu cấp ủy bị cảnh cáo',
  headRemovalFromPost: 'Người đứng đầu cấp ủy bị cách chức',
  headExpulsion: 'Người đứng đầu cấp ủy bị khai trừ',
  disciplinedUnits: 'Tổ chức đảng bị kỷ luật',
  unitReprimand: 'Tổ chức đảng bị khiển trách',
  unitWarning: 'Tổ chức đảng bị cảnh cáo',
  unitDissolution: 'Tổ chức đảng bị giải tán',
} as const satisfies Record<FigureId, string>;

/** Titles of the columns on screen and paper. */
export const figureColumns = {
  members: 'Tổng số đảng viên',
  exempt: 'Số được miễn/ không thuộc diện',
  toRate: 'Số phải đánh giá',
  rated: 'Số đã đánh giá',
  ...ratingLevelAbbreviations,
  unrated: unratedName,
  toSign: 'Số phải ký',
  signed: 'Đã ký',
  notSigned: 'Chưa ký',
  withReason: 'Có lý do',
  withoutReason: 'Chưa nêu lý do',
  wellDone: 'Thực hiện tốt',
  partlyDone: 'Đạt một phần',
  notReached: 'Chưa đạt',
  resultOpen: 'Chưa ghi kết quả',
  disciplined: 'Tổng số bị kỷ luật',
  reprimand: 'Khiển trách',
  warning: 'Cảnh cáo',
  removalFromPost: 'Cách chức',
  expulsion: 'Khai trừ',
  heads: 'Cộng',
  headReprimand: 'Khiển trách',
  headWarning: 'Cảnh cáo',
  headRemovalFromPost: 'Cách chức',
  headExpulsion: 'Khai trừ',
  disciplinedUnits: 'Cộng',
  unitReprimand: 'Khiển trách',
  unitWarning: 'Cảnh cáo',
  unitDissolution: 'Giải tán',
} as const satisfies Record<FigureId, string>;

/** Titles of the narrow columns of differences. */
export const differenceColumns: Partial<Record<FigureId, string>> = {
  excellent: 'XS',
  good: 'T',
  completed: 'HT',
  notCompleted: 'KHT',
  unrated: 'CXL',
  signed: 'Đã ký',
  notSigned: 'Chưa ký',
  disciplined: 'Tổng số',
  heads: 'Đứng đầu',
  disciplinedUnits: 'Tổ chức',
};

/** A quarter is compared with the one before, or with the same one a year earlier. */
const comparisonName = (period: YearOrQuarter, other: YearOrQuarter): string => {
  if (period.quarter === 0) return 'So với năm trước';
  return period.quarter === other.quarter ? 'So với cùng kỳ năm trước' : 'So với quý trước';
};

export const summaryColumnTexts = {
  order: 'STT',
  count: 'SL',
  percent: '%',
  reasonNote: 'Ghi chú (lý do chưa xếp loại)',
  excellentToGood: 'Tỷ lệ HTXSNV/ HTTNV (%)',
  compared: (period: YearOrQuarter, other: YearOrQuarter) => `${comparisonName(period, other)} (+,\u00a0-)`,
  previousQuarter: 'Xếp loại quý trước',
  heads: 'Trong đó: người đứng đầu cấp ủy',
  organizations: 'Tổ chức đảng bị kỷ luật',
  results: 'Kết quả thực hiện của người đã ký',
  total: 'Tổng số',
} as const;

export const summaryTextTitles = {
  post: 'Chức vụ',
  unit: 'Đơn vị',
  self: 'Tự xếp loại',
  score: 'Điểm',
  proposed: 'Tập thể đề xuất',
  decided: 'Cấp có thẩm quyền quyết định',
  previous: 'Xếp loại năm trước',
  reasons: 'Lý do chưa ký',
  declared: 'Đơn vị báo cáo',
  note: 'Ghi chú',
} as const satisfies Record<SummaryTextId, string>;

export const breakdownNames = {
  committee: 'Cấp ủy viên',
  leaders: 'Cán bộ lãnh đạo, quản lý',
  probationary: 'Đảng viên dự bị',
  women: 'Nữ',
  minority: 'Dân tộc thiểu số',
  pensioners: 'Hưu trí',
} as const satisfies Record<BreakdownId, string>;

interface TableTexts {
  /** "Biểu 5a" in the list of tables and on the tab of the sheet. */
  mark: string;
  /** Short, in the list of tables. */
  short: string;
  screen: string;
  /** In capitals, without the period. */
  title: string;
  fileName: string;
  formMark: string;
  unit: string;
  /** Title of the column of names. */
  rowName: string;
  /** Under the table; what the percents are of comes first. */
  notes: readonly string[];
}

const levelNote =
  'HTXSNV: hoàn thành xuất sắc nhiệm vụ; HTTNV: hoàn thành tốt nhiệm vụ; HTNV: hoàn thành nhiệm vụ; KHTNV: không hoàn thành nhiệm vụ; SL: số lượng.';

export const summaryTexts = {
  '5a': {
    mark: 'Biểu 5a',
    short: 'Đảng viên',
    screen: 'Biểu 5a. Tổng hợp kết quả xếp loại đảng viên',
    title: 'BIỂU TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG ĐẢNG VIÊN',
    fileName: 'Biểu 5a - Xếp loại đảng viên',
    formMark: 'Biểu số 5a',
    unit: 'Đơn vị tính: đảng viên',
    rowName: 'Tổ chức đảng',
    notes: [
      'Tỷ lệ % tính trên số phải đánh giá; bốn mức cộng chưa xếp loại bằng số phải đánh giá; thêm số được miễn, không thuộc diện bằng tổng số đảng viên.',
      levelNote,
    ],
  },
  '5b': {
    mark: 'Biểu 5b',
    short: 'Tổ chức đảng',
    screen: 'Biểu 5b. Tổng hợp kết quả xếp loại tổ chức đảng',
    title: 'BIỂU TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG TỔ CHỨC ĐẢNG',
    fileName: 'Biểu 5b - Xếp loại tổ chức đảng',
    formMark: 'Biểu số 5b',
    unit: 'Đơn vị tính: tổ chức đảng',
    rowName: 'Loại hình',
    notes: ['Tỷ lệ % tính trên tổng số; bốn mức cộng chưa xếp loại bằng tổng số.', levelNote],
  },
  '5c': {
    mark: 'Biểu 5c',
    short: 'Tập thể',
    screen: 'Biểu 5c. Tổng hợp kết quả xếp loại tập thể lãnh đạo, quản lý',
    title: 'BIỂU TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG TẬP THỂ LÃNH ĐẠO, QUẢN LÝ',
    fileName: 'Biểu 5c - Xếp loại tập thể lãnh đạo, quản lý',
    formMark: 'Biểu số 5c',
    unit: 'Đơn vị tính: tập thể',
    rowName: 'Loại tập thể',
    notes: ['Tỷ lệ % tính trên tổng số; bốn mức cộng chưa xếp loại bằng tổng số.', levelNote],
  },
  '5d': {
    mark: 'Biểu 5d',
    short: 'Cán bộ',
    screen: 'Biểu 5d. Kết quả xếp loại cá nhân cán bộ lãnh đạo, quản lý',
    title: 'DANH SÁCH KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CÁ NHÂN CÁN BỘ LÃNH ĐẠO, QUẢN LÝ',
    fileName: 'Biểu 5d - Xếp loại cán bộ lãnh đạo, quản lý',
    formMark: 'Biểu số 5d',
    unit: '',
    rowName: 'Họ và tên',
    notes: [
      'Người chưa có xếp loại ở tập thể lãnh đạo, quản lý thì ghi kết quả xếp loại đảng viên.',
      levelNote,
    ],
  },
  '5e': {
    mark: 'Biểu 5e',
    short: 'Cam kết',
    screen: 'Biểu 5e. Tổng hợp kết quả ký và thực hiện cam kết',
    title: 'BIỂU TỔNG HỢP KẾT QUẢ KÝ VÀ THỰC HIỆN CAM KẾT TU DƯỠNG, RÈN LUYỆN, PHẤN ĐẤU',
    fileName: 'Biểu 5e - Kết quả cam kết',
    formMark: 'Biểu số 5e',
    unit: 'Đơn vị tính: đảng viên',
    rowName: 'Đơn vị',
    notes: [
      'Tỷ lệ % tính trên số phải ký; số phải ký cộng số được miễn, không thuộc diện bằng tổng số đảng viên; đã ký cộng chưa ký bằng số phải ký.',
      'Thực hiện tốt: mọi nội dung cam kết đều đạt; chưa đạt: có nội dung không đạt; bốn cột kết quả cộng lại bằng số đã ký.',
    ],
  },
  '5f': {
    mark: 'Biểu 5f',
    short: 'Kỷ luật',
    screen: 'Biểu 5f. Tổng hợp kỷ luật trong kỳ',
    title: 'BIỂU TỔNG HỢP THI HÀNH KỶ LUẬT ĐẢNG VIÊN, TỔ CHỨC ĐẢNG',
    fileName: 'Biểu 5f - Kỷ luật trong kỳ',
    formMark: 'Biểu số 5f',
    unit: 'Đơn vị tính: đảng viên, tổ chức đảng',
    rowName: 'Đơn vị',
    notes: [
      'Bốn hình thức cộng lại bằng tổng số bị kỷ luật; mỗi người tính một lần, theo hình thức cao nhất trong kỳ, ở đơn vị và chức vụ khi bị kỷ luật.',
      'Ba hình thức cộng lại bằng số tổ chức đảng bị kỷ luật; mỗi tổ chức tính một lần, theo hình thức cao nhất trong kỳ.',
    ],
  },
} as const satisfies Record<SummaryTableId, TableTexts>;

const capitalPeriod = (year: number, quarter: number): string =>
  periodWords(year, quarter).toLocaleUpperCase('vi');

/** A reason within a sentence begins small, but for an abbreviation in capitals. */
const insideSentence = (text: string): string =>
  /^\p{Lu}(?!\p{Lu})/u.test(text) ? text.charAt(0).toLocaleLowerCase('vi') + text.slice(1) : text;

/** What stands under a table; a pledge is given for a year, so that table 5e of a quarter says whose figures it has. */
export const summaryNotes = (table: SummaryTableId, { year, quarter }: YearOrQuarter): readonly string[] => [
  ...(table === '5e' && quarter > 0
    ? [`Cam kết lập theo năm nên số của biểu là số của cả ${periodWords(year, 0)}.`]
    : []),
  ...summaryTexts[table].notes,
];

export const summaryText = {
  title: (table: SummaryTableId, year: number, quarter: number) =>
    `${summaryTexts[table].title} ${capitalPeriod(year, quarter)}`,
  screenTitle: (table: SummaryTableId, year: number, quarter: number) =>
    `${summaryTexts[table].screen} ${periodWords(year, quarter)}`,
  fileName: (table: SummaryTableId, year: number, quarter: number) =>
    `${summaryTexts[table].fileName} ${periodWords(year, quarter)}`,
  asOf: (day: string) => `Tính đến ngày ${day}`,
  between: (from: string, to: string) => `Từ ngày ${from} đến ngày ${to}`,
  total: 'Tổng cộng',
  amongThem: (group: string) => `Trong đó: ${group}`,
  group: (group: string) => `- ${group}`,
  ruleNote: (rule: string) => `Quy định của kỳ: ${rule}.`,
  notOpened: (year: number, quarter: number) =>
    `Chưa mở kỳ ${periodWords(year, quarter)} nên không có số để so.`,
  comparedNote: (year: number, quarter: number, levels: boolean) =>
    `Tăng (+), giảm (-) so với ${periodWords(year, quarter)}${levels ? '; XS: HTXSNV, T: HTTNV, HT: HTNV, KHT: KHTNV, CXL: chưa xếp loại' : ''}.`,
  groupsNote:
    'Các dòng "Trong đó" đếm riêng từng nhóm, một người có thể ở nhiều nhóm nên không cộng lại bằng tổng số.',
  declaredNote:
    'Cột "Đơn vị báo cáo" là số đơn vị gửi lên (đã ký/tổng số), chỉ để đối chiếu, không cộng vào các cột khác; trong ngoặc là số trong sổ của đơn vị và các đơn vị trực thuộc khi khác nhau.',
  hiddenCell: '<5',
  hiddenNote: 'Dấu "<5" và các ô che thay số nhỏ hơn 5, để bản niêm yết không chỉ ra từng người.',
  coveredCell: '…',
  /** "Tổng số 12 người: HTXSNV 2; HTTNV 8; ..." */
  levelsLine: (total: number, levels: readonly string[]) =>
    `Tổng số ${formatNumber(total)} người: ${levels.join('; ')}.`,
  levelPart: (name: string, count: number) => `${name} ${formatNumber(count)}`,
  /** "Ốm đau (2); chưa nêu lý do (1)" */
  reason: (reason: string, count: number) => `${reason} (${formatNumber(count)})`,
  noReason: 'chưa nêu lý do',
  /** "2 đi học xa, 1 mới kết nạp", as the paper form has them: the reasons of the figure "Chưa xếp loại". */
  unratedNote: (parts: readonly string[]) => parts.join(', '),
  reasonsNote: (reasons: string) => `Tổng hợp lý do: ${reasons}.`,
  exemptNote: (parts: readonly string[]) => `Không thuộc diện: ${parts.join(', ')}`,
  because: (count: number, reason: string) => `${formatNumber(count)} ${insideSentence(reason)}`,
  otherReasons: (count: number) => `${formatNumber(count)} lý do khác`,
  noDisciplines: 'Trong kỳ không có đảng viên, tổ chức đảng nào bị kỷ luật.',
  unratedBecause: (reason: string) => (reason === '' ? unratedName : `${unratedName}: ${reason}`),
} as const;

export const summaryPageText = {
  tables: 'Các biểu tổng hợp',
  options: 'Tùy chọn',
  groups: 'Trong đó',
  compare: 'So với năm trước',
  compareQuarter: 'So với quý trước',
  compareSameQuarter: 'So với cùng kỳ năm trước',
  hideSmall: 'Che số nhỏ hơn 5 khi in (để niêm yết)',
  from: 'Từ ngày',
  to: 'Đến ngày',
  daysBad: 'Nhập đủ ngày, tháng, năm, ngày đầu không sau ngày cuối.',
  addsUp: 'Các số cộng lại khớp.',
  doesNotAddUp: 'Số liệu không khớp nhau nên chưa in được biểu này. Hãy báo người quản trị.',
  tab: (table: SummaryTableId, short: string) => `${table}. ${short}`,
  figure: (figure: string, row: string, count: number, collectives: boolean) =>
    `${figure}, ${row}: ${formatNumber(count)} ${collectives ? 'tập thể' : 'người'}`,
  peopleOf: (figure: string, row: string) => `${figure} – ${row}`,
  collectives: (count: number) => `${formatNumber(count)} tập thể`,
  name: 'Tên',
  nobody: 'Không có ai.',
  noCollective: 'Không có tập thể nào.',
  hiddenTitle: 'Danh sách này là dữ liệu nhạy cảm',
  hiddenText: (count: number) =>
    `Con số này gồm ${formatNumber(count)} người. Tên từng người chỉ hiện khi cần xem, và mỗi lần xem đều được ghi nhật ký.`,
  hiddenUnits: (count: number) =>
    `Con số này gồm ${formatNumber(count)} tổ chức. Tên từng tổ chức chỉ hiện khi cần xem, và mỗi lần xem đều được ghi nhật ký.`,
  reveal: 'Hiện danh sách',
  noUnitFound: (search: string) => `Không có dòng nào khớp với "${search}"; dòng tổng cộng vẫn tính đủ.`,
  difference: (count: number) => (count > 0 ? `+${formatNumber(count)}` : formatNumber(count)),
} as const;

export const missingTexts = {
  cycle: {
    title: (period: string) => `Chưa mở kỳ kiểm điểm ${period}`,
    text: 'Biểu này lấy người và tập thể của kỳ. Hãy mở kỳ trước.',
    act: 'Mở trang Kỳ kiểm điểm',
    page: 'cycle',
  },
  ratings: {
    title: (period: string) => `Chưa có số liệu xếp loại ${period}`,
    text: 'Biểu này tổng hợp kết quả xếp loại theo từng chi bộ. Hãy nhập kết quả xếp loại từ Excel hoặc xếp loại trên lưới.',
    act: 'Mở bảng xếp loại',
    page: 'ratings',
  },
  collectives: {
    title: (period: string) => `Kỳ kiểm điểm ${period} chưa có tập thể nào`,
    text: 'Biểu này lấy các tổ chức đảng và tập thể được đưa vào kỳ. Hãy thêm ở trang Kỳ kiểm điểm.',
    act: 'Mở trang Kỳ kiểm điểm',
    page: 'cycle',
  },
  leaders: {
    title: (period: string) => `Chưa có cán bộ lãnh đạo, quản lý ${period}`,
    text: 'Biểu này lấy người giữ chức vụ lãnh đạo, quản lý. Hãy ghi chức vụ của cán bộ, hoặc đưa tập thể lãnh đạo vào kỳ.',
    act: 'Mở danh sách cán bộ',
    page: 'officials',
  },
  pledges: {
    title: (period: string) => `Chưa có bản cam kết nào ${period}`,
    text: 'Biểu này đếm các bản cam kết đã ký. Hãy lập các bản cam kết của năm này.',
    act: 'Mở trang Cam kết',
    page: 'pledges',
  },
} as const satisfies Record<
  MissingBase,
  { title: (period: string) => string; text: string; act: string; page: string }
>;
