import type { RowProblem } from '../contract/imports.ts';
import { birthNameNote } from '../contract/vi/sheet-words.ts';
import type { CellValue, ColumnField, ReadColumn, ReadRow, ReadSheet } from '../contract/workbooks.ts';
import { cleanText } from '../domain/names.ts';
import { FieldColumns, LONGEST, RowCells } from './extract-cells.ts';
import {
  partyYears,
  readBirth,
  readBirthName,
  readCardNo,
  readCitizenId,
  readFileNo,
  readName,
  readReligion,
  readSchooling,
  readStackedEducation,
  readStackedGender,
  type SheetFacts,
} from './extract-person.ts';
import { readRating } from './extract-rating.ts';
import { readWorking } from './extract-working.ts';
import { matchTitle, yearInTitle } from './match-title.ts';
import { quarterInTitle } from './quarter-titles.ts';
import { countAtEnd, countOfPeople, startsAsCell, unitCase, unitName } from './unit-names.ts';
import { addressOf, cellText, parseGender, parseMark, parseParticipation } from './values-text.ts';

/** Values that a row of an officials sheet gives, by contract name; posts and unit stay names here. */
const officialRecordFields = [
  'fullName',
  'birthDate',
  'gender',
  'ethnicity',
  'religion',
  'hometown',
  'residence',
  'admittedOn',
  'fullMemberOn',
  'partyCardNo',
  'partyFileNo',
  'citizenId',
  'schooling',
  'professionalDegree',
  'politicalTheoryLevel',
  'partyPost',
  'statePost',
  'massPost',
  'workplace',
  'organization',
  'participationStatus',
  'workingStatus',
  'note',
] as const;
export type OfficialRecordField = (typeof officialRecordFields)[number];

/** Values that a row of a ratings sheet gives. Levels are `RatingLevel` or null. */
const ratingRecordFields = [
  'fullName',
  'birthDate',
  'citizenId',
  'partyCardNo',
  'organization',
  'statePost',
  'selfLevel',
  'proposedLevel',
  'decidedLevel',
  'unratedReason',
  'note',
] as const;
export type RatingRecordField = (typeof ratingRecordFields)[number];

/**
 * One data row as contract values. Every field of the kind is there; null when the cell is empty, there is no
 * such column, or the value could not be read (then a problem says so). Partial dates are ISO text cut at
 * their precision; gender is 'male' | 'female'; partyCardNo is kept as typed; participationStatus is a
 * `ParticipationStatus`, workingStatus a `WorkingStatus`.
 */
export interface ExtractedRecord<F extends string = OfficialRecordField | RatingRecordField> {
  /** Row number as Excel shows it. */
  row: number;
  values: Record<F, string | null>;
  problems: RowProblem[];
  /** The row's key, in a workbook that the program itself made. */
  rowKey?: string;
}

/** Kinds of sheets whose rows are people. */
export type PeopleSheetKind = 'officials' | 'ratings';

export interface ExtractOptions<K extends PeopleSheetKind = PeopleSheetKind> {
  kind: K;
  /** Review year of ratings; null for officials. */
  year: number | null;
  /** Fields that the person chose, by column letter, over `sheet.columns`; null leaves a column out. */
  columnFields?: Readonly<Record<string, ColumnField | null>>;
  /** Calendar year of the reading, by which years of two digits are completed; the clock's when left out. */
  thisYear?: number;
}

/** Reads single rows of a sheet, with the facts that only the whole sheet tells gathered once. */
export interface RecordReader {
  /** The sheet with the field of each column as it is read. */
  sheet: ReadSheet;
  /** The visible data rows, in order. */
  rows: readonly ReadRow[];
  /** `above` is the data row before, which "-nt-" refers to; `columns` are the row's own, when a person mended it. */
  read(
    row: ReadRow,
    above: ReadRow | null,
    columns?: readonly ReadColumn[],
  ): ExtractedRecord<OfficialRecordField | RatingRecordField>;
}

