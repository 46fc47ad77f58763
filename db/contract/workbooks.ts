import { z } from 'zod';
import { columnFields } from './workbook-fields.ts';

/**
 * What the workbook reader says of a file: the wire between the reader process and the data service.
 * The reader handles untrusted input, so the data service parses this again before it uses it.
 */
export const importKinds = [
  'officials',
  'ratings',
  'organizations',
  'pledges',
  'pledgeStatus',
  'remediation',
] as const;
export type ImportKind = (typeof importKinds)[number];

/** Kinds that are recognised and named; those not in `importKinds` cannot be imported yet. */
export const sheetKinds = [
  'officials',
  'ratings',
  'organizations',
  'pledges',
  'pledgeStatus',
  'remediation',
  'letterbox',
  'petitions',
  'collectiveRatings',
  'summary',
  'template',
  'empty',
  'unknown',
] as const;
export type SheetKind = (typeof sheetKinds)[number];

export const rowClasses = ['data', 'section', 'total', 'numbering', 'blank', 'foot'] as const;
export type RowClass = (typeof rowClasses)[number];

/**
 * A cell as read, before any meaning: text as shown or typed, or a number; an Excel date keeps its serial
 * (1900 system; 1904 files are shifted by the reader) so that no time zone touches it.
 */
const cellValue = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('text'),
    text: z.string(),
    /** Characters of an old font (TCVN3, VNI) that mean no letter; they stand in the text as they were. */
    unconverted: z.string().optional(),
  }),
  z.object({ type: z.literal('number'), number: z.number() }),
  z.object({ type: z.literal('date'), serial: z.number() }),
  z.object({ type: z.literal('boolean'), value: z.boolean() }),
  z.object({ type: z.literal('error'), text: z.string() }),
]);
export type CellValue = z.infer<typeof cellValue>;

const readRow = z.object({
  /** Row number as Excel shows it; of a list folded into parts side by side see sheet-rows.ts. */
  row: z.int(),
  class: z.enum(rowClasses),
  /** Unit named by the nearest section row above, '' when there is none. */
  section: z.string(),
  /**
   * Cells by column letter, empty ones left out; a value merged over several rows stands in each of them.
   * Only data, section and total rows carry cells. Rows of a later part of a folded list have the letters of the first.
   */
  cells: z.record(z.string(), cellValue),
  /** The row's own cells, where `cells` holds more or fewer: merged values, lines joined from the rows below. */
  own: z.record(z.string(), cellValue).optional(),
  /** Hidden in Excel (by hand or by a filter): kept here, left out of the counts and of the import. */
  hidden: z.boolean().optional(),
  /** Its values stand so many columns right (1) or left (-1) of their titles. */
  shifted: z.literal([1, -1]).optional(),
  /** The cells of such a row back under their titles, when only one way to put them there fits. */
  mended: z.record(z.string(), cellValue).optional(),
});
export type ReadRow = z.infer<typeof readRow>;

export const readColumn = z.object({
  letter: z.string(),
  /** Titles of all header rows, merged groups joined with " / ". */
  title: z.string(),
  field: z.enum(columnFields).nullable(),
  /** Hidden in Excel: its field is left null, so that it is only read when the person chooses so. */
  hidden: z.boolean().optional(),
  /** Letter of the column before it that its values are read with: a day's month and year, a middle name. */
  joinedTo: z.string().optional(),
  /** Its texts were written in an old font: how many cells, and the first of them before and after. */
  converted: z
    .object({
      encoding: z.enum(['TCVN3', 'VNI']),
      /** How it was known: by the font of the cells, or by the letters when the font was lost. */
      by: z.enum(['font', 'letters']),
      cells: z.int(),
      before: z.string(),
      after: z.string(),
    })
    .optional(),
});
export type ReadColumn = z.infer<typeof readColumn>;

