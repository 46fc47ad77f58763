import type { CollectiveKind } from './cycle.ts';
import type { OrganizationKind } from './people.ts';

/** Collectives that each kind of unit may have; the first of a Party organisation is the organisation itself. */
export const collectivesOfKind: Record<OrganizationKind, readonly CollectiveKind[]> = {
  province: ['organization', 'standingCommittee', 'committee'],
  district: ['organization', 'standingCommittee', 'committee'],
  commune: ['organization', 'standingCommittee', 'committee'],
  partyBody: ['organization', 'standingCommittee', 'committee'],
  partyCell: ['organization', 'committee'],
  partyGroup: [],
  frontCommittee: ['leadership'],
  massOrganization: ['leadership'],
  agency: ['leadership'],
  residentialArea: [],
};

/** Whether a unit of the kind is itself an organisation of the Party, which is rated and can be disciplined. */
export const isPartyOrganization = (kind: OrganizationKind): boolean =>
  collectivesOfKind[kind].includes('organization');

/** Ticked at first: every Party organisation for its rating, and the leading bodies above the cells. */
export const isSuggestedCollective = (kind: CollectiveKind): boolean => kind !== 'committee';
