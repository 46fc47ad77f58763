/** Discipline as dated rows; people who were entered twice and are one now; what the quality list asks and its limits. */
export const disciplineAndMerges = {
  name: 'discipline-and-merges',
  sql: /* sql */ `
-- Discipline of a person, with the post, the headship and the unit of that time: reports count by these.
CREATE TABLE disciplines (
  id INTEGER PRIMARY KEY,
  official_id INTEGER NOT NULL REFERENCES officials (id),
  form TEXT NOT NULL CHECK (form IN ('reprimand', 'warning', 'removalFromPost', 'expulsion')),
  effective_on TEXT NOT NULL,
  decision_no TEXT NOT NULL DEFAULT '',
  deciding_body TEXT NOT NULL DEFAULT '',
  post_then TEXT NOT NULL DEFAULT '',
  is_head_then INTEGER NOT NULL DEFAULT 0 CHECK (is_head_then IN (0, 1)),
  organization_then_id INTEGER REFERENCES organizations (id),
  note TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX disciplines_by_official ON disciplines (official_id);
CREATE INDEX disciplines_by_day ON disciplines (effective_on);
`,
};
