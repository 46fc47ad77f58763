/** What a unit declares on table 5e, as far as its row says it; `percent` in percent (0-100). */
export interface WrittenTotals {
  total: number | null;
  signed: number | null;
  notSigned: number | null;
  percent: number | null;
}

export interface DeclaredTotals {
  total: number;
  signed: number;
  /** The percent that the sheet writes is that of its numbers, however it was rounded. */
  percentAgrees: boolean;
}

export type DeclaredFault = 'DECLARED_MISSING' | 'SIGNED_OVER_TOTAL' | 'DECLARED_NOT_ADDED_UP';

/** Offices round to a whole percent. */
const ROUNDING = 0.5;

/** Two of the three numbers give the third; null when the row says too little. */
function completed({ total, signed, notSigned }: WrittenTotals): { total: number; signed: number } | null {
  if (total !== null && signed !== null) return { total, signed };
  if (notSigned === null) return null;
  if (signed !== null) return { total: signed + notSigned, signed };
  return total === null ? null : { total, signed: total - notSigned };
}

/** Why the numbers of a row cannot be taken; null when they can. */
export function declaredFault(written: WrittenTotals): DeclaredFault | null {
  const numbers = completed(written);
  if (numbers === null) return 'DECLARED_MISSING';
  const { total, signed } = numbers;
  if (signed > total || signed < 0) return 'SIGNED_OVER_TOTAL';
  return written.notSigned !== null && signed + written.notSigned !== total ? 'DECLARED_NOT_ADDED_UP' : null;
}

/** The numbers of a row without a fault. */
export function totalsOf(written: WrittenTotals): DeclaredTotals | null {
  const numbers = completed(written);
  if (numbers === null || declaredFault(written) !== null) return null;
  const { total, signed } = numbers;
  const percentAgrees =
    written.percent === null ||
    total === 0 ||
    Math.abs(written.percent - (100 * signed) / total) <= ROUNDING + Number.EPSILON * 100;
  return { total, signed, percentAgrees };
}

interface Numbers {
  total: number;
  signed: number;
}

/** Whether the book says otherwise; of a unit whose people are not kept it says nothing. */
export const declaredDiffers = ({ total, signed, own }: Numbers & { own: Numbers }): boolean =>
  own.total > 0 && (own.total !== total || own.signed !== signed);
