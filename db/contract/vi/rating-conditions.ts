import { formatPartialDate } from '../../domain/dates.ts';
import type { Verdict, WithoutLevel } from '../../domain/rating-conditions.ts';
import type { FindingEffect, FindingWords, ShareKind } from '../../domain/rating-findings.ts';
import type { RatingLevel } from '../../domain/ratings.ts';
import { formatHundredths, formatNumber } from './numbers.ts';
import { ratingLevelNames } from './ratings.ts';
import { specialCaseNames } from './rule-packs/names.ts';

/** Inside a sentence: 'hoàn thành tốt nhiệm vụ'. */
const levelWords = (level: RatingLevel) => ratingLevelNames[level].toLowerCase();

const shares = {
  tasksDone: {
    of: 'nhiệm vụ',
    did: 'Hoàn thành',
    unknown: 'Chưa nhập số nhiệm vụ đã giao và đã hoàn thành.',
  },
  tasksOnTime: { of: 'nhiệm vụ', did: 'Đúng tiến độ', unknown: 'Chưa nhập số nhiệm vụ đúng tiến độ.' },
  lateTasks: { of: 'nhiệm vụ', did: 'Chậm tiến độ', unknown: 'Chưa nhập số nhiệm vụ chậm tiến độ.' },
  beyondRequirement: { of: 'nhiệm vụ', did: 'Vượt yêu cầu', unknown: 'Chưa nhập số nhiệm vụ vượt yêu cầu.' },
  shortcomingsPutRight: {
    of: 'hạn chế, khuyết điểm đã chỉ ra',
    did: 'Khắc phục xong',
    unknown: 'Chưa rõ kết quả khắc phục hạn chế, khuyết điểm đã chỉ ra.',
  },
  targetsReached: { of: 'chỉ tiêu', did: 'Đạt', unknown: 'Chưa nhập số chỉ tiêu đạt.' },
  subordinatesDisciplined: {
    of: 'đơn vị trực thuộc',
    did: 'Bị kỷ luật',
    unknown: 'Chưa nhập số đơn vị trực thuộc bị kỷ luật.',
  },
} as const satisfies Record<ShareKind, { of: string; did: string; unknown: string }>;

function shareSentence(words: Extract<FindingWords, { key: 'share' }>): string {
  const { of, did } = shares[words.what];
  const limit = `${words.atMost ? 'tối đa' : 'yêu cầu'} ${formatHundredths(words.limitHundredths)}%`;
  if (words.total === 0) return `Không có ${of} nào (${limit}).`;
  const entered = words.entered ? ', số nhập tay' : '';
  return `${did} ${formatNumber(words.part)} trong ${formatNumber(words.total)} ${of} (${limit}${entered}).`;
}

/** What was found, with its numbers; the rule's own text and article stand beside it. */
export function findingSentence(words: FindingWords): string {
  switch (words.key) {
    case 'share':
      return shareSentence(words);
    case 'shareUnknown':
      return shares[words.what].unknown;
    case 'score':
      return `${formatHundredths(words.hundredths)} điểm: mức cao nhất có thể là ${levelWords(words.level)}.`;
    case 'scoreUnknown':
      return 'Chưa nhập đủ điểm.';
    case 'disciplineInCharge':
      return words.units + words.leaders === 0
        ? 'Không có đơn vị trực thuộc hoặc thành viên lãnh đạo bị kỷ luật.'
        : `Bị kỷ luật: ${formatNumber(words.units)} đơn vị trực thuộc, ${formatNumber(words.leaders)} thành viên lãnh đạo.`;
    case 'disciplineInChargeUnknown':
      return 'Chưa nhập số đơn vị trực thuộc bị kỷ luật.';
    case 'listedCase':
      if (words.concluded === null) return 'Chưa ghi có thuộc trường hợp liệt kê hay không.';
      return words.concluded
        ? 'Đã có kết luận thuộc trường hợp liệt kê.'
        : 'Không có kết luận thuộc trường hợp liệt kê.';
    case 'staffLevel':
      return words.level === null
        ? 'Chưa có kết quả xếp loại cán bộ, công chức, viên chức.'
        : `Ở cơ quan được xếp ${levelWords(words.level)}; mức này cần ${levelWords(words.needed)}.`;
    case 'collectiveLevel':
      return words.level === null
        ? 'Chưa có kết quả xếp loại của tập thể, đơn vị.'
        : `Tập thể, đơn vị được xếp ${levelWords(words.level)}.`;
    case 'admitted':
      return words.admittedOn === null
        ? `Chưa có ngày vào Đảng để biết đã đủ ${words.months} tháng chưa.`
        : `Vào Đảng ngày ${formatPartialDate(words.admittedOn)}, chưa đủ ${words.months} tháng đến ngày chốt.`;
    case 'formerCell':
      return `Sinh hoạt ở chi bộ cũ từ ${words.months} tháng trở lên; chưa có nhận xét của chi bộ cũ.`;
    case 'longLeave':
      return `Nghỉ hoặc đi học ${words.months} tháng trong kỳ.`;
    case 'case':
      return `${specialCaseNames[words.id]}.`;
    case 'disciplineEntered':
      return `Ghi là có kỷ luật trong kỳ: ${words.reason}.`;
    case 'disciplineSetAside':
      return `Sổ có kỷ luật trong kỳ nhưng không tính: ${words.reason}.`;
    case 'countedElsewhere':
      return `Kỷ luật trong kỳ đã tính ở năm ${words.years.join(', ')}; mỗi vi phạm chỉ tính một lần.`;
    case 'staffUndecided':
      return 'Thiếu kết quả xếp loại cán bộ, công chức, viên chức, là việc phải có trước.';
    case 'collectiveUndecided':
      return 'Thiếu kết quả xếp loại của tập thể, đơn vị do người này đứng đầu, là việc phải có trước.';
    case 'membersUndecided':
      return `Còn ${formatNumber(words.count)} đảng viên chưa có kết quả xếp loại, là việc phải có trước.`;
    case 'unitsUndecided':
      return `Còn ${formatNumber(words.count)} đơn vị trực thuộc chưa có kết quả xếp loại, là việc phải có trước.`;
  }
}

/** What a finding does; '' where it does nothing. */
export function effectSentence(effect: FindingEffect): string {
  switch (effect.kind) {
    case 'none':
      return '';
    case 'notice':
      return 'Chỉ nhắc.';
    case 'ceiling':
      return `Cao nhất: ${levelWords(effect.level)}.`;
    case 'forced':
      return `Xếp: ${levelWords(effect.level)}.`;
    default:
      return `${withoutLevelNames[effect.kind]}.`;
  }
}

const withoutLevelNames = {
  outOfBase: 'Không tính vào tổng số',
  notReviewed: 'Không kiểm điểm, không xếp loại',
  notRated: 'Chưa xếp loại',
  hold: 'Tạm thời chưa xếp loại, chờ kết luận',
} as const satisfies Record<WithoutLevel, string>;

export const findingStateNames = {
  holds: 'Đạt',
  fails: 'Không đạt',
  applies: 'Áp dụng',
  missing: 'Còn thiếu',
  unknown: 'Chưa rõ',
} as const;

export const verdictSentences = {
  fine: 'Phù hợp quy định.',
  informed: 'Cao hơn mức các điều kiện cho phép; cấp có thẩm quyền xem xét.',
  forbidden: 'Quy định không cho xếp mức này. Người có thẩm quyền chỉ tiếp tục khi ghi rõ lý do.',
} as const satisfies Record<Verdict['kind'], string>;
