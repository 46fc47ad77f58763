import type { Meaning } from '../contract/vi/sheet-titles.ts';
import {
  type ColumnField,
  markFields,
  type PersonField,
  personFields,
  type RegisterField,
  registerFields,
} from '../contract/workbook-fields.ts';
import { type RatingLevel, type RatingStage, ratingLevels, ratingStages } from '../domain/ratings.ts';
import type { ColumnSamples } from './column-samples.ts';
import { isRetiredTitle } from './extract-working.ts';
import type { Header } from './find-header.ts';
import { matchTitle, stageOfGroup, yearInTitle } from './match-title.ts';
import { joinParts, type PartColumns } from './part-columns.ts';
import { isYearTitle, quarterInTitle } from './quarter-titles.ts';
import { columnLetter, type RawRow } from './raw-sheet.ts';
import type { SheetGrid } from './sheet-grid.ts';

export interface MatchedColumn {
  column: number;
  /** Titles joined with " / ", '' for a column with values and no title. */
  title: string;
  levels: readonly string[];
  meaning: Meaning | null;
  /** See `TitleMatch`; 0 without a match. */
  certainty: number;
  /** Of another table beside the list. */
  isBeside?: true;
  /** Of another quarter, or of the year, than the one that is read. */
  isOfOtherPeriod?: true;
  /** Columns that its values are spread over with it. */
  joins?: PartColumns;
  /** Read with the column before. */
  isPart?: true;
}

const fields: ReadonlySet<string> = new Set(personFields);
export const isField = (meaning: Meaning | null): meaning is PersonField =>
  meaning !== null && fields.has(meaning);

const registers: ReadonlySet<string> = new Set(registerFields);
export const isRegisterField = (meaning: Meaning | null): meaning is RegisterField =>
  meaning !== null && registers.has(meaning);

/** Titles that mean a field only when the values below are of its kind. */
function byValues(column: MatchedColumn, samples: ColumnSamples): Meaning | null {
  const mostly = (test: Parameters<ColumnSamples['mostly']>[1]) => samples.mostly(column.column, test);
  const holdsBirth = () => mostly('date') && !mostly('mark');
  switch (column.meaning) {
    case 'male':
    case 'maleMark':
      return holdsBirth() ? 'birthDateMale' : 'maleMark';
    case 'female':
    case 'femaleMark':
      return holdsBirth() ? 'birthDateFemale' : 'femaleMark';
    case 'fullName':
      // "Đồng chí" over numbers tells how many there are.
      return mostly('whole') ? 'memberTotal' : 'fullName';
    case 'probationary':
      return mostly('date') ? 'admittedOn' : 'known';
    case 'official':
      return mostly('date') ? 'fullMemberOn' : 'known';
    case 'outcome':
      return mostly('rating') ? 'ratingDecided' : 'outcome';
    case 'party':
      return 'partyPost';
    case 'participationStatus':
      if (mostly('signed')) return 'signed';
      // Other registers keep a state of their own under this title.
      return samples.isEmpty(column.column) || samples.some(column.column, 'participation')
        ? 'participationStatus'
        : 'known';
    case 'workingStatus':
      // "Đối tượng" may be of something else altogether.
      return samples.isEmpty(column.column) ||
        mostly('working') ||
        (isRetiredTitle(column.levels.at(-1) ?? '') && mostly('mark'))
        ? 'workingStatus'
        : 'known';
    case null:
      if (column.title === '') return column.column === 0 && mostly('whole') ? 'rowNo' : null;
      if (mostly('citizenId')) return 'citizenId';
      if (mostly('unit')) return 'organization';
      if (quarterInTitle(column.title) !== null && mostly('rating')) return 'ratingDecided';
      return mostly('gender') ? 'gender' : null;
    default:
      return column.meaning;
  }
}

/** The pair of columns under one "Họ và tên": family and middle names left, given name right. */
function splitNames(columns: MatchedColumn[], grid: SheetGrid, header: Header, samples: ColumnSamples): void {
  for (const [at, column] of columns.entries()) {
    const next = columns[at + 1];
    if (column.meaning !== 'fullName' || next?.column !== column.column + 1) continue;
    const merge = grid.mergeOver(header.last, column.column) ?? grid.mergeOver(header.first, column.column);
    const oneTitle = next.meaning === 'fullName' && merge !== null && merge.right >= next.column;
    if (!oneTitle && next.title !== '') continue;
    // The rows may be merged over both columns too: then the left one holds whole names.
    if (samples.isEmpty(next.column)) next.meaning = null;
    // Under one merged title the right one may hold aliases too: "Cường (Bảy)".
    else if (samples.mostly(next.column, oneTitle ? 'givenName' : 'oneWord')) {
      column.meaning = 'familyMiddleName';
      next.meaning = 'givenName';
    }
  }
}

