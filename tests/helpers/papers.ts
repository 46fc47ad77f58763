import { formSets } from '../../db/contract/form-set-data.ts';
import type { FormSet } from '../../db/contract/form-sets.ts';
import type { FormSectionTitle } from '../../db/contract/vi/forms-sections.ts';
import { ballotDocument } from '../../db/documents/forms/ballot.ts';
import {
  type CollectiveReviewPaper,
  collectiveReviewDocument,
} from '../../db/documents/forms/collective-review.ts';
import { type CountPaper, countMinutesDocument } from '../../db/documents/forms/count-minutes.ts';
import type { CriteriaPaper } from '../../db/documents/forms/criteria-annex.ts';
import { personDossier } from '../../db/documents/forms/dossier.ts';
import { type MeetingPaper, meetingMinutesDocument } from '../../db/documents/forms/meeting-minutes.ts';
import {
  type PersonalReviewPaper,
  personalReviewDocument,
} from '../../db/documents/forms/personal-review.ts';
import { type PledgePaper, pledgeBatch, pledgeDocument } from '../../db/documents/forms/pledge.ts';
import { followUpDocument, remediationPlanDocument } from '../../db/documents/forms/remediation.ts';
import type { ReviewContent } from '../../db/documents/forms/review-sections.ts';
import type { DocumentModel } from '../../db/documents/model.ts';
import type { PaperHeads } from '../../db/documents/paper-blocks.ts';

/** Made-up papers of a made-up commune; every text differs, so that a test sees a lost or doubled field. */
export const cellHeads: PaperHeads = {
  superior: 'ĐẢNG BỘ XÃ SÔNG MÂY',
  issuing: 'CHI BỘ THÔN SUỐI BẠC',
  number: null,
  place: 'Sông Mây',
  day: '2026-02-05',
};
export const committeeHeads: PaperHeads = {
  superior: 'ĐẢNG BỘ TỈNH ĐÔNG SƠN',
  issuing: 'ĐẢNG ỦY XÃ SÔNG MÂY',
  number: 'Số 05-KH/ĐU',
  place: 'Sông Mây',
  day: '2026-03-12',
};
const secretary = { authority: 'T/M ĐẢNG ỦY', title: 'BÍ THƯ', name: 'Hoàng Quang Lâm' };
const recipients = ['- Ban Tổ chức Tỉnh ủy;', '- Các chi bộ trực thuộc;', '- Lưu Đảng ủy.'];

const pledgeTexts: Partial<Record<FormSectionTitle, string>> = {
  ideology: 'Kiên định đường lối của Đảng; học tập đầy đủ các nghị quyết, chuyên đề trong năm',
  morality: 'Giữ lối sống giản dị, trung thực; không lợi dụng vị trí công tác để vụ lợi',
  noSelfEvolution: 'Không nói, viết, làm trái quan điểm; kịp thời góp ý khi thấy biểu hiện lệch lạc',
  discipline: 'Sinh hoạt chi bộ đủ 12 kỳ, đóng đảng phí đúng hạn',
  workStyle: 'Làm việc đúng giờ, trả lời người dân trong 03 ngày làm việc',
  duties: 'Hoàn thành số hóa 450 hồ sơ hộ tịch của thôn Suối Bạc & thôn Tà Pình (đợt 1 < 30/6)',
  remedies: 'Ghi chép sổ họp tổ dân phố đầy đủ, nộp biên bản trong 02 ngày',
  followingHoChiMinh: 'Mỗi quý làm một việc thiết thực giúp hộ nghèo trong thôn',
  settingExample: 'Gương mẫu thực hiện "nói đi đôi với làm" trong cơ quan',
  headDuties: 'Giữ đoàn kết nội bộ; tiếp dân 02 ngày mỗi tháng, đối thoại 01 lần mỗi quý',
  fieldsInCharge: 'Phụ trách lĩnh vực văn hóa - xã hội, địa bàn thôn Bản Sen',
  disciplineAndExample: 'Chấp hành phân công; gương mẫu trước quần chúng',
};

