import {
  columnTitles,
  explainingTitles,
  type GroupName,
  groupParts,
  groupTitles,
  type Meaning,
  ratingStepWords,
  titleShortWords,
  titleWords,
  unspecificTitles,
} from '../contract/vi/sheet-titles.ts';
import { asOfTitleWords, dateWords, formerWords } from '../contract/vi/sheet-words.ts';
import { foldForSearch } from '../domain/names.ts';
import type { RatingStage } from '../domain/ratings.ts';
import { keyWithoutPeriod, quarterInTitle } from './quarter-titles.ts';
import { isPlainLatin, keyHolds, titleKey } from './title-keys.ts';

const titles = new Map(columnTitles.map(([title, meaning]) => [titleKey(title), meaning]));
/** Shorter ones would meet by chance: DT and ĐT, TG and thời gian. */
const SHORTEST_PLAIN = 4;
const plainTitles = new Map(
  [...columnTitles]
    .reverse()
    .map(([title, meaning]) => [foldForSearch(title), meaning] as const)
    .filter(([key]) => key.length >= SHORTEST_PLAIN),
);
const groups = groupTitles.map(([words, group]) => [titleKey(words), group] as const);
const parts = new Map(
  Object.entries(groupParts).map(([group, list]) => [
    group,
    new Map(list.map(([title, meaning]) => [titleKey(title), meaning])),
  ]),
);
const wordRules = titleWords.map(({ all, none = [], meaning }) => ({
  all: all.map(titleKey),
  none: none.map(titleKey),
  meaning,
}));

const steps = ratingStepWords.map(([words, meaning]) => [titleKey(words), meaning] as const);
const unspecific = new Set(unspecificTitles.map(titleKey));
const shortWords = new Map(titleShortWords.map(([short, full]) => [titleKey(short), titleKey(full)]));
const SHORT_WORDS = new RegExp(`(?<=^| )(?:${[...shortWords.keys()].join('|')})(?= |$)`, 'gu');

/** A title's key with the words written in full that offices cut short; the same key when none is short. */
const inFull = (key: string): string => key.replace(SHORT_WORDS, (short) => shortWords.get(short) ?? short);

const explaining = new Set(['', ...explainingTitles.map(titleKey)]);

export interface TitleMatch {
  meaning: Meaning;
  /** How sure: 4 a part of its group, 3 the title as listed, 2 without brackets or year, 1 by its words. */
  certainty: 1 | 2 | 3 | 4;
}

const withoutBrackets = (text: string): string => text.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ').trim();
const YEAR = new RegExp(`(?:${dateWords.year}\\s*)?\\b(?:19|20)\\d{2}\\b`, 'giu');
const withoutYear = (text: string): string => text.normalize('NFC').replace(YEAR, ' ').trim();
const AS_OF = new RegExp(
  `\\s+(?:${asOfTitleWords.map((words) => words.normalize('NFC')).join('|')})(?![\\p{L}]).*$`,
  'isu',
);
const withoutAsOf = (text: string): string => text.normalize('NFC').replace(AS_OF, '').trim();

/** What a title means when it is listed as it stands; quick, for the many cells that are no titles. */
export function listedMeaning(text: string): Meaning | undefined {
  const key = titleKey(text);
  if (key === '') return undefined;
  return titles.get(key) ?? (isPlainLatin(text) ? plainTitles.get(foldForSearch(text)) : undefined);
}

function matchText(text: string): TitleMatch | null {
  const exact = listedMeaning(text);
  if (exact) return { meaning: exact, certainty: 3 };
  const bare = withoutYear(withoutBrackets(text));
  // "Ngày, tháng, năm vào Đảng (chính thức)": what stands in brackets tells it from its neighbour.
  const inBrackets = BRACKETED.exec(text.normalize('NFC'))?.[1];
  const isTold = inBrackets !== undefined && listedMeaning(inBrackets) === 'official';
  const shorter = isTold
    ? undefined
    : (listedMeaning(bare) ??
      listedMeaning(withoutYear(text)) ??
      listedMeaning(withoutAsOf(text)) ??
      (quarterInTitle(text) === null ? undefined : listedMeaning(keyWithoutPeriod(bare))));
  // "Chi bộ (cũ)" gives way to "Chi bộ (mới)" beside it.
  if (shorter) return { meaning: shorter, certainty: isFormer(inBrackets) ? 1 : 2 };
  const key = titleKey(bare === '' || isTold ? text : bare);
  const meaning = byWords(key) ?? byFullWords(key);
  return meaning === undefined ? null : { meaning, certainty: 1 };
}

