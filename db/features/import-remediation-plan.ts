import { eq } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { remediationTasks } from '../connection/schema-cycle.ts';
import { reviewDayWords } from '../contract/vi/remediation.ts';
import { postStarts, taskStateWords } from '../contract/vi/sheet-words.ts';
import type { ReadSheet } from '../contract/workbooks.ts';
import type { TaskState } from '../domain/cycle.ts';
import { formatPartialDate, latestDay } from '../domain/dates.ts';
import { foldForSearch } from '../domain/names.ts';
import { subtreeIds } from '../domain/organizations.ts';
import type { ExtractedSheetRecord } from '../excel/extract-registers.ts';
import { problemRejects } from '../excel/problem-severity.ts';
import { allOrganizations } from '../records/organizations.ts';
import { findCycle } from '../records/ratings.ts';
import type { TaskRecord } from '../records/remediation-tasks.ts';
import { type DecisionIndex, replaces } from './import-decisions.ts';
import type { KnownPerson, PersonIndex } from './import-matching.ts';
import { type PlannedRow, type PlannedUnit, problemAt, type TaskContent } from './import-plan.ts';

type TaskLine = ExtractedSheetRecord<'remediation'>;
type Values = TaskLine['values'];

export interface TasksPlanContext {
  sheet: ReadSheet;
  people: PersonIndex;
  findUnit: (name: string) => PlannedUnit;
  /** The office's own unit: what a row without a unit is about. */
  root: PlannedUnit;
  /** Whether a unit is another one or stands below it. */
  within: (unitId: number, ofId: number) => boolean;
  /** Tasks of the year. */
  existing: readonly TaskRecord[];
  /** The day suggested for "Thường xuyên" where the sheet names none. */
  reviewDay: string;
  decisions: DecisionIndex;
}

export function tasksOfYear(db: ReadHandle, year: number): TaskRecord[] {
  const cycle = findCycle(db, year);
  return cycle ? db.select().from(remediationTasks).where(eq(remediationTasks.cycleId, cycle.id)).all() : [];
}

export function unitsOfPlan(db: ReadHandle): Pick<TasksPlanContext, 'root' | 'within'> {
  const units = allOrganizations(db);
  const top = units.find((unit) => unit.parentId === null);
  const below = new Map<number, ReadonlySet<number>>();
  return {
    root: top === undefined ? null : { id: top.id, name: top.name },
    within: (unitId, ofId) => {
      const ids = below.get(ofId) ?? subtreeIds(units, ofId);
      below.set(ofId, ids);
      return ids.has(unitId);
    },
  };
}

/**
 * Compares the rows of a follow-up sheet with the tasks of the year. A task is the same when unit, shortcoming and
 * measure are; since one sheet gives one measure to many, its responsible person and its deadline tell such tasks
 * apart. A row without owner or deadline is rejected; a blank never overwrites a value. "Thường xuyên" without a day
 * keeps the book's, else it gets the suggested one, which waits for the person's word.
 */
export function planTasks(records: readonly TaskLine[], context: TasksPlanContext): PlannedRow[] {
  const taken = takenTasks(records, context);
  const seen = new Map<string, number>();
  return records.map((record) => planRow(record, context, { task: taken.get(record.row) ?? null, seen }));
}

const unitOf = ({ organization }: Values, { findUnit, root }: TasksPlanContext): PlannedUnit =>
  organization === null ? root : findUnit(organization);

const keyOf = (unit: string, shortcoming: string, measure: string): string =>
  `${unit}|${foldForSearch(shortcoming)}|${foldForSearch(measure)}`;

/** Which task of the book each row is, each task once: the likest first. */
function takenTasks(records: readonly TaskLine[], context: TasksPlanContext): Map<number, TaskRecord> {
  const rows = new Map<string, { row: number; assignee: string; due: string }[]>();
  for (const { row, values } of records) {
    const unit = unitOf(values, context);
    const key = keyOf(String(unit?.id ?? unit?.name), values.shortcoming ?? '', values.measure ?? '');
    const one = { row, assignee: foldForSearch(values.assignee ?? ''), due: lastDay(values) ?? '' };
    rows.set(key, [...(rows.get(key) ?? []), one]);
  }
  const nameOf = (task: TaskRecord): string =>
    foldForSearch(
      task.assigneeId === null
        ? task.assigneeName
        : (context.people.byId(task.assigneeId)?.fullName ?? task.assigneeName),
    );
  const taken = new Map<number, TaskRecord>();
  const byKey = new Map<string, TaskRecord[]>();
  for (const task of context.existing) {
    const key = keyOf(String(task.organizationId), task.shortcomingText, task.measure);
    byKey.set(key, [...(byKey.get(key) ?? []), task]);
  }
  for (const [key, alike] of rows) {
    const tasks = new Set(byKey.get(key) ?? []);
    const tests: ((row: (typeof alike)[number], task: TaskRecord) => boolean)[] = [
      (row, task) => row.assignee === nameOf(task) && row.due === task.dueOn,
      (row, task) => row.assignee === nameOf(task),
      // Another person or another day: still the same task where there is only one.
      () => alike.length === 1 && tasks.size === 1,
    ];
    for (const test of tests)
      for (const row of alike) {
        if (taken.has(row.row)) continue;
        const found = [...tasks].find((task) => test(row, task));
        if (found === undefined) continue;
        tasks.delete(found);
        taken.set(row.row, found);
      }
  }
  return taken;
}

