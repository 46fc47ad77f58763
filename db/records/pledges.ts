import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { pledgeItems, pledges } from '../connection/schema-cycle.ts';
import { AppError } from '../contract/errors.ts';
import { foldForSearch } from '../domain/names.ts';
import { placeholders, preparedOnce } from './prepared.ts';

export type PledgeRecord = typeof pledges.$inferSelect;
export type PledgeItemRecord = typeof pledgeItems.$inferSelect;
export type NewPledgeItem = Pick<
  PledgeItemRecord,
  'sectionId' | 'text' | 'target' | 'dueOn' | 'shortcomingId'
>;

const statements = preparedOnce((db) => ({
  insertPledge: db.insert(pledges).values(placeholders(pledges)).prepare(),
  insertItem: db.insert(pledgeItems).values(placeholders(pledgeItems)).prepare(),
}));

export const emptyPledge = {
  duty: '',
  status: 'notFiled',
  notFiledReason: '',
  signedOn: null,
  filedOn: null,
  confirmedOn: null,
  confirmedBy: '',
  returnedReason: '',
  textKey: '',
  note: '',
} as const;

export function insertPledge(db: WriteHandle, pledge: Omit<PledgeRecord, 'id' | 'version'>): number {
  return Number(statements(db).insertPledge.run({ ...pledge, version: 1 }).lastInsertRowid);
}

/** Appends an item; its mid-year check and result are still open. */
export function insertPledgeItem(
  db: WriteHandle,
  pledgeId: number,
  position: number,
  item: NewPledgeItem,
): number {
  const columns = {
    ...item,
    pledgeId,
    position,
    midYear: null,
    midYearNote: '',
    midYearOn: null,
    result: null,
    resultNote: '',
  };
  return Number(statements(db).insertItem.run(columns).lastInsertRowid);
}

/** @throws AppError NOT_FOUND */
export function readPledge(db: ReadHandle, id: number): PledgeRecord {
  const pledge = db.select().from(pledges).where(eq(pledges.id, id)).get();
  if (!pledge) throw new AppError('NOT_FOUND');
  return pledge;
}

export const findPledge = (db: ReadHandle, cycleId: number, officialId: number): PledgeRecord | null =>
  db
    .select()
    .from(pledges)
    .where(and(eq(pledges.cycleId, cycleId), eq(pledges.officialId, officialId)))
    .get() ?? null;

export const itemsOfPledge = (db: ReadHandle, pledgeId: number): PledgeItemRecord[] =>
  db
    .select()
    .from(pledgeItems)
    .where(eq(pledgeItems.pledgeId, pledgeId))
    .orderBy(asc(pledgeItems.position), asc(pledgeItems.id))
    .all();

/** Changes a pledge under its version. @throws AppError STALE_VERSION */
export function updatePledge(
  db: WriteHandle,
  id: number,
  version: number,
  values: Partial<Omit<PledgeRecord, 'id' | 'version'>>,
): void {
  const written = db
    .update(pledges)
    .set({ ...values, version: version + 1 })
    .where(and(eq(pledges.id, id), eq(pledges.version, version)))
    .run();
  if (written.changes !== 1) throw new AppError('STALE_VERSION');
}

/** Removes a pledge with its items under its version. @throws AppError STALE_VERSION */
export function deletePledge(db: WriteHandle, id: number, version: number): void {
  db.delete(pledgeItems).where(eq(pledgeItems.pledgeId, id)).run();
  const gone = db
    .delete(pledges)
    .where(and(eq(pledges.id, id), eq(pledges.version, version)))
    .run();
  if (gone.changes !== 1) throw new AppError('STALE_VERSION');
}

/**
 * The folded text of the items a person wrote; equal keys are equal texts. Items that carry a shortcoming over are
 * the person's own and left out. '' when there is no text.
 */
export const textKeyOf = (items: readonly Pick<NewPledgeItem, 'text' | 'shortcomingId'>[]): string =>
  items
    .filter((item) => item.shortcomingId === null)
    .map((item) => foldForSearch(item.text))
    .filter((text) => text !== '')
    .join('|');

/** Pledges of a cycle by person, each with how many items it has. */
export function pledgesOfCycle(
  db: ReadHandle,
  cycleId: number,
): Map<number, PledgeRecord & { items: number }> {
  const counts = new Map(
    db
      .select({ pledgeId: pledgeItems.pledgeId, items: sql<number>`count(*)` })
      .from(pledgeItems)
      .where(
        inArray(
          pledgeItems.pledgeId,
          db.select({ id: pledges.id }).from(pledges).where(eq(pledges.cycleId, cycleId)),
        ),
      )
      .groupBy(pledgeItems.pledgeId)
      .all()
      .map((row) => [row.pledgeId, row.items]),
  );
  const rows = db.select().from(pledges).where(eq(pledges.cycleId, cycleId)).all();
  return new Map(rows.map((row) => [row.officialId, { ...row, items: counts.get(row.id) ?? 0 }]));
}
