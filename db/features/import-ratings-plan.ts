import type { ReadHandle } from '../connection/open.ts';
import type { RowChoice } from '../contract/import-decisions.ts';
import type { ProblemCode, RowOutcome } from '../contract/imports.ts';
import { levelNotInRule } from '../contract/vi/rule-names.ts';
import type { RatingList, ReadSheet } from '../contract/workbooks.ts';
import { isCoarserOrEqual } from '../domain/dates.ts';
import { foldForSearch } from '../domain/names.ts';
import { type RatingLevel, ratingLevels } from '../domain/ratings.ts';
import type { ExtractedRecord, RatingRecordField } from '../excel/extract-records.ts';
import { problemRejects } from '../excel/problem-severity.ts';
import { participantsOf, takenOutOf } from '../records/participants.ts';
import { ofCycle, ratingYear } from '../records/rating-year.ts';
import {
  emptyRatingValues,
  type RatingRecord,
  type RatingValues,
  ratingsOfCycle,
} from '../records/ratings.ts';
import { type DecisionIndex, replaces } from './import-decisions.ts';
import { type KnownPerson, type PersonIndex, spelledAlike } from './import-matching.ts';
import { type PlannedRow, type PlannedUnit, problemAt } from './import-plan.ts';

type Values = ExtractedRecord<RatingRecordField>['values'];

const levelFields = ['selfLevel', 'proposedLevel', 'decidedLevel'] as const;
const textFields = ['unratedReason', 'note'] as const;

export interface RatingsPlanContext {
  sheet: ReadSheet;
  people: PersonIndex;
  findUnit: (name: string) => PlannedUnit;
  /** Ratings of the list by person. */
  existing: ReadonlyMap<number, RatingRecord>;
  ratingKind: RatingList['kind'];
  /** The rule of the year by number, day and issuer: it says which levels there are. '' where there is none. */
  rule: string;
  /** Who can be rated in this list; null when anybody of the base can. */
  rated: ReadonlySet<number> | null;
  /** Who was taken out of the opened cycle: a rating is kept, but counts nowhere. */
  takenOut: ReadonlySet<number>;
  decisions: DecisionIndex;
  /** Fields that a column of the sheet fills: only there can a blank be meant. */
  hasColumn: (field: string) => boolean;
}

/** The ratings of one list by person. @throws AppError CYCLE_NOT_OPEN: a quarter is rated only once it was opened */
export function ratingsOfList(
  db: ReadHandle,
  year: number,
  { quarter, kind }: RatingList,
): Map<number, RatingRecord> {
  const { cycle } = ratingYear(db, { year, quarter });
  const rows = cycle ? ratingsOfCycle(db, cycle.id, kind) : [];
  return new Map(rows.map((row) => [row.officialId, row]));
}

/** Who is rated as one who leads. @throws AppError CYCLE_NOT_OPEN */
export function leadersOf(db: ReadHandle, year: number, { quarter }: RatingList): ReadonlySet<number> {
  const at = ratingYear(db, { year, quarter });
  const people = participantsOf(db, year, { ...ofCycle(at), kind: 'leader' });
  return new Set(people.map(({ officialId }) => officialId));
}

/** Whom the opened cycle of a list has taken out. @throws AppError CYCLE_NOT_OPEN */
export function takenOutOfList(
  db: ReadHandle,
  year: number,
  { quarter, kind }: RatingList,
): ReadonlySet<number> {
  const { cycle } = ratingYear(db, { year, quarter });
  return cycle?.openedAt ? takenOutOf(db, cycle.id, kind === 'leader' ? 'leader' : 'member') : new Set();
}

/**
 * Compares the rows of a ratings sheet with the ratings of the year. People are found by citizen ID, card number,
 * or by name (with birth date where the sheet has it) inside the unit that the row names; never by a name alone
 * when that unit does not hold it. A blank never overwrites a value.
 */
