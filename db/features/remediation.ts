import { eq, sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { officials } from '../connection/schema.ts';
import { remediationNotes, shortcomings } from '../connection/schema-cycle.ts';
import { AppError, type FieldErrorCode } from '../contract/errors.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import type { Findings, Task, TaskCounts, TaskList, TaskRow } from '../contract/remediation.ts';
import { dayOf } from '../domain/dates.ts';
import { foldForSearch } from '../domain/names.ts';
import { subtreeIds } from '../domain/organizations.ts';
import { stepFaults, type TaskFaults, taskFaults, taskTiming } from '../domain/remediation-rules.ts';
import { findCycleOf } from '../records/cycles.ts';
import { allOrganizations } from '../records/organizations.ts';
import { countingDay, findOrOpenCycle } from '../records/ratings.ts';
import {
  deleteTask,
  insertTask,
  notesOfTask,
  readTask,
  type TaskRecord,
  type TaskValues,
  updateTask,
} from '../records/remediation-tasks.ts';

type StoredRow = Omit<TaskRow, 'timing' | 'organizationName'>;

function tasksWhere(db: ReadHandle, where: ReturnType<typeof sql>, day: string): TaskRow[] {
  const names = new Map<number | null, string>(allOrganizations(db, day).map((unit) => [unit.id, unit.name]));
  return db
    .all<StoredRow>(sql`
      select t.id as taskId, t.version, c.year, t.organization_id as organizationId, t.shortcoming_id as shortcomingId,
        coalesce(w.full_name, '') as reviewOf, t.shortcoming_text as shortcomingText, t.cause, t.measure,
        t.assignee_id as assigneeId, coalesce(a.full_name, t.assignee_name) as assigneeName,
        t.coordinating_body as coordinatingBody, t.starts_on as startsOn, t.due_on as dueOn, t.product, t.state,
        t.progress, t.result, t.late_reason as lateReason, t.done_on as doneOn, t.verified_by_id as verifiedById,
        coalesce(b.full_name, t.verified_by_name) as verifiedByName, t.verified_on as verifiedOn, t.note
      from remediation_tasks t
      join cycles c on c.id = t.cycle_id
      left join officials a on a.id = t.assignee_id
      left join officials b on b.id = t.verified_by_id
      left join shortcomings s on s.id = t.shortcoming_id
      left join reviews v on v.id = s.review_id
      left join officials w on w.id = v.official_id
      where ${where}
      order by t.due_on, t.id`)
    .map((row) => ({
      ...row,
      organizationName: names.get(row.organizationId) ?? '',
      timing: taskTiming(row, day),
    }));
}

const isOpen = (row: TaskRow): boolean => !['verified', 'notFitting'].includes(row.state);

function isShown(row: TaskRow, show: MethodParsedInput<'remediation.list'>['show']): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'open':
      return isOpen(row);
    case 'overdue':
    case 'dueSoon':
      return row.timing === show;
    default:
      return row.state === show;
  }
}

/** Tasks by due day; counts are of the whole scope, before `show` and the search. */
export function listTasks(db: ReadHandle, input: MethodParsedInput<'remediation.list'>): TaskList {
  const day = input.asOf ?? dayOf(new Date());
  const units = allOrganizations(db, day);
  const ids = input.organizationId === null ? null : subtreeIds(units, input.organizationId);
  const ofYear = input.year === null ? sql`true` : sql`c.year = ${input.year}`;
  const ofPerson = input.assigneeId === null ? sql`true` : sql`t.assignee_id = ${input.assigneeId}`;
  const all = tasksWhere(db, sql`${ofYear} and ${ofPerson}`, day).filter(
    (row) => ids === null || (row.organizationId !== null && ids.has(row.organizationId)),
  );
  const key = foldForSearch(input.search);
  const rows = all.filter(
    (row) =>
      isShown(row, input.show) &&
      (key === '' ||
        foldForSearch(`${row.shortcomingText} ${row.measure} ${row.assigneeName} ${row.reviewOf}`).includes(
          key,
        )),
  );
  return {
    day,
    total: rows.length,
    rows: rows.slice(input.offset, input.offset + input.limit),
    counts: countsOf(all),
  };
}

function countsOf(rows: readonly TaskRow[]): TaskCounts {
  const count = (holds: (row: TaskRow) => boolean) => rows.filter(holds).length;
  const inState = (state: TaskRow['state']) => count((row) => row.state === state);
  return {
    total: rows.length,
    open: count(isOpen),
    overdue: count((row) => row.timing === 'overdue'),
    dueSoon: count((row) => row.timing === 'dueSoon'),
    planned: inState('planned'),
    doing: inState('doing'),
    done: inState('done'),
    verified: inState('verified'),
    reopened: inState('reopened'),
    notFitting: inState('notFitting'),
  };
}

/** @throws AppError NOT_FOUND */
export function getTask(db: ReadHandle, input: MethodParsedInput<'remediation.get'>): Task {
  const [row] = tasksWhere(db, sql`t.id = ${input.taskId}`, dayOf(new Date()));
  if (!row) throw new AppError('NOT_FOUND');
  return { ...row, notes: notesOfTask(db, input.taskId) };
}

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
  const { taskId, version, ...note } = input;
  readTask(db, taskId);
  updateTask(db, taskId, version, note.progress === null ? {} : { progress: note.progress });
  db.insert(remediationNotes)
    .values({ taskId, ...note })
    .run();
  return written(db, taskId, { note });
}

/** Takes out a task that was entered by mistake: nothing of it was begun. @throws AppError STALE_VERSION, TASK_BEGUN */
export function removeTask(db: WriteHandle, input: MethodParsedInput<'remediation.remove'>) {
  const before = readTask(db, input.taskId);
  if (before.state !== 'planned' || notesOfTask(db, input.taskId).length > 0)
    throw new AppError('TASK_BEGUN');
  deleteTask(db, input.taskId, input.version);
  return {
    value: {},
    audit: { entity: 'remediationTask', entityId: input.taskId, detail: { removed: before } },
  };
}

/** What the year's reviews found, unit by unit. */
export function listFindings(db: ReadHandle, input: MethodParsedInput<'remediation.findings'>): Findings {
  const cycle = findCycleOf(db, { year: input.year, quarter: 0 });
  if (!cycle) return { findings: [] };
  const units = allOrganizations(db, countingDay(db, input.year));
  const names = new Map<number | null, string>(units.map((unit) => [unit.id, unit.name]));
  const ids = input.organizationId === null ? null : subtreeIds(units, input.organizationId);
  const rows = db
    .all<Omit<Findings['findings'][number], 'organizationName'>>(sql`
      select s.id as shortcomingId, v.id as reviewId, coalesce(o.full_name, '') as subject,
        v.official_id as officialId, v.organization_id as organizationId, s.section_id as sectionId, s.text, s.cause,
        (select count(*) from remediation_tasks t where t.shortcoming_id = s.id) as tasks
      from shortcomings s join reviews v on v.id = s.review_id left join officials o on o.id = v.official_id
      where v.cycle_id = ${cycle.id} order by o.name_sort_key nulls first, v.id, s.position, s.id`)
    .filter((row) => ids === null || (row.organizationId !== null && ids.has(row.organizationId)))
    .filter((row) => input.show === 'all' || row.tasks === 0);
  return {
    findings: rows.map((row) => {
      const organizationName = names.get(row.organizationId) ?? '';
      return { ...row, organizationName, subject: row.subject || organizationName };
    }),
  };
}
