/** The four rating levels, best first (QĐ 366-QĐ/TW điều 11, 30/8/2025, Bộ Chính trị), and "not rated". */
export const ratingLevels = ['excellent', 'good', 'completed', 'notCompleted'] as const;
export type RatingLevel = (typeof ratingLevels)[number];

/** Which of the three separate values of a rating: by the person, by the cell, by the competent body. */
export const ratingStages = ['self', 'proposed', 'decided'] as const;
export type RatingStage = (typeof ratingStages)[number];

/** People per level; `unrated` completes the base: the five numbers always add up to it. */
export type LevelCounts = Record<RatingLevel | 'unrated', number>;

export const emptyCounts = (): LevelCounts => ({
  excellent: 0,
  good: 0,
  completed: 0,
  notCompleted: 0,
  unrated: 0,
});

export function countLevels(levels: Iterable<RatingLevel | null>): LevelCounts {
  const counts = emptyCounts();
  for (const level of levels) counts[level ?? 'unrated'] += 1;
  return counts;
}

export const ratedOf = (counts: LevelCounts): number =>
  counts.excellent + counts.good + counts.completed + counts.notCompleted;

/** Percent in hundredths (1234 = 12,34%), half up, computed in integers; null on an empty base. */
export function percentHundredths(part: number, base: number): number | null {
  return base === 0 ? null : Math.floor((part * 20000 + base) / (2 * base));
}
