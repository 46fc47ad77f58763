import type { ReadHandle } from '../connection/open.ts';
import type { DocumentRequest } from '../contract/documents.ts';
import { AppError } from '../contract/errors.ts';
import type { PaperParticulars } from '../contract/paper-particulars.ts';
import type { TaskRow } from '../contract/remediation.ts';
import { remediationTexts as texts } from '../contract/vi/forms-remediation.ts';
import { showNames, stateWords } from '../contract/vi/remediation.ts';
import type { FollowUpPaper, RemediationPlanPaper } from '../documents/forms/remediation.ts';
import type { ListedTaskPaper, TaskListPaper } from '../documents/forms/remediation-list.ts';
import type { FollowUpTaskPaper } from '../documents/forms/remediation-table.ts';
import { particularHeads, particularSignature } from '../documents/particulars.ts';
import { dayOf } from '../domain/dates.ts';
import { officeOnPaper } from '../records/office.ts';
import { allOrganizations } from '../records/organizations.ts';
import { particularsOnPaper } from '../records/paper-particulars.ts';
import { type PaperSubject, planSubject, reportSubject } from '../records/paper-subjects.ts';
import { unitsOnPaper } from '../records/unit-heads.ts';
import { chosenTasks, countsOf } from './remediation-list.ts';

type RequestOf<K extends DocumentRequest['kind']> = Extract<DocumentRequest, { kind: K }>;

const taskPaper = (row: TaskRow): FollowUpTaskPaper => ({
  shortcoming: row.shortcomingText,
  cause: row.cause,
  measure: row.measure,
  responsible: row.assigneeName,
  coordinating: row.coordinatingBody,
  dueOn: row.dueOn,
  continuous: row.continuous,
  product: row.product,
  note: row.note,
  progressPercent: row.progress,
  result: row.result,
  lateReason: row.lateReason,
});

/** The tasks of a year and unit as they stood on a day. @throws AppError TASKS_EMPTY */
function tasksOfUnit(db: ReadHandle, year: number, organizationId: number | null, asOf: string): TaskRow[] {
  const { rows } = chosenTasks(db, {
    year,
    organizationId,
    assigneeId: null,
    assigneeName: '',
    show: 'all',
    search: '',
    asOf,
  });
  if (rows.length === 0) throw new AppError('TASKS_EMPTY');
  return rows;
}

/** What both papers begin and end with: as it was kept for the paper, else by the settings as of its day. */
function frameOf(db: ReadHandle, subject: PaperSubject, particulars: PaperParticulars) {
  const { year, organizationId, day } = subject;
  return {
    year,
    heads: particularHeads(particulars, day.slice(0, 4)),
    collective: unitsOnPaper(db, day)(organizationId).name,
    basis: particulars.basis,
    signature: particularSignature(particulars),
    recipients: particulars.recipients,
  };
}

/** The plan after the review of a year, issued by the end of the first quarter after it. @throws AppError TASKS_EMPTY */
export function remediationPlanPaper(
  db: ReadHandle,
  { year, organizationId }: RequestOf<'remediation-plan'>,
): RemediationPlanPaper {
  const subject = planSubject(year, organizationId);
  const particulars = particularsOnPaper(db, subject);
  const { aims, carryingOut } = particulars;
  return {
    ...frameOf(db, subject, particulars),
    aims,
    carryingOut,
    tasks: tasksOfUnit(db, year, organizationId, dayOf(new Date()))
      .filter(({ state }) => state !== 'notFitting')
      .map(taskPaper),
  };
}

/** What became of the plan up to a day. @throws AppError TASKS_EMPTY */
export function followUpPaper(
  db: ReadHandle,
  { year, organizationId, asOf }: RequestOf<'remediation-report'>,
): FollowUpPaper {
  const rows = tasksOfUnit(db, year, organizationId, asOf);
  const counts = countsOf(rows);
  const subject = reportSubject(year, organizationId, asOf);
  const particulars = particularsOnPaper(db, subject);
  const { results, late, next } = particulars;
  return {
    ...frameOf(db, subject, particulars),
    asOf,
    counts: {
      done: counts.done + counts.verified,
      doing: counts.doing + counts.reopened,
      planned: counts.planned,
      notFitting: counts.notFitting,
      overdue: counts.overdue,
    },
    results,
    late,
    next,
    tasks: rows.map(taskPaper),
  };
}

/** The list as the screen shows it. @throws AppError TASKS_EMPTY, LIST_TOO_LONG */
export function taskListPaper(
  db: ReadHandle,
  input: RequestOf<'remediation-list'>,
  limit: number,
): TaskListPaper {
  const { day, rows, ofScope } = chosenTasks(db, input);
  if (rows.length === 0) throw new AppError('TASKS_EMPTY');
  if (rows.length > limit) throw new AppError('LIST_TOO_LONG', { params: { count: rows.length, limit } });
  const unit = allOrganizations(db, day).find((each) => each.id === input.organizationId);
  const assignee =
    input.assigneeId === null
      ? input.assigneeName
      : (ofScope.find((row) => row.assigneeId === input.assigneeId)?.assigneeName ?? '');
  return {
    asOf: day,
    office: officeOnPaper(db, input.organizationId, day),
    about: [
      texts.listYear(input.year),
      unit === undefined ? '' : texts.listUnit(unit.name),
      input.show === 'all' ? '' : texts.listShow(showNames[input.show].toLocaleLowerCase('vi')),
      assignee === '' ? '' : texts.listAssignee(assignee),
      input.search === '' ? '' : texts.listSearch(input.search),
    ].filter((line) => line !== ''),
    tasks: rows.map(
      (row): ListedTaskPaper => ({
        ...taskPaper(row),
        unit: row.organizationName,
        state: stateWords(row),
      }),
    ),
  };
}
