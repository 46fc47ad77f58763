import { eq } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { officials } from '../connection/schema.ts';
import { remediationNotes, shortcomings } from '../connection/schema-cycle.ts';
import { AppError, type FieldErrorCode } from '../contract/errors.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import { dayOf } from '../domain/dates.ts';
import { stepFaults, type TaskFaults, taskFaults } from '../domain/remediation-rules.ts';
import { attachmentCounts } from '../records/attachments.ts';
import { findOrOpenCycle } from '../records/ratings.ts';
import {
  deleteTask,
  insertTask,
  notesOfTask,
  readTask,
  type TaskRecord,
  type TaskValues,
  updateTask,
} from '../records/remediation-tasks.ts';
import { getTask } from './remediation-list.ts';

function refuseFaults(faults: TaskFaults, names: Partial<Record<keyof TaskFaults, string>>): void {
  const fieldErrors: Record<string, FieldErrorCode> = {};
  for (const [field, fault] of Object.entries(faults) as [keyof TaskFaults, FieldErrorCode][])
    fieldErrors[names[field] ?? field] = fault;
  if (Object.keys(fieldErrors).length > 0) throw new AppError('VALIDATION_FAILED', { fieldErrors });
}

const named = (db: ReadHandle, id: number | null, name: string) => {
  if (id === null) return { id, name };
  const person = db.select({ name: officials.fullName }).from(officials).where(eq(officials.id, id)).get();
  if (!person) throw new AppError('NOT_FOUND');
  return { id, name: person.name };
};

/**
 * Adds a task or changes what is planned in it.
 * @throws AppError STALE_VERSION, NOT_FOUND, VALIDATION_FAILED: no owner, no deadline, a deadline before the start
 */
export function saveTask(db: WriteHandle, input: MethodParsedInput<'remediation.save'>) {
  const { taskId, version, year, dueOn, ...rest } = input;
  const assignee = named(db, input.assigneeId, input.assigneeName);
  refuseFaults(taskFaults({ ...input, assignee }), { assignee: 'assigneeName' });
  const shortcoming = input.shortcomingId === null ? null : readShortcoming(db, input.shortcomingId);
  const shortcomingText = shortcoming?.text ?? rest.shortcomingText;
  if (shortcomingText === '' || dueOn === null)
    throw new AppError('VALIDATION_FAILED', { fieldErrors: { shortcomingText: 'REQUIRED' } });
  const values = { ...rest, dueOn, shortcomingText, cause: rest.cause || (shortcoming?.cause ?? '') };
  if (taskId === null) return created(db, year, values);
  const before = readTask(db, taskId);
  updateTask(db, taskId, version, values);
  return written(db, taskId, { before, after: values });
}

const readShortcoming = (db: ReadHandle, id: number) => {
  const found = db.select().from(shortcomings).where(eq(shortcomings.id, id)).get();
  if (!found) throw new AppError('NOT_FOUND');
  return found;
};

/** A new task has no progress yet. */
const startingTask = {
  state: 'planned',
  progress: 0,
  result: '',
  lateReason: '',
  doneOn: null,
  verifiedById: null,
  verifiedByName: '',
  verifiedOn: null,
} as const;

function created(
  db: WriteHandle,
  year: number,
  values: Omit<TaskValues, 'cycleId' | keyof typeof startingTask>,
) {
  const { cycle } = findOrOpenCycle(db, year);
  const id = insertTask(db, { ...values, ...startingTask, cycleId: cycle.id });
  return written(db, id, { after: values });
}

const written = (db: WriteHandle, taskId: number, detail: Readonly<Record<string, unknown>>) => ({
  value: getTask(db, { taskId }),
  audit: { entity: 'remediationTask', entityId: taskId, detail },
});

/**
 * Takes a task to its next state. @throws AppError STALE_VERSION, VALIDATION_FAILED: verified by its owner, a reason or
 * a day that is missing, a state that cannot follow
 */
export function stepTask(db: WriteHandle, input: MethodParsedInput<'remediation.step'>) {
  const before = readTask(db, input.taskId);
  const assignee = named(db, before.assigneeId, before.assigneeName);
  const verifiedBy = named(db, input.verifiedById, input.verifiedByName);
  const next = { ...input, verifiedBy, doneOn: input.doneOn ?? before.doneOn };
  refuseFaults(stepFaults({ ...before, assignee }, next), { verifiedBy: 'verifiedByName', state: 'to' });
  if (input.to === 'done' && input.doneOn === null) throw required('doneOn');
  if (input.to === 'verified' && input.verifiedOn === null) throw required('verifiedOn');
  updateTask(db, input.taskId, input.version, valuesOfStep(before, input));
  if (input.reason !== '')
    db.insert(remediationNotes)
      .values({
        taskId: input.taskId,
        onDay: input.doneOn ?? input.verifiedOn ?? dayOf(new Date()),
        text: input.reason,
      })
      .run();
  return written(db, input.taskId, { before: { state: before.state }, step: input });
}

const required = (field: string) =>
  new AppError('VALIDATION_FAILED', { fieldErrors: { [field]: 'REQUIRED' } });

function valuesOfStep(before: TaskRecord, step: MethodParsedInput<'remediation.step'>): Partial<TaskValues> {
  const unverified = { verifiedById: null, verifiedByName: '', verifiedOn: null };
  const result = step.result === '' ? before.result : step.result;
  switch (step.to) {
    case 'done':
      return {
        state: 'done',
        doneOn: step.doneOn,
        progress: 100,
        result,
        lateReason: lateReason(before, step),
      };
    case 'verified':
      return {
        state: 'verified',
        result,
        verifiedById: step.verifiedById,
        verifiedByName: step.verifiedByName,
        verifiedOn: step.verifiedOn,
      };
    case 'reopened':
      return { state: 'reopened', doneOn: null, progress: Math.min(before.progress, 99), ...unverified };
    default:
      return { state: step.to, result };
  }
}

/** The reason given with a result that came after its deadline is why it was late. */
const lateReason = (before: TaskRecord, step: MethodParsedInput<'remediation.step'>): string =>
  step.doneOn !== null && step.doneOn > before.dueOn ? step.reason || before.lateReason : before.lateReason;

/** Adds a progress note; a percent in it becomes the task's. @throws AppError STALE_VERSION, NOT_FOUND */
export function addTaskNote(db: WriteHandle, input: MethodParsedInput<'remediation.addNote'>) {
  const { taskId, version, lateReason, ...note } = input;
  readTask(db, taskId);
  updateTask(db, taskId, version, {
    ...(note.progress === null ? {} : { progress: note.progress }),
    ...(lateReason === '' ? {} : { lateReason }),
  });
  db.insert(remediationNotes)
    .values({ taskId, ...note })
    .run();
  return written(db, taskId, { note, lateReason });
}

/** Takes out a task that was entered by mistake: nothing of it was begun. @throws AppError STALE_VERSION, TASK_BEGUN */
export function removeTask(db: WriteHandle, input: MethodParsedInput<'remediation.remove'>) {
  const before = readTask(db, input.taskId);
  const isBegun =
    notesOfTask(db, input.taskId).length > 0 || attachmentCounts(db, 'remediationTask').has(input.taskId);
  if (before.state !== 'planned' || isBegun) throw new AppError('TASK_BEGUN');
  deleteTask(db, input.taskId, input.version);
  return {
    value: {},
    audit: { entity: 'remediationTask', entityId: input.taskId, detail: { removed: before } },
  };
}
