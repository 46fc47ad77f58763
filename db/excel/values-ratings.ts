import {
  ratingPrefixes,
  ratingShortWords,
  ratingWords,
  scoreWords,
  unratedStarts,
} from '../contract/vi/sheet-words.ts';
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

const SCORE = `\\d{1,3}(?:[.,]\\d{1,2})?\\s*(?:${scoreWords.map((word) => word.normalize('NFC')).join('|')})?`;
/** "95 điểm - " before a level, "(95)" or "- 95 điểm" behind it. */
const SCORE_BESIDE = new RegExp(`^\\s*${SCORE}\\s*[:;,–-]\\s*|\\s*[(:;,–-]\\s*${SCORE}\\s*\\)?\\s*$`, 'giu');

function levelOf(text: string): RatingLevel | undefined {
  let key = titleKey(text);
  for (const prefix of prefixes) {
    if (key !== prefix && keyStartsWith(key, prefix)) key = key.slice(prefix.length + 1);
    // "Mức 2: HTTNV"
    if (/^\d \p{L}/u.test(key)) key = key.slice(2);
  }
  return levels.get(squeezed(key)) ?? levels.get(squeezed(inFull(key)));
}

/**
 * Reads a level in any of its spellings: full name, HTXSNV, HTXS, XS, "Xuất sắc", with or without "Xếp loại" or a
 * score beside it.
 */
export function parseRating(text: string): RatingText {
  const level =
    levelOf(text) ?? (/\d/.test(text) ? levelOf(text.normalize('NFC').replace(SCORE_BESIDE, '')) : undefined);
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
