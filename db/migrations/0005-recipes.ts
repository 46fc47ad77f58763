/** How a sheet of one sender and layout is read, kept for the next one like it. */
export const recipes = {
  name: 'recipes',
  sql: /* sql */ `
-- sender: who the sheet comes from by its heads, sender_key: the same folded. fingerprint: the titles of its columns in
-- order, without years. content: JSON of recipeContent.
CREATE TABLE import_recipes (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  sender TEXT NOT NULL,
  sender_key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  content TEXT NOT NULL,
  file_name TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id),
  used_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (sender_key, fingerprint)
) STRICT;
CREATE INDEX import_recipes_by_fingerprint ON import_recipes (fingerprint);

-- The recipe that a batch was read by, or made.
ALTER TABLE import_batches ADD COLUMN recipe_id INTEGER REFERENCES import_recipes (id) ON DELETE SET NULL;
CREATE INDEX import_batches_by_recipe ON import_batches (recipe_id) WHERE recipe_id IS NOT NULL;
`,
} as const;
