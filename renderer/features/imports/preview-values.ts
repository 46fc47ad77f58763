import { sensitiveFieldIds } from '../../../db/contract/officials.ts';
import { columnFieldLabels } from '../../../db/contract/vi/imports.ts';
import {
  genderNames,
  officialFieldLabels,
  participationStatusNames,
  personLabels,
  workingStatusNames,
} from '../../../db/contract/vi/officials.ts';
import { organizationKindNames, unitTypeNames } from '../../../db/contract/vi/organizations.ts';
import { pledgesText, signedNames } from '../../../db/contract/vi/pledges.ts';
import { ratingFieldLabels, ratingLevelNames } from '../../../db/contract/vi/ratings.ts';
import { marksOf } from '../../../db/contract/workbook-fields.ts';
import type { ColumnField, ImportKind } from '../../../db/contract/workbooks.ts';
import { isPartialDate } from '../../../db/domain/dates.ts';
import type { RatingStage } from '../../../db/domain/ratings.ts';
import { formatDate } from '../../lib/format.ts';

/** Keys of a preview row's values, in the order of the table; the name has its own frozen column. */
const officialKeys = [
  'birthDate',
  'gender',
  'organization',
  'partyPost',
  'statePost',
  'massPost',
  'admittedOn',
  'fullMemberOn',
  'partyCardNo',
  'partyFileNo',
  'citizenId',
  'ethnicity',
  'religion',
  'hometown',
  'residence',
  'schooling',
  'professionalDegree',
  'politicalTheoryLevel',
  'workplace',
  'participationStatus',
  'workingStatus',
  'note',
] as const;
const organizationKeys = ['code', 'kind', 'unitType', 'parent', 'memberCount'] as const;
const pledgeKeys = ['organization', 'signed', 'signedOn', 'reason', 'note'] as const;
const declaredKeys = ['memberCount', 'signedCount', 'notSigned', 'note'] as const;
const taskKeys = [
  'measure',
  'assignee',
  'cooperator',
  'due',
  'outcome',
  'progress',
  'lateReason',
  'cause',
  'organization',
  'note',
] as const;
const ratingKeys = [
  'birthDate',
  'organization',
  'selfLevel',
  'proposedLevel',
  'decidedLevel',
  'unratedReason',
  'note',
] as const;
export type ValueKey =
  | 'fullName'
  | 'name'
  | 'shortcoming'
  | (typeof officialKeys)[number]
  | (typeof ratingKeys)[number]
  | (typeof organizationKeys)[number]
  | (typeof pledgeKeys)[number]
  | (typeof declaredKeys)[number]
  | (typeof taskKeys)[number];

const keysOfKind = {
  officials: officialKeys,
  ratings: ratingKeys,
  organizations: organizationKeys,
  pledges: pledgeKeys,
  pledgeStatus: declaredKeys,
  remediation: taskKeys,
} as const satisfies Record<ImportKind, readonly ValueKey[]>;

/** What a row is called by, in a frozen column of its own. */
export const nameKeys = {
  officials: 'fullName',
  ratings: 'fullName',
  organizations: 'name',
  pledges: 'fullName',
  pledgeStatus: 'organization',
  remediation: 'shortcoming',
} as const satisfies Record<ImportKind, ValueKey>;

