import { z } from 'zod';
import { candidate, fieldPolicies, rowChoice } from './import-decisions.ts';
import { usedRecipe } from './recipes.ts';
import { id, page, reviewYear } from './schemas.ts';
import { fieldReasons, sheetLook, sheetReading } from './sheet-readings.ts';
import {
  columnFields,
  importKinds,
  ratingList,
  readColumn,
  readWorkbook,
  sheetKinds,
  sheetWarning,
  writtenCount,
} from './workbooks.ts';

/** Main hands over what the reader process understood; the window never calls this itself. */
export const stageImportInput = z.object({ workbook: readWorkbook });

export const stagedSheet = z.object({
  name: z.string(),
  hidden: z.boolean(),
  kind: z.enum(sheetKinds),
  headerRows: z.tuple([z.int(), z.int()]).nullable(),
  columns: z.array(
    readColumn.extend({
      /** The first different values below the title. */
      samples: z.array(z.string()),
      /** Why it has its field, null when it has none. */
      reason: z.enum(fieldReasons).nullable(),
    }),
  ),
  rowCounts: z.record(z.string(), z.int()),
  warnings: z.array(sheetWarning),
  writtenCounts: z.array(writtenCount),
  year: z.int().nullable(),
  ratingList: ratingList.optional(),
  /** What was chosen for it, by the person or by the recipe. */
  reading: sheetReading,
  recipe: usedRecipe.nullable(),
  look: sheetLook,
});
export type StagedSheet = z.infer<typeof stagedSheet>;
export const stagedImport = z.object({
  stageId: z.string(),
  fileName: z.string(),
  sheets: z.array(stagedSheet),
  /** The same bytes were committed before and not undone. */
  importedBefore: z.object({ batchId: id, at: z.string() }).nullable(),
});
export type StagedImport = z.infer<typeof stagedImport>;

