import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countLevels, percentHundredths, ratedOf, ratingLevels } from '../../db/domain/ratings.ts';

it('counts every person exactly once, in any order', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ratingLevels, null)), (levels) => {
      const counts = countLevels(levels);
      expect(ratedOf(counts) + counts.unrated).toBe(levels.length);
      expect(countLevels([...levels].reverse())).toEqual(counts);
    }),
  );
});

it('gives percents half up in hundredths, without floating point', () => {
  expect(percentHundredths(14, 118)).toBe(1186);
  expect(percentHundredths(1, 3)).toBe(3333);
  expect(percentHundredths(2, 3)).toBe(6667);
  expect(percentHundredths(1, 8)).toBe(1250);
  expect(percentHundredths(1, 20000)).toBe(1);
  expect(percentHundredths(5, 5)).toBe(10000);
  expect(percentHundredths(0, 0)).toBeNull();
  fc.assert(
    fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), (part, base) => {
      const exact = (BigInt(part) * 10000n * 2n + BigInt(base)) / (2n * BigInt(base));
      expect(percentHundredths(part, base)).toBe(Number(exact));
    }),
  );
});
