import { asc, eq } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { organizations } from '../connection/schema.ts';
import { foldForSearch, vietnameseSortKey } from '../domain/names.ts';
import { inTreeOrder } from '../domain/organizations.ts';
import type { OrganizationKind } from '../domain/people.ts';

export interface OrganizationValues {
  parentId: number | null;
  kind: OrganizationKind;
  code: string;
  name: string;
}

const derivedOf = (name: string) => ({
  nameSearchKey: foldForSearch(name),
  nameSortKey: vietnameseSortKey(name),
});

export function insertOrganization(db: WriteHandle, values: OrganizationValues): number {
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

/** All units that exist on the day, parents before children, siblings in Vietnamese order. */
export function organizationsOn(db: ReadHandle, day: string): OrganizationRow[] {
  const rows = db
    .select()
    .from(organizations)
    .orderBy(asc(organizations.nameSortKey), asc(organizations.id))
    .all();
  return inTreeOrder(
    rows.filter(
      (row) =>
        (row.validFrom === null || row.validFrom <= day) && (row.validTo === null || row.validTo >= day),
    ),
  );
}

/** Every unit that ever was, in tree order. */
export function allOrganizations(db: ReadHandle): OrganizationRow[] {
  return inTreeOrder(
    db.select().from(organizations).orderBy(asc(organizations.nameSortKey), asc(organizations.id)).all(),
  );
}

/** The unit that new units of an import are put under: the office's own, the first without a parent. */
export function rootOrganizationId(db: ReadHandle): number | null {
  return allOrganizations(db).find((row) => row.parentId === null)?.id ?? null;
}
