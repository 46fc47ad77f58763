import { and, desc, eq } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { organizationDisciplines as table } from '../connection/schema.ts';
import type {
  OrganizationDiscipline,
  OrganizationDisciplineValues,
} from '../contract/organization-disciplines.ts';

export type OrganizationDisciplineRow = typeof table.$inferSelect;

/** The unit's entries, the latest first. */
export function disciplinesOfUnit(db: ReadHandle, organizationId: number): OrganizationDiscipline[] {
  return db
    .select()
    .from(table)
    .where(eq(table.organizationId, organizationId))
    .orderBy(desc(table.effectiveOn), desc(table.id))
    .all()
    .map(({ organizationId: _unit, ...row }) => row);
}

/** Every entry of every unit, in the order of their days. */
export const allUnitDisciplines = (db: ReadHandle): OrganizationDisciplineRow[] =>
  db.select().from(table).orderBy(table.effectiveOn, table.id).all();

export const findUnitDiscipline = (
  db: ReadHandle,
  organizationId: number,
  id: number,
): OrganizationDisciplineRow | null =>
  db
    .select()
    .from(table)
    .where(and(eq(table.id, id), eq(table.organizationId, organizationId)))
    .get() ?? null;

export const insertUnitDiscipline = (
  db: WriteHandle,
  organizationId: number,
  values: OrganizationDisciplineValues,
): number =>
  Number(
    db
      .insert(table)
      .values({ organizationId, ...values })
      .run().lastInsertRowid,
  );

export function updateUnitDiscipline(
  db: WriteHandle,
  row: OrganizationDisciplineRow,
  values: OrganizationDisciplineValues,
): void {
  db.update(table)
    .set({ ...values, version: row.version + 1 })
    .where(eq(table.id, row.id))
    .run();
}

export function deleteUnitDiscipline(db: WriteHandle, id: number): void {
  db.delete(table).where(eq(table.id, id)).run();
}
