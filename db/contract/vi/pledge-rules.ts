import { formatNumber } from './numbers.ts';

/** A notice, not a fault: the clerk decides whether the text was only copied. */
export const identicalPledgeNotice = (others: number) =>
  `Nội dung giống hệt ${formatNumber(others)} bản cam kết khác. Hãy kiểm tra xem có phải chép lại không.`;
