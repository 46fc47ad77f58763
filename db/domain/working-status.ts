import { earliestDay } from './dates.ts';
import { foldForSearch } from './names.ts';
import type { PostKind, WorkingStatus } from './people.ts';

/** Posts of a committee of the Party, folded; inspection committees are chosen by it and are no committee members. */
const COMMITTEE_WORDS = ['bi thu', 'dang ui vien', 'chi ui vien', 'cap ui', 'thuong vu', 'chap hanh'];
const RETIRED_WORDS = ['huu tri', 'nghi huu', 'can bo huu'];

const hasWord = (text: string, words: readonly string[]): boolean => {
  const folded = foldForSearch(text);
  return words.some((word) => folded.includes(word));
};

/** Whether the title of a post says that its holder is a member of a Party committee (cấp ủy viên); a suggestion. */
export const suggestsCommittee = (kind: PostKind, title: string): boolean =>
  kind === 'party' && hasWord(title, COMMITTEE_WORDS);

/** What place of work and posts say of a working status that nobody has entered; null where they say nothing sure. */
export function suggestedWorkingStatus(known: {
  workplace: string;
  titles: Readonly<Record<PostKind, string>>;
}): WorkingStatus | null {
  const { workplace, titles } = known;
  if ([workplace, ...Object.values(titles)].some((text) => hasWord(text, RETIRED_WORDS))) return 'retired';
  return titles.state.trim() === '' ? null : 'inSystem';
}

interface DatedStatus {
  workingStatus: WorkingStatus | null;
  workingFrom: string | null;
}

/** Without a first day the status holds since before what is recorded. */
const hasBegun = ({ workingFrom }: DatedStatus, day: string): boolean =>
  workingFrom === null || earliestDay(workingFrom) <= day;

export const isRetiredOn = (status: DatedStatus, day: string): boolean =>
  status.workingStatus === 'retired' && hasBegun(status, day);

/** Retired, a farmer, a worker of a private firm and the like: not in the political system on the day. */
export const worksOutsideOn = (status: DatedStatus, day: string): boolean =>
  (status.workingStatus === 'outside' || status.workingStatus === 'retired') && hasBegun(status, day);
