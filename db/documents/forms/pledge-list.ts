import type { Office } from '../../contract/office.ts';
import type { PledgeCounts, PledgeRow } from '../../contract/pledges.ts';
import { pledgeListPaperText as texts } from '../../contract/vi/forms-pledge-list.ts';
import { pledgeStatusNames, pledgesText, pledgeVariantShortNames } from '../../contract/vi/pledges.ts';
import { formatPartialDate } from '../../domain/dates.ts';
import { a4, type DocumentModel, textWidthMm } from '../model.ts';
import { officeHead, tableSignatures } from '../office-blocks.ts';
import { type Column, taskTable } from './remediation-table.ts';

export interface PledgeListPaper {
  year: number;
  rows: readonly PledgeRow[];
  /** Of everyone in the unit, whatever the list shows. */
  counts: PledgeCounts;
  /** The list is of those who have not filed. */
  notSigned: boolean;
  /** Lines under the title: unit, filter, search. */
  about: readonly string[];
  office: Office;
}

const day = (text: string | null): string => (text === null ? '' : formatPartialDate(text));
const { columns: titles } = texts;
/** Shares of the width. */
const name: Column<PledgeRow> = { title: titles.name, widthMm: 44, text: (row) => row.fullName };
const birthDate: Column<PledgeRow> = {
  title: titles.birthDate,
  widthMm: 24,
  text: (row) => day(row.birthDate),
  narrow: true,
};
const unit: Column<PledgeRow> = { title: titles.unit, widthMm: 48, text: (row) => row.organizationName };
const status: Column<PledgeRow> = {
  title: titles.status,
  widthMm: 26,
  text: (row) => pledgeStatusNames[row.status],
};
const reasonOf = (row: PledgeRow): string =>
  row.status === 'returned' ? row.returnedReason : row.notFiledReason;
const reason: Column<PledgeRow> = { title: titles.reason, widthMm: 44, text: reasonOf };

const columnsOf = (notSigned: boolean): readonly Column<PledgeRow>[] =>
  notSigned
    ? [name, birthDate, unit, status, { ...reason, widthMm: 80 }]
    : [
        name,
        birthDate,
        unit,
        { title: titles.variant, widthMm: 30, text: (row) => pledgeVariantShortNames[row.variant] },
        status,
        { title: titles.signedOn, widthMm: 24, text: (row) => day(row.signedOn), narrow: true },
        { title: titles.confirmedBy, widthMm: 36, text: (row) => row.confirmedBy },
        reason,
      ];

const ORDER_MM = 10;

/** The list as an A4 landscape document; `printedOn` is a calendar day 'YYYY-MM-DD'. */
export function pledgeListDocument(list: PledgeListPaper, printedOn: string): DocumentModel {
  const { year, notSigned, counts } = list;
  const page = a4('landscape');
  const columns = columnsOf(notSigned);
  const scale = (textWidthMm(page) - ORDER_MM) / columns.reduce((sum, { widthMm }) => sum + widthMm, 0);
  const signed = pledgesText.signed(counts.signed, counts.base, counts.signedPercent);
  return {
    name: texts.name,
    fileName: (notSigned ? texts.fileNameNotSigned : texts.fileName)(year, printedOn),
    page,
    blocks: [
      officeHead(list.office, printedOn),
      {
        kind: 'title',
        title: (notSigned ? texts.titleNotSigned : texts.title)(year),
        lines: [
          ...list.about.map((text) => ({ text })),
          { text: texts.asOf(formatPartialDate(printedOn)), italic: true },
        ],
        rule: true,
      },
      taskTable(
        columns.map((column) => ({ ...column, widthMm: column.widthMm * scale })),
        list.rows,
      ),
      { kind: 'notes', label: '', lines: [texts.count(list.rows.length, signed)] },
      tableSignatures(list.office),
    ],
  };
}
