/** What the person decided over a preview goes with its batch; an undo may leave rows that were edited since. */
export const importDecisions = {
  name: 'import-decisions',
  sql: /* sql */ `
-- JSON of the contract's importDecisions.
ALTER TABLE import_batches ADD COLUMN decisions TEXT NOT NULL DEFAULT '{}';
-- Rows that the undo of the batch left as they are.
ALTER TABLE import_batches ADD COLUMN kept_rows INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import_rows ADD COLUMN kept INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1));
-- How often records were written, and the random part of the keys of rows in workbooks that the office gives out.
CREATE TABLE data_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  writes INTEGER NOT NULL DEFAULT 0,
  office_key TEXT NOT NULL
) STRICT;
INSERT INTO data_state (id, office_key) VALUES (1, lower(hex(randomblob(6))));
`,
};
