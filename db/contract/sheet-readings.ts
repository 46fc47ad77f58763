import { z } from 'zod';
import { sheetCleaning, sheetOverrides } from './workbooks.ts';

/** What a person chose for one sheet over what was understood of it; sent whole each time. */
export const sheetReading = z.object({
  overrides: sheetOverrides.default({
    columns: {},
    rowClasses: {},
    includeHidden: { rows: false, columns: false },
  }),
  cleaning: sheetCleaning.default({ notes: [], keepCapitals: false, confirmIds: false }),
});
export type SheetReading = z.output<typeof sheetReading>;

export const understandInput = z.object({
  stageId: z.string(),
  sheet: z.string(),
  reading: sheetReading,
  /** False reads the sheet from the start, without the recipe that was found for it. */
  keepsRecipe: z.boolean().default(true),
});

/** What a row is on the screen: the reader's classes, and what the sheet shows around the table. */
const gridRowClasses = [
  'head',
  'header',
  'data',
  'section',
  'total',
  'numbering',
  'repeatedHeader',
  'blank',
  'foot',
  'leftOut',
] as const;
export type GridRowClass = (typeof gridRowClasses)[number];

export const gridRow = z.object({
  /** Row number as Excel shows it. */
  row: z.int(),
  /** Of the first part, where a list is folded into parts side by side. */
  class: z.enum(gridRowClasses),
  /** What stands in this row in each part of a folded list, by its first and last column; else empty. */
  parts: z.array(
    z.object({
      columns: z.tuple([z.string(), z.string()]),
      /** Number under which its class is chosen: see sheet-rows.ts. */
      row: z.int(),
      class: z.enum(gridRowClasses),
      chosen: z.boolean(),
    }),
  ),
  hidden: z.boolean(),
  /** Whether the person gave it its class. */
  chosen: z.boolean(),
  /** Texts as the sheet shows them, by column letter. */
  cells: z.record(z.string(), z.string()),
  /** Columns and rows that a merged cell covers, by the letter of its first column. */
  spans: z.record(z.string(), z.tuple([z.int(), z.int()])),
  /** What is wrong with a cell; the letter is '' when the whole row is meant. */
  problems: z.array(z.object({ column: z.string(), message: z.string() })),
});
export type GridRow = z.infer<typeof gridRow>;

export const sheetRowsInput = z.object({
  stageId: z.string(),
  sheet: z.string(),
  offset: z.int().min(0),
  limit: z.int().min(1).max(500),
});
export const sheetRows = z.object({ total: z.int(), rows: z.array(gridRow) });
export type SheetRows = z.infer<typeof sheetRows>;

export const sheetProblemsInput = z.object({ stageId: z.string(), sheet: z.string() });
/** What is wrong in the whole sheet; apart from its rows, since every row is read for it. */
export const sheetProblems = z.object({
  /** Indexes of the rows with something wrong in a cell, the first ones. */
  problemsAt: z.array(z.int()),
  problemCount: z.int(),
  /** Rows whose citizen ID lost its zero and can have it back. */
  restoredIds: z.int(),
});
export type SheetProblems = z.infer<typeof sheetProblems>;

/** Why a column has its field. */
export const fieldReasons = ['title', 'values', 'chosen', 'recipe'] as const;
export type FieldReason = (typeof fieldReasons)[number];

/** How a sheet looks on the mapping screen, beside what was understood of it. */
export const sheetLook = z.object({
  /** Rows of the grid; long gaps are left out. */
  rows: z.int(),
  /** Index of the first header row in the grid, null without a header. */
  headerAt: z.int().nullable(),
  header: z.array(gridRow),
  /** Every column in order, with its width in pixels. */
  columns: z.array(
    z.object({
      letter: z.string(),
      width: z.int(),
      hidden: z.boolean(),
      /** Letter of the column whose field it has, too, in a later part of a folded list. */
      follows: z.string().optional(),
    }),
  ),
  /** Columns beyond those shown. */
  columnsLeftOut: z.int(),
  hiddenRows: z.int(),
  hiddenColumns: z.int(),
  /** Names in ALL CAPS: how many, and the first before and after. */
  capitals: z.object({ count: z.int(), before: z.string(), after: z.string() }).nullable(),
});
export type SheetLook = z.infer<typeof sheetLook>;