export function pledgePaper(
  form: FormSet = formSets['pledge-member'],
  fullName = 'Lò Thị Ngọc Ánh',
): PledgePaper {
  return {
    form,
    year: 2026,
    heads: cellHeads,
    person: {
      fullName,
      birthDate: '14/8/1987',
      joined: '19/5/2010 / 19/5/2011',
      partyPost: 'Chi ủy viên',
      stateAndMassPost: 'Công chức Tư pháp - Hộ tịch',
      workplace: 'Ủy ban nhân dân xã Sông Mây',
      cell: 'Chi bộ thôn Suối Bạc',
      assignedDuty: 'Phụ trách công tác hộ tịch',
    },
    basis: [],
    items: form.sections.map((section, index) => ({
      section: section.id,
      text: pledgeTexts[section.title] ?? '',
      target: section.id === 'duties' ? 'đủ 450 hồ sơ, không sai sót' : '',
      dueOn: index % 2 === 1 ? '2026-06-30' : null,
      finding: section.input === 'findings' ? 'Ghi sổ họp chưa đầy đủ' : '',
    })),
    confirmedBy: { cell: 'Quàng Văn Thịnh', agency: form.subject === 'leader' ? 'Cầm Thị Hường' : null },
  };
}

/** A pledge form with nothing filled in, for the pen. */
export const blankPledge = (form: FormSet = formSets['pledge-member']): PledgePaper => ({
  ...pledgePaper(form),
  heads: { ...cellHeads, issuing: '', place: '', day: '2026' },
  person: {},
  items: [],
  confirmedBy: { cell: '', agency: null },
});

const reviewContent = (form: FormSet): ReviewContent =>
  Object.fromEntries(
    form.sections.map((section, index) => {
      const text = `Nội dung mục ${section.mark} số ${index + 1}: đã nỗ lực, nghiêm túc, đúng quy chế của xã.`;
      switch (section.input) {
        case 'marks':
          return [section.id, { text, mark: 'good' }];
        case 'pledgeResults':
          return [
            section.id,
            {
              text: '',
              mark: 'excellent',
              pledgeResults: [
                { text: 'Sinh hoạt chi bộ đủ 12 kỳ', result: 'đã thực hiện 12/12 kỳ' },
                { text: 'Số hóa 450 hồ sơ hộ tịch', result: 'đạt 462/450 hồ sơ (102,67%)' },
              ],
            },
          ];
        case 'shortcomings':
          return [section.id, { shortcomings: ['Ghi sổ họp chưa đầy đủ', 'Trả lời đơn còn chậm 01 lần'] }];
        case 'earlierShortcomings':
          return [
            section.id,
            {
              earlier: [
                { text: 'Chưa chủ động tham mưu', state: 'fixed', note: 'đã xây dựng lịch công tác tuần' },
                { text: 'Nộp báo cáo muộn', state: 'fixing', note: '' },
              ],
            },
          ];
        case 'prompts':
          return [
            section.id,
            {
              prompts: [
                {
                  question: 'Trách nhiệm trong việc chậm giải quyết thủ tục đất đai',
                  source: 'Ủy ban Kiểm tra, ngày 10/11/2025',
                  answer: 'Đã rà soát 07 hồ sơ chậm, xin lỗi người dân và giải quyết xong trước 30/11/2025.',
                },
              ],
            },
          ];
        case 'text':
          return [section.id, { text: `${text}\nĐoạn thứ hai của mục số ${index + 1}.` }];
        default:
          return [section.id, {}];
      }
    }),
  );

export function reviewPaper(form: FormSet = formSets['review-2a-2025']): PersonalReviewPaper {
  return {
    form,
    year: 2025,
    quarter: 0,
    heads: { ...cellHeads, day: '2025-12-08' },
    subject: '',
    person: {
      fullName: 'Lò Thị Ngọc Ánh',
      birthDate: '14/8/1987',
      partyPost: 'Chi ủy viên',
      statePost: 'Công chức Tư pháp - Hộ tịch',
      massPost: '',
      workplace: 'Ủy ban nhân dân xã Sông Mây',
      cell: 'Chi bộ thôn Suối Bạc',
    },
    content: reviewContent(form),
    rating: { levels: { staff: 'good', member: 'excellent' }, scoreHundredths: 9050, criteria: null },
    opinions: {
      agencyHead: {
        text: 'Công chức có trách nhiệm, hoàn thành khối lượng lớn công việc.',
        level: 'good',
        day: '2025-12-10',
        signer: 'Cầm Thị Hường',
      },
      cell: {
        text: 'Chi ủy nhất trí với bản tự kiểm điểm.',
        level: 'good',
        day: '2025-12-12',
        signer: 'Quàng Văn Thịnh',
      },
      committee: { text: '', level: 'good', day: null, signer: '' },
    },
    otherOpinions: [
      { body: 'Chi ủy nơi cư trú', text: 'Gương mẫu ở thôn bản.', level: 'excellent', day: '09/12/2025' },
    ],
  };
}

