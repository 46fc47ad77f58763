import type { Office } from '../../contract/office.ts';
import { remediationTexts as texts } from '../../contract/vi/forms-remediation.ts';
import { dueWords } from '../../contract/vi/remediation.ts';
import { formatPartialDate } from '../../domain/dates.ts';
import { a4, type DocumentModel } from '../model.ts';
import { officeHead, tableSignatures } from '../office-blocks.ts';
import type { FollowUpTaskPaper } from './remediation-table.ts';
import { type Column, taskTable } from './remediation-table.ts';

/** A task as the list on the screen has it. */
export interface ListedTaskPaper extends FollowUpTaskPaper {
  unit: string;
  /** State in words, with "quá hạn" where it is. */
  state: string;
}

export interface TaskListPaper {
  tasks: readonly ListedTaskPaper[];
  /** Lines under the title: year, unit, filters. */
  about: readonly string[];
  office: Office;
  /** 'YYYY-MM-DD': the day that state and percent stand for. */
  asOf: string;
}

const { columns: titles } = texts;
const columns: readonly Column<ListedTaskPaper>[] = [
  { title: titles.unit, widthMm: 26, text: (task) => task.unit },
  { title: titles.shortcoming, widthMm: 40, text: (task) => task.shortcoming },
  { title: titles.measure, widthMm: 40, text: (task) => task.measure },
  { title: titles.responsible, widthMm: 25, text: (task) => task.responsible },
  { title: titles.coordinating, widthMm: 20, text: (task) => task.coordinating },
  { title: titles.due, widthMm: 22, text: dueWords },
  { title: titles.progress, widthMm: 13, text: (task) => String(task.progressPercent), narrow: true },
  { title: titles.state, widthMm: 22, text: (task) => task.state },
  { title: titles.result, widthMm: 22, text: (task) => task.result },
  { title: titles.lateReason, widthMm: 18, text: (task) => task.lateReason },
  { title: titles.note, widthMm: 14, text: (task) => task.note },
];

/** The list as an A4 landscape document; `printedOn` is a calendar day 'YYYY-MM-DD'. */
export function taskListDocument(list: TaskListPaper, printedOn: string): DocumentModel {
  return {
    name: texts.listName,
    fileName: texts.listFileName(printedOn),
    page: a4('landscape'),
    blocks: [
      officeHead(list.office, printedOn),
      {
        kind: 'title',
        title: texts.listTitle,
        lines: [
          ...list.about.map((text) => ({ text })),
          { text: texts.listAsOf(formatPartialDate(list.asOf)), italic: true },
        ],
        rule: true,
      },
      taskTable(columns, list.tasks),
      { kind: 'notes', label: '', lines: [texts.listCount(list.tasks.length)] },
      tableSignatures(list.office),
    ],
  };
}
