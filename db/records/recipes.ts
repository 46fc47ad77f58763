import { and, eq } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { importRecipes } from '../connection/schema.ts';
import type { RecipeContent } from '../contract/recipes.ts';

/** A recipe as a commit saves it. */
export interface RecipeDraft {
  /** The recipe by which the sheet was read; null when it was read without one. */
  usedId: number | null;
  name: string;
  sender: string;
  senderKey: string;
  fingerprint: string;
  content: RecipeContent;
}

function existing(db: ReadHandle, { usedId, senderKey, fingerprint }: RecipeDraft) {
  const same = db
    .select()
    .from(importRecipes)
    .where(and(eq(importRecipes.senderKey, senderKey), eq(importRecipes.fingerprint, fingerprint)))
    .get();
  if (same || usedId === null) return same;
  const used = db.select().from(importRecipes).where(eq(importRecipes.id, usedId)).get();
  // A recipe lent by another sender stays as it is.
  return used?.senderKey === senderKey ? used : undefined;
}

/** Keeps how a sheet was read: the recipe of its sender and layout is made, or takes the newest choice. @returns its id */
export function saveRecipe(
  db: WriteHandle,
  draft: RecipeDraft,
  origin: { fileName: string; userId: number; at: string },
): number {
  const { usedId: _usedId, name, content, ...key } = draft;
  const values = {
    ...key,
    content: JSON.stringify(content),
    fileName: origin.fileName,
    userId: origin.userId,
    usedAt: origin.at,
  };
  const before = existing(db, draft);
  if (before === undefined)
    return Number(
      db
        .insert(importRecipes)
        .values({ ...values, name })
        .run().lastInsertRowid,
    );
  db.update(importRecipes)
    .set({ ...values, version: before.version + 1 })
    .where(eq(importRecipes.id, before.id))
    .run();
  return before.id;
}
