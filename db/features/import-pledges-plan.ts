import type { ReadHandle } from '../connection/open.ts';
import { pledgeFormFor } from '../contract/form-choice.ts';
import type { ProblemCode, RowOutcome } from '../contract/imports.ts';
import type { ReadSheet } from '../contract/workbooks.ts';
import type { PledgeStatus } from '../domain/cycle.ts';
import type { ExtractedSheetRecord } from '../excel/extract-registers.ts';
import { problemRejects } from '../excel/problem-severity.ts';
import { participantsOf } from '../records/participants.ts';
import { type PledgeRecord, pledgesOfCycle } from '../records/pledges.ts';
import { leaderIds } from '../records/posts.ts';
import { countingDay, findCycle } from '../records/ratings.ts';
import { type DecisionIndex, replaces } from './import-decisions.ts';
import type { KnownPerson, PersonIndex } from './import-matching.ts';
import { type PlannedRow, type PlannedUnit, type PledgePerson, problemAt } from './import-plan.ts';
import { findPerson, nameOf } from './import-ratings-plan.ts';

type Row = ExtractedSheetRecord<'pledges'>;

/** Who is to pledge in the year, each with the pledge so far. */
export interface PledgeBook {
  /** By person. */
  pledges: ReadonlyMap<number, PledgeRecord>;
  /** null: not one of those who pledge. */
  personOf(officialId: number): PledgePerson | null;
}

export function pledgeBook(db: ReadHandle, year: number | null): PledgeBook {
  if (year === null) return { pledges: new Map(), personOf: () => null };
  const cycle = findCycle(db, year);
  const day = countingDay(db, year);
  const leaders = leaderIds(db, day);
  const units = new Map(
    participantsOf(db, year)
      .filter((person) => person.participationStatus === 'active')
      .map((person) => [person.officialId, person.organizationId]),
  );
  return {
    pledges: cycle ? pledgesOfCycle(db, cycle.id) : new Map(),
    personOf: (officialId) => {
      const organizationId = units.get(officialId);
      if (organizationId === undefined) return null;
      const variant = leaders.has(officialId) ? 'leader' : 'member';
      return { organizationId, variant, formId: pledgeFormFor(variant, day) ?? 'pledge-member' };
    },
  };
}

export interface PledgesPlanContext {
  sheet: ReadSheet;
  people: PersonIndex;
  findUnit: (name: string) => PlannedUnit;
  pledges: PledgeBook;
  decisions: DecisionIndex;
  /** Fields that a column of the sheet fills: only there can a blank be meant. */
  hasColumn: (field: string) => boolean;
}

/**
 * Compares a list of signatures with the pledges of the year. Who signed has filed, what came back with a reason is
 * returned; a sheet never takes a filed pledge back, and it confirms none. People are found as those of a ratings sheet are.
 */
export function planPledges(records: readonly Row[], context: PledgesPlanContext): PlannedRow[] {
  const seen = new Map<number, number>();
  return records.map((record) => planRow(record, context, seen));
}

const isFiled = (status: PledgeStatus): boolean => status === 'filed' || status === 'confirmed';
const signedWord = (signed: boolean | null): string | null =>
  signed === null ? null : signed ? 'yes' : 'no';

