import { formatNumber } from './numbers.ts';
import { ratingFieldLabels } from './ratings.ts';

/** The list of members with their levels. Its titles are those by which an import knows the columns again. */
export const ratingListPaperText = {
  name: 'Danh sách xếp loại đảng viên',
  title: (year: number) => `DANH SÁCH KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI ĐẢNG VIÊN NĂM ${year}`,
  fileName: (year: number, day: string) => `Danh sách xếp loại đảng viên năm ${year} ngày ${day}`,
  sheetName: 'Xếp loại',
  unit: (name: string) => `Đơn vị: ${name}`,
  asOf: (day: string) => `(tính đến ngày ${day})`,
  count: (rows: number) => `Danh sách có ${formatNumber(rows)} đồng chí.`,
  columns: {
    name: 'Họ và tên',
    birthDate: 'Ngày sinh',
    unit: 'Chi bộ',
    post: 'Chức vụ',
    ...ratingFieldLabels,
  },
} as const;
