import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rulePack366 } from '../../db/contract/vi/rule-packs/qd-366-2025.ts';
import {
  criterionProblems,
  partScores,
  partsFromCriteria,
  type ScoredPart,
  scoredParts,
} from '../../db/domain/criteria-points.ts';
import { scoreProblems, totalScore } from '../../db/domain/rating-bands.ts';
import { groupedPack } from '../helpers/province-pack.ts';

const criteriaTables = groupedPack.tables.map((table) => ({ ...table, bonus: table.bonus }));
const pack = { ...rulePack366, criteriaTables };
const leader = scoredParts(pack, 'leader');
const { scoring } = rulePack366;
const totalOf = (points: Record<string, number>, typed: Record<string, number> = {}) =>
  scoring && totalScore(scoring, partScores(partsFromCriteria(leader, points, typed)));

describe('points by criterion', () => {
  it('stand in the table of the group, the bonus last', () => {
    expect(leader.map(({ id, criteria }) => [id, criteria.length])).toEqual([
      ['common', 2],
      ['results', 2],
      ['bonus', 2],
    ]);
    const shown = (group: 'noPost' | 'outsideSystem' | null) =>
      scoredParts(pack, group).map(({ id, criteria }) => [id, criteria.length]);
    expect(shown('noPost')).toEqual([
      ['common', 2],
      ['results', 0],
    ]);
    expect(shown('outsideSystem')).toEqual([
      ['common', 0],
      ['results', 0],
    ]);
    expect(shown(null)).toEqual(shown('outsideSystem'));
    expect(scoredParts({ ...pack, scoring: null }, 'leader')).toEqual([]);
  });

  it('give a part its sum once none is missing; other parts keep what was typed', () => {
    expect(partsFromCriteria(leader, {}, { common: 2800 })).toEqual({ common: 2800 });
    expect(partsFromCriteria(leader, { t1r5: 1000 }, { common: 2800, results: 6000 })).toEqual({
      results: 6000,
    });
    expect(partsFromCriteria(leader, { t1r5: 1000, t1r6: 0 }, { results: 6000 })).toEqual({
      common: 1000,
      results: 6000,
    });
    expect(partsFromCriteria(leader, { t1r11: 300 }, {})).toEqual({ bonus: 300 });
    expect(totalOf({ t1r5: 1250, t1r6: 1750, t1r11: 300 }, { results: 6900 })).toBe(10_000);
    expect(totalOf({ t1r5: 1250, t1r6: 1000, t1r11: 300 }, { results: 6900 })).toBe(9450);
    expect(totalOf({ t1r5: 1250, t1r11: 300 }, { results: 6900 })).toBeNull();
  });

  it('are refused above the maximum, below 0 and where the table has no such criterion', () => {
    expect(criterionProblems(leader, { t1r5: 1250, t1r6: 1751, t1r8: -1, t2r5: 5 })).toEqual([
      { criterionId: 't1r6', reason: 'OUT_OF_RANGE' },
      { criterionId: 't1r8', reason: 'OUT_OF_RANGE' },
      { criterionId: 't2r5', reason: 'UNKNOWN_CRITERION' },
    ]);
    // Each of the two is within its own maximum, both together are more than the bonus has.
    const bonus = partsFromCriteria(leader, { t1r11: 500, t1r12: 300 }, {});
    expect(scoreProblems({ parts: leader }, partScores(bonus))).toEqual([
      { partId: 'bonus', reason: 'OUT_OF_RANGE' },
    ]);
  });

  const anyTable = fc
    .array(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 8 }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((parts) =>
      parts.map(
        (most, part): ScoredPart => ({
          id: `part${part}`,
          title: '',
          maxHundredths: most.reduce((sum, one) => sum + one, 0),
          isBonus: false,
          criteria: most.map((maxHundredths, at) => ({ id: `p${part}c${at}`, text: '', maxHundredths })),
        }),
      ),
    );

  it('add up to the parts and the parts to the total, in any order of criteria, never above a maximum', () => {
    fc.assert(
      fc.property(
        anyTable,
        fc.nat(),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
        (parts, seed, shares) => {
          const criteria = parts.flatMap((part) => part.criteria);
          const given = criteria.map(({ id, maxHundredths }, at): [string, number] => [
            id,
            Math.round(maxHundredths * (shares[at % Math.max(shares.length, 1)] ?? 1)),
          ]);
          const turned = given.map((_, at) => given[(at * 7 + seed) % given.length] ?? ['', 0]);
          const points = Object.fromEntries([...turned, ...given]);
          const mixed = parts.map((part) => ({ ...part, criteria: part.criteria.toReversed() })).toReversed();
          const sums = partsFromCriteria(parts, points, {});
          expect(partsFromCriteria(mixed, points, {})).toEqual(sums);
          expect(criterionProblems(parts, points)).toEqual([]);
          expect(scoreProblems({ parts }, partScores(sums))).toEqual([]);
          let all = 0;
          for (const [, one] of given) all += one;
          const totalHundredths = parts.reduce((sum, part) => sum + part.maxHundredths, 0);
          expect(totalScore({ totalHundredths, parts }, partScores(sums))).toBe(all);
          const [first] = criteria;
          if (first)
            expect(criterionProblems(parts, { ...points, [first.id]: first.maxHundredths + 1 })).toHaveLength(
              1,
            );
        },
      ),
    );
  });
});
