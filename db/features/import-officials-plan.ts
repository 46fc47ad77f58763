import type { FieldPolicy, RowChoice } from '../contract/import-decisions.ts';
import type { ProblemCode, RowOutcome } from '../contract/imports.ts';
import { dateFieldIds } from '../contract/officials.ts';
import type { ReadSheet } from '../contract/workbooks.ts';
import { isCoarserOrEqual } from '../domain/dates.ts';
import { membershipStatusOf } from '../domain/membership.ts';
import { foldForSearch } from '../domain/names.ts';
import {
  genders,
  type PostKind,
  participationStatuses,
  postKinds,
  workingStatuses,
} from '../domain/people.ts';
import { suggestedWorkingStatus } from '../domain/working-status.ts';
import type { ExtractedRecord, OfficialRecordField } from '../excel/extract-records.ts';
import { problemRejects } from '../excel/problem-severity.ts';
import { wordKey } from '../excel/title-keys.ts';
import { cardDigits, emptyOfficialValues, type OfficialValues } from '../records/officials.ts';
import { type DecisionIndex, replaces } from './import-decisions.ts';
import { type KnownPerson, type PersonIndex, spelledAlike } from './import-matching.ts';
import { type PlannedRow, type PlannedUnit, problemAt, unitKey } from './import-plan.ts';

type Values = ExtractedRecord<OfficialRecordField>['values'];

const textFields = [
  'fullName',
  'ethnicity',
  'religion',
  'hometown',
  'residence',
  'partyCardNo',
  'partyFileNo',
  'citizenId',
  'schooling',
  'professionalDegree',
  'politicalTheoryLevel',
  'workplace',
  'note',
] as const satisfies readonly (keyof OfficialValues & OfficialRecordField)[];
const titleFields = { party: 'partyPost', state: 'statePost', mass: 'massPost' } as const satisfies Record<
  PostKind,
  OfficialRecordField
>;

export interface OfficialsPlanContext {
  sheet: ReadSheet;
  people: PersonIndex;
  findUnit: (name: string) => PlannedUnit;
  /** The sheet has a column for the day of full membership, so its absence in a row says "probationary". */
  fullMemberDateIsKept: boolean;
  decisions: DecisionIndex;
  /** Fields that a column of the sheet fills: only there can a blank be meant. */
  hasColumn: (field: string) => boolean;
}

/**
 * Compares the rows of a sheet of people with the database. As long as nobody decides otherwise a blank never
 * overwrites a value and a coarser date never a finer one; a person is taken for known by the key of our own
 * workbook, else by citizen ID, else by card number. A name with a birth date alone only suggests (conflict), unless the row says nothing new.
 */
export function planOfficials(
  records: readonly ExtractedRecord<OfficialRecordField>[],
  context: OfficialsPlanContext,
): PlannedRow[] {
  const seen = new Map<string, number>();
  return records.map((record) => planRow(record, context, seen));
}

function planRow(
  record: ExtractedRecord<OfficialRecordField>,
  context: OfficialsPlanContext,
  seen: Map<string, number>,
): PlannedRow {
  const { decisions, people } = context;
  const unit = record.values.organization === null ? null : context.findUnit(record.values.organization);
  const choice = decisions.choiceOf(record.row);
  const restored = record.problems.some((problem) => problem.code === 'CITIZEN_ID_ZERO_RESTORED');
  const row = {
    row: record.row,
    values: record.values,
    before: {},
    problems: [...record.problems],
    unit,
    fixed: [...decisions.fixedOf(record.row)],
    choice,
    candidates: [] as readonly KnownPerson[],
    toConfirm: false,
  };
  const toConfirm = restored && !decisions.isConfirmed(record.row);
  const stop = (outcome: RowOutcome, code?: ProblemCode, value = '', field?: string): PlannedRow => {
    if (code) row.problems.push(problemAt(context.sheet, record.row, code, value, field));
    return { ...row, class: outcome, action: { type: 'none' } };
  };
  if (choice?.type === 'leaveOut') return stop('leftOut');
  if (record.problems.some((problem) => problemRejects(problem.code))) return stop('rejected');
  const match = matchPerson(record, people, choice);
  const earlier = firstTimeSeen(
    record,
    unit,
    seen,
    match.kind === 'certain' ? match.person.id : null,
    people.byRowKey(record.rowKey) !== null,
  );
  // "A new person" says that the namesake above is somebody else.
  if (earlier !== null && choice?.type !== 'newPerson')
    return stop('conflict', 'DUPLICATE_IN_FILE', String(earlier));

  if (match.kind === 'ambiguous') {
    row.candidates = match.candidates;
    return stop('conflict', 'PERSON_AMBIGUOUS', record.values.fullName ?? '', 'fullName');
  }
  if (match.kind === 'none') {
    return {
      ...row,
      toConfirm,
      class: 'new',
      action: {
        type: 'insertOfficial',
        values: newValues(record.values, context.fullMemberDateIsKept),
        unit,
        titles: titlesOf(record.values),
      },
    };
  }
  const difference = compare(record.values, unit, match.person, context);
  if (Object.keys(difference.before).length === 0) return stop('same');
  Object.assign(row.before, difference.before);
  if (match.kind === 'suggested') {
    row.candidates = [match.person];
    return stop('conflict', 'PERSON_UNCERTAIN', match.person.fullName, 'fullName');
  }
  return {
    ...row,
    toConfirm: toConfirm && Object.hasOwn(difference.before, 'citizenId'),
    class: 'changed',
    action: {
      type: 'changeOfficial',
      officialId: match.person.id,
      version: match.person.version,
      values: difference.values,
      unit: difference.moves ? unit : null,
      titles: difference.titles,
    },
  };
}

