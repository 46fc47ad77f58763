import { and, eq } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { cycles } from '../connection/schema.ts';
import type { Period } from '../contract/cycles.ts';
import { AppError } from '../contract/errors.ts';

export type CycleRecord = typeof cycles.$inferSelect;

export function findCycleOf(db: ReadHandle, { year, quarter }: Period): CycleRecord | null {
  const where = and(eq(cycles.year, year), eq(cycles.quarter, quarter));
  return db.select().from(cycles).where(where).get() ?? null;
}

/**
 * The cycle of a period that was opened by its plan.
 * @throws AppError CYCLE_NOT_OPEN
 */
export function openedCycle(db: ReadHandle, period: Period): CycleRecord {
  const cycle = findCycleOf(db, period);
  if (!cycle || cycle.openedAt === null)
    throw new AppError('CYCLE_NOT_OPEN', { params: { year: period.year, quarter: period.quarter } });
  return cycle;
}

/** @throws AppError NOT_FOUND */
export function readCycle(db: ReadHandle, id: number): CycleRecord {
  const cycle = db.select().from(cycles).where(eq(cycles.id, id)).get();
  if (!cycle) throw new AppError('NOT_FOUND');
  return cycle;
}