/** "Họ và tên" beside "Tên" may be the first half of a name; "Tên" or "Họ" alone may be a whole one. */
function completeNames(columns: MatchedColumn[], samples: ColumnSamples): void {
  const at = (meaning: Meaning) => columns.find((column) => column.meaning === meaning);
  const full = at('fullName');
  const family = at('familyMiddleName');
  const given = at('givenName');
  if (full && given && !family) {
    if (samples.endsWith(full.column, given.column)) given.meaning = 'known';
    else full.meaning = 'familyMiddleName';
  } else if (!full && given && !family) given.meaning = 'fullName';
  else if (!full && family && !given) family.meaning = 'fullName';
}

/** "Đơn vị" in a list of people is their cell when its values say so, else their place of work. */
function nameUnits(columns: MatchedColumn[], samples: ColumnSamples): void {
  const has = (meaning: Meaning) => columns.some((column) => column.meaning === meaning);
  if (!has('fullName') && !has('familyMiddleName')) return;
  for (const column of columns) {
    if (column.meaning === 'partyOrg') column.meaning = has('organization') ? 'known' : 'organization';
    if (column.meaning !== 'unitName') continue;
    if (!has('organization') && samples.mostly(column.column, 'unit')) column.meaning = 'organization';
    else column.meaning = has('workplace') ? 'known' : 'workplace';
  }
}

/** Whether the sheet lists shortcomings with what is done about them: its states and names are of tasks. */
const listsTasks = (columns: readonly MatchedColumn[]): boolean => {
  const has = (meaning: Meaning) => columns.some((column) => column.meaning === meaning);
  return has('shortcoming') && (has('measure') || has('due')) && !has('ratingDecided') && !has('ratingSelf');
};

/**
 * In a list of tasks the person named is the one responsible, "Tình trạng" and "Hoàn thành" tell how far a task is,
 * and a reason is that of its delay.
 */
function nameTasks(columns: MatchedColumn[]): void {
  const at = (meaning: Meaning) => columns.find((column) => column.meaning === meaning);
  const person = at('fullName');
  if (person !== undefined && at('assignee') === undefined) person.meaning = 'assignee';
  const content = at('content');
  if (content !== undefined && at('measure') === undefined) content.meaning = 'measure';
  const reason = at('unratedReason');
  if (reason !== undefined && at('lateReason') === undefined) reason.meaning = 'lateReason';
  for (const column of columns) if (levelOfMark.has(column.meaning)) column.meaning = 'outcome';
  const state = at('participationStatus');
  // Beside a result it is the state that our own list keeps.
  if (state !== undefined) state.meaning = at('outcome') === undefined ? 'outcome' : 'known';
}

/** "Chưa ký | Lý do chưa ký": the second tells why. Its percent is not that of those who signed. */
function nameUnsigned(columns: MatchedColumn[], samples: ColumnSamples): void {
  const [first, ...others] = columns.filter(({ meaning }) => meaning === 'unsigned');
  const isSaid = first === undefined || columns.some(({ meaning }) => meaning === 'unratedReason');
  const reason = others.find(
    ({ column }) => !samples.mostly(column, 'mark') && !samples.mostly(column, 'whole'),
  );
  if (reason !== undefined && !isSaid) reason.meaning = 'unratedReason';
  const isUnder = (group: string | undefined) =>
    group !== undefined && matchTitle([group])?.meaning === 'unsigned';
  for (const column of columns)
    if (column.meaning === 'percent' && isUnder(column.levels.at(-2))) column.meaning = 'known';
}

/** "Đảng bộ" alone is what the list names, or whose people it lists; beside "Chi bộ" it is what they stand under. */
function nameBodies(columns: MatchedColumn[]): void {
  const isNamed = columns.some(({ meaning }) => meaning !== null && namesOfUnits.has(meaning));
  const body = columns.find(({ meaning }) => meaning === 'parentOrganization');
  if (body !== undefined && !isNamed) body.meaning = 'partyOrg';
}