const lastDay = ({ dueOn }: Values): string | null => (dueOn === null ? null : latestDay(dueOn));

/** Values by the names of the columns that give them: what a person mends. */
const shownValues = (values: Values, dueOn: string | null) => ({
  shortcoming: values.shortcoming,
  cause: values.cause,
  measure: values.measure,
  assignee: values.assignee,
  cooperator: values.coordination,
  due: values.continuous && dueOn !== null ? reviewDayWords(dueOn) : values.dueOn,
  outcome: values.result,
  progress: values.progress === null ? null : String(Math.round(values.progress)),
  lateReason: values.lateReason,
  organization: values.organization,
  note: values.note,
});
type Shown = ReturnType<typeof shownValues>;

function planRow(
  record: TaskLine,
  context: TasksPlanContext,
  { task, seen }: { task: TaskRecord | null; seen: Map<string, number> },
): PlannedRow {
  const { values } = record;
  const unit = unitOf(values, context);
  const reviewOn = reviewDayOf(values, task, context);
  const dueOn = reviewOn?.day ?? lastDay(values);
  const row = {
    row: record.row,
    values: shownValues(values, dueOn),
    before: {},
    problems: [...record.problems],
    unit,
    fixed: [...context.decisions.fixedOf(record.row)],
    choice: context.decisions.choiceOf(record.row),
    candidates: [] as readonly KnownPerson[],
    toConfirm: false,
  };
  const rest = (outcome: 'leftOut' | 'rejected' | 'conflict' | 'same'): PlannedRow => ({
    ...row,
    class: outcome,
    action: { type: 'none' },
  });
  if (row.choice?.type === 'leaveOut') return rest('leftOut');
  for (const field of ['shortcoming', 'measure'] as const)
    if (values[field] === null)
      row.problems.push(problemAt(context.sheet, record.row, 'TASK_TEXT_MISSING', '', field));
  if (dueOn === null && !row.problems.some(({ code }) => code.startsWith('DATE_')))
    row.problems.push(problemAt(context.sheet, record.row, 'DUE_MISSING', values.dueText ?? '', 'due'));
  const { shortcoming, measure, assignee } = values;
  const isWhole = shortcoming !== null && measure !== null && assignee !== null && dueOn !== null;
  if (!isWhole || row.problems.some(({ code }) => problemRejects(code))) return rest('rejected');
  const whole = JSON.stringify([unit?.id ?? unit?.name, shortcoming, measure, assignee, dueOn].map(String));
  const earlier = seen.get(whole);
  if (earlier !== undefined) {
    row.problems.push(problemAt(context.sheet, record.row, 'TASK_TWICE_IN_FILE', String(earlier)));
    return rest('conflict');
  }
  seen.set(whole, record.row);
  const { continuous } = values;
  const written = {
    ...contentOf(values, unit, context),
    shortcomingText: shortcoming,
    measure,
    dueOn,
    continuous,
  };
  const suggested = reviewOn?.isSuggested === true;
  const askForDay = () => {
    const value = formatPartialDate(dueOn);
    row.problems.push(problemAt(context.sheet, record.row, 'DUE_CONTINUOUS', value, 'due'));
    row.toConfirm = !context.decisions.isConfirmed(record.row);
  };
  if (task === null) {
    if (suggested) askForDay();
    return { ...row, class: 'new', action: { type: 'insertTask', unit, values: written } };
  }
  const changes = changesOf(task, written, values, context);
  if (Object.keys(changes).length === 0) return rest('same');
  if (suggested && changes.dueOn !== undefined) askForDay();
  return {
    ...row,
    class: 'changed',
    before: beforeOf(task, changes, context),
    action: { type: 'changeTask', taskId: task.id, version: task.version, values: changes },
  };
}

/** When "Thường xuyên" is looked at again: as the sheet says, as the book has it, or as it is suggested. */
function reviewDayOf(
  values: Values,
  task: TaskRecord | null,
  { reviewDay }: TasksPlanContext,
): { day: string; isSuggested: boolean } | null {
  if (!values.continuous) return null;
  const day = lastDay(values) ?? (task?.continuous ? task.dueOn : null);
  return { day: day ?? reviewDay, isSuggested: day === null };
}

const POST_BEHIND = new RegExp(
  `\\s*[-–,(]\\s*(?:${postStarts.map((words) => words.normalize('NFC')).join('|')})(?![\\p{L}]).*$`,
  'isu',
);

