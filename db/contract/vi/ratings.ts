import type { CapBase, CapRounding, CapScope } from '../../domain/excellence-cap.ts';
import type { RatingLevel, RatingStage } from '../../domain/ratings.ts';
import { formatNumber } from './numbers.ts';

/** Official names of the four levels (QĐ 366-QĐ/TW điều 11, 30/8/2025). */
export const ratingLevelNames = {
  excellent: 'Hoàn thành xuất sắc nhiệm vụ',
  good: 'Hoàn thành tốt nhiệm vụ',
  completed: 'Hoàn thành nhiệm vụ',
  notCompleted: 'Không hoàn thành nhiệm vụ',
} as const satisfies Record<RatingLevel, string>;

export const ratingLevelAbbreviations = {
  excellent: 'HTXSNV',
  good: 'HTTNV',
  completed: 'HTNV',
  notCompleted: 'KHTNV',
} as const satisfies Record<RatingLevel, string>;

/** Short words for narrow columns of the screen. */
export const ratingLevelShortNames = {
  excellent: 'Xuất sắc',
  good: 'Tốt',
  completed: 'Hoàn thành',
  notCompleted: 'Không hoàn thành',
} as const satisfies Record<RatingLevel, string>;

/** Shortest marks, for the narrow columns of quarters; the tip has the whole name. */
export const ratingLevelMarks = {
  excellent: 'XS',
  good: 'T',
  completed: 'HT',
  notCompleted: 'KHT',
} as const satisfies Record<RatingLevel, string>;

export const unratedName = 'Chưa xếp loại';

export const ratingStageNames = {
  self: 'Tự xếp loại',
  proposed: 'Chi bộ đề xuất',
  decided: 'Cấp ủy quyết định',
} as const satisfies Record<RatingStage, string>;

export const ratingFieldLabels = {
  ...ratingStageNames,
  unratedReason: 'Lý do chưa xếp loại',
  note: 'Ghi chú',
} as const;

/** "của 72 người ..." in the sentence of the cap. */
export const capBaseWords = {
  GOOD_ONLY: 'hoàn thành tốt nhiệm vụ',
  GOOD_OR_BETTER: 'hoàn thành tốt nhiệm vụ trở lên',
  ALL_RATED: 'đã xếp loại',
} as const satisfies Record<CapBase, string>;

export const capBaseNames = {
  GOOD_ONLY: 'Số người hoàn thành tốt nhiệm vụ',
  GOOD_OR_BETTER: 'Số người hoàn thành tốt nhiệm vụ trở lên',
  ALL_RATED: 'Tổng số người đã xếp loại',
} as const satisfies Record<CapBase, string>;

export const capScopeNames = {
  BASE_PARTY_ORG: 'Toàn tổ chức cơ sở đảng',
  UNIT: 'Từng đơn vị',
  LIKE_DUTIES: 'Từng nhóm có nhiệm vụ tương đồng trong tổ chức cơ sở đảng',
} as const satisfies Record<CapScope, string>;

export const capRoundingNames = {
  FLOOR: 'Làm tròn xuống (không bao giờ vượt)',
  HALF_UP: 'Làm tròn số gần nhất',
  CEILING: 'Làm tròn lên',
} as const satisfies Record<CapRounding, string>;

export const ratingsText = {
  grid: (year: number) => `Bảng xếp loại năm ${year}`,
  countsLabel: 'Số người theo mức',
  capLabel: 'Giới hạn hoàn thành xuất sắc',
  capScopeSentence: {
    BASE_PARTY_ORG: 'tính trên toàn tổ chức cơ sở đảng',
    UNIT: 'tính trong từng đơn vị',
    LIKE_DUTIES:
      'tính trong nhóm có nhiệm vụ tương đồng (lãnh đạo, quản lý; không giữ chức vụ) của tổ chức cơ sở đảng',
  } satisfies Record<CapScope, string>,
  capStates: { left: 'Còn', full: 'Đã đủ', over: 'Vượt' } as const,
  listPaper: 'In, xuất danh sách này',
  listPaperHint: 'Xem trước, in, lưu PDF, Word hoặc Excel. Tệp Excel có thể nhập lại vào chương trình.',
  backToGrid: 'Bảng xếp loại',
  keysHint: 'Phím trong ô mức: 1 Xuất sắc · 2 Tốt · 3 Hoàn thành · 4 Không hoàn thành · 0 xóa',
  keysHintMore: 'Enter hoặc F2 mở ô · Esc bỏ · Ctrl+Z hoàn tác',
  choose: (stage: string, name: string) => `${stage} của ${name}`,
  clearLevel: 'Xóa mức (để trống)',
  changed: (name: string, field: string, value: string) => `${name} – ${field}: ${value}.`,
  undone: (name: string, field: string, value: string) => `Đã hoàn tác. ${name} – ${field}: ${value}.`,
  nothingToUndo: 'Không có thay đổi nào để hoàn tác.',
  emptyValue: 'để trống',
  staleTitle: (name: string, field: string) => `${name} – ${field} vừa được sửa ở nơi khác`,
  staleValues: (now: string, typed: string) =>
    `Giá trị hiện có: ${now}. Bạn vừa nhập: ${typed}. Chưa ghi đè.`,
  useTyped: 'Ghi giá trị tôi vừa nhập',
  setFailed: (name: string, field: string) => `Chưa ghi được ${name} – ${field}.`,
  reasonBlocked: 'Người đã có mức của cấp ủy thì không ghi lý do chưa xếp loại. Xóa mức trước.',
  stillReading: 'Danh sách của đơn vị vừa chọn đang được đọc',
  stillReadingText: 'Phím vừa bấm chưa được ghi. Hãy bấm lại khi danh sách hiện ra.',
  emptyTitle: 'Chưa có ai để xếp loại',
  emptyText: (year: number) =>
    `Bảng này liệt kê những người được đánh giá năm ${year}. Hãy nhập danh sách cán bộ, đảng viên trước.`,
  emptyAct: 'Nhập danh sách từ Excel',
  emptyUnitTitle: 'Đơn vị này không có ai để xếp loại',
  emptyUnitText: (year: number) =>
    `Năm ${year} không có người nào của đơn vị này. Hãy chọn đơn vị hoặc năm khác.`,
  notFoundTitle: 'Không có ai khớp với nội dung tìm',
  foot: (count: number) => `${formatNumber(count)} người`,
  footFiltered: (shown: number, count: number) =>
    `${formatNumber(shown)} người khớp, trong ${formatNumber(count)} người`,
  saving: 'Đang ghi…',
} as const;
