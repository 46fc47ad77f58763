import { columnFieldLabels } from '../../../db/contract/vi/imports.ts';
import type { fieldGroupNames } from '../../../db/contract/vi/imports-mapping.ts';
import { marksOf } from '../../../db/contract/workbook-fields.ts';
import type { ColumnField, ImportKind } from '../../../db/contract/workbooks.ts';

export type FieldGroup = keyof typeof fieldGroupNames;

/** Every field in its group, in the order in which lists show them. */
const groups = {
  identity: [
    'fullName',
    'familyMiddleName',
    'givenName',
    'birthDate',
    'birthDateMale',
    'birthDateFemale',
    'citizenId',
    'partyCardNo',
    'partyFileNo',
  ],
  person: ['gender', 'femaleMark', 'ethnicity', 'religion', 'hometown', 'residence'],
  party: ['organization', 'admittedOn', 'fullMemberOn', 'participationStatus', 'residenceOrganization'],
  posts: [
    'schooling',
    'professionalDegree',
    'politicalTheoryLevel',
    'partyPost',
    'statePost',
    'massPost',
    'workplace',
    'workingStatus',
  ],
  rating: [
    'ratingSelf',
    'ratingProposed',
    'ratingDecided',
    ...marksOf('decided'),
    ...marksOf('proposed'),
    ...marksOf('self'),
    'unratedReason',
  ],
  unit: ['partyOrg', 'organizationCode', 'organizationKind', 'unitType', 'parentOrganization', 'memberTotal'],
  pledge: ['signed', 'signedOn', 'unsigned'],
  task: [
    'shortcoming',
    'cause',
    'measure',
    'assignee',
    'cooperator',
    'due',
    'outcome',
    'progress',
    'lateReason',
  ],
  other: ['rowNo', 'rowKey', 'note'],
} as const satisfies Record<FieldGroup, readonly ColumnField[]>;

/** Groups that a register's columns go into. A list of people takes all that no register has for itself. */
const registerGroups: Partial<Record<ImportKind, readonly FieldGroup[]>> = {
  organizations: ['unit'],
  pledges: ['pledge'],
  pledgeStatus: [],
  remediation: ['task', 'other'],
};
const ofRegisters: readonly FieldGroup[] = ['unit', 'pledge', 'task'];

/** What finds the person of a rating, beside what a rating holds. */
const findsPerson: readonly ColumnField[] = [
  'rowNo',
  'rowKey',
  'fullName',
  'familyMiddleName',
  'givenName',
  'birthDate',
  'birthDateMale',
  'birthDateFemale',
  'partyCardNo',
  'citizenId',
  'organization',
  'note',
];

/** What finds the person of a signature. */
const pledgePerson: readonly ColumnField[] = [
  'rowNo',
  'fullName',
  'familyMiddleName',
  'givenName',
  'organization',
  'note',
];

/** What a unit declares of its signatures. */
const declaredUnit: readonly ColumnField[] = [
  'rowNo',
  'organization',
  'partyOrg',
  'unitName',
  'memberTotal',
  'signed',
  'unsigned',
  'percent',
  'unratedReason',
  'note',
];

function isChoice(kind: ImportKind, group: FieldGroup, field: ColumnField): boolean {
  const own = registerGroups[kind];
  if (own !== undefined)
    return (
      own.includes(group) ||
      (kind === 'pledges' && pledgePerson.includes(field)) ||
      (kind === 'pledgeStatus' && declaredUnit.includes(field)) ||
      (kind === 'remediation' && field === 'organization')
    );
  if (ofRegisters.includes(group)) return false;
  return kind === 'ratings' ? group === 'rating' || findsPerson.includes(field) : group !== 'rating';
}

/** Fields that a column of such a sheet can go into, by group; `current` stays a choice whatever it is. */
export function fieldGroups(
  kind: ImportKind,
  current: ColumnField | null,
): Array<{ group: FieldGroup; fields: ColumnField[] }> {
  return (Object.keys(groups) as FieldGroup[])
    .map((group) => ({
      group,
      fields: groups[group].filter((field) => field === current || isChoice(kind, group, field)),
    }))
    .filter(({ fields }) => fields.length > 0);
}

export const isColumnField = (text: string): text is ColumnField => Object.hasOwn(columnFieldLabels, text);
