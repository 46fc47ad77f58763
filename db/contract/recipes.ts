import { z } from 'zod';
import { importDecisions } from './import-decisions.ts';
import { id, version } from './schemas.ts';
import { columnFields, importKinds, includeHidden, rowClasses } from './workbooks.ts';

/**
 * How a sheet of one sender and layout is read, kept from one year to the next. It meets sheets that changed since,
 * so it is parsed again whenever it is used.
 */
export const recipeContent = z.object({
  kind: z.enum(importKinds),
  /** Keys of the titles of all columns in their order, see `titleKeysOf`. */
  titles: z.array(z.string()),
  /** Columns by their title's key; `title` as it stood, to name one that is no longer there. */
  columns: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      field: z.enum(columnFields).nullable(),
      note: z.boolean(),
    }),
  ),
  /** Header rows that the person named; null when they were understood. */
  headerRows: z.tuple([z.int(), z.int()]).nullable(),
  /**
   * Rows whose class the person chose, told again by `text` (key of their first words) or, where that is '', by
   * `filled`: the titles' keys of the columns that they fill.
   */
  rows: z
    .array(
      z.object({
        text: z.string(),
        filled: z.array(z.string()),
        class: z.enum(rowClasses),
        /** How many imports in a row had no such row. */
        unmet: z.int().default(0),
      }),
    )
    .default([]),
  includeHidden,
  keepCapitals: z.boolean(),
  confirmIds: z.boolean(),
  /** What the person decided over the preview that holds for the next sheet too. */
  policies: importDecisions.shape.policies,
  units: importDecisions.shape.units,
});
export type RecipeContent = z.infer<typeof recipeContent>;

/** The recipe by which a staged sheet was read. */
export const usedRecipe = z.object({
  id,
  name: z.string(),
  fileName: z.string(),
  at: z.string(),
  /** Titles of columns that it reads and that the sheet no longer has. */
  missing: z.array(z.string()),
  /** Rows to which it gave their class. */
  rows: z.int(),
});
export type UsedRecipe = z.infer<typeof usedRecipe>;

export const recipe = z.object({
  id,
  version,
  name: z.string(),
  sender: z.string(),
  kind: z.enum(importKinds),
  fileName: z.string(),
  /** When it was last used for an import. */
  at: z.string(),
  by: z.string(),
  /** Columns that go into a field. */
  columns: z.int(),
  batches: z.int(),
});
export type Recipe = z.infer<typeof recipe>;
export const recipeList = z.object({ recipes: z.array(recipe) });

export const renameRecipeInput = z.object({ id, version, name: z.string().trim().min(1).max(120) });
export const removeRecipeInput = z.object({ id, version });
