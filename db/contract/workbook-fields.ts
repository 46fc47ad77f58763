import { type RatingLevel, type RatingStage, ratingLevels, ratingStages } from '../domain/ratings.ts';

/** Fields of lists of people: a person's fields, helpers that join into them, and rating columns. */
export const personFields = [
  'rowNo',
  'rowKey',
  'fullName',
  'familyMiddleName',
  'givenName',
  'birthDate',
  'birthDateMale',
  'birthDateFemale',
  'gender',
  'femaleMark',
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
  'residenceOrganization',
  'participationStatus',
  'workingStatus',
  'ratingSelf',
  'ratingProposed',
  'ratingDecided',
  'markExcellent',
  'markGood',
  'markCompleted',
  'markNotCompleted',
  'markSelfExcellent',
  'markSelfGood',
  'markSelfCompleted',
  'markSelfNotCompleted',
  'markProposedExcellent',
  'markProposedGood',
  'markProposedCompleted',
  'markProposedNotCompleted',
  'unratedReason',
  'note',
] as const;
export type PersonField = (typeof personFields)[number];

/** Columns of x marks, one for each level, by the step of the rating that they are of. */
export const markFields = {
  self: {
    excellent: 'markSelfExcellent',
    good: 'markSelfGood',
    completed: 'markSelfCompleted',
    notCompleted: 'markSelfNotCompleted',
  },
  proposed: {
    excellent: 'markProposedExcellent',
    good: 'markProposedGood',
    completed: 'markProposedCompleted',
    notCompleted: 'markProposedNotCompleted',
  },
  decided: {
    excellent: 'markExcellent',
    good: 'markGood',
    completed: 'markCompleted',
    notCompleted: 'markNotCompleted',
  },
} as const satisfies Record<RatingStage, Record<RatingLevel, PersonField>>;

/** The columns of marks of one step, best level first. */
export const marksOf = (stage: RatingStage): PersonField[] =>
  ratingLevels.map((level) => markFields[stage][level]);
export const allMarks: readonly PersonField[] = ratingStages.flatMap(marksOf);

/** Fields of sheets that list no people: tasks, pledges by unit, organisations, letterbox and petitions. */
export const registerFields = [
  'shortcoming',
  'cause',
  'measure',
  'assignee',
  'cooperator',
  'due',
  'outcome',
  'progress',
  'lateReason',
  'partyOrg',
  'unitName',
  'memberTotal',
  'signed',
  'signedOn',
  'unsigned',
  'percent',
  'organizationCode',
  'organizationKind',
  'unitType',
  'parentOrganization',
  'openedOn',
  'receivedOn',
  'place',
  'openers',
  'letterCount',
  'content',
  'forwardedTo',
  'forwardedOn',
  'answeredOn',
] as const;
export type RegisterField = (typeof registerFields)[number];

/** Fields that a column can hold. */
export const columnFields = [...personFields, ...registerFields] as const;
export type ColumnField = (typeof columnFields)[number];
