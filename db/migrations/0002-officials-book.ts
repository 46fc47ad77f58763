/**
 * The book of officials: dated states of the organisation tree, where units went, dated participation,
 * discipline, and the row images of acts that are undone as one step.
 */
export const officialsBook = {
  name: 'officials-book',
  sql: /* sql */ `
-- Names printed on documents of the unit; '' takes the office's own.
ALTER TABLE organizations ADD COLUMN superior_head TEXT NOT NULL DEFAULT '';
ALTER TABLE organizations ADD COLUMN issuing_head TEXT NOT NULL DEFAULT '';
ALTER TABLE organizations ADD COLUMN signature_authority TEXT NOT NULL DEFAULT '';
ALTER TABLE organizations ADD COLUMN signature_title TEXT NOT NULL DEFAULT '';

-- What a unit was up to and including valid_to; the organizations row is what it is since.
CREATE TABLE organization_states (
  id INTEGER PRIMARY KEY,
  organization_id INTEGER NOT NULL REFERENCES organizations (id),
  valid_to TEXT NOT NULL,
  parent_id INTEGER REFERENCES organizations (id),
  kind TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  superior_head TEXT NOT NULL,
  issuing_head TEXT NOT NULL,
  signature_authority TEXT NOT NULL,
  signature_title TEXT NOT NULL,
  UNIQUE (organization_id, valid_to)
) STRICT;

-- Where a unit went: merged into, split into.
CREATE TABLE organization_links (
  id INTEGER PRIMARY KEY,
  predecessor_id INTEGER NOT NULL REFERENCES organizations (id),
  successor_id INTEGER NOT NULL REFERENCES organizations (id),
  on_day TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'end')),
  UNIQUE (predecessor_id, successor_id, on_day, kind)
) STRICT;
CREATE INDEX organization_links_by_successor ON organization_links (successor_id);

-- Acts that are undone as one step: the rows they changed, before and after.
CREATE TABLE operations (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  on_day TEXT,
  summary TEXT NOT NULL,
  changes TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id),
  at TEXT NOT NULL,
  undone_at TEXT
) STRICT;
`,
};
