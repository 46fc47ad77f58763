import type { WriteHandle } from '../connection/open.ts';
import { AppError } from '../contract/errors.ts';
import type { ImportEntity } from '../contract/import-batches.ts';
import { readCycle } from '../records/cycles.ts';
import { insertDeclared, readDeclared, updateDeclared } from '../records/declared-pledges.ts';
import { changeOfficial, insertOfficial, readOfficial } from '../records/officials.ts';
import {
  insertOrganization,
  readOrganization,
  rootOrganizationId,
  updateOrganization,
} from '../records/organizations.ts';
import { beginPledge } from '../records/pledge-beginnings.ts';
import { readPledge, updatePledge } from '../records/pledges.ts';
import { followLevels } from '../records/rating-stages.ts';
import { insertRating, readRating, updateRating } from '../records/ratings.ts';
import { insertTask, newTask, readTask, updateTask } from '../records/remediation-tasks.ts';
import { type PlannedAction, type PlannedParent, type PlannedUnit, unitKey } from './import-plan.ts';

export type OriginWriter = (
  sheetRow: number | null,
  entity: ImportEntity,
  entityId: number,
  /** The record as it was, null for one that the batch made; its JSON is what the undo puts back. */
  before: object | null,
  versionAfter: number,
) => void;

export interface RowContext {
  row: number;
  unitIds: ReadonlyMap<string, number>;
  /** Units that rows of this sheet made, by row. */
  unitOfRow: Map<number, number>;
  cycleId: number | null;
  onDay: string;
  record: OriginWriter;
  by: { userId: number; at: string };
}

type Action<T extends PlannedAction['type']> = Extract<PlannedAction, { type: T }>;
type Writers = {
  [T in PlannedAction['type']]: (db: WriteHandle, action: Action<T>, context: RowContext) => void;
};

/** What the commit does for each kind of action; a record of another version than the preview's refuses it. */
const writers: Writers = {
  none: () => undefined,

  insertOfficial: (db, { values, unit, titles }, context) => {
    const id = insertOfficial(db, values, unitIdOf(unit, context), titles);
    context.record(context.row, 'official', id, null, 1);
  },
  changeOfficial: (db, action, context) => {
    const before = readOfficial(db, action.officialId);
    if (before?.version !== action.version) throw new AppError('IMPORT_PREVIEW_OUTDATED');
    const organizationId = unitIdOf(action.unit, context);
    const change = {
      values: action.values,
      titles: action.titles,
      ...(organizationId === null ? {} : { organizationId }),
    };
    const version = changeOfficial(db, before, change, context.onDay);
    context.record(context.row, 'official', before.id, before, version);
  },

  insertRating: (db, { officialId, kind, values }, { row, cycleId, record }) => {
    if (cycleId === null) throw new AppError('IMPORT_YEAR_REQUIRED');
    record(row, 'rating', insertRating(db, cycleId, officialId, values, kind), null, 1);
  },
  changeRating: (db, { ratingId, version, values }, { row, record, by }) => {
    const before = readRating(db, ratingId);
    if (!before || !updateRating(db, before.id, version, values))
      throw new AppError('IMPORT_PREVIEW_OUTDATED');
    record(row, 'rating', before.id, before, before.version + 1);
    followLevels(db, before.id, values, by);
  },

  insertPledge: (db, { officialId, person, values }, { row, cycleId, record }) => {
    if (cycleId === null) throw new AppError('IMPORT_YEAR_REQUIRED');
    const id = beginPledge(db, readCycle(db, cycleId), { officialId, ...person });
    updatePledge(db, id, 1, values);
    record(row, 'pledge', id, null, 2);
  },
  changePledge: (db, { pledgeId, version, values }, { row, record }) => {
    const before = readPledge(db, pledgeId);
    if (before.version !== version) throw new AppError('IMPORT_PREVIEW_OUTDATED');
    updatePledge(db, pledgeId, version, values);
    record(row, 'pledge', pledgeId, before, version + 1);
  },
  insertDeclared: (db, { unit, values }, context) => {
    const organizationId = unitIdOf(unit, context);
    if (context.cycleId === null || organizationId === null) throw new AppError('IMPORT_YEAR_REQUIRED');
    const id = insertDeclared(db, { cycleId: context.cycleId, organizationId }, values);
    context.record(context.row, 'declaredPledge', id, null, 1);
  },
  changeDeclared: (db, { declaredId, version, values }, { row, record }) => {
    const before = readDeclared(db, declaredId);
    if (!before || !updateDeclared(db, declaredId, version, values))
      throw new AppError('IMPORT_PREVIEW_OUTDATED');
    record(row, 'declaredPledge', declaredId, before, version + 1);
  },
  insertTask: (db, { values, unit }, context) => {
    if (context.cycleId === null) throw new AppError('IMPORT_YEAR_REQUIRED');
    const place = { cycleId: context.cycleId, organizationId: unitIdOf(unit, context) };
    const id = insertTask(db, { ...newTask, ...values, ...place });
    context.record(context.row, 'remediationTask', id, null, 1);
  },
  changeTask: (db, { taskId, version, values }, { row, record }) => {
    const before = readTask(db, taskId);
    if (before.version !== version) throw new AppError('IMPORT_PREVIEW_OUTDATED');
    updateTask(db, taskId, version, values);
    record(row, 'remediationTask', taskId, before, version + 1);
  },

  insertOrganization: (db, { values, parent }, context) => {
    const parentId = parent === null ? rootOrganizationId(db) : parentIdOf(parent, context);
    const id = insertOrganization(db, { ...values, parentId });
    context.unitOfRow.set(context.row, id);
    context.record(context.row, 'organization', id, null, 1);
  },
  changeOrganization: (db, { organizationId, version, values, parent }, context) => {
    const before = readOrganization(db, organizationId);
    if (!before) throw new AppError('IMPORT_PREVIEW_OUTDATED');
    const { name, code, kind, unitType, parentId } = { ...before, ...values };
    const above = parent === undefined ? parentId : parentIdOf(parent, context);
    if (!updateOrganization(db, organizationId, version, { name, code, kind, unitType, parentId: above }))
      throw new AppError('IMPORT_PREVIEW_OUTDATED');
    context.record(context.row, 'organization', before.id, before, version + 1);
  },
};

/** @throws AppError IMPORT_PREVIEW_OUTDATED */
export function writeAction(db: WriteHandle, action: PlannedAction, context: RowContext): void {
  // The table pairs each type with its own writer, which the compiler cannot follow through the look-up.
  const write = writers[action.type] as (db: WriteHandle, action: PlannedAction, context: RowContext) => void;
  write(db, action, context);
}

const unitIdOf = (unit: PlannedUnit, context: RowContext): number | null =>
  unit === null ? null : (unit.id ?? context.unitIds.get(unitKey(unit.name)) ?? null);

const parentIdOf = (parent: PlannedParent, { unitIds, unitOfRow }: RowContext): number => {
  if ('id' in parent) return parent.id;
  const id = 'row' in parent ? unitOfRow.get(parent.row) : unitIds.get(unitKey(parent.name));
  if (id === undefined) throw new Error(`the unit ${JSON.stringify(parent)} is not there yet`);
  return id;
};
