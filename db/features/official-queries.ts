import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { cycles, memberships, officials, organizations, ratings } from '../connection/schema.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import type { OfficialRow } from '../contract/officials.ts';
import { foldForSearch } from '../domain/names.ts';
import { subtreeIds } from '../domain/organizations.ts';
import { currentTitles } from '../records/officials.ts';
import { allOrganizations } from '../records/organizations.ts';

const openMembership = and(eq(memberships.officialId, officials.id), isNull(memberships.validTo));

const rowColumns = {
  id: officials.id,
  version: officials.version,
  fullName: officials.fullName,
  birthDate: officials.birthDate,
  gender: officials.gender,
  organizationId: organizations.id,
  organizationName: sql<string>`coalesce(${organizations.name}, '')`,
  admittedOn: officials.admittedOn,
  fullMemberOn: officials.fullMemberOn,
  partyCardNo: officials.partyCardNo,
  partyPost: currentTitles('party'),
  statePost: currentTitles('state'),
  membershipStatus: officials.membershipStatus,
  participationStatus: officials.participationStatus,
};

const detailColumns = {
  ethnicity: officials.ethnicity,
  religion: officials.religion,
  citizenId: officials.citizenId,
  hometown: officials.hometown,
  residence: officials.residence,
  partyFileNo: officials.partyFileNo,
  schooling: officials.schooling,
  professionalDegree: officials.professionalDegree,
  politicalTheoryLevel: officials.politicalTheoryLevel,
  workplace: officials.workplace,
  massPost: currentTitles('mass'),
  note: officials.note,
};

const MIN_DIGITS = 3;

/** Every word at the start of a word of the name; or the initials; or a run of digits of a card or citizen ID. */
function matches(search: string): SQL | undefined {
  const words = foldForSearch(search).split(' ').filter(Boolean);
  if (words.length === 0) return undefined;
  // Folded words hold letters and digits only, so nothing of FTS5's own syntax can come in.
  const everyWord = `words : (${words.map((word) => `"${word}" *`).join(' AND ')})`;
  const [first] = words;
  const names = words.length === 1 ? `(${everyWord}) OR initials : "${first}"` : everyWord;
  const byName = sql`${officials.id} in (select rowid from official_names where official_names match ${names})`;
  const digits = search.replace(/\D/g, '');
  if (digits.length < MIN_DIGITS) return byName;
  const numbers = `"${digits}"`;
  return sql`(${byName} or ${officials.id} in
    (select rowid from official_numbers where official_numbers match ${numbers}))`;
}

const orderings = {
  name: [officials.nameSortKey],
  organization: [organizations.nameSortKey, officials.nameSortKey],
  birthDate: [officials.birthDate, officials.nameSortKey],
  admittedOn: [officials.admittedOn, officials.nameSortKey],
} as const;

/**
 * One page of the list. The page's ids come first, from the narrowest tables that filter and order need, so that
 * a far page costs a walk over an index and not a join of everybody.
 */
export function listOfficials(
  db: ReadHandle,
  input: MethodParsedInput<'officials.list'>,
): { total: number; rows: OfficialRow[] } {
  const units = input.organizationId === null ? null : subtreeIds(allOrganizations(db), input.organizationId);
  const where = matches(input.search);
  const ids = pageIds(db, input, where, units);
  const rows = db
    .select(rowColumns)
    .from(officials)
    .leftJoin(memberships, openMembership)
    .leftJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(inArray(officials.id, ids))
    .all();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return {
    total: countMatches(db, where, units),
    rows: ids.flatMap((id) => byId.get(id) ?? []),
  };
}

const inUnits = (units: ReadonlySet<number>) => inArray(memberships.organizationId, [...units]);

function countMatches(db: ReadHandle, where: SQL | undefined, units: ReadonlySet<number> | null): number {
  const count = { count: sql<number>`count(*)` };
  if (units === null) return db.select(count).from(officials).where(where).get()?.count ?? 0;
  const people = db.select(count).from(memberships);
  const open = and(isNull(memberships.validTo), inUnits(units));
  if (where === undefined) return people.where(open).get()?.count ?? 0;
  return (
    people.innerJoin(officials, eq(officials.id, memberships.officialId)).where(and(open, where)).get()
      ?.count ?? 0
  );
}

function pageIds(
  db: ReadHandle,
  input: MethodParsedInput<'officials.list'>,
  where: SQL | undefined,
  units: ReadonlySet<number> | null,
): number[] {
  const direction = input.descending ? desc : asc;
  const order = [...orderings[input.sort].map((column) => direction(column)), direction(officials.id)];
  const people = db.select({ id: officials.id }).from(officials).$dynamic();
  if (units !== null) people.innerJoin(memberships, openMembership);
  else if (input.sort === 'organization') people.leftJoin(memberships, openMembership);
  if (input.sort === 'organization')
    people.leftJoin(organizations, eq(organizations.id, memberships.organizationId));
  return people
    .where(units === null ? where : and(inUnits(units), where))
    .orderBy(...order)
    .limit(input.limit)
    .offset(input.offset)
    .all()
    .map((row) => row.id);
}

/** Every field of one person, sensitive ones in clear: the caller masks them. */
export function officialDetail(db: ReadHandle, id: number) {
  return db
    .select({ ...rowColumns, ...detailColumns })
    .from(officials)
    .leftJoin(memberships, openMembership)
    .leftJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(eq(officials.id, id))
    .get();
}

export function ratingsOfOfficial(db: ReadHandle, officialId: number) {
  return db
    .select({
      year: cycles.year,
      organizationName: sql<string>`coalesce(${organizations.name}, '')`,
      selfLevel: ratings.selfLevel,
      proposedLevel: ratings.proposedLevel,
      decidedLevel: ratings.decidedLevel,
      unratedReason: ratings.unratedReason,
    })
    .from(ratings)
    .innerJoin(cycles, eq(cycles.id, ratings.cycleId))
    .leftJoin(organizations, eq(organizations.id, ratings.organizationId))
    .where(and(eq(ratings.officialId, officialId), eq(ratings.kind, 'member'), eq(cycles.quarter, 0)))
    .orderBy(desc(cycles.year))
    .all();
}
