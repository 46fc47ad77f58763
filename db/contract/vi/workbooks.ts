import type { SheetWarning } from '../workbooks.ts';
import { formatNumber } from './numbers.ts';
import { rowName } from './sheet-rows.ts';

type Params = SheetWarning['params'];

const number = (value: string | number | undefined): string =>
  typeof value === 'number' ? formatNumber(value) : (value ?? '');

const row = (value: string | number | undefined): string =>
  typeof value === 'number' ? rowName(value) : (value ?? '');

/** Where in a sheet a mark of a state secret stands. */
export const stateSecretPlaces = {
  cell: (cell: string) => `ô ${cell}`,
  page: 'đầu trang hoặc chân trang in',
  shape: 'một khung chữ đặt trên trang',
} as const;

const sentences = {
  HIDDEN_SHEET: (p) => `Trang "${p.title}" đang ẩn trong Excel.`,
  HIDDEN_ROWS: (p) =>
    `Có ${number(p.count)} dòng đang ẩn (dòng đầu: ${row(p.row)}) nên không nhập. Nếu cần, hãy bỏ ẩn trong Excel hoặc chọn nhập cả dòng ẩn.`,
  HIDDEN_COLUMNS: (p) =>
    `Cột ${p.column} (${p.title}) đang ẩn nên không nhập, trừ khi bạn chọn nhập cột này.`,
  UNKNOWN_COLUMN: (p) =>
    p.title === ''
      ? `Cột ${p.column} có dữ liệu nhưng không có tiêu đề, nên không nhập.`
      : `Cột ${p.column} (${p.title}) chưa nối với mục nào, nên không nhập.`,
  TOTAL_DIFFERS: (p) =>
    `Dòng ${row(p.row)} ghi "${p.label}" là ${number(p.written)}, nhưng đọc được ${number(p.read)}.`,
  SECTION_COUNT_DIFFERS: (p) =>
    `Dòng ${row(p.row)} ghi ${number(p.written)} người của "${p.label}", nhưng đọc được ${number(p.read)}.`,
  FORMULA_WITHOUT_VALUE: (p) =>
    `Có ${number(p.count)} ô công thức chưa có kết quả (ô đầu: ${p.cell}). Nếu cần các số này, hãy mở tệp bằng Excel rồi lưu lại.`,
  FORMULA_ERROR: (p) => `Có ${number(p.count)} ô công thức bị lỗi (ô đầu: ${p.cell}, ${p.value}).`,
  NO_HEADER: () =>
    'Không tìm thấy dòng tiêu đề cột (cần ít nhất ba tiêu đề quen thuộc, như Họ và tên, Ngày sinh, Chi bộ).',
  KIND_NOT_SUPPORTED: (p) => `Trang này là "${p.kind}", phiên bản này chưa nhập được loại này.`,
  REPEATED_HEADER: (p) => `Dòng ${row(p.row)} lặp lại tiêu đề cột, đã bỏ qua.`,
  TABLE_BESIDE: (p) =>
    `Từ cột ${p.column} ("${p.title}") là một bảng khác nằm bên phải danh sách; bảng đó không được đọc. Nếu là danh sách chia hai bên, hãy chép phần bên phải xuống dưới rồi nhập lại.`,
  SIDE_BY_SIDE: (p) =>
    `Danh sách chia thành ${number(p.count)} phần đặt cạnh nhau (cột ${p.columns}); các phần được đọc nối tiếp thành một danh sách.`,
  SECOND_TABLE: (p) =>
    `Từ dòng ${row(p.row)} có một bảng khác trong cùng trang; bảng này không được đọc. Hãy tách bảng sang trang riêng.`,
  YEAR_DIFFERS: (p) =>
    `Tiêu đề ghi năm ${p.titleYear}, nhưng ${p.source} là năm ${p.year}. Đang lấy năm ${p.used}; hãy kiểm tra lại.`,
  QUARTER_DIFFERS: (p) =>
    `Đang lấy ${p.used}, nhưng ${p.source} ghi ${p.quarter}. Hãy kiểm tra lại kỳ xếp loại.`,
  OTHER_PERIODS: (p) =>
    `Trang có cột xếp loại của nhiều kỳ. Đang đọc ${p.read}; chưa đọc ${p.others}. Nhập từng kỳ một: chọn kỳ khác ở ô "Kỳ xếp loại", hoặc giữ cột trong ghi chú.`,
  JOINED_ROWS: (p) =>
    `Có ${number(p.count)} dòng thuộc ô gộp của người ở dòng trên (dòng đầu: ${row(p.row)}), đã ghép vào cùng một người.`,
  SHIFTED_ROWS: (p) =>
    `Có ${number(p.count)} dòng bị lệch cột so với tiêu đề (dòng đầu: ${row(p.row)}). Bước xem trước cho đưa từng dòng về đúng cột; cũng có thể sửa trong Excel rồi nhập lại.`,
  CONVERTED: (p) =>
    `Trang dùng phông chữ cũ (${p.encoding}): đã chuyển ${number(p.count)} ô sang Unicode, ví dụ "${p.before}" thành "${p.after}".`,
  UNCONVERTED: (p) =>
    `Có ${number(p.count)} ô chứa ký tự không chuyển được sang Unicode (ô đầu: ${p.cell}, ký tự ${p.value}).`,
} satisfies Record<SheetWarning['code'], (params: Params) => string>;

/** The sentence of a warning about a sheet. */
export function sheetWarningMessage(warning: SheetWarning): string {
  return sentences[warning.code](warning.params);
}

/** Where a year or a quarter was found that differs from the one that is taken. */
export const yearSources = {
  title: 'tiêu đề của trang',
  column: 'tiêu đề cột',
  sheetName: 'tên trang',
  fileName: 'tên tệp',
  dates: 'phần lớn các ngày trong bảng',
} as const;

/** What a file is that cannot be read, as WORKBOOK_TYPE_UNSUPPORTED and WORKBOOK_NOT_A_WORKBOOK name it. */
export const fileTypeNames = {
  xls: '.xls (Excel 97-2003)',
  xlsb: '.xlsb',
  ods: '.ods (OpenDocument)',
  csv: '.csv',
  xml2003: 'XML Spreadsheet 2003',
  word: 'văn bản Word',
  powerpoint: 'bản trình chiếu PowerPoint',
  opendocument: 'văn bản OpenDocument',
  pdf: 'tài liệu PDF',
  html: 'trang web (HTML)',
  text: 'tệp văn bản thường',
  picture: 'tệp ảnh',
  damagedZip: 'tệp nén bị hỏng hoặc bị cắt cụt',
  zip: 'tệp nén (zip)',
  other: 'tệp loại khác',
} as const;
export type FileType = keyof typeof fileTypeNames;

/** How the limits are named in WORKBOOK_TOO_LARGE. */
export const limitNames = {
  fileBytes: (bytes: number) => `${Math.floor(bytes / 1024 / 1024)} MB`,
  unzippedBytes: (bytes: number) => `${Math.floor(bytes / 1024 / 1024)} MB sau khi giải nén`,
  cells: (cells: number) => `${formatNumber(cells)} ô`,
} as const;

/** A column as a sentence names it: 'cột D ("Quý I")'. */
export const columnPlace = (letter: string, title: string): string => `cột ${letter} ("${title}")`;
