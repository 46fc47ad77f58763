import type { RowProblem } from '../contract/imports.ts';
import type { SheetRecord, SheetRecordKind } from '../contract/sheet-records.ts';
import { leadingBodyStarts, organizationKindWords, unitTypeWords } from '../contract/vi/sheet-words.ts';
import type { RegisterField } from '../contract/workbook-fields.ts';
import type { CellValue, ColumnField, ReadColumn, ReadRow, ReadSheet } from '../contract/workbooks.ts';
import { asShown, FieldColumns, RowCells } from './extract-cells.ts';
import { readName } from './extract-person.ts';
import { keyStartsWith, startsWithAny, titleKey, wordKey } from './title-keys.ts';
import { startsAsPartyUnit, unitCase } from './unit-names.ts';
import { parentsByLayout } from './unit-tree.ts';
import { parseDeadline } from './values-deadlines.ts';
import { parseCount, parsePercent } from './values-numbers.ts';
import { cellText, cleanName, isReturned, parseMark, parseSigned } from './values-text.ts';

export interface ExtractedSheetRecord<K extends SheetRecordKind = SheetRecordKind> {
  /** Row number as Excel shows it. */
  row: number;
  values: SheetRecord<K>;
  problems: RowProblem[];
  /** The row's key, in a workbook that the program itself made. */
  rowKey?: string;
}

/** The cells of a row by the fields of registers, and by those of people that registers share. */
class RegisterCells {
  readonly #cells: RowCells;
  readonly sectionUnit: string;
  readonly #all: readonly ReadColumn[];

  constructor(row: ReadRow, cells: RowCells, all: readonly ReadColumn[]) {
    this.#cells = cells;
    this.sectionUnit = row.section;
    this.#all = all;
  }

  cell(field: RegisterField): CellValue | undefined {
    return this.#cells.sound(field);
  }

  has(field: RegisterField): boolean {
    return this.#cells.has(field);
  }

  /** The texts of all columns of a field, each under its own title: "Khách quan: xa; Chủ quan: chậm". */
  texts(field: RegisterField): string | null {
    const places = this.#all.filter((column) => column.field === field);
    if (places.length < 2) return this.text(field);
    const texts = places.flatMap(({ letter, title }) => {
      const text = this.#cells.shownAt(letter);
      return text === '' ? [] : [`${title.split(' / ').at(-1)}: ${text}`];
    });
    return texts.length === 0 ? null : texts.join('; ');
  }

  /** How far a task is, of all its columns: what is written there, or the title of the one that is marked. */
  outcome(): string | null {
    const places = this.#all.filter((column) => column.field === 'outcome');
    if (places.length < 2) return this.text('outcome');
    const texts = places.flatMap(({ letter, title }) => {
      const text = this.#cells.shownAt(letter);
      if (text === '') return [];
      return [parseMark({ type: 'text', text }) === 'yes' ? (title.split(' / ').at(-1) ?? '') : text];
    });
    return texts.join('; ') || null;
  }

