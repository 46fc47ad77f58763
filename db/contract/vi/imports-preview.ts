import type { KeptReason } from '../import-batches.ts';
import type { FieldPolicy } from '../import-decisions.ts';
import type { OutcomeCounts, ProblemCode } from '../imports.ts';
import type { ImportKind } from '../workbooks.ts';
import { formatNumber as n } from './numbers.ts';
import { rowName } from './sheet-rows.ts';

/** Between the titles of one person. */
export const postTexts = { separator: '; ' } as const;

/** Cells pasted onto a list, named as a file would be. */
export const pasteText = {
  fileName: (at: string) => `Dán từ Excel ${at.replace(/[/:]/g, '.')}`,
} as const;

/** The workbook of the rows that go back to the office. */
export const returnedText = {
  title: 'Các dòng chưa nhập được',
  reason: 'Lý do',
  /** A ratings sheet has a column "Lý do" of its own: why somebody is not rated. */
  reasonOfRatings: 'Lý do không nhận',
  fileName: (source: string) => `${source} - dòng chưa nhập được`,
  noResult: '(công thức chưa có kết quả)',
} as const;

/** Problems as a filter names them. */
export const problemNames = {
  NAME_MISSING: 'Thiếu họ và tên',
  DATE_NOT_REAL: 'Ngày không có thật',
  DATE_UNREADABLE: 'Ngày không hiểu được',
  CITIZEN_ID_INVALID: 'Số CCCD sai',
  CITIZEN_ID_ZERO_RESTORED: 'Số CCCD mất số 0',
  CITIZEN_ID_DISAGREES: 'Số CCCD không khớp',
  TEXT_TOO_LONG: 'Nội dung quá dài',
  VALUE_UNKNOWN: 'Giá trị lạ',
  RATING_UNKNOWN: 'Mức xếp loại lạ',
  RATING_SEVERAL_MARKS: 'Đánh dấu nhiều mức',
  RATING_MISSING: 'Chưa có mức xếp loại',
  UNIT_MISSING: 'Chưa rõ chi bộ',
  DUPLICATE_IN_FILE: 'Trùng trong tệp',
  PERSON_NOT_FOUND: 'Không tìm thấy người',
  PERSON_AMBIGUOUS: 'Nhiều người cùng tên',
  PERSON_UNCERTAIN: 'Chưa chắc là ai',
  PERSON_TAKEN_OUT: 'Không thuộc diện xếp loại',
  FORMULA_ERROR: 'Công thức lỗi',
  CHARACTER_UNCONVERTED: 'Ký tự không chuyển được',
  ROW_SHIFTED: 'Lệch cột',
  ASSIGNEE_MISSING: 'Thiếu người chủ trì',
  UNIT_NAME_MISSING: 'Thiếu tên tổ chức',
  UNIT_AMBIGUOUS: 'Nhiều tổ chức cùng tên',
  UNIT_UNCERTAIN: 'Chưa chắc là tổ chức nào',
  UNIT_TWICE_IN_FILE: 'Tổ chức trùng trong tệp',
  PARENT_NOT_FOUND: 'Chưa rõ cấp trên',
  PARENT_BELOW: 'Cấp trên nằm dưới',
  MEMBER_COUNT_DIFFERS: 'Số đảng viên khác',
  NOT_TO_PLEDGE: 'Không thuộc diện cam kết',
  PLEDGE_ALREADY_FILED: 'Đã nộp cam kết',
  SIGNATURE_UNKNOWN: 'Chưa rõ đã ký hay chưa',
  DECLARED_MISSING: 'Thiếu tổng số hoặc số đã ký',
  SIGNED_OVER_TOTAL: 'Đã ký lớn hơn tổng số',
  DECLARED_NOT_ADDED_UP: 'Ký và chưa ký không khớp tổng',
  PERCENT_DIFFERS: 'Tỷ lệ không khớp',
  DECLARED_DIFFERS: 'Khác số trong sổ',
  DUE_MISSING: 'Thiếu thời hạn',
  DUE_CONTINUOUS: 'Việc thường xuyên, chưa có ngày',
  DUE_YEAR_TAKEN: 'Thời hạn không ghi năm',
  TASK_TEXT_MISSING: 'Thiếu nội dung',
  TASK_TWICE_IN_FILE: 'Nhiệm vụ trùng trong tệp',
} as const satisfies Record<ProblemCode, string>;

