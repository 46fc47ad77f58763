/** Names of the pages: navigation, page heads and the menu read them here. */
export const pageNames = {
  overview: 'Tổng quan',
  officials: 'Cán bộ, đảng viên',
  organizations: 'Tổ chức đảng',
  cycle: 'Kỳ kiểm điểm',
  pledges: 'Cam kết',
  reviews: 'Kiểm điểm',
  ratings: 'Xếp loại',
  remediation: 'Khắc phục',
  imports: 'Nhập Excel',
  reports: 'Báo cáo',
  settings: 'Cài đặt',
  help: 'Trợ giúp',
} as const;

export const navigationText = {
  main: 'Điều hướng chính',
  skipToContent: 'Tới nội dung trang',
  topBar: 'Phạm vi và tìm kiếm',
  year: 'Năm',
  unit: 'Đơn vị',
  allUnits: 'Tất cả đơn vị',
  findUnit: 'Lọc tên đơn vị',
  noUnitFound: 'Không có đơn vị nào khớp',
  noUnitYet: 'Chưa có đơn vị nào',
  clearSearch: 'Xóa nội dung tìm',
  logout: 'Đăng xuất',
  signedInAs: (name: string) => `Đang dùng: ${name}`,
  dropHere: 'Thả tệp Excel vào đây để xem trước',
  dropSafe: 'Chưa ghi gì vào dữ liệu cho đến khi bạn xác nhận.',
  dropOneFile: 'Mỗi lần chỉ nhận một tệp. Hãy thả từng tệp một.',
} as const;
