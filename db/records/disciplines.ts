import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { disciplines, organizations } from '../connection/schema.ts';
import type { Discipline, DisciplineValues } from '../contract/disciplines.ts';

/**
 * One discipline. `postThen`, `isHeadThen` and `organizationThenId` are as they were on its day, so that a report
 * of a past period counts by them whatever the person is today.
 */
export type DisciplineRow = typeof disciplines.$inferSelect;

const columnsOf = (values: DisciplineValues) => ({ ...values, isHeadThen: Number(values.isHeadThen) });

/** The person's entries, the latest first, each with the present name of the unit of that time. */
export function disciplinesOf(db: ReadHandle, officialId: number): Discipline[] {
  const { officialId: _whose, ...columns } = getTableColumns(disciplines);
  return db
    .select({ ...columns, organizationThenName: sql<string>`coalesce(${organizations.name}, '')` })
    .from(disciplines)
    .leftJoin(organizations, eq(organizations.id, disciplines.organizationThenId))
    .where(eq(disciplines.officialId, officialId))
    .orderBy(desc(disciplines.effectiveOn), desc(disciplines.id))
    .all()
    .map(({ isHeadThen, ...row }) => ({ ...row, isHeadThen: isHeadThen === 1 }));
}

export const findDiscipline = (db: ReadHandle, officialId: number, id: number): DisciplineRow | null =>
  db
    .select()
    .from(disciplines)
    .where(and(eq(disciplines.id, id), eq(disciplines.officialId, officialId)))
    .get() ?? null;

export const insertDiscipline = (db: WriteHandle, officialId: number, values: DisciplineValues): number =>
  Number(
    db
      .insert(disciplines)
      .values({ officialId, ...columnsOf(values) })
      .run().lastInsertRowid,
  );

export function updateDiscipline(db: WriteHandle, row: DisciplineRow, values: DisciplineValues): void {
  db.update(disciplines)
    .set({ ...columnsOf(values), version: row.version + 1 })
    .where(eq(disciplines.id, row.id))
    .run();
}

export function deleteDiscipline(db: WriteHandle, id: number): void {
  db.delete(disciplines).where(eq(disciplines.id, id)).run();
}
