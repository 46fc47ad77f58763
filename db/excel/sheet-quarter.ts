import { periodNames } from '../contract/vi/cycles.ts';
import { columnPlace, yearSources } from '../contract/vi/workbooks.ts';
import type { SheetWarning } from '../contract/workbooks.ts';
import type { MatchedColumn } from './match-columns.ts';
import { quarterInName, quarterInTitle } from './quarter-titles.ts';
import { columnLetter } from './raw-sheet.ts';

/** What names a quarter around the columns of a sheet. */
export interface QuarterSources {
  /** Of the lines above the table. */
  title: number | null;
  sheetName: number | null;
  fileName: number | null;
}

/** The one quarter that the lines above a table name; null for none or several. */
function quarterOfTitles(titles: readonly string[]): number | null {
  const named = new Set(titles.map(quarterInTitle).filter((quarter) => quarter !== null));
  const [quarter] = named;
  return named.size === 1 ? (quarter ?? null) : null;
}

export const quarterSources = (
  titles: readonly string[],
  sheetName: string,
  fileName: string,
): QuarterSources => ({
  title: quarterOfTitles(titles),
  sheetName: quarterInName(sheetName),
  fileName: quarterInName(fileName.replace(/\.[^.]*$/, '')),
});

/** The quarter that a list of ratings is about before its columns are looked at; null when nothing says it. */
export const namedQuarter = ({ title, sheetName, fileName }: QuarterSources): number | null =>
  title ?? sheetName ?? fileName;

const isLevel = ({ meaning }: MatchedColumn): boolean =>
  meaning?.startsWith('rating') === true || meaning?.startsWith('mark') === true;

/**
 * Quarter of a list of ratings, 0 for the year: as the person says it, else as the head of the column that is read,
 * the title, the name of the sheet or of the file names it. What names another one is a warning, and so are columns of
 * other periods.
 */
export function quarterOfRatings(
  columns: readonly MatchedColumn[],
  sources: QuarterSources,
  chosen: number | undefined,
): { quarter: number; warnings: SheetWarning[] } {
  const read = columns.filter(isLevel);
  const others = columns.filter(({ isOfOtherPeriod }) => isOfOtherPeriod);
  const inColumn = read.map(({ title }) => quarterInTitle(title)).find((quarter) => quarter !== null) ?? null;
  // Beside columns of quarters one without any is that of the year.
  const ofColumn = inColumn ?? (others.length > 0 && read.length > 0 ? 0 : null);
  const quarter = chosen ?? ofColumn ?? namedQuarter(sources) ?? 0;
  const named = [
    { source: yearSources.column, of: ofColumn },
    { source: yearSources.title, of: sources.title },
    { source: yearSources.sheetName, of: sources.sheetName },
    { source: yearSources.fileName, of: sources.fileName },
  ];
  const rival = named.find(({ of }) => of !== null && of !== quarter);
  const place = ({ column, title }: MatchedColumn) => columnPlace(columnLetter(column), title);
  return {
    quarter,
    warnings: [
      ...(rival === undefined
        ? []
        : [
            {
              code: 'QUARTER_DIFFERS' as const,
              params: {
                used: periodNames[quarter] ?? '',
                quarter: periodNames[rival.of ?? 0] ?? '',
                source: rival.source,
              },
            },
          ]),
      ...(others.length === 0
        ? []
        : [
            {
              code: 'OTHER_PERIODS' as const,
              params: {
                read: read.slice(0, 1).map(place).join(', '),
                others: others.map(place).join(', '),
              },
            },
          ]),
    ],
  };
}
