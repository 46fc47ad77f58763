import type { PledgeStatus } from './cycle.ts';

/**
 * The ways on from each status of a pledge; no national text fixes its course. A filed pledge can be filed again with
 * other days, and what was filed by mistake goes back to not filed.
 */
const pledgeTransitions = {
  notFiled: ['filed'],
  filed: ['filed', 'confirmed', 'returned', 'notFiled'],
  confirmed: ['returned', 'notFiled'],
  returned: ['filed', 'notFiled'],
} as const satisfies Record<PledgeStatus, readonly PledgeStatus[]>;

export function mayStepPledge(from: PledgeStatus, to: PledgeStatus): boolean {
  const ways: readonly PledgeStatus[] = pledgeTransitions[from];
  return ways.includes(to);
}

/** From how many others with the same text on the clerk is told; the office may set another (design, no rule). */
export const DEFAULT_SAME_TEXTS = 5;

/**
 * Ids of pledges whose text at least `others` other pledges have too, in the order given. Equal keys are equal texts
 * (folded, spaces made single); an empty one is no text.
 */
export function identicalPledges(
  pledges: readonly { id: number; textKey: string }[],
  others: number = DEFAULT_SAME_TEXTS,
): number[] {
  const counts = new Map<string, number>();
  for (const { textKey } of pledges) counts.set(textKey, (counts.get(textKey) ?? 0) + 1);
  return pledges
    .filter(({ textKey }) => textKey !== '' && (counts.get(textKey) ?? 0) - 1 >= others)
    .map(({ id }) => id);
}
