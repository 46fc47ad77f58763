import { birthNameWords, religionWords, stackedEducation } from '../contract/vi/sheet-titles.ts';
import { noNumberWords } from '../contract/vi/sheet-words.ts';
import type { CellValue, ColumnField } from '../contract/workbooks.ts';
import { foldForSearch } from '../domain/names.ts';
import type { Gender } from '../domain/people.ts';
import type { FieldColumns, RowCells } from './extract-cells.ts';
import { keyHolds, titleKey } from './title-keys.ts';
import { parseCitizenId } from './values-citizen-id.ts';
import { serialToDay } from './values-dates.ts';
import { addressOf, cellText, cleanName, parseGender, parseMark } from './values-text.ts';

/** Facts of one sheet that a single row cannot tell. */
export interface SheetFacts {
  columns: FieldColumns;
  /** The unit that the whole sheet is about, '' when it names none. */
  sheetUnit: string;
  /** Somebody is marked in the column "Nữ", so an empty cell there says "Nam". */
  femaleIsMarked: boolean;
  /** Calendar year of the reading, the last that a date can be in. */
  thisYear: number;
  /** Names in ALL CAPS stay as they are. */
  keepCapitals: boolean;
  /** The whole list writes "Ông" and "Bà" before its names, so that these are no family names. */
  isAddressed: boolean;
  /** Units that are written with a number of people, and their names without it. */
  unitNames: ReadonlyMap<string, string>;
  /** The names were in TCVN3, which has no capitals with a tone mark. */
  isTcvn3: boolean;
}

type NameFacts = Pick<SheetFacts, 'keepCapitals'> & Partial<Pick<SheetFacts, 'isAddressed' | 'isTcvn3'>>;

const YOUNGEST = 16;
const birthYears = ({ thisYear }: SheetFacts) => ({
  first: 1920,
  last: thisYear - YOUNGEST,
  short: true,
});
export const partyYears = ({ thisYear }: SheetFacts) => ({ first: 1945, last: thisYear + 1 });

/** The whole name, from one column or from two; a missing one is a problem. */
export function readName(cells: RowCells, facts: NameFacts): string | null {
  const whole = stacksNames(cells)
    ? (cells.parts('fullName', NEVER)[0] ?? null)
    : cells.text('fullName', 'name');
  const parts = [cells.text('familyMiddleName', 'name'), cells.text('givenName', 'name')];
  const typed = cleanName(whole ?? parts.filter((part) => part !== null).join(' '), facts);
  const name = facts.isTcvn3 ? withCapitals(typed) : typed;
  if (/\p{L}/u.test(name)) return name;
  const field: ColumnField = cells.has('fullName') ? 'fullName' : 'familyMiddleName';
  cells.problem('NAME_MISSING', field);
  return null;
}

/** 'Phạm Ngữ ẩn' -> 'Phạm Ngữ Ẩn', where the old font had no such capital; a name all in small letters stays. */
const withCapitals = (name: string): string =>
  /\p{Lu}/u.test(name)
    ? name.replace(/(?<=^|\s)\p{Ll}/gu, (letter) =>
        /[\u0300\u0301\u0303\u0309\u0323]/.test(letter.normalize('NFD')) ? letter.toUpperCase() : letter,
      )
    : name;

const NEVER = /(?!)/;
const birthNameKey = titleKey(birthNameWords);
const stacksNames = (cells: RowCells): boolean => keyHolds(cells.titleKeyOf('fullName'), birthNameKey);

/** The name at birth under the name in use, where the register's title says so and they differ; null else. */
export function readBirthName(cells: RowCells, name: string | null): string | null {
  if (!stacksNames(cells)) return null;
  const own = cleanName(cells.parts('fullName', NEVER).slice(1).join(' '));
  return own === '' || foldForSearch(own) === foldForSearch(name ?? '') ? null : own;
}

const stackedKeys = stackedEducation.map(([words, field]) => [titleKey(words), field] as const);

