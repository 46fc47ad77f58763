import { datePartsOf } from './dates.ts';
import type { Gender } from './people.ts';

/** 12-digit personal number: 3 province, 1 century and gender, 2 birth year, 6 random. Old CMND: 9 digits. */
export const isCitizenId = (digits: string): boolean => /^(\d{9}|\d{12})$/.test(digits);

/** Digit 4 tells century and gender: 0/1 male/female born 1900-1999, 2/3 born 2000-2099, and so on. */
export function citizenIdFacts(citizenId: string): { gender: Gender; birthYear: number } | null {
  if (!/^\d{12}$/.test(citizenId)) return null;
  const code = Number(citizenId[3]);
  return {
    gender: code % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(code / 2) * 100 + Number(citizenId.slice(4, 6)),
  };
}

/** Whether what the number says of gender and birth year agrees with what is known; unknown facts agree. */
export function citizenIdAgrees(citizenId: string, gender: Gender | null, birthDate: string | null): boolean {
  const facts = citizenIdFacts(citizenId);
  if (!facts) return true;
  const year = birthDate === null ? undefined : datePartsOf(birthDate)?.year;
  return (gender === null || facts.gender === gender) && (year === undefined || facts.birthYear === year);
}

/** '038182...' -> '038•••••••••': enough to tell two people apart is not shown, only that a number is kept. */
export const maskCitizenId = (citizenId: string): string =>
  `${citizenId.slice(0, 3)}${'•'.repeat(Math.max(0, citizenId.length - 3))}`;
