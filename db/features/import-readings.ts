import { type ImportDecisions, noDecisions } from '../contract/import-decisions.ts';
import type { StagedImport } from '../contract/imports.ts';
import type { RecipeContent, UsedRecipe } from '../contract/recipes.ts';
import type { FieldReason, SheetReading } from '../contract/sheet-readings.ts';
import {
  type ColumnField,
  type ImportKind,
  importKinds,
  membersOfYear,
  type ReadColumn,
  type ReadSheet,
} from '../contract/workbooks.ts';
import { asShown } from '../excel/extract-cells.ts';
import { matchTitle } from '../excel/match-title.ts';
import type { RawSheet } from '../excel/raw-sheet.ts';
import { rawOf } from '../excel/sheet-parts.ts';
import type { SheetView } from '../excel/sheet-view.ts';
import { SheetSteps, understandSheet } from '../excel/understand-sheet.ts';

/** One sheet on the desk: as it is read now, by which choices, and by which recipe these came. */
export interface SheetState {
  sheet: ReadSheet;
  reading: SheetReading;
  recipe: UsedRecipe | null;
  /** What the recipe brings to the preview. */
  decisions: RecipeDecisions;
  view: SheetView;
}

export type RecipeDecisions = Pick<ImportDecisions, 'policies' | 'units'> & {
  /** Rows of the recipe that this sheet has none of, kept for the next one. */
  unmetRows: RecipeContent['rows'];
};

/** The decisions that a preview of the sheet starts with. */
export const startingDecisions = ({ reading, decisions }: SheetState): ImportDecisions => ({
  ...noDecisions,
  policies: decisions.policies,
  units: decisions.units,
  confirmed: reading.cleaning.confirmIds ? 'all' : [],
});

const isUntouched = ({ overrides }: SheetReading): boolean =>
  overrides.kind === undefined &&
  overrides.year === undefined &&
  overrides.headerRows === undefined &&
  overrides.apart === undefined &&
  overrides.quarter === undefined &&
  Object.keys(overrides.columns).length === 0 &&
  Object.keys(overrides.rowClasses).length === 0 &&
  !overrides.includeHidden.rows &&
  !overrides.includeHidden.columns;

/** Cells in the reader's own shape, and what was made of them last: a change of a long sheet waits for less. */
const rawSheets = new WeakMap<ReadSheet, { raw: RawSheet; steps: SheetSteps }>();

function rawSheetOf(read: ReadSheet): { raw: RawSheet; steps: SheetSteps } {
  const made = rawSheets.get(read) ?? { raw: rawOf(read), steps: new SheetSteps() };
  rawSheets.set(read, made);
  return made;
}

/**
 * The sheet as the reader gave it, read with what a person chose. A sheet without its other parts (pasted cells)
 * keeps its rows; only its columns, kind and year change.
 * @throws AppError WORKBOOK_STATE_SECRET
 */
export function understandReading(read: ReadSheet, fileName: string, reading: SheetReading): ReadSheet {
  const { cleaning, overrides } = reading;
  if (isUntouched(reading)) return { ...read, cleaning };
  if (read.parts !== undefined) {
    const { raw, steps } = rawSheetOf(read);
    return { ...understandSheet(raw, { fileName, overrides }, steps), cleaning };
  }
  const given = new Set<ColumnField | null>(Object.values(overrides.columns));
  return {
    ...read,
    cleaning,
    kind: overrides.kind ?? read.kind,
    year: overrides.year === undefined ? read.year : overrides.year,
    ...(overrides.quarter === undefined
      ? {}
      : { ratingList: { ...(read.ratingList ?? membersOfYear), quarter: overrides.quarter } }),
    columns: read.columns.map((column) => {
      const chosen = overrides.columns[column.letter];
      if (chosen !== undefined) return { ...column, field: chosen };
      return given.has(column.field) ? { ...column, field: null } : column;
    }),
  };
}

/** Does once what every change of the sheet needs, so that the first one is answered as soon as those after it. */
export function prepareReading(read: ReadSheet, fileName: string): void {
  if (read.parts === undefined || rawSheets.has(read)) return;
  const { raw, steps } = rawSheetOf(read);
  understandSheet(raw, { fileName }, steps);
}

export const importKindOf = ({ kind }: ReadSheet): ImportKind | null =>
  importKinds.find((each) => each === kind) ?? null;

const SAMPLES = 3;
const SAMPLED_ROWS = 60;

function samplesOf(sheet: ReadSheet, letter: string): string[] {
  const samples = new Set<string>();
  let rows = 0;
  for (const row of sheet.rows) {
    if (row.class !== 'data' || row.hidden) continue;
    rows += 1;
    const text = asShown(row.cells[letter]).replace(/\s+/g, ' ').trim();
    if (text !== '') samples.add(text);
    if (samples.size >= SAMPLES || rows >= SAMPLED_ROWS) break;
  }
  return [...samples];
}

function reasonOf({ letter, title, field }: ReadColumn, state: SheetState): FieldReason | null {
  if (state.recipe !== null) {
    const isAdded = !Object.hasOwn(state.reading.overrides.columns, letter) && field === null;
    if (!isAdded) return field === null ? null : 'recipe';
  }
  if (Object.hasOwn(state.reading.overrides.columns, letter)) return 'chosen';
  if (field === null) return null;
  return matchTitle(title.split(' / ')) === null ? 'values' : 'title';
}

/** A sheet as the screen shows it: what was understood of it, and how it looks, without its rows. */
export function describeSheet(state: SheetState): StagedImport['sheets'][number] {
  const { rows: _rows, heads: _heads, parts: _parts, cleaning: _cleaning, ...sheet } = state.sheet;
  return {
    ...sheet,
    columns: sheet.columns.map((column) => ({
      ...column,
      samples: samplesOf(state.sheet, column.letter),
      reason: reasonOf(column, state),
    })),
    reading: state.reading,
    recipe: state.recipe,
    look: state.view.look(),
  };
}
