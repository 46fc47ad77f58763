import { levelColumnTitle } from '../contract/vi/sheet-words.ts';
import { allMarks } from '../contract/workbook-fields.ts';
import {
  membersOfYear,
  type ReadColumn,
  type ReadRow,
  type ReadSheet,
  type RowClass,
  type SheetKind,
  type SheetOverrides,
  type SheetParts,
  type SheetWarning,
} from '../contract/workbooks.ts';
import { rowInFile } from '../domain/sheet-rows.ts';
import { type Classification, classifyRows } from './classify-rows.ts';
import { ColumnSamples, sampleRows } from './column-samples.ts';
import { findHeader, type Header } from './find-header.ts';
import { KeptStep } from './kept-step.ts';
import { isField, isRegisterField, type MatchedColumn, matchColumns } from './match-columns.ts';
import { yearInTitle } from './match-title.ts';
import { ownRatingList } from './own-rating-list.ts';
import { type PartColumns, partColumns } from './part-columns.ts';
import { yearOfQuarters } from './quarter-titles.ts';
import { columnLetter, type RawRow, type RawSheet } from './raw-sheet.ts';
import { readHeads, textsOfRows, yearOfTitles } from './read-heads.ts';
import { readRows, rowsByCells } from './read-rows.ts';
import { recognizeKind } from './recognize-kind.ts';
import { RowReader } from './row-reader.ts';
import { filledColumns, SheetGrid } from './sheet-grid.ts';
import { partsOf } from './sheet-parts.ts';
import { namedQuarter, type QuarterSources, quarterOfRatings, quarterSources } from './sheet-quarter.ts';
import {
  columnWarnings,
  conversionWarnings,
  formulaWarnings,
  partWarnings,
  rowWarnings,
} from './sheet-warnings.ts';
import { yearOfSheet } from './sheet-year.ts';
import { mendedRows, shiftedRows, shiftWarnings, typedColumns, UnfitCells } from './shifted-rows.ts';
import { findSideBySide, type SideBySide } from './side-by-side.ts';
import { footTexts, refusePageMarks, refuseStateSecret } from './state-secrets.ts';
import { foldsOf, ownLetter, unfolded } from './unfold-parts.ts';
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

/** What was made of one raw sheet the last time: a change of a column leaves its long list of rows as it is. */
export class SheetSteps {
  readonly visible = new KeptStep<RawSheet>();
  readonly list = new KeptStep<ReturnType<typeof readList>>();
  readonly samples = new KeptStep<{ columns: ColumnSamples; last: number }>();
  readonly reader = new KeptStep<RowReader>();
  readonly classified = new KeptStep<Classification>();
  readonly unfit = new KeptStep<UnfitCells>();
  readonly shifted = new KeptStep<ReturnType<typeof shiftedRows>>();
  readonly mended = new KeptStep<ReturnType<typeof mendedRows>>();
  readonly formulas = new KeptStep<SheetWarning[]>();
  readonly rows = new KeptStep<ReadRow[]>();
  /** Rows by their cells, to be taken over one by one where only some have another class. */
  lastRows: ReadonlyMap<RawRow, ReadRow> = new Map();
  readonly parts = new KeptStep<SheetParts>();
}

/**
 * Gives the rows, columns and cells of a raw sheet their meaning; what the person says wins.
 * @param steps of the same raw sheet, read before with other choices
 * @throws AppError WORKBOOK_STATE_SECRET
 */
export function understandSheet(
  raw: RawSheet,
  options: UnderstandOptions = {},
  steps = new SheetSteps(),
): ReadSheet {
  const overrides = options.overrides ?? {};
  const { rows = false, columns = false } = overrides.includeHidden ?? {};
  const visible = steps.visible.get([raw, rows, columns], () => withHidden(raw, overrides));
  const { sheet, unfolded } = understandVisible(visible, options.fileName ?? '', overrides, steps);
  return { ...sheet, parts: steps.parts.get([raw, sheet.rows], () => partsOf(raw, unfolded, sheet.rows)) };
}

