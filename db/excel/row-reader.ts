import type { RowClass } from '../contract/workbooks.ts';
import type { Header } from './find-header.ts';
import { listedMeaning, matchTitle } from './match-title.ts';
import type { RawRow } from './raw-sheet.ts';
import { isWhole, startsAsFoot, startsAsTotal } from './row-shapes.ts';
import { filledColumns, type SheetGrid, shownText } from './sheet-grid.ts';
import {
  countAtEnd,
  isCategory,
  isRoman,
  isSectionLetter,
  isSmallLetter,
  type NumberingStyle,
  numberingStyle,
  startsAsPartyUnit,
  startsAsUnit,
  unitName,
} from './unit-names.ts';

/** Where the facts stand by which rows are told apart. */
export interface TableRoles {
  rowNo: number | null;
  /** Columns of the name, empty for a sheet that lists no people. */
  names: readonly number[];
  /** Column of the names of a list of organisations: units there are rows, not heads of other rows. */
  units: number | null;
  /** Formulas waiting for figures are rows of a form to fill in, not empty rows of a list. */
  formulasAreRows: boolean;
}

export interface SectionTitle {
  name: string;
  style: NumberingStyle;
  /** Number of people written beside it. */
  written: number | null;
}

/** No known title is longer; most rows are told from a header by this alone. */
const LONGEST_LISTED = 60;
/** Cells of several words: more than a total row has. */
const MANY_SENTENCES = 2;
const isShare = (text: string): boolean => /^\d{1,3}(?:[.,]\d{1,2})?\s*%$/.test(text);
/** A number of a row, which its section's may stand before: "7", "7)", "1.7". */
const isRowNo = (text: string): boolean => /^(?:\d{1,3}\.){0,2}\d{1,6}[.)/]?$/.test(text);

/** What single rows are by themselves; asked again for the same rows when another row gets another class. */
export class RowReader {
  readonly #grid: SheetGrid;
  readonly #header: Header;
  readonly #roles: TableRoles;
  readonly #certain = new Map<RawRow, boolean>();
  readonly #tables = new Map<RawRow, boolean>();

  constructor(grid: SheetGrid, header: Header, roles: TableRoles) {
    this.#grid = grid;
    this.#header = header;
    this.#roles = roles;
  }

