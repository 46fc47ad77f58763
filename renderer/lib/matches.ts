import { foldForSearch } from '../../db/domain/names.ts';

/** A test for text that holds every word typed, without marks; no words match everything. */
export function matcherOf(typed: string): (text: string) => boolean {
  const words = foldForSearch(typed).split(' ').filter(Boolean);
  if (words.length === 0) return () => true;
  return (text) => {
    const folded = foldForSearch(text);
    return words.every((word) => folded.includes(word));
  };
}
