import type { FormSection, FormSet, SectionInput } from './form-sets.ts';
import { formSetTexts } from './vi/forms-names.ts';
import type { FormSectionTitle } from './vi/forms-sections.ts';

const personFields = [
  'fullName',
  'birthDate',
  'joined',
  'partyPost',
  'stateAndMassPost',
  'workplace',
  'cell',
] as const;

const sections = (...list: readonly [FormSectionTitle, SectionInput][]): FormSection[] =>
  list.map(([id, input], index) => ({
    id,
    title: id,
    level: 1,
    mark: String(index + 1),
    input,
    marked: false,
    optional: input === 'findings',
    status: 'unconfirmed',
  }));

const ofEveryone = [
  ['ideology', 'items'],
  ['morality', 'items'],
  ['noSelfEvolution', 'items'],
  ['discipline', 'items'],
  ['workStyle', 'items'],
  ['duties', 'items'],
  ['remedies', 'findings'],
  ['followingHoChiMinh', 'items'],
] as const satisfies readonly [FormSectionTitle, SectionInput][];

/**
 * No national form is known: provinces issue their own. That the two variants exist is confirmed, their sections are
 * usual practice, the short one is seen in places.
 */
const common = {
  kind: 'pledge',
  issuedBy: null,
  validFrom: null,
  validTo: null,
  selfRatings: [],
  scored: false,
  opinions: [],
} as const;

export const pledgeForms = {
  'pledge-member': {
    ...common,
    ...formSetTexts['pledge-member'],
    id: 'pledge-member',
    status: 'unconfirmed',
    subject: 'member',
    personFields,
    sections: sections(...ofEveryone),
  },
  'pledge-leader': {
    ...common,
    ...formSetTexts['pledge-leader'],
    id: 'pledge-leader',
    status: 'unconfirmed',
    subject: 'leader',
    personFields: [...personFields, 'assignedDuty'],
    sections: sections(
      ...ofEveryone,
      ['settingExample', 'items'],
      ['headDuties', 'items'],
      ['fieldsInCharge', 'items'],
    ),
  },
  'pledge-short': {
    ...common,
    ...formSetTexts['pledge-short'],
    id: 'pledge-short',
    status: 'secondary',
    subject: 'anyone',
    personFields,
    sections: sections(
      ['ideology', 'items'],
      ['morality', 'items'],
      ['duties', 'items'],
      ['disciplineAndExample', 'items'],
    ),
  },
} as const satisfies Partial<Record<FormSet['id'], FormSet>>;
