import { AppError } from '../contract/errors.ts';
import { sheetKindNames } from '../contract/vi/imports.ts';
import type {
  CellValue,
  ReadColumn,
  ReadRow,
  ReadSheet,
  RowClass,
  SheetKind,
  SheetWarning,
} from '../contract/workbooks.ts';
import { type Classification, type ClassifiedRow, classifyRows, sampleRows } from './classify-rows.ts';
import { ColumnSamples } from './column-samples.ts';
import { findHeader, type Header } from './find-header.ts';
import { isField, type MatchedColumn, matchColumns } from './match-columns.ts';
import { yearInTitle } from './match-title.ts';
import { columnLetter, isUncalculated, type RawRow, type RawSheet } from './raw-sheet.ts';
import {
  findStateSecret,
  type HeadText,
  readHeads,
  stateSecretMark,
  textsOfRow,
  textsOfRows,
  yearOfTitles,
} from './read-heads.ts';
import { recognizeKind } from './recognize-kind.ts';
import { filledColumns, SheetGrid } from './sheet-grid.ts';
import { layoutOf } from './sheet-layout.ts';
import { countWarnings, writtenCounts } from './written-counts.ts';

const noCounts = (): Record<RowClass, number> => ({
  data: 0,
  section: 0,
  total: 0,
  numbering: 0,
  blank: 0,
  foot: 0,
});

const isImportable = (kind: SheetKind): boolean => kind === 'officials' || kind === 'ratings';

/** Gives the rows, columns and cells of a raw sheet their meaning. @throws AppError WORKBOOK_STATE_SECRET */
export function understandSheet(raw: RawSheet): ReadSheet {
  const base: ReadSheet = {
    name: raw.name,
    hidden: raw.hidden,
    kind: 'empty',
    headerRows: null,
    columns: [],
    rowCounts: noCounts(),
    rows: [],
    writtenCounts: [],
    warnings: raw.hidden ? [{ code: 'HIDDEN_SHEET', params: { title: raw.name } }] : [],
    year: null,
    heads: { superior: '', issuing: '', place: '' },
  };
  refusePageMarks(raw);
  if (raw.rows.length === 0) return base;
  const grid = new SheetGrid(raw);
  const header = findHeader(grid);
  if (header === null) {
    const texts = textsOfRows(grid, 1, grid.lastRow);
    refuseStateSecret(raw, texts);
    return {
      ...base,
      kind: 'unknown',
      year: yearOfTitles(texts.map(({ text }) => text)),
      warnings: [...base.warnings, { code: 'NO_HEADER', params: {} }],
    };
  }
  const above = textsOfRows(grid, 1, header.first - 1);
  refuseStateSecret(raw, above);
  const titles = above.map(({ text }) => text);
  const titleYear = yearOfTitles(titles) ?? yearInTitle(raw.name);

  const sampled = sampleRows(grid, header);
  const samples = new ColumnSamples(sampled);
  const lastColumn = Math.max(header.right, ...sampled.map((row) => row.cells.length - 1));
  const columns = matchColumns(grid, header, samples, lastColumn, titleYear);
  const kind = recognizeKind(
    columns.map((column) => column.meaning),
    [...titles, raw.name],
  );
  const columnOf = (...fields: string[]): number[] =>
    columns.filter(({ meaning }) => meaning !== null && fields.includes(meaning)).map(({ column }) => column);
  const [rowNo = null] = columnOf('rowNo');
  const names = columnOf('fullName', 'familyMiddleName', 'givenName');
  const classified = classifyRows(grid, header, { rowNo, names, formulasAreRows: kind === 'summary' });
  refuseStateSecret(raw, footTexts(classified));

  const counts =
    kind === 'summary'
      ? []
      : writtenCounts(classified.rows, {
          beside: [
            ...(rowNo === null ? [] : [rowNo]),
            ...names,
            ...names.map((column) => column + 1).slice(-1),
          ],
          marks: columns.filter(({ meaning }) => meaning?.startsWith('mark') || meaning === 'femaleMark'),
        });
  const ratingTitle = columns.find(({ meaning }) => meaning === 'ratingDecided')?.title ?? '';
  return {
    ...base,
    kind,
    headerRows: [header.first, header.last],
    columns: columns.map((column) => readColumn(column, raw)),
    rowCounts: rowCounts(classified),
    rows: readRows(classified, grid, header),
    writtenCounts: counts,
    warnings: [
      ...base.warnings,
      ...columnWarnings(columns, samples, raw, kind),
      ...rowWarnings(classified),
      ...formulaWarnings(classified.rows, header),
      ...countWarnings(counts),
    ],
    year: titleYear ?? yearInTitle(ratingTitle),
    heads: readHeads(above),
    layout: layoutOf(raw, header),
  };
}

function refusePageMarks(raw: RawSheet): void {
  for (const text of raw.pageMarks) {
    const mark = stateSecretMark(text);
    if (mark !== null) throw stateSecret(raw, mark, 'header/footer');
  }
}

function refuseStateSecret(raw: RawSheet, texts: readonly HeadText[]): void {
  const found = findStateSecret(texts);
  if (found !== null) throw stateSecret(raw, found.mark, found.cell);
}

const stateSecret = (raw: RawSheet, mark: string, cell: string): AppError =>
  new AppError('WORKBOOK_STATE_SECRET', { params: { sheet: raw.name, mark, cell } });