export const policyNames = {
  take: 'Lấy theo tệp, ô trống không xóa',
  fill: 'Chỉ điền chỗ đang trống',
  keep: 'Giữ giá trị hiện có',
  overwrite: 'Lấy hết theo tệp, kể cả ô trống',
} as const satisfies Record<FieldPolicy, string>;

export const keptReasonTexts = {
  EDITED: 'đã được sửa sau khi nhập',
  IN_USE: 'đã có dữ liệu khác gắn vào sau khi nhập',
  GONE: 'không còn trong dữ liệu',
} as const satisfies Record<KeptReason, string>;

/** What waits for the person's word before it is written: a restored citizen ID, a suggested day. */
export const confirmTexts = {
  citizenId: {
    one: 'Xác nhận số CCCD này',
    title: 'Xác nhận số CCCD được khôi phục',
    text: (rows: number) =>
      `${n(rows)} dòng có số CCCD bị Excel làm mất số 0 ở đầu. Chương trình đã khôi phục số 0 vì mã tỉnh có thật và không trái với năm sinh, giới tính của dòng. Chưa ghi gì cho đến khi bạn xác nhận.`,
    decided: 'Số CCCD khôi phục đã được xác nhận',
  },
  reviewDay: {
    one: 'Xác nhận ngày rà soát này',
    title: 'Xác nhận ngày rà soát việc làm thường xuyên',
    text: (rows: number) =>
      `${n(rows)} việc ghi thời hạn "thường xuyên" mà không có ngày. Nhiệm vụ phải có thời hạn, nên chương trình đề nghị ngày rà soát ghi ở ô thời hạn; muốn ngày khác thì sửa ô đó. Chưa ghi gì cho đến khi bạn xác nhận.`,
    decided: 'Ngày rà soát đề nghị đã được xác nhận',
  },
} as const;
export const confirmTextsOf = (kind: ImportKind) =>
  kind === 'remediation' ? confirmTexts.reviewDay : confirmTexts.citizenId;

