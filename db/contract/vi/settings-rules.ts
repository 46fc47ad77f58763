import type { SettingKey } from '../settings.ts';

export const settingNames = {
  rulePackOverrides: 'Giá trị riêng cho những điểm quy định chưa rõ',
  deadlines: 'Thời hạn trong năm',
  votingRule: 'Cách tính kết quả bỏ phiếu',
  capException: 'Tỷ lệ xuất sắc cao hơn cho nơi được cấp có thẩm quyền đồng ý',
  basePartyKinds: 'Loại tổ chức được tính là tổ chức cơ sở đảng',
  paperLayout: 'Cách trình bày văn bản',
  pledgeBasis: 'Các dòng căn cứ của bản cam kết',
  remediationSoonDays: 'Báo sắp đến hạn khắc phục trước (ngày)',
  violationsCountOnce: 'Một vi phạm chỉ tính vào xếp loại một lần',
  samePledgeTexts: 'Báo khi bản cam kết giống hệt từ bao nhiêu bản khác trở lên',
  admissionAges: 'Rà soát dữ liệu: tuổi khi vào Đảng',
  probationMonths: 'Rà soát dữ liệu: số tháng từ ngày vào Đảng đến ngày chính thức',
} as const satisfies Record<SettingKey, string>;

/** Where the default comes from. */
export const settingNotes = {
  rulePackOverrides: 'Chỉ những điểm chưa xác nhận mới đặt khác được.',
  deadlines: 'Phần lớn là thông lệ; ngày do địa phương định.',
  votingRule:
    'Thông lệ: quá nửa số có mặt; không mức nào đủ thì cộng dồn từ mức cao nhất xuống. Chưa tìm thấy trong văn bản.',
  capException: 'Có quy định cho phép cao hơn 20%; mức 25% chưa xác nhận.',
  basePartyKinds:
    'Giới hạn xuất sắc tính trong tổ chức gần nhất ở trên thuộc các loại này; không có thì tính trong tổ chức cao nhất. Chưa có văn bản nói rõ cho mô hình mới.',
  paperLayout:
    'Hai cách đọc HD 05-HD/VPTW ngày 27/5/2026: A giãn dòng 19 pt, căn cứ chữ đứng; B giãn dòng 18 pt, căn cứ chữ nghiêng, chức vụ người ký in đậm. Chưa đối chiếu với văn bản gốc.',
  pledgeBasis: 'Mỗi dòng một căn cứ; để trống thì in các dòng thông dụng. Không có mẫu thống nhất toàn quốc.',
  remediationSoonDays: 'Do chương trình đặt; không có quy định.',
  violationsCountOnce:
    'HD 21-HD/BTCTW ngày 18/10/2019 nói rõ; chưa xác nhận theo Quy định 366-QĐ/TW. Năm được tính ghi ở từng mục kỷ luật.',
  samePledgeTexts: 'Do chương trình đặt; không có quy định.',
  admissionAges:
    '18 đến 60 tuổi: QĐ 24-QĐ/TW ngày 30/7/2021, QĐ 208-QĐ/TW ngày 26/7/2026. Mỗi người được xét theo mức của ngày vào Đảng; ngoài mức này chỉ là lời nhắc, không chặn.',
  probationMonths:
    'Dự bị 12 tháng: Điều lệ Đảng, điều 5. Khoảng 11 đến 18 tháng do chương trình đặt, vì quyết định thường có sau đó vài tháng; ngoài khoảng này chỉ là lời nhắc, không chặn.',
} as const satisfies Record<SettingKey, string>;
