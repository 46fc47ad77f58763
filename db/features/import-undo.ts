import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { WriteHandle } from '../connection/open.ts';
import {
  cycles,
  importBatches,
  importRows,
  memberships,
  officials,
  organizations,
  ratings,
} from '../connection/schema.ts';
import { AppError } from '../contract/errors.ts';
import { deleteOfficial, type OfficialRecord, restoreOfficial } from '../records/officials.ts';
import { type RatingRecord, restoreRating } from '../records/ratings.ts';

type Origin = typeof importRows.$inferSelect;

const MOST_NAMES = 5;

/**
 * Takes a whole batch back, newest write first. Refused as a whole, with the names, when a record was written
 * again since: a later edit is never lost.
 * @throws AppError NOT_FOUND, IMPORT_ALREADY_UNDONE, IMPORT_UNDO_CONFLICT
 */
export function* undoBatch(db: WriteHandle, batchId: number, at: string) {
  const batch = db.select().from(importBatches).where(eq(importBatches.id, batchId)).get();
  if (!batch) throw new AppError('NOT_FOUND');
  if (batch.undoneAt !== null) throw new AppError('IMPORT_ALREADY_UNDONE');
  assertUntouched(db, batchId);
  const origins = db
    .select()
    .from(importRows)
    .where(eq(importRows.batchId, batchId))
    .orderBy(desc(importRows.id))
    .all();
  for (const [index, origin] of origins.entries()) {
    undoOne(db, origin);
    yield { done: index + 1, total: origins.length };
  }
  db.update(importBatches).set({ undoneAt: at }).where(eq(importBatches.id, batchId)).run();
  // People and ratings are what the clerk counts; units and the cycle come and go with them.
  const rows = origins.filter((origin) => origin.entity === 'official' || origin.entity === 'rating');
  const restored = rows.filter((origin) => origin.before !== null).length;
  const value = { batchId, removed: rows.length - restored, restored };
  return { value, audit: { entity: 'importBatch', entityId: batchId, detail: { undone: value } } };
}

/** Records written again since the batch, and people who got ratings that the batch did not bring. */
function assertUntouched(db: WriteHandle, batchId: number): void {
  const touched = db.all<{ name: string }>(sql`
    select o.full_name as name from ${importRows} i join ${officials} o on o.id = i.entity_id
      where i.batch_id = ${batchId} and i.entity = 'official' and (o.version <> i.version_after
        or (i.before is null and exists (select 1 from ${ratings} r where r.official_id = o.id
          and not exists (select 1 from ${importRows} x
            where x.batch_id = ${batchId} and x.entity = 'rating' and x.entity_id = r.id))))
    union all
    select o.full_name from ${importRows} i join ${ratings} r on r.id = i.entity_id
      join ${officials} o on o.id = r.official_id
      where i.batch_id = ${batchId} and i.entity = 'rating' and r.version <> i.version_after`);
  if (touched.length === 0) return;
  const names = touched.slice(0, MOST_NAMES).map((row) => row.name);
  throw new AppError('IMPORT_UNDO_CONFLICT', {
    params: { count: touched.length, names: names.join(', ') + (touched.length > MOST_NAMES ? ', …' : '') },
  });
}

function undoOne(db: WriteHandle, { entity, entityId, before, versionAfter }: Origin): void {
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
      return;
    }
    case 'cycle':
      if (!db.select().from(ratings).where(eq(ratings.cycleId, entityId)).limit(1).get())
        db.delete(cycles)
          .where(and(eq(cycles.id, entityId), isNull(cycles.openedAt)))
          .run();
      return;
    case 'organization':
      removeIfEmpty(db, entityId);
  }
}

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

/** A unit that the batch brought goes with it, unless something else stands in it by now. */
function removeIfEmpty(db: WriteHandle, organizationId: number): void {
  const used = db.get<{ used: number }>(sql`
    select exists (select 1 from ${memberships} m where m.organization_id = ${organizationId})
      or exists (select 1 from ${ratings} r where r.organization_id = ${organizationId})
      or exists (select 1 from ${organizations} c where c.parent_id = ${organizationId}) as used`);
  if (used?.used === 0) db.delete(organizations).where(eq(organizations.id, organizationId)).run();
}
