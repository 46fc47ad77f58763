import { earliestDay, latestDay } from './dates.ts';
import type { MembershipStatus } from './people.ts';

/**
 * Forms of discipline of a Party member, from light to heavy (QĐ 69-QĐ/TW, 06/7/2022, điều 7; the Party's Charter).
 * Removal of the name and leaving the Party are no discipline and are not among them.
 */
export const disciplineForms = ['reprimand', 'warning', 'removalFromPost', 'expulsion'] as const;
export type DisciplineForm = (typeof disciplineForms)[number];

/** Forms of discipline of an official, civil servant or public employee by the state, from light to heavy. */
export const stateDisciplineForms = [
  'reprimand',
  'warning',
  'salaryCut',
  'demotion',
  'removalFromPost',
  'dismissal',
] as const;
export type PersonalDisciplineForm = DisciplineForm | (typeof stateDisciplineForms)[number];

/** Who disciplined a person: the Party, or the state agency for the same or another violation. */
export const disciplineBranches = ['party', 'state'] as const;
export type DisciplineBranch = (typeof disciplineBranches)[number];
export const formsOfBranch: Record<DisciplineBranch, readonly PersonalDisciplineForm[]> = {
  party: disciplineForms,
  state: stateDisciplineForms,
};

/** Forms of discipline of a Party organisation, from light to heavy (the same article; the Party's Charter, điều 35). */
export const organizationDisciplineForms = ['reprimand', 'warning', 'dissolution'] as const;
export type OrganizationDisciplineForm = (typeof organizationDisciplineForms)[number];

/** A probationary member can only be reprimanded or warned (the same article). */
export const isForProbationary = (form: PersonalDisciplineForm): boolean =>
  form === 'reprimand' || form === 'warning';

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
