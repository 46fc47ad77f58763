import { and, or, type SQL, sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { memberships, officials, posts } from '../connection/schema.ts';
import type { MissingField, OfficialFilter, PostRole } from '../contract/official-list.ts';
import { flagsOf, idsOfBoth, withoutIds } from '../domain/list-order.ts';
import { subtreeIds, type TreeNode } from '../domain/organizations.ts';
import { keptForState } from '../records/kept-for-state.ts';
import { peopleFoundBy } from '../records/official-search.ts';
import { allOrganizations } from '../records/organizations.ts';

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

/** What the filters ask of a person, whatever is searched for; undefined when they ask nothing. */
const asked = (filter: OfficialFilter, one: boolean): SQL | undefined =>
  and(
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
  ids: ArrayLike<number> | null;
  /** People of the unit, whatever search and filters say. */
  of: number;
}

/** Whom a filter means, and the size of its unit. */
export function filteredPeople(db: ReadHandle, filter: OfficialFilter): FilteredPeople {
  const chosen = chosenPeople(db, filter);
  const found = peopleFoundBy(db, filter.search);
  if (found === null) return chosen;
  return { ids: chosen.ids === null ? found : idsOfBoth(found, chosen.ids), of: chosen.of };
}

interface ChosenPeople {
  ids: Int32Array | null;
  of: number;
}

/** The same without what is searched for: kept in memory, so that a list is scrolled and searched at once. */
function chosenPeople(db: ReadHandle, filter: OfficialFilter): ChosenPeople {
  const { organizationId, withSubUnits, participation, membership, working } = filter;
  const { postKinds, postRoles, missing } = filter;
  const chosen = [organizationId, withSubUnits, participation, membership, working];
  const more = [postKinds, postRoles, missing];
  const read = (): ChosenPeople => {
    const { inUnit, of } = unitPeople(db, filter);
    const where = and(inUnit, asked(filter, false));
    return { ids: where === undefined ? null : idsWhere(db, where), of };
  };
  return keptForState(db, `people ${JSON.stringify([...chosen, ...more])}`, read, (before, changed) => {
    const { inUnit, of, inUnitOne } = unitPeople(db, filter);
    // Everybody was meant before, or is now: that is another way of asking.
    if ((and(inUnit, asked(filter, true)) === undefined) !== (before.ids === null)) return null;
    if (before.ids === null) return { ids: null, of };
    const among = sql`${officials.id} in ${listed([...changed])}`;
    const now = idsWhere(db, and(among, inUnitOne, asked(filter, true)) ?? among);
    const rest = withoutIds(before.ids, changed);
    const ids = new Int32Array(rest.length + now.length);
    ids.set(rest);
    ids.set(now, rest.length);
    return { ids, of };
  });
}

function idsWhere(db: ReadHandle, where: SQL): Int32Array {
  const row = db.get<{ ids: string }>(
    sql`select json_group_array(${officials.id}) as ids from ${officials} where ${where}`,
  );
  return Int32Array.from(JSON.parse(row.ids) as number[]);
}

/** Everybody there is: counted once, as a count goes through everybody, then kept right with whoever changed. */
const everybody = (db: ReadHandle): { isThere: Uint8Array; all: number } =>
  keptForState(
    db,
    'everybody',
    () => {
      const ids = idsWhere(db, sql`1`);
      return { isThere: flagsOf(ids), all: ids.length };
    },
    ({ isThere, all }, changed) => {
      const now = idsWhere(db, sql`${officials.id} in ${listed([...changed])}`);
      const after = new Uint8Array(Math.max(isThere.length, ...now.map((id) => id + 1)));
      after.set(isThere);
      let gone = 0;
      for (const id of changed) {
        gone += after[id] ?? 0;
        if (id < after.length) after[id] = 0;
      }
      for (const id of now) after[id] = 1;
      return { isThere: after, all: all - gone + now.length };
    },
  );

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

/** Kept as long as no unit changes: a changed unit is told as if everybody in it had changed. */
const unitTree = (db: ReadHandle): readonly TreeNode[] =>
  keptForState(
    db,
    'tree of units',
    () => allOrganizations(db).map(({ id, parentId }) => ({ id, parentId })),
    (before) => before,
  );

interface UnitPeople {
  /** undefined: everybody. */
  inUnit: SQL | undefined;
  /** The same asked of a few people. */
  inUnitOne: SQL | undefined;
  of: number;
}

function unitPeople(db: ReadHandle, filter: OfficialFilter): UnitPeople {
  if (filter.organizationId === null) {
    return { inUnit: undefined, inUnitOne: undefined, of: everybody(db).all };
  }
  const units = filter.withSubUnits
    ? subtreeIds(unitTree(db), filter.organizationId)
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
