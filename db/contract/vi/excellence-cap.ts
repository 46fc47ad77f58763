import type { CapSentenceNumbers } from '../../domain/cap-buckets.ts';
import type { CapRounding } from '../../domain/excellence-cap.ts';
import { formatNumber } from './numbers.ts';
import { capBaseWords } from './ratings.ts';

const roundingWords = {
  FLOOR: 'làm tròn xuống',
  HALF_UP: 'làm tròn số gần nhất',
  CEILING: 'làm tròn lên',
} as const satisfies Record<CapRounding, string>;

/** 144000 -> '14,4'; up to four decimals, none when whole. */
function formatTenThousandths(value: number): string {
  const rest = String(value % 10000)
    .padStart(4, '0')
    .replace(/0+$/, '');
  return `${formatNumber(Math.floor(value / 10000))}${rest === '' ? '' : `,${rest}`}`;
}

/**
 * "Được xếp xuất sắc tối đa 14 người: 20% của 72 người hoàn thành tốt nhiệm vụ = 14,4, làm tròn xuống 14; đã xếp 14,
 * còn 0". Says in addition how many may really be raised where raising shrinks the base.
 */
export function capSentenceOf(cap: CapSentenceNumbers, of: 'people' | 'collectives' = 'people'): string {
  const who = of === 'people' ? 'người' : 'tập thể';
  const rounded =
    cap.exactTenThousandths % 10000 === 0
      ? ''
      : `, ${roundingWords[cap.rounding]} ${formatNumber(cap.allowed)}`;
  const left =
    cap.remaining < 0 ? `vượt ${formatNumber(-cap.remaining)}` : `còn ${formatNumber(cap.remaining)}`;
  const raise =
    cap.baseKind === 'GOOD_ONLY' && cap.remaining > cap.mayStillRaise
      ? `; trong số đang xếp tốt chỉ được nâng thêm ${formatNumber(cap.mayStillRaise)} ${who}`
      : '';
  return `Được xếp xuất sắc tối đa ${formatNumber(cap.allowed)} ${who}: ${formatTenThousandths(cap.percentHundredths * 100)}% của ${formatNumber(cap.base)} ${who} ${capBaseWords[cap.baseKind]} = ${formatTenThousandths(cap.exactTenThousandths)}${rounded}; đã xếp ${formatNumber(cap.excellent)}, ${left}${raise}`;
}
