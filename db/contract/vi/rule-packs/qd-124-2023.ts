import type { PackCondition, RulePack } from '../../../domain/rule-packs.ts';
import { confirmed, unconfirmed } from './common.ts';
import { headNotAboveCollective, noListedCase, staffExcellent } from './shared-conditions.ts';
import { decisionOrdersOf, specialCases } from './special-cases.ts';

const article = 'QĐ 124-QĐ/TW ngày 04/10/2023';
const read = confirmed('xaydungchinhsach.chinhphu.vn.');
const from2019 = unconfirmed('Theo HD 21-HD/BTCTW (18/10/2019); chưa đối chiếu với HD 25-HD/BTCTW.');

const common = { article, enabled: true, forbids: true, source: read };
const conditions: PackCondition[] = [
  {
    ...common,
    id: 'targets-completed',
    kind: 'targetsReached',
    subjects: ['collective'],
    level: 'completed',
    percentHundredths: 5000,
    text: 'Hoàn thành ít nhất 50% chỉ tiêu; dưới mức này là không hoàn thành nhiệm vụ.',
  },
  {
    ...common,
    id: 'subordinates-completed',
    kind: 'subordinatesDisciplined',
    subjects: ['collective'],
    level: 'completed',
    percentHundredths: 2000,
    text: 'Không quá 20% đơn vị trực thuộc bị kỷ luật.',
  },
  noListedCase(article, unconfirmed('Danh mục đọc được chưa đầy đủ.')),
  staffExcellent(from2019),
  headNotAboveCollective,
];

/**
 * QĐ 124-QĐ/TW (04/10/2023, Bộ Chính trị) with HD 25-HD/BTCTW (10/11/2023, Ban Tổ chức Trung ương): reviews of 2023
 * and 2024. Not to be taken for 124-QĐ/TW of 02/02/2018 (Ban Bí thư), on supervision by the Front.
 */
export const rulePack124: RulePack = {
  id: 'qd-124-2023',
  title: 'Kiểm điểm và đánh giá, xếp loại chất lượng theo Quy định 124-QĐ/TW (năm 2023, 2024)',
  rule: { number: '124-QĐ/TW', date: '2023-10-04', issuer: 'Bộ Chính trị' },
  guidance: { number: '25-HD/BTCTW', date: '2023-11-10', issuer: 'Ban Tổ chức Trung ương' },
  validFrom: '2023-10-04',
  validTo: '2025-08-29',
  scoring: null,
  criteriaTables: [],
  conditions,
  listedCases: [
    {
      id: 'disunity',
      subjects: ['collective'],
      text: 'Mất đoàn kết nội bộ đã được xác minh, kết luận.',
      source: read,
    },
  ],
  specialCases: specialCases(from2019, { article, source: read }),
  orders: decisionOrdersOf(from2019),
};
