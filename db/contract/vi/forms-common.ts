/** Where the layout of printed documents is laid down; days stand in the data. */
export const layoutRuleSources = {
  'hd-05-2026': { number: '05-HD/VPTW', issuer: 'Văn phòng Trung ương Đảng' },
} as const;

/** Words that several papers share. */
export const formCommonTexts = {
  /** "Sông Mây, ngày ... tháng ... năm 2026": the day is written by hand. */
  openPlaceDate: (place: string, year: string) => `${place}, ngày ..... tháng ..... năm ${year}`,
  /** Left open for the pen, short enough for half the width of a page. */
  openPlace: '.............',
  signHere: '(ký, ghi rõ họ tên)',
  none: 'Không.',
  order: 'STT',
  orderShort: 'TT',
  fullName: 'Họ và tên',
  page: 'Trang',
  unit: 'Đơn vị',
  note: 'Ghi chú',
  yearTitle: 'Năm',
  dueOn: (day: string) => `thời hạn: ${day}`,
  labelled: (label: string, text: string) => `${label}: ${text}`,
  item: (text: string) => `- ${text}`,
} as const;

/** Ends a sentence of a paper with one full stop, whatever the office typed. */
export const sentence = (text: string): string => (/[.!?:;…]$/.test(text) ? text : `${text}.`);

export const batchTexts = {
  listTitle: 'DANH SÁCH',
  contentsTitle: 'MỤC LỤC',
  document: 'Tên tài liệu',
  pageNotes: {
    ofFile:
      'Trang: thứ tự trang trong tập này, kể cả trang danh sách; mỗi văn bản đánh số trang riêng từ trang 1.',
    running: 'Trang: số trang đánh liên tục trong cả tập, kể cả trang danh sách.',
  },
  total: (count: number) => `Tổng số: ${count} văn bản`,
} as const;
