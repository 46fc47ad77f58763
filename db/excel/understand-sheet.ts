import { AppError } from '../contract/errors.ts';
import type {
  CellValue,
  ReadColumn,
  ReadRow,
  ReadSheet,
  RowClass,
  SheetKind,
  SheetOverrides,
} from '../contract/workbooks.ts';
import { type Classification, type ClassifiedRow, classifyRows, sampleRows } from './classify-rows.ts';
import { ColumnSamples } from './column-samples.ts';
import { asShown } from './extract-cells.ts';
import { findHeader, type Header } from './find-header.ts';
import { isField, isRegisterField, type MatchedColumn, matchColumns } from './match-columns.ts';
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
import { eachMergedDown, lettered, partsOf, rawOf } from './sheet-parts.ts';
import { columnWarnings, conversionWarnings, formulaWarnings, rowWarnings } from './sheet-warnings.ts';
import { yearOfSheet } from './sheet-year.ts';
import { shiftedRows, shiftWarnings } from './shifted-rows.ts';
import { unitOfTitle } from './unit-names.ts';
import { countWarnings, writtenCounts } from './written-counts.ts';

const noCounts = (): Record<RowClass, number> => ({
  data: 0,
  section: 0,
  total: 0,
  numbering: 0,
  blank: 0,
  foot: 0,
});

export interface UnderstandOptions {
  /** Names the year when nothing in the sheet does. */
  fileName?: string;
  overrides?: SheetOverrides;
}

/**
 * Gives the rows, columns and cells of a raw sheet their meaning; what the person says wins.
 * @throws AppError WORKBOOK_STATE_SECRET
 */
export function understandSheet(raw: RawSheet, options: UnderstandOptions = {}): ReadSheet {
  const overrides = options.overrides ?? {};
  const sheet = understandVisible(withHidden(raw, overrides), options.fileName ?? '', overrides);
  return { ...sheet, parts: partsOf(raw, sheet.rows) };
}

/** Understands a sheet anew, with what the person says of it; `sheet` is as the reader gave it. */
export const understandAgain = (sheet: ReadSheet, fileName: string, overrides: SheetOverrides): ReadSheet =>
  understandSheet(rawOf(sheet), { fileName, overrides });

/** The sheet as if the hidden parts that the person takes in were shown. */
function withHidden(raw: RawSheet, { includeHidden }: SheetOverrides): RawSheet {
  return {
    ...raw,
    ...(includeHidden?.rows ? { rows: raw.rows.map((row) => ({ ...row, hidden: false })) } : {}),
    ...(includeHidden?.columns ? { hiddenColumns: new Set<number>() } : {}),
  };
}

function understandVisible(raw: RawSheet, fileName: string, overrides: SheetOverrides): ReadSheet {
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
  const header = findHeader(grid, overrides.headerRows);
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

  const titleUnit = titles.map(unitOfTitle).find((name) => name !== '');

  const sampled = sampleRows(grid, header);
  const samples = new ColumnSamples(sampled);
  const lastColumn = Math.max(header.right, ...sampled.map((row) => row.cells.length - 1));
  const columns = matchColumns(grid, header, samples, lastColumn, titleYear, overrides.columns);
  const found = recognizeKind(
    columns.map((column) => column.meaning),
    [...titles, raw.name],
  );
  const isForm = found === 'summary';
  const columnOf = (...fields: string[]): number[] =>
    columns.filter(({ meaning }) => meaning !== null && fields.includes(meaning)).map(({ column }) => column);
  const [rowNo = null] = columnOf('rowNo');
  const names = columnOf('fullName', 'familyMiddleName', 'givenName');
  const classified = classifyRows(
    grid,
    header,
    { rowNo, names, formulasAreRows: isForm },
    overrides.rowClasses,
  );
  refuseStateSecret(raw, footTexts(classified));

  const counts = isForm
    ? []
    : writtenCounts(classified.rows, {
        beside: [
          ...(rowNo === null ? [] : [rowNo]),
          ...names,
          ...names.map((column) => column + 1).slice(-1),
        ],
        marks: columns.filter(({ meaning }) => meaning?.startsWith('mark') || meaning === 'femaleMark'),
        sums:
          (overrides.kind ?? found) === 'pledgeStatus'
            ? columns.filter(({ meaning }) => meaning === 'memberTotal' || meaning === 'signed')
            : [],
      });
  const ratingTitle = columns.find(({ meaning }) => meaning === 'ratingDecided')?.title ?? '';
  const kind = overrides.kind ?? (isForm && isUnfilled(classified) ? 'template' : found);
  const shifted = shiftedRows(classified.rows, columns);
  const readColumns = columns.map((column) => readColumn(column, raw, overrides, kind));
  const { year, warnings: yearWarnings } = yearOfSheet(
    kind,
    { fileName, titleYear, ratingYear: yearInTitle(ratingTitle) },
    columns,
    classified.rows,
  );
  return {
    ...base,
    kind,
    headerRows: [header.first, header.last],
    columns: readColumns,
    rowCounts: rowCounts(classified),
    rows: readRows(classified, raw, header, shifted),
    writtenCounts: counts,
    warnings: [
      ...base.warnings,
      ...yearWarnings,
      ...columnWarnings(columns, samples, raw, kind),
      ...rowWarnings(classified),
      ...shiftWarnings(shifted),
      ...formulaWarnings(classified.rows, header),
      ...conversionWarnings(readColumns, raw.rows),
      ...countWarnings(counts),
    ],
    year: overrides.year === undefined ? year : overrides.year,
    heads: readHeads(above),
    ...(titleUnit === undefined ? {} : { titleUnit }),
  };
}

