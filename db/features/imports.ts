import { and, desc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { ReadHandle } from '../connection/open.ts';
import { importBatches } from '../connection/schema.ts';
import { AppError } from '../contract/errors.ts';
import type { StagedImport } from '../contract/imports.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import type { HeadsSuggestion } from '../contract/office.ts';
import type { UsedRecipe } from '../contract/recipes.ts';
import { type SheetProblems, type SheetReading, sheetReading } from '../contract/sheet-readings.ts';
import { columnFieldLabels, sheetKindNames } from '../contract/vi/imports.ts';
import type { ColumnField, ImportKind, ReadSheet, ReadWorkbook, SheetKind } from '../contract/workbooks.ts';
import { SheetView } from '../excel/sheet-view.ts';
import { kindDefinitions } from './import-kinds.ts';
import {
  describeSheet,
  importKindOf,
  prepareReading,
  type RecipeDecisions,
  type SheetState,
  understandReading,
} from './import-readings.ts';
import { findRecipe } from './import-recipes.ts';

/** What a staged file shows before a sheet is chosen: everything that was understood, without its rows. */
export function describeWorkbook(
  db: ReadHandle,
  stageId: string,
  workbook: ReadWorkbook,
  states: readonly SheetState[],
): StagedImport {
  const before = db
    .select({ batchId: importBatches.id, at: importBatches.committedAt })
    .from(importBatches)
    .where(and(eq(importBatches.fileSha256, workbook.sha256), isNull(importBatches.undoneAt)))
    .orderBy(desc(importBatches.id))
    .get();
  return {
    stageId,
    fileName: workbook.fileName,
    sheets: states.map(describeSheet),
    importedBefore: before ?? null,
  };
}

/** Each sheet as it is first shown: read by the recipe of its sender and layout when there is one. */
export function readSheets(db: ReadHandle, workbook: ReadWorkbook): SheetState[] {
  return workbook.sheets.map((read) => {
    const found = findRecipe(db, read, workbook.fileName);
    return found === null
      ? stateOf(read, untouched, null, noneDecided)
      : stateOf(found.sheet, found.reading, found.recipe, found.decisions);
  });
}

const untouched = sheetReading.parse({});
const noneDecided: RecipeDecisions = { policies: [], units: [], unmetRows: [] };

const stateOf = (
  sheet: ReadSheet,
  reading: SheetReading,
  recipe: UsedRecipe | null,
  decisions: RecipeDecisions,
): SheetState => ({
  sheet,
  reading,
  recipe,
  decisions,
  view: new SheetView(sheet, reading, importKindOf(sheet)),
});

/**
 * A sheet read again with what the person chose, as a whole; the recipe stays named as long as it is the start.
 * @throws AppError WORKBOOK_STATE_SECRET
 */
export function readAgain(
  workbook: ReadWorkbook,
  before: SheetState,
  reading: SheetReading,
  keepsRecipe: boolean,
): SheetState {
  const read = sheetNamed(workbook, before.sheet.name);
  const sheet = understandReading(read, workbook.fileName, reading);
  return keepsRecipe
    ? stateOf(sheet, reading, before.recipe, before.decisions)
    : stateOf(sheet, reading, null, noneDecided);
}

/** What is wrong in the sheet; asked for once the sheet is on the screen, where the first change comes next. */
export function problemsOf(workbook: ReadWorkbook, { sheet, view }: SheetState): SheetProblems {
  const problems = view.problems();
  prepareReading(sheetNamed(workbook, sheet.name), workbook.fileName);
  return problems;
}

/** Which sheet, as what, and what the person chose for its columns. */
export type PreviewChoice = Omit<MethodParsedInput<'imports.preview'>, 'stageId'>;

/** The sheet as it will be read: with the person's columns. @throws AppError when it cannot be read as that kind */
export function sheetToPlan(workbook: ReadWorkbook, choice: PreviewChoice): ReadSheet {
  const mapped = withColumnFields(sheetNamed(workbook, choice.sheet), choice.columnFields);
  assertColumns(mapped, choice.kind, workbook.fileName);
  if (kindDefinitions[choice.kind].needsYear && choice.year === null)
    throw new AppError('IMPORT_YEAR_REQUIRED');
  return mapped;
}

function sheetNamed(workbook: ReadWorkbook, name: string): ReadSheet {
  const sheet = workbook.sheets.find((candidate) => candidate.name === name);
  if (sheet) return sheet;
  const sheets = workbook.sheets.map((candidate) => candidate.name).join(', ');
  throw new AppError('IMPORT_SHEET_NOT_FOUND', { params: { sheet: name, sheets } });
}

const withColumnFields = (
  sheet: ReadSheet,
  chosen: Readonly<Record<string, ColumnField | null>>,
): ReadSheet => ({
  ...sheet,
  columns: sheet.columns.map((column) =>
    Object.hasOwn(chosen, column.letter) ? { ...column, field: chosen[column.letter] ?? null } : column,
  ),
});

/** Sheets that are recognised and not imported yet, whatever they are given out for. */
const namedOnly: ReadonlySet<SheetKind> = new Set(['letterbox', 'petitions', 'collectiveRatings']);

function assertColumns(sheet: ReadSheet, kind: ImportKind, file: string): void {
  if (sheet.headerRows === null)
    throw new AppError('WORKBOOK_NO_HEADER', { params: { sheet: sheet.name, file } });
  const present = new Set(sheet.columns.map((column) => column.field));
  // Who writes letters and petitions must not become a person of the office because a column is called "Họ tên".
  if (namedOnly.has(sheet.kind))
    throw new AppError('IMPORT_KIND_NOT_SUPPORTED', {
      params: { sheet: sheet.name, kind: sheetKindNames[sheet.kind] },
    });
  const missing = kindDefinitions[kind].requiredColumns.filter(
    (group) => !group.some((field) => present.has(field)),
  );
  if (missing.length === 0) return;
  const columns = missing.map((group) => columnFieldLabels[group[0] ?? 'fullName']).join(', ');
  throw new AppError('IMPORT_KIND_MISMATCH', { params: { sheet: sheet.name, columns } });
}

const headsSchema = z.object({ superior: z.string(), issuing: z.string(), place: z.string() }).partial();

/** Heads that stood above the table of the newest sheet that has any, for the office to take over. */
export function suggestHeads(db: ReadHandle): HeadsSuggestion {
  const rows = db
    .select({ fileName: importBatches.fileName, heads: importBatches.heads })
    .from(importBatches)
    .where(isNull(importBatches.undoneAt))
    .orderBy(desc(importBatches.id))
    .all();
  for (const { fileName, heads } of rows) {
    const { superior = '', issuing = '', place = '' } = headsSchema.parse(JSON.parse(heads));
    if (superior || issuing || place)
      return { suggestion: { fileName, superiorHead: superior, issuingHead: issuing, placeName: place } };
  }
  return { suggestion: null };
}
