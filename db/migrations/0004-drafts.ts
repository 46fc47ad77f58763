/** What was typed in a form and not yet saved, kept for its user until it is saved or given up. */
export const drafts = {
  name: 'drafts',
  sql: /* sql */ `
-- record_id 0 is a new record, part_id 0 no row of it: NULL would not be unique.
CREATE TABLE drafts (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users (id),
  form TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  part_id INTEGER NOT NULL,
  record_version INTEGER,
  title TEXT NOT NULL,
  fields TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  UNIQUE (user_id, form, record_id, part_id)
) STRICT;
`,
};
