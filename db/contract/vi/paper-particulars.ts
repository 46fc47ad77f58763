import type { CollectiveKind } from '../../domain/cycle.ts';
import type { OrganizationKind } from '../../domain/people.ts';
import type { ParticularsKind, ParticularText } from '../paper-kinds.ts';
import { periodWords } from './cycles.ts';

/** Who signs for a unit that has no lines of its own, in capitals; kinds that are not listed are left open. */
export const unitSignatures: Partial<Record<OrganizationKind, { authority: string; title: string }>> = {
  partyCell: { authority: 'T/M CHI BỘ', title: 'BÍ THƯ' },
  partyBody: { authority: 'T/M ĐẢNG ỦY', title: 'BÍ THƯ' },
  commune: { authority: 'T/M ĐẢNG ỦY', title: 'BÍ THƯ' },
};

/** Who signs for a collective: its own name, else that of the unit. */
export function collectiveAuthority(
  collective: CollectiveKind | null,
  unit: { kind: OrganizationKind | null; authority: string },
): string {
  if (collective === 'standingCommittee') return 'T/M BAN THƯỜNG VỤ';
  if (collective === 'committee' && unit.kind === 'partyCell') return 'T/M CHI ỦY';
  return unit.authority;
}

/** Letters of the issuing organisation in the symbol of a paper, and where a copy is kept. */
const issuers = {
  province: { code: 'TU', copy: 'Lưu Tỉnh ủy' },
  district: { code: 'HU', copy: 'Lưu Huyện ủy' },
  commune: { code: 'ĐU', copy: 'Lưu Đảng ủy' },
  partyBody: { code: 'ĐU', copy: 'Lưu Đảng ủy' },
  partyCell: { code: 'CB', copy: 'Lưu Chi bộ' },
} as const satisfies Partial<Record<OrganizationKind, { code: string; copy: string }>>;
const issuerOf = (kind: OrganizationKind | null): { code: string; copy: string } => {
  const known: Partial<Record<OrganizationKind, { code: string; copy: string }>> = issuers;
  return (kind === null ? undefined : known[kind]) ?? { code: 'ĐU', copy: 'Lưu' };
};

/** Type codes of QĐ 399-QĐ/TW (09/01/2026); minutes and tables bear a number only where the office gives one. */
const typeCodes: Partial<Record<ParticularsKind, string>> = {
  'remediation-plan': 'KH',
  'remediation-report': 'BC',
  'collective-review': 'BC',
};
export const symbolOf = (kind: ParticularsKind, unit: OrganizationKind | null): string => {
  const code = typeCodes[kind];
  return code === undefined ? '' : `${code}/${issuerOf(unit).code}`;
};

/** Nơi nhận as papers of the kind usually have them. */
export function usualRecipients(kind: ParticularsKind, unit: OrganizationKind | null): string[] {
  const { copy } = issuerOf(unit);
  const above = 'Cấp ủy cấp trên (để báo cáo)';
  switch (kind) {
    case 'remediation-plan':
      return [above, 'Các đơn vị, cá nhân được giao (để thực hiện)', copy];
    case 'remediation-report':
    case 'collective-review':
      return [above, copy];
    default:
      return [];
  }
}

const bare = (text: string): string => text.replace(/^[-–+•\s]+/, '').replace(/[\s;,.]+$/, '');
/** "- Ban Tổ chức Tỉnh ủy;", the last one with a full stop, whatever dashes and stops were typed. */
export const recipientLines = (lines: readonly string[]): string[] =>
  lines.map((each, index) => `- ${bare(each)}${index === lines.length - 1 ? '.' : ';'}`);
/** Căn cứ lines, each with ";", the last with "." or the "," that was typed. */
export const basisLines = (lines: readonly string[]): string[] =>
  lines.map((each, index) => {
    if (index < lines.length - 1) return `${bare(each)};`;
    return `${bare(each)}${each.trim().endsWith(',') ? ',' : '.'}`;
  });

/** "Số 05-KH/ĐU": below 10 with a zero; without a number room for the pen; null where a paper has neither. */
export function numberLine(number: string, symbol: string): string | null {
  if (number === '' && symbol === '') return null;
  const written = number === '' ? '........' : /^[1-9]$/.test(number) ? `0${number}` : number;
  return symbol === '' ? `Số ${written}` : `Số ${written}-${symbol}`;
}

const kindNames = {
  'remediation-plan': 'Kế hoạch khắc phục sau kiểm điểm',
  'remediation-report': 'Báo cáo kết quả khắc phục',
  'collective-review': 'Báo cáo kiểm điểm tập thể',
  'meeting-minutes': 'Biên bản họp đánh giá',
  'count-minutes': 'Biên bản kiểm phiếu',
  '5a': 'Biểu 5a',
  '5b': 'Biểu 5b',
  '5c': 'Biểu 5c',
  '5d': 'Biểu 5d',
  '5e': 'Biểu 5e',
  '5f': 'Biểu 5f',
  pledges: 'Bản cam kết',
} as const satisfies Record<ParticularsKind, string>;
/** "Biểu 5a quý III năm 2026, Chi bộ Một"; `unit` '' for the whole office. */
export const paperName = (kind: ParticularsKind, year: number, quarter: number, unit: string): string =>
  `${kindNames[kind]} ${periodWords(year, quarter)}${unit === '' ? '' : `, ${unit}`}`;

export const particularsText = {
  open: 'Thông tin văn bản',
  title: 'Thông tin văn bản',
  keptHint: 'Đã lưu. Bản in lại sẽ giữ nguyên các dòng này dù cài đặt thay đổi.',
  fromPeriod: (year: number, quarter: number) =>
    `Chưa lưu. Các ô lấy theo văn bản ${periodWords(year, quarter)} và cài đặt của cơ quan; hãy kiểm tra rồi lưu.`,
  fromSettings: 'Chưa lưu. Các ô lấy theo cài đặt của cơ quan; hãy kiểm tra rồi lưu.',
  saved: 'Đã lưu thông tin văn bản.',
  groups: { head: 'Đầu văn bản', content: 'Nội dung', signature: 'Ký và nơi nhận', look: 'Trình bày' },
  number: 'Số',
  symbol: 'Ký hiệu',
  place: 'Địa danh',
  day: 'Ngày văn bản',
  dayExample: 'ngày/tháng/năm; để trống thì ghi tay',
  superiorHead: 'Tổ chức đảng cấp trên',
  issuingHead: 'Tổ chức đảng ban hành',
  basis: 'Căn cứ (mỗi dòng một căn cứ)',
  texts: {
    aims: 'I- Mục đích, yêu cầu',
    carryingOut: 'III- Tổ chức thực hiện',
    results: 'I- Kết quả thực hiện (viết thêm)',
    late: 'II- Tồn tại, nguyên nhân',
    next: 'III- Nhiệm vụ, giải pháp thời gian tới',
  } satisfies Record<ParticularText, string>,
  preparer: 'Người lập biểu',
  authority: 'Thể thức đề ký',
  signerTitle: 'Chức vụ người ký',
  signer: 'Họ và tên người ký',
  recipients: 'Nơi nhận (mỗi dòng một nơi)',
  layout: 'Cách trình bày',
  tooManyLines: (count: number) => `Nhiều nhất ${count} dòng.`,
  lineTooLong: (most: number) => `Có dòng dài hơn ${most} chữ. Hãy tách thành hai dòng.`,
} as const;
