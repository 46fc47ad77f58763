/**
 * Days are ISO text ('YYYY', 'YYYY-MM', 'YYYY-MM-DD'), moments are UTC ISO text, flags are 0/1.
 * `version` counts the writes of a record; a write with another version is refused.
 */
export const foundation = {
  name: 'foundation',
  sql: /* sql */ `
CREATE TABLE office (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  superior_head TEXT NOT NULL DEFAULT '',
  issuing_head TEXT NOT NULL DEFAULT '',
  place_name TEXT NOT NULL DEFAULT '',
  signature_authority TEXT NOT NULL DEFAULT '',
  signature_title TEXT NOT NULL DEFAULT '',
  signer_name TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- The printed lines of the office that stood up to a day, for papers of that time.
CREATE TABLE office_states (
  valid_to TEXT PRIMARY KEY,
  superior_head TEXT NOT NULL,
  issuing_head TEXT NOT NULL,
  place_name TEXT NOT NULL,
  signature_authority TEXT NOT NULL,
  signature_title TEXT NOT NULL,
  signer_name TEXT NOT NULL
) STRICT;

CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  username TEXT NOT NULL UNIQUE,
  display_name TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL CHECK (role IN ('administrator', 'clerk', 'leader')),
  created_at TEXT NOT NULL,
  disabled_at TEXT
) STRICT;

-- The wrapped keys themselves stand in the key file, outside the encrypted database; this says whose they are.
CREATE TABLE key_slots (
  slot_id TEXT PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users (id),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE organizations (
  id INTEGER PRIMARY KEY,
  parent_id INTEGER REFERENCES organizations (id),
  kind TEXT NOT NULL CHECK (kind IN
    ('province', 'district', 'commune', 'partyBody', 'partyCell', 'partyGroup', 'frontCommittee',
     'massOrganization', 'agency', 'residentialArea')),
  unit_type TEXT CHECK (unit_type IN ('commune', 'agency', 'school', 'armedForces', 'enterprise')),
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL,
  name_search_key TEXT NOT NULL,
  name_sort_key TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX organizations_by_parent ON organizations (parent_id);
CREATE INDEX organizations_by_search_key ON organizations (name_search_key);

CREATE TABLE officials (
  id INTEGER PRIMARY KEY,
  full_name TEXT NOT NULL,
  name_search_key TEXT NOT NULL,
  name_initials TEXT NOT NULL,
  name_sort_key TEXT NOT NULL,
  birth_date TEXT,
  gender TEXT CHECK (gender IN ('male', 'female')),
  ethnicity TEXT NOT NULL DEFAULT '',
  religion TEXT NOT NULL DEFAULT '',
  hometown TEXT NOT NULL DEFAULT '',
  residence TEXT NOT NULL DEFAULT '',
  admitted_on TEXT,
  full_member_on TEXT,
  party_card_no TEXT NOT NULL DEFAULT '',
  party_card_digits TEXT NOT NULL DEFAULT '',
  party_file_no TEXT NOT NULL DEFAULT '',
  citizen_id TEXT NOT NULL DEFAULT '',
  schooling TEXT NOT NULL DEFAULT '',
  professional_degree TEXT NOT NULL DEFAULT '',
  political_theory_level TEXT NOT NULL DEFAULT '',
  workplace TEXT NOT NULL DEFAULT '',
  membership_status TEXT CHECK (membership_status IN ('full', 'probationary', 'none')),
  working_status TEXT CHECK (working_status IN ('inSystem', 'outside', 'retired')),
  -- The working status holds since this day; null is since before what is recorded.
  working_from TEXT,
  participation_status TEXT NOT NULL DEFAULT 'active' CHECK (participation_status IN
    ('active', 'exempt', 'suspended', 'transferredOut', 'retired', 'deceased', 'left')),
  note TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX officials_by_sort_key ON officials (name_sort_key, id);
CREATE INDEX officials_by_search_key ON officials (name_search_key);
CREATE INDEX officials_by_citizen_id ON officials (citizen_id) WHERE citizen_id <> '';
CREATE INDEX officials_by_card ON officials (party_card_digits) WHERE party_card_digits <> '';

-- Where a person's Party life is, dated; a null valid_from means "since before what is recorded".
CREATE TABLE memberships (
  id INTEGER PRIMARY KEY,
  official_id INTEGER NOT NULL REFERENCES officials (id),
  organization_id INTEGER NOT NULL REFERENCES organizations (id),
  valid_from TEXT,
  valid_to TEXT
) STRICT;
CREATE INDEX memberships_by_official ON memberships (official_id);
CREATE INDEX memberships_by_organization ON memberships (organization_id);
CREATE UNIQUE INDEX memberships_one_open ON memberships (official_id) WHERE valid_to IS NULL;

CREATE TABLE posts (
  id INTEGER PRIMARY KEY,
  official_id INTEGER NOT NULL REFERENCES officials (id),
  kind TEXT NOT NULL CHECK (kind IN ('party', 'state', 'mass')),
  title TEXT NOT NULL,
  organization_id INTEGER REFERENCES organizations (id),
  is_head INTEGER NOT NULL DEFAULT 0 CHECK (is_head IN (0, 1)),
  is_leader INTEGER NOT NULL DEFAULT 0 CHECK (is_leader IN (0, 1)),
  is_key_official INTEGER NOT NULL DEFAULT 0 CHECK (is_key_official IN (0, 1)),
  -- Member of a Party committee by this post.
  is_committee INTEGER NOT NULL DEFAULT 0 CHECK (is_committee IN (0, 1)),
  managed_by TEXT NOT NULL DEFAULT '',
  valid_from TEXT,
  valid_to TEXT
) STRICT;
CREATE INDEX posts_by_official ON posts (official_id);

-- quarter 0 is the year itself; 1 to 4 where an office also evaluates by quarter.
CREATE TABLE cycles (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  quarter INTEGER NOT NULL DEFAULT 0 CHECK (quarter BETWEEN 0 AND 4),
  counted_on TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (year, quarter)
) STRICT;

-- Three separate values: by the person, by the cell, by the competent body. The unit is the one it was made in.
-- A person has one rating of each kind: as a Party member, as a leader or manager, as staff of the state.
CREATE TABLE ratings (
  id INTEGER PRIMARY KEY,
  cycle_id INTEGER NOT NULL REFERENCES cycles (id),
  kind TEXT NOT NULL DEFAULT 'member' CHECK (kind IN ('member', 'leader', 'staff')),
  official_id INTEGER NOT NULL REFERENCES officials (id),
  organization_id INTEGER REFERENCES organizations (id),
  self_level TEXT CHECK (self_level IN ('excellent', 'good', 'completed', 'notCompleted')),
  proposed_level TEXT CHECK (proposed_level IN ('excellent', 'good', 'completed', 'notCompleted')),
  decided_level TEXT CHECK (decided_level IN ('excellent', 'good', 'completed', 'notCompleted')),
  unrated_reason TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (cycle_id, kind, official_id)
) STRICT;
CREATE INDEX ratings_by_official ON ratings (official_id);
-- The levels of a year are counted without reading its ratings.
CREATE INDEX ratings_by_level ON ratings (cycle_id, kind, decided_level);

CREATE TABLE cap_rules (
  id INTEGER PRIMARY KEY,
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  percent_hundredths INTEGER NOT NULL CHECK (percent_hundredths BETWEEN 0 AND 10000),
  base TEXT NOT NULL CHECK (base IN ('GOOD_ONLY', 'GOOD_OR_BETTER', 'ALL_RATED')),
  scope TEXT NOT NULL CHECK (scope IN ('BASE_PARTY_ORG', 'UNIT', 'LIKE_DUTIES')),
  rounding TEXT NOT NULL CHECK (rounding IN ('FLOOR', 'HALF_UP', 'CEILING')),
  source TEXT NOT NULL,
  source_status TEXT NOT NULL CHECK (source_status IN ('confirmed', 'secondary', 'unconfirmed')),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Kinds and entities are closed by the contract; each new kind of import adds its own.
CREATE TABLE import_batches (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  year INTEGER,
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  sheet_name TEXT NOT NULL,
  counts TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id),
  committed_at TEXT NOT NULL,
  undone_at TEXT
) STRICT;
CREATE INDEX import_batches_by_hash ON import_batches (file_sha256);

-- Row origin: each record that a batch wrote, with what it was before (null = created) and its version after.
CREATE TABLE import_rows (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES import_batches (id),
  sheet_row INTEGER,
  entity TEXT NOT NULL,
  entity_id INTEGER NOT NULL,
  before TEXT,
  version_after INTEGER NOT NULL
) STRICT;
CREATE INDEX import_rows_by_batch ON import_rows (batch_id);
CREATE INDEX import_rows_by_entity ON import_rows (entity, entity_id);

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  user_id INTEGER,
  method TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_id INTEGER,
  detail TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_never_updated BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'audit rows are never changed'); END;
CREATE TRIGGER audit_never_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'audit rows are never deleted'); END;
`,
};
