import type { ProblemCode, RowProblem } from '../contract/imports.ts';
import { importProblemMessage } from '../contract/vi/imports-problems.ts';
import type { CellValue, ColumnField, ReadRow, ReadSheet } from '../contract/workbooks.ts';
import { formatPartialDate } from '../domain/dates.ts';
import { repeatsAbove } from './ditto-marks.ts';
import { titleKey } from './title-keys.ts';
import { ownLetter } from './unfold-parts.ts';
import { asDay, type PlausibleYears, parseDateCell, serialToDay } from './values-dates.ts';
import { cellText } from './values-text.ts';

interface Place {
  letter: string;
  title: string;
}
interface ColumnPlace extends Place {
  /** Key of the title, which is asked for in every row. */
  key: string;
}

/** Longest texts that a record holds; longer ones are pasted by mistake. */
export const LONGEST = { name: 100, line: 300, note: 1000 } as const;

/** What must be written out for each person: "nt" there is a slip, not the same once more. */
const neverRepeated: ReadonlySet<ColumnField> = new Set(['citizenId', 'rowKey']);

/** Which column holds each field, after what the person chose. */
export class FieldColumns {
  readonly #places = new Map<ColumnField, ColumnPlace>();

  readonly isFrom1904: boolean;
  readonly folds: ReadSheet['folds'];

  constructor(sheet: ReadSheet, chosen: Readonly<Record<string, ColumnField | null>>) {
    this.isFrom1904 = sheet.date1904 === true;
    this.folds = sheet.folds;
    const isChosen = ({ letter }: { letter: string }) => letter in chosen;
    // A field that the person gave to one column is taken from the column where it was understood.
    const columns = [
      ...sheet.columns.filter(isChosen),
      ...sheet.columns.filter((column) => !isChosen(column)),
    ];
    for (const { letter, title, field } of columns) {
      const wanted = letter in chosen ? (chosen[letter] ?? null) : field;
      if (wanted !== null && !this.#places.has(wanted))
        this.#places.set(wanted, { letter, title, key: titleKey(title) });
    }
  }

  place(field: ColumnField): ColumnPlace | undefined {
    return this.#places.get(field);
  }

  has(field: ColumnField): boolean {
    return this.#places.has(field);
  }

  /** The field that a column is read for; of two columns with one field only the first is. */
  fieldAt(letter: string): ColumnField | null {
    for (const [field, place] of this.#places) if (place.letter === letter) return field;
    return null;
  }
}

/** How a cell is quoted in a problem: as it shows. */
export function asShown(cell: CellValue | undefined): string {
  switch (cell?.type) {
    case 'text':
      return cell.text;
    case 'number':
      return String(cell.number);
    case 'date': {
      const day = serialToDay(cell.serial);
      return day === null ? String(cell.serial) : formatPartialDate(day);
    }
    case 'error':
      return cell.text;
    default:
      return '';
  }
}

/** Reads the cells of one row by field and gathers what is wrong with them. */
export class RowCells {
  readonly problems: RowProblem[] = [];
  readonly #row: ReadRow;
  readonly #above: ReadRow | null;
  readonly #columns: FieldColumns;

  constructor(row: ReadRow, above: ReadRow | null, columns: FieldColumns) {
    this.#row = row;
    this.#above = above;
    this.#columns = columns;
  }

  has(field: ColumnField): boolean {
    return this.#columns.has(field);
  }

  /** The cell of a field; where it holds "-nt-", the one of the row above. */
  cell(field: ColumnField): CellValue | undefined {
    const place = this.#columns.place(field);
    if (place === undefined) return undefined;
    const own = this.#row.cells[place.letter];
    return repeatsAbove(own) && !neverRepeated.has(field) ? this.#above?.cells[place.letter] : own;
  }

  /** The text of any column in one line, '' for nothing or a failed formula. */
  shownAt(letter: string): string {
    const cell = this.#row.cells[letter];
    return cell?.type === 'date' ? asShown(cell) : cellText(cell);
  }

  problem(code: ProblemCode, field: ColumnField | null, value?: string): void {
    const place = field === null ? undefined : this.#columns.place(field);
    const shown = value ?? (field === null ? '' : asShown(this.cell(field)));
    this.problemAt(code, place ?? { letter: '', title: '' }, shown);
  }

  problemAt(code: ProblemCode, { letter, title }: Place, value: string): void {
    const column = ownLetter(this.#columns, this.#row.row, letter);
    // A cell is asked for more than once when it stacks several facts.
    if (this.problems.some((known) => known.code === code && known.column === column)) return;
    const message = importProblemMessage(code, { row: this.#row.row, title, value });
    this.problems.push({ column, code, message });
  }

  /** The cell of a field unless a formula failed there; then a problem says so, as it does of letters that are none. */
  sound(field: ColumnField): CellValue | undefined {
    const cell = this.cell(field);
    if (cell?.type === 'text' && cell.unconverted !== undefined) this.problem('CHARACTER_UNCONVERTED', field);
    if (cell?.type !== 'error') return cell;
    this.problem('FORMULA_ERROR', field);
    return undefined;
  }

  /** A text; null for nothing. */
  text(field: ColumnField, longest: keyof typeof LONGEST = 'line'): string | null {
    const place = this.#columns.place(field);
    if (place === undefined) return null;
    const cell = this.sound(field);
    if (cell === undefined) return null;
    const text = cell.type === 'date' ? asShown(cell) : cellText(cell);
    if (text === '') return null;
    if (text.length <= LONGEST[longest]) return text;
    this.problem('TEXT_TOO_LONG', field);
    return null;
  }

  /**
   * The parts of a cell that stacks several facts, as the official register of members does: its lines, or what stands
   * between `separators` of a single line. Empty lines hold their place.
   */
  parts(field: ColumnField, separators = /[;]/): string[] {
    const cell = this.sound(field);
    if (cell?.type !== 'text') return [];
    const lines = cell.text.trim().split(/\r\n|\n|\r/);
    const parts = lines.length > 1 ? lines : cell.text.split(separators);
    return parts.map((part) => cellText({ type: 'text', text: part.replace(/;\s*$/, '') }));
  }

  /** Key of the title of a field's column, '' without one. */
  titleKeyOf(field: ColumnField): string {
    return this.#columns.place(field)?.key ?? '';
  }

  /** A cell of a column of days, whichever year its file counts from. */
  day(field: ColumnField): CellValue | undefined {
    return asDay(this.sound(field), this.#columns.isFrom1904);
  }

  /** The lowest of the titles over a field's column, '' without one. */
  leafTitleOf(field: ColumnField): string {
    return this.#columns.place(field)?.title.split(' / ').at(-1) ?? '';
  }

  /** One or two dates of a cell, or of what is left of it; an unreadable one is a problem. */
  dates(
    field: ColumnField,
    plausible: PlausibleYears,
    cell: CellValue | undefined = this.day(field),
  ): [string | null, string | null] {
    const read = parseDateCell(cell, plausible);
    switch (read.kind) {
      case 'dates':
        return [read.dates[0], read.dates[1] ?? null];
      case 'notReal':
        this.problem('DATE_NOT_REAL', field);
        return [null, null];
      case 'unreadable':
        this.problem('DATE_UNREADABLE', field);
        return [null, null];
      case 'empty':
        return [null, null];
    }
  }

  /** One date; two of them are a problem. */
  date(field: ColumnField, plausible: PlausibleYears, cell?: CellValue): string | null {
    const [first, second] = this.dates(field, plausible, cell);
    if (second === null) return first;
    this.problem('DATE_UNREADABLE', field);
    return null;
  }
}
