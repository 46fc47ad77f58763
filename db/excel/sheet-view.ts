import type { RowProblem } from '../contract/imports.ts';
import type {
  GridRow,
  GridRowClass,
  SheetLook,
  SheetProblems,
  SheetReading,
  SheetRows,
} from '../contract/sheet-readings.ts';
import type { CellValue, ImportKind, ReadRow, ReadSheet, SheetParts } from '../contract/workbooks.ts';
import { titleCaseIfAllCaps } from '../domain/names.ts';
import { partOfRow, rowInFile } from '../domain/sheet-rows.ts';
import { rowAbove } from './ditto-marks.ts';
import { asShown } from './extract-cells.ts';
import { recordReader } from './extract-records.ts';
import { sheetRecordReader } from './extract-registers.ts';
import { addressColumn, columnLetter } from './raw-sheet.ts';
import { ownLetter } from './unfold-parts.ts';

/** A gap of empty rows longer than this is not drawn. */
const LONGEST_GAP = 200;
/** More columns than these are of a sheet filled far to the right by mistake. */
const MOST_COLUMNS = 100;
const MOST_PROBLEMS = 1000;
/** Excel's width of a column that has none of its own, in characters. */
const USUAL_WIDTH = 8.43;
const NARROWEST = 56;
/** Room for the name of the field over a column of the table. */
const NARROWEST_OF_TABLE = 92;
/** Rows that tell how wide a column's values are where the file does not say. */
const MEASURED_ROWS = 40;
const WIDEST = 320;

/** A character of the default font is 7 pixels wide, and a cell has 5 pixels of its own (ECMA-376 part 1, 18.3.1.13). */
const pixelsOf = (characters: number): number =>
  Math.round(Math.min(WIDEST, Math.max(NARROWEST, characters * 7 + 5)));

interface ViewRow {
  row: number;
  class: GridRowClass;
  hidden: boolean;
  cells: Readonly<Record<string, CellValue>>;
  parts: GridRow['parts'];
}

const noParts: SheetParts = { merges: [], widths: {}, hiddenRows: [], hiddenColumns: [], otherRows: [] };

/** What reads the rows of a sheet of any kind, for their problems. */
interface RowReader {
  rows: readonly ReadRow[];
  read(row: ReadRow, above: ReadRow | null): { problems: RowProblem[] };
}

const readerOf = (sheet: ReadSheet, kind: ImportKind, { overrides }: SheetReading): RowReader =>
  kind === 'officials' || kind === 'ratings'
    ? recordReader(sheet, {
        kind,
        year: kind === 'ratings' ? sheet.year : null,
        columnFields: overrides.columns,
      })
    : sheetRecordReader(sheet, kind);

/** One sheet as it looks, row by row, with what each row is and what is wrong in its cells. */
export class SheetView {
  readonly #sheet: ReadSheet;
  readonly #reading: SheetReading;
  readonly #parts: SheetParts;
  readonly #rows: ViewRow[];
  readonly #spans = new Map<number, Record<string, [number, number]>>();
  #reader: RowReader | null = null;
  /** Places of the rows that are read, by row number. */
  #places: Map<number, number> | null = null;
  #found: SheetProblems | null = null;
  readonly #kind: ImportKind | null;

  /** @param kind what the rows are read as, to tell what is wrong in them; null when that is not known yet */
  constructor(sheet: ReadSheet, reading: SheetReading, kind: ImportKind | null) {
    this.#sheet = sheet;
    this.#reading = reading;
    this.#parts = sheet.parts ?? noParts;
    this.#kind = kind;
    this.#rows = rowsOf(sheet, this.#parts, reading);
    for (const { top, left, bottom, right } of this.#parts.merges) {
      const spans = this.#spans.get(top) ?? {};
      spans[columnLetter(left)] = [right - left + 1, bottom - top + 1];
      this.#spans.set(top, spans);
    }
  }

  /** The reader of the rows, null when nothing is known of what they are. */
  #recordReader(): RowReader | null {
    if (this.#kind === null || this.#sheet.headerRows === null) return null;
    this.#reader ??= readerOf(this.#sheet, this.#kind, this.#reading);
    return this.#reader;
  }

