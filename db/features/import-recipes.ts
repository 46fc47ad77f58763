import { count, desc, eq, or } from 'drizzle-orm';
import type { AuditEntry } from '../audit/append.ts';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { importBatches, importRecipes, organizations, users } from '../connection/schema.ts';
import { AppError } from '../contract/errors.ts';
import type { ImportDecisions } from '../contract/import-decisions.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import { type Recipe, type RecipeContent, recipeContent, type UsedRecipe } from '../contract/recipes.ts';
import type { SheetReading } from '../contract/sheet-readings.ts';
import { recipesText } from '../contract/vi/recipes.ts';
import type { ColumnField, ImportKind, ReadSheet } from '../contract/workbooks.ts';
import { withUnmetRows } from '../excel/recipe-rows.ts';
import {
  fingerprintOf,
  fitRecipe,
  type RecipeFit,
  recipeOf,
  senderKey,
  senderOf,
  titleKeysOf,
} from '../excel/sheet-recipe.ts';
import type { RecipeDraft } from '../records/recipes.ts';
import { type RecipeDecisions, type SheetState, understandReading } from './import-readings.ts';

type RecipeRow = typeof importRecipes.$inferSelect;

export interface FoundRecipe {
  sheet: ReadSheet;
  reading: SheetReading;
  recipe: UsedRecipe;
  decisions: RecipeDecisions;
}

/**
 * The recipe of the sheet's sender whose layout is most like it, or else one of exactly its layout, with the sheet
 * read by it. A recipe that cannot be read any more is passed over.
 */
export function findRecipe(db: ReadHandle, read: ReadSheet, fileName: string): FoundRecipe | null {
  const sender = senderKey(senderOf(read));
  const fingerprint = fingerprintOf(titleKeysOf(read.columns));
  const rows = db
    .select()
    .from(importRecipes)
    .where(or(eq(importRecipes.senderKey, sender), eq(importRecipes.fingerprint, fingerprint)))
    .orderBy(desc(importRecipes.usedAt))
    .all();
  let best: { row: RecipeRow; content: RecipeContent; fit: RecipeFit; worth: number } | null = null;
  for (const row of rows) {
    const parsed = recipeContent.safeParse(JSON.parse(row.content));
    const fit = parsed.success ? fitOf(parsed.data, read, fileName) : null;
    if (!parsed.success || fit === null) continue;
    const worth = fit.likeness + (row.senderKey === sender ? 1 : 0);
    if (best === null || worth > best.worth) best = { row, content: parsed.data, fit, worth };
  }
  if (best === null) return null;
  const { row, content, fit } = best;
  return {
    sheet: understandReading(read, fileName, fit.reading),
    reading: fit.reading,
    recipe: {
      id: row.id,
      name: row.name,
      fileName: row.fileName,
      at: row.usedAt,
      missing: fit.missing,
      rows: Object.keys(fit.reading.overrides.rowClasses).length,
    },
    decisions: {
      policies: content.policies,
      units: unitsThatAreThere(db, content.units),
      unmetRows: fit.unmetRows,
    },
  };
}

/** A unit that was removed since is decided anew. */
function unitsThatAreThere(db: ReadHandle, units: RecipeContent['units']): RecipeContent['units'] {
  const ids = new Set(
    db
      .select({ id: organizations.id })
      .from(organizations)
      .all()
      .map(({ id }) => id),
  );
  return units.filter(({ choice }) => choice.type !== 'existing' || ids.has(choice.organizationId));
}

function fitOf(content: RecipeContent, read: ReadSheet, fileName: string): RecipeFit | null {
  const fit = fitRecipe(content, read);
  const { headerRows } = content;
  if (fit !== null || headerRows === null || read.parts === undefined) return fit;
  // The header stood where only the person saw it.
  const moved: SheetReading = {
    overrides: { columns: {}, rowClasses: {}, includeHidden: content.includeHidden, headerRows },
    cleaning: { notes: [], keepCapitals: false, confirmIds: false },
  };
  const there = fitRecipe(content, understandReading(read, fileName, moved));
  if (there === null) return null;
  const { overrides } = there.reading;
  return { ...there, reading: { ...there.reading, overrides: { ...overrides, headerRows } } };
}

