import type { PackCondition, RulePack } from '../../../domain/rule-packs.ts';
import { confirmed, everyone, listedCasesOfDecree335, persons, secondary, unconfirmed } from './common.ts';
import { headNotAboveCollective, noListedCase, staffExcellent } from './shared-conditions.ts';
import { decisionOrdersOf, specialCases } from './special-cases.ts';

const article = 'QĐ 366-QĐ/TW ngày 30/8/2025, điều 11';
const read = confirmed('vietnamnet.vn 20/9/2025; thuvienphapluat.vn.');
const fromCollective = unconfirmed('Đã đọc cho tập thể; với cá nhân là suy theo.');
const from2019 = unconfirmed('Theo HD 21-HD/BTCTW (18/10/2019); chưa đối chiếu với HD 43-HD/BTCTW.');

const common = { article, enabled: true };
const conditions: PackCondition[] = [
  {
    ...common,
    id: 'on-time-excellent',
    kind: 'tasksOnTime',
    subjects: everyone,
    level: 'excellent',
    percentHundredths: 10000,
    text: 'Hoàn thành 100% nhiệm vụ đúng tiến độ, bảo đảm chất lượng.',
    forbids: true,
    source: read,
  },
  {
    ...common,
    id: 'beyond-excellent',
    kind: 'beyondRequirement',
    subjects: everyone,
    level: 'excellent',
    percentHundredths: 3000,
    text: 'Ít nhất 30% nhiệm vụ hoàn thành vượt mức yêu cầu.',
    forbids: true,
    source: read,
  },
  {
    ...common,
    id: 'put-right-excellent',
    kind: 'shortcomingsPutRight',
    subjects: everyone,
    level: 'excellent',
    percentHundredths: 10000,
    text: 'Khắc phục xong 100% hạn chế, khuyết điểm đã được chỉ ra trước đó.',
    forbids: false,
    source: secondary('Chỉ đọc được một phần câu văn của quy định.'),
  },
  {
    ...common,
    id: 'no-discipline-excellent',
    kind: 'noDisciplineInCharge',
    subjects: ['collective'],
    level: 'excellent',
    percentHundredths: null,
    text: 'Không có đơn vị trực thuộc hoặc thành viên tập thể lãnh đạo bị kỷ luật.',
    forbids: true,
    source: read,
  },
  {
    ...common,
    id: 'on-time-good',
    kind: 'tasksOnTime',
    subjects: everyone,
    level: 'good',
    percentHundredths: 10000,
    text: 'Hoàn thành 100% nhiệm vụ đúng tiến độ, bảo đảm chất lượng.',
    forbids: true,
    source: confirmed('laodong.vn (bản tiếng Nhật).'),
  },
  {
    ...common,
    id: 'done-completed-collective',
    kind: 'tasksDone',
    subjects: ['collective'],
    level: 'completed',
    percentHundredths: 10000,
    text: 'Hoàn thành 100% nhiệm vụ.',
    forbids: true,
    source: confirmed('laodong.vn (bản tiếng Nhật), phần tập thể.'),
  },
  {
    ...common,
    id: 'late-completed-collective',
    kind: 'lateTasks',
    subjects: ['collective'],
    level: 'completed',
    percentHundredths: 2000,
    text: 'Không quá 20% nhiệm vụ chậm tiến độ.',
    forbids: true,
    source: confirmed('laodong.vn (bản tiếng Nhật), phần tập thể.'),
  },
  {
    ...common,
    id: 'done-completed',
    kind: 'tasksDone',
    subjects: persons,
    level: 'completed',
    percentHundredths: 10000,
    text: 'Hoàn thành 100% nhiệm vụ.',
    forbids: false,
    source: fromCollective,
  },
  {
    ...common,
    id: 'late-completed',
    kind: 'lateTasks',
    subjects: persons,
    level: 'completed',
    percentHundredths: 2000,
    text: 'Không quá 20% nhiệm vụ chậm tiến độ.',
    forbids: false,
    source: fromCollective,
  },
  noListedCase(article, unconfirmed('Danh mục của QĐ 366-QĐ/TW chưa đọc được; tạm theo NĐ 335/2025/NĐ-CP.')),
  staffExcellent(from2019),
  headNotAboveCollective,
];

/** QĐ 366-QĐ/TW (30/8/2025, Bộ Chính trị) with HD 43-HD/BTCTW (31/10/2025, Ban Tổ chức Trung ương): reviews of 2025 on. */
export const rulePack366: RulePack = {
  id: 'qd-366-2025',
  title: 'Kiểm điểm và đánh giá, xếp loại chất lượng theo Quy định 366-QĐ/TW (từ năm 2025)',
  rule: { number: '366-QĐ/TW', date: '2025-08-30', issuer: 'Bộ Chính trị' },
  guidance: { number: '43-HD/BTCTW', date: '2025-10-31', issuer: 'Ban Tổ chức Trung ương' },
  validFrom: '2025-08-30',
  validTo: null,
  scoring: {
    article,
    totalHundredths: 10000,
    parts: [
      { id: 'common', title: 'Tiêu chí chung', maxHundredths: 3000, source: read },
      { id: 'results', title: 'Kết quả thực hiện nhiệm vụ', maxHundredths: 7000, source: read },
    ],
    bands: [
      { level: 'excellent', minHundredths: 9000, source: read },
      { level: 'good', minHundredths: 7000, source: read },
      {
        level: 'completed',
        minHundredths: 5000,
        source: confirmed('laodong.vn; cùng thang điểm với NĐ 335/2025/NĐ-CP.'),
      },
    ],
  },
  criteriaTables: [],
  conditions,
  listedCases: listedCasesOfDecree335,
  specialCases: specialCases(from2019),
  orders: decisionOrdersOf(from2019),
};