export const previewText = {
  sum: (rows: number, counts: OutcomeCounts, leftOut: number) =>
    `Đọc ${n(rows)} dòng = ${n(counts.new)} mới + ${n(counts.changed)} thay đổi + ${n(counts.same)} không đổi + ${n(counts.conflict)} xung đột + ${n(counts.rejected)} không nhận + ${n(leftOut)} để lại`,
  problemFilter: 'Lọc theo lưu ý',
  anyProblem: 'Mọi lưu ý',
  problemChoice: (name: string, rows: number) => `${name} (${n(rows)})`,
  onlyFixed: (rows: number) => `Đã sửa ${n(rows)}`,
  onlyToConfirm: (rows: number) => `Cần xác nhận ${n(rows)}`,
  onlyChangedSince: (rows: number) => `Khác lần trước ${n(rows)}`,
  editHint: 'F2 hoặc gõ ngay để sửa ô đang chọn; Enter ghi, Esc bỏ.',
  editCell: (field: string, row: number) => `Sửa ${field}, dòng ${rowName(row)}`,
  fixedTip: 'Đã sửa tại đây, tệp gốc giữ nguyên',
  rawTip: (text: string) => `Trong tệp: ${text}`,
  takeBackFix: 'Lấy lại giá trị trong tệp',
  fixes: 'Ô đã sửa',
  totalDiffers: (label: string, written: number, read: number) =>
    `${label}: tệp ghi ${n(written)}, đọc được ${n(read)}.`,

  shiftTitle: 'Lệch cột',
  shiftOffer: 'Nếu đưa các ô về đúng cột, dòng này sẽ là:',
  shiftMend: 'Đưa về đúng cột',
  shiftMendAll: (rows: number) => `Đưa cả ${n(rows)} dòng lệch về đúng cột`,
  shiftTaken: 'Các ô của dòng này đã được đưa về đúng cột; tệp gốc giữ nguyên.',
  shiftTakeBack: 'Để như trong tệp',

  choiceTitle: 'Dòng này là ai',
  fromFile: 'Trong tệp',
  candidate: 'Trong dữ liệu',
  isThisPerson: 'Là người này',
  isNewPerson: 'Là người mới',
  isNewUnit: 'Là tổ chức khác, thêm mới',
  leaveOut: 'Để lại dòng này',
  takeIn: 'Nhập lại dòng này',
  takeBackChoice: 'Bỏ lựa chọn',
  chosenNew: 'Bạn đã chọn: là người mới.',
  chosenPerson: 'Bạn đã chọn người trong dữ liệu cho dòng này.',
  card: 'Số thẻ',
  post: 'Chức vụ',

  confirmAll: 'Xác nhận tất cả và ghi',
  confirmLook: 'Xem các dòng này',

  unitsIntro: 'Mỗi tên đơn vị trong tệp ứng với đơn vị nào trong cây tổ chức.',
  unitChoice: (name: string) => `Đơn vị cho "${name}"`,
  unitCreate: 'Tạo mới',
  unitLeave: 'Không đưa vào đơn vị nào',
  unitLeaveAbove: 'Không tạo, bỏ qua cấp trên này',
  unitSuggested: 'Gần giống',
  unitAll: 'Tất cả đơn vị',
  unitParent: 'Trực thuộc',
  unitMatched: (name: string) => `là ${name}`,

  policies: 'Cách ghi từng trường',
  policiesIntro: 'Áp dụng cho người đã có trong dữ liệu. Mặc định ô trống trong tệp không xóa giá trị nào.',

  outdated: (rows: number) =>
    rows === 0
      ? 'Dữ liệu vừa có thay đổi ở nơi khác nên chưa ghi gì. Bản xem trước đã lập lại: không có dòng nào khác. Bạn có thể ghi.'
      : `Dữ liệu vừa có thay đổi ở nơi khác nên chưa ghi gì. Bản xem trước đã lập lại: ${n(rows)} dòng khác lần trước. Hãy xem lại rồi ghi.`,

  saveRejected: (rows: number) => `Lưu ${n(rows)} dòng không ghi ra Excel`,
  savedRejected: (file: string) =>
    `Đã lưu các dòng không ghi vào "${file}", mỗi dòng có lý do ở cột cuối. Sửa xong có thể nhập lại tệp này.`,

  historyFilter: 'Loại dữ liệu',
  historyAllKinds: 'Mọi loại',
  historyOnlyStanding: 'Chỉ lần chưa hoàn tác',
  stateUndoneKept: (at: string, kept: number) => `Đã hoàn tác ${at}, giữ ${n(kept)} mục`,
  open: 'Mở',
  openBatch: (fileName: string) => `Mở lần nhập ${fileName}`,
  batchRows: 'Đã ghi vào đâu',
  batchSheet: (sheet: string) => `Trang "${sheet}"`,
  batchDecisions: 'Đã quyết định khi xem trước',
  batchNoDecisions: 'Không sửa ô nào, không chọn gì thêm.',
  batchFixes: (count: number) => `${n(count)} ô đã sửa`,
  batchChoices: (count: number) => `${n(count)} dòng được chọn người hoặc để lại`,
  batchUnits: (count: number) => `${n(count)} tên đơn vị được ghép`,
  batchPolicies: (count: number) => `${n(count)} trường có cách ghi riêng`,
  added: 'thêm mới',
  changed: 'thay đổi',
  kept: 'giữ lại khi hoàn tác',
  gone: 'không còn',
  entities: {
    organization: 'Đơn vị',
    official: 'Người',
    cycle: 'Kỳ',
    rating: 'Xếp loại',
    pledge: 'Cam kết',
    declaredPledge: 'Số đơn vị báo cáo',
    remediationTask: 'Nhiệm vụ khắc phục',
  },

  undoTitle: 'Hoàn tác lần nhập',
  undoPlan: (removed: number, restored: number) =>
    `Sẽ bỏ ${n(removed)} mục đã thêm và trả lại ${n(restored)} mục như trước khi nhập.`,
  undoKept: (count: number) => `${n(count)} mục giữ nguyên, vì hoàn tác sẽ làm mất sửa đổi sau đó:`,
  undoKeptRow: (row: number | null, name: string, reason: string) =>
    row === null ? `${name}: ${reason}` : `Dòng ${rowName(row)}, ${name}: ${reason}`,
  undoMore: (count: number) => `và ${n(count)} mục nữa`,
  undoRest: 'Hoàn tác phần còn lại',
  undoCancel: 'Không hoàn tác',
} as const;
