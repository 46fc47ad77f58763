import {
  addressWords,
  emptyMarks,
  genderWords,
  namePrefixes,
  nameTitles,
  noMarks,
  participationWords,
  returnedStart,
  signedWords,
  workingWords,
  yesMarks,
} from '../contract/vi/sheet-words.ts';
import type { CellValue } from '../contract/workbooks.ts';
import { cleanText, titleCaseIfAllCaps } from '../domain/names.ts';
import type { Gender, ParticipationStatus, WorkingStatus } from '../domain/people.ts';
import { keyStartsWith, titleKey } from './title-keys.ts';

const genders = new Map(genderWords.map(([text, gender]) => [titleKey(text), gender]));
const statuses = new Map(participationWords.map(([text, status]) => [titleKey(text), status]));
const working = new Map(workingWords.map(([text, status]) => [titleKey(text), status]));
const signed = new Map(signedWords.map(([text, said]) => [titleKey(text), said]));
const yes = new Set<string>(yesMarks);
const no = new Set<string>(noMarks);
const empty = new Set<string>(emptyMarks);

/** 10 digits after the point are more than a sheet shows; more would print 0.1 + 0.2. */
const numberText = (value: number): string =>
  Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(12)));

/** The text of a cell, cleaned: NFC, single spaces. '' for nothing; a lone dash means nothing. */
export function cellText(cell: CellValue | undefined): string {
  switch (cell?.type) {
    case 'text': {
      const text = cleanText(cell.text);
      return empty.has(text) ? '' : text;
    }
    case 'number':
      return numberText(cell.number);
    case 'boolean':
      return cell.value ? '1' : '0';
    default:
      return '';
  }
}

const NAME_PREFIX = new RegExp(
  `^(?:${namePrefixes.map((prefix) => prefix.normalize('NFC').replace(/[./]/g, '\\$&')).join('|')})(?=[\\s.:])[\\s.:]*`,
  'iu',
);

const titlesInName = nameTitles.map((title) => title.normalize('NFC').replaceAll(' ', '\\s+')).join('|');
/** "PGS.TS. ", "BS.CKI ", "Đại úy " before at least two more words. */
const NAME_TITLES = new RegExp(`^(?:(?:${titlesInName})[\\s.,]+)+(?=\\p{L}+\\s+\\p{L})`, 'iu');

const addresses = new Map(
  addressWords.map(([word, gender]) => [word.normalize('NFC').toLowerCase(), gender]),
);
const ADDRESS = new RegExp(`^(${[...addresses.keys()].join('|')})[\\s.:]+(?=\\p{L}+\\s+\\p{L})`, 'iu');
/** Gender of the form of address before a whole name: "Bà Trần Thị Bình"; null without one. */
export const addressOf = (text: string): Gender | null =>
  addresses.get(ADDRESS.exec(cleanText(text))?.[1]?.toLowerCase() ?? '') ?? null;

/** 'đ/c  NGUYỄN VĂN AN', 'ThS. Nguyễn Văn An' -> 'Nguyễn Văn An'. Tone placement and aliases stay as typed. */
export function cleanName(
  text: string,
  { keepCapitals = false, isAddressed = false }: { keepCapitals?: boolean; isAddressed?: boolean } = {},
): string {
  const bare = cleanText(text).replace(NAME_PREFIX, '');
  const name = cleanText((isAddressed ? bare.replace(ADDRESS, '') : bare).replace(NAME_TITLES, ''));
  return keepCapitals ? name : titleCaseIfAllCaps(name);
}

export type Mark = 'yes' | 'no' | 'empty' | 'other';

/** x, X, v, 1, có, ✓ and the like. */
export function parseMark(cell: CellValue | undefined): Mark {
  if (cell === undefined) return 'empty';
  if (cell.type === 'boolean') return cell.value ? 'yes' : 'no';
  const text = cell.type === 'number' ? String(cell.number) : cellText(cell).toLowerCase();
  if (text === '') return 'empty';
  if (yes.has(text)) return 'yes';
  return no.has(text) ? 'no' : 'other';
}

export const parseGender = (text: string): Gender | null => genders.get(titleKey(text)) ?? null;

export const parseParticipation = (text: string): ParticipationStatus | null =>
  statuses.get(titleKey(text)) ?? null;

export const parseWorking = (text: string): WorkingStatus | null => working.get(titleKey(text)) ?? null;

/** Whether a pledge is said to be signed; null when the text says neither. */
export const parseSigned = (text: string): boolean | null => signed.get(titleKey(text)) ?? null;

export const isReturned = (text: string): boolean => keyStartsWith(titleKey(text), titleKey(returnedStart));
