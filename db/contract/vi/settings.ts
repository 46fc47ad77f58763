/** Settings: heads and signature block, cap rules, about. */
export const officeFieldLabels = {
  name: 'Tên cơ quan',
  superiorHead: 'Tổ chức đảng cấp trên',
  issuingHead: 'Tổ chức đảng ban hành',
  placeName: 'Địa danh',
  signatureAuthority: 'Thể thức đề ký',
  signatureTitle: 'Chức vụ người ký',
  signerName: 'Họ và tên người ký',
} as const;

export const officeChange = {
  label: 'Áp dụng từ ngày',
  example: 'dd/mm/yyyy',
  hint: 'Để trống khi chỉ sửa cho đúng: văn bản cũ in lại cũng theo dòng mới. Ghi ngày khi tên, địa danh hoặc người ký thay đổi từ ngày đó: văn bản của những ngày trước in lại vẫn như cũ.',
} as const;

export const officeFieldHints = {
  name: 'Ví dụ: Văn phòng Đảng ủy xã Sông Mây',
  superiorHead: 'Dòng đầu, ví dụ: ĐẢNG BỘ TỈNH ĐÔNG SƠN',
  issuingHead: 'Dòng thứ hai, ví dụ: ĐẢNG ỦY XÃ SÔNG MÂY',
  placeName: 'Ví dụ: Sông Mây',
  signatureAuthority: 'Ví dụ: T/M ĐẢNG ỦY',
  signatureTitle: 'Ví dụ: BÍ THƯ',
  signerName: 'Ví dụ: Nguyễn Văn An',
} as const;

export const sourceStatusNames = {
  confirmed: 'Đã xác nhận',
  secondary: 'Nguồn thứ cấp',
  unconfirmed: 'Chưa xác nhận',
} as const;

export const sourceStatusNotes = {
  confirmed: 'Đã đối chiếu với văn bản gốc.',
  secondary: 'Lấy từ bài viết, hướng dẫn lại; cần đối chiếu với văn bản của cấp trên.',
  unconfirmed: 'Chưa tìm được văn bản gốc; hãy hỏi cấp trên trước khi dùng.',
} as const;

export const settingsText = {
  officeTitle: 'Cơ quan và thể thức văn bản in',
  officeText: 'Những dòng này đứng ở đầu và cuối mọi bản in. Ô để trống thì bản in chừa chỗ trống.',
  sampleTitle: 'Trên bản in sẽ như sau',
  sampleParty: 'ĐẢNG CỘNG SẢN VIỆT NAM',
  samplePlaceDate: (place: string) => `${place}, ngày … tháng … năm …`,
  saved: 'Đã lưu thông tin cơ quan.',
  undone: 'Đã trả lại thông tin cơ quan như trước.',
  suggestion: (file: string) => `Tệp đã nhập "${file}" ghi ở đầu trang:`,
  takeSuggestion: 'Điền vào các ô',
  notSaved: 'Có thay đổi chưa lưu',
  readOnly: 'Chỉ người quản trị được sửa phần này.',
  capTitle: 'Giới hạn tỷ lệ hoàn thành xuất sắc nhiệm vụ',
  capText:
    'Chương trình chỉ tính và báo giới hạn; cấp có thẩm quyền quyết định. Cách tính mỗi nơi hướng dẫn khác nhau, nên hãy đối chiếu với hướng dẫn của cấp trên.',
  capPeriod: (from: string, to: string | null) => (to === null ? `Từ ${from}` : `Từ ${from} đến ${to}`),
  capPercent: 'Tỷ lệ tối đa (%)',
  capBase: 'Tính trên',
  capScope: 'Phạm vi tính',
  capRounding: 'Làm tròn',
  capSource: 'Căn cứ',
  capValid: 'Hiệu lực',
  capSourceStatus: 'Mức tin cậy của căn cứ',
  capSaved: 'Đã lưu quy định về giới hạn.',
  capUndone: 'Đã trả lại quy định về giới hạn như trước.',
  capPercentInvalid: 'Nhập số từ 0 đến 100, có thể có phần lẻ sau dấu phẩy, ví dụ 20 hoặc 22,5.',
  capEmpty: 'Chưa có quy định nào về giới hạn.',
  capExample: (allowed: number, good: number) =>
    `Ví dụ: có ${good} người thuộc diện làm căn cứ thì được tối đa ${allowed} người hoàn thành xuất sắc.`,
  aboutTitle: 'Về chương trình',
  version: 'Phiên bản',
  engine: 'Nền Electron',
  dataFolder: 'Thư mục dữ liệu',
  dataNote: 'Dữ liệu được mã hóa và chỉ nằm trong thư mục này. Chương trình không gửi gì ra ngoài.',
} as const;
