import type { RecipeContent } from '../contract/recipes.ts';
import type { CellValue, ColumnField, ReadSheet, RowClass } from '../contract/workbooks.ts';
import { asShown } from './extract-cells.ts';
import { titleKey } from './title-keys.ts';
import { startsAsUnit, unitName } from './unit-names.ts';

export type RecipeRow = RecipeContent['rows'][number];
/** What tells a recipe's row again: its words, or the columns that it fills. */
const keyOf = ({ text, filled }: Pick<RecipeRow, 'text' | 'filled'>): string =>
  text === '' ? JSON.stringify(filled) : text;

/** No sheet has so many rows of its own kind; more are a clerk's work of one day. */
const MOST_ROWS = 200;
const YEAR = /\b(?:19|20)\d{2}\b/g;
/** Numbers in these columns are of a person; in others they may be counts. */
const ownNumbers: ReadonlySet<ColumnField> = new Set([
  'birthDate',
  'birthDateMale',
  'birthDateFemale',
  'citizenId',
  'partyCardNo',
  'admittedOn',
  'fullMemberOn',
]);
interface SheetRow {
  row: number;
  class: RowClass | null;
  cells: Readonly<Record<string, CellValue>>;
}

/** What tells columns apart when a recipe is made or laid over a sheet. */
export interface RecipeColumns {
  /** Key of the title by letter, see `titleKeysOf`. */
  keys: ReadonlyMap<string, string>;
  fields: ReadonlyMap<string, ColumnField | null>;
}

/** Every row below the header that holds something, as the sheet itself has it. */
function rowsBelow(sheet: ReadSheet): SheetRow[] {
  const last = sheet.headerRows?.[1] ?? 0;
  const classes = new Map(sheet.rows.map((row) => [row.row, row.class]));
  const carried = sheet.rows
    .filter(({ cells }) => Object.keys(cells).length > 0)
    .map(({ row, class: rowClass, cells, own }) => ({ row, class: rowClass, cells: own ?? cells }));
  const others = (sheet.parts?.otherRows ?? [])
    .filter(({ row }) => row > last)
    .map(({ row, cells }) => ({ row, class: classes.get(row) ?? null, cells }));
  return [...carried, ...others];
}

/** The words of the row's first text, without its numbering, year and counts; a unit keeps the number in its name. */
function textOf({ cells }: SheetRow): string {
  const label = Object.values(cells).find((cell) => cell.type === 'text' && /\p{L}{2}/u.test(cell.text));
  if (label === undefined) return '';
  const name = unitName(asShown(label)).replace(YEAR, ' ');
  return titleKey(startsAsUnit(name) ? name : name.replace(/\d+/g, ' '));
}

const filledOf = ({ cells }: SheetRow, { keys }: RecipeColumns): string[] =>
  Object.keys(cells)
    .flatMap((letter) => keys.get(letter) ?? [])
    .sort();

/** A row that says more of somebody than a name: what is chosen for it says nothing of next year's sheet. */
function isOfPerson({ cells }: SheetRow, { fields }: RecipeColumns): boolean {
  let hasText = false;
  for (const [letter, cell] of Object.entries(cells)) {
    const field = fields.get(letter) ?? null;
    if (field === 'rowNo' || cell.type === 'error') continue;
    if (cell.type === 'date') return true;
    if (cell.type === 'number' && field !== null && ownNumbers.has(field)) return true;
    // A family name and a given name in two columns are one text; "33 %" is none.
    if (cell.type !== 'text' || field === 'givenName' || !/\p{L}/u.test(cell.text)) continue;
    if (hasText) return true;
    hasText = true;
  }
  return false;
}

/** The rows whose class was chosen and that can be told again next year: by their words, else by what they fill. */
export function recipeRowsOf(
  sheet: ReadSheet,
  chosen: Readonly<Record<string, RowClass>>,
  columns: RecipeColumns,
): RecipeRow[] {
  const found = new Map<string, RecipeRow>();
  for (const row of rowsBelow(sheet)) {
    const rowClass = chosen[row.row];
    if (rowClass === undefined || (rowClass !== 'data' && isOfPerson(row, columns))) continue;
    const kept = { text: rowClass === 'data' ? '' : textOf(row), filled: filledOf(row, columns) };
    // One filled column would be met by chance.
    if (kept.text === '' && kept.filled.length < 2) continue;
    found.set(keyOf(kept), { ...kept, class: rowClass, unmet: 0 });
  }
  return [...found.values()].slice(0, MOST_ROWS);
}

/** A row that stays away for so many imports will not come again. */
const MOST_UNMET = 5;

/**
 * The rows of the next recipe: those of this sheet, and those of the recipe before that no row of this sheet called
 * for. They wait for a sheet that has such rows again, but not for ever.
 */
export function withUnmetRows(own: readonly RecipeRow[], unmet: readonly RecipeRow[]): RecipeRow[] {
  const known = new Set(own.map(keyOf));
  const waiting = unmet
    .filter((row) => !known.has(keyOf(row)) && row.unmet < MOST_UNMET)
    .sort((a, b) => a.unmet - b.unmet)
    .map((row) => ({ ...row, unmet: row.unmet + 1 }));
  return [...own, ...waiting].slice(0, MOST_ROWS);
}

/** The classes that a recipe's rows give to the rows of a sheet, by row number, and those that none called for. */
export function classesByRecipe(
  rows: readonly RecipeRow[],
  sheet: ReadSheet,
  columns: RecipeColumns,
): { classes: Record<string, RowClass>; unmet: RecipeRow[] } {
  const classes: Record<string, RowClass> = {};
  if (rows.length === 0) return { classes, unmet: [] };
  const byText = new Map(rows.flatMap((row) => (row.text === '' ? [] : [[row.text, row]])));
  const byShape = new Map(
    rows.flatMap((row) => (row.text === '' ? [[row.filled.join('\n'), row] as const] : [])),
  );
  const met = new Set<RecipeRow>();
  for (const row of rowsBelow(sheet)) {
    const rule =
      (isOfPerson(row, columns) ? undefined : byText.get(textOf(row))) ??
      byShape.get(filledOf(row, columns).join('\n'));
    if (rule === undefined || rule.class === row.class) continue;
    // Without words only rows of the list, or rows that say nothing of anybody, are alike.
    if (rule.class !== 'data' && isOfPerson(row, columns)) continue;
    classes[row.row] = rule.class;
    met.add(rule);
  }
  return { classes, unmet: rows.filter((row) => !met.has(row)) };
}
