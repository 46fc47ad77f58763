import { formatHundredths } from './numbers.ts';

/** A province's table of criteria, read from a sheet. */
export const criteriaText = {
  add: 'Thêm bảng tiêu chí từ tệp Excel',
  panelTitle: 'Bảng tiêu chí của tỉnh',
  base: 'Dựa trên bộ quy định',
  choose: 'Chọn tệp Excel…',
  reading: 'Đang đọc tệp…',
  file: (name: string) => `Tệp: ${name}`,
  place: (sheet: string, row: number) => `Trang tính "${sheet}", dòng ${row}`,
  whole: 'Cả bảng',
  bonus: 'Điểm thưởng',
  bonusMost: (most: string) => `Điểm thưởng tối đa ${most}`,
  section: (row: number, title: string) => (row === 0 ? title : `Dòng ${row}: ${title}`),
  choosePart: 'Chọn phần điểm…',
  part: 'Phần điểm',
  row: 'Dòng',
  criterion: 'Tiêu chí',
  points: 'Điểm tối đa',
  sum: (title: string, sum: string, most: string, rows: string) =>
    `${title}: ${sum} / ${most} điểm (dòng ${rows})`,
  bonusSum: (sum: string, most: string, rows: string) =>
    `Điểm thưởng: tối đa ${most} điểm; các mục cộng lại ${sum} điểm (dòng ${rows})`,
  weight: 'Tỷ trọng',
  shown: (count: number) => `Xem ${count} tiêu chí`,
  groupsOf: 'Dùng cho nhóm',
  groupsHint: 'Bảng không đánh dấu nhóm nào thì không dùng.',
  notUsed: 'Bảng này không dùng.',
  groupTwice: (groups: string) => `Đã có bảng khác cho: ${groups}. Mỗi nhóm chỉ dùng một bảng.`,
  faultsTitle: 'Chưa dùng được bảng này. Hãy sửa trong tệp Excel rồi chọn lại tệp:',
  subjectsNeeded: 'Hãy đánh dấu nhóm cho ít nhất một bảng.',
  title: 'Tên bảng tiêu chí',
  number: 'Số, ký hiệu văn bản của tỉnh',
  date: 'Ngày văn bản',
  issuer: 'Cơ quan ban hành',
  validFrom: 'Có hiệu lực từ ngày',
  validTo: 'Hết hiệu lực sau ngày',
  validToHint: 'Để trống nếu chưa có văn bản thay thế.',
  dateExample: 'Ví dụ 03/11/2025',
  onlyChosen:
    'Bảng của tỉnh chỉ được dùng cho năm mà cơ quan tự chọn khi mở kỳ kiểm điểm; không tự thay bộ quy định của Trung ương.',
  save: 'Lưu bảng tiêu chí',
  saved: (title: string) => `Đã thêm: ${title}. Chọn bảng này khi mở kỳ kiểm điểm.`,
  saveEnd: 'Lưu ngày hết hiệu lực',
  endSaved: (title: string) => `Đã lưu ngày hết hiệu lực: ${title}.`,
  endRestored: (title: string) => `Đã trả lại ngày hết hiệu lực: ${title}.`,
  remove: 'Bỏ bảng tiêu chí này',
  removed: (title: string) => `Đã bỏ: ${title}.`,
  restored: (title: string) => `Đã thêm lại: ${title}.`,
} as const;

interface CellPlace {
  row: number;
  /** Letter. */
  column: string;
}
const cell = ({ row, column }: CellPlace): string => `Dòng ${row}, cột ${column}`;

