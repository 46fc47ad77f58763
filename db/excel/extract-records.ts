import type { RowProblem } from '../contract/imports.ts';
import type { ColumnField, ImportKind, ReadSheet } from '../contract/workbooks.ts';

/** Values that a row of an officials sheet gives, by contract name; posts and unit stay names here. */
export const officialRecordFields = [
  'fullName',
  'birthDate',
  'gender',
  'ethnicity',
  'religion',
  'hometown',
  'residence',
  'admittedOn',
  'fullMemberOn',
  'partyCardNo',
  'partyFileNo',
  'citizenId',
  'schooling',
  'professionalDegree',
  'politicalTheoryLevel',
  'partyPost',
  'statePost',
  'massPost',
  'workplace',
  'organization',
  'participationStatus',
  'note',
] as const;
export type OfficialRecordField = (typeof officialRecordFields)[number];

/** Values that a row of a ratings sheet gives. Levels are `RatingLevel` or null. */
export const ratingRecordFields = [
  'fullName',
  'birthDate',
  'citizenId',
  'partyCardNo',
  'organization',
  'statePost',
  'selfLevel',
  'proposedLevel',
  'decidedLevel',
  'unratedReason',
  'note',
] as const;
export type RatingRecordField = (typeof ratingRecordFields)[number];

/**
 * One data row as contract values. Every field of the kind is there; null when the cell is empty, there is no
 * such column, or the value could not be read (then a problem says so). Partial dates are ISO text cut at
 * their precision; gender is 'male' | 'female'; partyCardNo is kept as typed; participationStatus is a
 * `ParticipationStatus`.
 */
export interface ExtractedRecord<F extends string = OfficialRecordField | RatingRecordField> {
  /** Row number as Excel shows it. */
  row: number;
  values: Record<F, string | null>;
  problems: RowProblem[];
}

export interface ExtractOptions<K extends ImportKind = ImportKind> {
  kind: K;
  /** Review year of ratings; null for officials. */
  year: number | null;
  /** Fields that the person chose, by column letter, over `sheet.columns`; null leaves a column out. */
  columnFields?: Readonly<Record<string, ColumnField | null>>;
}

/** Turns the data rows of an understood sheet into records, with the problems of each row. */
export function extractRecords(
  sheet: ReadSheet,
  options: ExtractOptions<'officials'>,
): ExtractedRecord<OfficialRecordField>[];
export function extractRecords(
  sheet: ReadSheet,
  options: ExtractOptions<'ratings'>,
): ExtractedRecord<RatingRecordField>[];
export function extractRecords(_sheet: ReadSheet, _options: ExtractOptions): ExtractedRecord<string>[] {
  throw new Error('extractRecords is not written yet');
}
