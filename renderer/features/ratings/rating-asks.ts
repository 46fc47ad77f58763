import type { Asking } from './rating-acts.ts';

/**
 * Levels that still need something are asked about one after the other: a refusal comes while the next levels are typed.
 * The same level asked for something more keeps its place; null: the first one is answered or given up.
 */
export function nextAsks(asks: readonly Asking[], asking: Asking | null): readonly Asking[] {
  if (asking === null) return asks.slice(1);
  const { row, change, answer } = asking;
  const at = asks.findIndex(
    (each) => each.row.key === row.key && each.change.field === change.field && each.answer === answer,
  );
  return at < 0 ? [...asks, asking] : asks.with(at, asking);
}
