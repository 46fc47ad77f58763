import { yearSources } from '../contract/vi/workbooks.ts';
import type { CellValue, SheetKind, SheetWarning } from '../contract/workbooks.ts';
import type { ClassifiedRow } from './classify-rows.ts';
import type { MatchedColumn } from './match-columns.ts';
import { serialToDay } from './values-dates.ts';
import { parseDeadline } from './values-deadlines.ts';

/** Registers of one year's events: the days in them say the year better than a title copied from last year. */
const datedKinds: ReadonlySet<SheetKind> = new Set(['remediation', 'letterbox', 'petitions']);

const FULL_DATE = /\d{1,2}[-._ ]\d{1,2}[-._ ](?:19|20)\d{2}/g;
const YEAR = /(?<!\d)20\d{2}(?!\d)/g;

/** The one year that a file name bears beside no day: 'xep-loai-2024.xlsx' -> 2024. */
function yearOfFileName(fileName: string): number | null {
  const years = new Set(fileName.replace(FULL_DATE, ' ').match(YEAR) ?? []);
  const [year] = years;
  return year !== undefined && years.size === 1 ? Number(year) : null;
}

function yearOfCell(cell: CellValue | undefined): number | null {
  const text =
    cell?.type === 'date' ? (serialToDay(cell.serial) ?? '') : cell?.type === 'text' ? cell.text : '';
  const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(text)?.[0];
  return year === undefined ? null : Number(year);
}

/** The year of more than half of the days by which a register is kept; null when there is none. */
function yearOfDates(columns: readonly MatchedColumn[], rows: readonly ClassifiedRow[]): number | null {
  const dated = columns.filter(({ meaning }) => meaning === 'due' || meaning === 'openedOn');
  const counts = new Map<number, number>();
  let all = 0;
  for (const row of rows) {
    if (row.class !== 'data') continue;
    for (const { column } of dated) {
      const cell = row.raw?.cells[column];
      const year = yearOfCell(cell);
      // A day on which something continuous is looked at again is no day of the register's year.
      if (year === null || parseDeadline(cell).kind === 'always') continue;
      all += 1;
      counts.set(year, (counts.get(year) ?? 0) + 1);
    }
  }
  return [...counts].find(([, count]) => count * 2 > all)?.[0] ?? null;
}

/** What names a year, in a sheet and around it. */
export interface YearSources {
  fileName: string;
  titleYear: number | null;
  /** Year in the title of the rating column. */
  ratingYear: number | null;
}

/**
 * The year that a sheet is about. The title says it; in registers of events the days win over a title that was left
 * from last year; the file name comes last. What differs from the title is a warning.
 */
export function yearOfSheet(
  kind: SheetKind,
  { fileName, titleYear, ratingYear }: YearSources,
  columns: readonly MatchedColumn[],
  rows: readonly ClassifiedRow[],
): { year: number | null; warnings: SheetWarning[] } {
  const fileYear = yearOfFileName(fileName);
  const dateYear = datedKinds.has(kind) ? yearOfDates(columns, rows) : null;
  const used = dateYear ?? titleYear ?? ratingYear ?? fileYear;
  const other = dateYear !== null ? { year: dateYear, source: yearSources.dates } : null;
  const rival = other ?? (fileYear === null ? null : { year: fileYear, source: yearSources.fileName });
  if (titleYear === null || rival === null || rival.year === titleYear || used === null) {
    return { year: used, warnings: [] };
  }
  return {
    year: used,
    warnings: [{ code: 'YEAR_DIFFERS', params: { titleYear, used, year: rival.year, source: rival.source } }],
  };
}