function planRow(record: Row, context: PledgesPlanContext, seen: Map<number, number>): PlannedRow {
  const { values, row: number } = record;
  const { returned: _returned, ...shown } = values;
  const { sheet, decisions } = context;
  const unit = values.organization === null ? null : context.findUnit(values.organization);
  const choice = decisions.choiceOf(number);
  const row = {
    row: number,
    values: { ...shown, signed: signedWord(values.signed) },
    before: {} as Record<string, string | null>,
    problems: [...record.problems],
    unit,
    fixed: [...decisions.fixedOf(number)],
    choice,
    candidates: [] as readonly KnownPerson[],
    toConfirm: false,
  };
  const stop = (outcome: RowOutcome, code?: ProblemCode, value = '', field?: string): PlannedRow => {
    if (code) row.problems.push(problemAt(sheet, number, code, value, field));
    return { ...row, class: outcome, action: { type: 'none' } };
  };
  if (choice?.type === 'leaveOut') return stop('leftOut');
  if (record.problems.some((problem) => problemRejects(problem.code))) return stop('rejected');
  const named = { fullName: values.fullName, birthDate: null, citizenId: null, partyCardNo: null };
  const found = findPerson({ ...record, values: named }, unit, context.people, choice);
  if (found.kind !== 'found') {
    row.candidates = found.candidates;
    const outcome = found.kind === 'PERSON_NOT_FOUND' ? 'rejected' : 'conflict';
    return stop(outcome, found.kind, nameOf(found, values.fullName), 'fullName');
  }
  const { id: officialId, fullName } = found.person;
  const earlier = seen.get(officialId);
  if (earlier !== undefined) return stop('conflict', 'DUPLICATE_IN_FILE', String(earlier));
  seen.set(officialId, number);
  if (values.signed === null && values.reason === null && values.note === null)
    return stop('rejected', 'SIGNATURE_UNKNOWN', '', 'signed');

  const existing = context.pledges.pledges.get(officialId);
  const person = context.pledges.personOf(officialId);
  if (person === null && existing === undefined)
    return stop('rejected', 'NOT_TO_PLEDGE', fullName, 'fullName');
  if (existing !== undefined && isFiled(existing.status) && values.signed === false)
    return stop('rejected', 'PLEDGE_ALREADY_FILED', fullName, 'signed');
  // A pledge brings no unit with it: the person, once chosen, stands in one already.
  const there = unit?.id == null ? null : unit;
  const { change, before } = changeOf(values, existing ?? null, context);
  if (existing === undefined) {
    if (person === null) return stop('rejected', 'NOT_TO_PLEDGE', fullName, 'fullName');
    // Nothing was signed, and nothing is known of it: as it is.
    if (Object.keys(change).length === 0) return stop('same');
    return {
      ...row,
      unit: there,
      class: 'new',
      action: { type: 'insertPledge', officialId, person, values: change },
    };
  }
  if (Object.keys(change).length === 0) return stop('same');
  Object.assign(row.before, before);
  const { id: pledgeId, version } = existing;
  return {
    ...row,
    unit: there,
    class: 'changed',
    action: { type: 'changePledge', pledgeId, version, values: change },
  };
}

/** What a row changes of a pledge, and the values that it takes the place of. */
function changeOf(
  values: Row['values'],
  existing: PledgeRecord | null,
  { decisions, hasColumn }: PledgesPlanContext,
): { change: Partial<PledgeRecord>; before: Record<string, string | null> } {
  const change: Partial<PledgeRecord> = {};
  const before: Record<string, string | null> = {};
  const takes = (field: string, written: string | null, known: string | null): boolean => {
    const policy = decisions.policyOf(field);
    const effective = policy === 'overwrite' && !hasColumn(field) ? 'take' : policy;
    return (written ?? '') !== (known ?? '') && replaces(effective, written, known);
  };
  const signs = values.signed === true && !isFiled(existing?.status ?? 'notFiled');
  if (signs) {
    change.status = 'filed';
    change.notFiledReason = '';
    change.returnedReason = '';
    before.signed = 'no';
  }
  const signed = values.signed === true;
  if (signed && takes('signedOn', values.signedOn, existing?.signedOn ?? null)) {
    change.signedOn = values.signedOn;
    before.signedOn = existing?.signedOn ?? null;
  }
  // Why a pledge was returned is the reason that our own list gives.
  const isReturned = existing?.status === 'returned' && values.reason === existing.returnedReason;
  if (
    values.returned &&
    values.reason !== null &&
    !isReturned &&
    takes('reason', values.reason, existing?.returnedReason || null)
  ) {
    change.status = 'returned';
    change.returnedReason = values.reason;
    before.reason = existing?.returnedReason || null;
  } else if (!signed && !isReturned && takes('reason', values.reason, existing?.notFiledReason || null)) {
    change.notFiledReason = values.reason ?? '';
    before.reason = existing?.notFiledReason || null;
  }
  if (takes('note', values.note, existing?.note || null)) {
    change.note = values.note ?? '';
    before.note = existing?.note || null;
  }
  return { change, before };
}