  /** What is wrong in a row; only rows that are imported are read. */
  #problemsOf(row: number): RowProblem[] {
    const reader = this.#recordReader();
    if (reader === null) return [];
    this.#places ??= new Map(reader.rows.map((each, index) => [each.row, index]));
    const place = this.#places.get(row);
    const read = place === undefined ? undefined : reader.rows[place];
    return place === undefined || read === undefined
      ? []
      : reader.read(
          read,
          rowAbove(place, (at) => reader.rows[at]),
        ).problems;
  }

  /** What is wrong in a row of the sheet, of all parts of a folded list. */
  #problemsIn({ row, class: rowClass, parts }: ViewRow): RowProblem[] {
    if (parts.length === 0) return rowClass === 'data' ? this.#problemsOf(row) : [];
    return parts.flatMap((part) => (part.class === 'data' ? this.#problemsOf(part.row) : []));
  }

  page(offset: number, limit: number): SheetRows {
    return {
      total: this.#rows.length,
      rows: this.#rows.slice(offset, offset + limit).map((row) => this.#shown(row, this.#problemsIn(row))),
    };
  }

  problems(): SheetProblems {
    this.#found ??= this.#findProblems();
    return this.#found;
  }

  #findProblems(): SheetProblems {
    const found: SheetProblems = { problemsAt: [], problemCount: 0, restoredIds: 0 };
    for (const [index, row] of this.#rows.entries()) {
      const problems = this.#problemsIn(row);
      if (problems.length === 0) continue;
      found.problemCount += problems.length;
      if (found.problemsAt.length < MOST_PROBLEMS) found.problemsAt.push(index);
      found.restoredIds += problems.filter(({ code }) => code === 'CITIZEN_ID_ZERO_RESTORED').length;
    }
    return found;
  }

  #shown(
    { row, class: rowClass, hidden, cells, parts }: ViewRow,
    problems: GridRow['problems'] = [],
  ): GridRow {
    const texts: Record<string, string> = {};
    for (const [letter, cell] of Object.entries(cells)) {
      const text = asShown(cell);
      if (text !== '') texts[letter] = text;
    }
    return {
      row,
      class: rowClass,
      hidden,
      parts,
      chosen:
        parts.some(({ chosen }) => chosen) || Object.hasOwn(this.#reading.overrides.rowClasses, String(row)),
      cells: texts,
      spans: this.#spans.get(row) ?? {},
      problems: problems.map(({ column, message }) => ({ column, message })),
    };
  }

  /** Everything of the look but the rows, which are asked for as they come into sight. */
  look(): SheetLook {
    const headerAt = this.#rows.findIndex((row) => row.class === 'header');
    const header = this.#rows.filter((row) => row.class === 'header');
    const hiddenColumns = new Set(this.#parts.hiddenColumns);
    const used = this.#usedColumns();
    const letters = Array.from({ length: Math.min(used, MOST_COLUMNS) }, (_, column) => columnLetter(column));
    const follows = new Map(
      (this.#sheet.folds ?? []).flatMap((part) =>
        Object.entries(part).map(([letter, own]) => [own, letter] as const),
      ),
    );
    const named = new Set([...this.#sheet.columns.map(({ letter }) => letter), ...follows.keys()]);
    return {
      rows: this.#rows.length,
      headerAt: headerAt < 0 ? null : headerAt,
      header: header.map((row) => this.#shown(row)),
      columns: letters.map((letter) => ({
        letter,
        width: Math.max(
          named.has(letter) ? NARROWEST_OF_TABLE : 0,
          pixelsOf(this.#parts.widths[letter] ?? this.#widthOfValues(letter)),
        ),
        hidden: hiddenColumns.has(letter),
        ...followed(follows.get(letter), this.#sheet),
      })),
      columnsLeftOut: used - letters.length,
      hiddenRows: this.#hiddenRows(),
      hiddenColumns: letters.filter((letter) => hiddenColumns.has(letter) && named.has(letter)).length,
      capitals: this.#capitals(),
    };
  }

  /** Longest value of a column in characters, where the file sets no width. */
  #widthOfValues(letter: string): number {
    let longest = USUAL_WIDTH;
    let measured = 0;
    for (const row of this.#rows) {
      if (row.class !== 'data') continue;
      measured += 1;
      if (measured > MEASURED_ROWS) break;
      longest = Math.max(longest, Math.min(30, asShown(row.cells[letter]).length + 1));
    }
    return longest;
  }

  #usedColumns(): number {
    const { columns, folds = [] } = this.#sheet;
    const letters = [...columns.map(({ letter }) => letter), ...folds.flatMap(Object.values)];
    let last = Math.max(0, ...letters.map(addressColumn));
    // Titles above the table may reach further than the table.
    for (const { row, cells } of this.#parts.otherRows) {
      if (row > (this.#sheet.headerRows?.[1] ?? 200)) break;
      for (const letter of Object.keys(cells)) last = Math.max(last, addressColumn(letter));
    }
    return last + 1;
  }

  #hiddenRows(): number {
    const hidden = new Set(this.#parts.hiddenRows);
    return this.#sheet.rows.filter((row) => row.class === 'data' && hidden.has(rowInFile(row.row))).length;
  }

  #capitals(): SheetLook['capitals'] {
    const column = this.#sheet.columns.find(
      ({ field }) => field === 'fullName' || field === 'familyMiddleName',
    );
    if (column === undefined) return null;
    let count = 0;
    let example: { before: string; after: string } | null = null;
    for (const row of this.#sheet.rows) {
      const cell = row.class === 'data' ? row.cells[column.letter] : undefined;
      if (cell?.type !== 'text') continue;
      const after = titleCaseIfAllCaps(cell.text);
      if (after === cell.text) continue;
      count += 1;
      example ??= { before: cell.text, after };
    }
    return example === null ? null : { count, ...example };
  }
}

/** The rows in order: above the table, the header, the table with its foot, and short gaps between them. */
function rowsOf(sheet: ReadSheet, parts: SheetParts, reading: SheetReading): ViewRow[] {
  const [first, last] = sheet.headerRows ?? [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const repeated = new Set(
    sheet.warnings.flatMap(({ code, params }) => (code === 'REPEATED_HEADER' ? [Number(params.row)] : [])),
  );
  const hidden = new Set(parts.hiddenRows);
  const isChosen = (number: number) => Object.hasOwn(reading.overrides.rowClasses, String(number));
  const classOf = (number: number, row: ReadRow | undefined, filled: boolean): GridRowClass => {
    if (number < first) return 'head';
    if (number <= last) return 'header';
    if (repeated.has(number)) return 'repeatedHeader';
    if (row === undefined) return 'blank';
    return isChosen(number) && row.class === 'blank' && filled ? 'leftOut' : row.class;
  };
  const classOfFound = ({ row, cells, understood }: FoundRow): GridRowClass =>
    classOf(row, understood, Object.keys(cells).length > 0);
  const cellsOf = ({ cells }: FoundRow): FoundRow['cells'] => cells;
  const found = foundRows(sheet, parts);
  const rangeOf = partRanges(sheet);
  const rows: ViewRow[] = [];
  let before = 0;
  for (const number of [...found.keys()].sort((a, b) => a - b)) {
    const gapEnd = Math.min(number, before + 1 + LONGEST_GAP);
    for (let empty = before + 1; empty < gapEnd; empty += 1)
      rows.push({
        row: empty,
        class: classOf(empty, undefined, false),
        hidden: false,
        cells: {},
        parts: [],
      });
    before = number;
    const own = found.get(number) ?? [];
    const main = own.find(({ row }) => partOfRow(row) === 0);
    const isFolded = sheet.folds !== undefined && number > last;
    rows.push({
      row: number,
      class: main === undefined ? 'blank' : classOfFound(main),
      hidden: hidden.has(number),
      // Thousands of rows have one part only, and its cells are theirs.
      cells: own.length === 1 && main !== undefined ? main.cells : Object.assign({}, ...own.map(cellsOf)),
      parts: isFolded
        ? own.map((each) => ({
            columns: rangeOf(each.row),
            row: each.row,
            class: classOfFound(each),
            chosen: isChosen(each.row),
          }))
        : [],
    });
  }
  return rows;
}

/** What stands in a row of the file: of a folded list one entry for each part, under its own letters. */
interface FoundRow {
  row: number;
  cells: Readonly<Record<string, CellValue>>;
  understood: ReadRow | undefined;
}

function foundRows(sheet: ReadSheet, parts: SheetParts): Map<number, FoundRow[]> {
  const understood = new Map(sheet.rows.map((row) => [row.row, row]));
  const others = new Map(parts.otherRows.map(({ row, cells }) => [row, cells]));
  const found = new Map<number, FoundRow[]>();
  for (const number of new Set([...understood.keys(), ...others.keys()])) {
    const row = understood.get(number);
    const cells =
      row !== undefined && Object.keys(row.cells).length > 0 ? row.cells : (others.get(number) ?? {});
    const own =
      partOfRow(number) === 0
        ? cells
        : Object.fromEntries(
            Object.entries(cells).map(([letter, cell]) => [ownLetter(sheet, number, letter), cell]),
          );
    const inFile = rowInFile(number);
    found.set(inFile, [...(found.get(inFile) ?? []), { row: number, cells: own, understood: row }]);
  }
  return found;
}

/** First and last column of the part in which a row of a folded list stands. */
function partRanges({ folds = [] }: ReadSheet): (row: number) => [string, string] {
  const starts = [
    0,
    ...folds.map((part) => Math.min(...Object.values(part).map(addressColumn))),
    MOST_COLUMNS,
  ];
  return (row) => {
    const part = partOfRow(row);
    return [columnLetter(starts[part] ?? 0), columnLetter((starts[part + 1] ?? MOST_COLUMNS) - 1)];
  };
}

/** The column of the first part that a column of a later part goes with; one that the list does not have goes with none. */
const followed = (letter: string | undefined, { columns }: ReadSheet): { follows?: string } =>
  letter !== undefined && columns.some((column) => column.letter === letter) ? { follows: letter } : {};
