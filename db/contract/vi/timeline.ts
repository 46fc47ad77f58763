import type { RatingKind } from '../../domain/cycle.ts';

export const ratingKindNames = {
  member: 'Xếp loại đảng viên',
  leader: 'Xếp loại cán bộ lãnh đạo, quản lý',
  staff: 'Xếp loại công chức, viên chức',
} as const satisfies Record<RatingKind, string>;
const quarters = ['I', 'II', 'III', 'IV'] as const;

/** Words of the thread of a person, one line of them a kind. */
export const timelineText = {
  title: 'Quá trình',
  empty: 'Chưa ghi việc nào.',
  beforeBook: 'Từ trước khi ghi sổ',
  admitted: 'Vào Đảng',
  fullMember: 'Đảng viên chính thức',
  membership: (unit: string) => `Sinh hoạt tại ${unit}`,
  participation: (status: string) => `Tình trạng: ${status.toLowerCase()}`,
  rating: (of: RatingKind, quarter: number, level: string) =>
    `${ratingKindNames[of]}${quarter === 0 ? '' : ` quý ${quarters[quarter - 1]}`}: ${level}`,
  review: (year: number, quarter: number, status: string) =>
    `Kiểm điểm ${quarter === 0 ? '' : `quý ${quarters[quarter - 1]} `}năm ${year}: ${status.toLowerCase()}`,
  pledge: (year: number, status: string) => `Cam kết năm ${year}: ${status.toLowerCase()}`,
  remediation: (year: number, state: string) =>
    `Khắc phục sau kiểm điểm năm ${year}: ${state.toLocaleLowerCase('vi')}`,
  remediationDue: (day: string) => `hạn ${day}`,
  remediationBy: (name: string) => `${name} chịu trách nhiệm`,
  remediationOpen: 'Mở nhiệm vụ',
  pledgeOpen: 'Mở bản cam kết',
  pledgeItems: (items: number) => `${items} việc`,
  pledgeDone: (done: number) => `${done} việc đã hoàn thành khi kiểm tra giữa năm`,
  shortcoming: (text: string) => `Hạn chế: ${text}`,
  prompts: (answered: number, all: number) => `Gợi ý kiểm điểm đã giải trình: ${answered}/${all}`,
  discipline: (branch: string, form: string) => `${branch}: ${form.toLowerCase()}`,
  until: (day: string) => `đến ${day}`,
} as const;
