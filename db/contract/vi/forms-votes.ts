/** Words of the meeting of a cell, its ballot and its count. */
export const ballotTexts = {
  title: 'PHIẾU ĐỀ XUẤT MỨC XẾP LOẠI',
  /** `period`: "năm 2025", "quý III năm 2026". */
  abstract: (period: string, withCollectives: boolean) =>
    `Chất lượng ${withCollectives ? 'tập thể, ' : ''}đảng viên ${period}`,
  subject: 'Tập thể, họ và tên',
  name: (unit: string, period: string) => `Phiếu đề xuất mức xếp loại ${period} - ${unit}`,
  howTo: 'Đánh dấu X vào một ô của mỗi dòng. Phiếu kín: không ghi tên, không ký, không đánh dấu riêng.',
  legend:
    'HTXSNV: hoàn thành xuất sắc nhiệm vụ; HTTNV: hoàn thành tốt nhiệm vụ; HTNV: hoàn thành nhiệm vụ; KHTNV: không hoàn thành nhiệm vụ.',
} as const;

export const meetingTexts = {
  title: 'BIÊN BẢN',
  abstract: (period: string) => `Họp đánh giá, xếp loại chất lượng đảng viên ${period}`,
  name: (unit: string, period: string) => `Biên bản họp đánh giá ${period} - ${unit}`,
  began: (time: string) => `Hội nghị bắt đầu hồi ${time}.`,
  unit: 'Tổ chức đảng',
  place: 'Địa điểm',
  total: 'Tổng số đảng viên',
  present: 'Có mặt',
  absent: 'Vắng mặt',
  absentList: 'Đảng viên vắng mặt (họ tên, lý do)',
  chair: 'Chủ trì',
  secretary: 'Thư ký',
  people: (count: number) => `${count} đồng chí`,
  /** "8 giờ 00, ngày 12/12/2025" */
  moment: (time: string, day: string) => `${time === '' ? '..... giờ .....' : time}, ngày ${day}`,
  votes: (ballots: string, base: string) => `${ballots}/${base} phiếu`,
  agenda: 'Nội dung',
  opinions: 'Ý kiến đối với từng đảng viên',
  opinionOn: (person: string, text: string) => `Đồng chí ${person}: ${text}`,
  results: 'Kết quả đề xuất mức xếp loại',
  result: 'Mức xếp loại đề xuất',
  ended: (time: string) =>
    `Hội nghị kết thúc hồi ${time}; biên bản đã được đọc cho mọi người dự họp nghe và nhất trí thông qua.`,
  writer: 'NGƯỜI GHI BIÊN BẢN',
  chairSignature: 'CHỦ TRÌ HỘI NGHỊ',
} as const;

export const countTexts = {
  title: 'BIÊN BẢN KIỂM PHIẾU',
  abstract: (period: string) => `Đề xuất mức xếp loại chất lượng đảng viên ${period}`,
  name: (unit: string, period: string) => `Biên bản kiểm phiếu ${period} - ${unit}`,
  opening: (time: string, unit: string) =>
    `Hồi ${time}, tổ kiểm phiếu của ${unit} đã tiến hành kiểm phiếu đề xuất mức xếp loại chất lượng đảng viên.`,
  place: 'Địa điểm',
  team: 'Tổ kiểm phiếu gồm',
  teamMember: (name: string, role: string) => `Đồng chí ${name}${role === '' ? '' : `, ${role}`}`,
  ballots: 'Kết quả phát, thu phiếu',
  issued: 'Số phiếu phát ra',
  returned: 'Số phiếu thu về',
  valid: 'Số phiếu hợp lệ',
  invalid: 'Số phiếu không hợp lệ',
  count: (count: string) => `${count} phiếu`,
  results: 'Kết quả đối với từng đảng viên',
  votes: 'SP',
  percent: '%',
  base: (valid: string) => `SP: số phiếu; tỷ lệ % tính trên ${valid} phiếu hợp lệ.`,
  teamSignature: 'TỔ KIỂM PHIẾU',
  chairSignature: 'CHỦ TRÌ HỘI NGHỊ',
} as const;
