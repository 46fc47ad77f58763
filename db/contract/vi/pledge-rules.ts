import type { PledgeSigningCounts } from '../../domain/pledge-rules.ts';
import { formatHundredths, formatNumber } from './numbers.ts';

/** "Đã ký 45 trong 60 người (75%), ký muộn 2; chưa ký 15, trong đó 12 chưa ghi lý do". */
export function signedSentence(counts: PledgeSigningCounts): string {
  if (counts.percent === null) return 'Không có ai phải ký cam kết.';
  const { base, signed, late, withoutReason } = counts;
  const lateWords = late === 0 ? '' : `, ký muộn ${formatNumber(late)}`;
  const reasons = withoutReason === 0 ? '' : `, trong đó ${formatNumber(withoutReason)} chưa ghi lý do`;
  const missing = signed === base ? '' : `; chưa ký ${formatNumber(base - signed)}${reasons}`;
  return `Đã ký ${formatNumber(signed)} trong ${formatNumber(base)} người (${formatHundredths(counts.percent)}%)${lateWords}${missing}`;
}

/** A notice, not a fault: the clerk decides whether the text was only copied. */
export const identicalPledgeNotice = (others: number) =>
  `Nội dung giống hệt ${formatNumber(others)} bản cam kết khác. Hãy kiểm tra xem có phải chép lại không.`;
