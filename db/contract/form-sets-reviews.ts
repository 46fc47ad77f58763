import type { SourceStatus } from '../domain/rule-packs.ts';
import type { FormSection, FormSet, SectionInput } from './form-sets.ts';
import { formSetTexts, guidanceTexts } from './vi/forms-names.ts';
import type { FormSectionTitle } from './vi/forms-sections.ts';

interface SectionTraits {
  marked?: boolean;
  optional?: boolean;
  status?: SourceStatus;
}

type Subsection = readonly [FormSectionTitle, SectionInput, SectionTraits?];
type Section = readonly [FormSectionTitle, SectionInput, SectionTraits, ...Subsection[]];

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'] as const;

const section = (
  level: 1 | 2,
  mark: string,
  id: FormSectionTitle,
  input: SectionInput,
  { marked = false, optional = false, status = 'unconfirmed' }: SectionTraits,
): FormSection => ({ id, title: id, level, mark, input, marked, optional, status });

/** Sections numbered I, II ... and their subsections 1, 2 ... */
const outline = (...list: readonly Section[]): FormSection[] =>
  list.flatMap(([id, input, traits, ...below], index) => [
    section(1, romans[index] ?? String(index + 1), id, input, traits),
    ...below.map(([subId, subInput, subTraits = {}], sub) =>
      section(2, String(sub + 1), subId, subInput, subTraits),
    ),
  ]);

const secondary = { status: 'secondary' } as const;
const confirmed = { status: 'confirmed' } as const;

const weaknesses = [
  'weaknesses',
  'group',
  {},
  ['shortcomings', 'shortcomings'],
  ['causes', 'text'],
] as const satisfies Section;

/** Sections III-VII, the same in every personal form. */
const afterWeaknesses = [
  ['earlierShortcomings', 'earlierShortcomings', {}],
  ['promptAnswers', 'prompts', { ...secondary, optional: true }],
  ['ownResponsibility', 'text', { optional: true }],
  ['direction', 'text', {}],
  ['selfRating', 'selfRating', {}],
] as const satisfies readonly Section[];

/** Member without a post. */
const memberOutline = outline(
  [
    'strengths',
    'group',
    confirmed,
    ['ideologyMoralityDiscipline', 'marks', secondary],
    ['assignedDuties', 'marks', secondary],
    ['pledgeKept', 'pledgeResults', { ...secondary, marked: true }],
  ],
  weaknesses,
  ...afterWeaknesses,
);

/** The leader's form splits the duties (I.2) into four. */
const leaderOutline = outline(
  [
    'strengths',
    'group',
    confirmed,
    ['ideologyMoralityDiscipline', 'marks', secondary],
    ['democraticCentralism', 'marks', secondary],
    ['leadershipResults', 'marks', secondary],
    ['unitsRated', 'text', secondary],
    ['capacityAndPrestige', 'marks', secondary],
    ['pledgeKept', 'pledgeResults', { ...secondary, marked: true }],
  ],
  weaknesses,
  ...afterWeaknesses,
);

/** Retired people, farmers, workers outside the political system: the same idea, shorter. */
const outsideOutline = outline(
  [
    'strengths',
    'group',
    {},
    ['ideologyMoralityDiscipline', 'marks'],
    ['memberDuties', 'marks'],
    ['pledgeKept', 'pledgeResults', { marked: true }],
  ],
  weaknesses,
  ['earlierShortcomings', 'earlierShortcomings', {}],
  ['promptAnswers', 'prompts', { optional: true }],
  ['direction', 'text', {}],
  ['selfRating', 'selfRating', {}],
);

const collectiveOutline = outline(
  [
    'strengths',
    'group',
    {},
    ['organizationPrinciples', 'text'],
    ['taskResults', 'text'],
    ['organizationAndStaff', 'text'],
    ['exampleAndPrevention', 'text'],
  ],
  weaknesses,
  ['earlierShortcomings', 'earlierShortcomings', {}],
  ['promptAnswers', 'prompts', { optional: true }],
  ['sharedResponsibility', 'text', {}],
  ['collectiveDirection', 'text', {}],
  ['collectiveRating', 'selfRating', {}],
);

