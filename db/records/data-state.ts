import { eq, sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { dataState } from '../connection/schema.ts';

const ROW = 1;

/** Names the state of the records: another number as soon as a write changed any. Looking at data changes nothing. */
export const dataVersionOf = (db: ReadHandle): number =>
  db.select({ writes: dataState.writes }).from(dataState).where(eq(dataState.id, ROW)).get()?.writes ?? 0;

export function countWrite(db: WriteHandle): void {
  db.update(dataState)
    .set({ writes: sql`${dataState.writes} + 1` })
    .where(eq(dataState.id, ROW))
    .run();
}

/** The random part of this office's row keys: a key of another office never finds anybody here. */
export const officeKeyOf = (db: ReadHandle): string =>
  db.select({ key: dataState.officeKey }).from(dataState).where(eq(dataState.id, ROW)).get()?.key ?? '';
