/** Closed vocabularies of people and posts (vocabulary: membership, participation, posts, roles). */
export const genders = ['male', 'female'] as const;
export type Gender = (typeof genders)[number];

export const membershipStatuses = ['full', 'probationary', 'none'] as const;
export type MembershipStatus = (typeof membershipStatuses)[number];

export const participationStatuses = [
  'active',
  'exempt',
  'suspended',
  'transferredOut',
  'retired',
  'deceased',
  'left',
] as const;
export type ParticipationStatus = (typeof participationStatuses)[number];

/** Where a person works: in an agency of the political system, elsewhere, or no more. */
export const workingStatuses = ['inSystem', 'outside', 'retired'] as const;
export type WorkingStatus = (typeof workingStatuses)[number];

export const postKinds = ['party', 'state', 'mass'] as const;
export type PostKind = (typeof postKinds)[number];

/** Units of the tree; a committee ("Đảng ủy") is not one of them: it leads a body. */
export const organizationKinds = [
  'province',
  'district',
  'commune',
  'partyBody',
  'partyCell',
  'partyGroup',
  'frontCommittee',
  'massOrganization',
  'agency',
  'residentialArea',
] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

/** Where a Party organisation stands, as table 5b counts them (forms of the yearly report). */
export const unitTypes = ['commune', 'agency', 'school', 'armedForces', 'enterprise'] as const;
export type UnitType = (typeof unitTypes)[number];

export const roles = ['administrator', 'clerk', 'leader'] as const;
export type Role = (typeof roles)[number];