/** Headings that were read for the forms of 2023 only are taken to stand in the other sets as well. */
const unconfirmed = (sections: readonly FormSection[]): FormSection[] =>
  sections.map((each) => ({ ...each, status: 'unconfirmed' }));

/** HD 43-HD/BTCTW of 31/10/2025, HD 25 of 10/11/2023, HD 21 of 18/10/2019 (Ban Tổ chức Trung ương). */
const issued2025 = {
  issuedBy: { ...guidanceTexts['hd-43-2025'], date: '2025-10-31' },
  validFrom: '2025-10-31',
  validTo: null,
} as const;
const issued2023 = {
  issuedBy: { ...guidanceTexts['hd-25-2023'], date: '2023-11-10' },
  validFrom: '2023-11-10',
  validTo: '2025-10-30',
} as const;
const issued2019 = {
  issuedBy: { ...guidanceTexts['hd-21-2019'], date: '2019-10-18' },
  validFrom: '2019-10-18',
  validTo: '2023-11-09',
} as const;

const personFields = [
  'fullName',
  'birthDate',
  'partyPost',
  'statePost',
  'massPost',
  'workplace',
  'cell',
] as const;

const personal = {
  kind: 'personalReview',
  personFields,
  selfRatings: ['staff', 'member'],
  opinions: ['agencyHead', 'cell', 'committee'],
} as const;

/** Names and years of the forms are confirmed; that 2B of 2025 is the leader's form is taken over from 2023. */
export const personalForms = {
  'review-2a-2025': {
    ...personal,
    ...issued2025,
    ...formSetTexts['review-2a-2025'],
    id: 'review-2a-2025',
    status: 'unconfirmed',
    subject: 'member',
    sections: unconfirmed(memberOutline),
    scored: true,
  },
  'review-2b-2025': {
    ...personal,
    ...issued2025,
    ...formSetTexts['review-2b-2025'],
    id: 'review-2b-2025',
    status: 'unconfirmed',
    subject: 'leader',
    sections: unconfirmed(leaderOutline),
    scored: true,
  },
  'review-2c-2025': {
    ...personal,
    ...issued2025,
    ...formSetTexts['review-2c-2025'],
    id: 'review-2c-2025',
    status: 'confirmed',
    subject: 'outsideSystem',
    sections: outsideOutline,
    scored: true,
    selfRatings: ['member'],
    opinions: ['cell', 'committee'],
  },
  'review-02a-2023': {
    ...personal,
    ...issued2023,
    ...formSetTexts['review-02a-2023'],
    id: 'review-02a-2023',
    status: 'confirmed',
    subject: 'member',
    sections: memberOutline,
    scored: false,
  },
  'review-02b-2023': {
    ...personal,
    ...issued2023,
    ...formSetTexts['review-02b-2023'],
    id: 'review-02b-2023',
    status: 'confirmed',
    subject: 'leader',
    sections: leaderOutline,
    scored: false,
  },
  'review-02-2019': {
    ...personal,
    ...issued2019,
    ...formSetTexts['review-02-2019'],
    id: 'review-02-2019',
    status: 'confirmed',
    subject: 'anyone',
    sections: unconfirmed(memberOutline),
    scored: false,
  },
} as const satisfies Partial<Record<FormSet['id'], FormSet>>;

const collective = {
  kind: 'collectiveReview',
  subject: 'anyone',
  personFields: [],
  sections: collectiveOutline,
  selfRatings: ['collective'],
  opinions: [],
} as const;

export const collectiveForms = {
  'collective-01-2025': {
    ...collective,
    ...issued2025,
    ...formSetTexts['collective-01-2025'],
    id: 'collective-01-2025',
    status: 'confirmed',
    scored: true,
  },
  'collective-01-2023': {
    ...collective,
    ...issued2023,
    ...formSetTexts['collective-01-2023'],
    id: 'collective-01-2023',
    status: 'confirmed',
    scored: false,
  },
  'collective-01-2019': {
    ...collective,
    ...issued2019,
    ...formSetTexts['collective-01-2019'],
    id: 'collective-01-2019',
    status: 'confirmed',
    scored: false,
  },
} as const satisfies Partial<Record<FormSet['id'], FormSet>>;
