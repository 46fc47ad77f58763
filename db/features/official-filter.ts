import { and, or, type SQL, sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { memberships, officials, posts } from '../connection/schema.ts';
import type { MissingField, OfficialFilter, PostRole } from '../contract/official-list.ts';
import { subtreeIds } from '../domain/organizations.ts';
import { keptForState } from '../records/kept-for-state.ts';
import { allOrganizations } from '../records/organizations.ts';
import { matches } from './official-queries.ts';

const hasOpenMembership = sql`exists (select 1 from ${memberships} m
  where m.official_id = ${officials.id} and m.valid_to is null)`;

const roleColumns = {
  head: sql`p.is_head = 1`,
  leader: sql`p.is_leader = 1`,
  keyOfficial: sql`p.is_key_official = 1`,
} as const satisfies Record<PostRole, SQL>;

const isMissing = {
  birthDate: sql`${officials.birthDate} is null`,
  gender: sql`${officials.gender} is null`,
  admittedOn: sql`${officials.admittedOn} is null`,
  fullMemberOn: sql`${officials.fullMemberOn} is null`,
  partyCardNo: sql`${officials.partyCardDigits} = ''`,
  citizenId: sql`${officials.citizenId} = ''`,
  organization: sql`not ${hasOpenMembership}`,
} as const satisfies Record<MissingField, SQL>;

/** One parameter for any number of values. */
const listed = (values: readonly (string | number)[]): SQL =>
  sql`(select value from json_each(${JSON.stringify(values)}))`;

/**
 * A present post of one of the kinds with one of the roles; an empty list asks nothing.
 * @param one asked of a few people: their posts are looked up, where of everybody all posts are gone through
 */
function hasPost({ postKinds, postRoles }: OfficialFilter, one: boolean): SQL | undefined {
  if (postKinds.length === 0 && postRoles.length === 0) return undefined;
  const kinds = postKinds.length === 0 ? undefined : sql`p.kind in ${listed(postKinds)}`;
  const roles = or(...postRoles.map((role) => roleColumns[role]));
  const asked = sql`p.valid_to is null and ${and(kinds, roles)}`;
  return one
    ? sql`exists (select 1 from ${posts} p where p.official_id = ${officials.id} and ${asked})`
    : sql`${officials.id} in (select p.official_id from ${posts} p where ${asked})`;
}

function hasMembership({ membership }: OfficialFilter): SQL | undefined {
  if (membership.length === 0) return undefined;
  const known = sql`${officials.membershipStatus} in ${listed(membership)}`;
  return membership.includes('unknown') ? or(known, sql`${officials.membershipStatus} is null`) : known;
}

function hasWorking({ working }: OfficialFilter): SQL | undefined {
  if (working.length === 0) return undefined;
  const known = sql`${officials.workingStatus} in ${listed(working)}`;
  return working.includes('unknown') ? or(known, sql`${officials.workingStatus} is null`) : known;
}

/** What search and filters ask of a person; undefined when they ask nothing. */
const asked = (filter: OfficialFilter, one: boolean): SQL | undefined =>
  and(
    matches(filter.search),
    filter.participation.length === 0
      ? undefined
      : sql`${officials.participationStatus} in ${listed(filter.participation)}`,
    hasMembership(filter),
    hasWorking(filter),
    hasPost(filter, one),
    or(...filter.missing.map((field) => isMissing[field])),
  );

export interface FilteredPeople {
  /** null: everybody. */
  ids: readonly number[] | null;
  /** People of the unit, whatever search and filters say. */
  of: number;
}

/** Whom a filter means, and the size of its unit; kept in memory, so that a list is scrolled at once. */
export function filteredPeople(db: ReadHandle, filter: OfficialFilter): FilteredPeople {
  const { search, organizationId, withSubUnits, participation, membership, working } = filter;
  const { postKinds, postRoles, missing } = filter;
  const chosen = [organizationId, withSubUnits, participation, membership, working];
  const more = [postKinds, postRoles, missing];
  const read = () => {
    const { inUnit, of } = unitPeople(db, filter);
    const where = and(inUnit, asked(filter, false));
    return { ids: where === undefined ? null : idsWhere(db, where), of };
  };
  return keptForState(
    db,
    `people ${JSON.stringify([search, ...chosen, ...more])}`,
    read,
    (before, changed) => {
      const { inUnit, of, inUnitOne } = unitPeople(db, filter);
      // Everybody was meant before, or is now: that is another way of asking.
      if ((and(inUnit, asked(filter, true)) === undefined) !== (before.ids === null)) return null;
      if (before.ids === null) return { ids: null, of };
      const among = sql`${officials.id} in ${listed([...changed])}`;
      const now = idsWhere(db, and(among, inUnitOne, asked(filter, true)) ?? among);
      return { ids: before.ids.filter((id) => !changed.has(id)).concat(now), of };
    },
  );
}

function idsWhere(db: ReadHandle, where: SQL): number[] {
  const row = db.get<{ ids: string }>(
    sql`select json_group_array(${officials.id}) as ids from ${officials} where ${where}`,
  );
  return JSON.parse(row.ids) as number[];
}

interface PeopleOfUnits {
  /** By person the unit of the present membership, NO_UNIT without one, 0 of who is not there. */
  unitOf: Int32Array;
  all: number;
  /** How many are in each unit that has anybody. */
  peopleOf: ReadonlyMap<number, number>;
}
const NO_UNIT = -1;

/** How many people each unit has: counted once, then kept right with whoever changed. */
const peopleOfUnits = (db: ReadHandle): PeopleOfUnits =>
  keptForState(
    db,
    'people of units',
    () => withUnitsOf(db, { unitOf: new Int32Array(), all: 0, peopleOf: new Map() }, null),
    (before, changed) => withUnitsOf(db, before, changed),
  );

function withUnitsOf(
  db: ReadHandle,
  before: PeopleOfUnits,
  changed: ReadonlySet<number> | null,
): PeopleOfUnits {
  const among = changed === null ? sql`1` : sql`${officials.id} in ${listed([...changed])}`;
  const row = db.get<{ ids: string; units: string }>(sql`
    select json_group_array(${officials.id}) as ids, json_group_array(coalesce(m.organization_id, ${NO_UNIT})) as units
    from ${officials} left join ${memberships} m on m.official_id = ${officials.id} and m.valid_to is null
    where ${among}`);
  const [ids, units] = [JSON.parse(row.ids) as number[], JSON.parse(row.units) as number[]];
  const most = Math.max(
    before.unitOf.length - 1,
    ids.reduce((a, b) => Math.max(a, b), 0),
  );
  const unitOf = new Int32Array(most + 1);
  unitOf.set(before.unitOf);
  const peopleOf = new Map(before.peopleOf);
  let { all } = before;
  const put = (id: number, unit: number, people: 1 | -1) => {
    if (unit === 0) return;
    all += people;
    if (unit !== NO_UNIT) peopleOf.set(unit, (peopleOf.get(unit) ?? 0) + people);
    if (peopleOf.get(unit) === 0) peopleOf.delete(unit);
    unitOf[id] = people === 1 ? unit : 0;
  };
  for (const id of changed ?? []) put(id, unitOf[id] ?? 0, -1);
  ids.forEach((id, index) => {
    put(id, units[index] ?? NO_UNIT, 1);
  });
  return { unitOf, all, peopleOf };
}

interface UnitPeople {
  /** undefined: everybody. */
  inUnit: SQL | undefined;
  /** The same asked of a few people. */
  inUnitOne: SQL | undefined;
  of: number;
}

function unitPeople(db: ReadHandle, filter: OfficialFilter): UnitPeople {
  if (filter.organizationId === null) {
    const all = db.get<{ people: number }>(sql`select count(*) as people from ${officials}`).people;
    return { inUnit: undefined, inUnitOne: undefined, of: all };
  }
  const units = filter.withSubUnits
    ? subtreeIds(allOrganizations(db), filter.organizationId)
    : new Set([filter.organizationId]);
  const { all, peopleOf } = peopleOfUnits(db);
  const inside = [...peopleOf].filter(([id]) => units.has(id));
  const of = inside.reduce((sum, [, people]) => sum + people, 0);
  // The whole tree is asked for with nothing, or with one look-up a person, instead of a list of all its people.
  if (of === all) return { inUnit: undefined, inUnitOne: undefined, of };
  if (inside.length === peopleOf.size) return { inUnit: hasOpenMembership, inUnitOne: hasOpenMembership, of };
  const member = sql`m.valid_to is null and m.organization_id in ${listed([...units])}`;
  return {
    inUnit: sql`${officials.id} in (select m.official_id from ${memberships} m where ${member})`,
    inUnitOne: sql`exists (select 1 from ${memberships} m where m.official_id = ${officials.id} and ${member})`,
    of,
  };
}
