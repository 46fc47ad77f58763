import { eq, or } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { distinctPeople, mergedOfficials, officials } from '../connection/schema.ts';
import { type Comparison, type MergeField, mergeFields } from '../contract/duplicates.ts';
import { AppError } from '../contract/errors.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import { duplicatesText } from '../contract/vi/duplicates.ts';
import { dayOf } from '../domain/dates.ts';
import { isCertainlyBefore } from '../domain/official-rules.ts';
import {
  changeOfficial,
  type OfficialRecord,
  type OfficialValues,
  readOfficial,
} from '../records/officials.ts';
import {
  countRows,
  moveRows,
  removeRow,
  repeatedRows,
  tablesHangingOn,
} from '../records/person-references.ts';
import { conflictsOf, personReferences, type RowConflict } from './duplicate-conflicts.ts';

/** Tables whose rows a merge may change: the person's, with all that hangs on it. */
export const mergeTables = (db: ReadHandle): string[] => tablesHangingOn(db, 'officials');

/** The values that one choice stands for. */
const valuesOf = (field: MergeField, values: OfficialValues): Partial<OfficialValues> => {
  if (field !== 'participation') return { [field]: values[field] };
  const { participationStatus, participationFrom, participationReason } = values;
  return { participationStatus, participationFrom, participationReason };
};

/** What the two have, side by side; the first is the one that would be kept. */
export function compareRows(
  db: ReadHandle,
  { firstId, secondId }: MethodParsedInput<'duplicates.compare'>,
): Omit<Comparison, 'first' | 'second'> {
  const [first, second] = [personAt(db, firstId), personAt(db, secondId)];
  if (firstId === secondId) throw new AppError('NOT_FOUND');
  const differs = mergeFields.filter(
    (field) =>
      JSON.stringify(valuesOf(field, first.values)) !== JSON.stringify(valuesOf(field, second.values)),
  );
  const rows = personReferences(db)
    // That there is a discipline is told by the audited list alone; it is moved with the others.
    .filter(({ table }) => table !== 'disciplines')
    .map((reference) => ({
      label: duplicatesText.rowName(reference.table),
      first: countRows(db, reference, firstId),
      second: countRows(db, reference, secondId),
    }))
    .filter((row) => row.first + row.second > 0);
  const conflicts = conflictsOf(db, firstId, secondId).map(
    ({ table: _table, keptRow: _kept, removedRow: _removed, ...conflict }) => conflict,
  );
  return { differs, rows, conflicts };
}

/**
 * Makes one person of two: chosen values, all dated rows of both, and the removed one's id still finds the person.
 * Nothing is chosen here: a conflict without a decision refuses the merge.
 * @throws AppError NOT_FOUND, STALE_VERSION, MERGE_UNDECIDED, VALIDATION_FAILED
 */
export function mergePeople(db: WriteHandle, input: MethodParsedInput<'duplicates.merge'>): { name: string } {
  const kept = personAt(db, input.kept.id, input.kept.version);
  const removed = personAt(db, input.removed.id, input.removed.version);
  if (kept.id === removed.id) throw new AppError('NOT_FOUND');
  settle(db, conflictsOf(db, kept.id, removed.id), input.decisions);
  for (const reference of personReferences(db)) {
    for (const id of repeatedRows(db, reference, kept.id, removed.id)) removeRow(db, reference.table, id);
    moveRows(db, reference, removed.id, kept.id);
  }
  carryOver(db, kept.id, removed.id);
  db.delete(officials).where(eq(officials.id, removed.id)).run();
  const values = Object.assign({}, ...input.take.map((field) => valuesOf(field, removed.values)));
  assertPossible({ ...kept.values, ...values }, input.take);
  changeOfficial(db, kept, { values }, dayOf(new Date()));
  return { name: { ...kept.values, ...values }.fullName };
}

function personAt(db: ReadHandle, id: number, version?: number): OfficialRecord {
  const record = readOfficial(db, id);
  if (!record) throw new AppError('NOT_FOUND');
  if (version !== undefined && record.version !== version) throw new AppError('STALE_VERSION');
  return record;
}

function settle(
  db: WriteHandle,
  conflicts: readonly RowConflict[],
  decisions: MethodParsedInput<'duplicates.merge'>['decisions'],
): void {
  const keep = new Map(decisions.map((decision) => [decision.key, decision.keep]));
  const open = conflicts.filter(({ key, mayKeepBoth }) => {
    const decision = keep.get(key);
    return decision === undefined || (decision === 'both' && !mayKeepBoth);
  });
  if (open.length > 0) throw new AppError('MERGE_UNDECIDED', { params: { count: open.length } });
  for (const { key, table, keptRow, removedRow } of conflicts) {
    if (keep.get(key) === 'kept') removeRow(db, table, removedRow);
    if (keep.get(key) === 'removed') removeRow(db, table, keptRow);
  }
}

/** Who was said to be another person than the removed one is another than the kept one; earlier merges lead on. */
function carryOver(db: WriteHandle, keptId: number, removedId: number): void {
  const pairs = db
    .select()
    .from(distinctPeople)
    .where(or(eq(distinctPeople.firstId, removedId), eq(distinctPeople.secondId, removedId)))
    .all();
  for (const pair of pairs) {
    db.delete(distinctPeople).where(eq(distinctPeople.id, pair.id)).run();
    const other = pair.firstId === removedId ? pair.secondId : pair.firstId;
    if (other === keptId) continue;
    const carried = { firstId: Math.min(other, keptId), secondId: Math.max(other, keptId) };
    db.insert(distinctPeople).values(carried).onConflictDoNothing().run();
  }
  db.update(mergedOfficials).set({ keptId }).where(eq(mergedOfficials.keptId, removedId)).run();
  db.insert(mergedOfficials).values({ id: removedId, keptId }).run();
}

/** Values of two people can be impossible together; the choice that made them so is named. */
function assertPossible(values: OfficialValues, take: readonly MergeField[]): void {
  if (values.birthDate === null) return;
  for (const field of ['admittedOn', 'fullMemberOn'] as const) {
    const on = values[field];
    if (on !== null && isCertainlyBefore(on, values.birthDate)) {
      const chosen = take.includes('birthDate') ? 'birthDate' : field;
      throw new AppError('VALIDATION_FAILED', { fieldErrors: { [chosen]: 'BEFORE_BIRTH' } });
    }
  }
}