  #sentences(row: RawRow): number {
    return row.cells.filter((cell) => cell?.type === 'text' && /\p{L}.*\s.*\p{L}/su.test(cell.text)).length;
  }

  rowNo(row: RawRow): string {
    return this.#roles.rowNo === null ? '' : shownText(row.cells[this.#roles.rowNo]);
  }

  hasName(row: RawRow): boolean {
    return this.#roles.names.some((column) => row.cells[column]?.type === 'text');
  }

  /** A row that can only be one of the list: numbered, named, with more facts beside; no header repeated. */
  isStrongData(row: RawRow): boolean {
    const known = this.#certain.get(row);
    if (known !== undefined) return known;
    const found = this.#isStrong(row) && !this.#header.isRepeatedBy(row);
    this.#certain.set(row, found);
    return found;
  }

  #isStrong(row: RawRow): boolean {
    const { rowNo, names, formulasAreRows } = this.#roles;
    if (rowNo !== null && !isRowNo(this.rowNo(row))) return false;
    if (names.length > 0 && !this.hasName(row)) return false;
    const isList = names.length > 0 || rowNo !== null;
    const fewest = isList ? 3 : Math.max(3, this.#header.titles.size / 3);
    if (filledColumns(row, formulasAreRows).length < fewest) return false;
    const label = this.label(row);
    if (startsAsFoot(label) || this.#isCountedUnit(row)) return false;
    // A numbered row of a register may begin so: "Tổng số hội nghị còn ít", with its cause and measure beside.
    return (
      !startsAsTotal(label) ||
      (rowNo !== null && names.length === 0 && this.#sentences(row) >= MANY_SENTENCES)
    );
  }

  /** "1 | Chi bộ Trường Mầm non | 12 | 8": a unit among people, with nothing beside it but numbers of them. */
  #isCountedUnit(row: RawRow): boolean {
    const [name] = this.#roles.names;
    if (name === undefined || !startsAsPartyUnit(shownText(row.cells[name]))) return false;
    return filledColumns(row).every(
      (column) => column === name || column === this.#roles.rowNo || countAtEndOrNumber(row, column),
    );
  }

  /** A row of the list of which little is known: numbered and named, or with several facts. */
  isWeakData(row: RawRow): boolean {
    const filled = filledColumns(row, this.#roles.formulasAreRows);
    if (isRowNo(this.rowNo(row))) return filled.length >= 2;
    return this.#roles.rowNo === null ? this.hasName(row) || filled.length >= 3 : filled.length >= 3;
  }

  /** A unit of a list of organisations, whatever stands beside it. */
  isUnit(row: RawRow): boolean {
    const { units } = this.#roles;
    const name = units === null ? '' : shownText(row.cells[units]);
    return startsAsPartyUnit(name) && !isCategory(name);
  }

  isOnlyNumbered(row: RawRow): boolean {
    const filled = filledColumns(row, this.#roles.formulasAreRows);
    return filled.length === 1 && filled[0] === this.#roles.rowNo && isWhole(this.rowNo(row));
  }

  /** The first text of the row that is no number or numbering. */
  label(row: RawRow): string {
    for (const column of filledColumns(row)) {
      const text = shownText(row.cells[column]);
      if (text !== '' && !isWhole(text) && !isRoman(text) && !isSectionLetter(text) && !isSmallLetter(text))
        return text;
    }
    return '';
  }

  texts(row: RawRow): string[] {
    return filledColumns(row)
      .filter((column) => row.cells[column]?.type === 'text')
      .map((column) => shownText(row.cells[column]));
  }

  /** The row of the person whose merged name covers this row too; null when the row stands for itself. */
  personAbove(row: RawRow, after: number): number | null {
    const [name] = this.#roles.names;
    if (name === undefined || row.cells[name] !== undefined) return null;
    const merge = this.#grid.mergeOver(row.number, name);
    if (merge === null || merge.top === row.number || merge.top <= after) return null;
    return this.#grid.row(merge.top)?.cells[merge.left]?.type === 'text' ? merge.top : null;
  }

  /** Whether another header stands here: its own titles, not those of the table above. */
  startsTable(row: RawRow): boolean {
    const known = this.#tables.get(row);
    if (known !== undefined) return known;
    const found = this.#hasTitles(row) && !this.#header.isRepeatedBy(row);
    this.#tables.set(row, found);
    return found;
  }

  #hasTitles(row: RawRow): boolean {
    // One with a number of its own is let go first.
    if (isWhole(this.rowNo(row))) return false;
    const known = [this.#roles.rowNo, ...this.#roles.names]
      .filter((column) => column !== null)
      .some((column) => {
        const cell = row.cells[column];
        if (cell?.type !== 'text' || cell.text.length > LONGEST_LISTED) return false;
        const meaning = listedMeaning(shownText(cell));
        return meaning === 'rowNo' || meaning === 'fullName';
      });
    if (!known) return false;
    const meanings = new Set(this.texts(row).map((text) => matchTitle([text])?.meaning ?? null));
    meanings.delete(null);
    return meanings.size >= 3;
  }

  #count(row: RawRow, columns: readonly number[], text: string): number | null {
    const inText = countAtEnd(text);
    if (inText !== null) return inText;
    const [only, ...more] = columns;
    const cell = only === undefined ? undefined : row.cells[only];
    if (more.length > 0 || cell === undefined) return null;
    if (cell.type === 'number' && Number.isInteger(cell.number)) return cell.number;
    return cell.type === 'text' ? countAtEnd(` ${cell.text}`) : null;
  }

  /** A row as the class that the person gives it. */
  as(row: RawRow, rowClass: RowClass): { class: RowClass; title?: SectionTitle; label?: string } {
    const label = this.label(row);
    if (rowClass === 'total') return { class: rowClass, label };
    if (rowClass !== 'section') return { class: rowClass };
    const title = this.section(row) ?? { name: unitName(label), style: numberingStyle(label), written: null };
    return { class: rowClass, title };
  }

  /** The unit that a row names for the rows below it, or null when it is no section row. */
  section(row: RawRow): SectionTitle | null {
    const filled = filledColumns(row);
    const [first, ...rest] = filled;
    if (first === undefined) return null;
    const text = shownText(row.cells[first]);
    const people = this.#roles.names.length > 0;
    const second = rest[0];
    if (second !== undefined && row.cells[second]?.type === 'text') {
      const label = shownText(row.cells[second]);
      const beyond = rest.slice(1);
      const isCounted = beyond.every((column) => {
        const cell = row.cells[column];
        const text = shownText(cell);
        return cell?.type === 'number' || isWhole(text) || isShare(text) || countAtEnd(` ${text}`) !== null;
      });
      const style = isRoman(text)
        ? 'roman'
        : isSectionLetter(text)
          ? 'letter'
          : isSmallLetter(text)
            ? 'small'
            : 'digits';
      const isNumbered = style === 'digits' ? people && isWhole(text) && startsAsPartyUnit(label) : true;
      // A unit may have several counts beside it, of men and of women; a row numbered 1 with several is of the list.
      if (isNumbered && isCounted && (beyond.length <= 1 || style !== 'digits' || this.#isCountedUnit(row))) {
        return { name: unitName(label), style, written: this.#count(row, beyond, label) };
      }
    }
    if (row.cells[first]?.type !== 'text') return null;
    const isAlone = rest.length === 0 || (rest.length === 1 && countAtEndOrNumber(row, rest[0]));
    if (!isAlone) return null;
    const merge = this.#grid.mergeOver(row.number, first);
    const width = merge === null ? 1 : merge.right - merge.left + 1;
    const isWide = width >= 3 && width * 2 >= this.#header.right - this.#header.left + 1;
    const style = numberingStyle(text);
    if (isWide || startsAsUnit(text) || style === 'roman' || style === 'letter' || style === 'small') {
      return { name: unitName(text), style, written: this.#count(row, rest, text) };
    }
    return null;
  }
}

function countAtEndOrNumber(row: RawRow, column: number | undefined): boolean {
  const cell = column === undefined ? undefined : row.cells[column];
  return cell?.type === 'number' || (cell?.type === 'text' && countAtEnd(` ${shownText(cell)}`) !== null);
}
