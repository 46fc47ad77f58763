import { formatNumber } from './numbers.ts';

/** Words that many screens share. */
export const commonText = {
  appName: 'Tu Dưỡng',
  save: 'Lưu',
  saving: 'Đang lưu…',
  cancel: 'Hủy',
  close: 'Đóng',
  edit: 'Sửa',
  undo: 'Hoàn tác',
  discard: 'Bỏ thay đổi',
  retry: 'Thử lại',
  show: 'Hiện',
  loading: 'Đang tải…',
  none: 'Chưa có',
  total: 'Tổng cộng',
  people: (count: number) => `${formatNumber(count)} người`,
  notices: 'Thông báo',
  closeNotice: 'Đóng thông báo',
  closePanel: 'Đóng khung chi tiết',
  loadFailed: 'Chưa tải được nội dung này',
  unsavedTitle: 'Bạn có thay đổi chưa lưu',
  unsavedText: 'Nếu rời trang này, những nội dung vừa nhập sẽ mất.',
  unsavedStay: 'Ở lại để lưu',
  unsavedLeave: 'Bỏ thay đổi',
  pageBroken: 'Trang này gặp lỗi nên không hiện được',
  pageBrokenText: 'Dữ liệu đã lưu vẫn an toàn. Hãy mở lại trang; nếu lỗi lặp lại, báo cho người hỗ trợ.',
  reopenPage: 'Mở lại trang',
} as const;

/** What the window says while the data service restarts or is gone. */
export const serviceText = {
  restarting:
    'Phần quản lý dữ liệu đang khởi động lại. Dữ liệu đã lưu vẫn an toàn; hãy chờ trong giây lát rồi làm tiếp.',
  back: 'Phần quản lý dữ liệu đã hoạt động trở lại.',
  goneTitle: 'Phần quản lý dữ liệu đã dừng',
  goneSafe: 'Dữ liệu đã lưu vẫn an toàn trên máy này. Việc đang ghi dở (nếu có) không được ghi một phần nào.',
  goneSteps: [
    'Đóng chương trình rồi mở lại.',
    'Nếu vẫn như vậy: khởi động lại máy tính, kiểm tra ổ đĩa còn chỗ trống, rồi mở lại chương trình.',
    'Nếu vẫn không được: giữ nguyên thư mục dữ liệu, không xóa tệp nào, và báo cho người hỗ trợ.',
  ],
  closeProgram: 'Đóng chương trình',
  tryAgain: 'Thử mở lại',
} as const;
