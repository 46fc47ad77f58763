import type { Cap } from '../../../db/contract/ratings.ts';
import { capAllowed, capBaseCount } from '../../../db/domain/excellence-cap.ts';
import type { LevelCounts } from '../../../db/domain/ratings.ts';

/**
 * The cap after changes in the grid that the service's answer does not hold yet. Its scope may be wider than the
 * rows of the grid, so only the difference of the counts is added.
 */
export function liveCap(cap: Cap, counted: LevelCounts, now: LevelCounts): Cap {
  const difference: LevelCounts = {
    excellent: now.excellent - counted.excellent,
    good: now.good - counted.good,
    completed: now.completed - counted.completed,
    notCompleted: now.notCompleted - counted.notCompleted,
    unrated: now.unrated - counted.unrated,
  };
  const base = cap.base + capBaseCount(difference, cap.rule.base);
  const excellent = cap.excellent + difference.excellent;
  const allowed = capAllowed(base, cap.rule);
  return { rule: cap.rule, base, allowed, excellent, remaining: allowed - excellent };
}
