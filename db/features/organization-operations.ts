import { and, eq, isNull } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { memberships, officials, organizations } from '../connection/schema.ts';
import { AppError } from '../contract/errors.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import type { NewUnit, OperationResult } from '../contract/organization-operations.ts';
import { foldForSearch } from '../domain/names.ts';
import { subtreeIds } from '../domain/organizations.ts';
import { insertOrganization, type OrganizationRow, organizationsOn } from '../records/organizations.ts';
import {
  changeUnitFrom,
  childrenOn,
  endUnitBefore,
  linkUnits,
  movePeople,
  type OpenMembership,
  openMembershipsOf,
  peopleIn,
  placePeople,
  unitOn,
} from '../records/tree-changes.ts';

/** Counts of an act, before it becomes an operation with an id. */
export type ActResult = Omit<OperationResult, 'operationId'>;

/** Renames, moves in the tree, or gives other printed names, from a day on. */
export function changeUnit(db: WriteHandle, input: MethodParsedInput<'organizations.change'>): ActResult {
  const { id, version, onDay, dryRun: _dryRun, ...values } = input;
  const unit = unitOn(db, id, onDay);
  if (unit.version !== version) throw new AppError('STALE_VERSION');
  assertPlace(db, values, onDay, id);
  return counted(db, [id], onDay, () => {
    changeUnitFrom(db, unit, values, onDay);
    return [id];
  });
}

/** People and sub-units of the sources go to the target on the day; the sources end the day before. */
export function mergeUnits(db: WriteHandle, input: MethodParsedInput<'organizations.merge'>): ActResult {
  const { onDay, target } = input;
  const sourceIds = [...new Set(input.sourceIds)];
  const sources = sourceIds.map((id) => unitOn(db, id, onDay));
  const targetParent = target.is === 'unit' ? unitOn(db, target.id, onDay).id : target.unit.parentId;
  for (const source of sources) assertOutside(db, source.id, targetParent, onDay);
  const involved = target.is === 'unit' ? [...sourceIds, target.id] : sourceIds;
  return counted(db, involved, onDay, () => {
    const targetId = target.is === 'unit' ? target.id : beginUnit(db, target.unit, onDay, 'target.unit.');
    for (const source of sources) {
      empty(db, source, targetId, onDay);
      endUnitBefore(db, source, onDay);
      linkUnits(db, source.id, targetId, onDay, 'merge');
    }
    return [...involved, targetId];
  });
}

/** New units take the people named for them; the source goes on with the rest, or ends when nobody is left. */
export function splitUnit(db: WriteHandle, input: MethodParsedInput<'organizations.split'>): ActResult {
  const { onDay, parts, keepSource } = input;
  const source = unitOn(db, input.sourceId, onDay);
  const open = openMembershipsOf(db, source.id);
  const byOfficial = new Map(open.map((membership) => [membership.officialId, membership]));
  const chosen = parts.flatMap((part) => part.officialIds);
  if (new Set(chosen).size !== chosen.length || chosen.some((id) => !byOfficial.has(id)))
    throw new AppError('VALIDATION_FAILED', { fieldErrors: { parts: 'INVALID_VALUE' } });
  const left = open.length - chosen.length;
  if (!keepSource && left > 0)
    throw new AppError('PEOPLE_NOT_PLACED', { params: { name: source.name, count: left } });
  return counted(db, [source.id], onDay, () => {
    const made = parts.map(({ unit, officialIds }, index) => {
      const id = beginUnit(db, unit, onDay, `parts.${index}.unit.`);
      const people = officialIds.flatMap((officialId): OpenMembership[] => {
        const membership = byOfficial.get(officialId);
        return membership ? [membership] : [];
      });
      movePeople(db, people, id, onDay);
      linkUnits(db, source.id, id, onDay, 'split');
      return id;
    });
    if (!keepSource) {
      const [heir] = made;
      for (const child of childrenOn(db, source.id, onDay)) {
        if (heir !== undefined && !made.includes(child.id))
          changeUnitFrom(db, child, { ...child, parentId: heir }, onDay);
      }
      endUnitBefore(db, source, onDay);
    }
    return [source.id, ...made];
  });
}

/** Ends a unit; its people and sub-units go to another one, which must be named when there are any. */
export function endUnit(db: WriteHandle, input: MethodParsedInput<'organizations.end'>): ActResult {
  const { onDay, moveToId } = input;
  const unit = unitOn(db, input.id, onDay);
  if (moveToId === null) {
    const held = openMembershipsOf(db, unit.id).length + childrenOn(db, unit.id, onDay).length;
    if (held > 0) throw new AppError('ORGANIZATION_NOT_EMPTY', { params: { name: unit.name, count: held } });
  } else assertOutside(db, unit.id, unitOn(db, moveToId, onDay).id, onDay);
  return counted(db, moveToId === null ? [unit.id] : [unit.id, moveToId], onDay, () => {
    if (moveToId !== null) {
      empty(db, unit, moveToId, onDay);
      linkUnits(db, unit.id, moveToId, onDay, 'end');
    }
    endUnitBefore(db, unit, onDay);
    return moveToId === null ? [unit.id] : [unit.id, moveToId];
  });
}

