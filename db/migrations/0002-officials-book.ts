/**
 * The book of officials: dated states of the organisation tree, where units went, dated participation,
 * discipline, and the row images of acts that are undone as one step.
 */
export const officialsBook = {
  name: 'officials-book',
  sql: /* sql */ `
-- Heads that stood above the table of an imported sheet, offered for the office's own papers.
ALTER TABLE import_batches ADD COLUMN heads TEXT NOT NULL DEFAULT '{}';

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
  unit_type TEXT,
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

-- The present participation (officials.participation_status) holds since this day and for this reason.
ALTER TABLE officials ADD COLUMN participation_from TEXT;
ALTER TABLE officials ADD COLUMN participation_reason TEXT NOT NULL DEFAULT '';

-- The list is put in order by any of its columns from these; they hold no more than a walk over one column reads.
CREATE INDEX officials_by_birth_date ON officials (birth_date) WHERE birth_date IS NOT NULL;
CREATE INDEX officials_by_admitted ON officials (admitted_on) WHERE admitted_on IS NOT NULL;
CREATE INDEX officials_by_full_member ON officials (full_member_on) WHERE full_member_on IS NOT NULL;
CREATE INDEX officials_by_card_as_written ON officials (party_card_no) WHERE party_card_no <> '';
CREATE INDEX officials_by_file_no ON officials (party_file_no) WHERE party_file_no <> '';
CREATE INDEX officials_by_state ON officials (participation_status, membership_status, gender);
CREATE INDEX posts_present ON posts (kind, title, official_id) WHERE valid_to IS NULL;

CREATE INDEX officials_out ON officials (participation_status, id) WHERE participation_status <> 'active';
DROP INDEX memberships_by_organization;
CREATE INDEX memberships_by_organization ON memberships (organization_id, valid_to, valid_from, official_id);

-- What a person's participation was up to and including valid_to.
CREATE TABLE participation_states (
  id INTEGER PRIMARY KEY,
  official_id INTEGER NOT NULL REFERENCES officials (id),
  valid_to TEXT NOT NULL,
  valid_from TEXT,
  status TEXT NOT NULL,
  reason TEXT NOT NULL,
  UNIQUE (official_id, valid_to)
) STRICT;

-- Search: words of the folded name with their initials, and any run of digits of card and citizen ID.
CREATE VIRTUAL TABLE official_names USING fts5 (words, initials, content = '', contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3');
CREATE VIRTUAL TABLE official_numbers USING fts5 (numbers, content = '', contentless_delete = 1, tokenize = 'trigram');
INSERT INTO official_names (rowid, words, initials) SELECT id, name_search_key, name_initials FROM officials;
INSERT INTO official_numbers (rowid, numbers) SELECT id, party_card_digits || ' ' || citizen_id FROM officials;
CREATE TRIGGER officials_searched_insert AFTER INSERT ON officials BEGIN
  INSERT INTO official_names (rowid, words, initials) VALUES (NEW.id, NEW.name_search_key, NEW.name_initials);
  INSERT INTO official_numbers (rowid, numbers) VALUES (NEW.id, NEW.party_card_digits || ' ' || NEW.citizen_id);
END;
CREATE TRIGGER officials_searched_name AFTER UPDATE OF name_search_key, name_initials ON officials
WHEN OLD.name_search_key <> NEW.name_search_key OR OLD.name_initials <> NEW.name_initials BEGIN
  DELETE FROM official_names WHERE rowid = OLD.id;
  INSERT INTO official_names (rowid, words, initials) VALUES (NEW.id, NEW.name_search_key, NEW.name_initials);
END;
CREATE TRIGGER officials_searched_number AFTER UPDATE OF party_card_digits, citizen_id ON officials
WHEN OLD.party_card_digits <> NEW.party_card_digits OR OLD.citizen_id <> NEW.citizen_id BEGIN
  DELETE FROM official_numbers WHERE rowid = OLD.id;
  INSERT INTO official_numbers (rowid, numbers) VALUES (NEW.id, NEW.party_card_digits || ' ' || NEW.citizen_id);
END;
CREATE TRIGGER officials_searched_delete AFTER DELETE ON officials BEGIN
  DELETE FROM official_names WHERE rowid = OLD.id;
  DELETE FROM official_numbers WHERE rowid = OLD.id;
END;

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
