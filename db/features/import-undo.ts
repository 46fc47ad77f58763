import { and, desc, eq } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { importBatches, importRows } from '../connection/schema.ts';
import { AppError } from '../contract/errors.ts';
import { importEntities, type KeptReason, type UndoPlan } from '../contract/import-batches.ts';
import type { ImportKind } from '../contract/workbooks.ts';
import { countedEntities, entityUndos } from './import-undo-entities.ts';

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
  const { kind, origins, kept } = fatesOf(db, batchId);
  return {
    batchId,
    ...countsOf(kind, origins, kept),
    keptCount: kept.length,
    kept: kept
      .toSorted((a, b) => (a.origin.sheetRow ?? 0) - (b.origin.sheetRow ?? 0))
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
  const { kind, origins, kept } = fatesOf(db, batchId);
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
  const value = { batchId, ...countsOf(kind, origins, kept) };
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

function countsOf(kind: ImportKind, origins: readonly Origin[], kept: readonly Kept[]) {
  const keptIds = new Set(kept.map(({ origin }) => origin.id));
  const undone = origins.filter(({ id, entity }) => !keptIds.has(id) && entity === countedEntities[kind]);
  const restored = undone.filter((origin) => origin.before !== null).length;
  return { removed: undone.length - restored, restored };
}

/** All that the batch wrote, newest first, and what of it cannot be taken back. */
function fatesOf(db: ReadHandle, batchId: number): { kind: ImportKind; origins: Origin[]; kept: Kept[] } {
  const batch = db.select().from(importBatches).where(eq(importBatches.id, batchId)).get();
  if (!batch) throw new AppError('NOT_FOUND');
  if (batch.undoneAt !== null) throw new AppError('IMPORT_ALREADY_UNDONE');
  const origins = db
    .select()
    .from(importRows)
    .where(eq(importRows.batchId, batchId))
    .orderBy(desc(importRows.id))
    .all();
  const records = new Map(
    importEntities.flatMap((entity) =>
      entityUndos[entity].kept(db, batchId).map((kept) => [`${entity} ${kept.id}`, kept] as const),
    ),
  );
  const kept = origins.flatMap((origin): Kept[] => {
    const found = records.get(`${origin.entity} ${origin.entityId}`);
    return found === undefined ? [] : [{ origin, name: found.name, reason: found.reason }];
  });
  return { kind: batch.kind, origins, kept };
}

function undoOne(db: WriteHandle, origin: Origin, at: string): void {
  const { entity, entityId, before, versionAfter } = origin;
  const undo = entityUndos[entity];
  if (before === null) {
    undo.remove(db, origin);
    return;
  }
  const record = JSON.parse(before) as { version: number };
  follow(
    db,
    { entity, entityId, version: record.version },
    undo.restore(db, record, { version: versionAfter, at }),
  );
}

/** What an earlier batch left has come back under a new version: that batch can be undone next. */
function follow(
  db: WriteHandle,
  before: Pick<Origin, 'entity' | 'entityId'> & { version: number },
  restoredVersion: number,
): void {
  db.update(importRows)
    .set({ versionAfter: restoredVersion })
    .where(
      and(
        eq(importRows.entity, before.entity),
        eq(importRows.entityId, before.entityId),
        eq(importRows.versionAfter, before.version),
      ),
    )
    .run();
}
