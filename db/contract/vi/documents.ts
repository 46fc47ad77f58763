/** Words of printed documents and of the workbooks made from the same figures. */
export const documentTexts = {
  program: 'Tu Dưỡng',
  party: 'ĐẢNG CỘNG SẢN VIỆT NAM',
  star: '*',
  titleRule: '-----',
  recipients: 'Nơi nhận:',
  preparer: 'NGƯỜI LẬP BIỂU',
  notes: 'Ghi chú:',
  total: 'Tổng cộng',
  notApplicable: '-',
  /** Left open for the pen where the office has not entered its name or its place yet. */
  openLine: '....................',
} as const;

/** "Sông Mây, ngày 05 tháng 12 năm 2025"; day and month come with the zeros they take. */
export const placeDateText = (place: string, day: string, month: string, year: string): string =>
  `${place}, ngày ${day} tháng ${month} năm ${year}`;

export const ratingSummaryTexts = {
  label: 'Biểu 5a. Tổng hợp kết quả xếp loại đảng viên',
  formMark: 'Biểu số 5a',
  sheetName: 'Biểu 5a',
  title: (year: number) => `BIỂU TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG ĐẢNG VIÊN NĂM ${year}`,
  fileName: (year: number) => `Biểu 5a - Xếp loại đảng viên năm ${year}`,
  asOf: (day: string) => `Tính đến ngày ${day}`,
  unit: 'Đơn vị tính: đảng viên',
  columns: {
    order: 'STT',
    organization: 'Tổ chức đảng',
    members: 'Tổng số đảng viên',
    exempt: 'Số được miễn/ không thuộc diện',
    toRate: 'Số phải đánh giá',
    rated: 'Số đã đánh giá',
    excellent: 'HTXSNV',
    good: 'HTTNV',
    completed: 'HTNV',
    notCompleted: 'KHTNV',
    unrated: 'Chưa xếp loại',
    count: 'SL',
    percent: '%',
    excellentToGood: 'Tỷ lệ HTXSNV/ HTTNV (%)',
    note: 'Ghi chú',
  },
  notes: [
    'Tỷ lệ % tính trên số phải đánh giá; bốn mức cộng chưa xếp loại bằng số phải đánh giá; thêm số được miễn, không thuộc diện bằng tổng số đảng viên.',
    'Tỷ lệ HTXSNV/HTTNV: số hoàn thành xuất sắc nhiệm vụ so với số hoàn thành tốt nhiệm vụ.',
    'HTXSNV: hoàn thành xuất sắc nhiệm vụ; HTTNV: hoàn thành tốt nhiệm vụ; HTNV: hoàn thành nhiệm vụ; KHTNV: không hoàn thành nhiệm vụ; SL: số lượng.',
  ],
} as const;