const criteriaPaper: CriteriaPaper = {
  parts: [
    {
      id: 'common',
      title: 'Tiêu chí chung',
      maxHundredths: 3000,
      isBonus: false,
      criteria: [
        { id: 't1r5', text: 'Phẩm chất chính trị, ý thức tổ chức kỷ luật', maxHundredths: 1250 },
        { id: 't1r6', text: 'Đạo đức, lối sống; tác phong, lề lối làm việc', maxHundredths: 1750 },
      ],
    },
    { id: 'results', title: 'Kết quả thực hiện nhiệm vụ', maxHundredths: 7000, isBonus: false, criteria: [] },
  ],
  maxHundredths: 10000,
  points: { t1r5: 1150, t1r6: 1600 },
  partPoints: { common: 2750, results: 6200 },
  scoreHundredths: 8950,
};

export const collectivePaper = (form: FormSet = formSets['collective-01-2025']): CollectiveReviewPaper => ({
  form,
  year: 2025,
  quarter: 0,
  heads: { ...committeeHeads, number: 'Số 112-BC/ĐU', day: '2025-12-15' },
  collective: 'Ban Thường vụ Đảng ủy xã Sông Mây',
  content: reviewContent(form),
  rating: { levels: { collective: 'good' }, scoreHundredths: 8825, criteria: null },
  signature: { authority: 'T/M BAN THƯỜNG VỤ', title: 'BÍ THƯ', name: 'Hoàng Quang Lâm' },
  recipients,
});

const members = [
  'Lò Thị Ngọc Ánh',
  'Quàng Văn Thịnh',
  'Cầm Thị Hường',
  'Nguyễn Đức Khuê',
  'Hà Thị Mỵ',
  'Vì Văn Ổn',
  'Đinh Thị Quỳ',
  'Tòng Văn Ưởng',
] as const;

export const meetingPaper: MeetingPaper = {
  year: 2025,
  quarter: 0,
  heads: { ...cellHeads, day: '2025-12-12' },
  unit: 'Chi bộ thôn Suối Bạc',
  began: '8 giờ 00, ngày 12/12/2025',
  ended: '11 giờ 20 cùng ngày',
  place: 'Nhà văn hóa thôn Suối Bạc',
  total: 9,
  present: 8,
  absent: [{ fullName: 'Lường Văn Pản', reason: 'đi điều trị tại bệnh viện' }],
  chair: 'Quàng Văn Thịnh',
  secretary: 'Nguyễn Đức Khuê',
  agenda: ['Từng đảng viên trình bày bản kiểm điểm', 'Thảo luận, góp ý', 'Bỏ phiếu kín đề xuất mức xếp loại'],
  opinions: [
    { fullName: 'Lò Thị Ngọc Ánh', text: 'nhất trí với bản tự kiểm điểm; cần ghi sổ họp đầy đủ hơn' },
    { fullName: 'Vì Văn Ổn', text: 'đề nghị khắc phục việc nộp đảng phí chậm' },
  ],
  results: members.map((fullName, index) => ({
    fullName,
    proposed: index === 0 ? 'excellent' : index === 5 ? 'completed' : 'good',
    note: index === 5 ? 'chậm đảng phí' : '',
  })),
};

export const countPaper: CountPaper = {
  year: 2025,
  quarter: 0,
  heads: { ...cellHeads, day: '2025-12-12' },
  unit: 'Chi bộ thôn Suối Bạc',
  time: '10 giờ 15, ngày 12/12/2025',
  place: 'Nhà văn hóa thôn Suối Bạc',
  team: [
    { fullName: 'Hà Thị Mỵ', role: 'Tổ trưởng' },
    { fullName: 'Đinh Thị Quỳ', role: 'thành viên' },
  ],
  issued: 8,
  returned: 8,
  valid: 7,
  invalid: 1,
  people: members.map((fullName, index) => ({
    fullName,
    votes: {
      excellent: index % 3,
      good: 7 - (index % 3) - (index % 2),
      completed: index % 2,
      notCompleted: 0,
    },
  })),
  chair: 'Quàng Văn Thịnh',
};

const tasks = [1, 2, 3, 4, 5, 6].map((number) => ({
  shortcoming: `Hạn chế ${number}: công tác tự kiểm tra của một số chi bộ chưa thường xuyên`,
  cause: `Nguyên nhân ${number}: thiếu kế hoạch cụ thể`,
  measure: `Biện pháp ${number}: mỗi chi bộ kiểm tra ít nhất 01 chuyên đề, báo cáo bằng văn bản`,
  responsible: `Đồng chí Phó Bí thư (${number})`,
  coordinating: `Ủy ban Kiểm tra (${number})`,
  dueOn: `2026-0${number + 3}-30`,
  continuous: number === 6,
  product: `Báo cáo số ${number}`,
  note: number === 2 ? 'Trọng tâm' : '',
}));