/** A mark may stand in the foot; inside the list "Mật" is a person's name. */
function footTexts({ rows }: Classification): HeadText[] {
  return rows.flatMap((row) => (row.class === 'foot' && row.raw !== null ? textsOfRow(row.raw) : []));
}

function readColumn({ column, title, meaning }: MatchedColumn, raw: RawSheet): ReadColumn {
  const isHidden = raw.hiddenColumns.has(column);
  return {
    letter: columnLetter(column),
    title,
    field: isField(meaning) && !isHidden ? meaning : null,
    ...(isHidden ? { hidden: true } : {}),
  };
}

function rowCounts({ rows, blankRows }: Classification): Record<RowClass, number> {
  const counts = noCounts();
  for (const row of rows) if (row.raw?.hidden !== true) counts[row.class] += 1;
  return { ...counts, blank: blankRows };
}

/** No sheet merges so many rows; overlapping merges of a made-up file would fill the memory. */
const MOST_MERGED = 1_000_000;

/** Values merged over several rows, by row: a unit's name beside all its people. */
function mergedDown(grid: SheetGrid, header: Header): Map<number, [column: number, value: CellValue][]> {
  const filled = new Map<number, [number, CellValue][]>();
  let entries = 0;
  for (const merge of grid.sheet.merges) {
    if (merge.top <= header.last || merge.bottom === merge.top) continue;
    const value = grid.row(merge.top)?.cells[merge.left];
    if (value === undefined) continue;
    for (let row = merge.top + 1; row <= Math.min(merge.bottom, grid.lastRow); row += 1) {
      entries += 1;
      if (entries > MOST_MERGED) return filled;
      const list = filled.get(row);
      if (list) list.push([merge.left, value]);
      else filled.set(row, [[merge.left, value]]);
    }
  }
  return filled;
}

function readRows({ rows }: Classification, grid: SheetGrid, header: Header): ReadRow[] {
  const merged = mergedDown(grid, header);
  return rows.map((row) => ({
    row: row.number,
    class: row.class,
    section: row.section,
    cells: row.raw === null ? {} : readCells(row, row.raw, merged.get(row.number) ?? []),
    ...(row.raw?.hidden ? { hidden: true } : {}),
  }));
}

function readCells(
  row: ClassifiedRow,
  raw: RawRow,
  merged: readonly [column: number, value: CellValue][],
): Record<string, CellValue> {
  const cells: Record<string, CellValue> = {};
  if (row.class !== 'data' && row.class !== 'section' && row.class !== 'total') return cells;
  const isData = row.class === 'data';
  raw.cells.forEach((cell, column) => {
    if (cell !== undefined && (isData || !isUncalculated(cell))) cells[columnLetter(column)] = cell;
  });
  if (isData) for (const [column, value] of merged) cells[columnLetter(column)] ??= value;
  return cells;
}

function columnWarnings(
  columns: readonly MatchedColumn[],
  samples: ColumnSamples,
  raw: RawSheet,
  kind: SheetKind,
): SheetWarning[] {
  if (!isImportable(kind)) {
    return kind === 'unknown' ? [] : [{ code: 'KIND_NOT_SUPPORTED', params: { kind: sheetKindNames[kind] } }];
  }
  return columns
    .filter(({ column }) => !samples.isEmpty(column))
    .flatMap(({ column, title, meaning }): SheetWarning[] => {
      const params = { column: columnLetter(column), title };
      if (raw.hiddenColumns.has(column)) return [{ code: 'HIDDEN_COLUMNS', params }];
      return isField(meaning) ? [] : [{ code: 'UNKNOWN_COLUMN', params }];
    });
}

function rowWarnings({ rows, repeatedHeaders, secondTable }: Classification): SheetWarning[] {
  const hidden = rows.filter((row) => row.raw?.hidden === true && row.class === 'data');
  const [first] = hidden;
  return [
    ...(first ? [{ code: 'HIDDEN_ROWS' as const, params: { count: hidden.length, row: first.number } }] : []),
    ...repeatedHeaders.map((row) => ({ code: 'REPEATED_HEADER' as const, params: { row } })),
    ...(secondTable === null ? [] : [{ code: 'SECOND_TABLE' as const, params: { row: secondTable } }]),
  ];
}

function formulaWarnings(rows: readonly ClassifiedRow[], header: Header): SheetWarning[] {
  const without: string[] = [];
  const failed: { cell: string; value: string }[] = [];
  for (const { raw, number, class: rowClass } of rows) {
    if (raw === null || rowClass === 'foot') continue;
    for (const column of filledColumns(raw, true)) {
      const cell = raw.cells[column];
      if (cell?.type !== 'error' || !header.titles.has(column)) continue;
      const address = `${columnLetter(column)}${number}`;
      if (isUncalculated(cell)) without.push(address);
      else failed.push({ cell: address, value: cell.text });
    }
  }
  const [firstWithout] = without;
  const [firstFailed] = failed;
  return [
    ...(firstWithout === undefined
      ? []
      : [{ code: 'FORMULA_WITHOUT_VALUE' as const, params: { count: without.length, cell: firstWithout } }]),
    ...(firstFailed
      ? [{ code: 'FORMULA_ERROR' as const, params: { count: failed.length, ...firstFailed } }]
      : []),
  ];
}
