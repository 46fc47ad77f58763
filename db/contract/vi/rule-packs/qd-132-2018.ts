import type { RulePack } from '../../../domain/rule-packs.ts';
import { confirmed } from './common.ts';
import { headNotAboveCollective, staffExcellent } from './shared-conditions.ts';
import { decisionOrdersOf, specialCases } from './special-cases.ts';

const read = confirmed('HD 21-HD/BTCTW ngày 18/10/2019 (thuvienphapluat.vn, luatvietnam.vn).');

/**
 * QĐ 132-QĐ/TW (08/03/2018, Bộ Chính trị) with HD 21-HD/BTCTW (18/10/2019, Ban Tổ chức Trung ương): reviews of 2019 to
 * 2022; no score. It begins on the day of the guidance: 2018 was reviewed under an older one with other forms.
 */
export const rulePack132: RulePack = {
  id: 'qd-132-2018',
  title: 'Kiểm điểm và đánh giá, xếp loại chất lượng theo Quy định 132-QĐ/TW (năm 2019 đến 2022)',
  rule: { number: '132-QĐ/TW', date: '2018-03-08', issuer: 'Bộ Chính trị' },
  guidance: { number: '21-HD/BTCTW', date: '2019-10-18', issuer: 'Ban Tổ chức Trung ương' },
  validFrom: '2019-10-18',
  validTo: '2023-10-03',
  scoring: null,
  criteriaTables: [],
  conditions: [staffExcellent(read), headNotAboveCollective],
  listedCases: [],
  specialCases: specialCases(read),
  orders: decisionOrdersOf(read),
};
