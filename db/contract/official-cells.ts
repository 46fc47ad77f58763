import { formatPartialDate } from '../domain/dates.ts';
import type { OfficialColumnId, OfficialFilter } from './official-list.ts';
import type { OfficialRow } from './officials.ts';
import {
  filterText,
  membershipChoiceNames,
  missingFieldNames,
  postRoleNames,
  workingChoiceNames,
} from './vi/official-list.ts';
import {
  genderNames,
  membershipStatusNames,
  participationStatusNames,
  postKindNames,
  workingStatusNames,
} from './vi/officials.ts';

const dateText = (date: string | null): string => (date === null ? '' : formatPartialDate(date));

/** An ordinary state needs no word in the list; any other is named. */
export function statusText({
  participationStatus,
  membershipStatus,
}: Pick<OfficialRow, 'participationStatus' | 'membershipStatus'>): string {
  if (participationStatus !== 'active') return participationStatusNames[participationStatus];
  if (membershipStatus === null || membershipStatus === 'full') return '';
  return membershipStatusNames[membershipStatus];
}

/** A cell of the list as text: the same on the screen, in what is copied, on paper and in a workbook. */
export function officialCellText(column: OfficialColumnId | 'fullName', row: OfficialRow): string {
  switch (column) {
    case 'birthDate':
    case 'admittedOn':
    case 'fullMemberOn':
      return dateText(row[column]);
    case 'gender':
      return row.gender === null ? '' : genderNames[row.gender];
    case 'organization':
      return row.organizationName;
    case 'posts':
      return [row.partyPost, row.statePost, row.massPost].filter(Boolean).join('; ');
    case 'status':
      return statusText(row);
    case 'membershipStatus':
      return row.membershipStatus === null ? '' : membershipStatusNames[row.membershipStatus];
    case 'workingStatus':
      return row.workingStatus === null ? '' : workingStatusNames[row.workingStatus];
    case 'participationStatus':
      return participationStatusNames[row.participationStatus];
    default:
      return row[column];
  }
}

/** The groups of a filter that hold values, in the order of the filter's form. */
export const filterGroups = [
  'participation',
  'membership',
  'working',
  'postKinds',
  'postRoles',
  'missing',
] as const;
export type FilterGroup = (typeof filterGroups)[number];

/** What is filtered, group by group, in words; a group that asks nothing is left out. */
export function filterWords(
  filter: Pick<OfficialFilter, FilterGroup>,
): { group: FilterGroup; words: string }[] {
  const names = {
    participation: filter.participation.map((value) => participationStatusNames[value]),
    membership: filter.membership.map((value) => membershipChoiceNames[value]),
    working: filter.working.map((value) => workingChoiceNames[value]),
    postKinds: filter.postKinds.map((value) => postKindNames[value]),
    postRoles: filter.postRoles.map((value) => postRoleNames[value]),
    missing: filter.missing.map((value) => missingFieldNames[value]),
  } satisfies Record<FilterGroup, string[]>;
  return filterGroups
    .filter((group) => names[group].length > 0)
    .map((group) => ({ group, words: names[group].join(filterText.any) }));
}
