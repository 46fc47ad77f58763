import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { AppError } from '../contract/errors.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import { isPartyOrganization } from '../domain/collectives.ts';
import { latestDay } from '../domain/dates.ts';
import {
  deleteUnitDiscipline,
  disciplinesOfUnit,
  findUnitDiscipline,
  insertUnitDiscipline,
  type OrganizationDisciplineRow,
  updateUnitDiscipline,
} from '../records/organization-disciplines.ts';
import { type OrganizationRow, readOrganization, unitAsOn } from '../records/organizations.ts';

/** The unit's entries in clear; that they were looked at is audited, whether there are any or not. */
export function listUnitDisciplines(
  db: WriteHandle,
  { organizationId }: MethodParsedInput<'organizationDisciplines.list'>,
) {
  unitOf(db, organizationId);
  const disciplines = disciplinesOfUnit(db, organizationId);
  const detail = { revealed: ['disciplines'], count: disciplines.length };
  return { value: { disciplines }, audit: { entity: 'organization', entityId: organizationId, detail } };
}

export function saveUnitDiscipline(
  db: WriteHandle,
  input: MethodParsedInput<'organizationDisciplines.save'>,
) {
  const { organizationId, known, discipline } = input;
  const unit = unitOf(db, organizationId);
  assertPossible(db, unit, discipline.effectiveOn);
  const before = known === null ? null : entryAt(db, organizationId, known);
  if (before === null) insertUnitDiscipline(db, organizationId, discipline);
  else updateUnitDiscipline(db, before, discipline);
  return changed(db, organizationId, { before, after: discipline });
}

/** Takes out what was entered by mistake; its content stays in the audit row. */
export function removeUnitDiscipline(
  db: WriteHandle,
  input: MethodParsedInput<'organizationDisciplines.remove'>,
) {
  const before = entryAt(db, input.organizationId, input.known);
  deleteUnitDiscipline(db, before.id);
  return changed(db, input.organizationId, { removed: before });
}

function unitOf(db: ReadHandle, id: number): OrganizationRow {
  const unit = readOrganization(db, id);
  if (!unit) throw new AppError('NOT_FOUND');
  return unit;
}

/** @throws AppError NOT_FOUND, STALE_VERSION */
function entryAt(
  db: ReadHandle,
  organizationId: number,
  known: { id: number; version: number },
): OrganizationDisciplineRow {
  const row = findUnitDiscipline(db, organizationId, known.id);
  if (!row) throw new AppError('NOT_FOUND');
  if (row.version !== known.version) throw new AppError('STALE_VERSION');
  return row;
}

/**
 * A unit that was there and a Party organisation on the day. A day after its end is possible: an organisation that
 * went up in another one still answers for what it did.
 */
function assertPossible(db: ReadHandle, unit: OrganizationRow, effectiveOn: string): void {
  if (!isPartyOrganization(unitAsOn(db, unit, latestDay(effectiveOn)).kind))
    throw new AppError('NOT_A_PARTY_ORGANIZATION', { params: { name: unit.name } });
  if (unit.validFrom !== null && latestDay(effectiveOn) < unit.validFrom)
    throw new AppError('VALIDATION_FAILED', {
      fieldErrors: { 'discipline.effectiveOn': 'BEFORE_UNIT_BEGAN' },
    });
}

const changed = (db: WriteHandle, organizationId: number, detail: Record<string, unknown>) => ({
  value: { disciplines: disciplinesOfUnit(db, organizationId) },
  audit: { entity: 'organization', entityId: organizationId, detail },
});
