import type { DecisionOrder, FactSource, SpecialCase } from '../../../domain/rule-packs.ts';
import { confirmed, everyone, persons, unconfirmed } from './common.ts';

const LOCAL = 'Thông lệ; chưa tìm thấy trong văn bản.';
const guidance21 = 'HD 21-HD/BTCTW ngày 18/10/2019';
const practice = 'Thông lệ';

/**
 * The special cases of a pack. Those of HD 21-HD/BTCTW (18/10/2019, Ban Tổ chức Trung ương) are confirmed for the pack
 * of 2018 and carried on, unconfirmed, in the later ones; the rest is practice without a text.
 * @param of2019 how sure the cases of HD 21-HD/BTCTW are in this pack
 * @param collective how sure this pack is of the level of a collective that was disciplined itself, and where it says so
 */
export function specialCases(
  of2019: FactSource,
  collective: { article: string; source: FactSource } = { article: practice, source: unconfirmed(LOCAL) },
): SpecialCase[] {
  const forbids = of2019.status === 'confirmed';
  return [
    {
      id: 'disciplined',
      subjects: persons,
      treatment: 'forcedNotCompleted',
      months: null,
      article: guidance21,
      text: 'Bị thi hành kỷ luật trong kỳ: xếp loại không hoàn thành nhiệm vụ; mỗi vi phạm chỉ tính một lần.',
      enabled: true,
      forbids,
      source: of2019,
    },
    {
      id: 'collectiveDisciplined',
      subjects: ['collective'],
      treatment: 'forcedNotCompleted',
      months: null,
      article: collective.article,
      text: 'Tập thể bị thi hành kỷ luật trong kỳ: không hoàn thành nhiệm vụ.',
      enabled: true,
      forbids: collective.source.status === 'confirmed',
      source: collective.source,
    },
    {
      id: 'leaderDisciplined',
      subjects: ['collective'],
      treatment: 'forcedNotCompleted',
      months: null,
      article: guidance21,
      text: 'Tập thể có thành viên lãnh đạo bị kỷ luật từ cảnh cáo trở lên: không hoàn thành nhiệm vụ.',
      enabled: true,
      forbids,
      source: of2019,
    },
    {
      id: 'exempt',
      subjects: persons,
      treatment: 'notReviewed',
      months: null,
      article: `QĐ 132-QĐ/TW ngày 08/03/2018, điều 5; ${guidance21}`,
      text: 'Được miễn công tác và sinh hoạt đảng: không kiểm điểm, không xếp loại.',
      enabled: true,
      forbids,
      source: of2019,
    },
    {
      id: 'suspended',
      subjects: persons,
      treatment: 'notRated',
      months: null,
      article: guidance21,
      text: 'Bị đình chỉ sinh hoạt đảng: không xếp loại.',
      enabled: true,
      forbids,
      source: of2019,
    },
    ...practiceCases,
    {
      id: 'twoYearsNotCompleted',
      subjects: persons,
      treatment: 'notice',
      months: null,
      article: 'HD 02-HD/BTCTW năm 2021',
      text: 'Hai năm liền không hoàn thành nhiệm vụ: xem xét giáo dục, sàng lọc, đưa ra khỏi Đảng.',
      enabled: true,
      forbids: false,
      source: confirmed('thuvienphapluat.vn: mục đầu của danh mục sàng lọc, HD 02-HD/BTCTW năm 2021.'),
    },
    {
      id: 'newFacts',
      subjects: everyone,
      treatment: 'notice',
      months: null,
      article: practice,
      text: 'Có tình tiết mới sau khi quyết định: hủy kết quả và xếp loại lại; giữ cả hai lần.',
      enabled: true,
      forbids: false,
      source: unconfirmed(LOCAL),
    },
  ];
}

const practiceCases: SpecialCase[] = [
  {
    id: 'temporarilyExempt',
    subjects: persons,
    treatment: 'notRated',
    months: null,
    article: practice,
    text: 'Được miễn sinh hoạt có thời hạn hoặc đi làm xa: chưa xếp loại.',
    enabled: true,
    forbids: false,
    source: unconfirmed(LOCAL),
  },
  {
    id: 'left',
    subjects: persons,
    treatment: 'outOfBase',
    months: null,
    article: practice,
    text: 'Nghỉ, từ trần, chuyển đi hoặc ra khỏi Đảng trước ngày chốt: không tính vào tổng số.',
    enabled: true,
    forbids: false,
    source: unconfirmed(LOCAL),
  },
  {
    id: 'underExamination',
    subjects: everyone,
    treatment: 'hold',
    months: null,
    article: practice,
    text: 'Đang bị xem xét, kiểm tra, điều tra mà chưa có kết luận: tạm thời chưa xếp loại.',
    enabled: true,
    forbids: false,
    source: unconfirmed(LOCAL),
  },
  {
    id: 'newlyAdmitted',
    subjects: persons,
    treatment: 'notRated',
    months: 6,
    article: practice,
    text: 'Đảng viên dự bị kết nạp chưa đủ số tháng quy định: vẫn kiểm điểm, thường chưa xếp loại.',
    enabled: true,
    forbids: false,
    source: unconfirmed(LOCAL),
  },
  {
    id: 'movedCell',
    subjects: persons,
    treatment: 'notice',
    months: 6,
    article: practice,
    text: 'Chuyển chi bộ trong năm: xếp loại ở nơi đang sinh hoạt, có nhận xét của chi bộ cũ nếu ở đó đủ số tháng.',
    enabled: true,
    forbids: false,
    source: unconfirmed(LOCAL),
  },
  {
    id: 'longLeave',
    subjects: persons,
    treatment: 'ceilingGood',
    months: 6,
    article: practice,
    text: 'Nghỉ dài, thai sản, ốm, đi học đủ số tháng: kiểm điểm thời gian làm việc, không xếp trên mức do địa phương định.',
    enabled: true,
    forbids: false,
    source: unconfirmed('Nơi xếp không quá hoàn thành tốt, nơi không quá hoàn thành, nơi chưa xếp loại.'),
  },
];

/** The order of decisions; only the first is in a text that was read. */
export const decisionOrdersOf = (staffFirst: FactSource): DecisionOrder[] => [
  {
    id: 'staffFirst',
    article: guidance21,
    text: 'Xếp loại cán bộ, công chức, viên chức trước, xếp loại đảng viên sau.',
    source: staffFirst,
  },
  {
    id: 'membersBeforeCell',
    article: practice,
    text: 'Xếp loại đảng viên trước, chi bộ sau.',
    source: unconfirmed(LOCAL),
  },
  {
    id: 'unitsBeforeBody',
    article: practice,
    text: 'Xếp loại chi bộ trước, đảng bộ sau.',
    source: unconfirmed(LOCAL),
  },
  {
    id: 'unitBeforeHead',
    article: practice,
    text: 'Có kết quả của tập thể, đơn vị trước khi xếp loại người đứng đầu.',
    source: unconfirmed(LOCAL),
  },
];