export function planRatings(
  records: readonly ExtractedRecord<RatingRecordField>[],
  context: RatingsPlanContext,
): PlannedRow[] {
  const seen = new Map<number, number>();
  return records.map((record) => planRow(record, context, seen));
}

function planRow(
  record: ExtractedRecord<RatingRecordField>,
  context: RatingsPlanContext,
  seen: Map<number, number>,
): PlannedRow {
  const { values } = record;
  const unit = values.organization === null ? null : context.findUnit(values.organization);
  const choice = context.decisions.choiceOf(record.row);
  const row = {
    row: record.row,
    values,
    before: {},
    problems: record.problems.map((problem) =>
      problem.code === 'RATING_UNKNOWN'
        ? { ...problem, message: `${problem.message} ${levelNotInRule(context.rule)}` }
        : problem,
    ),
    unit,
    fixed: [...context.decisions.fixedOf(record.row)],
    choice,
    candidates: [] as readonly KnownPerson[],
    // The citizen ID of a ratings sheet only finds the person; it is not written.
    toConfirm: false,
  };
  const stop = (outcome: RowOutcome, code?: ProblemCode, value = '', field?: string): PlannedRow => {
    if (code) row.problems.push(problemAt(context.sheet, record.row, code, value, field));
    return { ...row, class: outcome, action: { type: 'none' } };
  };
  if (choice?.type === 'leaveOut') return stop('leftOut');
  if (record.problems.some((problem) => problemRejects(problem.code))) return stop('rejected');
  const found = findPerson(record, unit, context.people, choice);
  if (found.kind !== 'found') {
    row.candidates = found.candidates;
    const outcome = found.kind === 'PERSON_NOT_FOUND' ? 'rejected' : 'conflict';
    return stop(outcome, found.kind, nameOf(found, values.fullName), 'fullName');
  }
  const earlier = seen.get(found.person.id);
  if (earlier !== undefined) return stop('conflict', 'DUPLICATE_IN_FILE', String(earlier));
  seen.set(found.person.id, record.row);

  const existing = context.existing.get(found.person.id);
  const old: RatingValues = existing ?? {
    ...emptyRatingValues,
    organizationId: unit?.id ?? found.person.organizationId,
  };
  const merged = mergeValues(values, old, context);
  // In our own list an empty row says that nothing was given yet.
  const saysNothing = [...levelFields, ...textFields].every((field) => values[field] === null);
  if (!existing && saysNothing && context.people.byRowKey(record.rowKey) !== null) return stop('same');
  if (!existing && context.rated?.has(found.person.id) === false)
    return stop('rejected', 'PERSON_NOT_FOUND', values.fullName ?? '', 'fullName');
  const note = context.takenOut.has(found.person.id)
    ? [problemAt(context.sheet, record.row, 'PERSON_TAKEN_OUT', values.fullName ?? '', 'fullName')]
    : [];
  if (!existing)
    return {
      ...row,
      problems: [...row.problems, ...note],
      class: 'new',
      action: {
        type: 'insertRating',
        officialId: found.person.id,
        kind: context.ratingKind,
        values: merged,
      },
    };
  const before = Object.fromEntries(
    [...levelFields, ...textFields]
      .filter((field) => merged[field] !== existing[field])
      .map((field) => [field, existing[field] === '' ? null : existing[field]]),
  );
  if (Object.keys(before).length === 0) return stop('same');
  Object.assign(row.before, before);
  return {
    ...row,
    problems: [...row.problems, ...note],
    class: 'changed',
    action: { type: 'changeRating', ratingId: existing.id, version: existing.version, values: merged },
  };
}

type Found =
  | { kind: 'found'; person: KnownPerson }
  | {
      kind: 'PERSON_NOT_FOUND' | 'PERSON_AMBIGUOUS' | 'PERSON_UNCERTAIN';
      candidates: readonly KnownPerson[];
    };

