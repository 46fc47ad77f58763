import { AppError } from '../../db/contract/errors.ts';
import type { MethodInput } from '../../db/contract/methods.ts';

export type NewPerson = MethodInput<'officials.create'>;

/** Every field of a person's form, empty; a test names what it is about. */
export const blankOfficial = {
  birthDate: null,
  gender: null,
  ethnicity: '',
  religion: '',
  hometown: '',
  residence: '',
  admittedOn: null,
  fullMemberOn: null,
  partyCardNo: '',
  partyFileNo: '',
  citizenId: '',
  schooling: '',
  professionalDegree: '',
  politicalTheoryLevel: '',
  workplace: '',
  membershipStatus: null,
  workingStatus: null,
  workingFrom: null,
  note: '',
} as const;

/** A person with nothing missing and nothing odd. */
export const newPerson = (changes: Partial<NewPerson> = {}): NewPerson => ({
  ...blankOfficial,
  fullName: 'Trần Văn Ân',
  birthDate: '1985-02-03',
  gender: 'male',
  admittedOn: '2010-05-19',
  fullMemberOn: '2011-05-19',
  partyCardNo: '77.000001',
  citizenId: '001085000001',
  membershipStatus: 'full',
  organizationId: 1,
  ...changes,
});

/** The error that a call was refused with; a call that was not refused fails the test. */
export async function refusal(promise: Promise<unknown>): Promise<AppError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw error ?? new Error('was not refused');
  return error;
}
