import { earliestDay, latestDay } from './dates.ts';
import type { MembershipStatus } from './people.ts';

/**
 * Forms of discipline of a Party member, from light to heavy (QĐ 69-QĐ/TW, 06/7/2022, điều 7; the Party's Charter).
 * Removal of the name and leaving the Party are no discipline and are not among them.
 */
export const disciplineForms = ['reprimand', 'warning', 'removalFromPost', 'expulsion'] as const;
export type DisciplineForm = (typeof disciplineForms)[number];

/** Forms of discipline of a Party organisation, from light to heavy (the same article; the Party's Charter, điều 35). */
export const organizationDisciplineForms = ['reprimand', 'warning', 'dissolution'] as const;
export type OrganizationDisciplineForm = (typeof organizationDisciplineForms)[number];

/** A probationary member can only be reprimanded or warned (the same article). */
export const probationaryForms: readonly DisciplineForm[] = ['reprimand', 'warning'];

/**
 * Whether the person was certainly a probationary member on the day: between the days of admission and of full
 * membership, or a probationary member still. Days that are not known decide nothing.
 */
export function wasProbationaryOn(
  person: {
    membershipStatus: MembershipStatus | null;
    admittedOn: string | null;
    fullMemberOn: string | null;
  },
  day: string,
): boolean {
  if (person.admittedOn !== null && latestDay(day) < earliestDay(person.admittedOn)) return false;
  if (person.fullMemberOn !== null)
    return person.admittedOn !== null && latestDay(day) < earliestDay(person.fullMemberOn);
  return person.membershipStatus === 'probationary';
}