const namesOfUnits: ReadonlySet<Meaning> = new Set([
  'partyOrg',
  'organization',
  'unitName',
  'organizationCode',
]);

/** "Loại hình" beside the name of an organisation, its code or its parent is its kind. */
function nameKinds(columns: MatchedColumn[]): void {
  const has = (...meanings: Meaning[]) =>
    columns.some(({ meaning }) => meaning !== null && meanings.includes(meaning));
  if (!has('partyOrg') || !has('organizationCode', 'parentOrganization') || has('organizationKind')) return;
  const kind = columns.find(({ meaning }) => meaning === 'unitName');
  if (kind !== undefined) kind.meaning = 'organizationKind';
}

const levelOfMark = new Map<Meaning | null, RatingLevel>(
  ratingLevels.map((level) => [markFields.decided[level], level]),
);

/** "HTXSNV / SL" beside "HTXSNV / %" in a list of people: the mark stands under the number of those who have it. */
function nameCountedLevels(columns: MatchedColumn[]): void {
  if (!columns.some(({ meaning }) => meaning === 'fullName' || meaning === 'familyMiddleName')) return;
  for (const column of columns) {
    if (column.meaning !== 'count') continue;
    const levels = column.levels.slice(0, -1);
    const meaning = matchTitle(levels)?.meaning ?? null;
    if (!levelOfMark.has(meaning)) continue;
    column.meaning = meaning;
    column.levels = levels;
  }
}

/**
 * Each group of four levels is of the step that its own head names: by the person, by the cell, decided. Of several
 * groups of one step the last is read; without any named decision the last group that names no step is it.
 */
function markSteps(columns: MatchedColumn[], quarter: number | null): void {
  const groups = new Map<string, MatchedColumn[]>();
  for (const column of columns) {
    if (!levelOfMark.has(column.meaning)) continue;
    const name = column.levels.slice(0, -1).join(' / ');
    groups.set(name, [...(groups.get(name) ?? []), column]);
  }
  const names = [...groups.keys()].map((name) => ({ name, stage: stageOfGroup(name.split(' / ')) }));
  const lastOf = (stage: RatingStage | null) => {
    const own = names.filter((group) => group.stage === stage);
    const ofYear = own.filter(({ name }) => quarterInTitle(name) === null);
    const wanted =
      quarter === null || quarter === 0 ? ofYear : own.filter(({ name }) => quarterInTitle(name) === quarter);
    return (wanted.at(-1) ?? own.at(-1))?.name;
  };
  const read: Record<RatingStage, string | undefined> = {
    self: lastOf('self'),
    proposed: lastOf('proposed'),
    decided: lastOf('decided') ?? lastOf(null),
  };
  for (const [name, members] of groups) {
    const stage = ratingStages.find((each) => read[each] === name);
    for (const column of members) {
      const level = levelOfMark.get(column.meaning);
      const isRead = stage !== undefined && level !== undefined;
      column.meaning = isRead ? markFields[stage][level] : 'known';
      if (!isRead && quarterInTitle(name) !== null) column.isOfOtherPeriod = true;
    }
  }
}

/** "Cả năm" beside "Quý I" ... "Quý IV", with levels below as they have. */
function nameYearColumns(columns: MatchedColumn[], samples: ColumnSamples): void {
  const quarters = columns.filter(
    ({ meaning, title }) => meaning === 'ratingDecided' && quarterInTitle(title) !== null,
  );
  if (quarters.length < 2) return;
  for (const column of columns)
    if (
      (column.meaning === null || column.meaning === 'known') &&
      isYearTitle(column.levels.at(-1) ?? '') &&
      samples.mostly(column.column, 'rating')
    )
      column.meaning = 'ratingDecided';
}

/** What a list of ratings is about, as far as it is known before its columns are. */
export interface WantedPeriod {
  year: number | null;
  /** 0: the year; null when nothing says it. */
  quarter: number | null;
}

/**
 * Of several columns for one field the surest stays; of several years the wanted one, else the latest; of several
 * quarters the wanted one, else the year's own column, else the latest that holds something.
 */