export function recordReader(sheet: ReadSheet, options: ExtractOptions): RecordReader {
  const given = options.columnFields ?? {};
  const chosen = options.kind === 'ratings' ? { ...fieldsOfYear(sheet, options.year), ...given } : given;
  const columns = new FieldColumns(sheet, chosen);
  const rows = sheet.rows.filter((row) => row.class === 'data' && row.hidden !== true);
  const marks = columns.place('femaleMark')?.letter;
  const names = (columns.place('fullName') ?? columns.place('familyMiddleName'))?.letter;
  const facts: SheetFacts = {
    columns,
    sheetUnit: unitOfSheet(sheet),
    femaleIsMarked: marks !== undefined && rows.some((row) => saysFemale(row.cells[marks])),
    thisYear: options.thisYear ?? new Date().getFullYear(),
    keepCapitals: sheet.cleaning?.keepCapitals ?? false,
    isAddressed: isAddressed(rows, names),
    unitNames: countedUnits(rows, columns.place('organization')?.letter),
    isTcvn3: sheet.columns.some(
      ({ letter, converted }) => letter === names && converted?.encoding === 'TCVN3',
    ),
  };
  const noted = sheet.columns.filter(
    ({ letter }) => sheet.cleaning?.notes.includes(letter) && columns.fieldAt(letter) === null,
  );
  const readValues = options.kind === 'officials' ? readOfficial : readRatingRow;
  return {
    sheet: {
      ...sheet,
      columns: sheet.columns.map((column) => ({
        ...column,
        field: columns.fieldAt(column.letter),
      })),
    },
    rows,
    read: (row, above, own) => {
      const place = own === undefined ? columns : new FieldColumns({ ...sheet, columns: [...own] }, {});
      const cells = new RowCells(row, above, place);
      const values = readValues(row, cells, { ...facts, columns: place });
      values.note = withKeptNotes(values.note, cells, noted);
      if (row.shifted !== undefined) cells.problem('ROW_SHIFTED', null);
      const rowKey = cells.has('rowKey') ? cellText(cells.cell('rowKey')) : '';
      return {
        row: row.row,
        values,
        problems: cells.problems,
        ...(rowKey === '' ? {} : { rowKey }),
      } as ExtractedRecord;
    },
  };
}

