import { AppError } from '../../db/contract/errors.ts';
import type { MethodInput } from '../../db/contract/methods.ts';

export type NewPerson = MethodInput<'officials.create'>;

/** A person with nothing missing and nothing odd. */
export const newPerson = (changes: Partial<NewPerson> = {}): NewPerson => ({
  fullName: 'Trần Văn Ân',
  birthDate: '1985-02-03',
  gender: 'male',
  ethnicity: '',
  religion: '',
  hometown: '',
  residence: '',
  admittedOn: '2010-05-19',
  fullMemberOn: '2011-05-19',
  partyCardNo: '77.000001',
  partyFileNo: '',
  citizenId: '001085000001',
  schooling: '',
  professionalDegree: '',
  politicalTheoryLevel: '',
  workplace: '',
  membershipStatus: 'full',
  note: '',
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
