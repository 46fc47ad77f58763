// Parts of words in the spellings that offices use, by their code points: SQLite folds no Vietnamese letter.
// "huu" (retired).
const retiredParts = ['h\u01b0u', 'H\u01b0u', 'H\u01afU'];
// "bi thu", "dang uy vien", "chi uy vien", "cap uy", "thuong vu", "chap hanh" without their first letter.
const committeeParts = [
  '\u00ed th\u01b0',
  '\u1ea3ng \u1ee7y vi\u00ean',
  '\u1ea3ng u\u1ef7 vi\u00ean',
  'hi \u1ee7y vi\u00ean',
  'hi u\u1ef7 vi\u00ean',
  '\u1ea5p \u1ee7y',
  '\u1ea5p u\u1ef7',
  'h\u01b0\u1eddng v\u1ee5',
  'h\u1ea5p h\u00e0nh',
];

/** SQL that is above 0 where a column holds one of the parts. */
const anyIn = (column: string, parts: readonly string[]): string =>
  `(${parts.map((part) => `instr(${column}, '${part}')`).join(' + ')})`;

/** Discipline as dated rows; people who were entered twice and are one now; what the quality list asks and its limits. */
export const disciplineAndMerges = {
  name: 'discipline-and-merges',
  sql: /* sql */ `
-- Discipline of a person, with the post, the headship and the unit of that time: reports count by these.
CREATE TABLE disciplines (
  id INTEGER PRIMARY KEY,
  official_id INTEGER NOT NULL REFERENCES officials (id),
  branch TEXT NOT NULL DEFAULT 'party' CHECK (branch IN ('party', 'state')),
  form TEXT NOT NULL CHECK (form IN
    ('reprimand', 'warning', 'salaryCut', 'demotion', 'removalFromPost', 'dismissal', 'expulsion')),
  effective_on TEXT NOT NULL,
  decision_no TEXT NOT NULL DEFAULT '',
  deciding_body TEXT NOT NULL DEFAULT '',
  post_then TEXT NOT NULL DEFAULT '',
  is_head_then INTEGER NOT NULL DEFAULT 0 CHECK (is_head_then IN (0, 1)),
  organization_then_id INTEGER REFERENCES organizations (id),
  -- The one year whose rating it lowers, and why: null is the year of its day.
  counted_year INTEGER,
  counted_reason TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX disciplines_by_official ON disciplines (official_id);
CREATE INDEX disciplines_by_day ON disciplines (effective_on);

-- Discipline of a Party organisation, on the unit that it was made in: a merge or an end of it moves no row.
CREATE TABLE organization_disciplines (
  id INTEGER PRIMARY KEY,
  organization_id INTEGER NOT NULL REFERENCES organizations (id),
  form TEXT NOT NULL CHECK (form IN ('reprimand', 'warning', 'dissolution')),
  effective_on TEXT NOT NULL,
  decision_no TEXT NOT NULL DEFAULT '',
  deciding_body TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX organization_disciplines_by_organization ON organization_disciplines (organization_id);

-- Said by a person: these two are not one. The pair stands once, the lower id first.
CREATE TABLE distinct_people (
  id INTEGER PRIMARY KEY,
  first_id INTEGER NOT NULL REFERENCES officials (id),
  second_id INTEGER NOT NULL REFERENCES officials (id),
  CHECK (first_id < second_id),
  UNIQUE (first_id, second_id)
) STRICT;
CREATE INDEX distinct_people_by_second ON distinct_people (second_id);

-- id was a person's own and is one with kept_id now: what named it in a log or on a screen still finds the person.
-- The row itself stands whole in the operation that merged the two.
CREATE TABLE merged_officials (
  id INTEGER PRIMARY KEY,
  kept_id INTEGER NOT NULL REFERENCES officials (id)
) STRICT;
CREATE INDEX merged_officials_by_kept ON merged_officials (kept_id);

-- What the quality list asks, worked out by the database when a person is written: a rule is a walk over a small
-- index that holds those it finds and nobody else. Null: not found, or not asked.
-- Who left, died, retired or moved out is not asked about.
ALTER TABLE officials ADD COLUMN is_checked INTEGER GENERATED ALWAYS AS (
  CASE WHEN participation_status IN ('active', 'exempt', 'suspended') THEN 1 END) VIRTUAL;
ALTER TABLE officials ADD COLUMN birth_date_missing INTEGER GENERATED ALWAYS AS (
  CASE WHEN is_checked = 1 AND birth_date IS NULL THEN 1 END) VIRTUAL;
ALTER TABLE officials ADD COLUMN admitted_missing INTEGER GENERATED ALWAYS AS (
  CASE WHEN is_checked = 1 AND admitted_on IS NULL AND membership_status IS NOT 'none' THEN 1 END) VIRTUAL;
ALTER TABLE officials ADD COLUMN card_missing INTEGER GENERATED ALWAYS AS (
  CASE WHEN is_checked = 1 AND party_card_digits = '' AND membership_status = 'full' THEN 1 END) VIRTUAL;
ALTER TABLE officials ADD COLUMN citizen_id_missing INTEGER GENERATED ALWAYS AS (
  CASE WHEN is_checked = 1 AND citizen_id = '' THEN 1 END) VIRTUAL;
-- Full membership certainly before the admission; both partial days, read at their latest and earliest.
ALTER TABLE officials ADD COLUMN full_before_admitted INTEGER GENERATED ALWAYS AS (
  CASE WHEN is_checked = 1 AND full_member_on || substr('9999-12-31', length(full_member_on) + 1)
    < admitted_on || substr('9999-01-01', length(admitted_on) + 1) THEN 1 END) VIRTUAL;
-- 12 digits: the 4th tells century and gender, the next two the year of birth.
ALTER TABLE officials ADD COLUMN citizen_id_disagrees INTEGER GENERATED ALWAYS AS (
  CASE WHEN is_checked = 1 AND length(citizen_id) = 12 AND (
    coalesce((substr(citizen_id, 4, 1) % 2 = 1) <> (gender = 'female'), 0)
    OR coalesce(1900 + substr(citizen_id, 4, 1) / 2 * 100 + substr(citizen_id, 5, 2)
      <> substr(birth_date, 1, 4) + 0, 0)) THEN 1 END) VIRTUAL;
-- Months from the admission to full membership; null when one is known by the year only.
ALTER TABLE officials ADD COLUMN probation_months INTEGER GENERATED ALWAYS AS (
  CASE WHEN is_checked = 1 AND length(admitted_on) >= 7 AND length(full_member_on) >= 7 THEN
    (substr(full_member_on, 1, 4) - substr(admitted_on, 1, 4)) * 12
      + substr(full_member_on, 6, 2) - substr(admitted_on, 6, 2) END) VIRTUAL;
-- Whole years of age on the day of admission: the most and the least that the partial days leave open.
ALTER TABLE officials ADD COLUMN most_age_admitted INTEGER GENERATED ALWAYS AS (
  CASE WHEN is_checked = 1 THEN (replace(admitted_on || substr('9999-12-31', length(admitted_on) + 1), '-', '')
    - replace(birth_date || substr('9999-01-01', length(birth_date) + 1), '-', '')) / 10000 END) VIRTUAL;
ALTER TABLE officials ADD COLUMN least_age_admitted INTEGER GENERATED ALWAYS AS (
  CASE WHEN is_checked = 1 THEN (replace(admitted_on || substr('9999-01-01', length(admitted_on) + 1), '-', '')
    - replace(birth_date || substr('9999-12-31', length(birth_date) + 1), '-', '')) / 10000 END) VIRTUAL;

-- A name with digits or signs; the apostrophe, the hyphen and the dot stand in real names.
ALTER TABLE officials ADD COLUMN name_doubtful INTEGER GENERATED ALWAYS AS (
  CASE WHEN is_checked = 1 AND full_name GLOB '*[]0-9!"#$%&()*+,/:;<=>?@[\\^_{|}~]*' THEN 1 END) VIRTUAL;

-- The place of work says "retired" and the working status does not, or the other way round.
ALTER TABLE officials ADD COLUMN working_doubtful INTEGER GENERATED ALWAYS AS (
  CASE WHEN is_checked = 1 AND workplace <> ''
    AND (${anyIn('workplace', retiredParts)} > 0)
      <> (working_status IS 'retired') THEN 1 END) VIRTUAL;
-- A title of a committee member without the mark of one; titles are written in more ways than these.
ALTER TABLE posts ADD COLUMN committee_doubtful INTEGER GENERATED ALWAYS AS (
  CASE WHEN kind = 'party' AND valid_to IS NULL AND is_committee = 0 AND
    ${anyIn('title', committeeParts)} > 0 THEN 1 END) VIRTUAL;

CREATE INDEX quality_is_checked ON officials (is_checked, name_sort_key) WHERE is_checked IS NOT NULL;
CREATE INDEX quality_birth_date_missing ON officials (birth_date_missing, name_sort_key) WHERE birth_date_missing IS NOT NULL;
CREATE INDEX quality_admitted_missing ON officials (admitted_missing, name_sort_key) WHERE admitted_missing IS NOT NULL;
CREATE INDEX quality_card_missing ON officials (card_missing, name_sort_key) WHERE card_missing IS NOT NULL;
CREATE INDEX quality_citizen_id_missing ON officials (citizen_id_missing, name_sort_key) WHERE citizen_id_missing IS NOT NULL;
CREATE INDEX quality_full_before_admitted ON officials (full_before_admitted, name_sort_key) WHERE full_before_admitted IS NOT NULL;
CREATE INDEX quality_citizen_id_disagrees ON officials (citizen_id_disagrees, name_sort_key) WHERE citizen_id_disagrees IS NOT NULL;
CREATE INDEX quality_probation_months ON officials (probation_months, name_sort_key) WHERE probation_months IS NOT NULL;
CREATE INDEX quality_most_age_admitted ON officials (most_age_admitted, name_sort_key) WHERE most_age_admitted IS NOT NULL;
CREATE INDEX quality_least_age_admitted ON officials (least_age_admitted, name_sort_key) WHERE least_age_admitted IS NOT NULL;
CREATE INDEX quality_name_doubtful ON officials (name_doubtful, name_sort_key) WHERE name_doubtful IS NOT NULL;
CREATE INDEX quality_working_doubtful ON officials (working_doubtful, name_sort_key) WHERE working_doubtful IS NOT NULL;
CREATE INDEX posts_committee_doubtful ON posts (official_id) WHERE committee_doubtful IS NOT NULL;
CREATE INDEX memberships_present ON memberships (official_id, organization_id) WHERE valid_to IS NULL;
CREATE INDEX memberships_past ON memberships (official_id, organization_id, valid_from, valid_to)
  WHERE valid_to IS NOT NULL;
CREATE INDEX posts_of_heads ON posts (organization_id, official_id) WHERE is_head = 1 AND valid_to IS NULL;

-- Duplicates: equal folded names with birth dates of which none says another thing.
CREATE INDEX officials_by_name_and_birth ON officials (name_search_key, birth_date) WHERE birth_date IS NOT NULL;
`,
};
