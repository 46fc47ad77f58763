import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { ReadHandle } from '../connection/open.ts';
import { memberships, officials, organizations, posts } from '../connection/schema.ts';
import { officialCellText, statusText } from '../contract/official-cells.ts';
import type { OfficialSort } from '../contract/official-list.ts';
import type { OfficialRow } from '../contract/officials.ts';
import {
  genderNames,
  membershipStatusNames,
  participationStatusNames,
  workingStatusNames,
} from '../contract/vi/officials.ts';
import { type ListOrder, movedInOrder, orderByValue } from '../domain/list-order.ts';
import { vietnameseSortKey } from '../domain/names.ts';
import {
  type MembershipStatus,
  membershipStatuses,
  type ParticipationStatus,
  type PostKind,
  participationStatuses,
  postKinds,
} from '../domain/people.ts';
import { isKept, keptForState } from '../records/kept-for-state.ts';
import { officialRowsOf } from './official-queries.ts';

type ValueSort = Exclude<OfficialSort, 'name'>;

/** Values of people, each at the place of its id; who has none is not in it. */
interface Values {
  ids: ArrayLike<number>;
  values: readonly string[];
}

/** How the list is ordered by a column. */
interface Sorting {
  /** Of everybody, in one walk over a narrow index where there is one. */
  all: (db: ReadHandle) => Values;
  /** The same of one person of the list; null: not known. */
  of: (row: OfficialRow) => string | null;
  /** What a value is compared by; '' stands for what is not known. */
  key: (db: ReadHandle) => (value: string) => string;
}

/** Two lists of JSON are read several times faster than the same rows one by one. */
function pairs(db: ReadHandle, value: SQL, id: SQL, from: SQL): Values {
  const row = db.get<{ ids: string; texts: string }>(sql`
    select json_group_array(${id}) as ids, json_group_array(${value}) as texts from ${from}`);
  const [ids, values] = [JSON.parse(row.ids) as number[], JSON.parse(row.texts) as string[]];
  return { ids, values };
}

const known = (text: string | null): string | null => (text === '' ? null : text);
const plainly = () => (value: string) => value;
const inVietnamese = () => vietnameseSortKey;

/** Text that is ordered as it stands comes so from its index: nothing is left to be sorted. */
const standing = (db: ReadHandle, column: SQLiteColumn, isKnown: SQL): Values =>
  pairs(
    db,
    sql`value`,
    sql`id`,
    sql`(select ${column} as value, ${officials.id} as id from ${officials} where ${isKnown} order by ${column})`,
  );

/** Days as precise as they are known: text of the calendar. */
const dayColumn = (id: 'birthDate' | 'admittedOn' | 'fullMemberOn'): Sorting => ({
  all: (db) => standing(db, officials[id], sql`${officials[id]} is not null`),
  of: (row) => row[id],
  key: plainly,
});

const numberColumn = (id: 'partyCardNo' | 'partyFileNo'): Sorting => ({
  all: (db) => standing(db, officials[id], sql`${officials[id]} <> ''`),
  of: (row) => known(row[id]),
  key: plainly,
});

type TextColumn =
  | 'hometown'
  | 'residence'
  | 'workplace'
  | 'schooling'
  | 'professionalDegree'
  | 'politicalTheoryLevel'
  | 'note';
const textColumn = (id: TextColumn): Sorting => ({
  all: (db) =>
    pairs(db, sql`${officials[id]}`, sql`${officials.id}`, sql`${officials} where ${officials[id]} <> ''`),
  of: (row) => known(row[id]),
  key: inVietnamese,
});

/** A choice of few words is ordered by the words that are shown. */
function chosenColumn(value: SQL, words: Readonly<Record<string, string>>, of: Sorting['of']): Sorting {
  return {
    all: (db) => pairs(db, value, sql`${officials.id}`, sql`${officials} where ${value} is not null`),
    of,
    key: () => (chosen) => (words[chosen] ? vietnameseSortKey(words[chosen]) : ''),
  };
}

/** What the column of states shows is made of both. */
const stateOf = (participation: ParticipationStatus, membership: MembershipStatus | null): string =>
  `${participation} ${membership ?? ''}`;
