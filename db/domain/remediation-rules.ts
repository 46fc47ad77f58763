import type { TaskState } from './cycle.ts';
import { daysBetween, yearEnd } from './dates.ts';
import { foldForSearch } from './names.ts';

/**
 * Rules of remediation tasks after a review. A supervision found commune plans "chung chung, chưa xác định rõ trách
 * nhiệm", without a responsible person or time, so a line without either is refused.
 */
export const remediationFaults = [
  'MEASURE_MISSING',
  'OWNER_MISSING',
  'DUE_MISSING',
  'DUE_BEFORE_START',
  'DONE_BEFORE_START',
  'VERIFIED_BEFORE_DONE',
  'VERIFIER_MISSING',
  'VERIFIED_BY_OWNER',
  'REASON_MISSING',
  'LATE_REASON_MISSING',
  'STATE_NOT_REACHABLE',
] as const;
export type RemediationFault = (typeof remediationFaults)[number];

/** A person of the book, or a name as written when there is no such person. */
export interface Named {
  id: number | null;
  name: string;
}

export interface TaskDraft {
  measure: string;
  assignee: Named;
  /** Calendar days. */
  startsOn: string | null;
  dueOn: string | null;
}
export type TaskFaults = Partial<
  Record<keyof TaskDraft | 'state' | 'doneOn' | 'verifiedBy' | 'verifiedOn' | 'reason', RemediationFault>
>;

const isMissing = ({ id, name }: Named) => id === null && name.trim() === '';

/** Whether two namings mean one person: the same record, or, where one has no record, the same folded name. */
export function isSamePerson(a: Named, b: Named): boolean {
  if (a.id !== null && b.id !== null) return a.id === b.id;
  const name = foldForSearch(a.name);
  return name !== '' && name === foldForSearch(b.name);
}

/** What a line of the plan lacks, by field; {} when it may stand. */
export function taskFaults({ measure, assignee, startsOn, dueOn }: TaskDraft): TaskFaults {
  const faults: TaskFaults = {};
  if (measure.trim() === '') faults.measure = 'MEASURE_MISSING';
  if (isMissing(assignee)) faults.assignee = 'OWNER_MISSING';
  if (dueOn === null) faults.dueOn = 'DUE_MISSING';
  else if (startsOn !== null && dueOn < startsOn) faults.dueOn = 'DUE_BEFORE_START';
  return faults;
}

/**
 * A task "thường xuyên" has no last day, yet a line without a deadline is refused: the day on which it is looked at
 * again is its deadline. By default the end of the cycle's year, or of this one when that is over.
 */
export const defaultReviewDay = (cycleYear: number, today: string): string =>
  yearEnd(Math.max(cycleYear, Number(today.slice(0, 4))));

/** Who takes a step: the one responsible (or the clerk for him), someone other than him, or the one who leads. */
const taskActors = ['owner', 'verifier', 'leader'] as const;
export type TaskActor = (typeof taskActors)[number];

interface Transition {
  to: TaskState;
  by: TaskActor;
  needsReason: boolean;
}
const step = (to: TaskState, by: TaskActor, needsReason = false): Transition => ({ to, by, needsReason });
const notFitting = step('notFitting', 'leader', true);
const reopened = (by: TaskActor) => step('reopened', by, true);

/** The ways on from each state; one that says no more, or goes back on a confirmed result, needs a reason. */
export const taskTransitions = {
  planned: [step('doing', 'owner'), step('done', 'owner'), notFitting],
  doing: [step('done', 'owner'), notFitting],
  done: [step('verified', 'verifier'), reopened('verifier')],
  verified: [reopened('leader')],
  reopened: [step('doing', 'owner'), step('done', 'owner'), notFitting],
  notFitting: [reopened('leader')],
} as const satisfies Record<TaskState, readonly Transition[]>;

export interface TaskStep {
  to: TaskState;
  reason: string;
  doneOn: string | null;
  verifiedBy: Named;
  verifiedOn: string | null;
}

/** What is wrong with taking a task to another state, by field. */
export function stepFaults(
  task: { state: TaskState; assignee: Named; startsOn: string | null; dueOn: string; lateReason: string },
  next: TaskStep,
): TaskFaults {
  const ways: readonly Transition[] = taskTransitions[task.state];
  const way = ways.find((one) => one.to === next.to);
  if (!way) return { state: 'STATE_NOT_REACHABLE' };
  const faults: TaskFaults = {};
  if (way.needsReason && next.reason.trim() === '') faults.reason = 'REASON_MISSING';
  if (way.to === 'done' && next.doneOn !== null && task.startsOn !== null && next.doneOn < task.startsOn)
    faults.doneOn = 'DONE_BEFORE_START';
  const isLate = way.to === 'done' && isAfterDeadline(next.doneOn, task.dueOn);
  if (isLate && next.reason.trim() === '' && task.lateReason.trim() === '')
    faults.reason = 'LATE_REASON_MISSING';
  if (way.to === 'verified') {
    if (isMissing(next.verifiedBy)) faults.verifiedBy = 'VERIFIER_MISSING';
    else if (isSamePerson(next.verifiedBy, task.assignee)) faults.verifiedBy = 'VERIFIED_BY_OWNER';
    if (next.verifiedOn !== null && next.doneOn !== null && next.verifiedOn < next.doneOn)
      faults.verifiedOn = 'VERIFIED_BEFORE_DONE';
  }
  return faults;
}

const isAfterDeadline = (doneOn: string | null, dueOn: string): boolean => doneOn !== null && doneOn > dueOn;

/** Whether its result came after its deadline; the deadline's own day is in time. */
export const isDoneLate = (task: { state: TaskState; doneOn: string | null; dueOn: string }): boolean =>
  (task.state === 'done' || task.state === 'verified') && isAfterDeadline(task.doneOn, task.dueOn);

/** Days before the deadline from which a task is due soon; the office may set another (design, no rule). */
export const DEFAULT_SOON_DAYS = 10;

/** Overdue or due soon as of a day; null once done, verified or no longer fitting. The deadline's own day is in time. */
export function taskTiming(
  task: { state: TaskState; dueOn: string },
  day: string,
  soonDays: number = DEFAULT_SOON_DAYS,
): 'overdue' | 'dueSoon' | null {
  if (task.state === 'done' || task.state === 'verified' || task.state === 'notFitting') return null;
  if (task.dueOn < day) return 'overdue';
  return daysBetween(day, task.dueOn) <= soonDays ? 'dueSoon' : null;
}

/**
 * The state that a task had on a day: a result or a confirmation that came later does not count yet. Before its
 * result a task counts as under way.
 */
export function stateOn(
  { state, doneOn, verifiedOn }: { state: TaskState; doneOn: string | null; verifiedOn: string | null },
  day: string,
): TaskState {
  if (state !== 'done' && state !== 'verified') return state;
  if (doneOn !== null && doneOn > day) return 'doing';
  return state === 'verified' && verifiedOn !== null && verifiedOn > day ? 'done' : state;
}

/**
 * The percent (0-100) that a task had on a day: its own, unless something of it came later; then that of the last
 * note up to the day.
 * @param notes in the order of their days
 */
export function progressOn(
  task: { state: TaskState; doneOn: string | null; verifiedOn: string | null; progress: number },
  notes: readonly { onDay: string; progress: number | null }[],
  day: string,
): number {
  const told = notes.filter((note) => note.progress !== null);
  const cameLater = stateOn(task, day) === 'doing' && task.state !== 'doing';
  if (!cameLater && !told.some((note) => note.onDay > day)) return task.progress;
  return told.findLast((note) => note.onDay <= day)?.progress ?? 0;
}
