import { marksOf } from '../contract/workbook-fields.ts';
import {
  type CellValue,
  type ColumnField,
  columnFields,
  type ReadColumn,
  type ReadRow,
  type ReadSheet,
} from '../contract/workbooks.ts';
import { asShown } from './extract-cells.ts';

/** Columns that make up one value, the plain one first. */
const sources: Partial<Record<string, readonly ColumnField[]>> = {
  fullName: ['fullName', 'familyMiddleName', 'givenName'],
  birthDate: ['birthDate', 'birthDateMale', 'birthDateFemale'],
  gender: ['gender', 'femaleMark'],
  selfLevel: ['ratingSelf', ...marksOf('self')],
  proposedLevel: ['ratingProposed', ...marksOf('proposed')],
  // Records of registers, by the names of sheet-records.ts.
  name: ['partyOrg', 'organization', 'unitName'],
  code: ['organizationCode'],
  kind: ['organizationKind'],
  parent: ['parentOrganization'],
  memberCount: ['memberTotal'],
  signed: ['signed', 'unsigned'],
  signedCount: ['signed'],
  notSigned: ['unsigned'],
  reason: ['unsigned'],
  decidedLevel: ['ratingDecided', ...marksOf('decided')],
};

/** Columns whose cells give a record's value. */
export function sourcesOf(field: string): readonly ColumnField[] {
  const own = sources[field];
  if (own !== undefined) return own;
  const column = columnFields.find((name) => name === field);
  return column === undefined ? [] : [column];
}

/** A value of a record as a person typed it over what the sheet has. */
export interface CellFix {
  field: string;
  text: string;
}

/**
 * A row as if the sheet itself had what was typed, so that a mended value goes through the same cleaning and
 * checks. A value that several columns make up (a name in two columns, x marks) is put whole into one of its own.
 */
export function withFixes(
  sheet: ReadSheet,
  row: ReadRow,
  fixes: readonly CellFix[],
): { row: ReadRow; columns: ReadColumn[] } {
  let columns: ReadColumn[] = [...sheet.columns];
  const cells: Record<string, CellValue> = { ...row.cells };
  for (const { field, text } of fixes) {
    const fields = sourcesOf(field);
    const [plain] = fields;
    if (plain === undefined) continue;
    const own = columns.filter((column) => column.field !== null && fields.includes(column.field));
    const filled = own.filter(({ letter }) => cells[letter] !== undefined);
    const place =
      own.length === 1 && !isMark(own[0])
        ? own[0]
        : filled.length === 1 && !isMark(filled[0]) && plain !== 'fullName'
          ? filled[0]
          : undefined;
    const letter = place?.letter ?? own.find((column) => column.field === plain)?.letter ?? `+${plain}`;
    if (place === undefined) {
      const title = own.find((column) => column.letter === letter)?.title ?? own[0]?.title ?? '';
      columns = [
        ...columns.filter((column) => column.letter !== letter && !own.includes(column)),
        { letter, title, field: plain },
      ];
    }
    if (text.trim() === '') delete cells[letter];
    else cells[letter] = { type: 'text', text: text.normalize('NFC') };
  }
  return { row: { ...row, cells }, columns };
}

const isMark = (column: ReadColumn | undefined): boolean =>
  column?.field?.startsWith('mark') === true || column?.field === 'femaleMark';

/**
 * The cells of a row as they stand in the sheet, for the fields that no value came from: what a person mends.
 * By field; several columns of one value are joined.
 */
export function rawTextsOf(
  sheet: ReadSheet,
  cells: Readonly<Record<string, CellValue>>,
  values: Readonly<Record<string, string | null>>,
): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const field of Object.keys(values)) {
    if (values[field] !== null) continue;
    const fields = sourcesOf(field);
    const shown = sheet.columns
      .filter((column) => column.field !== null && fields.includes(column.field))
      .map(({ letter }) => asShown(cells[letter]))
      .filter((text) => text !== '');
    if (shown.length > 0) texts[field] = shown.join(' ');
  }
  return texts;
}
