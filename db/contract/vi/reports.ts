import type { SummaryFigure } from '../reports.ts';
import { formatNumber } from './numbers.ts';
import { ratingLevelNames, unratedName } from './ratings.ts';

/** Names of the figures of table 5a, for the accessible names of its buttons and the head of the people panel. */
export const summaryFigureNames = {
  members: 'Tổng số đảng viên',
  exempt: 'Số được miễn, không thuộc diện đánh giá',
  toRate: 'Số phải đánh giá',
  rated: 'Số đã đánh giá',
  ...ratingLevelNames,
  unrated: unratedName,
} as const satisfies Record<SummaryFigure, string>;

export const reportsText = {
  table: (year: number) => `Biểu 5a. Tổng hợp kết quả xếp loại đảng viên năm ${year}`,
  asOf: (day: string) => `Tính đến ngày ${day}`,
  preview: 'Xem bản in',
  savePdf: 'Lưu PDF',
  saveWord: 'Lưu Word',
  saveWorkbook: 'Lưu Excel',
  print: 'In',
  closePreview: 'Về biểu số liệu',
  previewTitle: 'Bản in',
  page: (page: number, pages: number) => `Trang ${page} / ${pages}`,
  fitWidth: 'Vừa chiều ngang',
  zoomIn: 'Phóng to',
  zoomOut: 'Thu nhỏ',
  zoom: (percent: number) => `${percent}%`,
  preparingPdf: 'Đang lập bản in…',
  savedAs: (fileName: string) => `Đã lưu tệp ${fileName}.`,
  sentToPrinter: 'Đã gửi bản in tới máy in.',
  figure: (figure: string, unit: string, count: number) => `${figure}, ${unit}: ${formatNumber(count)} người`,
  totalRow: 'Tổng cộng',
  peopleOf: (figure: string, unit: string) => `${figure} – ${unit}`,
  noPeople: 'Không có ai.',
  reason: 'Lý do',
  headsMissing: 'Bản in chưa có tên cơ quan và người ký.',
  fillHeads: 'Điền trong Cài đặt',
  percentNote: 'Tỷ lệ % tính trên số phải đánh giá. Bấm vào một con số để xem những người trong đó.',
  emptyTitle: (year: number) => `Năm ${year} chưa có số liệu xếp loại`,
  emptyText:
    'Biểu này tổng hợp kết quả xếp loại theo từng chi bộ. Hãy nhập kết quả xếp loại từ Excel hoặc xếp loại trên lưới.',
  emptyAct: 'Nhập xếp loại từ Excel',
  emptyActGrid: 'Mở bảng xếp loại',
  noUnitFound: (search: string) => `Không có đơn vị nào khớp với "${search}"; dòng tổng cộng vẫn tính đủ.`,
} as const;
