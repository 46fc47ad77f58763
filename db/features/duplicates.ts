import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { distinctPeople, officials } from '../connection/schema.ts';
import { type DuplicatePair, duplicateReasons } from '../contract/duplicates.ts';
import { AppError } from '../contract/errors.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import { foldForSearch } from '../domain/names.ts';
import { subtreeIds } from '../domain/organizations.ts';
import { allOrganizations } from '../records/organizations.ts';

/**
 * Pairs `a` < `b` with one reason each. Names are compared folded (`foldForSearch`: marks, đ, i and y, spaces, case,
 * composed or not). Birth dates agree when they are the same, or when one is known by the year or the month only and
 * the other lies in it. A person without a birth date is like nobody by the name alone.
 */
const pairs = sql`
  select x.id as a, y.id as b, 'NAME_AND_BIRTH' as reason
    from (select name_search_key as name, birth_date as birth from officials
      where birth_date is not null and name_search_key <> '' group by 1, 2 having count(*) > 1) g
    cross join officials x on x.name_search_key = g.name and x.birth_date = g.birth
    cross join officials y on y.name_search_key = g.name and y.birth_date = g.birth and y.id > x.id
  union all
  select min(x.id, y.id), max(x.id, y.id), 'NAME_AND_BIRTH' from officials x
    join officials y on y.name_search_key = x.name_search_key
      and y.birth_date > x.birth_date || '-' and y.birth_date < x.birth_date || '.'
    where x.birth_date is not null and length(x.birth_date) < 10 and x.name_search_key <> ''
  union all
  select x.id, y.id, 'CITIZEN_ID' from (select citizen_id from officials where citizen_id <> ''
      group by 1 having count(*) > 1) g
    cross join officials x on x.citizen_id = g.citizen_id and x.citizen_id <> ''
    cross join officials y on y.citizen_id = g.citizen_id and y.citizen_id <> '' and y.id > x.id
  union all
  select x.id, y.id, 'CARD' from (select party_card_digits as card from officials where party_card_digits <> ''
      group by 1 having count(*) > 1) g
    cross join officials x on x.party_card_digits = g.card and x.party_card_digits <> ''
    cross join officials y on y.party_card_digits = g.card and y.party_card_digits <> '' and y.id > x.id`;

interface PairRow {
  total: number;
  reasons: string;
  firstId: number;
  firstName: string;
  firstBirth: string | null;
  firstCard: string;
  firstUnit: string;
  secondId: number;
  secondName: string;
  secondBirth: string | null;
  secondCard: string;
  secondUnit: string;
}

const unitOf = (id: SQL): SQL => sql`coalesce((select u.name from memberships m
  join organizations u on u.id = m.organization_id where m.official_id = ${id} and m.valid_to is null), '')`;

/** One page of the pairs, in Vietnamese order of the first one's name. */
export function listDuplicates(
  db: ReadHandle,
  input: MethodParsedInput<'duplicates.list'>,
): { total: number; rows: DuplicatePair[] } {
  const rows = db.all<PairRow>(sql`
    with pairs as (${pairs}), people as materialized (
      select p.a, p.b, group_concat(distinct p.reason) as reasons from pairs p
      where not exists (select 1 from distinct_people d where d.first_id = p.a and d.second_id = p.b)
      group by p.a, p.b)
    select page.total, page.reasons,
      x.id as firstId, x.full_name as firstName, x.birth_date as firstBirth, x.party_card_no as firstCard,
      ${unitOf(sql`x.id`)} as firstUnit,
      y.id as secondId, y.full_name as secondName, y.birth_date as secondBirth, y.party_card_no as secondCard,
      ${unitOf(sql`y.id`)} as secondUnit
    from (select p.*, count(*) over () as total from people p
        cross join officials x on x.id = p.a cross join officials y on y.id = p.b
        where ${and(inUnits(db, input.organizationId), named(input.search))}
        order by x.name_sort_key, p.a, p.b limit ${input.limit} offset ${input.offset}) page
      cross join officials x on x.id = page.a cross join officials y on y.id = page.b
    order by x.name_sort_key, page.a, page.b`);
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map((row) => ({
      first: {
        id: row.firstId,
        fullName: row.firstName,
        birthDate: row.firstBirth,
        organizationName: row.firstUnit,
        partyCardNo: row.firstCard,
      },
      second: {
        id: row.secondId,
        fullName: row.secondName,
        birthDate: row.secondBirth,
        organizationName: row.secondUnit,
        partyCardNo: row.secondCard,
      },
      reasons: duplicateReasons.filter((reason) => row.reasons.split(',').includes(reason)),
    })),
  };
}

function inUnits(db: ReadHandle, organizationId: number | null): SQL {
  if (organizationId === null) return sql`1`;
  const units = JSON.stringify([...subtreeIds(allOrganizations(db), organizationId)]);
  return sql`exists (select 1 from memberships m where m.official_id in (p.a, p.b) and m.valid_to is null
    and m.organization_id in (select value from json_each(${units})))`;
}

/** Every word typed stands in the folded name of either. */
const named = (search: string): SQL | undefined =>
  and(
    ...foldForSearch(search)
      .split(' ')
      .filter(Boolean)
      .map((word) => sql`(instr(x.name_search_key, ${word}) > 0 or instr(y.name_search_key, ${word}) > 0)`),
  );

/** Remembers that the two are two people, or forgets it. */
export function setDistinct(db: WriteHandle, input: MethodParsedInput<'duplicates.setDistinct'>) {
  const [firstId, secondId] = [
    Math.min(input.firstId, input.secondId),
    Math.max(input.firstId, input.secondId),
  ];
  if (firstId === secondId) throw new AppError('NOT_FOUND');
  for (const id of [firstId, secondId])
    if (!db.select({ id: officials.id }).from(officials).where(eq(officials.id, id)).get())
      throw new AppError('NOT_FOUND');
  if (input.distinct) db.insert(distinctPeople).values({ firstId, secondId }).onConflictDoNothing().run();
  else
    db.delete(distinctPeople)
      .where(and(eq(distinctPeople.firstId, firstId), eq(distinctPeople.secondId, secondId)))
      .run();
  const detail = { with: secondId, distinct: input.distinct };
  return { value: {}, audit: { entity: 'official', entityId: firstId, detail } };
}
