import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import {
  memberships,
  officials,
  organizationLinks,
  organizationStates,
  organizations,
} from '../connection/schema.ts';
import { AppError } from '../contract/errors.ts';
import { dayBefore, formatPartialDate } from '../domain/dates.ts';
import { foldForSearch, vietnameseSortKey } from '../domain/names.ts';
import { existsOn, type OrganizationRow, type OrganizationValues } from './organizations.ts';

/**
 * A unit that an act on that day may touch: it has begun, and no end of it is recorded, not even a later one.
 * @throws AppError NOT_FOUND, ORGANIZATION_NOT_THERE, DAY_BEFORE_LAST_CHANGE
 */
export function unitOn(db: ReadHandle, id: number, day: string): OrganizationRow {
  const unit = db.select().from(organizations).where(eq(organizations.id, id)).get();
  if (!unit) throw new AppError('NOT_FOUND');
  if (!existsOn(unit, day))
    throw new AppError('ORGANIZATION_NOT_THERE', {
      params: { name: unit.name, day: formatPartialDate(day) },
    });
  if (unit.validTo !== null) throw tooEarly(unit.name, unit.validTo);
  return unit;
}

const lastState = (db: ReadHandle, organizationId: number): string | undefined =>
  db
    .select({ validTo: organizationStates.validTo })
    .from(organizationStates)
    .where(eq(organizationStates.organizationId, organizationId))
    .orderBy(desc(organizationStates.validTo))
    .limit(1)
    .get()?.validTo;

const tooEarly = (name: string, lastChange: string): AppError =>
  new AppError('DAY_BEFORE_LAST_CHANGE', { params: { name, day: formatPartialDate(lastChange) } });

/**
 * Gives a unit other values from a day on; what it was before stays as a dated state, so that older papers print
 * the older name. Two changes of one day are one.
 * @throws AppError DAY_BEFORE_LAST_CHANGE
 */
export function changeUnitFrom(
  db: WriteHandle,
  unit: OrganizationRow,
  values: OrganizationValues,
  onDay: string,
): void {
  const before = dayBefore(onDay);
  const last = lastState(db, unit.id);
  if (last !== undefined && last > before) throw tooEarly(unit.name, last);
  const beganThatDay = unit.validFrom === onDay || last === before;
  if (!beganThatDay)
    db.insert(organizationStates)
      .values({
        organizationId: unit.id,
        validTo: before,
        parentId: unit.parentId,
        kind: unit.kind,
        unitType: unit.unitType,
        code: unit.code,
        name: unit.name,
        superiorHead: unit.superiorHead,
        issuingHead: unit.issuingHead,
        signatureAuthority: unit.signatureAuthority,
        signatureTitle: unit.signatureTitle,
      })
      .run();
  db.update(organizations)
    .set({
      ...values,
      nameSearchKey: foldForSearch(values.name),
      nameSortKey: vietnameseSortKey(values.name),
      version: unit.version + 1,
    })
    .where(eq(organizations.id, unit.id))
    .run();
}

/** The unit exists up to the day before. @throws AppError DAY_BEFORE_LAST_CHANGE when it would never have been */
export function endUnitBefore(db: WriteHandle, unit: OrganizationRow, onDay: string): void {
  const last = dayBefore(onDay);
  if (unit.validFrom !== null && unit.validFrom > last) throw tooEarly(unit.name, unit.validFrom);
  const state = lastState(db, unit.id);
  if (state !== undefined && state > last) throw tooEarly(unit.name, state);
  db.update(organizations)
    .set({ validTo: last, version: sql`${organizations.version} + 1` })
    .where(eq(organizations.id, unit.id))
    .run();
}

export function linkUnits(
  db: WriteHandle,
  predecessorId: number,
  successorId: number,
  onDay: string,
  kind: 'merge' | 'split' | 'end',
): void {
  db.insert(organizationLinks).values({ predecessorId, successorId, onDay, kind }).run();
}

/** Units right under this one on the day. */
export function childrenOn(db: ReadHandle, parentId: number, day: string): OrganizationRow[] {
  return db
    .select()
    .from(organizations)
    .where(eq(organizations.parentId, parentId))
    .all()
    .filter((row) => existsOn(row, day));
}

export type OpenMembership = typeof memberships.$inferSelect;

export const openMembershipsOf = (db: ReadHandle, organizationId: number): OpenMembership[] =>
  db
    .select()
    .from(memberships)
    .where(and(eq(memberships.organizationId, organizationId), isNull(memberships.validTo)))
    .all();

/**
 * Moves people to a unit from a day on: the old membership ends the day before, so that each person is in exactly
 * one place on every day.
 * @throws AppError DAY_BEFORE_LAST_CHANGE for a person who came to the present unit after that day
 */
export function movePeople(
  db: WriteHandle,
  people: readonly OpenMembership[],
  organizationId: number,
  onDay: string,
): void {
  for (const membership of people) {
    if (membership.organizationId === organizationId) continue;
    const { validFrom } = membership;
    if (validFrom !== null && validFrom > onDay)
      throw tooEarly(personName(db, membership.officialId), validFrom);
    const change = validFrom === onDay ? { organizationId } : { validTo: dayBefore(onDay) };
    db.update(memberships).set(change).where(eq(memberships.id, membership.id)).run();
    if (validFrom !== onDay)
      db.insert(memberships)
        .values({ officialId: membership.officialId, organizationId, validFrom: onDay, validTo: null })
        .run();
    touchOfficial(db, membership.officialId);
  }
}

/** Begins the Party life of people who were in no unit. */
export function placePeople(
  db: WriteHandle,
  officialIds: readonly number[],
  organizationId: number,
  onDay: string,
): void {
  for (const officialId of officialIds) {
    db.insert(memberships).values({ officialId, organizationId, validFrom: onDay, validTo: null }).run();
    touchOfficial(db, officialId);
  }
}

/** A person's unit is part of the person: the version goes up. */
function touchOfficial(db: WriteHandle, id: number): void {
  db.update(officials)
    .set({ version: sql`${officials.version} + 1` })
    .where(eq(officials.id, id))
    .run();
}

const personName = (db: ReadHandle, id: number): string =>
  db.select({ name: officials.fullName }).from(officials).where(eq(officials.id, id)).get()?.name ?? '';

/** How many people are in each unit on the day. */
export function peopleIn(
  db: ReadHandle,
  organizationIds: readonly number[],
  day: string,
): Map<number, number> {
  const rows = db.all<{ id: number; people: number }>(sql`
    select m.organization_id as id, count(distinct m.official_id) as people from ${memberships} m
    where (m.valid_from is null or m.valid_from <= ${day}) and (m.valid_to is null or m.valid_to >= ${day})
    group by m.organization_id`);
  const all = new Map(rows.map((row) => [row.id, row.people]));
  return new Map(organizationIds.map((id) => [id, all.get(id) ?? 0]));
}
