import { citizenIdAgrees } from './citizen-id.ts';
import { datePartsOf, earliestDay, latestDay } from './dates.ts';
import type { Gender } from './people.ts';

/** The facts of a person that the rules look at; dates are partial dates. */
export interface OfficialFacts {
  birthDate: string | null;
  gender: Gender | null;
  admittedOn: string | null;
  fullMemberOn: string | null;
  citizenId: string;
}

/** Ages at admission: 18 to 60 (QĐ 24-QĐ/TW 30/7/2021; QĐ 208-QĐ/TW 26/7/2026, Ban Chấp hành Trung ương). */
const LEAST_AGE = 18;
const GREATEST_AGE = 60;
/** A probationary member is made full 12 months after the admission; papers follow within some months. */
const LEAST_PROBATION_MONTHS = 11;
const GREATEST_PROBATION_MONTHS = 18;

/** `late` cannot be, whatever the days that partial dates leave open: even its latest day is before `early`'s first. */
export const isCertainlyBefore = (late: string, early: string): boolean =>
  latestDay(late) < earliestDay(early);

export const isAdmittedAfterFull = ({ admittedOn, fullMemberOn }: OfficialFacts): boolean =>
  admittedOn !== null && fullMemberOn !== null && isCertainlyBefore(fullMemberOn, admittedOn);

/** Months from the admission to full membership are certainly outside 11 to 18. Dates given by year only say nothing. */
export function isProbationOdd({ admittedOn, fullMemberOn }: OfficialFacts): boolean {
  if (admittedOn === null || fullMemberOn === null || admittedOn.length === 4 || fullMemberOn.length === 4)
    return false;
  const months = monthsOf(fullMemberOn) - monthsOf(admittedOn);
  return months >= 0 && (months < LEAST_PROBATION_MONTHS || months > GREATEST_PROBATION_MONTHS);
}

const monthsOf = (date: string): number => {
  const parts = datePartsOf(date);
  return (parts?.year ?? 0) * 12 + (parts?.month ?? 1);
};

/** Age on the day of admission is certainly under 18 or over 60. */
export function isAgeAtAdmissionOdd({ birthDate, admittedOn }: OfficialFacts): boolean {
  if (birthDate === null || admittedOn === null) return false;
  return (
    isCertainlyBefore(admittedOn, addYears(birthDate, LEAST_AGE)) ||
    isCertainlyBefore(addYears(birthDate, GREATEST_AGE + 1), admittedOn)
  );
}

const addYears = (date: string, years: number): string => {
  const moved = `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`;
  // 29 February becomes 28 February where the year has none.
  return moved.endsWith('-02-29') && datePartsOf(moved) === null ? `${moved.slice(0, 4)}-02-28` : moved;
};

export const isCitizenIdOdd = ({ citizenId, gender, birthDate }: OfficialFacts): boolean =>
  citizenId !== '' && !citizenIdAgrees(citizenId, gender, birthDate);
