import type { Office } from '../../db/contract/office.ts';
import type { RatingSummary } from '../../db/contract/reports.ts';
import type { Summary, SummaryRow } from '../../db/contract/summaries.ts';
import { summaryDocument } from '../../db/documents/forms/summary.ts';
import { summaryFaults } from '../../db/domain/summaries.ts';
import { summaryWorkbook } from '../../db/excel/export/summary-workbook.ts';

export const office: Office = {
  name: 'Văn phòng Đảng ủy xã Sông Mây',
  superiorHead: 'ĐẢNG BỘ TỈNH ĐÔNG SƠN',
  issuingHead: 'ĐẢNG ỦY XÃ SÔNG MÂY',
  placeName: 'Sông Mây',
  signatureAuthority: 'T/M ĐẢNG ỦY',
  signatureTitle: 'BÍ THƯ',
  signerName: 'Hoàng Quang Lâm',
  version: 1,
};

/** excellent, good, completed, notCompleted, unrated, exempt */
type Counts = readonly [number, number, number, number, number, number];

function figures([
  excellent,
  good,
  completed,
  notCompleted,
  unrated,
  exempt,
]: Counts): RatingSummary['total'] {
  const rated = excellent + good + completed + notCompleted;
  const toRate = rated + unrated;
  return {
    members: toRate + exempt,
    exempt,
    toRate,
    rated,
    counts: { excellent, good, completed, notCompleted, unrated },
  };
}

/** A table of the given units whose total is added up here, apart from the code under test. */
export function summaryOf(units: ReadonlyArray<readonly [name: string, counts: Counts]>): RatingSummary {
  const sum = [0, 0, 0, 0, 0, 0] as [number, number, number, number, number, number];
  for (const [, counts] of units) {
    counts.forEach((count, index) => {
      sum[index] = (sum[index] ?? 0) + count;
    });
  }
  return {
    year: 2024,
    countedOn: '2024-12-31',
    rows: units.map(([organizationName, counts], index) => ({
      organizationId: index + 1,
      organizationName,
      ...figures(counts),
    })),
    total: figures(sum),
  };
}

/** Six cells with the totals of the sample ratings of 2024 (14 / 72 / 25 / 0) and figures that differ everywhere. */
export const sixCells = (): RatingSummary =>
  summaryOf([
    ['Chi bộ thôn Tà Pình', [1, 17, 6, 0, 2, 1]],
    ['Chi bộ thôn Suối Bạc', [3, 9, 4, 0, 0, 0]],
    ['Chi bộ Công an', [2, 11, 3, 0, 1, 0]],
    ['Chi bộ Trường THCS Bản Sen', [4, 13, 5, 0, 0, 2]],
    ['Chi bộ Văn phòng', [0, 15, 7, 0, 3, 0]],
    ['Chi bộ Trường Tiểu học Suối Bạc', [4, 7, 0, 0, 0, 3]],
  ]);

const plainLook = { hideSmall: false };
const rowOf = (key: string, name: string, { counts, ...figures }: RatingSummary['total']): SummaryRow => {
  const { members, exempt, toRate, rated } = figures;
  return {
    key,
    name,
    officialId: null,
    counts: { members, exempt, toRate, rated, ...counts },
    before: null,
    texts: {},
  };
};

/** Table 5a as the engine of all summary tables gives it. */
export const asSummary = ({ year, countedOn, rows, total }: RatingSummary): Summary => ({
  table: '5a',
  year,
  quarter: 0,
  countedOn,
  days: null,
  missing: null,
  comparedWith: null,
  rows: rows.map((row) => rowOf(`unit:${row.organizationId}`, row.organizationName, row)),
  total: rowOf('total', 'Tổng cộng', total),
  groups: [],
  rule: '',
  faults: [],
});

/** Table 5a with the differences from the year before, in which nobody was rated. */
export function comparedDocument(summary: RatingSummary, settings: Office, printedOn: string) {
  const table = asSummary(summary);
  const before = Object.fromEntries(Object.keys(table.total.counts).map((figure) => [figure, 0]));
  const compared = (row: SummaryRow): SummaryRow => ({ ...row, before });
  return summaryDocument(
    {
      ...table,
      comparedWith: { year: summary.year - 1, quarter: 0, opened: true },
      rows: table.rows.map(compared),
      total: compared(table.total),
    },
    settings,
    printedOn,
    plainLook,
  );
}

export const ratingSummaryFaults = (summary: RatingSummary): string[] => {
  const { rows, total } = asSummary(summary);
  return summaryFaults('5a', rows, total.counts);
};
export const ratingSummaryDocument = (summary: RatingSummary, settings: Office, printedOn: string) =>
  summaryDocument(asSummary(summary), settings, printedOn, plainLook);
export const ratingSummaryWorkbook = (summary: RatingSummary, settings: Office, printedOn: string) =>
  summaryWorkbook(asSummary(summary), settings, printedOn, plainLook);
