import { and, eq } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { cycles, ratings } from '../connection/schema.ts';
import type { RatingKind } from '../domain/cycle.ts';
import { yearEnd } from '../domain/dates.ts';
import { type CycleRecord, findCycleOf } from './cycles.ts';
import { placeholders, preparedOnce } from './prepared.ts';

export type RatingRecord = typeof ratings.$inferSelect;
export type RatingValues = Omit<RatingRecord, 'id' | 'version' | 'cycleId' | 'officialId' | 'kind' | 'facts'>;

export const emptyRatingValues: RatingValues = {
  organizationId: null,
  selfLevel: null,
  proposedLevel: null,
  decidedLevel: null,
  unratedReason: '',
  note: '',
};

/** The cycle of a whole year. */
export const findCycle = (db: ReadHandle, year: number): CycleRecord | null =>
  findCycleOf(db, { year, quarter: 0 });

/** Membership of a year is counted on its cycle's day; before a cycle is opened, on 31 December. */
export const countingDay = (db: ReadHandle, year: number): string =>
  findCycle(db, year)?.countedOn ?? yearEnd(year);

/** @returns the cycle and whether it had to be opened */
export function findOrOpenCycle(db: WriteHandle, year: number): { cycle: CycleRecord; opened: boolean } {
  const found = findCycle(db, year);
  if (found) return { cycle: found, opened: false };
  const countedOn = yearEnd(year);
  const cycle = db.insert(cycles).values({ year, countedOn }).returning().get();
  return { cycle, opened: true };
}

const statements = preparedOnce((db) => ({
  insert: db.insert(ratings).values(placeholders(ratings)).prepare(),
}));

export function findRating(
  db: ReadHandle,
  cycleId: number,
  officialId: number,
  kind: RatingKind = 'member',
): RatingRecord | null {
  const where = and(eq(ratings.cycleId, cycleId), eq(ratings.kind, kind), eq(ratings.officialId, officialId));
  return db.select().from(ratings).where(where).get() ?? null;
}

/** The ratings of a cycle as Party members, or as those who lead. */
export const ratingsOfCycle = (
  db: ReadHandle,
  cycleId: number,
  kind: RatingKind = 'member',
): RatingRecord[] =>
  db
    .select()
    .from(ratings)
    .where(and(eq(ratings.cycleId, cycleId), eq(ratings.kind, kind)))
    .all();

export const readRating = (db: ReadHandle, id: number): RatingRecord | null =>
  db.select().from(ratings).where(eq(ratings.id, id)).get() ?? null;

export function insertRating(
  db: WriteHandle,
  cycleId: number,
  officialId: number,
  values: RatingValues,
  kind: RatingKind = 'member',
): number {
  return Number(
    statements(db).insert.run({ cycleId, kind, officialId, ...values, facts: '{}', version: 1 })
      .lastInsertRowid,
  );
}

/** @returns false when the version is no longer the one given */
export function updateRating(db: WriteHandle, id: number, version: number, values: RatingValues): boolean {
  const where = and(eq(ratings.id, id), eq(ratings.version, version));
  return (
    db
      .update(ratings)
      .set({ ...values, version: version + 1 })
      .where(where)
      .run().changes === 1
  );
}

/**
 * Puts a rating back as it was, under a new version, so that no other session takes the old one for current.
 * @returns that version
 */
export function restoreRating(db: WriteHandle, before: RatingRecord, currentVersion: number): number {
  const { id, ...values } = before;
  const version = currentVersion + 1;
  db.update(ratings)
    .set({ ...values, version })
    .where(eq(ratings.id, id))
    .run();
  return version;
}
