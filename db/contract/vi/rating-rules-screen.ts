import type { ConditionState } from '../../domain/rating-mark.ts';
import { formatNumber } from './numbers.ts';

/** The two groups of like duties that the cap is counted over when the office sets that scope. */
export const capGroupNames = {
  leader: 'lãnh đạo, quản lý',
  other: 'không giữ chức vụ lãnh đạo, quản lý',
} as const;

/** A rule as it is quoted: its text with the article in brackets, without a full stop. */
export const ruleQuoted = (text: string, article: string): string =>
  text === '' ? article : `${text.replace(/\.$/, '')} (${article})`;

export const ratingTableNames = {
  member: 'Đảng viên',
  leader: 'Cán bộ lãnh đạo, quản lý',
  collective: 'Tổ chức, tập thể',
} as const;

export const conditionStateNames = {
  met: 'Đủ điều kiện theo số liệu đã có',
  failed: 'Có điều kiện không đạt',
  check: 'Cần xem: còn điều kiện chưa rõ hoặc việc phải có trước',
} as const satisfies Record<ConditionState, string>;

export const factLabels = {
  tasksTotal: 'Nhiệm vụ được giao',
  tasksOnTime: 'Xong đúng tiến độ',
  tasksLate: 'Xong nhưng chậm',
  tasksBeyond: 'Vượt mức yêu cầu',
  earlierTotal: 'Hạn chế đã chỉ ra trước',
  earlierPutRight: 'Đã khắc phục xong',
  longLeaveMonths: 'Số tháng nghỉ, đi học',
  temporarilyExempt: 'Được miễn sinh hoạt có thời hạn',
  underExamination: 'Đang bị xem xét, chưa có kết luận',
  listedCase: 'Có kết luận thuộc trường hợp liệt kê',
  newFacts: 'Có tình tiết mới sau quyết định',
  formerCellOpinion: 'Đã có nhận xét của chi bộ cũ',
  isStaff: 'Là cán bộ, công chức, viên chức',
  targetsTotal: 'Chỉ tiêu được giao',
  targetsReached: 'Chỉ tiêu đạt',
  subordinatesTotal: 'Đơn vị trực thuộc (để trống: theo sổ)',
  subordinatesDisciplined: 'Đơn vị bị kỷ luật (để trống: theo sổ)',
  collectiveDisciplined: 'Tập thể bị kỷ luật trong kỳ',
  disciplineReason: 'Lý do ghi khác sổ kỷ luật',
  note: 'Ghi chú về số liệu',
} as const;

export const ratingRulesText = {
  tables: 'Đối tượng xếp loại',
  conditions: 'Điều kiện',
  collective: 'Tổ chức, tập thể',
  collectiveKind: 'Loại',
  stateShort: { met: 'Đủ', failed: 'Thiếu', check: 'Cần xem' } satisfies Record<ConditionState, string>,
  highestShort: (level: string) => `cao nhất: ${level}`,
  noLevelShort: 'không xếp',
  noLevel: 'Theo quy định, trường hợp này không xếp hoặc chưa xếp loại.',
  highest: (level: string) => `Mức cao nhất các điều kiện cho phép: ${level}.`,
  above: 'mức đã ghi cao hơn mức các điều kiện cho phép',
  allCaps: (count: number) => `Các giới hạn (${formatNumber(count)})`,
  allCapsTitle: 'Giới hạn xuất sắc của từng nơi',
  decisionBar: 'Quyết định xếp loại của năm',
  decisionBody: 'Cấp quyết định',
  decisionBodyHint: 'Ví dụ: Ban Thường vụ Đảng ủy xã',
  decisionDay: 'Ngày quyết định',
  dayHint: 'ngày/tháng/năm',
  decisionHint: 'Ghi một lần, dùng cho mọi mức quyết định nhập sau đó.',
  decisionSaved: 'Đã ghi cấp và ngày quyết định của năm.',
  decisionNeeded:
    'Mức quyết định phải có cấp quyết định và ngày quyết định. Ghi một lần cho cả năm; đổi được ở thanh phía trên bảng.',
  dialogTitle: (name: string, level: string) => `${name} – ${level}`,
  give: 'Ghi mức này',
  reratingNote: 'Đã có mức quyết định. Cả mức cũ và mức mới đều được giữ trong các lần xếp loại.',
  reratingReason: 'Lý do xếp loại lại',
  typingError: 'Sửa lỗi nhập',
  undoReason: 'Hoàn tác thay đổi vừa nhập',
  overrideReason: 'Lý do vẫn xếp mức này',
  overrideHint: 'Lý do và người ghi được giữ cùng mức xếp loại.',
  openPerson: 'Xem hồ sơ',
  conditionsTitle: 'Điều kiện theo quy định',
  noPack: 'Năm này chưa có bộ quy định hoặc tài khoản không xem được điều kiện.',
  factsTitle: 'Số liệu để xét',
  factsSaved: (name: string) => `Đã ghi số liệu xét của ${name}.`,
  notEntered: 'Chưa ghi',
  yes: 'Có',
  no: 'Không',
  byBook: 'Theo sổ kỷ luật tổ chức đảng',
  byPosts: 'Theo chức vụ trong hồ sơ',
  staffLevel: 'Xếp loại ở cơ quan',
  staffHint: 'Kết quả xếp loại cán bộ, công chức, viên chức; do cơ quan quyết định.',
  staffSaved: (name: string) => `Đã ghi xếp loại ở cơ quan của ${name}.`,
  scoresTitle: 'Điểm',
  scoreStage: 'Điểm của',
  points: (points: string) => `${points} điểm`,
  scoresSaved: (name: string, stage: string) => `Đã ghi điểm của ${name} – ${stage}.`,
  quarterShort: (quarter: number) => `Q${quarter}`,
  quarterLevel: (quarter: string, level: string) => `${quarter}: ${level}`,
  quartersTitle: 'Kết quả các quý trong năm',
  quartersNote: 'Để tham khảo khi xếp loại năm; chưa có công thức tính mức của năm từ các quý.',
  historyTitle: 'Các lần xếp loại',
  historyEmpty: 'Chưa có lần xếp loại nào.',
  stands: 'đang dùng',
  fromSheet: (moment: string) => (moment === '' ? 'từ bảng đã nhập' : `từ bảng nhập lúc ${moment}`),
  enteredBy: (name: string, moment: string) => `${name} ghi lúc ${moment}`,
  reasonGiven: (reason: string) => `Lý do: ${reason}`,
  overrideGiven: (reason: string) => `Lý do vẫn xếp: ${reason}`,
  emptyTitles: {
    leader: 'Chưa có cán bộ lãnh đạo, quản lý để xếp loại',
    collective: 'Chưa có tổ chức, tập thể để xếp loại',
  },
  emptyTexts: {
    leader: (year: number) =>
      `Năm ${year} không có ai giữ chức vụ lãnh đạo, quản lý ở đây. Hãy ghi chức vụ của từng người ở trang Cán bộ, đảng viên, hoặc chọn đơn vị hay năm khác.`,
    collective: (year: number) =>
      `Năm ${year} không có tổ chức, tập thể nào ở đây. Hãy thêm tập thể ở trang Kỳ kiểm điểm, hoặc chọn đơn vị hay năm khác.`,
  },
  footCollectives: (count: number) => `${formatNumber(count)} tổ chức, tập thể`,
} as const;
