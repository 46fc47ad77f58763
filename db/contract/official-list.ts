import { z } from 'zod';
import { membershipStatuses, participationStatuses, postKinds, workingStatuses } from '../domain/people.ts';
import { id, line } from './schemas.ts';

/** Roles that a post may carry. */
export const postRoles = ['head', 'leader', 'keyOfficial'] as const;
export type PostRole = (typeof postRoles)[number];

/** What may be unknown of a person; 'organization' is a person in no unit. */
export const missingFields = [
  'birthDate',
  'gender',
  'admittedOn',
  'fullMemberOn',
  'partyCardNo',
  'citizenId',
  'organization',
] as const;
export type MissingField = (typeof missingFields)[number];

/** `unknown`: no membership status is recorded. */
export const membershipChoices = [...membershipStatuses, 'unknown'] as const;
export type MembershipChoice = (typeof membershipChoices)[number];

/** `unknown`: no working status is recorded. */
export const workingChoices = [...workingStatuses, 'unknown'] as const;
export type WorkingChoice = (typeof workingChoices)[number];

/**
 * Which people are shown. Inside a group any of the values is enough, and each group that is not empty must hold;
 * `postKinds` and `postRoles` are looked for in one and the same present post.
 */
const filter = {
  /** Name without marks, initials, or the digits of a card or citizen ID. */
  search: line(200).default(''),
  organizationId: id.nullable().default(null),
  /** Also the people of the units under it. */
  withSubUnits: z.boolean().default(true),
  participation: z.array(z.enum(participationStatuses)).max(20).default([]),
  membership: z.array(z.enum(membershipChoices)).max(20).default([]),
  working: z.array(z.enum(workingChoices)).max(20).default([]),
  postKinds: z.array(z.enum(postKinds)).max(20).default([]),
  postRoles: z.array(z.enum(postRoles)).max(20).default([]),
  missing: z.array(z.enum(missingFields)).max(20).default([]),
};
const officialFilter = z.object(filter);
export type OfficialFilter = z.output<typeof officialFilter>;

const plainColumnIds = [
  'birthDate',
  'gender',
  'organization',
  'posts',
  'partyPost',
  'statePost',
  'massPost',
  'admittedOn',
  'fullMemberOn',
  'partyCardNo',
  'partyFileNo',
  'status',
  'membershipStatus',
  'participationStatus',
  'hometown',
  'residence',
  'workplace',
  'workingStatus',
  'schooling',
  'professionalDegree',
  'politicalTheoryLevel',
] as const;

/** Columns of the list beside the number and the name, in the order of forms. */
export const officialColumnIds = [...plainColumnIds, 'ethnicity', 'religion', 'citizenId', 'note'] as const;
export type OfficialColumnId = (typeof officialColumnIds)[number];

/**
 * Unknown values stand last, whatever the direction; equal ones are in Vietnamese order of names. Ethnicity, religion
 * and citizen ID are masked in the list, so it is not sorted by them: the order would tell what is hidden.
 */
export const officialSorts = ['name', ...plainColumnIds, 'note'] as const;
export type OfficialSort = (typeof officialSorts)[number];

/** A filter and an order: what a list, its paper and its workbook share. */
export const officialSelection = {
  ...filter,
  sort: z.enum(officialSorts).default('name'),
  descending: z.boolean().default(false),
};
