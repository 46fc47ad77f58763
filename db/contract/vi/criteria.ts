/** A province's table of criteria, read from a sheet. */
export const criteriaText = {
  add: 'Thêm bảng tiêu chí từ tệp Excel',
  panelTitle: 'Bảng tiêu chí của tỉnh',
  base: 'Dựa trên bộ quy định',
  choose: 'Chọn tệp Excel…',
  reading: 'Đang đọc tệp…',
  sheet: 'Trang tính',
  whole: 'Cả bảng',
  section: (row: number, title: string) => (row === 0 ? title : `Dòng ${row}: ${title}`),
  choosePart: 'Chọn phần điểm…',
  part: 'Phần điểm',
  row: 'Dòng',
  criterion: 'Tiêu chí',
  points: 'Điểm tối đa',
  sum: (title: string, sum: string, most: string) => `${title}: tổng ${sum} / ${most} điểm`,
  faultsTitle: 'Chưa dùng được bảng này. Hãy sửa trong tệp Excel rồi chọn lại tệp:',
  subjects: 'Áp dụng cho',
  subjectsNeeded: 'Hãy chọn ít nhất một nhóm.',
  title: 'Tên bảng tiêu chí',
  number: 'Số, ký hiệu văn bản của tỉnh',
  date: 'Ngày văn bản',
  issuer: 'Cơ quan ban hành',
  validFrom: 'Có hiệu lực từ ngày',
  dateExample: 'Ví dụ 03/11/2025',
  onlyChosen:
    'Bảng của tỉnh chỉ được dùng cho năm mà cơ quan tự chọn khi mở kỳ kiểm điểm; không tự thay bộ quy định của Trung ương.',
  save: 'Lưu bảng tiêu chí',
  saved: (title: string) => `Đã thêm: ${title}. Chọn bảng này khi mở kỳ kiểm điểm.`,
  remove: 'Bỏ bảng tiêu chí này',
  removed: (title: string) => `Đã bỏ: ${title}.`,
  restored: (title: string) => `Đã thêm lại: ${title}.`,
} as const;

/** What is wrong with a sheet of criteria. */
export const criteriaFaults = {
  noScoring: () => 'Bộ quy định được chọn không có thang điểm nên không kèm được bảng tiêu chí.',
  noHeader: () =>
    'Không tìm thấy dòng tiêu đề có cả cột "Tiêu chí" (hoặc "Nội dung") và cột "Điểm tối đa" (hoặc "Điểm chuẩn", "Thang điểm").',
  noCriteria: () => 'Dưới dòng tiêu đề không có tiêu chí nào.',
  pointsMissing: (row: number) => `Dòng ${row}: thiếu điểm.`,
  pointsNotNumber: (row: number, text: string) => `Dòng ${row}: điểm "${text}" không phải số.`,
  pointsIsDate: (row: number) =>
    `Dòng ${row}: ô điểm đang là ngày tháng; Excel có thể đã tự đổi. Hãy nhập lại số điểm.`,
  textMissing: (row: number) => `Dòng ${row}: có điểm nhưng thiếu nội dung tiêu chí.`,
  textTooLong: (row: number) => `Dòng ${row}: nội dung tiêu chí dài quá 1.000 ký tự.`,
  tooMany: (most: number) => `Bảng có nhiều hơn ${most} tiêu chí.`,
  partUnknown: (title: string) => `"${title}": chưa rõ thuộc phần điểm nào. Hãy chọn phần điểm.`,
  groupSum: (row: number, sum: string, written: string) =>
    `Dòng ${row}: các mục con cộng lại là ${sum} điểm, khác ${written} điểm ghi ở dòng này.`,
  tooMuch: (part: string, sum: string, most: string) =>
    `Tổng điểm phần "${part}" là ${sum}, nhiều hơn ${most}.`,
  tooLittle: (part: string, sum: string, most: string) =>
    `Tổng điểm phần "${part}" là ${sum}, ít hơn ${most}.`,
} as const;