/** One person of the unit with that name, whatever post stands behind it, is the one; else the name stays as it is written. */
function assigneeOf(
  name: string,
  unit: PlannedUnit,
  { people, within, root }: TasksPlanContext,
): { assigneeId: number | null; assigneeName: string } {
  const isInside = (person: KnownPerson): boolean =>
    unit === null ||
    unit.id === root?.id ||
    (unit.id !== null && [...person.units].some((id) => unit.id !== null && within(id, unit.id)));
  const named = people.byName(name);
  const [person, another] = (named.length > 0 ? named : people.byName(name.replace(POST_BEHIND, ''))).filter(
    isInside,
  );
  return person && !another
    ? { assigneeId: person.id, assigneeName: person.fullName }
    : { assigneeId: null, assigneeName: name };
}

function contentOf(values: Values, unit: PlannedUnit, context: TasksPlanContext) {
  return {
    cause: values.cause ?? '',
    ...assigneeOf(values.assignee ?? '', unit, context),
    coordinatingBody: values.coordination ?? '',
    result: values.result ?? '',
    lateReason: values.lateReason ?? '',
    note: values.note ?? '',
    ...standingOf(values),
  };
}

const words = {
  done: taskStateWords.done.map(foldForSearch),
  planned: taskStateWords.planned.map(foldForSearch),
};

/** "Đã hoàn thành" and 100% are a result that waits to be confirmed; any other result is under way; nothing is planned. */
function standingOf(values: Values): { state: TaskState; progress: number } {
  const percent = values.progress === null ? null : Math.round(values.progress);
  const text = foldForSearch(values.result ?? '');
  const says = (list: readonly string[]) => list.some((word) => text.startsWith(word));
  if (percent === 100 || (percent === null && says(words.done))) return { state: 'done', progress: 100 };
  if (says(words.planned) || (text === '' && !percent)) return { state: 'planned', progress: percent ?? 0 };
  return { state: 'doing', progress: percent ?? 0 };
}

/** Each column and the parts of a task that it writes. */
const parts = [
  ['cause', ['cause']],
  ['assignee', ['assigneeId', 'assigneeName']],
  ['cooperator', ['coordinatingBody']],
  ['due', ['continuous', 'dueOn']],
  ['outcome', ['result']],
  ['lateReason', ['lateReason']],
  ['note', ['note']],
] as const satisfies readonly (readonly [keyof Shown, readonly (keyof TaskContent)[]])[];

/** A state that is further on than the book's; what was confirmed or given up is not taken back by a sheet. */
const order: readonly TaskState[] = ['planned', 'reopened', 'doing', 'done'];
const isFurther = (from: TaskState, to: TaskState): boolean =>
  order.includes(from) && order.indexOf(to) > order.indexOf(from);

function changesOf(
  task: TaskRecord,
  written: TaskContent,
  values: Values,
  { decisions }: TasksPlanContext,
): Partial<TaskContent> {
  const shown = shownValues(values, written.dueOn);
  const changes: Partial<TaskContent> = {};
  for (const [field, names] of parts) {
    const text = String(task[names[names.length - 1] ?? 'note'] ?? '');
    if (!replaces(decisions.policyOf(field), shown[field], text)) continue;
    for (const name of names)
      if (written[name] !== task[name] && !isSamePersonsName(task, written, name))
        Object.assign(changes, { [name]: written[name] });
  }
  const said = values.result !== null || values.progress !== null;
  if (said && decisions.policyOf('outcome') !== 'keep') {
    if (isFurther(task.state, written.state)) changes.state = written.state;
    const known = task.state !== 'verified' && task.state !== 'notFitting' && task.state !== 'done';
    if (known && values.progress !== null && written.progress !== task.progress)
      changes.progress = written.progress;
    else if (changes.state === 'done') changes.progress = 100;
  }
  return changes;
}

/** The name beside an id is only how it was written. */
const isSamePersonsName = (task: TaskRecord, written: TaskContent, name: keyof TaskContent): boolean =>
  name === 'assigneeName' && written.assigneeId !== null && written.assigneeId === task.assigneeId;

/** The values of the book that change, by column. */
function beforeOf(
  task: TaskRecord,
  changes: Partial<TaskContent>,
  { people }: TasksPlanContext,
): Record<string, string | null> {
  const before: Record<string, string | null> = {};
  for (const [field, names] of parts) {
    if (!names.some((name) => Object.hasOwn(changes, name))) continue;
    const known =
      field === 'assignee' && task.assigneeId !== null
        ? people.byId(task.assigneeId)?.fullName
        : field === 'due' && task.continuous
          ? reviewDayWords(task.dueOn)
          : task[names[names.length - 1] ?? 'note'];
    before[field] = known ? String(known) : null;
  }
  if (changes.progress !== undefined || changes.state !== undefined) before.progress = String(task.progress);
  return before;
}