/** The sheet as if the hidden parts that the person takes in were shown. */
function withHidden(raw: RawSheet, { includeHidden }: SheetOverrides): RawSheet {
  return {
    ...raw,
    ...(includeHidden?.rows ? { rows: raw.rows.map((row) => ({ ...row, hidden: false })) } : {}),
    ...(includeHidden?.columns ? { hiddenColumns: new Set<number>() } : {}),
  };
}

function understandVisible(
  asFound: RawSheet,
  fileName: string,
  overrides: SheetOverrides,
  steps: SheetSteps,
): { sheet: ReadSheet; unfolded: RawSheet } {
  const only = (sheet: ReadSheet) => ({ sheet, unfolded: asFound });
  const base: ReadSheet = {
    name: asFound.name,
    hidden: asFound.hidden,
    kind: 'empty',
    headerRows: null,
    columns: [],
    rowCounts: noCounts(),
    rows: [],
    writtenCounts: [],
    warnings: asFound.hidden ? [{ code: 'HIDDEN_SHEET', params: { title: asFound.name } }] : [],
    year: null,
    heads: { superior: '', issuing: '', place: '' },
    ...(asFound.date1904 === true ? { date1904: true } : {}),
  };
  refusePageMarks(asFound);
  if (asFound.rows.length === 0) return only(base);
  const { found: known, list } = steps.list.get(
    [asFound, overrides.apart, ...(overrides.headerRows ?? [])],
    () => readList(asFound, overrides),
  );
  if (list === null) {
    const texts = textsOfRows(known, 1, known.lastRow);
    refuseStateSecret(asFound, texts);
    return only({
      ...base,
      kind: 'unknown',
      year: yearOfTitles(texts.map(({ text }) => text)),
      warnings: [...base.warnings, { code: 'NO_HEADER', params: {} }],
    });
  }
  const { raw, grid, header, parts } = list;
  const above = textsOfRows(grid, 1, header.first - 1);
  refuseStateSecret(raw, above);
  const titles = above.map(({ text }) => text);
  const titleYear = yearOfTitles(titles) ?? yearOfQuarters([...titles, raw.name]) ?? yearInTitle(raw.name);
  const named = quarterSources(titles, raw.name, fileName);

  const titleUnit = titles.map(unitOfTitle).find((name) => name !== '');

  const { columns: samples, last: lastColumn } = steps.samples.get([grid, header], () => {
    const sampled = sampleRows(grid, header);
    const last = Math.max(header.right, ...sampled.map((row) => row.cells.length - 1));
    return { columns: new ColumnSamples(sampled), last };
  });
  const columns = matchColumns(
    grid,
    header,
    samples,
    lastColumn,
    { year: titleYear, quarter: overrides.quarter ?? namedQuarter(named) },
    overrides.columns,
  );
  const found = recognizeKind(
    columns.map((column) => column.meaning),
    [...titles, raw.name],
  );
  const isForm = found === 'summary';
  const columnOf = (...fields: string[]): number[] =>
    columns.filter(({ meaning }) => meaning !== null && fields.includes(meaning)).map(({ column }) => column);
  const [rowNo = null] = columnOf('rowNo');
  const names = columnOf('fullName', 'familyMiddleName', 'givenName');
  const [unitColumn = null] = ['partyOrg', 'organization', 'unitName'].flatMap((field) => columnOf(field));
  const units = (overrides.kind ?? found) === 'organizations' ? unitColumn : null;
  const roles = { rowNo, names, units, formulasAreRows: isForm };
  const reader = steps.reader.get(
    [grid, header, rowNo, names.join(), units, isForm],
    () => new RowReader(grid, header, roles),
  );
  const classified = steps.classified.get([reader, JSON.stringify(overrides.rowClasses ?? {})], () =>
    classifyRows(grid, header, roles, overrides.rowClasses, reader),
  );
  refuseStateSecret(raw, footTexts(classified));

  const years = columns.filter(({ meaning }) => meaning === 'birthDateMale' || meaning === 'birthDateFemale');
  const isByUnit = (overrides.kind ?? found) === 'pledgeStatus';
  const marks = columns.filter(
    ({ meaning }) =>
      meaning?.startsWith('mark') || meaning === 'femaleMark' || (!isByUnit && isSignature(meaning)),
  );
  const counts = isForm
    ? []
    : writtenCounts(classified.rows, {
        beside: [
          ...(rowNo === null ? [] : [rowNo]),
          ...names,
          ...names.map((column) => column + 1).slice(-1),
        ].filter((column) => !marks.some((mark) => mark.column === column)),
        filled: years,
        marks,
        sums: isByUnit
          ? columns.filter(({ meaning }) => meaning === 'memberTotal' || meaning === 'signed')
          : [],
        isFolded: parts !== null,
      });
  const ratingTitle = columns.find(({ meaning }) => meaning === 'ratingDecided')?.title ?? '';
  const byLevel = levelColumn(classified, columns, lastColumn, overrides);
  const listed =
    byLevel === null
      ? found
      : recognizeKind([...columns.map(({ meaning }) => meaning), byLevel.meaning], [...titles, raw.name]);
  const kind = overrides.kind ?? (isForm && isUnfilled(classified) ? 'template' : listed);
  const isOurs = kind === 'ratings' && columns.some(({ meaning }) => meaning === 'rowKey');
  const ownList = isOurs ? ownRatingList(titles, titleYear) : null;
  const ofQuarter =
    kind === 'ratings'
      ? quarterOfRatings(
          columns,
          ownList === null ? named : noQuarterNamed,
          overrides.quarter ?? ownList?.quarter,
        )
      : null;
  const folds = parts === null ? [] : foldsOf(parts);
  const addressOf = (row: number, column: number): string =>
    `${ownLetter({ folds }, row, columnLetter(column))}${rowInFile(row)}`;
  const typed = typedColumns(columns);
  const joins = partColumns(columns);
  const unfit = steps.unfit.get([raw], () => new UnfitCells(raw.rows));
  const shifted = steps.shifted.get([classified, unfit, typed.join()], () =>
    shiftedRows(classified.rows, typed, unfit),
  );
  const mended = steps.mended.get([shifted, classified], () => mendedRows(classified.rows, typed, shifted));
  const readColumns = [...columns, ...(byLevel === null ? [] : [byLevel])].map((column) =>
    readColumn(column, raw, overrides, kind, joins),
  );
  const { year, warnings: yearWarnings } = yearOfSheet(
    kind,
    { fileName, titleYear, ratingYear: yearInTitle(ratingTitle) },
    columns,
    classified.rows,
  );
  const sheet: ReadSheet = {
    ...base,
    kind,
    headerRows: [header.first, header.last],
    columns: readColumns,
    rowCounts: rowCounts(classified),
    rows: steps.rows.get(
      [classified, raw, header, shifted, mended, byLevel?.column, JSON.stringify(joins)],
      () => {
        const around = { shifted, mended, levelAt: byLevel?.column ?? null, joins };
        const rows = readRows(classified, raw, header, around, steps.lastRows);
        steps.lastRows = rowsByCells(classified, rows);
        return rows;
      },
    ),
    writtenCounts: counts,
    warnings: [
      ...base.warnings,
      ...yearWarnings,
      ...(ofQuarter?.warnings ?? []),
      ...columnWarnings(columns, samples, raw, kind),
      ...partWarnings(parts),
      ...rowWarnings(classified),
      ...shiftWarnings(shifted),
      ...steps.formulas.get([classified, header], () => formulaWarnings(classified.rows, header, addressOf)),
      ...conversionWarnings(readColumns, asFound.rows),
      ...countWarnings(counts),
    ],
    year: overrides.year === undefined ? year : overrides.year,
    heads: readHeads(above),
    ...(titleUnit === undefined ? {} : { titleUnit }),
    ...(ofQuarter === null || (ownList === null && ofQuarter.quarter === 0)
      ? {}
      : { ratingList: { ...(ownList ?? membersOfYear), quarter: ofQuarter.quarter } }),
    ...(parts === null ? {} : { folds }),
  };
  return { sheet, unfolded: raw };
}

