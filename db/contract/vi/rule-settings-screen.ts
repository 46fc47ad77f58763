import { formatNumber } from './numbers.ts';

/** The settings of rule packs and of what rules leave open. */
export const ruleSettingsText = {
  packsTitle: 'Bộ quy định kiểm điểm, xếp loại',
  packsText:
    'Mỗi năm theo bộ quy định có hiệu lực vào ngày chốt. Điểm đã xác nhận trong văn bản thì không đổi được; điểm còn lại là giá trị tạm, cơ quan có thể đặt theo hướng dẫn của cấp trên.',
  rule: (rule: { number: string; date: string; issuer: string }) =>
    `${rule.number} ngày ${rule.date}, ${rule.issuer}`,
  guidance: (rule: { number: string; date: string; issuer: string }) =>
    `Hướng dẫn ${rule.number} ngày ${rule.date}, ${rule.issuer}`,
  valid: (from: string, to: string | null) =>
    to === null ? `Hiệu lực từ ${from}` : `Hiệu lực ${from} – ${to}`,
  locked: (years: readonly number[]) =>
    `Đã khóa cho năm ${years.join(', ')}: các năm này giữ bản riêng, sửa ở đây không làm thay đổi.`,
  facts: (count: number, open: number) =>
    `${formatNumber(count)} điểm, ${formatNumber(open)} điểm cơ quan đặt được`,
  fact: 'Nội dung',
  aspect: 'Mục',
  byRule: 'Theo bộ quy định',
  status: 'Mức tin cậy',
  own: 'Giá trị của cơ quan',
  asRule: 'Theo bộ quy định',
  yes: 'Có',
  no: 'Không',
  packSaved: (title: string) => `Đã lưu giá trị của cơ quan cho: ${title}.`,
  openTitle: 'Những điểm quy định để ngỏ',
  openText: 'Giá trị ban đầu là thông lệ hoặc do chương trình đặt; ghi rõ nguồn ở từng mục.',
  saved: (name: string) => `Đã lưu: ${name}.`,
  violationsCountOnce: 'Chỉ hạ xếp loại ở một năm, kể cả khi bị kỷ luật đảng và chính quyền ở hai năm',
  cascade: 'Không mức nào đủ thì cộng dồn từ mức cao nhất xuống',
  layout: 'Cách trình bày',
  layouts: {
    A: 'A: giãn dòng 19 pt, căn cứ chữ đứng, chức vụ người ký chữ thường',
    B: 'B: giãn dòng 18 pt, căn cứ chữ nghiêng, chức vụ người ký in đậm',
  },
  basisLines: 'Các dòng căn cứ',
  basisTooLong: 'Nhiều nhất 20 dòng, mỗi dòng không quá 400 ký tự.',
  votingBase: 'Một mức được đề xuất khi có',
  exceptionPercent: 'Tỷ lệ tối đa (%)',
  exceptionUnits: 'Nơi được đồng ý',
  exceptionNone: 'Chưa nơi nào.',
  exceptionAdd: 'Thêm nơi được đồng ý',
  exceptionChoose: 'Chọn tổ chức…',
  remove: (name: string) => `Bỏ ${name}`,
  days: 'Số ngày',
  pledges: 'Số bản khác giống hệt',
  limits: (name: string) => `Các mức: ${name}`,
  limitFrom: 'Vào Đảng từ ngày',
  limitSinceEver: 'từ trước đến nay',
  limitLeast: (unit: string) => `Từ (${unit})`,
  limitMost: (unit: string) => `Đến (${unit})`,
  years: 'tuổi',
  months: 'tháng',
  limitAdd: 'Thêm mức từ một ngày',
  limitRemove: (place: number) => `Bỏ mức thứ ${formatNumber(place)}`,
  limitShown: ({ from, least, most }: { from: string; least: string; most: string }) =>
    `${from === '' ? 'từ trước' : `từ ${from}`}: ${least}–${most}`,
  limitOrder: 'Nhập đủ ngày, tháng, năm; mỗi mức phải bắt đầu sau mức đứng trước.',
  limitRange: 'Số sau phải bằng hoặc lớn hơn số trước.',
  dayMonthInvalid: 'Nhập ngày và tháng, ví dụ 31/12.',
  nextYear: 'năm sau',
  numberInvalid: 'Nhập một số nguyên trong giới hạn cho phép.',
} as const;
