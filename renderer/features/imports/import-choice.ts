import type { StagedImport, StagedSheet } from '../../../db/contract/imports.ts';
import type { SheetReading } from '../../../db/contract/sheet-readings.ts';
import { allMarks } from '../../../db/contract/workbook-fields.ts';
import type { ColumnField, ImportKind, RowClass } from '../../../db/contract/workbooks.ts';

export type { StagedSheet } from '../../../db/contract/imports.ts';

/** Which sheet is imported, and the year as typed; how the sheet is read stands in the sheet itself. */
export interface Choice {
  sheet: string;
  year: string;
}

/** Plain values: the list of the contract stands beside its schemas, which the page does not need. */
export const importKinds: readonly ImportKind[] = [
  'officials',
  'ratings',
  'organizations',
  'pledges',
  'pledgeStatus',
  'remediation',
];

/** null as long as the sheet is of no kind that can be imported and none was chosen. */
export const importKindOf = ({ kind }: StagedSheet): ImportKind | null =>
  importKinds.find((each) => each === kind) ?? null;

export const choiceOfSheet = (sheet: StagedSheet): Choice => ({
  sheet: sheet.name,
  year: sheet.year === null ? '' : String(sheet.year),
});

/** The first sheet that can be imported and is not hidden, else the first that is not hidden, else the first. */
export function firstChoice(staged: StagedImport): Choice {
  const shown = staged.sheets.filter((sheet) => !sheet.hidden);
  const sheet = shown.find((each) => importKindOf(each) !== null) ?? shown[0] ?? staged.sheets[0];
  return sheet ? choiceOfSheet(sheet) : { sheet: '', year: '' };
}

/** The first sheet after this one that can be imported and holds rows; null when none does. */
export function nextChoice({ sheets }: StagedImport, name: string): Choice | null {
  const later = sheets.slice(sheets.findIndex((sheet) => sheet.name === name) + 1);
  const next = later.find(
    (sheet) => !sheet.hidden && importKindOf(sheet) !== null && (sheet.rowCounts.data ?? 0) > 0,
  );
  return next === undefined ? null : choiceOfSheet(next);
}

/** The typed year, or null when it is none from 1980 to 2100. */
export function choiceYear({ year }: Choice): number | null {
  const typed = year.trim();
  const value = /^\d{4}$/.test(typed) ? Number(typed) : Number.NaN;
  return value >= 1980 && value <= 2100 ? value : null;
}

/** Fields that two columns or more go into, with the letters of those columns. */
export function fieldsTwice(sheet: StagedSheet): Array<{ field: ColumnField; letters: string[] }> {
  const letters = new Map<ColumnField, string[]>();
  for (const { field, letter } of sheet.columns) {
    if (field !== null) letters.set(field, [...(letters.get(field) ?? []), letter]);
  }
  return [...letters]
    .filter(([, each]) => each.length > 1)
    .map(([field, each]) => ({ field, letters: each }));
}

/** What a column does: it goes into a field, into the note, or nowhere. */
export type ColumnUse = ColumnField | 'keepAsNote' | null;

export const columnUseOf = (
  { letter, field }: StagedSheet['columns'][number],
  reading: SheetReading,
): ColumnUse => field ?? (reading.cleaning.notes.includes(letter) ? 'keepAsNote' : null);

/** Gives a column its use; a field that another column had is taken from it, since a person has one of each. */
export function withColumnUse(sheet: StagedSheet, letter: string, use: ColumnUse): SheetReading {
  const { overrides, cleaning } = sheet.reading;
  const field = use === 'keepAsNote' ? null : use;
  const others =
    field === null ? [] : sheet.columns.filter((each) => each.field === field && each.letter !== letter);
  return {
    overrides: {
      ...overrides,
      columns: {
        ...overrides.columns,
        ...Object.fromEntries(others.map((each) => [each.letter, null])),
        [letter]: field,
      },
    },
    cleaning: {
      ...cleaning,
      notes: [...cleaning.notes.filter((each) => each !== letter), ...(use === 'keepAsNote' ? [letter] : [])],
    },
  };
}

