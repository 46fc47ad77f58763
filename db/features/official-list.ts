import { and, type SQL, sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { memberships, officials, organizations } from '../connection/schema.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import type { OfficialFilter, OfficialSort } from '../contract/official-list.ts';
import type { OfficialRow } from '../contract/officials.ts';
import { maskedValues } from '../domain/sensitive.ts';
import { filteredPeople } from './official-filter.ts';
import { officialRowsOf } from './official-queries.ts';

/** Up to so many people are sorted by themselves; more are met by walking an index in its order. */
const FEW = 3000;

export interface OfficialOrder {
  sort: OfficialSort;
  descending: boolean;
}
interface Page {
  offset: number;
  limit: number;
}

/** An expression of the order and whether it runs downwards. */
interface OrderPart {
  by: SQL;
  down: boolean;
}

const sortColumns = {
  birthDate: sql`${officials.birthDate}`,
  admittedOn: sql`${officials.admittedOn}`,
  fullMemberOn: sql`${officials.fullMemberOn}`,
  partyCardNo: sql`nullif(${officials.partyCardNo}, '')`,
} as const satisfies Record<Exclude<OfficialSort, 'name' | 'organization'>, SQL>;

const byName = (down: boolean): OrderPart[] => [
  { by: sql`${officials.nameSortKey}`, down },
  { by: sql`${officials.id}`, down },
];

/** Unknown values last, whatever the direction; then names. */
function orderParts(sort: OfficialSort, down: boolean): OrderPart[] {
  if (sort === 'name') return byName(down);
  const by = sort === 'organization' ? sql`${organizations.nameSortKey}` : sortColumns[sort];
  const unit = sort === 'organization' ? [{ by: sql`${organizations.id}`, down }] : [];
  return [{ by: sql`${by} is null`, down: false }, { by, down }, ...unit, ...byName(down)];
}

const orderBy = (parts: readonly OrderPart[], turned: boolean): SQL =>
  sql.join(
    parts.map(({ by, down }) => (down !== turned ? sql`${by} desc` : by)),
    sql`, `,
  );

const idsOf = (rows: readonly { id: number }[]): number[] => rows.map((row) => row.id);

/** One page of the list: its ids first, from the narrowest tables that filter and order need, then the rows. */
export function listOfficials(
  db: ReadHandle,
  input: MethodParsedInput<'officials.list'>,
): { total: number; of: number; rows: OfficialRow[] } {
  const { ids, total, of } = pageOfIds(db, input, input);
  const rows = officialRowsOf(db, ids).map((row) => ({ ...row, ...maskedValues(row) }));
  return { total, of, rows };
}

/** The ids of the whole filtered and ordered list. */
export const listIds = (db: ReadHandle, input: MethodParsedInput<'officials.ids'>): { ids: number[] } => ({
  ids: pageOfIds(db, input, { offset: 0, limit: Number.MAX_SAFE_INTEGER }).ids,
});

/** The ids of a page of the filtered and ordered list, and how many there are on all pages. */
export function pageOfIds(
  db: ReadHandle,
  selection: OfficialFilter & OfficialOrder,
  page: Page,
): { ids: number[]; total: number; of: number } {
  const { where, total: known, of } = filteredPeople(db, selection);
  if (known !== null && known > FEW)
    return { ids: pageOfMany(db, where, known, selection, page), total: known, of };
  const first = db.all<{ id: number }>(
    sql`select ${officials.id} as id from ${officials} ${where === undefined ? sql`` : sql`where ${where}`}
      limit ${FEW + 1}`,
  );
  if (first.length <= FEW)
    return { ids: orderedIds(db, idsOf(first), selection, page), total: first.length, of };
  const { total } = db.get<{ total: number }>(sql`select count(*) as total from ${officials} where ${where}`);
  return { ids: pageOfMany(db, where, total, selection, page), total, of };
}

/** A page of these people in the order asked. */
export function orderedIds(
  db: ReadHandle,
  ids: readonly number[],
  order: OfficialOrder,
  page: Page,
): number[] {
  const joined =
    order.sort === 'organization'
      ? sql`left join ${memberships} on ${memberships.officialId} = ${officials.id} and ${memberships.validTo} is null
          left join ${organizations} on ${organizations.id} = ${memberships.organizationId}`
      : sql``;
  return idsOf(
    db.all(sql`select ${officials.id} as id from ${officials} ${joined}
      where ${officials.id} in (select value from json_each(${JSON.stringify(ids)}))
      order by ${orderBy(orderParts(order.sort, order.descending), false)}
      limit ${page.limit} offset ${page.offset}`),
  );
}

/** A page in the second half is met from the other end: less is passed over. */
function pageOfMany(
  db: ReadHandle,
  where: SQL | undefined,
  total: number,
  order: OfficialOrder,
  page: Page,
): number[] {
  if (order.sort === 'organization') return pageByUnit(db, where, order.descending, page);
  const limit = Math.max(0, Math.min(page.limit, total - page.offset));
  const turned = page.offset > total / 2;
  const offset = turned ? total - page.offset - limit : page.offset;
  const ids = idsOf(
    db.all(sql`select ${officials.id} as id from ${officials} ${walked(where)}
      order by ${orderBy(orderParts(order.sort, order.descending), turned)} limit ${limit} offset ${offset}`),
  );
  return turned ? ids.reverse() : ids;
}

/** The plus keeps SQLite from looking the people up first and sorting them after. */
const walked = (where: SQL | undefined): SQL =>
  where === undefined
    ? sql``
    : sql`where +${officials.id} in (select ${officials.id} from ${officials} where ${where})`;

/**
 * Units in their order with how many of the people each has: only the few units that the page falls into are
 * looked at person by person. People without a unit come last.
 */
function pageByUnit(db: ReadHandle, where: SQL | undefined, down: boolean, page: Page): number[] {
  const counted =
    where === undefined
      ? sql`${memberships} where ${memberships.validTo} is null`
      : sql`${memberships} join ${officials} on ${officials.id} = ${memberships.officialId}
          where ${memberships.validTo} is null and ${where}`;
  const units = db.all<{ id: number; people: number }>(sql`
    select ${organizations.id} as id, c.people from
      (select ${memberships.organizationId} as unit, count(*) as people from ${counted}
        group by ${memberships.organizationId}) c
      join ${organizations} on ${organizations.id} = c.unit
    order by ${orderBy(
      [
        { by: sql`${organizations.nameSortKey}`, down },
        { by: sql`${organizations.id}`, down },
      ],
      false,
    )}`);
  const ids: number[] = [];
  const namesOf = (people: SQL, skip: number) =>
    idsOf(
      db.all(sql`select ${officials.id} as id from ${people} order by ${orderBy(byName(down), false)}
        limit ${page.limit - ids.length} offset ${skip}`),
    );
  let passed = 0;
  for (const unit of units) {
    if (ids.length >= page.limit) return ids;
    const skip = Math.max(0, page.offset - passed);
    passed += unit.people;
    if (skip >= unit.people) continue;
    const here = and(
      sql`${memberships.validTo} is null and ${memberships.organizationId} = ${unit.id}`,
      where,
    );
    ids.push(
      ...namesOf(
        sql`${memberships} join ${officials} on ${officials.id} = ${memberships.officialId} where ${here}`,
        skip,
      ),
    );
  }
  if (ids.length >= page.limit) return ids;
  const nowhere = and(
    sql`${officials.id} not in (select m.official_id from ${memberships} m where m.valid_to is null)`,
    where,
  );
  ids.push(...namesOf(sql`${officials} where ${nowhere}`, Math.max(0, page.offset - passed)));
  return ids;
}
