import { describe, expect, it } from 'vitest';
import { voteSentence } from '../../db/contract/vi/ballots.ts';
import {
  type BallotCounts,
  type BallotSheet,
  ballotCountFaults,
  ballotSheetFaults,
  defaultVotingRule,
  type VotingRule,
  voteOutcome,
} from '../../db/domain/ballots.ts';
import { type RatingLevel, ratingLevels } from '../../db/domain/ratings.ts';

const sheet = (change: Partial<BallotSheet> = {}): BallotSheet => ({
  membersTotal: 12,
  present: 10,
  issued: 10,
  returned: 10,
  valid: 9,
  invalid: 1,
  ...change,
});
const counts = (excellent: number, good: number, completed: number, notCompleted: number): BallotCounts => ({
  excellent,
  good,
  completed,
  notCompleted,
});

/** Lays the ballots on the table one by one and asks each present person, as the custom is told in words. */
function oracle(ballots: readonly RatingLevel[], base: number, cascade: boolean): RatingLevel | null {
  const isMoreThanHalf = (some: readonly RatingLevel[]) => some.length > base - some.length;
  for (const level of ratingLevels) if (isMoreThanHalf(ballots.filter((one) => one === level))) return level;
  if (!cascade) return null;
  const better: RatingLevel[] = [];
  for (const level of ratingLevels) {
    better.push(level);
    if (isMoreThanHalf(ballots.filter((one) => better.includes(one)))) return level;
  }
  return null;
}

describe('ballots', () => {
  it('agree with counting ballots one by one for every vote of up to 7 ballots', () => {
    for (let e = 0; e <= 7; e += 1)
      for (let g = 0; e + g <= 7; g += 1)
        for (let c = 0; e + g + c <= 7; c += 1)
          for (let n = 0; e + g + c + n <= 7; n += 1)
            for (let issued = e + g + c + n; issued <= 8; issued += 1)
              for (const present of [issued, issued + 2])
                for (const base of ['PRESENT', 'ISSUED'] as const)
                  for (const cascade of [true, false]) {
                    const ballots = ratingLevels.flatMap((level, i) =>
                      Array.from({ length: [e, g, c, n][i] ?? 0 }, () => level),
                    );
                    const found = voteOutcome(counts(e, g, c, n), sheet({ present, issued }), {
                      base,
                      cascade,
                    });
                    const wanted = oracle(ballots, base === 'PRESENT' ? present : issued, cascade);
                    if (found.level !== wanted)
                      expect([e, g, c, n, issued, present, base, cascade, found.level]).toEqual([wanted]);
                  }
  });

  it('explain the level with their numbers', () => {
    const rule: VotingRule = defaultVotingRule;
    const said = (one: BallotCounts, by = rule) => voteSentence(voteOutcome(one, sheet(), by));
    expect(said(counts(6, 3, 0, 0))).toBe(
      'Đề xuất hoàn thành xuất sắc nhiệm vụ: 6 phiếu, cần 6 (quá nửa của 10 người có mặt).',
    );
    expect(said(counts(5, 4, 0, 0))).toBe(
      'Đề xuất hoàn thành tốt nhiệm vụ: không mức nào tự đủ phiếu; cộng dồn từ mức cao nhất được 9 phiếu, cần 6 (quá nửa của 10 người có mặt).',
    );
    expect(said(counts(5, 4, 0, 0), { base: 'ISSUED', cascade: false })).toBe(
      'Không mức nào đủ phiếu: nhiều nhất 5 phiếu, cần 6 (quá nửa của 10 phiếu phát ra).',
    );
    expect(voteOutcome(counts(5, 4, 0, 0), sheet(), rule).percents).toEqual({
      excellent: 5000,
      good: 4000,
      completed: 0,
      notCompleted: 0,
    });
    expect(voteOutcome(counts(0, 0, 0, 0), sheet({ present: 0 }), rule).level).toBeNull();
  });

  it('are refused at the field where they do not add up', () => {
    expect(ballotSheetFaults(sheet())).toEqual({});
    expect(ballotSheetFaults(sheet({ invalid: 0 }))).toEqual({ valid: 'BALLOTS_DO_NOT_ADD_UP' });
    expect(ballotSheetFaults(sheet({ issued: 9 }))).toEqual({ returned: 'MORE_RETURNED_THAN_ISSUED' });
    expect(ballotSheetFaults(sheet({ present: 9 }))).toEqual({ issued: 'MORE_ISSUED_THAN_PRESENT' });
    expect(ballotSheetFaults(sheet({ membersTotal: 9 }))).toEqual({ present: 'MORE_PRESENT_THAN_MEMBERS' });
    expect(ballotSheetFaults(sheet({ valid: 9.5, invalid: -1 }))).toEqual({
      valid: 'NOT_A_COUNT',
      invalid: 'NOT_A_COUNT',
    });
    expect(ballotCountFaults(counts(3, 3, 3, 0), 9)).toEqual({});
    expect(ballotCountFaults(counts(3, 3, 0, 0), 9)).toEqual({});
    expect(ballotCountFaults(counts(3, 3, 3, 1), 9)).toEqual({ notCompleted: 'MORE_MARKS_THAN_BALLOTS' });
    expect(ballotCountFaults(counts(3, 7, 0, 0), 9)).toEqual({ good: 'MORE_MARKS_THAN_BALLOTS' });
    expect(ballotCountFaults(counts(3, -1, 0, 0), 9)).toEqual({ good: 'NOT_A_COUNT' });
  });
});
