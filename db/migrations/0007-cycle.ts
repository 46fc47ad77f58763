/**
 * The yearly cycle as one thread: pledge -> review -> shortcoming -> remediation task -> next year's pledge, with the
 * ratings in their versions, the ballots and the settings that come from rules. Amounts of points are hundredths.
 */
export const cycle = {
  name: 'cycle',
  sql: /* sql */ `
-- Facts of the office that rules leave open, by key; the value is JSON of the key's schema.
CREATE TABLE settings (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Rule packs that an office took in itself (a province's criteria); the built-in ones come with the program.
CREATE TABLE rule_packs (
  id INTEGER PRIMARY KEY,
  pack_id TEXT NOT NULL UNIQUE,
  pack TEXT NOT NULL,
  source TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

-- The plan of a cycle. pack is the rule pack as it stood when the cycle was opened: a reprint uses it, whatever changed since.
-- opened_at is null as long as a cycle only holds ratings of a past year.
ALTER TABLE cycles ADD COLUMN opened_at TEXT;
ALTER TABLE cycles ADD COLUMN plan_no TEXT NOT NULL DEFAULT '';
ALTER TABLE cycles ADD COLUMN plan_date TEXT;
ALTER TABLE cycles ADD COLUMN plan_issuer TEXT NOT NULL DEFAULT '';
ALTER TABLE cycles ADD COLUMN pack_id TEXT NOT NULL DEFAULT '';
ALTER TABLE cycles ADD COLUMN pack TEXT NOT NULL DEFAULT '';
ALTER TABLE cycles ADD COLUMN deadlines TEXT NOT NULL DEFAULT '{}';
-- The body and the day that decisions entered one after the other bear.
ALTER TABLE cycles ADD COLUMN decision_body TEXT NOT NULL DEFAULT '';
ALTER TABLE cycles ADD COLUMN decision_day TEXT;

-- A collective that is reviewed or rated in a cycle; 'organization' is the Party organisation itself (table 5b).
CREATE TABLE collectives (
  id INTEGER PRIMARY KEY,
  cycle_id INTEGER NOT NULL REFERENCES cycles (id),
  organization_id INTEGER NOT NULL REFERENCES organizations (id),
  kind TEXT NOT NULL CHECK (kind IN ('standingCommittee', 'committee', 'leadership', 'organization')),
  self_level TEXT CHECK (self_level IN ('excellent', 'good', 'completed', 'notCompleted')),
  proposed_level TEXT CHECK (proposed_level IN ('excellent', 'good', 'completed', 'notCompleted')),
  decided_level TEXT CHECK (decided_level IN ('excellent', 'good', 'completed', 'notCompleted')),
  unrated_reason TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  facts TEXT NOT NULL DEFAULT '{}',
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (cycle_id, organization_id, kind)
) STRICT;
CREATE INDEX collectives_by_organization ON collectives (organization_id);

-- What the conditions of a level are checked against (tasks, leave, matters under examination), as entered by the office.
ALTER TABLE ratings ADD COLUMN facts TEXT NOT NULL DEFAULT '{}';

-- Every value of a rating that was ever given; the one that stands has no replaced_at. The levels in ratings and
-- collectives repeat the standing ones.
CREATE TABLE rating_stages (
  id INTEGER PRIMARY KEY,
  rating_id INTEGER REFERENCES ratings (id),
  collective_id INTEGER REFERENCES collectives (id),
  stage TEXT NOT NULL CHECK (stage IN ('self', 'proposed', 'decided')),
  level TEXT CHECK (level IN ('excellent', 'good', 'completed', 'notCompleted')),
  score INTEGER CHECK (score BETWEEN 0 AND 20000),
  score_parts TEXT NOT NULL DEFAULT '{}',
  -- points by criterion of the table that the cycle's pack has for the group
  criterion_points TEXT NOT NULL DEFAULT '{}',
  on_day TEXT,
  body TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  -- why an authorised person went on against a rule that forbids it
  override_reason TEXT NOT NULL DEFAULT '',
  user_id INTEGER REFERENCES users (id),
  at TEXT NOT NULL,
  replaced_at TEXT,
  CHECK ((rating_id IS NULL) <> (collective_id IS NULL))
) STRICT;
CREATE INDEX rating_stages_by_rating ON rating_stages (rating_id, stage);
CREATE INDEX rating_stages_by_collective ON rating_stages (collective_id, stage);
CREATE UNIQUE INDEX rating_stages_standing ON rating_stages (rating_id, stage) WHERE replaced_at IS NULL AND rating_id IS NOT NULL;
CREATE UNIQUE INDEX collective_stages_standing ON rating_stages (collective_id, stage)
  WHERE replaced_at IS NULL AND collective_id IS NOT NULL;

-- One pledge per person and year, made in the unit of the Party life.
CREATE TABLE pledges (
  id INTEGER PRIMARY KEY,
  cycle_id INTEGER NOT NULL REFERENCES cycles (id),
  official_id INTEGER NOT NULL REFERENCES officials (id),
  organization_id INTEGER REFERENCES organizations (id),
  variant TEXT NOT NULL CHECK (variant IN ('member', 'leader')),
  form_id TEXT NOT NULL,
  duty TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL CHECK (status IN ('notFiled', 'filed', 'confirmed', 'returned')),
  not_filed_reason TEXT NOT NULL DEFAULT '',
  signed_on TEXT,
  filed_on TEXT,
  confirmed_on TEXT,
  confirmed_by TEXT NOT NULL DEFAULT '',
  returned_reason TEXT NOT NULL DEFAULT '',
  -- Folded text of all items: equal keys are equal texts.
  text_key TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (cycle_id, official_id)
) STRICT;
CREATE INDEX pledges_by_official ON pledges (official_id);
CREATE INDEX pledges_by_text ON pledges (cycle_id, text_key) WHERE text_key <> '';

-- Result and mid-year check stand with the item: the review reads them from here.
CREATE TABLE pledge_items (
  id INTEGER PRIMARY KEY,
  pledge_id INTEGER NOT NULL REFERENCES pledges (id),
  section_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  target TEXT NOT NULL DEFAULT '',
  due_on TEXT,
  shortcoming_id INTEGER REFERENCES shortcomings (id),
  mid_year TEXT CHECK (mid_year IN ('done', 'onTrack', 'behind', 'notStarted')),
  mid_year_note TEXT NOT NULL DEFAULT '',
  mid_year_on TEXT,
  result TEXT CHECK (result IN ('done', 'partly', 'notDone')),
  result_note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX pledge_items_by_pledge ON pledge_items (pledge_id, position);
CREATE INDEX pledge_items_by_shortcoming ON pledge_items (shortcoming_id);

-- A person or a collective to review in a place, drawn from the tree or added with a reason. A row with an
-- out_reason is out of the base and says why.
CREATE TABLE reviews (
  id INTEGER PRIMARY KEY,
  cycle_id INTEGER NOT NULL REFERENCES cycles (id),
  official_id INTEGER REFERENCES officials (id),
  collective_id INTEGER REFERENCES collectives (id),
  organization_id INTEGER REFERENCES organizations (id),
  place TEXT NOT NULL CHECK (place IN ('cell', 'leadership', 'collective')),
  subject_group TEXT NOT NULL CHECK (subject_group IN ('collective', 'leader', 'noPost', 'outsideSystem')),
  form_id TEXT NOT NULL DEFAULT '',
  basis TEXT NOT NULL CHECK (basis IN ('drawn', 'lateComer', 'extraPlace')),
  basis_reason TEXT NOT NULL DEFAULT '',
  out_reason TEXT CHECK (out_reason IN
    ('exempt', 'suspended', 'transferredOut', 'retired', 'deceased', 'left', 'other')),
  out_note TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'notFiled' CHECK (status IN ('notFiled', 'filed', 'discussed', 'closed')),
  filed_on TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK ((official_id IS NULL) <> (collective_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX reviews_one_per_place ON reviews (cycle_id, official_id, organization_id, place)
  WHERE official_id IS NOT NULL;
CREATE UNIQUE INDEX reviews_one_per_collective ON reviews (collective_id) WHERE collective_id IS NOT NULL;
CREATE INDEX reviews_by_official ON reviews (official_id);
CREATE INDEX reviews_by_organization ON reviews (organization_id, cycle_id);

CREATE TABLE review_sections (
  id INTEGER PRIMARY KEY,
  review_id INTEGER NOT NULL REFERENCES reviews (id),
  section_id TEXT NOT NULL,
  text TEXT NOT NULL DEFAULT '',
  -- self-mark of forms that ask for one
  mark TEXT CHECK (mark IN ('excellent', 'good', 'average', 'poor')),
  UNIQUE (review_id, section_id)
) STRICT;

CREATE TABLE shortcomings (
  id INTEGER PRIMARY KEY,
  review_id INTEGER NOT NULL REFERENCES reviews (id),
  position INTEGER NOT NULL,
  section_id TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL,
  cause TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX shortcomings_by_review ON shortcomings (review_id, position);

-- What the review says about a shortcoming of an earlier one.
CREATE TABLE shortcoming_outcomes (
  id INTEGER PRIMARY KEY,
  review_id INTEGER NOT NULL REFERENCES reviews (id),
  shortcoming_id INTEGER NOT NULL REFERENCES shortcomings (id),
  outcome TEXT CHECK (outcome IN ('putRight', 'underWay', 'notPutRight')),
  text TEXT NOT NULL DEFAULT '',
  UNIQUE (review_id, shortcoming_id)
) STRICT;
CREATE INDEX shortcoming_outcomes_by_shortcoming ON shortcoming_outcomes (shortcoming_id);

-- Suggested questions of a review: the source is a kind of source, never a person.
CREATE TABLE review_prompts (
  id INTEGER PRIMARY KEY,
  review_id INTEGER NOT NULL REFERENCES reviews (id),
  source TEXT NOT NULL CHECK (source IN ('inspection', 'supervision', 'front', 'petition', 'press', 'superior', 'other')),
  matter TEXT NOT NULL,
  sent_on TEXT,
  answer TEXT NOT NULL DEFAULT '',
  conclusion TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX review_prompts_by_review ON review_prompts (review_id);

CREATE TABLE review_opinions (
  id INTEGER PRIMARY KEY,
  review_id INTEGER NOT NULL REFERENCES reviews (id),
  body TEXT NOT NULL,
  on_day TEXT,
  text TEXT NOT NULL DEFAULT '',
  level TEXT CHECK (level IN ('excellent', 'good', 'completed', 'notCompleted'))
) STRICT;
CREATE INDEX review_opinions_by_review ON review_opinions (review_id);

-- A meeting that discusses and votes; ballots as counts only, never a voter.
CREATE TABLE rating_meetings (
  id INTEGER PRIMARY KEY,
  cycle_id INTEGER NOT NULL REFERENCES cycles (id),
  organization_id INTEGER NOT NULL REFERENCES organizations (id),
  held_on TEXT NOT NULL,
  starts_at TEXT NOT NULL DEFAULT '',
  ends_at TEXT NOT NULL DEFAULT '',
  place_name TEXT NOT NULL DEFAULT '',
  chair TEXT NOT NULL DEFAULT '',
  secretary TEXT NOT NULL DEFAULT '',
  counters TEXT NOT NULL DEFAULT '',
  members_total INTEGER NOT NULL CHECK (members_total >= 0),
  present INTEGER NOT NULL CHECK (present >= 0),
  absent_note TEXT NOT NULL DEFAULT '',
  content TEXT NOT NULL DEFAULT '',
  issued INTEGER NOT NULL CHECK (issued >= 0),
  returned INTEGER NOT NULL CHECK (returned >= 0),
  valid INTEGER NOT NULL CHECK (valid >= 0),
  invalid INTEGER NOT NULL CHECK (invalid >= 0),
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (returned = valid + invalid AND returned <= issued)
) STRICT;
CREATE INDEX rating_meetings_by_cycle ON rating_meetings (cycle_id, organization_id);

CREATE TABLE ballot_results (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES rating_meetings (id),
  official_id INTEGER REFERENCES officials (id),
  collective_id INTEGER REFERENCES collectives (id),
  excellent INTEGER NOT NULL CHECK (excellent >= 0),
  good INTEGER NOT NULL CHECK (good >= 0),
  completed INTEGER NOT NULL CHECK (completed >= 0),
  not_completed INTEGER NOT NULL CHECK (not_completed >= 0),
  opinion TEXT NOT NULL DEFAULT '',
  CHECK ((official_id IS NULL) <> (collective_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX ballot_results_by_person ON ballot_results (meeting_id, official_id) WHERE official_id IS NOT NULL;
CREATE UNIQUE INDEX ballot_results_by_collective ON ballot_results (meeting_id, collective_id) WHERE collective_id IS NOT NULL;
CREATE INDEX ballot_results_by_official ON ballot_results (official_id);

-- A task that puts a shortcoming right. A task taken from a sheet has only the shortcoming's text.
-- Totals of signatures that units declare on table 5e; they stand beside the pledges and are never added to them.
CREATE TABLE declared_pledges (
  id INTEGER PRIMARY KEY,
  cycle_id INTEGER NOT NULL REFERENCES cycles (id),
  organization_id INTEGER NOT NULL REFERENCES organizations (id),
  total INTEGER NOT NULL CHECK (total >= 0),
  signed INTEGER NOT NULL CHECK (signed BETWEEN 0 AND total),
  reason TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (cycle_id, organization_id)
) STRICT;

CREATE TABLE remediation_tasks (
  id INTEGER PRIMARY KEY,
  cycle_id INTEGER NOT NULL REFERENCES cycles (id),
  shortcoming_id INTEGER REFERENCES shortcomings (id),
  organization_id INTEGER REFERENCES organizations (id),
  shortcoming_text TEXT NOT NULL,
  cause TEXT NOT NULL DEFAULT '',
  measure TEXT NOT NULL,
  -- The responsible one: a person of the book, or the name of a person or body as written.
  assignee_id INTEGER REFERENCES officials (id),
  assignee_name TEXT NOT NULL DEFAULT '',
  coordinating_body TEXT NOT NULL DEFAULT '',
  starts_on TEXT,
  due_on TEXT NOT NULL,
  -- It goes on all year: due_on is the day on which it is looked at again.
  continuous INTEGER NOT NULL DEFAULT 0 CHECK (continuous IN (0, 1)),
  product TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('planned', 'doing', 'done', 'verified', 'reopened', 'notFitting')),
  progress INTEGER NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
  result TEXT NOT NULL DEFAULT '',
  late_reason TEXT NOT NULL DEFAULT '',
  done_on TEXT,
  verified_by_id INTEGER REFERENCES officials (id),
  verified_by_name TEXT NOT NULL DEFAULT '',
  verified_on TEXT,
  note TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (assignee_id IS NOT NULL OR assignee_name <> '')
) STRICT;
CREATE INDEX remediation_tasks_by_shortcoming ON remediation_tasks (shortcoming_id);
CREATE INDEX remediation_tasks_by_due ON remediation_tasks (due_on) WHERE state NOT IN ('verified', 'notFitting');
CREATE INDEX remediation_tasks_by_assignee ON remediation_tasks (assignee_id);
CREATE INDEX remediation_tasks_by_cycle ON remediation_tasks (cycle_id, organization_id);

CREATE TABLE remediation_notes (
  id INTEGER PRIMARY KEY,
  task_id INTEGER NOT NULL REFERENCES remediation_tasks (id),
  on_day TEXT NOT NULL,
  text TEXT NOT NULL,
  progress INTEGER CHECK (progress BETWEEN 0 AND 100),
  user_id INTEGER REFERENCES users (id)
) STRICT;
CREATE INDEX remediation_notes_by_task ON remediation_notes (task_id, on_day);

-- What stands on one paper besides its figures: number, day, heads, basis, texts of the office, signer, recipients. Kept as
-- it was entered, so that a reprint says the same whatever the settings say since.
CREATE TABLE paper_particulars (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('remediation-plan', 'remediation-report', 'collective-review', 'meeting-minutes',
    'count-minutes', '5a', '5b', '5c', '5d', '5e', '5f', 'pledges')),
  year INTEGER NOT NULL,
  quarter INTEGER NOT NULL CHECK (quarter BETWEEN 0 AND 4),
  -- Null: a paper of the whole office.
  organization_id INTEGER REFERENCES organizations (id),
  -- A later meeting may get the same id.
  meeting_id INTEGER REFERENCES rating_meetings (id) ON DELETE CASCADE,
  -- The kind of a collective; the day up to which a report tells.
  part TEXT NOT NULL DEFAULT '',
  particulars TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX paper_particulars_one ON paper_particulars
  (kind, year, quarter, ifnull(organization_id, 0), ifnull(meeting_id, 0), part);
CREATE INDEX paper_particulars_by_meeting ON paper_particulars (meeting_id);
CREATE INDEX paper_particulars_by_organization ON paper_particulars (organization_id);

-- Scans of signed papers and evidence, inside the encrypted database.
CREATE TABLE attachments (
  id INTEGER PRIMARY KEY,
  entity TEXT NOT NULL CHECK (entity IN ('pledge', 'review', 'meeting', 'remediationTask')),
  entity_id INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png')),
  sha256 TEXT NOT NULL,
  bytes BLOB NOT NULL,
  user_id INTEGER REFERENCES users (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX attachments_by_entity ON attachments (entity, entity_id);
-- A scan never outlives its record: a later record may get the same id.
CREATE TRIGGER pledges_with_scans BEFORE DELETE ON pledges
  WHEN EXISTS (SELECT 1 FROM attachments WHERE entity = 'pledge' AND entity_id = OLD.id)
  BEGIN SELECT RAISE(ABORT, 'HAS_ATTACHMENTS'); END;
CREATE TRIGGER reviews_with_scans BEFORE DELETE ON reviews
  WHEN EXISTS (SELECT 1 FROM attachments WHERE entity = 'review' AND entity_id = OLD.id)
  BEGIN SELECT RAISE(ABORT, 'HAS_ATTACHMENTS'); END;
CREATE TRIGGER rating_meetings_with_scans BEFORE DELETE ON rating_meetings
  WHEN EXISTS (SELECT 1 FROM attachments WHERE entity = 'meeting' AND entity_id = OLD.id)
  BEGIN SELECT RAISE(ABORT, 'HAS_ATTACHMENTS'); END;
CREATE TRIGGER remediation_tasks_with_scans BEFORE DELETE ON remediation_tasks
  WHEN EXISTS (SELECT 1 FROM attachments WHERE entity = 'remediationTask' AND entity_id = OLD.id)
  BEGIN SELECT RAISE(ABORT, 'HAS_ATTACHMENTS'); END;
`,
};
