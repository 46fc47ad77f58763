import type { ImportKind } from '../workbooks.ts';
import { importKindNames } from './imports.ts';
import { formatNumber } from './numbers.ts';

export const recipesText = {
  defaultName: (kind: ImportKind, sender: string) =>
    sender === '' ? importKindNames[kind] : `${importKindNames[kind]} – ${sender}`,
  title: 'Cách đọc đã lưu',
  intro:
    'Mỗi lần ghi, cách đọc của mẫu bảng (cột và loại dòng đã chọn) được lưu theo đơn vị gửi. Khi nhận bảng cùng mẫu, chương trình tự dùng lại.',
  used: (fileName: string, at: string) => `Dùng cách đọc đã lưu từ ${fileName}, ${at}.`,
  rows: (count: number) => `${formatNumber(count)} dòng được phân loại như lần trước.`,
  unused: 'Đọc lại từ đầu',
  missing: (titles: string) => `Bảng này không còn cột: ${titles}. Hãy kiểm tra các mục đó.`,
  name: 'Tên cách đọc',
  sender: 'Đơn vị gửi',
  noSender: 'không ghi',
  from: 'Lưu từ tệp',
  at: 'Dùng gần nhất',
  columns: 'Số cột',
  columnCount: (count: number) => formatNumber(count),
  rename: 'Đổi tên',
  renameOf: (name: string) => `Đổi tên cách đọc ${name}`,
  save: 'Lưu tên',
  remove: 'Xóa',
  removeOf: (name: string) => `Xóa cách đọc ${name}`,
  removeQuestion: (name: string) => `Xóa cách đọc "${name}"?`,
  removeSafe:
    'Dữ liệu đã nhập giữ nguyên. Lần sau gặp bảng cùng mẫu, chương trình sẽ tự nhận các cột từ đầu. Việc xóa không hoàn tác được.',
  removed: (name: string) => `Đã xóa cách đọc "${name}".`,
  renamed: (name: string) => `Đã đổi tên cách đọc thành "${name}".`,
} as const;
