import type { MergeField } from '../../../db/contract/duplicates.ts';
import { type Official, sensitiveFieldIds } from '../../../db/contract/officials.ts';
import {
  genderNames,
  membershipStatusNames,
  officialFieldLabels,
  participationStatusNames,
  personLabels,
  workingStatusNames,
} from '../../../db/contract/vi/officials.ts';
import { formatDate } from '../../lib/format.ts';

export const sensitiveMergeFields: ReadonlySet<MergeField> = new Set(sensitiveFieldIds);

export const labelOf = (field: MergeField): string => {
  if (field === 'membershipStatus' || field === 'workingStatus' || field === 'workingFrom')
    return personLabels[field];
  return field === 'participation' ? personLabels.participationStatus : officialFieldLabels[field];
};

/** A value as it is read; '' when it is not known. */
export function shownValue(field: MergeField, person: Official): string {
  switch (field) {
    case 'gender':
      return person.gender === null ? '' : genderNames[person.gender];
    case 'birthDate':
    case 'admittedOn':
    case 'fullMemberOn':
    case 'workingFrom':
      return formatDate(person[field]);
    case 'membershipStatus':
      return person.membershipStatus === null ? '' : membershipStatusNames[person.membershipStatus];
    case 'workingStatus':
      return person.workingStatus === null ? '' : workingStatusNames[person.workingStatus];
    case 'participation':
      return participationStatusNames[person.participationStatus];
    default:
      return person[field];
  }
}
