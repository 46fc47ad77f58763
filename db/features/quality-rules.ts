import { type SQL, sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import type { QualityRule } from '../contract/quality.ts';
import type { QualityLimit } from '../domain/quality-limits.ts';
import { readSetting } from '../records/settings.ts';

/**
 * A rule as SQL. `holds` asks one person `o`. `people` is everybody it finds, as `id` and `name_sort_key`, from the
 * index that knows them. Both are null-safe: what is not known is odd to no rule but those of missing things.
 */
export interface RuleSql {
  field: string;
  holds: SQL;
  people: SQL;
}

const overlaps = sql`a.organization_id <> b.organization_id
  and coalesce(a.valid_from, '') <= coalesce(b.valid_to, '9999')
  and coalesce(b.valid_from, '') <= coalesce(a.valid_to, '9999')`;
const headsEndedUnit = sql`p.is_head = 1 and p.valid_to is null and e.valid_to is not null`;

const peopleWho = (condition: SQL): SQL =>
  sql`(select o.id, o.name_sort_key from officials o where ${condition})`;

/** A column of the database that is 1 for whom the rule finds. */
function flagged(field: string, column: string): RuleSql {
  const holds = sql`o.${sql.identifier(column)} = 1`;
  return { field, holds, people: peopleWho(holds) };
}

/** Ranges of columns outside the limits; each admission is judged by the limits of its day. */
function outside(
  field: string,
  limits: readonly QualityLimit[],
  rangesOf: (limit: QualityLimit) => SQL[],
): RuleSql {
  const ranges = limits.flatMap((limit, place) => {
    const until = limits[place + 1]?.from ?? null;
    const from = limit.from === null ? sql`` : sql` and o.admitted_on >= ${limit.from}`;
    const to = until === null ? sql`` : sql` and o.admitted_on < ${until}`;
    return rangesOf(limit).map((range) => sql`${range}${from}${to}`);
  });
  return {
    field,
    holds: sql`(${sql.join(
      ranges.map((range) => sql`(${range})`),
      sql` or `,
    )})`,
    // No person is in two ranges, so nobody comes twice.
    people: sql`(${sql.join(
      ranges.map((range) => sql`select o.id, o.name_sort_key from officials o where ${range}`),
      sql` union all `,
    )})`,
  };
}

function sameNumber(field: string, column: string): RuleSql {
  const number = sql.identifier(column);
  return {
    field,
    holds: sql`o.is_checked = 1 and o.${number} <> '' and exists (select 1 from officials x
      where x.${number} = o.${number} and x.${number} <> '' and x.id <> o.id)`,
    people: peopleWho(sql`o.${number} <> '' and o.${number} in (select x.${number} from officials x
      where x.${number} <> '' group by x.${number} having count(*) > 1) and +o.is_checked = 1`),
  };
}

const plainRules = {
  NAME_DOUBTFUL: flagged('fullName', 'name_doubtful'),
  BIRTH_DATE_MISSING: flagged('birthDate', 'birth_date_missing'),
  ADMITTED_MISSING: flagged('admittedOn', 'admitted_missing'),
  CARD_MISSING: flagged('partyCardNo', 'card_missing'),
  CITIZEN_ID_MISSING: flagged('citizenId', 'citizen_id_missing'),
  UNIT_MISSING: {
    field: 'organizationId',
    holds: sql`o.is_checked = 1 and not exists (select 1 from memberships x
      where x.official_id = o.id and x.valid_to is null)`,
    people: peopleWho(sql`o.is_checked = 1 and not exists (select 1 from memberships x
      where x.official_id = o.id and x.valid_to is null)`),
  },
  ADMITTED_AFTER_FULL: flagged('fullMemberOn', 'full_before_admitted'),
  CITIZEN_ID_DISAGREES: flagged('citizenId', 'citizen_id_disagrees'),
  SAME_CITIZEN_ID: sameNumber('citizenId', 'citizen_id'),
  SAME_CARD: sameNumber('partyCardNo', 'party_card_digits'),
  IN_TWO_UNITS: {
    field: 'organizationId',
    holds: sql`o.is_checked = 1 and exists (select 1 from memberships a
      join memberships b on b.official_id = a.official_id
      where a.official_id = o.id and a.valid_to is not null and ${overlaps})`,
    // At most one membership of a person is open, so one of any two has ended.
    people: peopleWho(sql`o.id in (select a.official_id from memberships a
      join memberships b on b.official_id = a.official_id where a.valid_to is not null and ${overlaps})
      and +o.is_checked = 1`),
  },
  HEAD_IN_ENDED_UNIT: {
    field: 'posts',
    holds: sql`o.is_checked = 1 and exists (select 1 from posts p join organizations e on e.id = p.organization_id
      where p.official_id = o.id and ${headsEndedUnit})`,
    people: peopleWho(sql`o.id in (select p.official_id from organizations e
      join posts p on p.organization_id = e.id where ${headsEndedUnit}) and +o.is_checked = 1`),
  },
  WORKING_STATUS_DOUBTFUL: flagged('workingStatus', 'working_doubtful'),
  COMMITTEE_DOUBTFUL: {
    field: 'posts',
    holds: sql`o.is_checked = 1 and exists (select 1 from posts p
      where p.official_id = o.id and p.committee_doubtful is not null)`,
    people: peopleWho(sql`o.id in (select p.official_id from posts p where p.committee_doubtful is not null)
      and +o.is_checked = 1`),
  },
} satisfies Partial<Record<QualityRule, RuleSql>>;

/** Every rule, with the limits as the office has set them. */
export const rulesOf = (db: ReadHandle): Record<QualityRule, RuleSql> => ({
  ...plainRules,
  // Fewer months than none is a rule of its own.
  FULL_NOT_ABOUT_A_YEAR_LATER: outside(
    'fullMemberOn',
    readSetting(db, 'probationMonths').value,
    ({ least, most }) => [
      sql`o.probation_months >= 0 and o.probation_months < ${least}`,
      sql`o.probation_months > ${most}`,
    ],
  ),
  AGE_AT_ADMISSION: outside('admittedOn', readSetting(db, 'admissionAges').value, ({ least, most }) => [
    sql`o.most_age_admitted < ${least}`,
    sql`o.least_age_admitted > ${most}`,
  ]),
});

/** What more a finding is about, as SQL text of person `o`; '' where the dates say all. */
export const detailSql = (rule: QualityRule): SQL => {
  switch (rule) {
    case 'SAME_CITIZEN_ID':
      return sql`(select group_concat(x.full_name, ', ') from officials x
        where x.citizen_id = o.citizen_id and x.citizen_id <> '' and x.id <> o.id)`;
    case 'SAME_CARD':
      return sql`(select group_concat(x.full_name, ', ') from officials x
        where x.party_card_digits = o.party_card_digits and x.party_card_digits <> '' and x.id <> o.id)`;
    case 'IN_TWO_UNITS':
      return sql`(select group_concat(distinct u.name) from memberships a
        join memberships b on b.official_id = a.official_id join organizations u on u.id = a.organization_id
        where a.official_id = o.id and ${overlaps})`;
    case 'WORKING_STATUS_DOUBTFUL':
      return sql`o.workplace`;
    case 'COMMITTEE_DOUBTFUL':
      return sql`(select group_concat(p.title, ', ') from posts p
        where p.official_id = o.id and p.committee_doubtful is not null)`;
    case 'HEAD_IN_ENDED_UNIT':
      return sql`(select group_concat(p.title || ' (' || e.name || ')', ', ') from posts p
        join organizations e on e.id = p.organization_id where p.official_id = o.id and ${headsEndedUnit})`;
    default:
      return sql`''`;
  }
};
