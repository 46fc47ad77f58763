import { earliestDay } from './dates.ts';
import { foldForSearch } from './names.ts';
import type { MembershipStatus, PostKind } from './people.ts';
import type { BreakdownId } from './summaries.ts';

/** What the groups of table 5a look at, as of its day. */
export interface BreakdownFacts {
  gender: string | null;
  ethnicity: string;
  membershipStatus: MembershipStatus | null;
  fullMemberOn: string | null;
  workplace: string;
  posts: readonly { kind: PostKind; title: string; leads: boolean }[];
}

/** Posts of a committee of the Party, folded; inspection committees are chosen by it and are no committee members. */
const COMMITTEE_WORDS = ['bi thu', 'dang ui vien', 'chi ui vien', 'cap ui', 'thuong vu', 'chap hanh'];
const PENSION_WORDS = ['huu tri', 'nghi huu', 'can bo huu'];

const hasWord = (text: string, words: readonly string[]): boolean => {
  const folded = foldForSearch(text);
  return words.some((word) => folded.includes(word));
};

/** The groups that a member belongs to on a day. What is not known puts nobody into a group. */
export function breakdownsOf(facts: BreakdownFacts, day: string): BreakdownId[] {
  const { gender, ethnicity, membershipStatus, fullMemberOn, workplace, posts } = facts;
  const ethnic = foldForSearch(ethnicity);
  const groups: [BreakdownId, boolean][] = [
    ['committee', posts.some(({ kind, title }) => kind === 'party' && hasWord(title, COMMITTEE_WORDS))],
    ['leaders', posts.some(({ leads }) => leads)],
    [
      'probationary',
      fullMemberOn === null ? membershipStatus === 'probationary' : earliestDay(fullMemberOn) > day,
    ],
    ['women', gender === 'female'],
    ['minority', ethnic !== '' && ethnic !== 'kinh'],
    [
      'pensioners',
      [workplace, ...posts.map(({ title }) => title)].some((text) => hasWord(text, PENSION_WORDS)),
    ],
  ];
  return groups.filter(([, holds]) => holds).map(([id]) => id);
}