export const valueLabels = {
  ...officialFieldLabels,
  organization: personLabels.organization,
  partyPost: personLabels.partyPost,
  statePost: personLabels.statePost,
  massPost: personLabels.massPost,
  participationStatus: personLabels.participationStatus,
  workingStatus: personLabels.workingStatus,
  selfLevel: ratingFieldLabels.self,
  proposedLevel: ratingFieldLabels.proposed,
  decidedLevel: ratingFieldLabels.decided,
  unratedReason: ratingFieldLabels.unratedReason,
  name: columnFieldLabels.partyOrg,
  code: columnFieldLabels.organizationCode,
  kind: columnFieldLabels.organizationKind,
  unitType: columnFieldLabels.unitType,
  parent: columnFieldLabels.parentOrganization,
  memberCount: columnFieldLabels.memberTotal,
  signed: columnFieldLabels.signed,
  signedCount: columnFieldLabels.signed,
  notSigned: columnFieldLabels.unsigned,
  signedOn: columnFieldLabels.signedOn,
  reason: pledgesText.notFiledReason,
  shortcoming: columnFieldLabels.shortcoming,
  cause: columnFieldLabels.cause,
  measure: columnFieldLabels.measure,
  assignee: columnFieldLabels.assignee,
  cooperator: columnFieldLabels.cooperator,
  due: columnFieldLabels.due,
  outcome: columnFieldLabels.outcome,
  progress: columnFieldLabels.progress,
  lateReason: columnFieldLabels.lateReason,
} as const satisfies Record<ValueKey, string>;

const keysOfMarks = (stage: RatingStage, key: ValueKey): Partial<Record<ColumnField, ValueKey>> =>
  Object.fromEntries(marksOf(stage).map((field) => [field, key]));

/** Keys that a column of the sheet fills. */
const keysOfField: Partial<Record<ColumnField, ValueKey>> = {
  organizationCode: 'code',
  organizationKind: 'kind',
  parentOrganization: 'parent',
  memberTotal: 'memberCount',
  unsigned: 'reason',
  birthDateMale: 'birthDate',
  birthDateFemale: 'birthDate',
  femaleMark: 'gender',
  ratingSelf: 'selfLevel',
  ratingProposed: 'proposedLevel',
  ratingDecided: 'decidedLevel',
  ...keysOfMarks('self', 'selfLevel'),
  ...keysOfMarks('proposed', 'proposedLevel'),
  ...keysOfMarks('decided', 'decidedLevel'),
};

const isKnown = (text: string, names: Readonly<Record<string, string>>) => Object.hasOwn(names, text);

/** Columns of the preview: what the sheet's columns fill; the unit or parent always, since section rows name it too. */
export function previewKeys(kind: ImportKind, fields: Iterable<ColumnField | null>): ValueKey[] {
  const filled = new Set<string>(['organization', 'parent']);
  for (const field of fields) {
    if (field === null) continue;
    filled.add(keysOfField[field] ?? field);
    if (field === 'signed') filled.add('signedCount');
    if (field === 'unsigned') filled.add('notSigned');
    if (field === 'birthDateMale' || field === 'birthDateFemale') filled.add('gender');
  }
  const keys: readonly ValueKey[] = keysOfKind[kind];
  return keys.filter((key) => filled.has(key));
}

export const isSensitiveKey = (key: string): boolean => sensitiveFieldIds.some((id) => id === key);

const vocabularies: Partial<Record<ValueKey, Readonly<Record<string, string>>>> = {
  gender: genderNames,
  kind: organizationKindNames,
  unitType: unitTypeNames,
  signed: signedNames,
  participationStatus: participationStatusNames,
  workingStatus: workingStatusNames,
  selfLevel: ratingLevelNames,
  proposedLevel: ratingLevelNames,
  decidedLevel: ratingLevelNames,
};

const dayKeys: readonly ValueKey[] = ['birthDate', 'admittedOn', 'fullMemberOn', 'due', 'signedOn'];

/** A value as the screen shows it: names of closed vocabularies, dates as offices write them. */
export function valueText(key: ValueKey, value: string | null | undefined): string {
  if (value === null || value === undefined) return '';
  const names = vocabularies[key];
  if (names && isKnown(value, names)) return names[value] ?? value;
  return dayKeys.includes(key) && isPartialDate(value) ? formatDate(value) : value;
}

/** What a cell is mended from: as it stands in the sheet when no value came of it, else the value. */
export const editText = (
  key: ValueKey,
  row: { raw: Readonly<Record<string, string>>; values: Readonly<Record<string, string | null>> } | undefined,
): string => row?.raw[key] ?? valueText(key, row?.values[key]);
