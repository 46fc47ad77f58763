import { eq } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { organizations } from '../connection/schema.ts';
import type { DisciplineValues } from '../contract/disciplines.ts';
import { AppError, type FieldErrorCode } from '../contract/errors.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import { dayOf } from '../domain/dates.ts';
import { formsOfBranch, isForProbationary, wasProbationaryOn } from '../domain/disciplines.ts';
import { isCertainlyBefore } from '../domain/official-rules.ts';
import {
  type DisciplineRow,
  deleteDiscipline,
  disciplinesOf,
  findDiscipline,
  insertDiscipline,
  updateDiscipline,
} from '../records/disciplines.ts';
import { changeOfficial, type OfficialRecord, readOfficial } from '../records/officials.ts';

const refuse = (field: keyof DisciplineValues, code: FieldErrorCode): AppError =>
  new AppError('VALIDATION_FAILED', { fieldErrors: { [`discipline.${field}`]: code } });

/** The person's entries in clear; that they were looked at is audited, whether there are any or not. */
export function listDisciplines(db: WriteHandle, { officialId }: MethodParsedInput<'disciplines.list'>) {
  personOf(db, officialId);
  const disciplines = disciplinesOf(db, officialId);
  const detail = { revealed: ['disciplines'], count: disciplines.length };
  return { value: { disciplines }, audit: { entity: 'official', entityId: officialId, detail } };
}

export function saveDiscipline(db: WriteHandle, input: MethodParsedInput<'disciplines.save'>) {
  const { known, discipline } = input;
  const person = personOf(db, input.officialId);
  assertPossible(db, person, discipline);
  const before = known === null ? null : entryAt(db, person.id, known);
  if (before === null) insertDiscipline(db, person.id, discipline);
  else updateDiscipline(db, before, discipline);
  return changed(db, person, { before, after: discipline });
}

/** Takes out what was entered by mistake; its content stays in the audit row. */
export function removeDiscipline(db: WriteHandle, input: MethodParsedInput<'disciplines.remove'>) {
  const person = personOf(db, input.officialId);
  const before = entryAt(db, person.id, input.known);
  deleteDiscipline(db, before.id);
  return changed(db, person, { removed: before });
}

function personOf(db: ReadHandle, id: number): OfficialRecord {
  const person = readOfficial(db, id);
  if (!person) throw new AppError('NOT_FOUND');
  return person;
}

/** @throws AppError NOT_FOUND, STALE_VERSION */
function entryAt(db: ReadHandle, officialId: number, known: { id: number; version: number }): DisciplineRow {
  const row = findDiscipline(db, officialId, known.id);
  if (!row) throw new AppError('NOT_FOUND');
  if (row.version !== known.version) throw new AppError('STALE_VERSION');
  return row;
}

function assertPossible(db: ReadHandle, { values }: OfficialRecord, entry: DisciplineValues): void {
  if (values.birthDate !== null && isCertainlyBefore(entry.effectiveOn, values.birthDate))
    throw refuse('effectiveOn', 'BEFORE_BIRTH');
  if (!formsOfBranch[entry.branch].includes(entry.form)) throw refuse('form', 'INVALID_VALUE');
  if (entry.countedYear !== null && entry.countedReason === '') throw refuse('countedReason', 'REQUIRED');
  if (
    entry.branch === 'party' &&
    !isForProbationary(entry.form) &&
    wasProbationaryOn(values, entry.effectiveOn)
  )
    throw refuse('form', 'NOT_FOR_PROBATIONARY');
  // Only who holds a post can be removed from one.
  if (entry.form === 'removalFromPost' && entry.postThen === '') throw refuse('postThen', 'POST_NEEDED');
  const unit = entry.organizationThenId;
  if (unit === null) return;
  const there = db.select({ id: organizations.id }).from(organizations).where(eq(organizations.id, unit));
  if (!there.get()) throw refuse('organizationThenId', 'INVALID_VALUE');
}

/** A change of a dated row is a change of the person: the version goes up. */
function changed(db: WriteHandle, person: OfficialRecord, detail: Record<string, unknown>) {
  changeOfficial(db, person, { values: {} }, dayOf(new Date()));
  return {
    value: { disciplines: disciplinesOf(db, person.id) },
    audit: { entity: 'official', entityId: person.id, detail },
  };
}
