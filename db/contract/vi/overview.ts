import { formatNumber } from './numbers.ts';

const n = formatNumber;

export const overviewText = {
  officials: 'Cán bộ, đảng viên',
  organizations: 'Tổ chức đảng',
  ratedThisYear: (year: number) => `Đã xếp loại năm ${year}`,
  ratedOf: (rated: number, total: number) => `${n(rated)} / ${n(total)}`,
  nextTitle: 'Việc nên làm tiếp',
  nextImportOfficials: 'Nhập danh sách cán bộ, đảng viên từ tệp Excel sẵn có của cơ quan.',
  nextImportOfficialsAct: 'Nhập danh sách từ Excel',
  nextOpenCycle: (year: number) =>
    `Chưa mở kỳ kiểm điểm năm ${year}. Mở kỳ để lập danh sách, chọn bộ quy định và ghi các thời hạn.`,
  nextOpenCycleAct: 'Mở kỳ kiểm điểm',
  nextPledges: (count: number, year: number) => `Còn ${n(count)} người chưa nộp bản cam kết năm ${year}.`,
  nextPledgesAct: 'Mở danh sách cam kết',
  nextReviews: (count: number, year: number) => `Còn ${n(count)} người chưa nộp bản kiểm điểm năm ${year}.`,
  nextReviewsAct: 'Mở danh sách kiểm điểm',
  nextRate: (year: number) =>
    `Chưa có kết quả xếp loại năm ${year}. Có thể nhập từ Excel hoặc xếp trực tiếp trên bảng.`,
  nextRateAct: 'Nhập xếp loại từ Excel',
  nextRateGridAct: 'Mở bảng xếp loại',
  nextUnrated: (count: number, year: number) => `Còn ${n(count)} người chưa xếp loại năm ${year}.`,
  nextReport: (year: number) =>
    `Mọi người thuộc diện đã được xếp loại năm ${year}. Có thể xem và in biểu tổng hợp.`,
  nextReportAct: 'Mở biểu tổng hợp',
  cycleTitle: (year: number) => `Tiến độ kỳ kiểm điểm năm ${year} (cả cơ quan)`,
  cycleStep: 'Việc',
  cycleDone: 'Đã xong',
  cycleDue: 'Thời hạn',
  openStep: (step: string) => `Mở ${step}`,
  yearsTitle: 'Kết quả xếp loại các năm',
  yearsEmpty: 'Chưa có năm nào có kết quả xếp loại.',
  yearColumn: 'Năm',
  ratedColumn: 'Đã xếp loại',
  openYear: (year: number) => `Xem năm ${year}`,
  lastImportTitle: 'Lần nhập gần nhất',
  lastImport: (fileName: string, rows: number) => `${fileName} – ${n(rows)} dòng`,
  noImport: 'Chưa nhập tệp nào.',
  allImports: 'Xem các lần nhập',
} as const;