/** The recipe that a commit of the sheet keeps. */
export function draftRecipe(
  { sheet, reading, recipe: used, decisions }: Omit<SheetState, 'view'>,
  input: { kind: ImportKind; columnFields: Readonly<Record<string, ColumnField | null>> },
): RecipeDraft {
  const columns = sheet.columns.map((column) =>
    Object.hasOwn(input.columnFields, column.letter)
      ? { ...column, field: input.columnFields[column.letter] ?? null }
      : column,
  );
  const own = recipeOf({ ...sheet, columns }, reading, input.kind);
  const content = { ...own, rows: withUnmetRows(own.rows, decisions.unmetRows) };
  const sender = senderOf(sheet);
  return {
    usedId: used?.id ?? null,
    name: recipesText.defaultName(input.kind, sender),
    sender,
    senderKey: senderKey(sender),
    fingerprint: fingerprintOf(content.titles),
    content,
  };
}

/** The recipe with what was decided over the preview: policies, units by name, and that lost zeros come back. */
export function withDecisions(
  draft: RecipeDraft,
  { policies, units, confirmed }: ImportDecisions,
): RecipeDraft {
  const { content } = draft;
  return {
    ...draft,
    content: {
      ...content,
      confirmIds: content.confirmIds || confirmed === 'all',
      policies,
      // A unit that was created is found by its name next time.
      units: units.filter(({ choice }) => choice.type !== 'create'),
    },
  };
}

export function listRecipes(db: ReadHandle): { recipes: Recipe[] } {
  const batches = db
    .select({ recipeId: importBatches.recipeId, batches: count() })
    .from(importBatches)
    .groupBy(importBatches.recipeId)
    .all();
  const batchesOf = new Map(batches.map((each) => [each.recipeId, each.batches]));
  const rows = db
    .select({ recipe: importRecipes, by: users.displayName })
    .from(importRecipes)
    .innerJoin(users, eq(users.id, importRecipes.userId))
    .orderBy(desc(importRecipes.usedAt), desc(importRecipes.id))
    .all();
  return {
    recipes: rows.flatMap(({ recipe, by }) => {
      const content = recipeContent.safeParse(JSON.parse(recipe.content));
      if (!content.success) return [];
      return [
        {
          id: recipe.id,
          version: recipe.version,
          name: recipe.name,
          sender: recipe.sender,
          kind: content.data.kind,
          fileName: recipe.fileName,
          at: recipe.usedAt,
          by,
          columns: content.data.columns.filter(({ field }) => field !== null).length,
          batches: batchesOf.get(recipe.id) ?? 0,
        },
      ];
    }),
  };
}

interface Written {
  value: Record<string, never>;
  audit: AuditEntry;
}

function current(db: WriteHandle, input: { id: number; version: number }): RecipeRow {
  const row = db.select().from(importRecipes).where(eq(importRecipes.id, input.id)).get();
  if (!row) throw new AppError('NOT_FOUND');
  if (row.version !== input.version) throw new AppError('STALE_VERSION');
  return row;
}

/** @throws AppError NOT_FOUND, STALE_VERSION */
export function renameRecipe(db: WriteHandle, input: MethodParsedInput<'recipes.rename'>): Written {
  const before = current(db, input);
  db.update(importRecipes)
    .set({ name: input.name, version: before.version + 1 })
    .where(eq(importRecipes.id, input.id))
    .run();
  return {
    value: {},
    audit: {
      entity: 'importRecipe',
      entityId: input.id,
      detail: { before: { name: before.name }, after: { name: input.name } },
    },
  };
}

/** Imports made with it stay. @throws AppError NOT_FOUND, STALE_VERSION */
export function removeRecipe(db: WriteHandle, input: MethodParsedInput<'recipes.remove'>): Written {
  const { name, sender } = current(db, input);
  db.delete(importRecipes).where(eq(importRecipes.id, input.id)).run();
  return {
    value: {},
    audit: { entity: 'importRecipe', entityId: input.id, detail: { removed: { name, sender } } },
  };
}
