import { z } from 'zod';
import { shortcomingOutcomes, taskStates } from '../domain/cycle.ts';
import { calendarDay, id, line, page, requiredText, reviewYear, text, version } from './schemas.ts';

/** One task as a list shows it. `state` and `timing` are those of the day that the list is asked for. */
const taskRow = z.object({
  taskId: id,
  version,
  year: z.int(),
  organizationId: id.nullable(),
  organizationName: z.string(),
  /** Null for a task that came from a sheet without its review. */
  shortcomingId: id.nullable(),
  /** Whose review the shortcoming stands in; '' when there is none. */
  reviewOf: z.string(),
  shortcomingText: z.string(),
  cause: z.string(),
  measure: z.string(),
  assigneeId: id.nullable(),
  assigneeName: z.string(),
  coordinatingBody: z.string(),
  startsOn: z.string().nullable(),
  dueOn: z.string(),
  /** "Thường xuyên": the deadline is the day on which it is looked at again. */
  continuous: z.boolean(),
  product: z.string(),
  state: z.enum(taskStates),
  timing: z.enum(['overdue', 'dueSoon']).nullable(),
  progress: z.int(),
  result: z.string(),
  lateReason: z.string(),
  doneOn: z.string().nullable(),
  verifiedById: id.nullable(),
  verifiedByName: z.string(),
  verifiedOn: z.string().nullable(),
  note: z.string(),
});
export type TaskRow = z.infer<typeof taskRow>;

export const taskListInput = z.object({
  /** Null: of every year. */
  year: reviewYear.nullable(),
  organizationId: id.nullable().default(null),
  /** Null: of everyone. */
  assigneeId: id.nullable().default(null),
  /** One who stands in no record, as written; '' for no such filter. */
  assigneeName: line(200).default(''),
  show: z.enum(['all', 'open', 'overdue', 'dueSoon', 'doneLate', ...taskStates]).default('all'),
  search: line(120).default(''),
  /** The day that overdue is counted on; null: today. */
  asOf: calendarDay.nullable().default(null),
  ...page,
});
const taskCounts = z.object({
  total: z.int(),
  /** Neither verified nor given up. */
  open: z.int(),
  overdue: z.int(),
  dueSoon: z.int(),
  /** Done or verified, with a result after its deadline. */
  doneLate: z.int(),
  planned: z.int(),
  doing: z.int(),
  done: z.int(),
  verified: z.int(),
  reopened: z.int(),
  notFitting: z.int(),
});
export type TaskCounts = z.infer<typeof taskCounts>;
export const taskList = z.object({
  day: calendarDay,
  total: z.int(),
  rows: z.array(taskRow),
  counts: taskCounts,
  /** Who answers for the tasks of the scope, in the order of names; null is one who stands in no record. */
  assignees: z.array(z.object({ assigneeId: id.nullable(), name: z.string(), tasks: z.int() })),
});
export type TaskList = z.infer<typeof taskList>;

export const taskInput = z.object({ taskId: id });
export const task = taskRow.extend({
  notes: z.array(z.object({ id, onDay: z.string(), text: z.string(), progress: z.int().nullable() })),
  /** Where its shortcoming came up again: in pledges, and in later reviews with what became of it. */
  carried: z.array(
    z.discriminatedUnion('into', [
      z.object({ into: z.literal('pledge'), year: z.int(), text: z.string() }),
      z.object({
        into: z.literal('review'),
        year: z.int(),
        outcome: z.enum(shortcomingOutcomes).nullable(),
        text: z.string(),
      }),
    ]),
  ),
});
export type Task = z.infer<typeof task>;

export const saveTaskInput = z.object({
  /** Null adds one, with version 0. */
  taskId: id.nullable(),
  version: z.int().min(0),
  year: reviewYear,
  organizationId: id.nullable(),
  shortcomingId: id.nullable(),
  /** Taken from the shortcoming when there is one. */
  shortcomingText: text(2000),
  cause: text(2000),
  measure: text(2000),
  assigneeId: id.nullable(),
  assigneeName: line(200),
  coordinatingBody: line(300),
  startsOn: calendarDay.nullable(),
  dueOn: calendarDay.nullable(),
  continuous: z.boolean().default(false),
  product: text(1000),
  note: text(1000),
});
export const stepTaskInput = z.object({
  taskId: id,
  version,
  to: z.enum(taskStates),
  reason: line(500).default(''),
  result: text(2000).default(''),
  doneOn: calendarDay.nullable().default(null),
  verifiedById: id.nullable().default(null),
  verifiedByName: line(200).default(''),
  verifiedOn: calendarDay.nullable().default(null),
});
export const addTaskNoteInput = z.object({
  taskId: id,
  version,
  onDay: calendarDay,
  text: requiredText(2000),
  progress: z.int().min(0, { error: 'OUT_OF_RANGE' }).max(100, { error: 'OUT_OF_RANGE' }).nullable(),
  /** Why it is late, as of now; '' leaves what is known. */
  lateReason: line(500).default(''),
});
export const removeTaskInput = z.object({ taskId: id, version });

/** Shortcomings of the year's reviews, each with how many tasks it has: those without any wait for one. */
export const findingsInput = z.object({
  year: reviewYear,
  organizationId: id.nullable().default(null),
  show: z.enum(['all', 'withoutTask']).default('withoutTask'),
});
export const findings = z.object({
  findings: z.array(
    z.object({
      shortcomingId: id,
      reviewId: id,
      /** 0: of the review of the year. */
      quarter: z.int(),
      subject: z.string(),
      officialId: id.nullable(),
      organizationId: id.nullable(),
      organizationName: z.string(),
      sectionId: z.string(),
      text: z.string(),
      cause: z.string(),
      tasks: z.int(),
    }),
  ),
});
export type Findings = z.infer<typeof findings>;

/** The list as it is shown, as a table on paper and in Excel. */
export const taskListDocument = taskListInput
  .omit({ offset: true, limit: true })
  .extend({ kind: z.literal('remediation-list') });
const planOfUnit = {
  year: reviewYear,
  /** Null: of the whole office. */
  organizationId: id.nullable(),
};
export const remediationPlanDocument = z.object({ kind: z.literal('remediation-plan'), ...planOfUnit });
export const followUpDocument = z.object({
  kind: z.literal('remediation-report'),
  ...planOfUnit,
  /** The day that the progress stands for. */
  asOf: calendarDay,
});
