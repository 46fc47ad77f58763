import { and, eq } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { declaredPledges } from '../connection/schema-cycle.ts';
import { subtreeIds } from '../domain/organizations.ts';
import type { OrganizationRow } from './organizations.ts';
import { participantsOf } from './participants.ts';
import { pledgesOfCycle } from './pledges.ts';
import { findCycle } from './ratings.ts';

/**
 * What units declare of their pledges on table 5e: totals only. They stand beside the office's own counts, for units
 * whose people are not kept and as a check, and are never added to them.
 */
export type DeclaredPledgeRecord = typeof declaredPledges.$inferSelect;
export type DeclaredPledgeValues = Pick<DeclaredPledgeRecord, 'total' | 'signed' | 'reason' | 'note'>;

/** What the units declared for a year, by unit. */
export function declaredOfYear(db: ReadHandle, year: number): Map<number, DeclaredPledgeRecord> {
  const cycle = findCycle(db, year);
  const rows =
    cycle === null
      ? []
      : db.select().from(declaredPledges).where(eq(declaredPledges.cycleId, cycle.id)).all();
  return new Map(rows.map((row) => [row.organizationId, row]));
}

export const readDeclared = (db: ReadHandle, id: number): DeclaredPledgeRecord | null =>
  db.select().from(declaredPledges).where(eq(declaredPledges.id, id)).get() ?? null;

export const insertDeclared = (
  db: WriteHandle,
  place: Pick<DeclaredPledgeRecord, 'cycleId' | 'organizationId'>,
  values: DeclaredPledgeValues,
): number =>
  Number(
    db
      .insert(declaredPledges)
      .values({ ...place, ...values })
      .run().lastInsertRowid,
  );

/** Changes one under its version. @returns false when it is of another version */
export const updateDeclared = (
  db: WriteHandle,
  id: number,
  version: number,
  values: Partial<DeclaredPledgeValues>,
): boolean =>
  db
    .update(declaredPledges)
    .set({ ...values, version: version + 1 })
    .where(and(eq(declaredPledges.id, id), eq(declaredPledges.version, version)))
    .run().changes === 1;

export const deleteDeclared = (db: WriteHandle, id: number, version: number): void => {
  db.delete(declaredPledges)
    .where(and(eq(declaredPledges.id, id), eq(declaredPledges.version, version)))
    .run();
};

/** Puts one back as it was, under a version of its own. Returns that version. */
export function restoreDeclared(db: WriteHandle, before: DeclaredPledgeRecord, current: number): number {
  const { id, ...values } = before;
  const version = current + 1;
  db.update(declaredPledges)
    .set({ ...values, version })
    .where(eq(declaredPledges.id, id))
    .run();
  return version;
}

export interface SignedOf {
  total: number;
  signed: number;
}

/** Who is to sign and who has, by the office's own book: of a unit with those under it. */
export function ownSigned(
  db: ReadHandle,
  year: number,
  units: readonly OrganizationRow[],
): (organizationId: number) => SignedOf {
  const cycle = findCycle(db, year);
  const pledges = cycle === null ? null : pledgesOfCycle(db, cycle.id);
  const byUnit = new Map<number, SignedOf>();
  for (const { officialId, organizationId, participationStatus } of participantsOf(db, year)) {
    const pledge = pledges?.get(officialId);
    const unit = pledge?.organizationId ?? organizationId;
    if (participationStatus !== 'active' || unit === null) continue;
    const own = byUnit.get(unit) ?? { total: 0, signed: 0 };
    own.total += 1;
    if (pledge?.status === 'filed' || pledge?.status === 'confirmed') own.signed += 1;
    byUnit.set(unit, own);
  }
  return (organizationId) => {
    const sum = { total: 0, signed: 0 };
    for (const id of subtreeIds(units, organizationId)) {
      const own = byUnit.get(id);
      sum.total += own?.total ?? 0;
      sum.signed += own?.signed ?? 0;
    }
    return sum;
  };
}
