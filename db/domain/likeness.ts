import { foldForSearch } from './names.ts';

/** Pairs of neighbouring letters of each word; words stay apart, so that their order hardly matters. */
function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (const word of foldForSearch(text).split(' ')) {
    const padded = ` ${word} `;
    for (let at = 0; at < padded.length - 1; at += 1) {
      const pair = padded.slice(at, at + 2);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  return pairs;
}

const sizeOf = (pairs: ReadonlyMap<string, number>): number =>
  [...pairs.values()].reduce((sum, count) => sum + count, 0);

/** How alike two names are once folded: 1 the same, 0 nothing in common (Dice's coefficient over pairs of letters). */
function likeness(a: string, b: string): number {
  const left = pairsOf(a);
  const right = pairsOf(b);
  const size = sizeOf(left) + sizeOf(right);
  if (size === 0) return 0;
  let common = 0;
  for (const [pair, count] of left) common += Math.min(count, right.get(pair) ?? 0);
  return (2 * common) / size;
}

/** The candidates most like a name, the likest first; those below the limit are no help. */
export function likest<T>(
  name: string,
  candidates: readonly T[],
  nameOf: (candidate: T) => string,
  { least = 0.5, most = 3 }: { least?: number; most?: number } = {},
): T[] {
  return candidates
    .map((candidate) => ({ candidate, score: likeness(name, nameOf(candidate)) }))
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}