/** Schooling, political theory and profession that the register stacks in one cell in the order of its title. */
export function readStackedEducation(cells: RowCells): Partial<Record<ColumnField, string>> | null {
  const title = cells.titleKeyOf('schooling');
  const order = stackedKeys
    .map(([words, field]) => ({ field, at: ` ${title} `.indexOf(` ${words} `) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  if (order.length < 2) return null;
  const found: Partial<Record<ColumnField, string>> = {};
  cells.parts('schooling', /[;,]/).forEach((part, index) => {
    const field = order[index]?.field;
    if (field && part !== '') found[field] ??= part;
  });
  return found;
}

/** "Nam" and "Nữ" only: "ba" may be a month. */
const WORD = /\p{L}+/gu;
const isGenderWord = (word: string): boolean => /^n\p{L}+$/iu.test(word) && parseGender(word) !== null;

/**
 * A cell that stacks birth and gender ("Nữ" under "1975", "Nam 1975", "1975 (nữ)"), taken apart; `only` leaves the cell
 * of a column of one gender whole when it names the other. A cell with two such words stays whole: neither is chosen.
 */
function withoutGender(
  cell: CellValue | undefined,
  only?: Gender,
): { cell: CellValue | undefined; gender: Gender | null } {
  const whole = { cell, gender: null };
  if (cell?.type !== 'text' || !/\d/.test(cell.text)) return whole;
  const text = cell.text.normalize('NFC');
  const said = [...text.matchAll(WORD)].filter(([word]) => isGenderWord(word));
  const [word] = said;
  if (word === undefined || said.length > 1) return whole;
  const gender = parseGender(word[0]);
  if (only !== undefined && gender !== only) return whole;
  const rest = `${text.slice(0, word.index)} ${text.slice(word.index + word[0].length)}`;
  return { cell: { type: 'text', text: rest.replace(/\(\s*\)/g, ' ') }, gender };
}

/** Birth date and gender belong together: a year in the column Nam or Nữ says both. */
export function readBirth(
  cells: RowCells,
  facts: SheetFacts,
): { birthDate: string | null; gender: Gender | null } {
  const years = birthYears(facts);
  const stacked = withoutGender(cells.day('birthDate'));
  const plain = cells.date('birthDate', years, stacked.cell);
  const male = cells.date('birthDateMale', years, withoutGender(cells.day('birthDateMale'), 'male').cell);
  const female = cells.date(
    'birthDateFemale',
    years,
    withoutGender(cells.day('birthDateFemale'), 'female').cell,
  );
  if (male !== null && female !== null) {
    cells.problem(
      'DATE_UNREADABLE',
      'birthDateMale',
      `${cellText(cells.cell('birthDateMale'))}; ${cellText(cells.cell('birthDateFemale'))}`,
    );
    return { birthDate: plain, gender: null };
  }
  const fromPair: Gender | null = male !== null ? 'male' : female !== null ? 'female' : null;
  const own = readGender(cells, facts) ?? addressed(cells, facts);
  if (own !== null && stacked.gender !== null && own !== stacked.gender) {
    cells.problem('DATE_UNREADABLE', 'birthDate');
    return { birthDate: plain, gender: null };
  }
  return { birthDate: plain ?? male ?? female, gender: own ?? stacked.gender ?? fromPair };
}

/** "Nam / Kinh / Không" stacked in one cell: gender, ethnic group, religion (Mẫu 7-HSĐV, HD 12-HD/BTCTW). */
export function readStackedGender(cells: RowCells): { ethnicity: string | null; religion: string | null } {
  const [first = '', ethnicity = '', religion = ''] = cells.parts('gender', GENDER_SEPARATORS);
  if (keyHolds(cells.titleKeyOf('ethnicity'), religionKey)) {
    const [group = '', faith = ''] = cells.parts('ethnicity', GENDER_SEPARATORS);
    return { ethnicity: group || null, religion: faith || null };
  }
  if (parseGender(first) === null) return { ethnicity: null, religion: null };
  return { ethnicity: cells.text('ethnicity') ?? (ethnicity || null), religion: religion || null };
}

const religionKey = titleKey(religionWords);
/** "Nữ, Thái, Không" */
const GENDER_SEPARATORS = /[,;/]/;

/** "Bà Trần Thị Bình" says it too. */
const addressed = (cells: RowCells, { isAddressed }: SheetFacts): Gender | null =>
  isAddressed ? addressOf(cellText(cells.cell('fullName') ?? cells.cell('familyMiddleName'))) : null;

function readGender(cells: RowCells, facts: SheetFacts): Gender | null {
  const text = cells.parts('gender', GENDER_SEPARATORS)[0] || cells.text('gender');
  if (text !== null) {
    const gender = parseGender(text);
    if (gender === null) cells.problem('VALUE_UNKNOWN', 'gender');
    return gender;
  }
  if (!facts.columns.has('femaleMark')) return null;
  const cell = cells.sound('femaleMark');
  switch (parseMark(cell)) {
    case 'yes':
      return 'female';
    case 'no':
    case 'empty':
      return facts.femaleIsMarked ? 'male' : null;
    case 'other': {
      const gender = parseGender(cellText(cell));
      if (gender === null) cells.problem('VALUE_UNKNOWN', 'femaleMark');
      return gender;
    }
  }
}

const noNumbers = new Set(noNumberWords.map(titleKey));
const saysNone = (cell: CellValue | undefined): boolean =>
  cell?.type === 'text' && noNumbers.has(titleKey(cell.text));

/** The citizen ID, with a lost zero restored when certain; both that and a contradiction are said. */
export function readCitizenId(
  cells: RowCells,
  known: { birthDate: string | null; gender: Gender | null },
): string | null {
  const cell = cells.sound('citizenId');
  const read = parseCitizenId(saysNone(cell) ? undefined : cell, known);
  switch (read.kind) {
    case 'empty':
      return null;
    case 'invalid':
      cells.problem('CITIZEN_ID_INVALID', 'citizenId');
      return null;
    case 'id':
      if (read.zeroRestored) cells.problem('CITIZEN_ID_ZERO_RESTORED', 'citizenId', read.id);
      if (!read.agrees) cells.problem('CITIZEN_ID_DISAGREES', 'citizenId', read.id);
      return read.id;
  }
}

/** The card number as typed. Where the point is the decimal sign, 36.990800 is stored as 36.9908. */
export function readCardNo(cells: RowCells): string | null {
  const cell = cells.sound('partyCardNo');
  if (saysNone(cell)) return null;
  const isCut = cell?.type === 'number' && !Number.isInteger(cell.number) && cell.number < 100;
  if (isCut) return cell.number.toFixed(6).padStart(9, '0');
  // Card and file number stacked in one cell, in this order.
  return cells.has('partyFileNo')
    ? cells.text('partyCardNo')
    : cells.parts('partyCardNo')[0] || cells.text('partyCardNo');
}

export function readFileNo(cells: RowCells): string | null {
  return cells.has('partyFileNo') ? cells.text('partyFileNo') : cells.parts('partyCardNo')[1] || null;
}

/** "12/12" and "7/10" that Excel took for a day: the second number is the system of 10 or 12 classes. */
export function readSchooling(cells: RowCells): string | null {
  const cell = cells.sound('schooling');
  if (cell?.type !== 'date') return cells.text('schooling');
  const [, month = 0, day = 0] = serialToDay(cell.serial)?.split('-').map(Number) ?? [];
  const fits = (classes: number, system: number) => (system === 10 || system === 12) && classes <= system;
  if (fits(day, month)) return `${day}/${month}`;
  if (fits(month, day)) return `${month}/${day}`;
  cells.problem('VALUE_UNKNOWN', 'schooling');
  return null;
}

/** "0" and "-" in the column of religion mean none; "Không" is kept as written. */
export function readReligion(cells: RowCells, stacked: string | null): string | null {
  const text = cells.text('religion') ?? stacked;
  return text === '0' ? null : text;
}
