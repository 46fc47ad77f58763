import { formCommonTexts } from '../../contract/vi/forms-common.ts';
import { remediationTexts as texts } from '../../contract/vi/forms-remediation.ts';
import { dueWords } from '../../contract/vi/remediation.ts';
import { formatPartialDate } from '../../domain/dates.ts';
import { a4, type DocumentPart, type TableBlock } from '../model.ts';

/** One task of a plan; days are 'YYYY-MM-DD'. */
export interface RemediationTaskPaper {
  shortcoming: string;
  cause: string;
  measure: string;
  responsible: string;
  coordinating: string;
  dueOn: string;
  /** "Thường xuyên": `dueOn` is the day on which it is looked at again. */
  continuous: boolean;
  product: string;
  note: string;
}

export interface FollowUpTaskPaper extends RemediationTaskPaper {
  /** 0-100 */
  progressPercent: number;
  result: string;
  lateReason: string;
}

export interface Column<Task> {
  title: string;
  widthMm: number;
  text: (task: Task) => string;
  narrow?: boolean;
}

const { columns } = texts;
const planColumns: readonly Column<RemediationTaskPaper>[] = [
  { title: columns.shortcoming, widthMm: 42, text: (task) => task.shortcoming },
  { title: columns.cause, widthMm: 33, text: (task) => task.cause },
  { title: columns.measure, widthMm: 48, text: (task) => task.measure },
  { title: columns.responsible, widthMm: 28, text: (task) => task.responsible },
  { title: columns.coordinating, widthMm: 24, text: (task) => task.coordinating },
  { title: columns.due, widthMm: 22, text: dueWords },
  { title: columns.product, widthMm: 27, text: (task) => task.product },
  { title: columns.note, widthMm: 18, text: (task) => task.note },
];

const followUpColumns = (day: string): readonly Column<FollowUpTaskPaper>[] => [
  { title: columns.shortcoming, widthMm: 33, text: (task) => task.shortcoming },
  { title: columns.cause, widthMm: 24, text: (task) => task.cause },
  { title: columns.measure, widthMm: 35, text: (task) => task.measure },
  { title: columns.responsible, widthMm: 21, text: (task) => task.responsible },
  { title: columns.coordinating, widthMm: 18, text: (task) => task.coordinating },
  { title: columns.due, widthMm: 21, text: dueWords },
  { title: columns.product, widthMm: 19, text: (task) => task.product },
  { title: columns.progress, widthMm: 13, text: (task) => String(task.progressPercent), narrow: true },
  { title: columns.resultOn(formatPartialDate(day)), widthMm: 24, text: (task) => task.result },
  { title: columns.lateReason, widthMm: 20, text: (task) => task.lateReason },
  { title: columns.note, widthMm: 14, text: (task) => task.note },
];

const ORDER_MM = 10;

export function taskTable<Task>(list: readonly Column<Task>[], tasks: readonly Task[]): TableBlock {
  return {
    kind: 'table',
    fontPt: 11.5,
    columns: [
      { widthMm: ORDER_MM, align: 'center', wrap: false },
      ...list.map(
        ({ widthMm, narrow = false }) =>
          ({ widthMm, align: narrow ? 'center' : 'left', wrap: !narrow }) as const,
      ),
    ],
    head: [
      [formCommonTexts.orderShort, ...list.map(({ title }) => title)].map((text) => ({
        text,
        colSpan: 1,
        rowSpan: 1,
      })),
    ],
    numbering: null,
    rows: tasks.map((task, index) => ({
      kind: 'body',
      cells: [{ text: String(index + 1) }, ...list.map(({ text }) => ({ text: text(task) }))],
    })),
  };
}

function annex(abstract: string, origin: string, table: TableBlock): DocumentPart {
  return {
    page: a4('landscape'),
    blocks: [
      {
        kind: 'title',
        title: texts.annexTitle,
        lines: [
          { text: abstract, bold: true },
          { text: origin, italic: true },
        ],
        rule: true,
      },
      table,
    ],
  };
}

export const planAnnex = (
  year: number,
  origin: string,
  tasks: readonly RemediationTaskPaper[],
): DocumentPart => annex(texts.annexPlan(year), origin, taskTable(planColumns, tasks));

/** `day`: the day the progress stands for. */
export const followUpAnnex = (
  day: string,
  origin: string,
  tasks: readonly FollowUpTaskPaper[],
): DocumentPart =>
  annex(texts.annexReport(formatPartialDate(day)), origin, taskTable(followUpColumns(day), tasks));
