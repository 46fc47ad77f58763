import type { CriteriaReading } from '../contract/criteria.ts';
import { criteriaText, criteriaFaults as faultOf } from '../contract/vi/criteria.ts';
import { BONUS_PART } from '../domain/rating-bands.ts';
import { type ScorePart, type SubjectGroup, subjectGroups } from '../domain/rule-packs.ts';
import { groupsNamed } from './criteria-groups.ts';
import { type CriteriaHeader, type CriteriaLine, findHeaders, linesOf } from './criteria-lines.ts';
import { readTable } from './criteria-table.ts';
import { columnLetter, type RawSheet } from './raw-sheet.ts';
import { filledColumns, SheetGrid } from './sheet-grid.ts';

const TITLE_ROWS = 6;

type Table = CriteriaReading['tables'][number];

/**
 * Reads a workbook as tables of criteria: one or several on a sheet, each with its titles, or one with a column that
 * names the group of each row. Hidden sheets and rows are left out. Whom a table is for is suggested by what stands
 * above it or by the sheet's name; the person decides.
 * @param chosen part by `<number of the sheet>.<row of the section>`, over what was recognised
 */
export function readCriteria(
  sheets: readonly RawSheet[],
  parts: readonly ScorePart[],
  chosen: Readonly<Record<string, string>>,
): CriteriaReading {
  const reading: CriteriaReading = {
    parts: [...parts.map(({ id, title }) => ({ id, title })), { id: BONUS_PART, title: criteriaText.bonus }],
    tables: [],
    faults: [],
  };
  if (parts.length === 0) return { ...reading, parts: [], faults: [faultOf.noScoring()] };
  sheets.forEach((sheet, index) => {
    if (sheet.hidden) return;
    const grid = new SheetGrid(sheet);
    const { headers, withoutPoints } = findHeaders(grid);
    headers.forEach((header, at) => {
      const title = titleAbove(grid, header, headers[at - 1]?.row ?? 0);
      const lines = linesOf(grid, header, headers[at + 1]?.top ?? Number.POSITIVE_INFINITY);
      const read = (own: readonly CriteriaLine[]) =>
        readTable(own, header, parts, (row) => chosen[`${index}.${row}`]);
      const base = { sheet: sheet.name, sheetIndex: index, row: header.top, title: title.text };
      if (header.group === null)
        reading.tables.push({
          ...base,
          key: `${index}.${header.row}`,
          groups: title.groups.length > 0 ? title.groups : groupsNamed(sheet.name),
          ...read(lines),
        });
      else
        reading.tables.push(
          ...byGroup(lines, header).map(({ group, own, faults }): Table => {
            const table = read(own);
            return {
              ...base,
              key: `${index}.${header.row}.${group ?? ''}`,
              groups: group === null ? [] : [group],
              ...table,
              faults: [...faults, ...table.faults],
            };
          }),
        );
    });
    if (headers.length === 0)
      reading.faults.push(
        ...withoutPoints.map(({ row, column }) =>
          faultOf.noPoints(sheet.name, { row, column: columnLetter(column) }),
        ),
      );
  });
  if (reading.tables.length === 0 && reading.faults.length === 0) reading.faults.push(faultOf.noHeader());
  const [only] = reading.tables;
  // One table for all is the usual case: people with and without a post.
  if (only && reading.tables.length === 1 && only.groups.length === 0)
    reading.tables = [{ ...only, groups: ['leader', 'noPost'] }];
  return reading;
}

/** The texts above a table; the groups of the nearest one that names any. */
function titleAbove(
  grid: SheetGrid,
  { top }: CriteriaHeader,
  after: number,
): { text: string; groups: SubjectGroup[] } {
  const texts = grid.sheet.rows
    .filter(({ number, hidden }) => number > Math.max(after, top - TITLE_ROWS) && number < top && !hidden)
    .flatMap((row) => {
      const columns = filledColumns(row);
      // A row of a table above has several cells.
      return columns.length > 2 ? [] : columns.map((column) => grid.text(row.number, column));
    })
    .filter((text) => /\p{L}{3}/u.test(text));
  const named = texts.toReversed().find((text) => groupsNamed(text).length > 0);
  return { text: (named ?? texts.at(-1) ?? '').slice(0, 200), groups: groupsNamed(named ?? '') };
}

/** The lines of each group that the column names; a section or heading without one belongs to all of them. */
function byGroup(
  lines: readonly CriteriaLine[],
  header: CriteriaHeader,
): { group: SubjectGroup | null; own: CriteriaLine[]; faults: string[] }[] {
  const column = columnLetter(header.group ?? 0);
  const faults: string[] = [];
  const marked = lines.map((line) => {
    const groups = groupsNamed(line.group);
    if (line.group !== '' && groups.length === 0)
      faults.push(faultOf.groupUnknown({ row: line.row, column }, line.group));
    return { line, groups };
  });
  const isCriterion = ({ mark, points, isTotal }: CriteriaLine) =>
    !isTotal && points.is !== 'none' && /^\d/.test(mark);
  for (const { line } of marked)
    if (line.group === '' && isCriterion(line) && !isHeading(line, lines))
      faults.push(faultOf.groupMissing({ row: line.row, column }));
  const seen = subjectGroups.filter((group) =>
    marked.some(({ line, groups }) => groups.includes(group) && groups.length < subjectGroups.length && line),
  );
  if (seen.length === 0) return [{ group: null, own: [...lines], faults }];
  return seen.map((group) => ({
    group,
    faults,
    // A total that names no group adds up rows of several groups.
    own: marked
      .filter(({ line, groups }) => groups.includes(group) || (line.group === '' && !line.isTotal))
      .map(({ line }) => line),
  }));
}

const isHeading = ({ mark }: CriteriaLine, lines: readonly CriteriaLine[]): boolean =>
  lines.some((one) => one.mark.startsWith(`${mark}.`));
