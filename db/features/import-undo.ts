import { and, desc, eq, sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import {
  cycles,
  importBatches,
  importRows,
  officials,
  organizations,
  ratings,
} from '../connection/schema.ts';
import { AppError } from '../contract/errors.ts';
import type { KeptReason, UndoPlan } from '../contract/import-batches.ts';
import { deleteOfficial, type OfficialRecord, restoreOfficial } from '../records/officials.ts';
import { followLevels } from '../records/rating-stages.ts';
import { type RatingRecord, restoreRating } from '../records/ratings.ts';
import { referredTo } from '../records/references.ts';

type Origin = typeof importRows.$inferSelect;

interface Kept {
  origin: Origin;
  name: string;
  reason: KeptReason;
}

const MOST_NAMES = 5;
const MOST_LISTED = 200;

/** What the undo of a batch would do, row by row. @throws AppError NOT_FOUND, IMPORT_ALREADY_UNDONE */
export function planUndo(db: ReadHandle, batchId: number): UndoPlan {
  const { origins, kept } = fatesOf(db, batchId);
  return {
    batchId,
    ...countsOf(origins, kept),
    keptCount: kept.length,
    kept: kept
      .toReversed()
      .slice(0, MOST_LISTED)
      .map(({ origin, name, reason }) => ({ row: origin.sheetRow, name, reason })),
  };
}

/**
 * Takes a batch back, newest write first. A record that was edited since is never touched: without `keepEdited` it
 * refuses the whole undo, with it the rest is undone.
 * @throws AppError NOT_FOUND, IMPORT_ALREADY_UNDONE, IMPORT_UNDO_CONFLICT
 */
export function* undoBatch(
  db: WriteHandle,
  { batchId, keepEdited }: { batchId: number; keepEdited: boolean },
  at: string,
) {
  const { origins, kept } = fatesOf(db, batchId);
  if (kept.length > 0 && !keepEdited) throw conflict(kept);
  const keptIds = new Set(kept.map(({ origin }) => origin.id));
  for (const [index, origin] of origins.entries()) {
    if (keptIds.has(origin.id))
      db.update(importRows).set({ kept: 1 }).where(eq(importRows.id, origin.id)).run();
    else undoOne(db, origin, at);
    yield { done: index + 1, total: origins.length };
  }
  db.update(importBatches)
    .set({ undoneAt: at, keptRows: kept.length })
    .where(eq(importBatches.id, batchId))
    .run();
  const value = { batchId, ...countsOf(origins, kept) };
  return {
    value,
    audit: {
      entity: 'importBatch',
      entityId: batchId,
      detail: { undone: value, kept: kept.map(({ origin }) => [origin.entity, origin.entityId]) },
    },
  };
}

function conflict(kept: readonly Kept[]): AppError {
  const names = kept.slice(0, MOST_NAMES).map((each) => each.name);
  return new AppError('IMPORT_UNDO_CONFLICT', {
    params: { count: kept.length, names: names.join(', ') + (kept.length > MOST_NAMES ? ', …' : '') },
  });
}

/** People and ratings are what the clerk counts; units and the cycle of a sheet come and go with them. */
function countsOf(origins: readonly Origin[], kept: readonly Kept[]) {
  const keptIds = new Set(kept.map(({ origin }) => origin.id));
  const undone = origins.filter(
    ({ id, entity }) => !keptIds.has(id) && (entity === 'official' || entity === 'rating'),
  );
  const restored = undone.filter((origin) => origin.before !== null).length;
  return { removed: undone.length - restored, restored };
}

/** All that the batch wrote, newest first, and what of it cannot be taken back. */
function fatesOf(db: ReadHandle, batchId: number): { origins: Origin[]; kept: Kept[] } {
  const batch = db.select().from(importBatches).where(eq(importBatches.id, batchId)).get();
  if (!batch) throw new AppError('NOT_FOUND');
  if (batch.undoneAt !== null) throw new AppError('IMPORT_ALREADY_UNDONE');
  const origins = db
    .select()
    .from(importRows)
    .where(eq(importRows.batchId, batchId))
    .orderBy(desc(importRows.id))
    .all();
  const records = new Map([...keptOfficials(db, batchId), ...keptRatings(db, batchId)]);
  const kept = origins.flatMap((origin): Kept[] => {
    const found = records.get(`${origin.entity} ${origin.entityId}`);
    return found === undefined ? [] : [{ origin, ...found }];
  });
  return { origins, kept };
}

type KeptEntry = [key: string, kept: Omit<Kept, 'origin'>];

interface Touched {
  id: number;
  name: string | null;
  added: number;
  edited: number | null;
}

/** Rows of a batch that one entity has, as a query of their ids; only those that the batch made. */
const addedIds = (batchId: number, entity: Origin['entity']) =>
  sql`select entity_id from import_rows where batch_id = ${batchId} and entity = ${entity} and before is null`;

/** Tables that hold parts of a person; everything else that refers to one is a record of its own. */
const partsOfPerson = ['memberships', 'posts', 'participation_states'];

function keptOfficials(db: ReadHandle, batchId: number): KeptEntry[] {
  const rows = db.all<Touched>(sql`
    select i.entity_id as id, coalesce(o.full_name, k.full_name) as name, i.before is null as added,
      -- merged into another: part of that person now, and back when the merge is undone
      coalesce(o.version <> i.version_after, k.id is not null or null) as edited
    from ${importRows} i left join ${officials} o on o.id = i.entity_id
      left join merged_officials g on g.id = i.entity_id left join ${officials} k on k.id = g.kept_id
    where i.batch_id = ${batchId} and i.entity = 'official'`);
  const inUse = referredTo(db, 'officials', addedIds(batchId, 'official'), partsOfPerson);
  return entriesOf('official', rows, inUse);
}

function keptRatings(db: ReadHandle, batchId: number): KeptEntry[] {
  const rows = db.all<Touched>(sql`
    select i.entity_id as id, o.full_name as name, i.before is null as added,
      r.version <> i.version_after as edited
    from ${importRows} i left join ${ratings} r on r.id = i.entity_id
      left join ${officials} o on o.id = r.official_id
    where i.batch_id = ${batchId} and i.entity = 'rating'`);
  return entriesOf('rating', rows, referredTo(db, 'ratings', addedIds(batchId, 'rating')));
}

function entriesOf(
  entity: Origin['entity'],
  rows: readonly Touched[],
  inUse: ReadonlySet<number>,
): KeptEntry[] {
  return rows.flatMap(({ id, name, added, edited }): KeptEntry[] => {
    // Gone already: what the batch made needs no undo, what it changed cannot come back.
    if (edited === null)
      return added === 1 ? [] : [[`${entity} ${id}`, { name: name ?? '', reason: 'GONE' }]];
    const reason = edited === 1 ? 'EDITED' : added === 1 && inUse.has(id) ? 'IN_USE' : null;
    return reason === null ? [] : [[`${entity} ${id}`, { name: name ?? '', reason }]];
  });
}

function undoOne(db: WriteHandle, { entity, entityId, before, versionAfter }: Origin, at: string): void {
  switch (entity) {
    case 'official': {
      if (before === null) {
        deleteOfficial(db, entityId);
        return;
      }
      // Our own JSON, written by the commit from this very type.
      const record = JSON.parse(before) as OfficialRecord;
      follow(db, entity, record, restoreOfficial(db, record, versionAfter));
      return;
    }
    case 'rating': {
      if (before === null) {
        db.delete(ratings).where(eq(ratings.id, entityId)).run();
        return;
      }
      const record = JSON.parse(before) as RatingRecord;
      follow(db, entity, record, restoreRating(db, record, versionAfter));
      followLevels(db, record.id, record, { userId: null, at });
      return;
    }
    case 'cycle':
      if (!isInUse(db, 'cycles', entityId)) db.delete(cycles).where(eq(cycles.id, entityId)).run();
      return;
    case 'organization':
      // A unit that the batch brought goes with it, unless something else stands in it or it was edited by now.
      if (!isInUse(db, 'organizations', entityId))
        db.delete(organizations)
          .where(and(eq(organizations.id, entityId), eq(organizations.version, versionAfter)))
          .run();
  }
}

const isInUse = (db: ReadHandle, table: 'cycles' | 'organizations', id: number): boolean =>
  referredTo(db, table, sql`select ${id}`).size > 0;

/** What an earlier batch left has come back under a new version: that batch can be undone next. */
function follow(
  db: WriteHandle,
  entity: Origin['entity'],
  before: { id: number; version: number },
  restoredVersion: number,
): void {
  db.update(importRows)
    .set({ versionAfter: restoredVersion })
    .where(
      and(
        eq(importRows.entity, entity),
        eq(importRows.entityId, before.id),
        eq(importRows.versionAfter, before.version),
      ),
    )
    .run();
}
