/** Words of the yearly pledge. */
export const pledgePaperTexts = {
  title: 'BẢN CAM KẾT',
  abstract: (year: number) => `Tu dưỡng, rèn luyện, phấn đấu năm ${year}`,
  name: (person: string, year: number) => `Bản cam kết năm ${year} - ${person}`,
  batchName: (year: number) => `Bản cam kết năm ${year}`,
  listTitle: (year: number) => `Bản cam kết tu dưỡng, rèn luyện, phấn đấu năm ${year}`,
  opening: (year: number) =>
    `Tôi cam kết tu dưỡng, rèn luyện, phấn đấu năm ${year} với những nội dung cụ thể như sau:`,
  closing:
    'Tôi xin hứa thực hiện nghiêm túc các nội dung cam kết nêu trên; kết quả thực hiện là một nội dung kiểm điểm cuối năm.',
  target: (text: string) => `kết quả cần đạt: ${text}`,
  finding: (text: string) => `Hạn chế, khuyết điểm đã được chỉ ra: ${text}`,
  confirmedByCell: 'XÁC NHẬN CỦA CHI ỦY',
  confirmedByAgency: 'XÁC NHẬN CỦA CẤP ỦY/ CƠ\u00a0QUAN\u00a0QUẢN\u00a0LÝ',
  signer: 'NGƯỜI CAM KẾT',
  /** Basis in common use; the days of the two conclusions are not confirmed, the office can write its own lines. */
  basis: [
    'Căn cứ Nghị quyết số 04-NQ/TW, ngày 30/10/2016 của Ban Chấp hành Trung ương Đảng khóa XII;',
    'Căn cứ Kết luận số 21-KL/TW, ngày 25/10/2021 của Ban Chấp hành Trung ương Đảng khóa XIII;',
    'Căn cứ Kết luận số 01-KL/TW, ngày 18/5/2021 của Bộ Chính trị về tiếp tục thực hiện Chỉ thị số 05-CT/TW;',
    'Căn cứ các quy định của Trung ương về trách nhiệm nêu gương của cán bộ, đảng viên.',
  ],
} as const;