/** What is wrong with a sheet of criteria. */
export const criteriaFaults = {
  noScoring: () => 'Bộ quy định được chọn không có thang điểm nên không kèm được bảng tiêu chí.',
  noHeader: () =>
    'Không tìm thấy dòng tiêu đề có cả cột "Tiêu chí" (hoặc "Nội dung") và cột "Điểm tối đa" (hoặc "Điểm chuẩn", "Thang điểm").',
  noPoints: (sheet: string, at: CellPlace) =>
    `Trang tính "${sheet}", dòng ${at.row}: có cột tiêu chí (cột ${at.column}) nhưng không có cột điểm ("Điểm tối đa", "Điểm chuẩn" hoặc "Thang điểm").`,
  noCriteria: () => 'Dưới dòng tiêu đề không có tiêu chí nào.',
  pointsMissing: (at: CellPlace) => `${cell(at)}: thiếu điểm.`,
  pointsNegative: (at: CellPlace, text: string) => `${cell(at)}: điểm "${text}" nhỏ hơn 0.`,
  pointsNotNumber: (at: CellPlace, text: string) => `${cell(at)}: điểm "${text}" không phải số.`,
  pointsIsDate: (at: CellPlace) =>
    `${cell(at)}: ô điểm đang là ngày tháng; Excel có thể đã tự đổi. Hãy nhập lại số điểm.`,
  weightNotNumber: (at: CellPlace, text: string) =>
    `${cell(at)}: tỷ trọng "${text}" không phải số phần trăm.`,
  weightSum: (rows: string, sum: string) => `Dòng ${rows}: các tỷ trọng cộng lại là ${sum}%, khác 100%.`,
  weightDiffers: (at: CellPlace, written: string, byWeight: string) =>
    `${cell(at)}: ghi ${written} điểm, nhưng theo tỷ trọng là ${byWeight} điểm.`,
  textMissing: (at: CellPlace) => `${cell(at)}: có điểm nhưng thiếu nội dung tiêu chí.`,
  textTooLong: (at: CellPlace) => `${cell(at)}: nội dung tiêu chí dài quá 1.000 ký tự.`,
  tooMany: (most: number) => `Bảng có nhiều hơn ${most} tiêu chí.`,
  partUnknown: (title: string) => `"${title}": chưa rõ thuộc phần điểm nào. Hãy chọn phần điểm.`,
  groupUnknown: (at: CellPlace, text: string) =>
    `${cell(at)}: nhóm "${text}" không rõ. Hãy ghi: Lãnh đạo, quản lý; Không giữ chức vụ; Ngoài hệ thống; Tập thể; hoặc Tất cả.`,
  groupMissing: (at: CellPlace) => `${cell(at)}: tiêu chí chưa ghi nhóm.`,
  groupSum: (at: CellPlace, sum: string, written: string) =>
    `${cell(at)}: các mục con cộng lại là ${sum} điểm, khác ${written} điểm ghi ở dòng này.`,
  sectionSum: (at: CellPlace, written: string, sum: string, rows: string) =>
    `${cell(at)}: ghi ${written} điểm, nhưng các tiêu chí ở dòng ${rows} cộng lại là ${sum} điểm.`,
  totalDiffers: (at: CellPlace, written: string, sum: string) =>
    `${cell(at)}: dòng cộng ghi ${written} điểm, nhưng các tiêu chí phía trên cộng lại là ${sum} điểm.`,
  tooMuch: (part: string, sum: string, most: string, rows: string) =>
    `Tổng điểm phần "${part}" (dòng ${rows}) là ${sum}, nhiều hơn ${most}.`,
  tooLittle: (part: string, sum: string, most: string, rows: string) =>
    `Tổng điểm phần "${part}" (dòng ${rows}) là ${sum}, ít hơn ${most}.`,
} as const;

/** Points by part and by criterion, where they are entered. */
export const criteriaPointsText = {
  part: (title: string, most: number) => `${title} (tối đa ${formatHundredths(most)})`,
  criterion: (number: number, what: string, most: number) =>
    `${number}. ${what} (tối đa ${formatHundredths(most)})`,
  orByCriterion: 'Nhập điểm của cả phần ở trên, hoặc chấm từng tiêu chí để tự cộng:',
  sum: (points: number, most: number, missing: number) =>
    `${formatHundredths(points)} / ${formatHundredths(most)}${missing === 0 ? '' : ` (còn ${missing} tiêu chí chưa có điểm)`}`,
  wrong: (most: number) => `Nhập điểm từ 0 đến ${formatHundredths(most)}, nhiều nhất hai số lẻ.`,
  bonusWrong: (sum: number, most: number) =>
    `Điểm thưởng cộng lại là ${formatHundredths(sum)}, nhiều hơn ${formatHundredths(most)}.`,
  total: (points: number, of: number) => `Tổng điểm: ${formatHundredths(points)} / ${formatHundredths(of)}`,
  totalOpen: 'Tổng điểm: chưa đủ các phần',
  byScore: (level: string) => `mức cao nhất theo điểm: ${level.toLowerCase()}`,
} as const;
