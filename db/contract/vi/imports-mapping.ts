import type { FieldReason, GridRowClass } from '../sheet-readings.ts';
import type { RowClass, SheetKind } from '../workbooks.ts';
import { sheetKindNames } from './imports.ts';
import { formatNumber } from './numbers.ts';
import { rowName } from './sheet-rows.ts';

const n = formatNumber;

/** The word at a row's head; short, since each row bears it. */
export const gridRowClassNames = {
  head: 'Đầu trang',
  header: 'Tiêu đề cột',
  data: 'Dữ liệu',
  section: 'Tên đơn vị',
  total: 'Dòng cộng',
  numbering: 'Số cột',
  repeatedHeader: 'Lặp tiêu đề',
  blank: 'Trống',
  foot: 'Cuối trang',
  leftOut: 'Bỏ qua',
} as const satisfies Record<GridRowClass, string>;

/** What a person can make of a row; 'blank' leaves it out. */
export const rowClassChoices = [
  ['data', 'Dòng dữ liệu'],
  ['section', 'Dòng tên đơn vị'],
  ['total', 'Dòng cộng'],
  ['blank', 'Bỏ qua'],
] as const satisfies ReadonlyArray<readonly [RowClass, string]>;

export const fieldReasonNames = {
  title: 'theo tiêu đề',
  values: 'theo giá trị',
  chosen: 'bạn chọn',
  recipe: 'như lần trước',
} as const satisfies Record<FieldReason, string>;

export const fieldGroupNames = {
  identity: 'Người và giấy tờ',
  person: 'Thông tin cá nhân',
  party: 'Đảng viên, đơn vị',
  posts: 'Trình độ, chức vụ',
  rating: 'Xếp loại',
  unit: 'Tổ chức',
  pledge: 'Ký cam kết',
  task: 'Khắc phục hạn chế',
  other: 'Khác',
} as const;

export const mappingText = {
  grid: (sheet: string) => `Trang tính ${sheet} như trong tệp`,
  gridHelp:
    'Phím mũi tên để đi giữa các ô, Shift+mũi tên để chọn nhiều dòng, Shift+F10 để đổi loại dòng, Ctrl+Z để hoàn tác.',
  rowHead: 'Dòng',
  columnMenu: (letter: string, title: string) => `Cột ${letter} (${title}) đưa vào`,
  columnsLeftOut: (count: number) => `Còn ${n(count)} cột ở bên phải không hiển thị.`,
  chooseField: 'Chưa nối',
  joinedColumn: 'Gộp',
  joinedTo: (letter: string) => `vào cột ${letter}`,
  joinedToTip: (letter: string) => `Gộp vào cột ${letter} thành một mục. Muốn đọc riêng thì chọn mục khác.`,
  skip: 'Bỏ qua cột này',
  keepAsNote: 'Giữ trong ghi chú',
  searchField: 'Gõ để tìm mục',
  noFieldFound: 'Không có mục nào như vậy.',
  usedAt: (letter: string) => `đang ở cột ${letter}`,
  samples: (values: string) => `Ví dụ: ${values}`,
  noSamples: 'Cột trống',
  follows: (letter: string) => `như cột ${letter}`,
  followsTip: (letter: string, label: string) =>
    `Phần đặt bên cạnh của danh sách: đọc như cột ${letter} (${label}). Đổi ở cột ${letter}.`,
  part: (part: number, kind: string) => `phần ${part}: ${kind}`,
  sideBySide: 'Danh sách đặt cạnh nhau',
  joinParts: (parts: string, columns: string) =>
    `Đọc nối tiếp ${parts} phần (cột ${columns}) thành một danh sách`,
  joinAnyParts: 'Đọc nối tiếp các phần thành một danh sách',
  joined: (count: number) => `Đã nối ${n(count)} cột.`,
  missingRequired: (fields: string) => `Còn thiếu: ${fields}.`,
  missingUseful: (fields: string) => `Nên có thêm: ${fields}.`,
  nothingMissing: 'Đủ các mục bắt buộc.',
  chips: 'Kéo mục thả vào cột, hoặc chọn ngay trên cột:',
  anyLevel: 'một cột xếp loại',
  fieldMoved: (field: string, from: string, to: string) =>
    `"${field}" nay lấy từ cột ${to}; cột ${from} không nối với mục nào.`,
  twice: (field: string, letters: string) =>
    `"${field}" đang nối với các cột ${letters}. Chỉ một cột được đọc.`,

  rowsChosen: (first: number, last: number) =>
    first === last ? `Dòng ${n(first)}` : `Dòng ${n(first)}–${n(last)}`,
  rowClassLabel: 'Đổi loại dòng đang chọn',
  asHeader: 'Làm tiêu đề cột',
  asUnderstood: 'Loại dòng: để máy nhận',
  headerAsUnderstood: 'Tiêu đề: để máy nhận',
  undo: 'Hoàn tác',
  undoLast: 'Hoàn tác thay đổi cuối',
  rereading: 'Đang đọc lại…',
  problems: (count: number) => `${n(count)} ô cần xem`,
  nextProblem: 'Ô cần xem tiếp theo',
  cellProblem: 'Cần xem',
  masked: '•••',

  sheets: 'Các trang trong tệp',
  sheetRows: (count: number) => `${n(count)} dòng dữ liệu`,
  sheetLeftOut: (reason: string) => `Không nhập: ${reason}`,
  sheetHidden: 'trang đang ẩn trong Excel',
  sheetEmpty: 'trang trống',
  sheetUnknown: 'chưa nhận ra bảng',
  sheetKindNotImported: (kind: SheetKind) => `là "${sheetKindNames[kind]}"`,
  writtenCount: (row: number, written: number, read: number) =>
    written === read
      ? `dòng ${rowName(row)}: ghi ${n(written)}, đọc được ${n(read)}, khớp`
      : `dòng ${rowName(row)}: ghi ${n(written)}, đọc được ${n(read)}, lệch`,
  emptySheet: 'Trang này không có ô nào chứa dữ liệu. Hãy chọn trang khác.',
  noHeader:
    'Không tìm thấy dòng tiêu đề cột. Hãy chọn dòng tiêu đề trong bảng rồi bấm "Làm tiêu đề cột", hoặc chọn trang khác.',

  hidden: 'Phần ẩn trong Excel',
  hiddenRows: (count: number) => `Đọc cả ${n(count)} dòng ẩn`,
  hiddenColumns: (count: number) => `Đọc cả ${n(count)} cột ẩn`,
  cleaning: 'Làm sạch khi nhập',
  titleCase: 'Viết hoa chữ đầu họ tên',
  titleCaseExample: (count: number, before: string, after: string) => `${n(count)} tên: ${before} → ${after}`,
  titleCaseOff: (count: number) => `${n(count)} tên giữ nguyên chữ in hoa`,
  confirmIds: 'Trả lại số 0 đầu của số CCCD',
  confirmIdsHint: (count: number) =>
    `${n(count)} ô mất số 0 do Excel coi là số. Đánh dấu để xác nhận cả ${n(count)} ô; nếu không, xác nhận từng dòng ở bước xem trước.`,
  oldFont: (letter: string, encoding: string, cells: number) =>
    `Cột ${letter}: phông chữ cũ ${encoding}, đã chuyển ${n(cells)} ô`,
  beforeAfter: (before: string, after: string) => `${before} → ${after}`,
} as const;