/**
 * Moves people to another unit from a day on: a dated transfer, never an edit. Who was in no unit yet begins there.
 */
export function transferPeople(db: WriteHandle, input: MethodParsedInput<'officials.transfer'>): ActResult {
  const { onDay, organizationId } = input;
  unitOn(db, organizationId, onDay);
  const officialIds = [...new Set(input.officialIds)];
  const placed = officialIds.flatMap((id) => openMembershipOf(db, id) ?? []);
  const inAUnit = new Set(placed.map((membership) => membership.officialId));
  const unplaced = officialIds.filter((id) => !inAUnit.has(id));
  const involved = [...new Set([organizationId, ...placed.map((membership) => membership.organizationId)])];
  return counted(
    db,
    involved,
    onDay,
    () => {
      movePeople(db, placed, organizationId, onDay);
      placePeople(db, unplaced, organizationId, onDay);
      return involved;
    },
    unplaced.length,
  );
}

/** @throws AppError NOT_FOUND when there is no such person */
function openMembershipOf(db: ReadHandle, officialId: number): OpenMembership | undefined {
  const open = db
    .select()
    .from(memberships)
    .where(and(eq(memberships.officialId, officialId), isNull(memberships.validTo)))
    .get();
  if (open) return open;
  const known = db.select({ id: officials.id }).from(officials).where(eq(officials.id, officialId)).get();
  if (!known) throw new AppError('NOT_FOUND');
  return undefined;
}

/** @param path where the unit stands in the act's input, as errors name its fields */
function beginUnit(db: WriteHandle, unit: NewUnit, onDay: string, path: string): number {
  assertPlace(db, unit, onDay, null, path);
  return insertOrganization(db, { ...unit, validFrom: onDay });
}

/** People and sub-units of a unit go to the target. */
function empty(db: WriteHandle, unit: OrganizationRow, targetId: number, onDay: string): void {
  movePeople(db, openMembershipsOf(db, unit.id), targetId, onDay);
  for (const child of childrenOn(db, unit.id, onDay)) {
    if (child.id !== targetId) changeUnitFrom(db, child, { ...child, parentId: targetId }, onDay);
  }
}

/** The target may not be the unit itself nor stand below it. */
function assertOutside(db: ReadHandle, unitId: number, targetId: number | null, onDay: string): void {
  if (targetId !== null && subtreeIds(organizationsOn(db, onDay), unitId).has(targetId))
    throw new AppError('ORGANIZATION_CYCLE');
}

/** The parent is there on the day and not below the unit itself; no sibling bears the same name. */
function assertPlace(
  db: ReadHandle,
  unit: { parentId: number | null; name: string },
  onDay: string,
  id: number | null,
  path = '',
): void {
  const rows = organizationsOn(db, onDay);
  if (unit.parentId !== null && !rows.some((row) => row.id === unit.parentId))
    throw new AppError('VALIDATION_FAILED', { fieldErrors: { [`${path}parentId`]: 'INVALID_VALUE' } });
  if (id !== null) assertOutside(db, id, unit.parentId, onDay);
  const key = foldForSearch(unit.name);
  const namesake = rows.find(
    (row) => row.id !== id && row.parentId === unit.parentId && row.nameSearchKey === key,
  );
  if (namesake) throw new AppError('ORGANIZATION_NAME_TAKEN', { params: { name: namesake.name } });
}

/**
 * Runs an act between two counts of the people on its day; sums that differ are a fault, and nothing is written.
 * `newcomers` were in no unit before and count beside the units.
 */
function counted(
  db: WriteHandle,
  involved: readonly number[],
  day: string,
  act: () => readonly number[],
  newcomers = 0,
): ActResult {
  const before = peopleIn(db, involved, day);
  const ids = [...new Set(act())];
  const after = peopleIn(db, ids, day);
  const sum = (counts: ReadonlyMap<number, number>) =>
    [...counts.values()].reduce((total, count) => total + count, 0);
  const result: ActResult = {
    before: sum(before) + newcomers,
    after: sum(after),
    units: ids.map((id) => ({
      id,
      name:
        db.select({ name: organizations.name }).from(organizations).where(eq(organizations.id, id)).get()
          ?.name ?? '',
      before: before.get(id) ?? 0,
      after: after.get(id) ?? 0,
    })),
  };
  if (result.before !== result.after)
    throw new Error(`people before ${result.before}, after ${result.after}`);
  return result;
}
