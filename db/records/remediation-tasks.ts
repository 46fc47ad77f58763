import { and, asc, eq, isNull, lt, notInArray } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { cycles } from '../connection/schema.ts';
import { remediationNotes, remediationTasks } from '../connection/schema-cycle.ts';
import { AppError } from '../contract/errors.ts';

export type TaskRecord = typeof remediationTasks.$inferSelect;
export type TaskValues = Omit<TaskRecord, 'id' | 'version'>;

/** A new task of which nothing is said but what is planned. */
export const newTask = {
  shortcomingId: null,
  startsOn: null,
  continuous: false,
  product: '',
  doneOn: null,
  verifiedById: null,
  verifiedByName: '',
  verifiedOn: null,
} as const;

export const insertTask = (db: WriteHandle, values: TaskValues): number =>
  Number(db.insert(remediationTasks).values(values).run().lastInsertRowid);

/** @throws AppError NOT_FOUND */
export function readTask(db: ReadHandle, id: number): TaskRecord {
  const task = db.select().from(remediationTasks).where(eq(remediationTasks.id, id)).get();
  if (!task) throw new AppError('NOT_FOUND');
  return task;
}

/** Changes a task under its version. @throws AppError STALE_VERSION */
export function updateTask(db: WriteHandle, id: number, version: number, values: Partial<TaskValues>): void {
  const written = db
    .update(remediationTasks)
    .set({ ...values, version: version + 1 })
    .where(and(eq(remediationTasks.id, id), eq(remediationTasks.version, version)))
    .run();
  if (written.changes !== 1) throw new AppError('STALE_VERSION');
}

/** Puts a task back as it was, under a version of its own. Returns that version. */
export function restoreTask(db: WriteHandle, before: TaskRecord, currentVersion: number): number {
  const { id, ...values } = before;
  const version = currentVersion + 1;
  db.update(remediationTasks)
    .set({ ...values, version })
    .where(eq(remediationTasks.id, id))
    .run();
  return version;
}

/** Removes a task with its notes under its version. @throws AppError STALE_VERSION */
export function deleteTask(db: WriteHandle, id: number, version: number): void {
  db.delete(remediationNotes).where(eq(remediationNotes.taskId, id)).run();
  const gone = db
    .delete(remediationTasks)
    .where(and(eq(remediationTasks.id, id), eq(remediationTasks.version, version)))
    .run();
  if (gone.changes !== 1) throw new AppError('STALE_VERSION');
}

/** Open tasks of earlier years that a person answers for and that no review's shortcoming carries on, by due day. */
export const openTasksWithoutReview = (
  db: ReadHandle,
  officialId: number,
  beforeYear: number,
): Pick<TaskRecord, 'shortcomingText' | 'measure' | 'dueOn'>[] =>
  db
    .select({
      shortcomingText: remediationTasks.shortcomingText,
      measure: remediationTasks.measure,
      dueOn: remediationTasks.dueOn,
    })
    .from(remediationTasks)
    .innerJoin(cycles, eq(cycles.id, remediationTasks.cycleId))
    .where(
      and(
        eq(remediationTasks.assigneeId, officialId),
        isNull(remediationTasks.shortcomingId),
        notInArray(remediationTasks.state, ['verified', 'notFitting']),
        lt(cycles.year, beforeYear),
      ),
    )
    .orderBy(asc(remediationTasks.dueOn), asc(remediationTasks.id))
    .all();

export const notesOfTask = (db: ReadHandle, taskId: number) =>
  db
    .select({
      id: remediationNotes.id,
      onDay: remediationNotes.onDay,
      text: remediationNotes.text,
      progress: remediationNotes.progress,
    })
    .from(remediationNotes)
    .where(eq(remediationNotes.taskId, taskId))
    .orderBy(asc(remediationNotes.onDay), asc(remediationNotes.id))
    .all();
