import { sensitiveFieldIds } from '../../../db/contract/officials.ts';
import { officialsText } from '../../../db/contract/vi/officials.ts';
import type { FormFieldId } from './official-form-values.ts';

/** How the form is read from top to bottom; every field stands in one group. */
export const formGroups: ReadonlyArray<{ title: string; fields: readonly FormFieldId[] }> = [
  {
    title: officialsText.personal,
    fields: ['fullName', 'birthDate', 'gender', 'hometown', 'residence'],
  },
  {
    title: officialsText.party,
    fields: ['membershipStatus', 'admittedOn', 'fullMemberOn', 'partyCardNo', 'partyFileNo'],
  },
  {
    title: officialsText.workAndEducation,
    fields: [
      'workplace',
      'workingStatus',
      'workingFrom',
      'schooling',
      'professionalDegree',
      'politicalTheoryLevel',
    ],
  },
  { title: officialsText.sensitive, fields: sensitiveFieldIds },
  { title: officialsText.other, fields: ['note'] },
];