/** @returns the row that already named this person in the same sheet, or null */
function firstTimeSeen(
  { row, values }: ExtractedRecord<OfficialRecordField>,
  unit: PlannedUnit,
  seen: Map<string, number>,
  personId: number | null,
  isKeyed: boolean,
): number | null {
  const keys = [
    ...(personId === null ? [] : [`person ${personId}`]),
    ...(values.citizenId ? [`id ${values.citizenId}`] : []),
    ...(values.partyCardNo ? [`card ${cardDigits(values.partyCardNo)}`] : []),
    // Without a key or number, the same name, birth date and unit twice is taken for one person.
    ...(values.citizenId || values.partyCardNo || isKeyed
      ? []
      : [`name ${wordKey(values.fullName ?? '')} ${values.birthDate ?? ''} ${unitKey(unit?.name ?? '')}`]),
  ];
  const earlier = keys.map((key) => seen.get(key)).find((found) => found !== undefined);
  for (const key of keys) if (!seen.has(key)) seen.set(key, row);
  return earlier ?? null;
}

type Match =
  | { kind: 'none' }
  | { kind: 'certain'; person: KnownPerson }
  | { kind: 'suggested'; person: KnownPerson }
  | { kind: 'ambiguous'; candidates: readonly KnownPerson[] };

function matchPerson(
  { values, rowKey }: ExtractedRecord<OfficialRecordField>,
  people: PersonIndex,
  choice: RowChoice | null,
): Match {
  if (choice?.type === 'newPerson') return { kind: 'none' };
  const chosen = choice?.type === 'person' ? people.byId(choice.officialId) : null;
  if (chosen) return { kind: 'certain', person: chosen };
  const byKey = people.byRowKey(rowKey);
  const byId = people.byCitizenId(values.citizenId ?? '');
  const byCard = people.byCard(values.partyCardNo ?? '');
  const certain = new Set([...(byKey === null ? [] : [byKey]), ...byId, ...byCard]);
  if (certain.size > 1) return { kind: 'ambiguous', candidates: [...certain] };
  const [person] = certain;
  // The same number with another name is for a person to look at, never for the program to decide.
  if (person) {
    const isSameName = person.nameSearchKey === foldForSearch(values.fullName ?? '');
    return { kind: isSameName ? 'certain' : 'suggested', person };
  }
  const namesakes = people
    .byName(values.fullName ?? '')
    .filter(
      (known) =>
        sameBirth(values.birthDate, known.birthDate) &&
        !numbersDiffer(values.citizenId, known.citizenId) &&
        !numbersDiffer(values.partyCardNo, known.partyCardNo),
    );
  const candidates = spelledAlike(values.fullName, namesakes);
  const [namesake, another] = candidates.length > 0 ? candidates : namesakes;
  if (!namesake) return { kind: 'none' };
  return another
    ? { kind: 'ambiguous', candidates: candidates.length > 0 ? candidates : namesakes }
    : { kind: 'suggested', person: namesake };
}

const sameBirth = (a: string | null, b: string | null): boolean =>
  a === null || b === null ? a === b : isCoarserOrEqual(a, b) || isCoarserOrEqual(b, a);

const numbersDiffer = (written: string | null, known: string): boolean =>
  written !== null && known !== '' && cardDigits(written) !== cardDigits(known);

function newValues(values: Values, fullMemberDateIsKept: boolean): OfficialValues {
  const result: OfficialValues = { ...emptyOfficialValues, ...closedValues(values) };
  for (const field of textFields) result[field] = values[field] ?? '';
  for (const field of dateFieldIds) result[field] = values[field];
  result.membershipStatus = membershipStatusOf(values.admittedOn, values.fullMemberOn, fullMemberDateIsKept);
  result.workingStatus ??= suggestedWorkingStatus({ workplace: result.workplace, titles: titlesOf(values) });
  return result;
}

