import {
  afterUnitName,
  categoryStarts,
  manyUnitWords,
  notUnitAfter,
  partyUnitStarts,
  peopleNouns,
  smallUnitWords,
  titledUnitWords,
  unitLabels,
  unitStarts,
  unnamedUnits,
} from '../contract/vi/sheet-words.ts';
import { cleanText } from '../domain/names.ts';
import { startsWithAny, wordKey } from './title-keys.ts';
import { parseRating } from './values-ratings.ts';

const startsAsAnyUnit = startsWithAny(unitStarts);
const startsAsPartyBody = startsWithAny(partyUnitStarts);
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const nouns = [...peopleNouns]
  .sort((a, b) => b.length - a.length)
  .map((noun) => escaped(noun.normalize('NFC')))
  .join('|');
/**
 * "(19 đồng chí)", "- 25 đ/c", ": 25 đảng viên", "(25)" at the end of a section's title, also with what they are:
 * ": 25 đảng viên (7 nữ)", "(25 đ/c, 7 nữ)".
 */
const COUNT_AT_END = new RegExp(
  `[\\s:,;–—-]*(?:\\(\\s*(?:có\\s+)?(\\d{1,5})\\s*(?:(?:${nouns})?|(?:${nouns})\\s*[,;:][^()]*)\\s*\\)|(?<=[\\s:,;–—-])(\\d{1,5})\\s*(?:${nouns})(?:\\s*\\([^()]*\\))?)[\\s.:;/]*$`,
  'iu',
);
const PEOPLE = new RegExp(`(\\d{1,5})\\s*(?:\\([^)]*\\)\\s*)?(?:${nouns})(?![\\p{L}])`, 'iu');
const ROMAN = '(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})';
/** "I. ", "II- ", "A) ", "1. ", "1.2. " before a name. */
const NUMBERING = new RegExp(
  `^(?:(?<roman>${ROMAN})|(?<letter>[A-H])|(?<small>[a-h])(?=[.)])|(?<digits>\\d{1,3}(?:\\.\\d{1,2})*))\\s*[.)/:–—-]+\\s*`,
  'u',
);

export type NumberingStyle = 'letter' | 'roman' | 'small' | 'digits' | 'none';

const ROMAN_ALONE = new RegExp(`^${ROMAN}[.)]?$`, 'u');
export const isRoman = (text: string): boolean => ROMAN_ALONE.test(text);
export const isSectionLetter = (text: string): boolean => /^[A-H][.)]?$/.test(text);
export const isSmallLetter = (text: string): boolean => /^[a-h][.)]$/.test(text);

/** How a section's title is numbered; a lone letter I, V or X is a Roman number. */
export function numberingStyle(text: string): NumberingStyle {
  const groups = NUMBERING.exec(text)?.groups;
  if (groups === undefined) return 'none';
  return groups.roman ? 'roman' : groups.letter ? 'letter' : groups.small ? 'small' : 'digits';
}

/** Whether a text begins as names of units do. */
export const startsAsUnit = (text: string): boolean => startsAsAnyUnit(text.replace(NUMBERING, ''));

/** Whether it begins as names of Party organisations do; unlike "Bàn" or "Xa", no family name does. */
export const startsAsPartyUnit = (text: string): boolean => startsAsPartyBody(text.replace(NUMBERING, ''));

/** Whether it names a Party cell (chi bộ), the unit that a member belongs to. */
export const startsAsCell = startsWithAny(partyUnitStarts.slice(0, 1));

const startsAsCategory = startsWithAny(categoryStarts);
/** "CHI BỘ", "ĐẢNG BỘ BỘ PHẬN" over several of them. */
const kindNames = new Set(unnamedUnits.map(wordKey));
/** Whether a section groups rows inside their unit: "Đảng viên dự bị", "Hoàn thành tốt nhiệm vụ", "Chi bộ". */
export const isCategory = (name: string): boolean =>
  startsAsCategory(name) || kindNames.has(wordKey(name)) || parseRating(name).kind !== 'unknown';

export function countAtEnd(text: string): number | null {
  const match = COUNT_AT_END.exec(text);
  const digits = match?.[1] ?? match?.[2];
  return digits === undefined ? null : Number(digits);
}

/** A number of people anywhere in a sentence: "Danh sách có 118 (một trăm mười tám) đồng chí./." -> 118. */
export function countOfPeople(text: string): number | null {
  const digits = PEOPLE.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** 'I. Chi bộ thôn Tà Pình (19 đồng chí)' -> 'Chi bộ thôn Tà Pình'. */
export function unitName(text: string): string {
  let name = cleanText(text).replace(NUMBERING, '').replace(COUNT_AT_END, '');
  for (const label of unitLabels) {
    const start = label.normalize('NFC');
    if (name.toLowerCase().startsWith(start.toLowerCase())) name = name.slice(start.length);
  }
  return unitCase(cleanText(name.replace(/[\s:;,.–—-]+$/, '')));
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const phrases = new Map(
  [...smallUnitWords, ...titledUnitWords].map((words) => [
    words.normalize('NFC').toLowerCase(),
    words.normalize('NFC'),
  ]),
);
const LONGEST_PHRASE = 4;

/** 'CHI BỘ THÔN TÀ PÌNH' -> 'Chi bộ thôn Tà Pình'; a name with a small letter stays as it is. */
export function unitCase(name: string): string {
  if (name !== name.toUpperCase() || name === name.toLowerCase()) return name;
  const words = name.toLowerCase().split(' ');
  const out: string[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(LONGEST_PHRASE, words.length - at);
    while (length > 0 && !phrases.has(words.slice(at, at + length).join(' '))) length -= 1;
    const phrase = length === 0 ? undefined : phrases.get(words.slice(at, at + length).join(' '));
    // Abbreviations, UBND and THCS, have no vowel to be read by.
    const word = words[at] ?? '';
    out.push(phrase ?? (isAbbreviation(word) ? word.toUpperCase() : capitalised(word)));
    at += Math.max(1, length);
  }
  return capitalised(out.join(' '));
}

const isAbbreviation = (word: string): boolean =>
  /^[bcd\u0111ghklmnpqrstvx]{2,8}$/u.test(word) || word === 'ubnd';

const CELL_IN_TITLE = new RegExp(
  `(?<![\\p{L}])${partyUnitStarts[0].normalize('NFC')}\\s+(?<rest>\\S.*)$`,
  'iu',
);
const CELLS_IN_TITLE = new RegExp(
  `(?:^|\\s)(?:${manyUnitWords.map((word) => word.normalize('NFC')).join('|')})\\s*$`,
  'iu',
);
const NAME_END = new RegExp(
  `\\s*(?:[(;:\\n]|-\\s|\\s(?:${afterUnitName.map((word) => word.normalize('NFC')).join('|')})(?![\\p{L}])).*$`,
  'isu',
);
const startsAsNoUnit = startsWithAny(notUnitAfter);

/** The one cell that a title names: 'DANH SÁCH ĐẢNG VIÊN CHI BỘ THÔN TÀ PÌNH NĂM 2024' -> 'Chi bộ thôn Tà Pình'; '' for none. */
export function unitOfTitle(title: string): string {
  const match = CELL_IN_TITLE.exec(cleanText(title));
  if (match === null || CELLS_IN_TITLE.test(match.input.slice(0, match.index))) return '';
  const name = match[0].replace(NAME_END, '');
  const rest = name.slice(partyUnitStarts[0].length);
  if (wordKey(rest) === '' || startsAsNoUnit(rest)) return '';
  return capitalised(unitName(name));
}