const BRACKETED = /\(([^()]*)\)/;

const former = formerWords.map(titleKey);
const isFormer = (inBrackets = ''): boolean => former.some((words) => keyHolds(titleKey(inBrackets), words));

function byFullWords(key: string): Meaning | undefined {
  const full = inFull(key);
  return full === key ? undefined : (titles.get(full) ?? byWords(full));
}

const byWords = (key: string): Meaning | undefined =>
  wordRules.find(
    ({ all, none }) =>
      all.every((words) => keyHolds(key, words)) && !none.some((words) => keyHolds(key, words)),
  )?.meaning;

export function groupOf(title: string): GroupName | null {
  const key = titleKey(title);
  return groups.find(([words]) => keyHolds(key, words))?.[1] ?? null;
}

const stageOfMeaning = new Map<Meaning | GroupName | null | undefined, RatingStage>([
  ['ratingSelf', 'self'],
  ['ratingProposed', 'proposed'],
  ['ratingDecided', 'decided'],
]);

/** Step of the rating that the titles over a group of levels name, the nearest one first; null when none does. */
export function stageOfGroup(titles: readonly string[]): RatingStage | null {
  for (const title of [...titles].reverse()) {
    const bare = withoutYear(withoutBrackets(title));
    const stage =
      stageOfMeaning.get(listedMeaning(bare)) ??
      stageOfMeaning.get(parts.get('ratingDecided')?.get(titleKey(bare))) ??
      stageOfMeaning.get(groupOf(bare));
    if (stage !== undefined) return stage;
  }
  return null;
}

/** Year that a title names ("Xếp loại năm 2024"), or null. */
export function yearInTitle(title: string): number | null {
  const year = /\b(?:19|20)\d{2}\b/.exec(title)?.[0];
  return year === undefined ? null : Number(year);
}

/** "Đã ký cam kết / SL" is the number of those who signed. */
const isCounted = (match: TitleMatch | null): match is TitleMatch =>
  match?.meaning === 'signed' || match?.meaning === 'unsigned';

const ratingResults: ReadonlySet<Meaning> = new Set([
  'ratingSelf',
  'ratingProposed',
  'ratingDecided',
  'outcome',
]);

/** What a column means by its titles, from the group above to its own; null when nothing is known of it. */
export function matchTitle(levels: readonly string[]): TitleMatch | null {
  const leaf = levels.at(-1);
  if (leaf === undefined) return null;
  const above = levels.slice(0, -1).reverse();
  for (const title of above) {
    const group = groupOf(title);
    const part =
      group === null ? undefined : parts.get(group)?.get(titleKey(withoutYear(withoutBrackets(leaf))));
    if (part) return { meaning: part, certainty: 4 };
  }
  for (const title of above) {
    const joined = listedMeaning(`${title} ${leaf}`) ?? listedMeaning(withoutYear(`${title} ${leaf}`));
    if (joined) return { meaning: joined, certainty: 3 };
  }
  const [nearest] = above;
  if (nearest !== undefined && unspecific.has(titleKey(leaf))) {
    const match = matchTitle(levels.slice(0, -1));
    if (match !== null) return { ...match, certainty: 2 };
  }
  const own = matchText(leaf);
  const counted = own?.meaning === 'count' ? above.map(matchText).find(isCounted) : undefined;
  if (own) return counted ?? own;
  const step = above.some((title) => groupOf(title)?.startsWith('rating'))
    ? steps.find(([words]) => keyHolds(titleKey(leaf), words))?.[1]
    : undefined;
  if (step !== undefined) return { meaning: step, certainty: 2 };
  // "Quê quán / (xã, huyện, tỉnh)", "Xếp loại / Năm 2024": the part only explains its group.
  const explains = explaining.has(titleKey(withoutYear(withoutBrackets(leaf))));
  // "Xếp loại / Quý III": a quarter may be of a deadline as well.
  const isOfQuarter = isQuarter(leaf);
  const match = (explains || isOfQuarter) && above.length > 0 ? matchTitle(levels.slice(0, -1)) : null;
  if (match === null || (isOfQuarter && !ratingResults.has(match.meaning))) return null;
  return { ...match, certainty: 2 };
}

/** Whether a text is a title that the mapper knows, as a column or as a group. */
export const isKnownTitle = (text: string): boolean => matchText(text) !== null || isQuarter(text);

/** "Quý III", "Quý III/2025" and nothing more. */
const isQuarter = (text: string): boolean =>
  quarterInTitle(text) !== null && keyWithoutPeriod(withoutBrackets(text)) === '';
