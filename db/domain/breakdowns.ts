import { earliestDay } from './dates.ts';
import { foldForSearch } from './names.ts';
import type { MembershipStatus, WorkingStatus } from './people.ts';
import type { BreakdownId } from './summaries.ts';
import { isRetiredOn } from './working-status.ts';

/** What the groups of table 5a look at, as of its day. */
export interface BreakdownFacts {
  gender: string | null;
  ethnicity: string;
  membershipStatus: MembershipStatus | null;
  fullMemberOn: string | null;
  workingStatus: WorkingStatus | null;
  workingFrom: string | null;
  posts: readonly { isCommittee: boolean; leads: boolean }[];
}

/** The groups that a member belongs to on a day. What is not known puts nobody into a group. */
export function breakdownsOf(facts: BreakdownFacts, day: string): BreakdownId[] {
  const { gender, ethnicity, membershipStatus, fullMemberOn, posts } = facts;
  const ethnic = foldForSearch(ethnicity);
  const groups: [BreakdownId, boolean][] = [
    ['committee', posts.some(({ isCommittee }) => isCommittee)],
    ['leaders', posts.some(({ leads }) => leads)],
    [
      'probationary',
      fullMemberOn === null ? membershipStatus === 'probationary' : earliestDay(fullMemberOn) > day,
    ],
    ['women', gender === 'female'],
    ['minority', ethnic !== '' && ethnic !== 'kinh'],
    ['pensioners', isRetiredOn(facts, day)],
  ];
  return groups.filter(([, holds]) => holds).map(([id]) => id);
}
