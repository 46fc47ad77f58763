import type { Meaning } from '../contract/vi/sheet-titles.ts';
import { kindWords } from '../contract/vi/sheet-words.ts';
import { allMarks } from '../contract/workbook-fields.ts';
import type { SheetKind } from '../contract/workbooks.ts';
import { keyHolds, titleKey } from './title-keys.ts';

/** Facts that a list of people holds and a list of ratings hardly does. */
const personFacts: readonly Meaning[] = [
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
  'citizenId',
  'schooling',
  'professionalDegree',
  'politicalTheoryLevel',
  'participationStatus',
];
const bareList: ReadonlySet<Meaning> = new Set(['rowNo', 'partyOrg', 'memberTotal', 'note']);
const ratingMarks: readonly Meaning[] = allMarks;
const ratingTexts: readonly Meaning[] = ['ratingSelf', 'ratingProposed', 'ratingDecided'];

/** Tells by its columns, then by its title, what a sheet lists. */
export function recognizeKind(meanings: readonly (Meaning | null)[], titles: readonly string[]): SheetKind {
  const has = (meaning: Meaning): boolean => meanings.includes(meaning);
  const count = (list: readonly Meaning[]): number => list.filter(has).length;
  const title = titleKey(titles.join(' '));
  const named = (words: readonly string[]): boolean => words.some((word) => keyHolds(title, titleKey(word)));

  const isPeople = has('fullName') || (has('familyMiddleName') && has('givenName'));
  const figures = meanings.filter((meaning) => meaning === 'count' || meaning === 'percent').length;
  if (!isPeople) {
    if (
      has('content') &&
      (has('petitionKind') || has('authority') || (has('receivedOn') && named(kindWords.petitions)))
    )
      return 'petitions';
    if (has('shortcoming') && (has('measure') || has('assignee') || has('due') || has('cause')))
      return 'remediation';
    if ((has('openedOn') || has('receivedOn')) && (has('letterCount') || has('openers') || has('content')))
      return 'letterbox';
    if (has('letterCount') && has('content')) return 'letterbox';
    const isByUnit = has('partyOrg') || has('unitName') || has('organization');
    if (isByUnit && has('signed')) return 'pledgeStatus';
    const described = count(['organizationCode', 'organizationKind', 'parentOrganization']);
    const isList = described > 0 || (named(kindWords.organizations) && has('memberTotal'));
    if (isByUnit && isList && count(ratingMarks) === 0) return 'organizations';
    // Names of units with their numbers of members and nothing else.
    if (
      has('partyOrg') &&
      has('memberTotal') &&
      meanings.every((each) => each !== null && bareList.has(each))
    )
      return 'organizations';
    const isCounted = figures >= 2 || has('memberTotal') || has('mustRate') || has('rated') || has('ratio');
    // Levels of the units themselves, not numbers of people by level.
    const isRated = count(ratingMarks) >= 2 || count(ratingTexts) > 0;
    if (isByUnit && isRated && !isCounted) return 'collectiveRatings';
    if (isByUnit && (isCounted || count(ratingMarks) >= 2)) return 'summary';
    return named(kindWords.summary) && isCounted ? 'summary' : 'unknown';
  }
  const facts = count(personFacts);
  // Those named there wrote or came with a petition; they are never taken for officials.
  const isPetitions =
    has('petitionKind') || has('receivedOn') || (named(kindWords.petitions) && has('authority'));
  if (has('content') && isPetitions) return 'petitions';
  if (has('signed') || (has('signedOn') && (named(kindWords.pledges) || facts === 0))) return 'pledges';
  if (count(ratingMarks) >= 2) return 'ratings';
  if (count(ratingTexts) > 0) {
    // A list of people may carry last year's rating as one of its many columns.
    if (facts < 4 || count(ratingTexts) > 1) return 'ratings';
    return named(kindWords.ratings) && !named(kindWords.officials) ? 'ratings' : 'officials';
  }
  if (has('unratedReason') && named(kindWords.ratings)) return 'ratings';
  return facts > 0 || has('partyPost') || has('statePost') || has('organization') ? 'officials' : 'unknown';
}
