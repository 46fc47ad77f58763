import { ratingPrefixes, ratingShortWords, ratingWords, unratedStarts } from '../contract/vi/sheet-words.ts';
import { cleanText } from '../domain/names.ts';
import type { RatingLevel } from '../domain/ratings.ts';
import { keyStartsWith, titleKey } from './title-keys.ts';

/** Where an abbreviation is cut into words differs from office to office: "HT XSNV", "K.HTNV". */
const squeezed = (key: string): string => key.replaceAll(' ', '');
const levels = new Map(ratingWords.map(([text, level]) => [squeezed(titleKey(text)), level]));
const shortWords = new Map(ratingShortWords.map(([short, full]) => [short, titleKey(full)]));
const inFull = (key: string): string =>
  key
    .split(' ')
    .map((word) => shortWords.get(word) ?? word)
    .join(' ');
const prefixes = ratingPrefixes.map(titleKey);
const unrated = unratedStarts.map(titleKey).sort((a, b) => b.length - a.length);

export type RatingText =
  | { kind: 'level'; level: RatingLevel }
  /** Said to have no level; `reason` is '' when none is given. */
  | { kind: 'unrated'; reason: string }
  | { kind: 'unknown' };

/** Reads a level in any of its spellings: full name, HTXSNV, HTXS, XS, "Xuất sắc", with or without "Xếp loại". */
export function parseRating(text: string): RatingText {
  let key = titleKey(text);
  for (const prefix of prefixes) {
    if (key !== prefix && keyStartsWith(key, prefix)) key = key.slice(prefix.length + 1);
  }
  const level = levels.get(squeezed(key)) ?? levels.get(squeezed(inFull(key)));
  if (level) return { kind: 'level', level };
  const start = unrated.find((words) => keyStartsWith(titleKey(text), words));
  if (start === undefined) return { kind: 'unknown' };
  return { kind: 'unrated', reason: reasonAfter(text, start.split(' ').length) };
}

/** What follows the first words: 'Chưa xếp loại (nghỉ thai sản)' -> 'nghỉ thai sản'. */
function reasonAfter(text: string, words: number): string {
  const rest = cleanText(text)
    .split(/[\s,]+/)
    .slice(words)
    .join(' ');
  return rest.replace(/^[\s(:;,.–-]+/, '').replace(/[\s).;]+$/, '');
}
