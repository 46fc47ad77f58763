import type { SearchResult } from '../../db/contract/search.ts';
import { participationStatusNames } from '../../db/contract/vi/officials.ts';
import { organizationKindNames } from '../../db/contract/vi/organizations.ts';
import { searchText as text } from '../../db/contract/vi/search.ts';
import { formatDate } from '../lib/format.ts';
import type { OpenRequest } from './open-request.ts';

export interface SearchOption {
  key: string;
  name: string;
  detail: string;
  request: OpenRequest;
}

export interface SearchGroup {
  title: string;
  options: readonly SearchOption[];
  /** Said below the group when it is not all. */
  more: string | null;
}

/** The groups that have something in them, people first. */
export function groupsOf(result: SearchResult): SearchGroup[] {
  const people = result.people.map((person): SearchOption => {
    const { id, birthDate, partyCardNo, participationStatus, by } = person;
    return {
      key: `person-${id}`,
      name: person.fullName,
      detail: [
        birthDate !== null && text.born(formatDate(birthDate)),
        person.organizationName,
        partyCardNo !== '' && text.card(partyCardNo),
        by === 'citizenId' && text.citizenId,
        participationStatus !== 'active' && participationStatusNames[participationStatus],
      ]
        .filter(Boolean)
        .join(' · '),
      request: { page: 'officials', is: 'person', id },
    };
  });
  const units = result.units.map(
    ({ id, name, kind, parentName }): SearchOption => ({
      key: `unit-${id}`,
      name,
      detail: [organizationKindNames[kind], parentName !== '' && text.under(parentName)]
        .filter(Boolean)
        .join(' · '),
      request: { page: 'organizations', is: 'unit', id },
    }),
  );
  return [
    { title: text.people, options: people, more: result.morePeople ? text.morePeople : null },
    { title: text.units, options: units, more: result.moreUnits ? text.moreUnits : null },
  ].filter((group) => group.options.length > 0);
}
