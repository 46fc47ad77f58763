import type { OfficialFieldsInput } from '../../../db/contract/official-edits.ts';
import {
  dateFieldIds,
  type Official,
  type OfficialFieldId,
  officialFieldIds,
  type SensitiveFieldId,
  sensitiveFieldIds,
} from '../../../db/contract/officials.ts';
import { formatPartialDate, parseTypedDate } from '../../../db/domain/dates.ts';
import { genders, membershipStatuses, workingStatuses } from '../../../db/domain/people.ts';

/** Everything that the form edits; membership and working status are no fields of sheets but belong to the person. */
export type FormFieldId = OfficialFieldId | 'membershipStatus' | 'workingStatus' | 'workingFrom';
export const formFieldIds: readonly FormFieldId[] = [
  ...officialFieldIds,
  'membershipStatus',
  'workingStatus',
  'workingFrom',
];

/** All text, as typed; dates as offices write them, a choice not made is ''. */
export type OfficialFormValues = Record<FormFieldId, string>;

export const emptyFormValues: OfficialFormValues = {
  fullName: '',
  birthDate: '',
  gender: '',
  ethnicity: '',
  religion: '',
  hometown: '',
  residence: '',
  admittedOn: '',
  fullMemberOn: '',
  partyCardNo: '',
  partyFileNo: '',
  citizenId: '',
  schooling: '',
  professionalDegree: '',
  politicalTheoryLevel: '',
  workplace: '',
  membershipStatus: '',
  workingStatus: '',
  workingFrom: '',
  note: '',
};

export const isDateField = (id: FormFieldId): boolean =>
  id === 'workingFrom' || dateFieldIds.some((each) => each === id);

export const isFormField = (name: string): name is FormFieldId => formFieldIds.some((id) => id === name);

export const isSensitiveField = (id: FormFieldId): id is SensitiveFieldId =>
  sensitiveFieldIds.some((each) => each === id);

/** A masked value that is known: shown, but neither edited nor sent before it is revealed. */
export const isLockedField = (person: Official | null, id: FormFieldId): boolean =>
  person?.masked === true && isSensitiveField(id) && person[id] !== '';

export function formValuesOf(person: Official): OfficialFormValues {
  const values = { ...emptyFormValues };
  for (const id of formFieldIds) {
    const value = person[id] ?? '';
    values[id] = isDateField(id) && value !== '' ? formatPartialDate(value) : value;
  }
  return values;
}

const dateOf = (typed: string): string | null => (typed.trim() === '' ? null : parseTypedDate(typed));

/** What the service takes. Dates must have been checked: one that cannot be read becomes null. */
export function fieldsOf(values: OfficialFormValues): OfficialFieldsInput {
  return {
    ...values,
    birthDate: dateOf(values.birthDate),
    admittedOn: dateOf(values.admittedOn),
    fullMemberOn: dateOf(values.fullMemberOn),
    gender: genders.find((each) => each === values.gender) ?? null,
    membershipStatus: membershipStatuses.find((each) => each === values.membershipStatus) ?? null,
    workingStatus: workingStatuses.find((each) => each === values.workingStatus) ?? null,
    workingFrom: dateOf(values.workingFrom),
  };
}

export interface Changes {
  /** Only what differs, as it is to be. */
  changes: Partial<OfficialFieldsInput>;
  /** The same fields as they were: what an undo writes. */
  before: Partial<OfficialFieldsInput>;
}

/** The fields that differ, locked ones never: a mask is not a value. */
export function changesBetween(
  person: Official,
  base: OfficialFormValues,
  typed: OfficialFormValues,
): Changes {
  const before: Changes['before'] = fieldsOf(base);
  const changes: Changes['changes'] = fieldsOf(typed);
  for (const id of formFieldIds) {
    if (before[id] !== changes[id] && !isLockedField(person, id)) continue;
    delete before[id];
    delete changes[id];
  }
  return { changes, before };
}
