/** Words of printed documents and of the workbooks made from the same figures. */
export const documentTexts = {
  program: 'Tu Dưỡng',
  party: 'ĐẢNG CỘNG SẢN VIỆT NAM',
  star: '*',
  titleRule: '-----',
  recipients: 'Nơi nhận:',
  preparer: 'NGƯỜI LẬP BIỂU',
  notes: 'Ghi chú:',
  notApplicable: '-',
  /** Left open for the pen where the office has not entered its name or its place yet. */
  openLine: '....................',
} as const;

/** "Sông Mây, ngày 05 tháng 12 năm 2025"; day and month come with the zeros they take. */
export const placeDateText = (place: string, day: string, month: string, year: string): string =>
  `${place}, ngày ${day} tháng ${month} năm ${year}`;
