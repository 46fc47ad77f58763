import type { SelfMark } from '../../domain/cycle.ts';
import type { FormSetId, ReviewOpinion } from '../form-sets.ts';

/** Number printed on a form, and its name in a choice of forms. */
export const formSetTexts = {
  'pledge-member': { number: '', name: 'Bản cam kết của đảng viên (8 mục)' },
  'pledge-leader': { number: '', name: 'Bản cam kết của cán bộ lãnh đạo, quản lý (11 mục)' },
  'pledge-short': { number: '', name: 'Bản cam kết rút gọn (4 mục)' },
  'review-2a-2025': {
    number: 'Mẫu 2A-HD KĐ.ĐG 2025',
    name: 'Mẫu 2A năm 2025: cá nhân không giữ chức vụ lãnh đạo, quản lý',
  },
  'review-2b-2025': {
    number: 'Mẫu 2B-HD KĐ.ĐG 2025',
    name: 'Mẫu 2B năm 2025: cán bộ lãnh đạo, quản lý',
  },
  'review-2c-2025': {
    number: 'Mẫu 2C-HD KĐ.ĐG 2025',
    name: 'Mẫu 2C năm 2025: đảng viên không làm việc trong hệ thống chính trị',
  },
  'review-02a-2023': {
    number: 'Mẫu 02A-HD KĐ.ĐG 2023',
    name: 'Mẫu 02A năm 2023: cá nhân không giữ chức vụ lãnh đạo, quản lý',
  },
  'review-02b-2023': {
    number: 'Mẫu 02B-HD KĐ.ĐG 2023',
    name: 'Mẫu 02B năm 2023: cán bộ lãnh đạo, quản lý',
  },
  'review-02-2019': { number: 'Mẫu 02-HD KĐ.ĐG 2019', name: 'Mẫu 02 năm 2019: cá nhân' },
  'collective-01-2025': { number: 'Mẫu 01-HD KĐ.ĐG 2025', name: 'Mẫu 01 năm 2025: tập thể' },
  'collective-01-2023': { number: 'Mẫu 01-HD KĐ.ĐG 2023', name: 'Mẫu 01 năm 2023: tập thể' },
  'collective-01-2019': { number: 'Mẫu 01-HD KĐ.ĐG 2019', name: 'Mẫu 01 năm 2019: tập thể' },
} as const satisfies Record<FormSetId, { number: string; name: string }>;

/** Guidance that issued the forms of reviews; dates stand in the data. */
export const guidanceTexts = {
  'hd-43-2025': { number: '43-HD/BTCTW', issuer: 'Ban Tổ chức Trung ương' },
  'hd-25-2023': { number: '25-HD/BTCTW', issuer: 'Ban Tổ chức Trung ương' },
  'hd-21-2019': { number: '21-HD/BTCTW', issuer: 'Ban Tổ chức Trung ương' },
} as const;

export const selfMarkNames = {
  excellent: 'Xuất sắc',
  good: 'Tốt',
  average: 'Trung bình',
  poor: 'Kém',
} as const satisfies Record<SelfMark, string>;

export const reviewOpinionNames = {
  agencyHead: 'Người đứng đầu cơ quan, đơn vị',
  cell: 'Chi ủy, chi bộ',
  committee: 'Đảng ủy, chi ủy cơ sở',
} as const satisfies Record<ReviewOpinion, string>;
