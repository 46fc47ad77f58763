import type { RatingEvaluation } from './rating-conditions.ts';

/**
 * The conditions of one person or collective in one word: all hold; at least one does not, and the level is lower for
 * it; or something is not known or only to be looked at.
 */
export const conditionStates = ['met', 'failed', 'check'] as const;
export type ConditionState = (typeof conditionStates)[number];

export function conditionStateOf({ findings }: Pick<RatingEvaluation, 'findings'>): ConditionState {
  const lowers = findings.some((one) => one.effect.kind !== 'none' && one.effect.kind !== 'notice');
  if (lowers) return 'failed';
  return findings.every((one) => one.holds === true) ? 'met' : 'check';
}
