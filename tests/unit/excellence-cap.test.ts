import { describe, expect, it } from 'vitest';
import {
  type CapRule,
  capAllowed,
  capBaseCount,
  capBases,
  capRoundings,
  mayStillRaise,
} from '../../db/domain/excellence-cap.ts';
import type { LevelCounts } from '../../db/domain/ratings.ts';

const counts = (excellent: number, good: number, completed: number, notCompleted: number): LevelCounts => ({
  excellent,
  good,
  completed,
  notCompleted,
  unrated: 3,
});

/** Brute force: tries every number of people and keeps those that the wording allows, without any division. */
function bruteAllowed(people: LevelCounts, rule: CapRule): number {
  const list = (['excellent', 'good', 'completed', 'notCompleted'] as const).flatMap((level) =>
    Array.from({ length: people[level] }, () => level),
  );
  const inBase = list.filter((level) => {
    if (rule.base === 'GOOD_ONLY') return level === 'good';
    if (rule.base === 'GOOD_OR_BETTER') return level === 'good' || level === 'excellent';
    return true;
  }).length;
  // x is compared with percent x base in ten-thousandths, so nothing is ever rounded by the oracle itself.
  const exact = rule.percentHundredths * inBase;
  const candidates = Array.from({ length: inBase + 2 }, (_, x) => x);
  switch (rule.rounding) {
    case 'FLOOR':
      return Math.max(...candidates.filter((x) => x * 10000 <= exact));
    case 'CEILING':
      return Math.min(...candidates.filter((x) => x * 10000 >= exact));
    case 'HALF_UP':
      return Math.max(...candidates.filter((x) => x * 20000 - 10000 <= 2 * exact));
  }
}

const allowedOf = (people: LevelCounts, rule: CapRule) => capAllowed(capBaseCount(people, rule.base), rule);

const rules: CapRule[] = [2000, 2500, 1250, 0, 10000].flatMap((percentHundredths) =>
  capBases.flatMap((base) =>
    capRoundings.map((rounding) => ({ percentHundredths, base, rounding, scope: 'BASE_PARTY_ORG' as const })),
  ),
);

describe('cap on "xuất sắc"', () => {
  it('agrees with brute force for every small group in every base and rounding', () => {
    for (const rule of rules)
      for (let e = 0; e <= 6; e += 1)
        for (let g = 0; g <= 12; g += 1)
          for (let c = 0; c <= 4; c += 1)
            for (let n = 0; n <= 2; n += 1) {
              const people = counts(e, g, c, n);
              expect(allowedOf(people, rule), JSON.stringify({ people, rule })).toBe(
                bruteAllowed(people, rule),
              );
            }
  });

  it('gives the figures of the sample sheet of 2024 with the default rule', () => {
    const rule: CapRule = {
      percentHundredths: 2000,
      base: 'GOOD_ONLY',
      scope: 'BASE_PARTY_ORG',
      rounding: 'FLOOR',
    };
    expect(capBaseCount(counts(14, 72, 25, 0), rule.base)).toBe(72);
    expect(allowedOf(counts(14, 72, 25, 0), rule)).toBe(14);
  });

  it('finds the largest number of "xuất sắc" among candidates, which shrinks its own base', () => {
    const rule: CapRule = {
      percentHundredths: 2000,
      base: 'GOOD_ONLY',
      scope: 'BASE_PARTY_ORG',
      rounding: 'FLOOR',
    };
    // X <= 20% x (G - X) is X <= G / 6.
    for (let g = 0; g <= 120; g += 1) expect(mayStillRaise(counts(0, g, 5, 0), rule)).toBe(Math.floor(g / 6));
    for (const other of rules)
      for (let g = 0; g <= 30; g += 1) {
        const fits = (x: number) => x <= bruteAllowed(counts(x, g - x, 4, 0), other);
        const best = Math.max(...Array.from({ length: g + 1 }, (_, x) => x).filter(fits), 0);
        expect(mayStillRaise(counts(0, g, 4, 0), other)).toBe(best);
      }
  });
});