const remediation = {
  year: 2025,
  heads: committeeHeads,
  collective: 'Đảng ủy xã Sông Mây',
  basis: [
    'Căn cứ Kết luận kiểm điểm năm 2025 của Ban Thường vụ Tỉnh ủy;',
    'Căn cứ Báo cáo số 112-BC/ĐU, ngày 15/12/2025 của Đảng ủy xã.',
  ],
  signature: secretary,
  recipients,
};

/** @param measure of every task, else one each */
export const planDocument = (measure?: string): DocumentModel =>
  remediationPlanDocument({
    ...remediation,
    aims: 'Khắc phục dứt điểm hạn chế đã được chỉ ra.\nMỗi việc có người chịu trách nhiệm và thời hạn.',
    carryingOut: 'Các chi bộ xây dựng kế hoạch trước ngày 31/3/2026.',
    tasks: tasks.map((task) => ({ ...task, measure: measure ?? task.measure })),
  });

export const reportDocument = (): DocumentModel =>
  followUpDocument({
    ...remediation,
    heads: { ...committeeHeads, number: 'Số 48-BC/ĐU', day: '2026-07-06' },
    asOf: '2026-06-30',
    counts: { done: 2, doing: 3, planned: 1, notFitting: 0, overdue: 1 },
    results: 'Hai nội dung hoàn thành trước thời hạn.',
    late: 'Một nội dung quá hạn do thiếu nhân lực.',
    next: 'Hoàn thành các nội dung còn lại trong quý IV.',
    tasks: tasks.map((task, index) => ({
      ...task,
      progressPercent: [100, 100, 60, 40, 20, 10][index] ?? 0,
      result: `Kết quả ${index + 1}: đã kiểm tra ${index + 2} chi bộ`,
      lateReason: index === 5 ? 'Thiếu nhân lực' : '',
    })),
  });

const shortLines = (count: number) =>
  Array.from({ length: count }, (_, index) => `Dòng ${index + 1}.`).join('\n');

/** The same review and plan in every length around the end of a page, where a signature could stand alone. */
export const growingPapers = (): Record<string, DocumentModel> =>
  Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => index + 1).flatMap((count) => {
      const paper = reviewPaper();
      return [
        [
          `growing-review-${count}`,
          personalReviewDocument({
            ...paper,
            content: { ...paper.content, direction: { text: shortLines(count) } },
          }),
        ],
        [
          `growing-plan-${count}`,
          remediationPlanDocument({
            ...remediation,
            aims: shortLines(8),
            carryingOut: shortLines(count),
            tasks,
          }),
        ],
      ];
    }),
  );

/** A collective review in every length around the end of a page: its boxes to cross stand right above the signature. */
export const growingCollectives = (): Record<string, DocumentModel> =>
  Object.fromEntries(
    Array.from({ length: 18 }, (_, index) => {
      const paper = collectivePaper(formSets['collective-01-2023']);
      const lines = shortLines(index + 1);
      return [
        `growing-collective-${index + 1}`,
        collectiveReviewDocument({
          ...paper,
          content: { ...paper.content, collectiveDirection: { text: lines } },
        }),
      ];
    }),
  );

/** A section as long as a page right above the signature. */
export const longPlan = (): DocumentModel =>
  remediationPlanDocument({
    ...remediation,
    aims: 'Thực hiện nghiêm túc các nghị quyết, chỉ thị, quy định của Đảng. '.repeat(46),
    carryingOut: 'Thực hiện nghiêm túc các nghị quyết, chỉ thị, quy định của Đảng. '.repeat(46),
    tasks,
  });

/** Names as long as offices have them, and a place that fills more than half of a line. */
const longName = 'Công Tằng Tôn Nữ Nguyễn Thị Hoàng Phượng Uyên Thục Đoan Trang Ngọc Bảo Châu';
const longHeads: PaperHeads = {
  ...cellHeads,
  superior: 'ĐẢNG BỘ CÁC CƠ QUAN ĐẢNG, ĐOÀN THỂ VÀ ĐƠN VỊ SỰ NGHIỆP XÃ MƯỜNG SÔNG MÂY THƯỢNG',
  issuing: 'CHI BỘ TRƯỜNG PHỔ THÔNG DÂN TỘC BÁN TRÚ TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ SUỐI BẠC',
  place: 'Đặc khu Trường Sa Lớn - Hoàng Sa Bắc Đảo',
};
const longNamesReview = (): PersonalReviewPaper => {
  const paper = reviewPaper(formSets['review-2b-2025']);
  return {
    ...paper,
    heads: { ...longHeads, day: '2025-12-08' },
    person: { ...paper.person, fullName: longName },
    opinions: {
      ...paper.opinions,
      cell: { text: 'Nhất trí.', level: 'good', day: '2025-12-12', signer: longName },
    },
  };
};

