import { and, desc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { ReadHandle } from '../connection/open.ts';
import { importBatches, users } from '../connection/schema.ts';
import { AppError } from '../contract/errors.ts';
import { type ImportBatch, outcomeCounts, type StagedImport } from '../contract/imports.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import type { HeadsSuggestion } from '../contract/office.ts';
import type { UsedRecipe } from '../contract/recipes.ts';
import { type SheetReading, sheetReading } from '../contract/sheet-readings.ts';
import { columnFieldLabels } from '../contract/vi/imports.ts';
import type { ColumnField, ImportKind, ReadSheet, ReadWorkbook } from '../contract/workbooks.ts';
import { countLevels, type RatingLevel } from '../domain/ratings.ts';
import { extractRecords } from '../excel/extract-records.ts';
import { SheetView } from '../excel/sheet-view.ts';
import { indexPeople, organizationFinder } from './import-matching.ts';
import { planOfficials } from './import-officials-plan.ts';
import { countOutcomes, dataVersionOf, type ImportPlan, type PlannedRow, unitsOf } from './import-plan.ts';
import { planRatings, ratingsOfYear } from './import-ratings-plan.ts';
import { describeSheet, importKindOf, type SheetState, understandReading } from './import-readings.ts';
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
      ? stateOf(read, untouched, null)
      : stateOf(found.sheet, found.reading, found.recipe);
  });
}

const untouched = sheetReading.parse({});

const stateOf = (sheet: ReadSheet, reading: SheetReading, recipe: UsedRecipe | null): SheetState => ({
  sheet,
  reading,
  recipe,
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
  return stateOf(sheet, reading, keepsRecipe ? before.recipe : null);
}

/** Compares a sheet with the database and says what a commit would do, row by row; writes nothing. */
export function planImport(
  db: ReadHandle,
  workbook: ReadWorkbook,
  input: Omit<MethodParsedInput<'imports.preview'>, 'stageId'>,
): ImportPlan {
  const sheet = sheetNamed(workbook, input.sheet);
  const mapped = withColumnFields(sheet, input.columnFields);
  assertColumns(mapped, input.kind, workbook.fileName);
  if (input.kind === 'ratings' && input.year === null) throw new AppError('IMPORT_YEAR_REQUIRED');
  const year = input.kind === 'ratings' ? input.year : null;
  const rows = planRows(db, mapped, input.kind, year);
  const kept = rows.filter((row) => ['new', 'changed', 'same'].includes(row.class));
  return {
    preview: {
      kind: input.kind,
      year,
      sheet: sheet.name,
      counts: countOutcomes(rows),
      units: unitsOf(rows),
      writtenCounts: sheet.writtenCounts,
      levels: input.kind === 'ratings' ? countLevels(kept.map((row) => decidedLevelOf(row))) : null,
    },
    rows,
    source: { fileName: workbook.fileName, sha256: workbook.sha256, heads: sheet.heads },
    dataVersion: dataVersionOf(db),
    recipe: null,
  };
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

/** Any one field of each group must have a column. */
const requiredColumns: Record<ImportKind, readonly (readonly ColumnField[])[]> = {
  officials: [['fullName', 'givenName']],
  ratings: [
    ['fullName', 'givenName'],
    [
      'ratingDecided',
      'ratingProposed',
      'ratingSelf',
      'markExcellent',
      'markGood',
      'markCompleted',
      'markNotCompleted',
    ],
  ],
};

function assertColumns(sheet: ReadSheet, kind: ImportKind, file: string): void {
  if (sheet.headerRows === null)
    throw new AppError('WORKBOOK_NO_HEADER', { params: { sheet: sheet.name, file } });
  const present = new Set(sheet.columns.map((column) => column.field));
  const missing = requiredColumns[kind].filter((group) => !group.some((field) => present.has(field)));
  if (missing.length === 0) return;
  const columns = missing.map((group) => columnFieldLabels[group[0] ?? 'fullName']).join(', ');
  throw new AppError('IMPORT_KIND_MISMATCH', { params: { sheet: sheet.name, columns } });
}

function planRows(db: ReadHandle, sheet: ReadSheet, kind: ImportKind, year: number | null): PlannedRow[] {
  const find = organizationFinder(db);
  const shared = {
    sheet,
    people: indexPeople(db),
    findUnit: (name: string) => find(name) ?? { id: null, name },
  };
  if (kind === 'officials') {
    const records = extractRecords(sheet, { kind, year: null });
    return planOfficials(records, {
      ...shared,
      // The second day has a column of its own, or stands under the first in one cell.
      fullMemberDateIsKept:
        sheet.columns.some((column) => column.field === 'fullMemberOn') ||
        records.some((record) => record.values.fullMemberOn !== null),
    });
  }
  return planRatings(extractRecords(sheet, { kind, year }), {
    ...shared,
    existing: year === null ? new Map() : ratingsOfYear(db, year),
  });
}

function decidedLevelOf({ action, values }: PlannedRow): RatingLevel | null {
  if (action.type === 'insertRating' || action.type === 'changeRating') return action.values.decidedLevel;
  // 'same': what the sheet says is what the database has.
  return (values.decidedLevel ?? null) as RatingLevel | null;
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

export function listBatches(db: ReadHandle): { batches: ImportBatch[] } {
  const rows = db
    .select({ batch: importBatches, by: users.displayName })
    .from(importBatches)
    .innerJoin(users, eq(users.id, importBatches.userId))
    .orderBy(desc(importBatches.id))
    .all();
  return {
    batches: rows.map(({ batch, by }) => ({
      id: batch.id,
      kind: batch.kind,
      year: batch.year,
      fileName: batch.fileName,
      sheetName: batch.sheetName,
      at: batch.committedAt,
      by,
      counts: outcomeCounts.parse(JSON.parse(batch.counts)),
      undoneAt: batch.undoneAt,
    })),
  };
}
