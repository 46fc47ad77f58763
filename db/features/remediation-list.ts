import { sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { AppError } from '../contract/errors.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import type { Findings, Task, TaskCounts, TaskList, TaskRow } from '../contract/remediation.ts';
import type { ShortcomingOutcome } from '../domain/cycle.ts';
import { dayOf } from '../domain/dates.ts';
import { foldForSearch, nameSortKey } from '../domain/names.ts';
import { isDoneLate, progressOn, stateOn, taskTiming } from '../domain/remediation-rules.ts';
import { allOrganizations } from '../records/organizations.ts';
import { countingDay } from '../records/ratings.ts';
import { notesOfTask } from '../records/remediation-tasks.ts';
import { readSetting } from '../records/settings.ts';
import { unitScope } from '../records/unit-scope.ts';

type StoredRow = Omit<TaskRow, 'timing' | 'organizationName'>;

/**
 * Tasks as they were on a day, by due day: state, percent and result up to then. Where no result is written yet, the
 * last note says how far it is.
 */
function tasksOn(db: ReadHandle, where: ReturnType<typeof sql>, day: string): TaskRow[] {
  const { value: soonDays } = readSetting(db, 'remediationSoonDays');
  const notes = notesByTask(db, where);
  return storedTasks(db, where, day).map((stored) => {
    const own = notes.get(stored.taskId) ?? [];
    const state = stateOn(stored, day);
    const cameLater = state !== stored.state && state === 'doing';
    const result = cameLater ? '' : stored.result;
    const row = {
      ...stored,
      state,
      progress: progressOn(stored, own, day),
      result: result || (own.findLast((note) => note.onDay <= day)?.text ?? ''),
      doneOn: cameLater ? null : stored.doneOn,
    };
    return { ...row, timing: taskTiming(row, day, soonDays) };
  });
}

interface DatedNote {
  taskId: number;
  onDay: string;
  text: string;
  progress: number | null;
}
function notesByTask(db: ReadHandle, where: ReturnType<typeof sql>): ReadonlyMap<number, DatedNote[]> {
  const notes = new Map<number, DatedNote[]>();
  const rows = db.all<DatedNote>(sql`
    select n.task_id as taskId, n.on_day as onDay, n.text, n.progress from remediation_notes n
      join remediation_tasks t on t.id = n.task_id join cycles c on c.id = t.cycle_id
    where ${where} order by n.on_day, n.id`);
  for (const note of rows) {
    const own = notes.get(note.taskId);
    if (own) own.push(note);
    else notes.set(note.taskId, [note]);
  }
  return notes;
}

function storedTasks(
  db: ReadHandle,
  where: ReturnType<typeof sql>,
  day: string,
): (StoredRow & Pick<TaskRow, 'organizationName'>)[] {
  const names = new Map<number | null, string>(allOrganizations(db, day).map((unit) => [unit.id, unit.name]));
  return db
    .all<Omit<StoredRow, 'continuous'> & { continuous: number }>(sql`
      select t.id as taskId, t.version, c.year, t.organization_id as organizationId, t.shortcoming_id as shortcomingId,
        coalesce(w.full_name, '') as reviewOf, t.shortcoming_text as shortcomingText, t.cause, t.measure,
        t.assignee_id as assigneeId, coalesce(a.full_name, t.assignee_name) as assigneeName,
        t.coordinating_body as coordinatingBody, t.starts_on as startsOn, t.due_on as dueOn, t.continuous, t.product, t.state,
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
      continuous: row.continuous === 1,
      organizationName: names.get(row.organizationId) ?? '',
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
    case 'doneLate':
      return isDoneLate(row);
    default:
      return row.state === show;
  }
}

type Scope = Omit<MethodParsedInput<'remediation.list'>, 'offset' | 'limit'>;

/** The tasks that are asked for, and all those of the scope that `show` and the search choose from. */
export function chosenTasks(
  db: ReadHandle,
  { year, organizationId, assigneeId, assigneeName, show, search, asOf }: Scope,
): { day: string; rows: TaskRow[]; all: TaskRow[]; ofScope: TaskRow[] } {
  const day = asOf ?? dayOf(new Date());
  const ofYear = year === null ? sql`true` : sql`c.year = ${year}`;
  const ofScope = tasksOn(db, ofYear, day).filter(unitScope(db, day, organizationId).holds);
  const name = foldForSearch(assigneeName);
  const all = ofScope.filter(
    (row) =>
      (assigneeId === null || row.assigneeId === assigneeId) &&
      (name === '' || (row.assigneeId === null && foldForSearch(row.assigneeName) === name)),
  );
  const key = foldForSearch(search);
  const rows = all.filter(
    (row) =>
      isShown(row, show) &&
      (key === '' ||
        foldForSearch(`${row.shortcomingText} ${row.measure} ${row.assigneeName} ${row.reviewOf}`).includes(
          key,
        )),
  );
  return { day, rows, all, ofScope };
}

/** Tasks by due day; counts are of the whole scope, before `show` and the search. */
export function listTasks(db: ReadHandle, input: MethodParsedInput<'remediation.list'>): TaskList {
  const { day, rows, all, ofScope } = chosenTasks(db, input);
  return {
    day,
    total: rows.length,
    rows: rows.slice(input.offset, input.offset + input.limit),
    counts: countsOf(all),
    assignees: assigneesOf(ofScope),
  };
}

function assigneesOf(rows: readonly TaskRow[]): TaskList['assignees'] {
  const found = new Map<string, TaskList['assignees'][number] & { key: string }>();
  for (const { assigneeId, assigneeName: name } of rows) {
    const id = assigneeId === null ? foldForSearch(name) : String(assigneeId);
    const one = found.get(id) ?? { assigneeId, name, tasks: 0, key: nameSortKey(name) };
    one.tasks += 1;
    found.set(id, one);
  }
  return [...found.values()]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key: _key, ...assignee }) => assignee);
}

export function countsOf(rows: readonly TaskRow[]): TaskCounts {
  const count = (holds: (row: TaskRow) => boolean) => rows.filter(holds).length;
  const inState = (state: TaskRow['state']) => count((row) => row.state === state);
  return {
    total: rows.length,
    open: count(isOpen),
    overdue: count((row) => row.timing === 'overdue'),
    dueSoon: count((row) => row.timing === 'dueSoon'),
    doneLate: count(isDoneLate),
    planned: inState('planned'),
    doing: inState('doing'),
    done: inState('done'),
    verified: inState('verified'),
    reopened: inState('reopened'),
    notFitting: inState('notFitting'),
  };
}

/** A task as it stands now. @throws AppError NOT_FOUND */
export function getTask(db: ReadHandle, { taskId }: MethodParsedInput<'remediation.get'>): Task {
  const day = dayOf(new Date());
  const [row] = storedTasks(db, sql`t.id = ${taskId}`, day);
  if (!row) throw new AppError('NOT_FOUND');
  return {
    ...row,
    timing: taskTiming(row, day, readSetting(db, 'remediationSoonDays').value),
    notes: notesOfTask(db, taskId),
    carried: row.shortcomingId === null ? [] : carriedInto(db, row.shortcomingId),
  };
}

const carriedInto = (db: ReadHandle, shortcomingId: number): Task['carried'] => [
  ...db
    .all<{ year: number; text: string }>(sql`
      select c.year, i.text from pledge_items i join pledges p on p.id = i.pledge_id join cycles c on c.id = p.cycle_id
      where i.shortcoming_id = ${shortcomingId} order by c.year, i.id`)
    .map((item) => ({ into: 'pledge' as const, ...item })),
  ...db
    .all<{ year: number; outcome: ShortcomingOutcome | null; text: string }>(sql`
      select c.year, x.outcome, x.text from shortcoming_outcomes x join reviews v on v.id = x.review_id
        join cycles c on c.id = v.cycle_id
      where x.shortcoming_id = ${shortcomingId} order by c.year, x.id`)
    .map((told) => ({ into: 'review' as const, ...told })),
];

/** What the reviews of the year and of its quarters found, the year's first. */
export function listFindings(db: ReadHandle, input: MethodParsedInput<'remediation.findings'>): Findings {
  const scope = unitScope(db, countingDay(db, input.year), input.organizationId);
  const rows = db
    .all<Omit<Findings['findings'][number], 'organizationName'>>(sql`
      select s.id as shortcomingId, v.id as reviewId, c.quarter, coalesce(o.full_name, '') as subject,
        v.official_id as officialId, v.organization_id as organizationId, s.section_id as sectionId, s.text, s.cause,
        (select count(*) from remediation_tasks t where t.shortcoming_id = s.id) as tasks
      from cycles c join reviews v on v.cycle_id = c.id join shortcomings s on s.review_id = v.id
        left join officials o on o.id = v.official_id
      where c.year = ${input.year} order by c.quarter, o.name_sort_key nulls first, v.id, s.position, s.id`)
    .filter(scope.holds)
    .filter((row) => input.show === 'all' || row.tasks === 0);
  return {
    findings: rows.map((row) => {
      const organizationName = scope.nameOf(row.organizationId);
      return { ...row, organizationName, subject: row.subject || organizationName };
    }),
  };
}
