import { columnFieldLabels } from '../../../db/contract/vi/imports.ts';
import type { ColumnField, ImportKind } from '../../../db/contract/workbooks.ts';

const ratingFields: readonly ColumnField[] = [
  'ratingSelf',
  'ratingProposed',
  'ratingDecided',
  'markExcellent',
  'markGood',
  'markCompleted',
  'markNotCompleted',
  'unratedReason',
];

/** What finds the person of a rating, and what a rating holds. */
const fieldsOfRatings: readonly ColumnField[] = [
  'rowNo',
  'fullName',
  'familyMiddleName',
  'givenName',
  'birthDate',
  'birthDateMale',
  'birthDateFemale',
  'partyCardNo',
  'citizenId',
  'organization',
  ...ratingFields,
  'note',
];

const isColumnField = (text: string): text is ColumnField => Object.hasOwn(columnFieldLabels, text);
const allFields = Object.keys(columnFieldLabels).filter(isColumnField);
const fieldsOfOfficials = allFields.filter((field) => !ratingFields.includes(field));

/** Fields that a column of such a sheet can go into; `current` stays a choice whatever it is. */
export function columnChoices(kind: ImportKind, current: ColumnField | null): readonly ColumnField[] {
  const fields = kind === 'ratings' ? fieldsOfRatings : fieldsOfOfficials;
  return current === null || fields.includes(current) ? fields : [...fields, current];
}

export const columnFieldOf = (text: string): ColumnField | null => (isColumnField(text) ? text : null);
