import type { Findings, Task } from '../../../db/contract/remediation.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { formatDate } from '../../lib/format.ts';

export type Finding = Findings['findings'][number];

/** What the form is about: a task that stands, or a new one, for a finding of a review or for none. */
export type TaskSubject =
  | { is: 'task'; task: Task }
  | { is: 'new'; year: number; organizationId: number | null; finding: Finding | null };

/** The form, all as text. */
export interface TaskFormValues {
  shortcomingText: string;
  cause: string;
  measure: string;
  assigneeId: string;
  assigneeName: string;
  coordinatingBody: string;
  startsOn: string;
  dueOn: string;
  continuous: boolean;
  product: string;
  note: string;
  organizationId: string;
}
export const taskFormFields = [
  'shortcomingText',
  'cause',
  'measure',
  'assigneeName',
  'coordinatingBody',
  'startsOn',
  'dueOn',
  'continuous',
  'product',
  'note',
  'organizationId',
] as const;

const idText = (id: number | null): string => (id === null ? '' : String(id));
export const idOf = (text: string): number | null => (text === '' ? null : Number(text));

/** A finding brings its text, its cause, its unit and the one whose review it stands in. */
export function valuesOfSubject(subject: TaskSubject): TaskFormValues {
  if (subject.is === 'task') return valuesOfTask(subject.task);
  const { finding } = subject;
  return {
    shortcomingText: finding?.text ?? '',
    cause: finding?.cause ?? '',
    measure: '',
    assigneeId: idText(finding?.officialId ?? null),
    assigneeName: finding?.officialId == null ? '' : finding.subject,
    coordinatingBody: '',
    startsOn: '',
    dueOn: '',
    continuous: false,
    product: '',
    note: '',
    organizationId: idText(finding?.organizationId ?? subject.organizationId),
  };
}

const valuesOfTask = (task: Task): TaskFormValues => ({
  shortcomingText: task.shortcomingText,
  cause: task.cause,
  measure: task.measure,
  assigneeId: idText(task.assigneeId),
  assigneeName: task.assigneeName,
  coordinatingBody: task.coordinatingBody,
  startsOn: formatDate(task.startsOn),
  dueOn: formatDate(task.dueOn),
  continuous: task.continuous,
  product: task.product,
  note: task.note,
  organizationId: idText(task.organizationId),
});

/** What `remediation.save` takes besides id, version, year and shortcoming. */
export const savedValues = ({ assigneeId, startsOn, dueOn, organizationId, ...texts }: TaskFormValues) => ({
  ...texts,
  assigneeId: idOf(assigneeId),
  startsOn: parseTypedDate(startsOn),
  dueOn: parseTypedDate(dueOn),
  organizationId: idOf(organizationId),
});

/** The same of a task, to put it back as it was. */
export const contentOfTask = (task: Task) => savedValues(valuesOfTask(task));