/** `leftOut` is the person's own choice; the other five are counted in `outcomeCounts`. */
const rowOutcomes = ['new', 'changed', 'same', 'conflict', 'rejected', 'leftOut'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

export const problemCodes = [
  'NAME_MISSING',
  'DATE_NOT_REAL',
  'DATE_UNREADABLE',
  'CITIZEN_ID_INVALID',
  'CITIZEN_ID_ZERO_RESTORED',
  'CITIZEN_ID_DISAGREES',
  'TEXT_TOO_LONG',
  'VALUE_UNKNOWN',
  'RATING_UNKNOWN',
  'RATING_SEVERAL_MARKS',
  'RATING_MISSING',
  'UNIT_MISSING',
  'DUPLICATE_IN_FILE',
  'PERSON_NOT_FOUND',
  'PERSON_AMBIGUOUS',
  'PERSON_UNCERTAIN',
  'PERSON_TAKEN_OUT',
  'FORMULA_ERROR',
  'CHARACTER_UNCONVERTED',
  'ROW_SHIFTED',
  'ASSIGNEE_MISSING',
  'UNIT_NAME_MISSING',
  'UNIT_AMBIGUOUS',
  'UNIT_UNCERTAIN',
  'UNIT_TWICE_IN_FILE',
  'PARENT_NOT_FOUND',
  'PARENT_BELOW',
  'MEMBER_COUNT_DIFFERS',
  'NOT_TO_PLEDGE',
  'PLEDGE_ALREADY_FILED',
  'SIGNATURE_UNKNOWN',
  'DECLARED_MISSING',
  'SIGNED_OVER_TOTAL',
  'DECLARED_NOT_ADDED_UP',
  'PERCENT_DIFFERS',
  'DECLARED_DIFFERS',
  'DUE_MISSING',
  'DUE_CONTINUOUS',
  'DUE_YEAR_TAKEN',
  'TASK_TEXT_MISSING',
  'TASK_TWICE_IN_FILE',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

const rowProblem = z.object({
  /** Column letter, '' when the whole row is meant. */
  column: z.string(),
  code: z.enum(problemCodes),
  /** Vietnamese, with row, column title and value. */
  message: z.string(),
});
export type RowProblem = z.infer<typeof rowProblem>;

export const previewRow = z.object({
  row: z.int(),
  class: z.enum(rowOutcomes),
  /** Values by contract field; partial dates as text. */
  values: z.record(z.string(), z.string().nullable()),
  /** Old values of the fields that change. */
  before: z.record(z.string(), z.string().nullable()),
  problems: z.array(rowProblem),
  /** Cells as they stand in the sheet, by field, where the value is not what was read from it. */
  raw: z.record(z.string(), z.string()),
  /** Fields that the person mended. */
  fixed: z.array(z.string()),
  choice: rowChoice.nullable(),
  /** People that the row may mean, where that is the question. */
  candidates: z.array(candidate),
  /** A row whose cells stand beside their titles: what it says once they are put back, and whether they were. */
  shift: z
    .object({
      taken: z.boolean(),
      cells: z.array(z.object({ field: z.string(), title: z.string(), text: z.string() })),
    })
    .nullable(),
  /** A restored citizen ID waits for the person's word. */
  toConfirm: z.boolean(),
  /** The data changed, and with them what becomes of this row. */
  changedSince: z.boolean(),
});
export type PreviewRow = z.infer<typeof previewRow>;

export const outcomeCounts = z.object({
  new: z.int(),
  changed: z.int(),
  same: z.int(),
  conflict: z.int(),
  rejected: z.int(),
});
export type OutcomeCounts = z.infer<typeof outcomeCounts>;

export const previewInput = z.object({
  stageId: z.string(),
  sheet: z.string(),
  kind: z.enum(importKinds),
  year: reviewYear.nullable().default(null),
  /** Fields that the person chose for columns, over what was understood; null leaves a column out. */
  columnFields: z.record(z.string(), z.enum(columnFields).nullable()).default({}),
});
export type PreviewInput = z.input<typeof previewInput>;

export const importPreview = z.object({
  previewId: z.string(),
  /** Counts the decisions; a commit names the one that the person saw. */
  revision: z.int(),
  kind: z.enum(importKinds),
  year: z.int().nullable(),
  /** Which list of ratings it is; of another kind of sheet that of the year's members. */
  ratingList,
  sheet: z.string(),
  /** Data rows read; the five counts and `leftOut` add up to it. */
  rowsRead: z.int(),
  counts: outcomeCounts,
  leftOut: z.int(),
  /** Rows with a restored citizen ID that nobody confirmed yet; a commit is refused as long as there are any. */
  toConfirm: z.int(),
  /** Rows with each problem, in the order of first appearance. */
  problems: z.array(z.object({ code: z.enum(problemCodes), rows: z.int() })),
  /** Rows with a mended cell. */
  fixedRows: z.int(),
  /** Shifted rows that can be put right and were not yet. */
  shiftedRows: z.array(z.int()),
  /** Rows whose fate differs from the preview before, after the data changed. */
  changedSince: z.int(),
  /** Policies other than the usual `take`. */
  policies: z.array(z.object({ field: z.string(), policy: z.enum(fieldPolicies) })),
  /** Units named by the rows, with how many rows each; `exists` is false when the commit will create it. */
  units: z.array(z.object({ name: z.string(), rows: z.int(), exists: z.boolean() })),
  writtenCounts: z.array(writtenCount),
  /** Ratings only: decided levels of the rows that will be written or are the same. */
  levels: z
    .object({
      excellent: z.int(),
      good: z.int(),
      completed: z.int(),
      notCompleted: z.int(),
      unrated: z.int(),
    })
    .nullable(),
});
export type ImportPreview = z.infer<typeof importPreview>;

export const previewRowsInput = z.object({
  previewId: z.string(),
  class: z.enum(rowOutcomes).nullable().default(null),
  problem: z.enum(problemCodes).nullable().default(null),
  only: z.enum(['fixed', 'toConfirm', 'changedSince']).nullable().default(null),
  ...page,
});
export type PreviewRowsInput = z.input<typeof previewRowsInput>;
export const previewRows = z.object({ total: z.int(), rows: z.array(previewRow) });
export type PreviewRows = z.infer<typeof previewRows>;

export const commitImportInput = z.object({
  previewId: z.string(),
  /** The preview that the person saw; left out where nobody else decides. */
  revision: z.int().optional(),
});
/** batchId is null when there was nothing to write. */
export const committedImport = z.object({ batchId: id.nullable(), counts: outcomeCounts });

export const importBatch = z.object({
  id,
  kind: z.enum(importKinds),
  year: z.int().nullable(),
  fileName: z.string(),
  sheetName: z.string(),
  at: z.string(),
  by: z.string(),
  counts: outcomeCounts,
  undoneAt: z.string().nullable(),
  /** Records that the undo left as they are, since they were edited after the import. */
  keptRows: z.int(),
});
export type ImportBatch = z.infer<typeof importBatch>;
export const importBatchList = z.object({ batches: z.array(importBatch) });
/** People or ratings of the batch that are gone again, and those put back as they were. */
export const undoneImport = z.object({ batchId: id, removed: z.int(), restored: z.int() });