/** Values of closed vocabularies, when the row has them. */
function closedValues(
  values: Values,
): Partial<Pick<OfficialValues, 'gender' | 'participationStatus' | 'workingStatus'>> {
  const gender = genders.find((candidate) => candidate === values.gender);
  const participationStatus = participationStatuses.find(
    (candidate) => candidate === values.participationStatus,
  );
  const workingStatus = workingStatuses.find((candidate) => candidate === values.workingStatus);
  return {
    ...(gender ? { gender } : {}),
    ...(participationStatus ? { participationStatus } : {}),
    ...(workingStatus ? { workingStatus } : {}),
  };
}

const titlesOf = (values: Values): Record<PostKind, string> => ({
  party: values.partyPost ?? '',
  state: values.statePost ?? '',
  mass: values.massPost ?? '',
});

interface Difference {
  values: Partial<OfficialValues>;
  titles: Partial<Record<PostKind, string>>;
  moves: boolean;
  /** Old values by contract field, for the fields that change. */
  before: Record<string, string | null>;
}

function compare(
  values: Values,
  unit: PlannedUnit,
  known: KnownPerson,
  { decisions, hasColumn, fullMemberDateIsKept }: OfficialsPlanContext,
): Difference {
  const difference: Difference = { values: {}, titles: {}, moves: false, before: {} };
  const policyOf = (field: string): FieldPolicy => {
    const policy = decisions.policyOf(field);
    return policy === 'overwrite' && !hasColumn(field) ? 'take' : policy;
  };
  for (const field of textFields) {
    const written = values[field];
    if (!replaces(policyOf(field), written, known[field])) continue;
    if (
      written === null
        ? field === 'fullName' || known[field] === ''
        : isSameText(field, written, known[field])
    )
      continue;
    difference.values[field] = written ?? '';
    difference.before[field] = known[field] === '' ? null : known[field];
  }
  for (const field of dateFieldIds) {
    const written = values[field];
    const old = known[field];
    const policy = policyOf(field);
    if (written === old || !replaces(policy, written, old)) continue;
    // A coarser date says nothing new; only who overwrites means it.
    if (policy !== 'overwrite' && written !== null && old !== null && isCoarserOrEqual(written, old))
      continue;
    difference.values[field] = written;
    difference.before[field] = old;
  }
  const closed = closedValues(values);
  const gender = closed.gender ?? null;
  if (gender !== known.gender && replaces(policyOf('gender'), gender, known.gender)) {
    difference.values.gender = gender;
    difference.before.gender = known.gender;
  }
  if (
    closed.participationStatus &&
    closed.participationStatus !== known.participationStatus &&
    replaces(policyOf('participationStatus'), closed.participationStatus, known.participationStatus)
  ) {
    difference.values.participationStatus = closed.participationStatus;
    difference.before.participationStatus = known.participationStatus;
  }
  const working = closed.workingStatus ?? null;
  if (working !== known.workingStatus && replaces(policyOf('workingStatus'), working, known.workingStatus)) {
    difference.values.workingStatus = working;
    // Since when the old one held says nothing of the new one.
    if (known.workingFrom !== null) difference.values.workingFrom = null;
    difference.before.workingStatus = known.workingStatus;
  }
  for (const kind of postKinds) {
    const field = titleFields[kind];
    const written = values[field];
    if ((written ?? '') === known.titles[kind] || !replaces(policyOf(field), written, known.titles[kind]))
      continue;
    difference.titles[kind] = written ?? '';
    difference.before[field] = known.titles[kind] === '' ? null : known.titles[kind];
  }
  if (
    unit !== null &&
    unit.id !== known.organizationId &&
    replaces(policyOf('organization'), unit.name, known.organizationName)
  ) {
    difference.moves = true;
    difference.before.organization = known.organizationName;
  }
  const status = membershipStatusOf(
    'admittedOn' in difference.values ? (difference.values.admittedOn ?? null) : known.admittedOn,
    'fullMemberOn' in difference.values ? (difference.values.fullMemberOn ?? null) : known.fullMemberOn,
    fullMemberDateIsKept,
  );
  // Follows the dates; not a field of the sheet, so it never makes a row "changed" by itself.
  if (status !== null && status !== known.membershipStatus && Object.keys(difference.before).length > 0)
    difference.values.membershipStatus = status;
  return difference;
}

const isSameText = (field: (typeof textFields)[number], written: string, known: string): boolean =>
  field === 'partyCardNo' ? cardDigits(written) === cardDigits(known) : written === known;
