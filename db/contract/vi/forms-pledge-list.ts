import { formatNumber } from './numbers.ts';
import { pledgesText } from './pledges.ts';

/** The list of pledges on paper. */
export const pledgeListPaperText = {
  name: 'Danh sách cam kết',
  title: (year: number) => `DANH SÁCH KÝ CAM KẾT NĂM ${year}`,
  titleNotSigned: (year: number) => `DANH SÁCH CHƯA NỘP BẢN CAM KẾT NĂM ${year}`,
  fileName: (year: number, day: string) => `Danh sách cam kết năm ${year} ngày ${day}`,
  fileNameNotSigned: (year: number, day: string) => `Danh sách chưa nộp cam kết năm ${year} ngày ${day}`,
  sheetName: 'Cam kết',
  unit: (name: string) => `Đơn vị: ${name}`,
  shown: (show: keyof typeof pledgesText.shows) => `Lọc: ${pledgesText.shows[show].toLocaleLowerCase('vi')}`,
  search: (typed: string) => `Tên có: ${typed}`,
  asOf: (day: string) => `(tính đến ngày ${day})`,
  /** What the percent is of stands beside it, also where the list shows some only. */
  count: (rows: number, signedOfBase: string) => `Danh sách có ${formatNumber(rows)} người. ${signedOfBase}.`,
  columns: {
    name: pledgesText.name,
    birthDate: pledgesText.birthDate,
    unit: pledgesText.unit,
    variant: pledgesText.variantShort,
    status: pledgesText.status,
    signedOn: pledgesText.signedOn,
    confirmedBy: pledgesText.confirmedBy,
    reason: pledgesText.reason,
  },
} as const;