const stateWords = Object.fromEntries(
  participationStatuses.flatMap((participationStatus) =>
    [null, ...membershipStatuses].map((membershipStatus) => [
      stateOf(participationStatus, membershipStatus),
      statusText({ participationStatus, membershipStatus }),
    ]),
  ),
);

/** Titles of one kind of post as they are shown, by person; people who hold several of it are looked at one by one. */
function titlesOf(db: ReadHandle, kind: PostKind): Map<number, string> {
  const { ids, values } = pairs(
    db,
    sql`${posts.title}`,
    sql`${posts.officialId}`,
    sql`${posts} where ${posts.validTo} is null and ${posts.kind} = ${kind}`,
  );
  const titles = new Map<number, string>();
  const several = new Set<number>();
  for (let index = 0; index < ids.length; index += 1) {
    const id = ids[index] ?? 0;
    if (titles.has(id)) several.add(id);
    titles.set(id, values[index] ?? '');
  }
  for (const row of officialRowsOf(db, [...several])) titles.set(row.id, row[`${kind}Post`]);
  return titles;
}

const valuesOf = (shown: ReadonlyMap<number, string>): Values => ({
  ids: [...shown.keys()],
  values: [...shown.values()],
});

const postColumn = (id: 'partyPost' | 'statePost' | 'massPost', kind: PostKind): Sorting => ({
  all: (db) => valuesOf(titlesOf(db, kind)),
  of: (row) => known(row[id]),
  key: inVietnamese,
});

/** Titles of every kind; the same titles are put together once, since few of them are met together. */
function allTitles(db: ReadHandle): Values {
  const shown = new Map<number, string>();
  const joined = new Map<string, Map<string, string>>();
  for (const kind of postKinds)
    for (const [person, title] of titlesOf(db, kind)) {
      const before = shown.get(person);
      if (before === undefined) {
        shown.set(person, title);
        continue;
      }
      const after = joined.get(before) ?? new Map<string, string>();
      const both = after.get(title) ?? `${before}; ${title}`;
      joined.set(before, after.set(title, both));
      shown.set(person, both);
    }
  return valuesOf(shown);
}

/** Units stand as they do everywhere; two of one name stay apart. */
const unitColumn: Sorting = {
  all: (db) =>
    pairs(
      db,
      sql`cast(${memberships.organizationId} as text)`,
      sql`${memberships.officialId}`,
      sql`${memberships} where ${memberships.validTo} is null`,
    ),
  of: (row) => (row.organizationId === null ? null : String(row.organizationId)),
  key: (db) => {
    const units = db.all<{ id: number }>(
      sql`select ${organizations.id} as id from ${organizations}
        order by ${organizations.nameSortKey}, ${organizations.id}`,
    );
    const places = new Map(units.map(({ id }, place) => [String(id), String(place).padStart(9, '0')]));
    return (unit) => places.get(unit) ?? '';
  },
};

const sortings: Readonly<Record<ValueSort, Sorting>> = {
  birthDate: dayColumn('birthDate'),
  gender: chosenColumn(sql`${officials.gender}`, genderNames, (row) => row.gender),
  organization: unitColumn,
  posts: { all: allTitles, of: (row) => known(officialCellText('posts', row)), key: inVietnamese },
  partyPost: postColumn('partyPost', 'party'),
  statePost: postColumn('statePost', 'state'),
  massPost: postColumn('massPost', 'mass'),
  admittedOn: dayColumn('admittedOn'),
  fullMemberOn: dayColumn('fullMemberOn'),
  partyCardNo: numberColumn('partyCardNo'),
  partyFileNo: numberColumn('partyFileNo'),
  status: chosenColumn(
    sql`(${officials.participationStatus} || ' ' || coalesce(${officials.membershipStatus}, ''))`,
    stateWords,
    (row) => stateOf(row.participationStatus, row.membershipStatus),
  ),
  membershipStatus: chosenColumn(
    sql`${officials.membershipStatus}`,
    membershipStatusNames,
    (row) => row.membershipStatus,
  ),
  participationStatus: chosenColumn(
    sql`${officials.participationStatus}`,
    participationStatusNames,
    (row) => row.participationStatus,
  ),
  hometown: textColumn('hometown'),
  residence: textColumn('residence'),
  workplace: textColumn('workplace'),
  workingStatus: chosenColumn(
    sql`${officials.workingStatus}`,
    workingStatusNames,
    (row) => row.workingStatus,
  ),
  schooling: textColumn('schooling'),
  professionalDegree: textColumn('professionalDegree'),
  politicalTheoryLevel: textColumn('politicalTheoryLevel'),
  note: textColumn('note'),
};

