import type { z } from 'zod';
import type { TaskList, taskListInput } from '../../../db/contract/remediation.ts';

export type Show = z.output<typeof taskListInput>['show'];

/** What the page adds to year, unit and search of the top bar. */
export interface TaskFilter {
  everyYear: boolean;
  show: Show;
  /** As `assigneeKey` makes it; '' for everyone. */
  assignee: string;
  /** 'YYYY-MM-DD'; null is today. */
  asOf: string | null;
}

export const wholeList: TaskFilter = { everyYear: false, show: 'all', assignee: '', asOf: null };

type Assignee = Pick<TaskList['assignees'][number], 'assigneeId' | 'name'>;

/** A person by id, one without a record by name. */
export const assigneeKey = ({ assigneeId, name }: Assignee): string =>
  assigneeId === null ? `=${name}` : String(assigneeId);

export const assigneeOf = (key: string): { assigneeId: number | null; assigneeName: string } => {
  if (key === '') return { assigneeId: null, assigneeName: '' };
  return key.startsWith('=')
    ? { assigneeId: null, assigneeName: key.slice(1) }
    : { assigneeId: Number(key), assigneeName: '' };
};
