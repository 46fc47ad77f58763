import type { CapGroup, Caps } from '../../../db/contract/caps.ts';
import { capSentenceOf } from '../../../db/contract/vi/excellence-cap.ts';
import { capBucket, capSentenceNumbers } from '../../../db/domain/cap-buckets.ts';
import { emptyCounts, type LevelCounts } from '../../../db/domain/ratings.ts';

export interface LiveCap {
  key: string;
  name: string;
  counts: LevelCounts;
  allowed: number;
  remaining: number;
  mayStillRaise: number;
  sentence: string;
}

/**
 * A bucket of the cap after changes in the grid that the service's counts do not hold yet. It may be wider than the
 * rows of the grid, so only the difference of the counts is added.
 */
export function liveCap(
  group: CapGroup,
  rule: Caps['rule'],
  counted: LevelCounts = emptyCounts(),
  now: LevelCounts = emptyCounts(),
  of: 'people' | 'collectives' = 'people',
): LiveCap {
  const { key, name, percentHundredths } = group;
  const add = (level: keyof LevelCounts) => group.counts[level] + now[level] - counted[level];
  const counts: LevelCounts = {
    excellent: add('excellent'),
    good: add('good'),
    completed: add('completed'),
    notCompleted: add('notCompleted'),
    unrated: add('unrated'),
  };
  const bucket = capBucket({ scope: 'UNIT', unitId: null }, counts, { ...rule, percentHundredths });
  const { allowed, remaining, mayStillRaise } = bucket;
  const sentence = capSentenceOf(capSentenceNumbers(bucket, rule), of);
  return { key, name, counts, allowed, remaining, mayStillRaise, sentence };
}
