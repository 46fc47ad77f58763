/**
 * Vietnamese names: cleaning, folding for search, and the sort key.
 *
 * Order: the 29 letters of the Vietnamese alphabet (a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y,
 * with f j w z in their Latin places), then the tone in dictionary order: ngang, huyền, hỏi, ngã, sắc, nặng
 * (Từ điển tiếng Việt, Viện Ngôn ngữ học). A tone decides only between words of the same letters.
 */
const LETTERS = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
const TONES = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here
const UNCLEAN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[^\S ]| {2}|^ | $/;
/** They show nothing: joiners, breaks without width, and marks of the writing direction that Word leaves behind. */
const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** NFC, no-break and double spaces to one space, no control characters, trimmed. */
export function cleanText(text: string): string {
  const composed = text.normalize('NFC');
  // Most cells of a sheet are clean already, and a sheet has hundreds of thousands.
  if (!UNCLEAN.test(composed)) return composed;
  return (
    composed
      .replace(UNSEEN, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here
      .replace(/[\u0000-\u001f\u007f-\u009f\u00a0\s]+/g, ' ')
      .trim()
  );
}

/**
 * Search key: lower case, without tone and letter marks, đ as d, y as i, single spaces, letters and digits only.
 * Tone placement (hoà/hòa) and NFD fold away because every mark is dropped.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/y/g, 'i')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** 'Nguyễn Văn An' -> 'nva'. */
export function initialsOf(name: string): string {
  return foldForSearch(name)
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');
}

/** Ends the letters: below the space, which goes on with another word. */
const END = '\t';

interface CharKey {
  letter: string;
  tone: string;
}
/** Characters met so far: a sort key is asked of each text of a long list. */
const charKeys = new Map<string, CharKey>();

function charKey(char: string): CharKey {
  const met = charKeys.get(char);
  if (met !== undefined) return met;
  let tone = 0;
  const base = char
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, (mark) => {
      tone = TONES.indexOf(mark) + 1;
      return '';
    })
    .normalize('NFC');
  const rank = LETTERS.indexOf(base);
  const letter = rank >= 0 ? String.fromCharCode(97 + rank) : /\d/.test(base) ? base : '';
  const key = { letter, tone: String(tone) };
  charKeys.set(char, key);
  return key;
}

/** A number is known by its length first, so that 2 comes before 10; leading zeros say nothing. */
const withLengths = (word: string): string =>
  word.replace(/\d+/g, (run) => {
    const digits = run.replace(/^0+(?=\d)/, '');
    return `${Math.min(digits.length, 10) - 1}${digits}`;
  });

const wordKeys = (word: string): { letters: string; tones: string } => {
  let letters = '';
  let tones = '';
  for (const char of withLengths(word.normalize('NFC').toLowerCase())) {
    const { letter, tone } = charKey(char);
    letters += letter;
    tones += tone;
  }
  return { letters, tones };
};

/**
 * Text whose byte order is the Vietnamese order of the words given, first word first.
 * Letters of all words come before any tone, so that a tone decides only between equal letters; fewer words come
 * before the same words and more.
 */
export function vietnameseSortKey(text: string): string {
  const words = cleanText(text).split(' ').filter(Boolean).map(wordKeys);
  return `${words.map((word) => word.letters).join(' ')}${END}${words.map((word) => word.tones).join(' ')}`;
}

/** Sort key of a person: given name first, then family name and middle names. */
export function nameSortKey(fullName: string): string {
  const words = cleanText(fullName).split(' ');
  const given = words.at(-1) ?? '';
  return `${vietnameseSortKey(given)} ${vietnameseSortKey(words.slice(0, -1).join(' '))}`;
}

/** ALL CAPS to title case: 'PHẠM TRỌNG HIẾU' -> 'Phạm Trọng Hiếu'. A name with a small letter is kept as it is. */
export function titleCaseIfAllCaps(name: string): string {
  if (name !== name.toUpperCase() || name === name.toLowerCase()) return name;
  return name
    .toLowerCase()
    .replace(/(^|[\s\-'’(])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
