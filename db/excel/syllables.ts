import { syllableParts } from '../contract/vi/sheet-old-fonts.ts';

const alternatives = (parts: string): string =>
  parts
    .normalize('NFC')
    .split(' ')
    .sort((a, b) => b.length - a.length)
    .join('|');
const SYLLABLE = new RegExp(
  `^(?:${alternatives(syllableParts.starts)})?(?:${alternatives(syllableParts.vowels)})(?:${alternatives(syllableParts.ends)})?$`,
  'u',
);
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Whether a word of letters is spelled as Vietnamese syllables are, with at most one tone. */
export function isSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD');
  if ((parts.match(TONE)?.length ?? 0) > 1) return false;
  return SYLLABLE.test(parts.replace(TONE, '').normalize('NFC'));
}

/** Words with a letter beyond ASCII, and how many of them are syllables. */
export function countSyllables(text: string): { words: number; syllables: number } {
  let words = 0;
  let syllables = 0;
  for (const word of text.normalize('NFC').split(/[\s\d.,;:()/"'“”\-–_*+?!&]+/)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII
    if (!/[^\u0000-\u007f]/.test(word)) continue;
    words += 1;
    if (isSyllable(word)) syllables += 1;
  }
  return { words, syllables };
}
