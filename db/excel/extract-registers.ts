import type { RowProblem } from '../contract/imports.ts';
import type { SheetRecord, SheetRecordKind } from '../contract/sheet-records.ts';
import { organizationKindWords } from '../contract/vi/sheet-words.ts';
import type { RegisterField } from '../contract/workbook-fields.ts';
import type { CellValue, ColumnField, ReadColumn, ReadRow, ReadSheet } from '../contract/workbooks.ts';
import type { OrganizationKind } from '../domain/people.ts';
import { FieldColumns, RowCells } from './extract-cells.ts';
import { readName } from './extract-person.ts';
import { keyStartsWith, titleKey, wordKey } from './title-keys.ts';
import { unitCase } from './unit-names.ts';
import { parseDeadline } from './values-deadlines.ts';
import { parseCount, parsePercent } from './values-numbers.ts';
import { cellText, cleanName, parseMark } from './values-text.ts';

export interface ExtractedSheetRecord<K extends SheetRecordKind = SheetRecordKind> {
  /** Row number as Excel shows it. */
  row: number;
  values: SheetRecord<K>;
  problems: RowProblem[];
}

/** The cells of a row by the fields of registers, and by those of people that registers share. */
class RegisterCells {
  readonly #cells: RowCells;
  readonly #places: Map<RegisterField, { letter: string; title: string }>;
  readonly #row: ReadRow;
  readonly sectionUnit: string;
  readonly #all: readonly ReadColumn[];

  constructor(
    row: ReadRow,
    cells: RowCells,
    places: Map<RegisterField, { letter: string; title: string }>,
    all: readonly ReadColumn[],
  ) {
    this.#row = row;
    this.#cells = cells;
    this.#places = places;
    this.sectionUnit = row.section;
    this.#all = all;
  }

  cell(field: RegisterField): CellValue | undefined {
    const place = this.#places.get(field);
    const cell = place === undefined ? undefined : this.#row.cells[place.letter];
    if (place !== undefined && cell?.type === 'error')
      this.#cells.problemAt('FORMULA_ERROR', place, cell.text);
    if (place !== undefined && cell?.type === 'text' && cell.unconverted !== undefined)
      this.#cells.problemAt('CHARACTER_UNCONVERTED', place, cell.text);
    return cell?.type === 'error' ? undefined : cell;
  }

  has(field: RegisterField): boolean {
    return this.#places.has(field);
  }

  /** The texts of all columns of a field, each under its own title: "Khách quan: xa; Chủ quan: chậm". */
  texts(field: RegisterField): string | null {
    const places = this.#all.filter(({ registerField }) => registerField === field);
    if (places.length < 2) return this.text(field);
    const texts = places.flatMap(({ letter, title }) => {
      const text = this.#cells.shownAt(letter);
      return text === '' ? [] : [`${title.split(' / ').at(-1)}: ${text}`];
    });
    return texts.length === 0 ? null : texts.join('; ');
  }

  text(field: RegisterField): string | null {
    const cell = this.cell(field);
    return (
      (cell?.type === 'date' ? this.#cells.shownAt(this.#places.get(field)?.letter ?? '') : cellText(cell)) ||
      null
    );
  }

  shared(field: ColumnField): string | null {
    return this.#cells.text(field, field === 'note' ? 'note' : 'line');
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
  due(field: RegisterField): string | null {
    const read = parseDeadline(this.cell(field));
    if (read.kind === 'notReal') this.problem('DATE_NOT_REAL', field);
    if (read.kind === 'unreadable') this.problem('DATE_UNREADABLE', field);
    return read.kind === 'due' ? read.on : null;
  }

  problem(
    code: 'VALUE_UNKNOWN' | 'DATE_NOT_REAL' | 'DATE_UNREADABLE' | 'ASSIGNEE_MISSING',
    field: RegisterField,
  ): void {
    const place = this.#places.get(field) ?? { letter: '', title: '' };
    const cell = this.#row.cells[place.letter];
    this.#cells.problemAt(code, place, cellText(cell));
  }
}

function readTask(cells: RegisterCells): SheetRecord<'remediation'> {
  const assignee = cells.text('assignee');
  if (assignee === null) cells.problem('ASSIGNEE_MISSING', 'assignee');
  const result = cells.text('outcome');
  return {
    shortcoming: cells.text('shortcoming'),
    cause: cells.texts('cause'),
    measure: cells.text('measure'),
    assignee: assignee === null ? null : cleanName(assignee),
    coordination: cells.text('cooperator'),
    dueOn: cells.due('due'),
    dueText: cells.text('due'),
    result,
    progress: cells.has('progress')
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

function readPledge(cells: RegisterCells): SheetRecord<'pledges'> {
  const mark = parseMark(cells.cell('signed'));
  const unsignedMark = parseMark(cells.cell('unsigned'));
  const signedOn = cells.due('signedOn');
  const isUnsigned = unsignedMark === 'yes' || unsignedMark === 'other' || mark === 'no';
  if (mark === 'other') cells.problem('VALUE_UNKNOWN', 'signed');
  return {
    fullName: cells.name(),
    organization: cells.unit() ?? (cells.sectionUnit || null),
    signed: mark === 'yes' || signedOn !== null ? true : isUnsigned || cells.has('signed') ? false : null,
    signedOn,
    reason: unsignedMark === 'other' ? cells.text('unsigned') : null,
    note: cells.shared('note'),
  };
}

const kindWords = organizationKindWords.map(([words, kind]) => [wordKey(words), kind] as const);
const kindOf = (text: string | null): OrganizationKind | null =>
  text === null
    ? null
    : ([...kindWords]
        .sort(([a], [b]) => b.length - a.length)
        .find(([words]) => keyStartsWith(wordKey(text), words) || titleKey(text) === titleKey(words))?.[1] ??
      null);

function readOrganization(cells: RegisterCells): SheetRecord<'organizations'> {
  const name = cells.unit();
  // "Loại hình" beside the name of the organisation is its kind.
  const kindField = cells.has('organizationKind') || !cells.has('partyOrg') ? 'organizationKind' : 'unitName';
  const kind = cells.text(kindField);
  const known = kindOf(kind);
  if (kind !== null && known === null) cells.problem('VALUE_UNKNOWN', kindField);
  return {
    code: cells.text('organizationCode'),
    name,
    kind: known ?? kindOf(name),
    parent: unitCase(cells.text('parentOrganization') ?? cells.sectionUnit) || null,
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

const readers: { [K in SheetRecordKind]: (cells: RegisterCells) => SheetRecord<K> } = {
  remediation: readTask,
  pledgeStatus: readPledgeStatus,
  pledges: readPledge,
  organizations: readOrganization,
  letterbox: readLetterbox,
};

/** Turns the visible data rows of a sheet of that kind into records, with the problems of each row. */
export function extractSheetRecords<K extends SheetRecordKind>(
  sheet: ReadSheet,
  kind: K,
): ExtractedSheetRecord<K>[] {
  const columns = new FieldColumns(sheet, {});
  const places = new Map(
    sheet.columns.flatMap(({ letter, title, registerField }) =>
      registerField === undefined ? [] : [[registerField, { letter, title }] as const],
    ),
  );
  const rows = sheet.rows.filter((row) => row.class === 'data' && row.hidden !== true);
  return rows.map((row, index) => {
    const cells = new RowCells(row, rows[index - 1] ?? null, columns);
    const values = readers[kind](new RegisterCells(row, cells, places, sheet.columns));
    return { row: row.row, values, problems: cells.problems };
  });
}
