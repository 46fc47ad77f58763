import type { AuditEntry } from '../audit/append.ts';
import type { WriteHandle } from '../connection/open.ts';
import { importBatches, importRows } from '../connection/schema.ts';
import { AppError } from '../contract/errors.ts';
import type { OutcomeCounts } from '../contract/imports.ts';
import { dayOf } from '../domain/dates.ts';
import { organizationKindOf } from '../domain/organizations.ts';
import { changeOfficial, insertOfficial, type OfficialRecord, readOfficial } from '../records/officials.ts';
import { insertOrganization, rootOrganizationId } from '../records/organizations.ts';
import { placeholders, preparedOnce } from '../records/prepared.ts';
import { followLevels } from '../records/rating-stages.ts';
import {
  findOrOpenCycle,
  insertRating,
  type RatingRecord,
  readRating,
  updateRating,
} from '../records/ratings.ts';
import { saveRecipe } from '../records/recipes.ts';
import { dataVersionOf, type ImportPlan, type PlannedRow, type PlannedUnit, unitKey } from './import-plan.ts';
import { withDecisions } from './import-recipes.ts';

type Entity = (typeof importRows.$inferSelect)['entity'];

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
  const cycleId = preview.year === null ? null : openCycle(db, preview.year, record);
  const onDay = dayOf(new Date(context.at));
  for (const [index, row] of rows.entries()) {
    writeRow(db, row, { unitIds, cycleId, onDay, record, by: context });
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

type OriginWriter = (
  sheetRow: number | null,
  entity: Entity,
  entityId: number,
  before: OfficialRecord | RatingRecord | null,
  versionAfter: number,
) => void;

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

function openCycle(db: WriteHandle, year: number, record: OriginWriter): number {
  const { cycle, opened } = findOrOpenCycle(db, year);
  if (opened) record(null, 'cycle', cycle.id, null, 1);
  return cycle.id;
}

interface RowContext {
  unitIds: ReadonlyMap<string, number>;
  cycleId: number | null;
  onDay: string;
  record: OriginWriter;
  by: { userId: number; at: string };
}

function writeRow(db: WriteHandle, { row, action }: PlannedRow, context: RowContext): void {
  const { record } = context;
  switch (action.type) {
    case 'none':
      return;
    case 'insertOfficial': {
      const id = insertOfficial(db, action.values, unitIdOf(action.unit, context), action.titles);
      record(row, 'official', id, null, 1);
      return;
    }
    case 'changeOfficial': {
      const before = readOfficial(db, action.officialId);
      if (before?.version !== action.version) throw new AppError('IMPORT_PREVIEW_OUTDATED');
      const organizationId = unitIdOf(action.unit, context);
      const change = {
        values: action.values,
        titles: action.titles,
        ...(organizationId === null ? {} : { organizationId }),
      };
      record(row, 'official', before.id, before, changeOfficial(db, before, change, context.onDay));
      return;
    }
    case 'insertRating': {
      if (context.cycleId === null) throw new AppError('IMPORT_YEAR_REQUIRED');
      record(row, 'rating', insertRating(db, context.cycleId, action.officialId, action.values), null, 1);
      return;
    }
    case 'changeRating': {
      const before = readRating(db, action.ratingId);
      if (!before || !updateRating(db, before.id, action.version, action.values))
        throw new AppError('IMPORT_PREVIEW_OUTDATED');
      record(row, 'rating', before.id, before, before.version + 1);
      followLevels(db, before.id, action.values, context.by);
    }
  }
}

const unitIdOf = (unit: PlannedUnit, context: RowContext): number | null =>
  unit === null ? null : (unit.id ?? context.unitIds.get(unitKey(unit.name)) ?? null);
