import { type SQL, sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import { type QualityFinding, type QualityRule, qualityRules } from '../contract/quality.ts';
import { qualityText } from '../contract/vi/quality.ts';
import { foldForSearch } from '../domain/names.ts';
import { subtreeIds } from '../domain/organizations.ts';
import { allOrganizations } from '../records/organizations.ts';
import { detailSql, type RuleSql, rulesOf } from './quality-rules.ts';

/** How many people each rule finds; rules that find nobody are left out. */
export function countQuality(db: ReadHandle, input: MethodParsedInput<'quality.counts'>) {
  const scope = scopeOf(db, input.organizationId);
  const rules = rulesOf(db);
  const counts =
    scope.few === null
      ? qualityRules.map((rule) => ({
          rule,
          count: countOf(db, found(rules[rule], scope)),
        }))
      : countOfFew(db, rules, scope.few);
  return { counts: counts.filter(({ count }) => count > 0) };
}

/** One walk over the people of the units, each asked by every rule. */
function countOfFew(
  db: ReadHandle,
  rules: Record<QualityRule, RuleSql>,
  people: SQL,
): Array<{ rule: QualityRule; count: number }> {
  const sums = qualityRules.map((rule) => sql`coalesce(sum(${rules[rule].holds}), 0)`);
  const row = db.get<Record<string, number>>(sql`
    select ${sql.join(
      sums.map((sum, index) => sql`${sum} as ${sql.identifier(String(index))}`),
      sql`, `,
    )}
    from ${people} m cross join officials o on o.id = m.official_id`);
  return qualityRules.map((rule, index) => ({ rule, count: row?.[String(index)] ?? 0 }));
}

/** Findings of a rule by unit, the most first. */
export function unitsOfQuality(db: ReadHandle, input: MethodParsedInput<'quality.units'>) {
  const scope = scopeOf(db, input.organizationId);
  const units = db.all<{ organizationId: number; name: string; count: number }>(sql`
    select u.id as organizationId, u.name, count(*) as count
    from (select f.id ${found(rulesOf(db)[input.rule], scope)}) f
    join memberships m on m.official_id = f.id and m.valid_to is null
    join organizations u on u.id = m.organization_id
    group by u.id order by count(*) desc, u.name_sort_key, u.id`);
  return { units };
}

/** One page of the people that a rule finds, in Vietnamese order of their names. */
export function listQuality(
  db: ReadHandle,
  input: MethodParsedInput<'quality.list'>,
): { total: number; rows: QualityFinding[] } {
  const { rule, limit, offset } = input;
  const asked = rulesOf(db)[rule];
  const from = sql`${found(asked, scopeOf(db, input.organizationId))}${named(input.search)}`;
  const rows = db.all<Omit<QualityFinding, 'rule' | 'field'>>(sql`
    select o.id as officialId, o.full_name as fullName, o.birth_date as birthDate,
      o.admitted_on as admittedOn, o.full_member_on as fullMemberOn,
      coalesce(u.name, '') as organizationName, coalesce(${detailSql(rule)}, '') as detail
    from (select f.id ${from} order by f.name_sort_key, f.id limit ${limit} offset ${offset}) page
    join officials o on o.id = page.id
    left join memberships w on w.official_id = o.id and w.valid_to is null
    left join organizations u on u.id = w.organization_id
    order by o.name_sort_key, o.id`);
  const { field } = asked;
  return {
    total: countOf(db, from),
    rows: rows.map((row) => ({ ...row, rule, field, detail: wordsOf(rule, row.detail) })),
  };
}

function wordsOf(rule: QualityRule, detail: string): string {
  switch (rule) {
    case 'SAME_CITIZEN_ID':
    case 'SAME_CARD':
      return qualityText.sameAs(detail);
    case 'IN_TWO_UNITS':
      return qualityText.inUnits(detail.replaceAll(',', ', '));
    case 'HEAD_IN_ENDED_UNIT':
      return qualityText.headOf(detail);
    default:
      return detail;
  }
}

const countOf = (db: ReadHandle, from: SQL): number =>
  db.get<{ count: number }>(sql`select count(*) as count ${from}`)?.count ?? 0;

/** Every word typed stands in the folded name. */
function named(search: string): SQL {
  const words = foldForSearch(search).split(' ').filter(Boolean);
  if (words.length === 0) return sql``;
  const each = words.map((word) => sql`instr(s.name_search_key, ${word}) > 0`);
  return sql` and exists (select 1 from officials s where s.id = f.id and ${sql.join(each, sql` and `)})`;
}

interface Scope {
  /** The people of some units, to begin a walk with; null: everybody, or nearly so. */
  few: SQL | null;
  /** Asked of each found `f` when the walk begins with a rule. */
  inUnits: SQL;
}

/** A rule's own index is walked when most units are meant; the people of the units when only some are. */
function scopeOf(db: ReadHandle, organizationId: number | null): Scope {
  if (organizationId === null) return { few: null, inUnits: sql`` };
  const all = allOrganizations(db);
  const units = subtreeIds(all, organizationId);
  const listed = sql`(select value from json_each(${JSON.stringify([...units])}))`;
  if (units.size * 4 < all.length)
    return {
      few: sql`(select official_id from memberships where organization_id in ${listed} and valid_to is null)`,
      inUnits: sql``,
    };
  return {
    few: null,
    inUnits: sql` and exists (select 1 from memberships y where y.official_id = f.id
      and y.valid_to is null and y.organization_id in ${listed})`,
  };
}

/** `from ... where ...` of the people `f` that a rule finds, with `id` and `name_sort_key`. */
const found = ({ people, holds }: RuleSql, { few, inUnits }: Scope): SQL =>
  few === null
    ? sql`from ${people} f where 1${inUnits}`
    : sql`from (select o.id, o.name_sort_key from ${few} m cross join officials o on o.id = m.official_id
        where ${holds}) f where 1`;
