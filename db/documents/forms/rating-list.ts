import type { Office } from '../../contract/office.ts';
import type { RatingRow } from '../../contract/ratings.ts';
import { ratingListPaperText as texts } from '../../contract/vi/forms-rating-list.ts';
import { ratingLevelNames } from '../../contract/vi/ratings.ts';
import { formatPartialDate } from '../../domain/dates.ts';
import type { RatingLevel } from '../../domain/ratings.ts';
import { a4, type DocumentModel, textWidthMm } from '../model.ts';
import { officeHead, tableSignatures } from '../office-blocks.ts';
import { type Column, taskTable } from './remediation-table.ts';

export interface RatingListPaper {
  year: number;
  quarter: number;
  of: 'member' | 'leader';
  rows: readonly RatingRow[];
  /** Name of the unit, '' for the whole office. */
  unit: string;
  office: Office;
}

const { columns: titles } = texts;
const levelText = (level: RatingLevel | null): string => (level === null ? '' : ratingLevelNames[level]);
/** Shares of the width. */
const columns: readonly Column<RatingRow>[] = [
  { title: titles.name, widthMm: 40, text: (row) => row.fullName },
  {
    title: titles.birthDate,
    widthMm: 22,
    text: (row) => (row.birthDate === null ? '' : formatPartialDate(row.birthDate)),
    narrow: true,
  },
  { title: titles.unit, widthMm: 38, text: (row) => row.organizationName },
  { title: titles.post, widthMm: 30, text: (row) => row.post },
  { title: titles.self, widthMm: 28, text: (row) => levelText(row.selfLevel) },
  { title: titles.proposed, widthMm: 28, text: (row) => levelText(row.proposedLevel) },
  { title: titles.decided, widthMm: 28, text: (row) => levelText(row.decidedLevel) },
  { title: titles.unratedReason, widthMm: 28, text: (row) => row.unratedReason },
  { title: titles.note, widthMm: 24, text: (row) => row.note },
];
const ORDER_MM = 10;

/** The list as an A4 landscape document; `printedOn` is a calendar day 'YYYY-MM-DD'. */
export function ratingListDocument(list: RatingListPaper, printedOn: string): DocumentModel {
  const page = a4('landscape');
  const scale = (textWidthMm(page) - ORDER_MM) / columns.reduce((sum, { widthMm }) => sum + widthMm, 0);
  return {
    name: texts.name(list.of),
    fileName: texts.fileName(list, printedOn),
    page,
    blocks: [
      officeHead(list.office, printedOn),
      {
        kind: 'title',
        title: texts.title(list),
        lines: [
          ...(list.unit === '' ? [] : [{ text: texts.unit(list.unit) }]),
          { text: texts.asOf(formatPartialDate(printedOn)), italic: true },
        ],
        rule: true,
      },
      taskTable(
        columns.map((column) => ({ ...column, widthMm: column.widthMm * scale })),
        list.rows,
      ),
      { kind: 'notes', label: '', lines: [texts.count(list.rows.length)] },
      tableSignatures(list.office),
    ],
  };
}