  /** "Đang thực hiện" under "Tiến độ" is a state; null for a percent and for nothing. */
  stateInProgress(): string | null {
    const text = cellText(this.#cells.cell('progress'));
    return /\p{L}/u.test(text) && !text.includes('%') ? text : null;
  }

  text(field: RegisterField): string | null {
    const cell = this.cell(field);
    return (cell?.type === 'date' ? asShown(cell) : cellText(cell)) || null;
  }

  shared(field: ColumnField): string | null {
    return this.#cells.text(field, field === 'note' ? 'note' : 'line');
  }

  /** What the list of organisations names: the column of its own, not that of another unit beside it. */
  ownName(): string | null {
    return (
      unitCase(this.text('partyOrg') ?? this.shared('organization') ?? this.text('unitName') ?? '') || null
    );
  }

  unit(): string | null {
    return (
      unitCase(this.shared('organization') ?? this.text('partyOrg') ?? this.text('unitName') ?? '') || null
    );
  }

  name(): string | null {
    return readName(this.#cells, { keepCapitals: false });
  }

  number(field: RegisterField, parse: (cell: CellValue | undefined) => number | null): number | null {
    const cell = this.cell(field);
    const number = parse(cell);
    if (number === null && cellText(cell) !== '') this.problem('VALUE_UNKNOWN', field);
    return number;
  }

  /** A day, a month, the end of a quarter; null for none or one that cannot be read. */
  due(field: RegisterField, year: number | null = null): string | null {
    const read = parseDeadline(this.#cells.day(field), year);
    if (read.kind === 'notReal') this.problem('DATE_NOT_REAL', field);
    if (read.kind === 'unreadable') this.problem('DATE_UNREADABLE', field);
    if (read.kind === 'always') return read.reviewOn;
    if (read.kind === 'due' && read.yearTaken) this.problem('DUE_YEAR_TAKEN', field);
    return read.kind === 'due' ? read.on : null;
  }

  isContinuous(field: RegisterField): boolean {
    return parseDeadline(this.cell(field)).kind === 'always';
  }

  problem(
    code: 'VALUE_UNKNOWN' | 'DATE_NOT_REAL' | 'DATE_UNREADABLE' | 'DUE_YEAR_TAKEN' | 'ASSIGNEE_MISSING',
    field: RegisterField,
  ): void {
    this.#cells.problem(code, field, cellText(this.#cells.cell(field)));
  }
}

const isLeadingBody = startsWithAny(leadingBodyStarts);
/** "II. Đồng chí Nguyễn Văn An, Bí thư" over the tasks of one person; '' for any other section. */
const personOfSection = (section: string): string => {
  const name = cleanName(section);
  return name === section || name === '' ? '' : name;
};

function readTask(cells: RegisterCells, { year }: ReadingContext): SheetRecord<'remediation'> {
  const person = personOfSection(cells.sectionUnit);
  const section = person !== '' || isLeadingBody(cells.sectionUnit) ? '' : cells.sectionUnit;
  const assignee = cells.text('assignee') ?? (person || null);
  if (assignee === null) cells.problem('ASSIGNEE_MISSING', 'assignee');
  const state = cells.stateInProgress();
  const result = [state, cells.outcome()].filter((text) => text !== null).join('; ') || null;
  return {
    organization: cells.unit() ?? (section || null),
    shortcoming: cells.text('shortcoming'),
    cause: cells.texts('cause'),
    measure: cells.text('measure'),
    assignee: assignee === null ? null : cleanName(assignee),
    coordination: cells.text('cooperator'),
    dueOn: cells.due('due', year),
    continuous: cells.isContinuous('due'),
    dueText: cells.text('due'),
    result,
    progress:
      cells.has('progress') && state === null
        ? cells.number('progress', parsePercent)
        : result?.includes('%')
          ? parsePercent({ type: 'text', text: result })
          : null,
    lateReason: cells.text('lateReason'),
    note: cells.shared('note'),
  };
}

/** "Chưa ký (lý do)" holds a number, a reason, or both: "2 (ốm; đi học)". */
function readUnsigned(cells: RegisterCells): { notSigned: number | null; notSignedReason: string | null } {
  const text = cells.text('unsigned');
  const [, digits, reason = ''] = /^(\d{1,6})?[\s:;,.–-]*(.*)$/s.exec(text ?? '') ?? [];
  return {
    notSigned: digits === undefined ? null : Number(digits),
    notSignedReason: reason.replace(/^\((.*)\)$/s, '$1').trim() || null,
  };
}

function readPledgeStatus(cells: RegisterCells): SheetRecord<'pledgeStatus'> {
  const unsigned = readUnsigned(cells);
  return {
    organization: cells.unit(),
    total: cells.number('memberTotal', parseCount),
    signed: cells.number('signed', parseCount),
    percent: cells.number('percent', parsePercent),
    notSigned: unsigned.notSigned,
    notSignedReason: unsigned.notSignedReason ?? cells.shared('unratedReason'),
    note: cells.shared('note'),
  };
}

/** "Đã nộp ngày 15/01/2025": what is said, and the day behind it. */
const SAID_ON = /^(?<said>\D+?)[\s,;(]+(?<day>(?:\p{L}+\s+)?\d{1,2}[./-]\d{1,2}[./-]\d{4})\)?$/u;

function readPledge(cells: RegisterCells): SheetRecord<'pledges'> {
  const text = cellText(cells.cell('signed'));
  const { said: words = text, day = '' } = SAID_ON.exec(text)?.groups ?? {};
  const said = parseSigned(words);
  const mark = said === null ? parseMark(cells.cell('signed')) : said ? 'yes' : 'no';
  const unsignedMark = parseMark(cells.cell('unsigned'));
  const behind = said === null ? null : parseDeadline({ type: 'text', text: day });
  // A pledge that came back was handed in on a day, and is not signed for all that.
  const signedOn =
    mark === 'no' ? null : (cells.due('signedOn') ?? (behind?.kind === 'due' ? behind.on : null));
  const isUnsigned = unsignedMark === 'yes' || unsignedMark === 'other' || mark === 'no';
  if (mark === 'other') cells.problem('VALUE_UNKNOWN', 'signed');
  return {
    fullName: cells.name(),
    organization: cells.unit() ?? (cells.sectionUnit || null),
    signed: mark === 'yes' || signedOn !== null ? true : isUnsigned || cells.has('signed') ? false : null,
    returned: isReturned(words),
    signedOn,
    reason: (unsignedMark === 'other' ? cells.text('unsigned') : null) ?? cells.shared('unratedReason'),
    note: cells.shared('note'),
  };
}

/** What the longest words say that a text begins with. */
function meaningBy<T>(list: readonly (readonly [words: string, meaning: T])[]) {
  const keys = list
    .map(([words, meaning]) => [wordKey(words), meaning] as const)
    .sort(([a], [b]) => b.length - a.length);
  return (text: string | null): T | null =>
    text === null
      ? null
      : (keys.find(
          ([words]) => keyStartsWith(wordKey(text), words) || titleKey(text) === titleKey(words),
        )?.[1] ?? null);
}
const kindOf = meaningBy(organizationKindWords);
const typeOf = meaningBy(unitTypeWords);

/** A parent is named, or given by its code: "DB01" keeps its capitals. */
const nameOrCode = (text: string): string => (/\s/.test(text.trim()) ? unitCase(text) : text.trim());

function readOrganization(cells: RegisterCells, { above }: ReadingContext): SheetRecord<'organizations'> {
  // "Khối cơ quan" over several of them is no unit.
  const section = startsAsPartyUnit(cells.sectionUnit) ? cells.sectionUnit : '';
  const name = cells.ownName();
  // "Loại hình" beside the name of the organisation is its kind.
  const isNamed = cells.has('partyOrg') || cells.shared('organization') !== null;
  const kindField = cells.has('organizationKind') || !isNamed ? 'organizationKind' : 'unitName';
  const kind = cells.text(kindField);
  // "Loại hình: Thôn" beside "Chi bộ thôn Pha" is the type of the place, not the kind of the unit.
  const isType = name !== null && startsAsPartyUnit(name) && typeOf(kind) !== null;
  const known = isType ? null : kindOf(kind);
  const type = cells.text('unitType') ?? (known === null ? kind : null);
  const unitType = typeOf(type);
  // "Loại hình: Trường học" is a type, not a kind.
  if (kind !== null && known === null && unitType === null) cells.problem('VALUE_UNKNOWN', kindField);
  else if (type !== null && unitType === null) cells.problem('VALUE_UNKNOWN', 'unitType');
  return {
    code: cells.text('organizationCode'),
    name,
    kind: known ?? kindOf(name),
    unitType,
    parent: nameOrCode(cells.text('parentOrganization') ?? above ?? section) || null,
    memberCount: cells.number('memberTotal', parseCount),
    note: cells.shared('note'),
  };
}

function readLetterbox(cells: RegisterCells): SheetRecord<'letterbox'> {
  return {
    openedOn: cells.due(cells.has('openedOn') ? 'openedOn' : 'receivedOn'),
    place: cells.text('place'),
    openers: cells.text('openers'),
    letterCount: cells.number('letterCount', parseCount),
    content: cells.text('content'),
    forwardedTo: cells.text('forwardedTo'),
    forwardedOn: cells.due('forwardedOn'),
    result: cells.text('outcome'),
    answeredOn: cells.due('answeredOn'),
    note: cells.shared('note'),
  };
}

interface ReadingContext {
  /** Of the sheet, for deadlines that name none. */
  year: number | null;
  /** The unit over the row by the layout of a list of organisations. */
  above: string | undefined;
}

const readers: { [K in SheetRecordKind]: (cells: RegisterCells, context: ReadingContext) => SheetRecord<K> } =
  {
    remediation: readTask,
    pledgeStatus: readPledgeStatus,
    pledges: readPledge,
    organizations: readOrganization,
    letterbox: readLetterbox,
  };

/** Reads single rows of such a sheet; as `RecordReader` does for people. */
export interface SheetRecordReader<K extends SheetRecordKind> {
  sheet: ReadSheet;
  rows: readonly ReadRow[];
  read(row: ReadRow, above: ReadRow | null, columns?: readonly ReadColumn[]): ExtractedSheetRecord<K>;
}

export function sheetRecordReader<K extends SheetRecordKind>(
  sheet: ReadSheet,
  kind: K,
): SheetRecordReader<K> {
  const columns = new FieldColumns(sheet, {});
  const { year } = sheet;
  const parents = kind === 'organizations' ? parentsByLayout(sheet) : new Map<number, string>();
  return {
    sheet,
    rows: sheet.rows.filter((row) => row.class === 'data' && row.hidden !== true),
    read: (row, above, own) => {
      const place = own === undefined ? columns : new FieldColumns({ ...sheet, columns: [...own] }, {});
      const cells = new RowCells(row, above, place);
      const values = readers[kind](new RegisterCells(row, cells, own ?? sheet.columns), {
        year,
        above: parents.get(row.row),
      });
      if (row.shifted !== undefined) cells.problem('ROW_SHIFTED', null);
      const rowKey = cells.has('rowKey') ? cellText(cells.cell('rowKey')) : '';
      return { row: row.row, values, problems: cells.problems, ...(rowKey === '' ? {} : { rowKey }) };
    },
  };
}
