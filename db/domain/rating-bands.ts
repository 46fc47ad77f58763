import type { RatingLevel } from './ratings.ts';

/**
 * Scores of the rating (QĐ 366-QĐ/TW điều 11, 30/8/2025, Bộ Chính trị). A score is an integer of hundredths of a point
 * (8999 = 89,99), so that 89,99 is never taken for 90; no rule says how a third decimal is rounded, so none is taken.
 */
const SCORE = /^(\d{1,3})(?:[.,](\d{1,2}))?$/;

/** Reads '89,99', '89.99', '90'. Null for anything else, also for a third decimal. */
export function parseScore(typed: string): number | null {
  const match = SCORE.exec(typed.trim());
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** Points on top of the parts, where a province's table gives any. */
export const BONUS_PART = 'bonus';

/** One part's points, in hundredths. */
export interface PartScore {
  id: string;
  hundredths: number;
}

export interface ScoreProblem {
  /** Part that is wrong; null when the rules know no score at all. */
  partId: string | null;
  reason: 'NO_SCORE_IN_PACK' | 'UNKNOWN_PART' | 'GIVEN_TWICE' | 'OUT_OF_RANGE';
}

/** What is wrong with the points given; parts not given yet are no fault. */
export function scoreProblems(
  scoring: { parts: readonly { id: string; maxHundredths: number }[] } | null,
  given: readonly PartScore[],
): ScoreProblem[] {
  if (!scoring) return given.length === 0 ? [] : [{ partId: null, reason: 'NO_SCORE_IN_PACK' }];
  return given.flatMap(({ id, hundredths }, index): ScoreProblem[] => {
    const part = scoring.parts.find((one) => one.id === id);
    if (!part) return [{ partId: id, reason: 'UNKNOWN_PART' }];
    if (given.findIndex((one) => one.id === id) < index) return [{ partId: id, reason: 'GIVEN_TWICE' }];
    const fits = Number.isInteger(hundredths) && hundredths >= 0 && hundredths <= part.maxHundredths;
    return fits ? [] : [{ partId: id, reason: 'OUT_OF_RANGE' }];
  });
}

/**
 * Sum in hundredths; null as long as a part is missing. A bonus comes on top and never lifts the sum over the scale: no
 * rule that we read says otherwise.
 */
export function totalScore(
  scoring: { totalHundredths: number; parts: readonly { id: string }[] },
  given: readonly PartScore[],
): number | null {
  let sum = given.find((one) => one.id === BONUS_PART)?.hundredths ?? 0;
  for (const part of scoring.parts) {
    if (part.id === BONUS_PART) continue;
    const score = given.find((one) => one.id === part.id);
    if (!score) return null;
    sum += score.hundredths;
  }
  return Math.min(sum, scoring.totalHundredths);
}

/** The highest level that a score leaves: the first band whose minimum it reaches (`>=`); conditions only lower it. */
export const highestByScore = (
  scoring: { bands: readonly { level: RatingLevel; minHundredths: number }[] },
  hundredths: number,
): RatingLevel => scoring.bands.find((band) => hundredths >= band.minHundredths)?.level ?? 'notCompleted';