const ordered = (
  db: ReadHandle,
  sort: ValueSort,
  names: ArrayLike<number>,
  { ids, values }: Values,
): ListOrder => {
  const key = sortings[sort].key(db);
  return orderByValue(names, ids, values, (value) => key(value) || null);
};

/** So many changed people are put to their new places one by one; for more the whole order is as quickly read. */
const MOST_MOVED = 40;

/** Everybody in the order of a column, kept in memory and put right for whoever changed. */
export function orderOfAll(db: ReadHandle, sort: OfficialSort): ListOrder {
  const read = () => {
    if (sort !== 'name') return ordered(db, sort, orderOfAll(db, 'name').known, sortings[sort].all(db));
    const { ids } = db.get<{ ids: string }>(sql`select json_group_array(id) as ids from
      (select ${officials.id} as id from ${officials} order by ${officials.nameSortKey}, ${officials.id})`);
    return { known: Int32Array.from(JSON.parse(ids) as number[]), unknown: new Int32Array() };
  };
  return keptForState(db, `order ${sort}`, read, (before, changed) =>
    changed.size > MOST_MOVED
      ? null
      : movedInOrder(before, changed, orderOfFew(db, sort, [...changed]), isBeforeIn(db, sort)),
  );
}

/** Whether a list was put in that order of late. */
export const isOrderKept = (db: ReadHandle, sort: OfficialSort): boolean => isKept(db, `order ${sort}`);

/** Whether a person stands before another by a column, then by name, then by number: the order of `orderOfFew`. */
function isBeforeIn(db: ReadHandle, sort: OfficialSort): (id: number, other: number) => boolean {
  const sorting = sort === 'name' ? null : { of: sortings[sort].of, key: sortings[sort].key(db) };
  const places = new Map<number, readonly [value: string, name: string, id: number]>();
  const placeOf = (id: number) => {
    const known = places.get(id);
    if (known) return known;
    const { name } = db.get<{ name: string }>(
      sql`select ${officials.nameSortKey} as name from ${officials} where ${officials.id} = ${id}`,
    );
    const [row] = sorting === null ? [] : officialRowsOf(db, [id]);
    const value = row && sorting?.of(row);
    const place = [value ? (sorting?.key(value) ?? '') : '', name, id] as const;
    places.set(id, place);
    return place;
  };
  return (id, other) => {
    const [a, b] = [placeOf(id), placeOf(other)];
    if (a[0] !== b[0]) return a[0] < b[0];
    return a[1] === b[1] ? a[2] < b[2] : a[1] < b[1];
  };
}

/** A few people in the order of a column, without looking at anybody else. */
export function orderOfFew(db: ReadHandle, sort: OfficialSort, people: ArrayLike<number>): ListOrder {
  const names = db
    .all<{ id: number }>(
      sql`select ${officials.id} as id from ${officials}
        where ${officials.id} in (select value from json_each(${JSON.stringify(Array.from(people))}))
        order by ${officials.nameSortKey}, ${officials.id}`,
    )
    .map(({ id }) => id);
  if (sort === 'name') return { known: Int32Array.from(names), unknown: new Int32Array() };
  const { of } = sortings[sort];
  const valued: number[] = [];
  const values: string[] = [];
  for (const row of officialRowsOf(db, names)) {
    const value = of(row);
    if (value === null) continue;
    valued.push(row.id);
    values.push(value);
  }
  return ordered(db, sort, names, { ids: valued, values });
}