/** Gives rows a class; null takes back what the person gave them. */
export function withRowClass(
  reading: SheetReading,
  rows: readonly number[],
  rowClass: RowClass | null,
): SheetReading {
  const rowClasses = { ...reading.overrides.rowClasses };
  for (const row of rows) {
    if (rowClass === null) delete rowClasses[String(row)];
    else rowClasses[String(row)] = rowClass;
  }
  return { ...reading, overrides: { ...reading.overrides, rowClasses } };
}

/** No office writes a header of more rows. */
const MOST_HEADER_ROWS = 5;

/** Makes rows the header, or gives finding it back (null). Classes given to rows of the new header go. */
export function withHeaderRows(reading: SheetReading, rows: readonly [number, number] | null): SheetReading {
  const { headerRows: _before, ...overrides } = reading.overrides;
  if (rows === null) return { ...reading, overrides };
  const [first, last] = [rows[0], Math.min(rows[1], rows[0] + MOST_HEADER_ROWS - 1)];
  const inHeader = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return withRowClass({ ...reading, overrides: { ...overrides, headerRows: [first, last] } }, inHeader, null);
}

export interface MissingFields {
  /** Without these nothing can be previewed: any one of each group. */
  required: ColumnField[][];
  /** With these people and units are found more surely. */
  useful: ColumnField[];
}

const levels: ColumnField[] = ['ratingDecided', 'ratingProposed', 'ratingSelf', ...allMarks];

const taskColumns: ColumnField[] = ['shortcoming', 'measure', 'assignee', 'due'];

const ofYear: readonly (ImportKind | null)[] = ['ratings', 'pledges', 'pledgeStatus', 'remediation'];

/** Whether what the sheet holds is of a year. */
export const needsYear = (kind: ImportKind | null): boolean => ofYear.includes(kind);

/** What a sheet of this kind still misses. Section rows may name the unit in place of a column. */
export function missingFields(sheet: StagedSheet, kind: ImportKind): MissingFields {
  const has = (...fields: ColumnField[]) =>
    sheet.columns.some(({ field }) => field !== null && fields.includes(field));
  if (kind === 'organizations') {
    const named = has('partyOrg', 'unitName', 'organization');
    return {
      required: named ? [] : [['partyOrg']],
      useful: (['organizationCode', 'parentOrganization'] as const).filter((field) => !has(field)),
    };
  }
  if (kind === 'pledges') {
    const required: ColumnField[][] = has('fullName', 'givenName') ? [] : [['fullName']];
    if (!has('signed', 'signedOn', 'unsigned')) required.push(['signed', 'signedOn', 'unsigned']);
    return { required, useful: has('organization', 'partyOrg', 'unitName') ? [] : ['organization'] };
  }
  if (kind === 'pledgeStatus') {
    const required: ColumnField[][] = has('organization', 'partyOrg', 'unitName') ? [] : [['organization']];
    if (!has('signed', 'unsigned')) required.push(['signed']);
    if (!has('memberTotal', 'unsigned')) required.push(['memberTotal']);
    return { required, useful: [] };
  }
  if (kind === 'remediation') {
    const required = taskColumns.filter((field) => !has(field)).map((field) => [field]);
    return { required, useful: has('outcome') ? [] : ['outcome'] };
  }
  const required: ColumnField[][] = [];
  if (!has('fullName', 'givenName')) required.push(['fullName']);
  if (kind === 'ratings' && !has(...levels)) required.push(levels);
  const useful: ColumnField[] = [];
  if (!has('birthDate', 'birthDateMale', 'birthDateFemale')) useful.push('birthDate');
  if (!has('organization') && (sheet.rowCounts.section ?? 0) === 0) useful.push('organization');
  if (!has('citizenId', 'partyCardNo')) useful.push('partyCardNo');
  return { required, useful };
}
