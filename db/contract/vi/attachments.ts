export const attachmentText = {
  title: 'Bản quét kèm theo',
  none: 'Chưa có bản quét nào.',
  add: 'Thêm bản quét…',
  open: 'Xem',
  openOf: (fileName: string) => `Xem ${fileName}`,
  save: 'Lưu ra tệp',
  saveOf: (fileName: string) => `Lưu ${fileName} ra tệp`,
  remove: 'Xóa',
  removeOf: (fileName: string) => `Xóa ${fileName}`,
  removeTitle: 'Xóa bản quét?',
  removeText: (fileName: string) =>
    `Bản quét "${fileName}" sẽ bị xóa khỏi dữ liệu và không lấy lại được. Tệp gốc trên máy (nếu còn) không bị ảnh hưởng.`,
  added: (fileName: string) => `Đã lưu bản quét "${fileName}" vào dữ liệu.`,
  removed: (fileName: string) => `Đã xóa bản quét "${fileName}".`,
  saved: (fileName: string) => `Đã lưu tệp "${fileName}".`,
  back: 'Trở lại',
  image: (fileName: string) => `Ảnh của ${fileName}`,
  /** "1,4 MB", "320 KB" */
  size: (bytes: number) =>
    bytes >= 1024 * 1024
      ? `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`
      : `${Math.max(1, Math.round(bytes / 1024))} KB`,
  /** Words of the main process's dialogs. */
  choose: 'Chọn bản quét (PDF, JPEG, PNG)',
  chooseButton: 'Lấy tệp này',
  fileType: 'Bản quét (PDF, JPEG, PNG)',
  saveTitle: 'Lưu bản quét ra tệp',
} as const;