/** A form to fill in: its rows hold formulas that wait for figures, and nothing else. */
function isUnfilled({ rows }: Classification): boolean {
  const data = rows.filter((row) => row.class === 'data');
  return data.length > 0 && data.every((row) => row.raw !== null && filledColumns(row.raw).length === 0);
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

/** Their columns hold a person's fields only: another title is one that the list does not know. */
const listsPeople = (kind: SheetKind): boolean => kind === 'officials' || kind === 'ratings';

function readColumn(
  { column, title, meaning }: MatchedColumn,
  raw: RawSheet,
  overrides: SheetOverrides,
  kind: SheetKind,
): ReadColumn {
  const letter = columnLetter(column);
  // The key column of our own workbooks is hidden by us.
  const isLeftOut =
    meaning !== 'rowKey' && raw.hiddenColumns.has(column) && overrides.columns?.[letter] === undefined;
  const converted = raw.conversions?.get(column);
  return {
    letter,
    title,
    field:
      isLeftOut || !(isField(meaning) || (isRegisterField(meaning) && !listsPeople(kind))) ? null : meaning,
    ...(raw.hiddenColumns.has(column) ? { hidden: true } : {}),
    ...(converted === undefined ? {} : { converted }),
  };
}

function rowCounts({ rows, blankRows }: Classification): Record<RowClass, number> {
  const counts = noCounts();
  for (const row of rows) if (row.raw?.hidden !== true) counts[row.class] += 1;
  return { ...counts, blank: blankRows };
}

/** A cell under another one of the same person, as lines of one cell. */
function stacked(above: CellValue | undefined, below: CellValue): CellValue {
  if (above === undefined) return below;
  return { type: 'text', text: `${asShown(above)};\n${asShown(below)}` };
}

/** Each person's own cells with those of the rows that the person's merged cells cover. */
function withJoined(row: RawRow, below: readonly RawRow[]): RawRow {
  if (below.length === 0) return row;
  const cells = [...row.cells];
  for (const next of below) {
    next.cells.forEach((cell, column) => {
      if (cell !== undefined && !isUncalculated(cell)) cells[column] = stacked(cells[column], cell);
    });
  }
  return { ...row, cells };
}

function readRows(
  { rows, joined }: Classification,
  raw: RawSheet,
  header: Header,
  shifted: ReadonlyMap<number, NonNullable<ReadRow['shifted']>>,
): ReadRow[] {
  const below = new Map<number, RawRow[]>();
  for (const row of rows) {
    const person = joined.get(row.number);
    if (person !== undefined && row.raw !== null) below.set(person, [...(below.get(person) ?? []), row.raw]);
  }
  const merged = new Map<number, [column: number, value: CellValue][]>();
  eachMergedDown(raw, header.last, (row, column, value) => {
    const list = merged.get(row);
    if (list) list.push([column, value]);
    else merged.set(row, [[column, value]]);
  });
  return rows.map((row) => ({
    row: row.number,
    class: row.class,
    section: row.section,
    ...(row.raw === null
      ? { cells: {} }
      : readCells(row, row.raw, merged.get(row.number) ?? [], below.get(row.number) ?? [])),
    ...(row.raw?.hidden ? { hidden: true } : {}),
    ...(shifted.has(row.number) ? { shifted: shifted.get(row.number) } : {}),
  }));
}

function readCells(
  row: ClassifiedRow,
  raw: RawRow,
  merged: readonly [column: number, value: CellValue][],
  below: readonly RawRow[],
): Pick<ReadRow, 'cells' | 'own'> {
  if (row.class !== 'data' && row.class !== 'section' && row.class !== 'total') return { cells: {} };
  const own = lettered(raw);
  if (row.class !== 'data') {
    const calculated = Object.entries(own).filter(([, cell]) => !isUncalculated(cell));
    return calculated.length === Object.keys(own).length
      ? { cells: own }
      : { cells: Object.fromEntries(calculated), own };
  }
  if (merged.length === 0 && below.length === 0) return { cells: own };
  const filled = Object.fromEntries(merged.map(([column, value]) => [columnLetter(column), value]));
  return { cells: { ...filled, ...lettered(withJoined(raw, below)) }, own };
}