/** A text of one paragraph that comes from the page before and meets the end of its page above a signature. */
export const longTextPlans = (): Record<string, DocumentModel> =>
  Object.fromEntries(
    [43, 44, 45, 46, 47, 48].map((count) => [
      `long-text-plan-${count}`,
      remediationPlanDocument({
        ...remediation,
        aims: 'Khắc phục dứt điểm.',
        carryingOut:
          'Thực hiện nghiêm túc các nghị quyết, chỉ thị, quy định của Đảng, chính sách, pháp luật của Nhà nước; '
            .repeat(count)
            .trim(),
        tasks,
      }),
    ]),
  );

/** Every form once, by a short name. */
export const everyPaper = (): Record<string, DocumentModel> => ({
  'pledge-member': pledgeDocument(pledgePaper()),
  'pledge-leader': pledgeDocument(pledgePaper(formSets['pledge-leader'])),
  'pledge-short': pledgeDocument(pledgePaper(formSets['pledge-short'])),
  'pledge-blank': pledgeDocument(blankPledge()),
  'review-2a-2025': personalReviewDocument(reviewPaper()),
  'review-2b-2025': personalReviewDocument(reviewPaper(formSets['review-2b-2025'])),
  'review-2c-2025': personalReviewDocument(reviewPaper(formSets['review-2c-2025'])),
  'review-with-criteria': personalReviewDocument({
    ...reviewPaper(),
    rating: { levels: { staff: 'good', member: 'good' }, scoreHundredths: 8950, criteria: criteriaPaper },
  }),
  'review-02a-2023': personalReviewDocument(reviewPaper(formSets['review-02a-2023'])),
  'review-02b-2023': personalReviewDocument(reviewPaper(formSets['review-02b-2023'])),
  'review-02-2019': personalReviewDocument(reviewPaper(formSets['review-02-2019'])),
  'review-blank': personalReviewDocument({
    ...reviewPaper(),
    heads: { ...cellHeads, issuing: '', place: '', day: '2025' },
    person: {},
    content: {},
    rating: { levels: {}, scoreHundredths: null, criteria: null },
    opinions: {},
  }),
  'review-long-names': personalReviewDocument(longNamesReview()),
  'collective-2025': collectiveReviewDocument(collectivePaper()),
  'collective-2023': collectiveReviewDocument(collectivePaper(formSets['collective-01-2023'])),
  'collective-2019': collectiveReviewDocument(collectivePaper(formSets['collective-01-2019'])),
  ballot: ballotDocument({
    year: 2025,
    quarter: 0,
    heads: cellHeads,
    unit: 'Chi bộ thôn Suối Bạc',
    people: members,
    withCollectives: false,
    size: 'A5',
  }),
  meeting: meetingMinutesDocument(meetingPaper),
  count: countMinutesDocument(countPaper),
  plan: planDocument(),
  report: reportDocument(),
});

export const dossier = () =>
  personDossier({
    fullName: 'Lò Thị Ngọc Ánh',
    heads: cellHeads,
    firstYear: 2024,
    lastYear: 2026,
    papers: [
      {
        title: 'Bản cam kết tu dưỡng, rèn luyện, phấn đấu',
        year: 2026,
        document: pledgeDocument(pledgePaper()),
      },
      { title: 'Bản kiểm điểm cá nhân', year: 2025, document: personalReviewDocument(reviewPaper()) },
      { title: 'Kế hoạch khắc phục hạn chế, khuyết điểm', year: 2025, document: planDocument() },
      // After the plan's annex, which lies across: upright again.
      {
        title: 'Biên bản họp kiểm điểm',
        year: 2024,
        document: meetingMinutesDocument(meetingPaper),
      },
    ],
  });

/** Pledges of one and two pages in turn, each of another person. */
export const manyPledges = (count: number) =>
  pledgeBatch(
    Array.from({ length: count }, (_, index) =>
      pledgePaper(
        index % 2 === 0 ? formSets['pledge-short'] : formSets['pledge-member'],
        `${members[index % members.length]} ${index + 1}`,
      ),
    ),
    { year: 2026, heads: { ...committeeHeads, number: null } },
  );