/** A sheet's header and rows, with a list folded into parts side by side made one long list. */
interface List {
  raw: RawSheet;
  grid: SheetGrid;
  header: Header;
  parts: SideBySide | null;
}

function readList(asFound: RawSheet, overrides: SheetOverrides): { found: SheetGrid; list: List | null } {
  const found = new SheetGrid(asFound);
  const header = findHeader(found, overrides.headerRows);
  if (header === null) return { found, list: null };
  const parts = overrides.apart === true ? null : findSideBySide(found, header);
  if (parts === null) return { found, list: { raw: asFound, grid: found, header, parts } };
  const raw = unfolded(asFound, found, parts);
  return { found, list: { raw, grid: new SheetGrid(raw), header: parts.header, parts } };
}

/** Our own title says it for certain. */
const noQuarterNamed: QuarterSources = { title: null, sheetName: null, fileName: null };

/** Columns of marks in a list of people, of numbers in one of units. */
const isSignature = (meaning: string | null): boolean => meaning === 'signed' || meaning === 'unsigned';

const ratingMeanings: ReadonlySet<string> = new Set([
  'ratingSelf',
  'ratingProposed',
  'ratingDecided',
  ...allMarks,
]);

/** The column for the levels of a list that has none: its people stand under the names of the levels. */
function levelColumn(
  { rows }: Classification,
  columns: readonly MatchedColumn[],
  lastColumn: number,
  { columns: chosen = {} }: SheetOverrides,
): MatchedColumn | null {
  if (!rows.some(({ level }) => level !== '')) return null;
  if (columns.some(({ meaning }) => meaning !== null && ratingMeanings.has(meaning))) return null;
  const column = Math.max(lastColumn, ...columns.map((each) => each.column)) + 1;
  const own = chosen[columnLetter(column)];
  const meaning = own === undefined ? 'ratingDecided' : (own ?? 'known');
  return { column, title: levelColumnTitle, levels: [levelColumnTitle], meaning, certainty: 1 };
}

