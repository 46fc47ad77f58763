/**
 * How titles and words of sheets are compared: lower case, without tone marks (so that hoà = hòa and NFD = NFC),
 * y as i, punctuation as spaces. The letters ă â đ ê ô ơ ư stay apart, or "Nam" would be "Năm".
 */
export function titleKey(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC')
    .replace(/y/g, 'i')
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
}

const TONES = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

/**
 * The same with the tone of each word kept behind it, so that its placement does not matter (uỷ = ủy) but "Cộng" is
 * not "Công" and "Bản" not "Bàn". For words that stand among people's names and plain sentences.
 */
export function wordKey(text: string): string {
  return text
    .normalize('NFC')
    .split(/[^\p{L}\p{N}%]+/u)
    .filter(Boolean)
    .map((word) => {
      const tone = TONES.findIndex((mark) => word.normalize('NFD').includes(mark));
      return tone < 0 ? titleKey(word) : `${titleKey(word)}${tone + 1}`;
    })
    .join(' ');
}

/** Whether `key` is `start` or begins with it as whole words; both are keys. */
export const keyStartsWith = (key: string, start: string): boolean =>
  key === start || key.startsWith(`${start} `);

const FIRST = /[\p{L}\p{N}%]/u;
/** Letters met so far and what keys make of them. */
const lettersOfKeys = new Map<string, string>();

function firstLetterOfKey(text: string): string {
  const letter = FIRST.exec(text)?.[0] ?? '';
  const known = lettersOfKeys.get(letter);
  if (known !== undefined) return known;
  const made = titleKey(letter);
  lettersOfKeys.set(letter, made);
  return made;
}

/** Tells whether a text begins with any of these words, tones and all. Asked of every row of long lists. */
export function startsWithAny(words: readonly string[]): (text: string) => boolean {
  const starts = words.map(wordKey);
  const letters = new Set(starts.map((start) => start.charAt(0)));
  return (text) => {
    // Most names begin with another letter and need no key.
    if (!letters.has(firstLetterOfKey(text.normalize('NFC')))) return false;
    const key = wordKey(text);
    return starts.some((start) => keyStartsWith(key, start));
  };
}

/** Whether the whole words of `words` stand in `key`; both are keys. */
export const keyHolds = (key: string, words: string): boolean => ` ${key} `.includes(` ${words} `);

/** Typed without any marks: 'Ho va ten'. Signs would be lost in the folded text, so there are none. */
export const isPlainLatin = (text: string): boolean => /^[\w\s.,:*/()-]*$/.test(text);
