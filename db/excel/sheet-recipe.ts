import type { RecipeContent } from '../contract/recipes.ts';
import type { SheetReading } from '../contract/sheet-readings.ts';
import type { ColumnField, ImportKind, ReadSheet } from '../contract/workbooks.ts';
import { foldForSearch } from '../domain/names.ts';
import { quarterInTitle, withoutQuarter } from './quarter-titles.ts';
import { classesByRecipe, type RecipeColumns, type RecipeRow, recipeRowsOf } from './recipe-rows.ts';
import { titleKey } from './title-keys.ts';

const YEAR = /\b(?:19|20)\d{2}\b/g;
const isOfPeriod = (title: string): boolean => title.search(YEAR) >= 0 || quarterInTitle(title) !== null;

/**
 * Keys of the titles of all columns, in their order: without years, the figure of a quarter, marks like (*), spaces and case; a title that
 * comes again has its turn behind it ("ghi chu#2").
 */
export function titleKeysOf(columns: ReadonlyArray<{ title: string }>): string[] {
  const turns = new Map<string, number>();
  return columns.map(({ title }) => {
    const key = withoutQuarter(titleKey(title.replace(YEAR, ' ')));
    const turn = (turns.get(key) ?? 0) + 1;
    turns.set(key, turn);
    return turn === 1 ? key : `${key}#${turn}`;
  });
}

/** Two sheets of one layout have the same: their titles in order, whatever the year in them. */
export const fingerprintOf = (titles: readonly string[]): string => titles.join('\n');

/** Who the sheet comes from, by the heads above its table; '' when it has none. */
export const senderOf = ({ heads }: ReadSheet): string => heads.issuing || heads.superior;
export const senderKey = (sender: string): string => foldForSearch(sender);

/** What a commit keeps of how a sheet was read: each column with the field that it went into, understood or chosen. */
export function recipeOf(sheet: ReadSheet, reading: SheetReading, kind: ImportKind): RecipeContent {
  const titles = titleKeysOf(sheet.columns);
  return {
    kind,
    titles,
    columns: sheet.columns.map(({ letter, title, field }, index) => ({
      key: titles[index] ?? '',
      title,
      field,
      note: field === null && reading.cleaning.notes.includes(letter),
    })),
    headerRows: reading.overrides.headerRows ?? null,
    rows: recipeRowsOf(sheet, reading.overrides.rowClasses, {
      keys: keysByLetter(sheet, titles),
      fields: new Map(sheet.columns.map(({ letter, field }) => [letter, field])),
    }),
    includeHidden: reading.overrides.includeHidden,
    keepCapitals: reading.cleaning.keepCapitals,
    confirmIds: reading.cleaning.confirmIds,
    policies: [],
    units: [],
  };
}

const keysByLetter = ({ columns }: ReadSheet, titles: readonly string[]): RecipeColumns['keys'] =>
  new Map(columns.map(({ letter }, index) => [letter, titles[index] ?? '']));

export interface RecipeFit {
  /** Share of titles that recipe and sheet have in common, 0..1. */
  likeness: number;
  /** Titles that the recipe reads and the sheet lacks. */
  missing: string[];
  reading: SheetReading;
  /** Rows of the recipe that no row of the sheet called for. */
  unmetRows: RecipeRow[];
}

/** Less than this in common, and it is another sheet. */
const LEAST_LIKENESS = 0.7;
const LEAST_READ = 0.75;

/**
 * How a recipe fits a sheet whose years may have changed, and whose columns may have moved or been added to; null
 * when it is a recipe for another sheet. Columns that the recipe does not know stay as they are understood.
 */
export function fitRecipe(recipe: RecipeContent, sheet: ReadSheet): RecipeFit | null {
  const titles = titleKeysOf(sheet.columns);
  const places = new Map(titles.map((key, index) => [key, sheet.columns[index]]));
  const known = new Set(recipe.titles);
  const common = titles.filter((key) => known.has(key)).length;
  const likeness = (2 * common) / (titles.length + recipe.titles.length);
  const read = recipe.columns.filter(({ field }) => field !== null);
  const missing = read.filter(({ key }) => !places.has(key));
  if (likeness < LEAST_LIKENESS || read.length === 0) return null;
  if (1 - missing.length / read.length < LEAST_READ) return null;

  const rivals = yearRivals(recipe, sheet, titles);
  const columns: Record<string, ColumnField | null> = {};
  const notes: string[] = [];
  for (const { key, field, note } of recipe.columns) {
    const place = places.get(key);
    if (place === undefined || rivals.has(key)) continue;
    if (note) notes.push(place.letter);
    if (place.field !== field) columns[place.letter] = field;
  }
  const rows = classesByRecipe(recipe.rows, sheet, {
    keys: keysByLetter(sheet, titles),
    fields: new Map(sheet.columns.map(({ letter, field }) => [letter, columns[letter] ?? field])),
  });
  return {
    likeness,
    unmetRows: rows.unmet,
    missing: missing.map(({ title }) => title),
    reading: {
      overrides: {
        columns,
        rowClasses: rows.classes,
        includeHidden: recipe.includeHidden,
        ...(recipe.kind === sheet.kind ? {} : { kind: recipe.kind }),
      },
      cleaning: { notes, keepCapitals: recipe.keepCapitals, confirmIds: recipe.confirmIds },
    },
  };
}

/** Titles that differ in their year only ("Xếp loại 2023", "Xếp loại 2024"): the wanted year tells them apart. */
function yearRivals(recipe: RecipeContent, sheet: ReadSheet, titles: readonly string[]): Set<string> {
  const bare = (key: string): string => key.replace(/#\d+$/, '');
  const repeated = new Set(
    [...titles, ...recipe.columns.map(({ key }) => key)].filter((key) => key.includes('#')).map(bare),
  );
  const dated = new Set(
    [
      ...sheet.columns.map(({ title }, index) => ({ title, key: titles[index] ?? '' })),
      ...recipe.columns,
    ].flatMap(({ title, key }) => (isOfPeriod(title) && repeated.has(bare(key)) ? [bare(key)] : [])),
  );
  return new Set([...titles, ...recipe.titles].filter((key) => dated.has(bare(key))));
}
