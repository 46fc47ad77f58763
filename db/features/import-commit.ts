import type { AuditEntry } from '../audit/append.ts';
import type { WriteHandle } from '../connection/open.ts';
import { importBatches, importRows } from '../connection/schema.ts';
import { AppError } from '../contract/errors.ts';
import type { OutcomeCounts } from '../contract/imports.ts';
import { dayOf } from '../domain/dates.ts';
import { organizationKindOf } from '../domain/organizations.ts';
import { openedCycle } from '../records/cycles.ts';
import { dataVersionOf } from '../records/data-state.ts';
import { insertOrganization, rootOrganizationId } from '../records/organizations.ts';
import { placeholders, preparedOnce } from '../records/prepared.ts';
import { findOrOpenCycle } from '../records/ratings.ts';
import { saveRecipe } from '../records/recipes.ts';
import { type ImportPlan, type PlannedAction, type PlannedRow, unitKey } from './import-plan.ts';
import { withDecisions } from './import-recipes.ts';
import { type OriginWriter, writeAction } from './import-writers.ts';

interface Committed {
  value: { batchId: number | null; counts: OutcomeCounts };
  audit: AuditEntry | null;
}

interface Progress {
  done: number;
  total: number;
}

/**
 * Writes a plan as one batch: new units first, then its rows, each with its origin. A generator, so that the
 * transaction wrapper can tell progress and hear a cancel between rows.
 * @throws AppError IMPORT_PREVIEW_OUTDATED when the database is no longer the one of the preview
 */
export function* commitPlan(
  db: WriteHandle,
  plan: ImportPlan,
  context: { userId: number; at: string },
): Generator<Progress, Committed, void> {
  if (dataVersionOf(db) !== plan.dataVersion) throw new AppError('IMPORT_PREVIEW_OUTDATED');
  const { preview } = plan;
  if (preview.toConfirm > 0)
    throw new AppError('IMPORT_NOT_CONFIRMED', { params: { count: preview.toConfirm } });
  const rows = plan.rows.filter((row) => row.action.type !== 'none');
  if (rows.length === 0) return { value: { batchId: null, counts: preview.counts }, audit: null };
  const batchId = insertBatch(db, plan, context);
  const record = originWriter(db, batchId);
  const unitIds = createUnits(db, rows, record);
  const cycleId =
    preview.year === null ? null : openCycle(db, preview.year, preview.ratingList.quarter, record);
  const onDay = dayOf(new Date(context.at));
  const unitOfRow = new Map<number, number>();
  for (const [index, { row, action }] of rows.sort(byDepth).entries()) {
    writeAction(db, action, { row, unitIds, unitOfRow, cycleId, onDay, record, by: context });
    yield { done: index + 1, total: rows.length };
  }
  return {
    value: { batchId, counts: preview.counts },
    audit: {
      entity: 'importBatch',
      entityId: batchId,
      detail: { kind: preview.kind, year: preview.year, sha256: plan.source.sha256, counts: preview.counts },
    },
  };
}

/** New units come before those under them; else the order of the sheet. */
const byDepth = ({ action: a }: PlannedRow, { action: b }: PlannedRow): number => depthOf(a) - depthOf(b);
const depthOf = (action: PlannedAction): number => ('depth' in action ? action.depth : 0);

function insertBatch(db: WriteHandle, plan: ImportPlan, context: { userId: number; at: string }): number {
  const batch = {
    kind: plan.preview.kind,
    year: plan.preview.year,
    fileName: plan.source.fileName,
    fileSha256: plan.source.sha256,
    sheetName: plan.preview.sheet,
    counts: JSON.stringify(plan.preview.counts),
    userId: context.userId,
    committedAt: context.at,
    heads: JSON.stringify(plan.source.heads),
    recipeId:
      plan.recipe === null
        ? null
        : saveRecipe(db, withDecisions(plan.recipe, plan.decisions), {
            fileName: plan.source.fileName,
            ...context,
          }),
    decisions: JSON.stringify(plan.decisions),
  };
  return Number(db.insert(importBatches).values(batch).run().lastInsertRowid);
}

const insertOrigin = preparedOnce((db) => db.insert(importRows).values(placeholders(importRows)).prepare());

function originWriter(db: WriteHandle, batchId: number): OriginWriter {
  return (sheetRow, entity, entityId, before, versionAfter) => {
    insertOrigin(db).run({
      batchId,
      sheetRow,
      entity,
      entityId,
      before: before === null ? null : JSON.stringify(before),
      versionAfter,
      kept: 0,
    });
  };
}

function createUnits(
  db: WriteHandle,
  rows: readonly PlannedRow[],
  record: OriginWriter,
): Map<string, number> {
  const created = new Map<string, number>();
  const root = rootOrganizationId(db);
  for (const { unit, row } of rows) {
    if (unit === null || unit.id !== null || created.has(unitKey(unit.name))) continue;
    const id = insertOrganization(db, {
      parentId: unit.parentId ?? root,
      kind: organizationKindOf(unit.name),
      code: '',
      name: unit.name,
    });
    created.set(unitKey(unit.name), id);
    record(row, 'organization', id, null, 1);
  }
  return created;
}

/** @throws AppError CYCLE_NOT_OPEN: a quarter is never begun by an import */
function openCycle(db: WriteHandle, year: number, quarter: number, record: OriginWriter): number {
  if (quarter !== 0) return openedCycle(db, { year, quarter }).id;
  const { cycle, opened } = findOrOpenCycle(db, year);
  if (opened) record(null, 'cycle', cycle.id, null, 1);
  return cycle.id;
}
