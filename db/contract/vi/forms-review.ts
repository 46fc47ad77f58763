import type { ReviewOpinion } from '../form-sets.ts';

/** What became of a shortcoming of an earlier review. */
const earlierStates = ['fixed', 'fixing', 'notFixed'] as const;
export type EarlierState = (typeof earlierStates)[number];

/** Words of the personal review. */
export const reviewPaperTexts = {
  title: 'BẢN KIỂM ĐIỂM CÁ NHÂN',
  /** `period`: "năm 2025", "quý III năm 2026". */
  name: (person: string, period: string) => `Bản kiểm điểm ${period} - ${person}`,
  batchName: (period: string) => `Bản kiểm điểm ${period}`,
  listTitle: (period: string) => `Bản kiểm điểm cá nhân, tập thể ${period}`,
  birthDate: 'Ngày sinh',
  cell: 'Chi bộ',
  subject: 'Đối tượng kiểm điểm',
  selfMark: 'Tự đánh giá về cấp độ thực hiện',
  pledgeItem: (text: string, result: string) => `${text}. Kết quả: ${result}`,
  noResult: 'chưa ghi kết quả',
  result: (result: string, note: string) => [result.toLowerCase(), note].filter(Boolean).join('; '),
  shortcoming: (text: string, cause: string) => (cause === '' ? text : `${text}. Nguyên nhân: ${cause}`),
  promptSource: (source: string, day: string) => (day === '' ? source : `${source}, ngày ${day}`),
  otherOpinion: (body: string) => `Ý kiến của ${body}`,
  opinionLevel: 'Mức xếp loại đề nghị',
  opinionDay: 'Ngày',
  earlier: (text: string, state: string, note: string) =>
    `${text}: ${state}${note === '' ? '' : `; ${note}`}`,
  earlierStates: {
    fixed: 'đã khắc phục',
    fixing: 'đang khắc phục',
    notFixed: 'chưa khắc phục',
  } satisfies Record<EarlierState, string>,
  prompt: (question: string, source: string) =>
    `Nội dung gợi ý${source === '' ? '' : ` (${source})`}: ${question}`,
  promptAnswer: (answer: string) => `Giải trình: ${answer}`,
  score: 'Điểm tự chấm (thang điểm 100)',
  ratings: {
    staff: 'Xếp loại cán bộ, công chức, viên chức',
    member: 'Xếp loại đảng viên',
    collective: 'Đề nghị mức xếp loại',
  },
  signer: 'NGƯỜI TỰ KIỂM ĐIỂM',
  opinions: {
    agencyHead: {
      heading: 'Nhận xét, đánh giá của người đứng đầu cơ quan, đơn vị',
      level: 'Mức xếp loại chất lượng cán bộ, công chức, viên chức',
      authority: 'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ',
    },
    cell: {
      heading: 'Nhận xét của chi ủy',
      level: 'Chi bộ đề xuất xếp loại mức',
      authority: 'T/M CHI ỦY (CHI BỘ)',
    },
    committee: {
      heading: '',
      level: 'Đảng ủy, chi ủy cơ sở xếp loại mức',
      authority: 'T/M ĐẢNG ỦY (CHI ỦY)',
    },
  } satisfies Record<ReviewOpinion, { heading: string; level: string; authority: string }>,
  officialPart: 'Đánh giá, xếp loại chất lượng',
} as const;

/** Words of the annex with the points by criterion. */
export const criteriaPaperTexts = {
  title: 'ĐIỂM TỰ CHẤM THEO TIÊU CHÍ',
  criterion: 'Tiêu chí',
  most: 'Điểm tối đa',
  own: 'Điểm tự chấm',
  total: 'Tổng điểm',
} as const;

/** Words of the collective review. */
export const collectivePaperTexts = {
  title: 'BÁO CÁO KIỂM ĐIỂM TẬP THỂ',
  /** "Ban thường vụ Đảng ủy xã Sông Mây" */
  collective: (kind: string, unit: string) => (kind === '' ? unit : `${kind} ${unit}`),
  abstract: (collective: string, period: string) => `${collective} ${period}`,
  name: (collective: string, period: string) => `Báo cáo kiểm điểm tập thể ${period} - ${collective}`,
} as const;