function keepOneEach(columns: MatchedColumn[], samples: ColumnSamples, wanted: WantedPeriod): void {
  const worth = (column: MatchedColumn): number => {
    const year = yearInTitle(column.title);
    const quarter = quarterInTitle(column.title) ?? 0;
    const isWanted = wanted.quarter === null ? false : quarter === wanted.quarter;
    const latest = quarter === 0 ? 5 : samples.isEmpty(column.column) ? 0 : quarter;
    return (
      column.certainty +
      10 * latest +
      100 * (year === null ? 0 : year === wanted.year ? 9999 : year) +
      (isWanted ? 2_000_000 : 0)
    );
  };
  for (const field of new Set(columns.map((column) => column.meaning).filter(isField))) {
    const rivals = columns.filter((column) => column.meaning === field);
    const best = rivals.reduce((a, b) => (worth(b) > worth(a) ? b : a));
    const isOfPeriods = rivals.some(({ title }) => quarterInTitle(title) !== null);
    for (const column of rivals) {
      if (column === best) continue;
      column.meaning = 'known';
      if (isOfPeriods && !samples.isEmpty(column.column)) column.isOfOtherPeriod = true;
    }
  }
}

/** Certainty of what the person says. */
const CHOSEN = 1_000_000_000;

/** What the person says of a column wins over its title. */
function keepChosen(columns: MatchedColumn[], chosen: Readonly<Record<string, ColumnField | null>>): void {
  for (const column of columns) {
    const field = chosen[columnLetter(column.column)];
    if (field === undefined) continue;
    column.meaning = field ?? 'known';
    column.certainty = CHOSEN;
  }
}

/**
 * Another table beside the list, behind a column without title and values: the list goes on there under the same
 * titles, or a list of codes to choose from stands there, filled in other rows than the list, from its first row on.
 */
function leaveOutTableBeside(columns: MatchedColumn[], grid: SheetGrid, header: Header): void {
  const list = columns.find(({ meaning }) => meaning !== null && people.has(meaning));
  const at = columns.findIndex((column, index) => column.column > (columns[index - 1]?.column ?? 0) + 1);
  if (list === undefined || at < FEWEST_OF_LIST) return;
  const beside = columns.slice(at);
  if (beside.some(({ column }) => column <= list.column)) return;
  const goesOn = beside.some(({ title }) => title === list.title);
  const rows = grid.sheet.rows.filter(({ number }) => number > header.last).slice(0, LOOKED_AT);
  const isFilled = (column: number) => (row: RawRow) => row.cells[column] !== undefined;
  const own = rows.filter(isFilled(list.column)).length;
  const other = rows.filter((row) => beside.some(({ column }) => isFilled(column)(row)));
  const isFromTop = other.every((row, index) => row === rows[index]);
  if (!goesOn && (other.length === 0 || !isFromTop || other.length === own)) return;
  for (const column of beside) {
    column.meaning = 'known';
    column.isBeside = true;
  }
}

const people: ReadonlySet<Meaning> = new Set(['fullName', 'familyMiddleName']);
const FEWEST_OF_LIST = 3;
const LOOKED_AT = 200;

/** Matches each column to what it means: by its titles, its group, its neighbours, and its values last. */
export function matchColumns(
  grid: SheetGrid,
  header: Header,
  samples: ColumnSamples,
  lastColumn: number,
  wanted: WantedPeriod,
  chosen: Readonly<Record<string, ColumnField | null>> = {},
): MatchedColumn[] {
  const columns: MatchedColumn[] = [];
  for (let column = 0; column <= Math.max(header.right, lastColumn); column += 1) {
    const levels = header.titles.get(column) ?? [];
    if (levels.length === 0 && samples.isEmpty(column)) continue;
    const match = matchTitle(levels);
    columns.push({
      column,
      title: levels.join(' / '),
      levels,
      meaning: match?.meaning ?? null,
      certainty: match?.certainty ?? 0,
    });
  }
  const isTasks = listsTasks(columns);
  if (isTasks) nameTasks(columns);
  splitNames(columns, grid, header, samples);
  for (const column of columns)
    if (!isTasks || column.meaning !== 'outcome') column.meaning = byValues(column, samples);
  joinParts(columns, samples);
  completeNames(columns, samples);
  nameBodies(columns);
  nameUnits(columns, samples);
  nameKinds(columns);
  nameUnsigned(columns, samples);
  nameYearColumns(columns, samples);
  nameCountedLevels(columns);
  markSteps(columns, wanted.quarter);
  leaveOutTableBeside(columns, grid, header);
  keepChosen(columns, chosen);
  keepOneEach(columns, samples, wanted);
  return columns;
}
