import type { ItemResult, MidYearMark, PledgeStatus, PledgeVariant } from '../../domain/cycle.ts';

export const pledgeStatusNames = {
  notFiled: 'Chưa nộp',
  filed: 'Đã nộp',
  confirmed: 'Đã xác nhận',
  returned: 'Trả lại',
} as const satisfies Record<PledgeStatus, string>;

export const pledgeVariantNames = {
  member: 'Đảng viên',
  leader: 'Cán bộ lãnh đạo, quản lý',
} as const satisfies Record<PledgeVariant, string>;

export const midYearNames = {
  done: 'Đã hoàn thành',
  onTrack: 'Đúng tiến độ',
  behind: 'Chậm',
  notStarted: 'Chưa thực hiện',
} as const satisfies Record<MidYearMark, string>;

export const itemResultNames = {
  done: 'Đã thực hiện',
  partly: 'Thực hiện một phần',
  notDone: 'Chưa thực hiện',
} as const satisfies Record<ItemResult, string>;
