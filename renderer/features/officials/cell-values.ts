import { officialCellText } from '../../../db/contract/official-cells.ts';
import type { OfficialFieldsInput } from '../../../db/contract/official-edits.ts';
import type { OfficialRow } from '../../../db/contract/officials.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { genderNames, membershipStatusNames } from '../../../db/contract/vi/officials.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { cleanText } from '../../../db/domain/names.ts';
import { genders, membershipStatuses } from '../../../db/domain/people.ts';

/** Columns that are edited in the list: the person's own fields that are neither masked nor dated. */
const editableColumns = [
  'fullName',
  'birthDate',
  'gender',
  'admittedOn',
  'fullMemberOn',
  'partyCardNo',
  'partyFileNo',
  'membershipStatus',
  'hometown',
  'residence',
  'workplace',
  'schooling',
  'professionalDegree',
  'politicalTheoryLevel',
  'note',
] as const;
export type EditableColumn = (typeof editableColumns)[number];
export const isEditable = (column: string): column is EditableColumn =>
  editableColumns.some((each) => each === column);

export const choicesOf = (column: EditableColumn): readonly string[] | null =>
  column === 'gender' ? genders : column === 'membershipStatus' ? membershipStatuses : null;

/** A cell as it is typed: text, a day as offices write it, the code of a choice, '' when nothing is known. */
export const typedOf = (column: EditableColumn, row: OfficialRow): string =>
  choicesOf(column) === null ? officialCellText(column, row) : (row[column] ?? '');

export type ReadCell = { ok: true; changes: Partial<OfficialFieldsInput> } | { ok: false; problem: string };

/** What is sent for a typed text, or why it cannot be sent. */
export function readTyped(column: EditableColumn, typed: string): ReadCell {
  const text = cleanText(typed);
  switch (column) {
    case 'birthDate':
    case 'admittedOn':
    case 'fullMemberOn': {
      const date = text === '' ? null : parseTypedDate(text);
      if (text !== '' && date === null) return { ok: false, problem: fieldErrorMessage('INVALID_DATE') };
      return { ok: true, changes: { [column]: date } };
    }
    case 'gender':
      return { ok: true, changes: { gender: genders.find((each) => each === text) ?? null } };
    case 'membershipStatus':
      return {
        ok: true,
        changes: { membershipStatus: membershipStatuses.find((each) => each === text) ?? null },
      };
    case 'fullName':
      if (text === '') return { ok: false, problem: fieldErrorMessage('REQUIRED') };
      return { ok: true, changes: { fullName: text } };
    default:
      return { ok: true, changes: { [column]: text } };
  }
}

/** A typed value in words. */
export function cellShown(column: EditableColumn, typed: string): string {
  const gender = genders.find((each) => each === typed);
  if (column === 'gender' && gender !== undefined) return genderNames[gender];
  const status = membershipStatuses.find((each) => each === typed);
  if (column === 'membershipStatus' && status !== undefined) return membershipStatusNames[status];
  return typed;
}
