import type { RatingKind } from '../../domain/cycle.ts';

/** Papers of a dossier that are made for it alone, and the form in the panel of a person. */
export const dossierPaperTexts = {
  pledge: (year: number) => `Bản cam kết tu dưỡng, rèn luyện, phấn đấu năm ${year}`,
  /** `period`: "năm 2025", "quý III năm 2026". */
  review: (period: string, unit: string) =>
    `Bản kiểm điểm cá nhân ${period}${unit === '' ? '' : ` (${unit})`}`,
  remediation: (year: number) => `Các việc khắc phục hạn chế, khuyết điểm năm ${year}`,
  ratings: 'Kết quả đánh giá, xếp loại chất lượng',
  ratingsTitle: 'KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG',
  disciplines: 'Các hình thức kỷ luật',
  disciplinesTitle: 'CÁC HÌNH THỨC KỶ LUẬT',
  of: (person: string, years: string) => `của đồng chí ${person} (${years})`,
  ratingColumns: {
    period: 'Kỳ',
    as: 'Xếp loại',
    self: 'Tự xếp loại',
    proposed: 'Đề xuất',
    decided: 'Quyết định',
    score: 'Điểm',
    decision: 'Cơ quan quyết định, ngày',
  },
  disciplineColumns: {
    day: 'Ngày',
    form: 'Hình thức',
    decision: 'Quyết định số, cơ quan',
    post: 'Chức vụ, đơn vị khi đó',
    note: 'Ghi chú',
  },
  noDisciplines: 'Không có hình thức kỷ luật nào được ghi trong các năm này.',
} as const;

export const ratedAs = {
  member: 'Đảng viên',
  leader: 'Cán bộ lãnh đạo, quản lý',
  staff: 'Cán bộ, công chức, viên chức',
} as const satisfies Record<RatingKind, string>;

export const dossierText = {
  open: 'In hồ sơ',
  title: 'Hồ sơ kiểm điểm, xếp loại',
  lastYear: 'Đến năm',
  years: 'Số năm',
  disciplines: 'Kèm các hình thức kỷ luật (có ghi nhật ký)',
  yearsBad: 'Nhập số năm từ 1 đến 10.',
  lastYearBad: 'Nhập năm có bốn chữ số.',
  back: 'Về hồ sơ cán bộ',
} as const;
