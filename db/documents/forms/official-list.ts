import type { Office } from '../../contract/office.ts';
import { officialCellText } from '../../contract/official-cells.ts';
import type { OfficialColumnId } from '../../contract/official-list.ts';
import type { OfficialRow } from '../../contract/officials.ts';
import { officialColumnTitles, officialListPaper as paper } from '../../contract/vi/official-list.ts';
import { officialFieldLabels, personLabels } from '../../contract/vi/officials.ts';
import { formatPartialDate } from '../../domain/dates.ts';
import { a4, type DocumentModel, type TableBlock, textWidthMm } from '../model.ts';
import { countText } from '../number-text.ts';
import { officeHead, tableSignatures } from '../office-blocks.ts';

/** A list of people with the columns and in the order of the screen. */
export interface OfficialListFigures {
  /** How many people there are, also when their rows are written elsewhere. */
  count: number;
  rows: readonly OfficialRow[];
  columns: readonly OfficialColumnId[];
  /** Lines under the title: unit, search, filters. */
  about: readonly string[];
  office: Office;
}

/** Shares of the width: a day and a number stand on one line, names and places wrap. */
const widths: Partial<Record<OfficialColumnId, number>> = {
  birthDate: 20,
  admittedOn: 20,
  fullMemberOn: 20,
  gender: 12,
  partyCardNo: 22,
  partyFileNo: 20,
  ethnicity: 16,
  religion: 18,
  citizenId: 26,
  schooling: 18,
  membershipStatus: 24,
  participationStatus: 24,
  status: 24,
};
const WIDE = 36;
const NUMBER_MM = 12;
const NAME = 40;
const days: ReadonlySet<OfficialColumnId> = new Set(['birthDate', 'admittedOn', 'fullMemberOn']);
export const isDayColumn = (id: OfficialColumnId): boolean => days.has(id);

function tableOf({ rows, columns }: OfficialListFigures): TableBlock {
  const shares = columns.map((column) => widths[column] ?? WIDE);
  const room = textWidthMm(a4('landscape')) - NUMBER_MM;
  const scale = room / shares.reduce((sum, share) => sum + share, NAME);
  const head = [
    personLabels.rowNo,
    officialFieldLabels.fullName,
    ...columns.map((id) => officialColumnTitles[id]),
  ];
  // A figure that has less room than it needs wraps like any text instead of running over its border.
  const fits = scale > 0.9;
  return {
    kind: 'table',
    fontPt: 11,
    columns: [
      { widthMm: NUMBER_MM, align: 'center', wrap: false },
      { widthMm: NAME * scale, align: 'left', wrap: true },
      ...columns.map((id, index) => ({
        widthMm: (shares[index] ?? WIDE) * scale,
        align: isDayColumn(id) ? ('center' as const) : ('left' as const),
        wrap: !(isDayColumn(id) && fits),
      })),
    ],
    head: [head.map((text) => ({ text, colSpan: 1, rowSpan: 1 }))],
    numbering: head.map((_title, index) => String(index + 1)),
    rows: rows.map((row, index) => ({
      kind: 'body',
      cells: [
        { text: countText(index + 1) },
        { text: row.fullName },
        ...columns.map((id) => ({ text: officialCellText(id, row) })),
      ],
    })),
  };
}

/** The list as an A4 landscape document; `printedOn` is a calendar day 'YYYY-MM-DD'. */
export function officialListDocument(list: OfficialListFigures, printedOn: string): DocumentModel {
  return {
    name: paper.title,
    fileName: paper.fileName(printedOn),
    page: a4('landscape'),
    blocks: [
      officeHead(list.office, printedOn),
      {
        kind: 'title',
        title: paper.title,
        lines: [...list.about.map((text) => ({ text })), { text: `(${asOf(printedOn)})`, italic: true }],
        rule: true,
      },
      tableOf(list),
      { kind: 'notes', label: '', lines: [paper.count(list.count)] },
      tableSignatures(list.office),
    ],
  };
}

const asOf = (day: string): string => paper.asOf(formatPartialDate(day));
