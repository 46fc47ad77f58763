import { periodTitle, periodWords } from './cycles.ts';
import { formatNumber } from './numbers.ts';
import { ratingFieldLabels } from './ratings.ts';

type GridKind = 'member' | 'leader';
interface Listed {
  year: number;
  /** 0: the whole year. */
  quarter: number;
  of: GridKind;
}

const peopleOf = {
  member: 'đảng viên',
  leader: 'cán bộ lãnh đạo, quản lý',
} as const satisfies Record<GridKind, string>;

/** The list of members with their levels. Its titles are those by which an import knows the columns again. */
export const ratingListPaperText = {
  name: (of: GridKind) => `Danh sách xếp loại ${peopleOf[of]}`,
  title: ({ year, quarter, of }: Listed) =>
    `DANH SÁCH KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI ${peopleOf[of].toUpperCase()} ${periodTitle(year, quarter).toUpperCase()}`,
  fileName: ({ year, quarter, of }: Listed, day: string) =>
    `Danh sách xếp loại ${peopleOf[of]} ${periodWords(year, quarter)} ngày ${day}`,
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
