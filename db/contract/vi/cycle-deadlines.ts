import type { CycleStep, DeadlineSettings } from '../../domain/cycle-deadlines.ts';

export const cycleStepNames = {
  pledges: 'Nộp bản cam kết',
  plan: 'Ban hành kế hoạch kiểm điểm cuối năm',
  prompts: 'Gửi văn bản gợi ý kiểm điểm',
  selfReviews: 'Nộp bản kiểm điểm',
  staffRatings: 'Có kết quả xếp loại cán bộ, công chức, viên chức',
  meetings: 'Họp kiểm điểm, bỏ phiếu',
  decisions: 'Quyết định, thông báo xếp loại',
  summaryReport: 'Gửi báo cáo, biểu tổng hợp lên cấp trên',
  remediationPlan: 'Ban hành kế hoạch khắc phục sau kiểm điểm',
} as const satisfies Record<CycleStep, string>;

/** Where the default of a step comes from. */
export const cycleStepNotes = {
  pledges: 'Thông lệ quý I; ngày do địa phương định.',
  plan: 'Thông lệ tháng 10, tháng 11; ngày do địa phương định.',
  prompts: 'Thông lệ tháng 10, tháng 11; ngày do địa phương định.',
  selfReviews: 'Thông lệ tháng 11, tháng 12; ngày do địa phương định.',
  staffRatings: 'Trước ngày 15/12 theo NĐ 90/2020/NĐ-CP; chưa đối chiếu với NĐ 335/2025/NĐ-CP.',
  meetings: 'Thông lệ tháng 11, tháng 12; ngày do địa phương định.',
  decisions: 'Thông lệ: hết tháng 12 ở chi bộ và cơ sở; ngày do tỉnh định.',
  summaryReport: 'Thông lệ: hết tháng 12 ở chi bộ và cơ sở; ngày do tỉnh định.',
  remediationPlan: 'Thông lệ quý I năm sau; ngày do địa phương định.',
} as const satisfies Record<CycleStep, string>;

/** Of the one due day of a quarter. */
export const quarterDayNote = 'Trong tháng cuối quý; ngày do tỉnh định, đặt ở trang Cài đặt.';

export const deadlineSettingNames = {
  quarterDay: 'Ngày trong tháng cuối quý phải xong đánh giá quý',
  moveWeekends: 'Hạn rơi vào thứ bảy, chủ nhật thì chuyển sang thứ hai',
} as const satisfies Record<Exclude<keyof DeadlineSettings, 'days'>, string>;
