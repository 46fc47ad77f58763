import { desc, eq, gte } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { organizationStates, organizations } from '../connection/schema.ts';
import { foldForSearch, vietnameseSortKey } from '../domain/names.ts';
import { inTreeOrder } from '../domain/organizations.ts';
import type { OrganizationKind, UnitType } from '../domain/people.ts';

export interface OrganizationValues {
  parentId: number | null;
  kind: OrganizationKind;
  unitType?: UnitType | null;
  code: string;
  name: string;
  superiorHead?: string;
  issuingHead?: string;
  signatureAuthority?: string;
  signatureTitle?: string;
}

const derivedOf = (name: string) => ({
  nameSearchKey: foldForSearch(name),
  nameSortKey: vietnameseSortKey(name),
});

export function insertOrganization(
  db: WriteHandle,
  values: OrganizationValues & { validFrom?: string },
): number {
  const result = db
    .insert(organizations)
    .values({ ...values, ...derivedOf(values.name) })
    .run();
  return Number(result.lastInsertRowid);
}

/** @returns false when the version is no longer the one given */
export function updateOrganization(
  db: WriteHandle,
  id: number,
  version: number,
  values: OrganizationValues,
): boolean {
  const current = db.select().from(organizations).where(eq(organizations.id, id)).get();
  if (current?.version !== version) return false;
  db.update(organizations)
    .set({ ...values, ...derivedOf(values.name), version: version + 1 })
    .where(eq(organizations.id, id))
    .run();
  return true;
}

export type OrganizationRow = typeof organizations.$inferSelect;

export const readOrganization = (db: ReadHandle, id: number): OrganizationRow | undefined =>
  db.select().from(organizations).where(eq(organizations.id, id)).get();

/** The unit as it was on a day (`allOrganizations` for one). */
export const unitAsOn = (db: ReadHandle, unit: OrganizationRow, day: string): OrganizationRow =>
  withStates(db, [unit], day)[0] ?? unit;

/** Puts a unit back as it was, under a version after the current one. @returns that version */
export function restoreOrganization(
  db: WriteHandle,
  before: OrganizationRow,
  currentVersion: number,
): number {
  const { id, ...values } = before;
  const version = currentVersion + 1;
  db.update(organizations)
    .set({ ...values, version })
    .where(eq(organizations.id, id))
    .run();
  return version;
}

/** All units that exist on the day, as they were then; parents before children, siblings in Vietnamese order. */
export const organizationsOn = (db: ReadHandle, day: string): OrganizationRow[] =>
  inTreeOrder(allOrganizations(db, day).filter((row) => existsOn(row, day)));

export const existsOn = (row: Pick<OrganizationRow, 'validFrom' | 'validTo'>, day: string): boolean =>
  (row.validFrom === null || row.validFrom <= day) && (row.validTo === null || row.validTo >= day);

/**
 * Every unit that ever was, in tree order: as it is today, or as it was on a day. A unit that was not there on
 * that day comes as it was nearest to it.
 */
export function allOrganizations(db: ReadHandle, asOf?: string): OrganizationRow[] {
  const rows = db.select().from(organizations).all();
  const then = asOf === undefined ? rows : withStates(db, rows, asOf);
  return inTreeOrder(then.sort((a, b) => compareText(a.nameSortKey, b.nameSortKey) || a.id - b.id));
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function withStates(db: ReadHandle, rows: OrganizationRow[], day: string): OrganizationRow[] {
  const states = db
    .select()
    .from(organizationStates)
    .where(gte(organizationStates.validTo, day))
    .orderBy(desc(organizationStates.validTo))
    .all();
  // The earliest state that still held on the day comes last and wins.
  const byUnit = new Map(states.map((state) => [state.organizationId, state]));
  return rows.map((row) => {
    const state = byUnit.get(row.id);
    if (!state) return row;
    const { id: _id, organizationId: _unit, validTo: _day, ...values } = state;
    return { ...row, ...values, ...derivedOf(state.name) };
  });
}

/** The unit that new units of an import are put under: the office's own, the first without a parent. */
export function rootOrganizationId(db: ReadHandle): number | null {
  return allOrganizations(db).find((row) => row.parentId === null)?.id ?? null;
}