/** A form to fill in: its rows hold formulas that wait for figures, and nothing else. */
function isUnfilled({ rows }: Classification): boolean {
  const data = rows.filter((row) => row.class === 'data');
  return data.length > 0 && data.every((row) => row.raw !== null && filledColumns(row.raw).length === 0);
}

/** Their columns hold a person's fields only: another title is one that the list does not know. */
const listsPeople = (kind: SheetKind): boolean => kind === 'officials' || kind === 'ratings';

function readColumn(
  { column, title, meaning }: MatchedColumn,
  raw: RawSheet,
  overrides: SheetOverrides,
  kind: SheetKind,
  joins: readonly PartColumns[],
): ReadColumn {
  const letter = columnLetter(column);
  // The key column of our own workbooks is hidden by us.
  const isLeftOut =
    meaning !== 'rowKey' && raw.hiddenColumns.has(column) && overrides.columns?.[letter] === undefined;
  const converted = raw.conversions?.get(column);
  const first = joins.find(({ parts }) => parts.includes(column))?.column;
  return {
    letter,
    title,
    field:
      isLeftOut || !(isField(meaning) || (isRegisterField(meaning) && !listsPeople(kind))) ? null : meaning,
    ...(raw.hiddenColumns.has(column) ? { hidden: true } : {}),
    ...(first === undefined ? {} : { joinedTo: columnLetter(first) }),
    ...(converted === undefined ? {} : { converted }),
  };
}

function rowCounts({ rows, blankRows }: Classification): Record<RowClass, number> {
  const counts = noCounts();
  for (const row of rows) if (row.raw?.hidden !== true) counts[row.class] += 1;
  return { ...counts, blank: blankRows };
}