/** Whom a remark names: who it may be where that is not sure, else who the row says. */
export const nameOf = (
  { kind, candidates }: Exclude<Found, { kind: 'found' }>,
  fullName: string | null,
): string =>
  kind === 'PERSON_UNCERTAIN'
    ? [...new Set(candidates.map((known) => known.fullName))].join(', ')
    : (fullName ?? '');

/** What of a row tells whom it means. */
interface NamedRow {
  values: Pick<Values, 'fullName' | 'birthDate' | 'citizenId' | 'partyCardNo'>;
  rowKey?: string;
}

/** The person that a row means: certain by key or number, else by name inside the unit that the row names. */
export function findPerson(
  { values, rowKey }: NamedRow,
  unit: PlannedUnit,
  people: PersonIndex,
  choice: RowChoice | null,
): Found {
  const chosen = choice?.type === 'person' ? people.byId(choice.officialId) : null;
  if (chosen) return { kind: 'found', person: chosen };
  const keyed = people.byRowKey(rowKey);
  if (keyed?.nameSearchKey === foldForSearch(values.fullName ?? '')) return { kind: 'found', person: keyed };
  const certain = new Set([
    ...people.byCitizenId(values.citizenId ?? ''),
    ...people.byCard(values.partyCardNo ?? ''),
  ]);
  if (certain.size > 1) return { kind: 'PERSON_AMBIGUOUS', candidates: [...certain] };
  const [person] = certain;
  if (person) return { kind: 'found', person };
  const namesakes = people
    .byName(values.fullName ?? '')
    .filter((known) => birthAgrees(values.birthDate, known.birthDate));
  if (unit === null) return only(namesakes, values.fullName);
  const unitId = unit.id;
  const inUnit = unitId === null ? [] : namesakes.filter((known) => known.units.has(unitId));
  if (inUnit.length > 0) return only(inUnit, values.fullName);
  return { kind: namesakes.length > 0 ? 'PERSON_UNCERTAIN' : 'PERSON_NOT_FOUND', candidates: namesakes };
}

/** "Hùng" is not "Hưng": who is alike only without the marks is for a person to say. */
function only(namesakes: readonly KnownPerson[], fullName: string | null): Found {
  if (namesakes.length === 0) return { kind: 'PERSON_NOT_FOUND', candidates: [] };
  const alike = spelledAlike(fullName, namesakes);
  const [person, another] = alike;
  if (!person) return { kind: 'PERSON_UNCERTAIN', candidates: namesakes };
  return another ? { kind: 'PERSON_AMBIGUOUS', candidates: alike } : { kind: 'found', person };
}

const birthAgrees = (written: string | null, known: string | null): boolean =>
  written === null || known === null || isCoarserOrEqual(written, known) || isCoarserOrEqual(known, written);

function mergeValues(
  values: Values,
  old: RatingValues,
  { decisions, hasColumn }: RatingsPlanContext,
): RatingValues {
  const { organizationId, selfLevel, proposedLevel, decidedLevel, unratedReason, note } = old;
  const merged: RatingValues = {
    organizationId,
    selfLevel,
    proposedLevel,
    decidedLevel,
    unratedReason,
    note,
  };
  const takes = (field: string, written: string | null, known: string | null): boolean => {
    const policy = decisions.policyOf(field);
    return replaces(policy === 'overwrite' && !hasColumn(field) ? 'take' : policy, written, known);
  };
  for (const field of levelFields)
    if (takes(field, values[field], merged[field])) merged[field] = levelOf(values[field]);
  for (const field of textFields)
    if (takes(field, values[field], merged[field])) merged[field] = values[field] ?? '';
  // A reason for having no level cannot stand beside a level; what was written is kept in the note.
  if (merged.decidedLevel !== null && merged.unratedReason !== '') {
    if (!merged.note.includes(merged.unratedReason))
      merged.note = merged.note === '' ? merged.unratedReason : `${merged.note}; ${merged.unratedReason}`;
    merged.unratedReason = '';
  }
  return merged;
}

const levelOf = (text: string | null): RatingLevel | null =>
  ratingLevels.find((level) => level === text) ?? null;
