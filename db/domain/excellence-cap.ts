import type { LevelCounts } from './ratings.ts';
import { ratedOf } from './ratings.ts';

/**
 * What the percent is taken of. The sources differ by place:
 * - GOOD_ONLY: those rated "hoàn thành tốt" (HD 21-HD/BTCTW, 18/10/2019, Ban Tổ chức Trung ương; NĐ 335/2025/NĐ-CP);
 * - GOOD_OR_BETTER: those rated "hoàn thành tốt" or better (a local guide of 2026, second-hand);
 * - ALL_RATED: all rated (notes on HD 06-HD/BTCTU, second-hand).
 */
export const capBases = ['GOOD_ONLY', 'GOOD_OR_BETTER', 'ALL_RATED'] as const;
export type CapBase = (typeof capBases)[number];

/**
 * Over which people one cap is counted: the base Party organisation (HD 21-HD/BTCTW, 18/10/2019, Ban Tổ chức Trung
 * ương), each unit alone, or each group of like duties inside one base organisation (NĐ 335/2025/NĐ-CP, 21/12/2025,
 * Chính phủ; for members under QĐ 366-QĐ/TW unconfirmed).
 */
export const capScopes = ['BASE_PARTY_ORG', 'UNIT', 'LIKE_DUTIES'] as const;
export type CapScope = (typeof capScopes)[number];

/** No rule says how a fraction is rounded; FLOOR never exceeds and is the default. */
export const capRoundings = ['FLOOR', 'HALF_UP', 'CEILING'] as const;
export type CapRounding = (typeof capRoundings)[number];

export interface CapRule {
  /** Percent in hundredths: 2000 = 20%. */
  percentHundredths: number;
  base: CapBase;
  scope: CapScope;
  rounding: CapRounding;
}

export function capBaseCount(counts: LevelCounts, base: CapBase): number {
  switch (base) {
    case 'GOOD_ONLY':
      return counts.good;
    case 'GOOD_OR_BETTER':
      return counts.good + counts.excellent;
    case 'ALL_RATED':
      return ratedOf(counts);
  }
}

/** percent x base, rounded, in integers: 20% of 72 is 14,4 and floor gives 14. */
export function capAllowed(base: number, rule: Pick<CapRule, 'percentHundredths' | 'rounding'>): number {
  const scaled = base * rule.percentHundredths;
  switch (rule.rounding) {
    case 'FLOOR':
      return Math.floor(scaled / 10000);
    case 'HALF_UP':
      return Math.floor((scaled + 5000) / 10000);
    case 'CEILING':
      return Math.ceil(scaled / 10000);
  }
}

/** Greatest x in 0..most for which `fits` holds, where fits(x) implies fits(x - 1); 0 when none fits. */
function largestFitting(most: number, fits: (x: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * How many of those now "tốt" may still be raised to "xuất sắc". With GOOD_ONLY each one raised leaves the base, so
 * this can be smaller than what the cap leaves: with 5 "tốt" 20% allow one, but of the four then left they allow none.
 */
export function mayStillRaise(
  counts: LevelCounts,
  rule: Pick<CapRule, 'percentHundredths' | 'base' | 'rounding'>,
): number {
  return largestFitting(counts.good, (raised) => {
    const after = { ...counts, excellent: counts.excellent + raised, good: counts.good - raised };
    return after.excellent <= capAllowed(capBaseCount(after, rule.base), rule);
  });
}