export const sheetWarning = z.object({
  code: z.enum([
    'HIDDEN_SHEET',
    'HIDDEN_ROWS',
    'HIDDEN_COLUMNS',
    'UNKNOWN_COLUMN',
    'TOTAL_DIFFERS',
    'SECTION_COUNT_DIFFERS',
    'FORMULA_WITHOUT_VALUE',
    'FORMULA_ERROR',
    'NO_HEADER',
    'KIND_NOT_SUPPORTED',
    'REPEATED_HEADER',
    'SECOND_TABLE',
    'TABLE_BESIDE',
    'SIDE_BY_SIDE',
    'YEAR_DIFFERS',
    'QUARTER_DIFFERS',
    'OTHER_PERIODS',
    'JOINED_ROWS',
    'SHIFTED_ROWS',
    'CONVERTED',
    'UNCONVERTED',
  ]),
  /** What the Vietnamese sentence names: row, column, written, read, title, kind. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type SheetWarning = z.infer<typeof sheetWarning>;

/** A count written in the sheet beside what was read: "Tổng cộng 118", "(19 đồng chí)", "Danh sách có 118 đồng chí". */
export const writtenCount = z.object({
  row: z.int(),
  kind: z.enum(['total', 'section', 'foot']),
  label: z.string(),
  written: z.int(),
  read: z.int(),
});
export type WrittenCount = z.infer<typeof writtenCount>;

/** The sheet as it looks, beside what it means: enough to draw it and to understand it anew with other choices. */
const sheetParts = z.object({
  /** Rows 1-based, columns 0-based, both ends included. */
  merges: z.array(z.object({ top: z.int(), left: z.int(), bottom: z.int(), right: z.int() })),
  /** Widths in characters by column letter, of the columns that have their own. */
  widths: z.record(z.string(), z.number()),
  hiddenRows: z.array(z.int()),
  hiddenColumns: z.array(z.string()),
  /** Cells of the rows that `rows` does not carry: above the table, its header, numbering, foot. */
  otherRows: z.array(z.object({ row: z.int(), cells: z.record(z.string(), cellValue) })),
});
export type SheetParts = z.infer<typeof sheetParts>;

/** Hidden parts are named and left out unless the person takes them in. */
export const includeHidden = z.object({
  rows: z.boolean().default(false),
  columns: z.boolean().default(false),
});

export type OldFontConversion = NonNullable<z.infer<typeof readColumn>['converted']>;

/** What the person says of a sheet, over what was understood. */
export const sheetOverrides = z.object({
  kind: z.enum(sheetKinds).optional(),
  year: z.int().nullable().optional(),
  /** Quarter of the ratings; 0: the year. */
  quarter: z.int().min(0).max(4).optional(),
  headerRows: z.tuple([z.int(), z.int()]).optional(),
  /** By column letter; null leaves a column out. */
  columns: z.record(z.string(), z.enum(columnFields).nullable()).default({}),
  /** By row number as text. */
  rowClasses: z.record(z.string(), z.enum(rowClasses)).default({}),
  includeHidden: includeHidden.default({ rows: false, columns: false }),
  /** Tables side by side under the same titles are not one list: only the first is read. */
  apart: z.literal(true).optional(),
});
export type SheetOverrides = z.input<typeof sheetOverrides>;

export const sheetCleaning = z.object({
  /** Letters of the columns without a field whose values go into the note as "Title: value". */
  notes: z.array(z.string()).default([]),
  /** Names in ALL CAPS stay so; else they become title case. */
  keepCapitals: z.boolean().default(false),
  /** The person confirms that citizen IDs get their lost zero back, where that is certain. */
  confirmIds: z.boolean().default(false),
});

/** A list of ratings other than that of a year's members: of a quarter, or of those who lead. */
export const ratingList = z.object({ quarter: z.int().min(0).max(4), kind: z.enum(['member', 'leader']) });
export type RatingList = z.infer<typeof ratingList>;
/** What a sheet of ratings is of when it is not a list that the program itself made. */
export const membersOfYear: RatingList = { quarter: 0, kind: 'member' };

const readSheet = z.object({
  name: z.string(),
  hidden: z.boolean(),
  kind: z.enum(sheetKinds),
  /** First and last header row; null when no header was found. */
  headerRows: z.tuple([z.int(), z.int()]).nullable(),
  columns: z.array(readColumn),
  rowCounts: z.object({
    data: z.int(),
    section: z.int(),
    total: z.int(),
    numbering: z.int(),
    blank: z.int(),
    foot: z.int(),
  }),
  rows: z.array(readRow),
  writtenCounts: z.array(writtenCount),
  warnings: z.array(sheetWarning),
  /** Year that the sheet is about: see `yearOfSheet`. */
  year: z.int().nullable(),
  /** Heads found above the table, offered as print settings of the office. */
  heads: z.object({ superior: z.string(), issuing: z.string(), place: z.string() }),
  /** The one cell that the title names, when the whole sheet is about it. */
  titleUnit: z.string().optional(),
  parts: sheetParts.optional(),
  /**
   * Of a list folded into parts side by side: for each part after the first, its own column letters by those of the
   * first. `columns` has those of the first, and what only a later part has.
   */
  folds: z.array(z.record(z.string(), z.string())).optional(),
  /** Of ratings of a quarter, and in a workbook of our own: which list it is. */
  ratingList: ratingList.optional(),
  /** The file counts days from 1904: a bare number in a column of days does so, too. */
  date1904: z.literal(true).optional(),
  /** What the person chose for its values; the reader never says it. */
  cleaning: sheetCleaning.optional(),
});
export type ReadSheet = z.infer<typeof readSheet>;

export const readWorkbook = z.object({
  fileName: z.string(),
  sha256: z.string(),
  sheets: z.array(readSheet),
});
export type ReadWorkbook = z.infer<typeof readWorkbook>;

export { type ColumnField, columnFields } from './workbook-fields.ts';
export { readerLimits } from './workbook-limits.ts';
