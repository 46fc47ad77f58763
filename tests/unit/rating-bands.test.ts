import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatHundredths } from '../../db/contract/vi/numbers.ts';
import { rulePack366 } from '../../db/contract/vi/rule-packs/qd-366-2025.ts';
import { highestByScore, parseScore, scoreProblems, totalScore } from '../../db/domain/rating-bands.ts';
import type { Scoring } from '../../db/domain/rule-packs.ts';

const scoring = rulePack366.scoring as Scoring;
const levelOf = (typed: string) => highestByScore(scoring, parseScore(typed) ?? Number.NaN);

describe('score bands', () => {
  it('begin exactly at 90, 70 and 50', () => {
    expect(['90', '89,99', '70', '69,99', '50', '49,99', '100', '0'].map(levelOf)).toEqual([
      'excellent',
      'good',
      'good',
      'completed',
      'completed',
      'notCompleted',
      'excellent',
      'notCompleted',
    ]);
  });

  it('take a decimal comma or point, never a third decimal, never a float', () => {
    const typed = [
      '89,99',
      '89.99',
      ' 89,9 ',
      '7',
      '0,05',
      '89,999',
      '89,',
      ',5',
      '-1',
      '1.000,5',
      '90 điểm',
      '',
    ];
    expect(typed.map(parseScore)).toEqual([
      8999,
      8999,
      8990,
      700,
      5,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10000 }), (hundredths) => {
        expect(parseScore(formatHundredths(hundredths))).toBe(hundredths);
      }),
    );
  });

  it('add up parts and name the part that is wrong', () => {
    const common = { id: 'common', hundredths: 2750 };
    const results = { id: 'results', hundredths: 6249 };
    expect(totalScore(scoring, [results, common])).toBe(8999);
    expect(totalScore(scoring, [common])).toBeNull();
    expect(scoreProblems(scoring, [common, results])).toEqual([]);
    expect(
      scoreProblems(scoring, [
        { id: 'common', hundredths: 3001 },
        { id: 'results', hundredths: 7000 },
        { id: 'results', hundredths: 0 },
        { id: 'bonus', hundredths: 1 },
      ]),
    ).toEqual([
      { partId: 'common', reason: 'OUT_OF_RANGE' },
      { partId: 'results', reason: 'GIVEN_TWICE' },
      { partId: 'bonus', reason: 'UNKNOWN_PART' },
    ]);
    expect(scoreProblems(scoring, [{ id: 'common', hundredths: 0.5 }])).toHaveLength(1);
    expect(scoreProblems(null, [])).toEqual([]);
    expect(scoreProblems(null, [common])).toEqual([{ partId: null, reason: 'NO_SCORE_IN_PACK' }]);
  });
});
