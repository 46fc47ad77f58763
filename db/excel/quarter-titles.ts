import { dateWords, quarterWords } from '../contract/vi/sheet-words.ts';
import { keyHolds, titleKey } from './title-keys.ts';

const figures = ['i', 'ii', 'iii', 'iv'].map((roman, index) => [
  roman,
  String(index + 1),
  ...(quarterWords.figures[index] ?? []).map(titleKey),
]);
const FIGURE = figures.flat().join('|');
const JOINED = `(?: (?:${quarterWords.joins.map(titleKey).join('|')}))*`;
/** Behind it another figure ("quý I, II", "quý I - IV") names several quarters. */
const QUARTER = new RegExp(
  `(?:^| )(?:${titleKey(quarterWords.quarter)} ?|q ?(?=(?:${FIGURE})(?: ${titleKey(dateWords.year)})? (?:19|20)\\d{2}(?: |$)))(${FIGURE})(?= |$)(${JOINED} (?:i|ii|iii|iv|[1-4])(?= |$))?`,
  'gu',
);
/** "Q3" alone says it where nothing but a name is expected. */
const SHORT_QUARTER = /(?:^| )q ?(i|ii|iii|iv|[1-4])(?= |$)/u;
const wholeYear = quarterWords.wholeYear.map(titleKey);
const yearTitles = new Set([...wholeYear, ...quarterWords.yearTitles.map(titleKey)]);
const YEAR = new RegExp(`(?:^| )(?:${titleKey(dateWords.year)} )?(?:19|20)\\d{2}(?= |$)`, 'gu');

/** Quarter that a title names: "Quý III năm 2025", "Q.III/2025" -> 3; null for none, for several, and beside the year. */
export function quarterInTitle(title: string): number | null {
  const key = titleKey(title);
  const found = [...key.matchAll(QUARTER)];
  const quarters = new Set(found.map(([, figure = '']) => quarterOf(figure)));
  const [quarter] = quarters;
  const isOfMore = quarters.size > 1 || found.some(([, , more]) => more !== undefined);
  if (quarter === undefined || isOfMore || wholeYear.some((words) => keyHolds(key, words))) return null;
  return quarter;
}

const quarterOf = (figure: string): number => figures.findIndex((each) => each.includes(figure)) + 1;

/** Quarter that the name of a sheet or file bears: "Q3", "xep-loai-quy-3-2025.xlsx". */
export function quarterInName(name: string): number | null {
  const named = quarterInTitle(name);
  if (named !== null) return named;
  const short = SHORT_QUARTER.exec(titleKey(name))?.[1];
  return short === undefined ? null : quarterOf(short);
}

/** The key of a title without the quarter and year in it: of 'Xếp loại quý III/2025' that of 'Xếp loại'. */
export const keyWithoutPeriod = (text: string): string =>
  titleKey(text).replace(QUARTER, ' ').replace(YEAR, ' ').replace(/\s+/g, ' ').trim();

/** The key of a title with its quarter as that word alone: the same for each quarter. */
export const withoutQuarter = (key: string): string =>
  key.replace(QUARTER, ` ${titleKey(quarterWords.quarter)}`).trim();

/** Whether a title means the year among columns of its quarters: "Cả năm", "Năm 2025". */
export function isYearTitle(title: string): boolean {
  const key = keyWithoutPeriod(title);
  return key === '' || yearTitles.has(key);
}

/** Year beside a quarter: "Quý III/2025", which says no "năm". */
export function yearOfQuarters(titles: readonly string[]): number | null {
  const year = titles
    .filter((title) => quarterInTitle(title) !== null)
    .map((title) => /(?:^| )((?:19|20)\d{2})(?= |$)/.exec(titleKey(title))?.[1])
    .find((digits) => digits !== undefined);
  return year === undefined ? null : Number(year);
}
