/** Words of the main process: dialogs, file types, and the screens shown when the page itself is not there. */
export const desktopText = {
  appName: 'Tu Dưỡng',
  openWorkbook: 'Chọn tệp Excel để nhập',
  openWorkbookButton: 'Mở tệp',
  savePdf: 'Lưu bản in thành tệp PDF',
  saveWorkbook: 'Xuất ra tệp Excel',
  saveWord: 'Lưu thành tệp Word để sửa',
  saveButton: 'Lưu',
  fileTypes: {
    workbook: 'Bảng tính Excel',
    pdf: 'Tài liệu PDF',
    word: 'Văn bản Word',
    all: 'Mọi loại tệp',
  },
  /** A size as a limit is written, e.g. "60 MB". */
  megabytes: (count: number) => `${count} MB`,
} as const;

/** The page that main shows by itself when the window's own page cannot be loaded or has crashed twice. */
export const errorPageText = {
  title: 'Chương trình chưa mở được màn hình làm việc',
  whatHappened:
    'Phần hiển thị của chương trình không tải được sau nhiều lần thử. Dữ liệu đã lưu vẫn còn nguyên trên máy.',
  whatToDo:
    'Hãy bấm "Thử lại". Nếu vẫn không được, hãy đóng chương trình rồi mở lại; nếu lỗi lặp lại, hãy khởi động lại máy hoặc cài lại chương trình (dữ liệu không bị xóa).',
  retry: 'Thử lại',
  reference: (code: string) => `Mã tra cứu: ${code}`,
} as const;