/** Units written with how many they are ("Chi bộ 1 (12)", where 12 rows have it), and their names without. */
function countedUnits(rows: readonly ReadRow[], letter: string | undefined): Map<string, string> {
  const counts = new Map<string, number>();
  if (letter === undefined) return new Map();
  for (const row of rows) {
    const cell = row.cells[letter];
    if (cell?.type !== 'text' || !/\d/.test(cell.text)) continue;
    const text = cellText(cell);
    if (countAtEnd(text) !== null) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return new Map(
    [...counts].flatMap(([text, count]) =>
      countOfPeople(text) !== null || countAtEnd(text) === count ? [[text, unitName(text)] as const] : [],
    ),
  );
}

/** An x in the column "Nữ", or the word. */
const saysFemale = (cell: CellValue | undefined): boolean =>
  parseMark(cell) === 'yes' || parseGender(cellText(cell)) === 'female';

/** Whether nearly every name of a list begins with "Ông" or "Bà", and both come. */
function isAddressed(rows: readonly ReadRow[], names: string | undefined): boolean {
  if (names === undefined) return false;
  const words = rows.map((row) => addressOf(cellText(row.cells[names])));
  const said = words.filter((word) => word !== null);
  return new Set(said).size === 2 && said.length * 5 >= rows.length * 4;
}

/** The note with the values of columns that no field takes: "Điện thoại: 0912; Size áo: M". */
function withKeptNotes(
  note: string | null,
  cells: RowCells,
  columns: readonly Pick<ReadColumn, 'letter' | 'title'>[],
): string | null {
  const kept = columns.flatMap(({ letter, title }) => {
    const value = cells.shownAt(letter);
    return value === '' ? [] : [title === '' ? value : `${cleanText(title)}: ${value}`];
  });
  if (kept.length === 0) return note;
  const whole = [...(note === null ? [] : [note]), ...kept].join('; ');
  if (whole.length <= LONGEST.note) return whole;
  cells.problem('TEXT_TOO_LONG', 'note');
  return note;
}

/** "Xếp loại năm 2023" and "Xếp loại năm 2024" side by side: the wanted year is read, whatever was understood. */
function fieldsOfYear(sheet: ReadSheet, year: number | null): Record<string, ColumnField | null> {
  const dated = sheet.columns.filter(({ title, hidden }) => {
    return (
      hidden !== true &&
      yearInTitle(title) !== null &&
      matchTitle(title.split(' / '))?.meaning === 'ratingDecided'
    );
  });
  const quarter = sheet.ratingList?.quarter ?? 0;
  const wanted = dated.find(
    ({ title }) => yearInTitle(title) === year && (quarterInTitle(title) ?? 0) === quarter,
  );
  if (wanted === undefined) return {};
  const rivals = sheet.columns.filter(({ field }) => field === 'ratingDecided');
  return {
    ...Object.fromEntries(rivals.map(({ letter }) => [letter, null])),
    [wanted.letter]: 'ratingDecided',
  };
}

/** A sheet for one cell names it in its head or by its own name, and in no row. */
function unitOfSheet(sheet: ReadSheet): string {
  const named = [sheet.heads.issuing, cleanText(sheet.name)].find(startsAsCell);
  return sheet.titleUnit ?? (named === undefined ? '' : unitCase(named));
}

function readOrganization(row: ReadRow, cells: RowCells, facts: SheetFacts): string | null {
  const typed = cells.text('organization') ?? '';
  const name =
    (typed === '' ? '' : unitCase(facts.unitNames.get(typed) ?? typed)) || row.section || facts.sheetUnit;
  if (name !== '') return name;
  cells.problem('UNIT_MISSING', cells.has('organization') ? 'organization' : null);
  return null;
}

function readOfficial(
  row: ReadRow,
  cells: RowCells,
  facts: SheetFacts,
): Record<OfficialRecordField, string | null> {
  const fullName = readName(cells, facts);
  const { birthDate, gender } = readBirth(cells, facts);
  const stacked = readStackedGender(cells);
  const [admittedOn, second] = cells.dates('admittedOn', partyYears(facts));
  const ownFull = cells.date('fullMemberOn', partyYears(facts));
  // Two dates in one cell are the day of admission and the day of full membership.
  if (second !== null && ownFull !== null && second !== ownFull)
    cells.problem('DATE_UNREADABLE', 'admittedOn');
  const stackedEducation = readStackedEducation(cells);
  const birthName = readBirthName(cells, fullName);
  const note = cells.text('note', 'note');
  const status = cells.text('participationStatus');
  const participationStatus = status === null ? null : parseParticipation(status);
  if (status !== null && participationStatus === null) cells.problem('VALUE_UNKNOWN', 'participationStatus');
  return {
    workingStatus: readWorking(cells),
    fullName,
    birthDate,
    gender,
    ethnicity: stacked.ethnicity ?? cells.text('ethnicity'),
    religion: readReligion(cells, stacked.religion),
    hometown: cells.text('hometown'),
    residence: cells.text('residence'),
    admittedOn,
    fullMemberOn: ownFull ?? second,
    partyCardNo: readCardNo(cells),
    partyFileNo: readFileNo(cells),
    citizenId: readCitizenId(cells, { birthDate, gender }),
    schooling: stackedEducation === null ? readSchooling(cells) : (stackedEducation.schooling ?? null),
    professionalDegree: cells.text('professionalDegree') ?? stackedEducation?.professionalDegree ?? null,
    politicalTheoryLevel:
      cells.text('politicalTheoryLevel') ?? stackedEducation?.politicalTheoryLevel ?? null,
    partyPost: cells.text('partyPost'),
    statePost: cells.text('statePost'),
    massPost: cells.text('massPost'),
    workplace: cells.text('workplace'),
    organization: readOrganization(row, cells, facts),
    participationStatus,
    note:
      birthName === null ? note : [note, birthNameNote(birthName)].filter((part) => part !== null).join('; '),
  };
}

function readRatingRow(
  row: ReadRow,
  cells: RowCells,
  facts: SheetFacts,
): Record<RatingRecordField, string | null> {
  const fullName = readName(cells, facts);
  const { birthDate, gender } = readBirth(cells, facts);
  return {
    fullName,
    birthDate,
    citizenId: readCitizenId(cells, { birthDate, gender }),
    partyCardNo: readCardNo(cells),
    organization: readOrganization(row, cells, facts),
    statePost: cells.text('statePost') ?? cells.text('partyPost'),
    ...readRating(cells, facts.columns),
  };
}
