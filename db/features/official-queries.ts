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

/** Every word at the start of a word of the name; or initials; or digits of a card or citizen ID. */
function matches(search: string): SQL | undefined {
  const words = foldForSearch(search).split(' ').filter(Boolean);
  if (words.length === 0) return undefined;
  const byName = and(...words.map((word) => sql`' ' || ${officials.nameSearchKey} like ${`% ${word}%`}`));
  const [first] = words;
  const byInitials = words.length === 1 && first ? sql`${officials.nameInitials} = ${first}` : sql`false`;
  const digits = search.replace(/\D/g, '');
  const byNumber =
    digits.length >= MIN_DIGITS
      ? sql`(${officials.partyCardDigits} like ${`%${digits}%`} or ${officials.citizenId} like ${`%${digits}%`})`
      : sql`false`;
  return sql`(${byName} or ${byInitials} or ${byNumber})`;
}

const orderings = {
  name: [officials.nameSortKey],
  organization: [organizations.nameSortKey, officials.nameSortKey],
  birthDate: [officials.birthDate, officials.nameSortKey],
  admittedOn: [officials.admittedOn, officials.nameSortKey],
} as const;

export function listOfficials(
  db: ReadHandle,
  input: MethodParsedInput<'officials.list'>,
): { total: number; rows: OfficialRow[] } {
  const units =
    input.organizationId === null ? null : [...subtreeIds(allOrganizations(db), input.organizationId)];
  const where = and(
    matches(input.search),
    units === null ? undefined : inArray(memberships.organizationId, units),
  );
  const direction = input.descending ? desc : asc;
  const total = db
    .select({ count: sql<number>`count(*)` })
    .from(officials)
    .leftJoin(memberships, openMembership)
    .where(where)
    .get();
  const rows = db
    .select(rowColumns)
    .from(officials)
    .leftJoin(memberships, openMembership)
    .leftJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(where)
    .orderBy(...orderings[input.sort].map((column) => direction(column)), direction(officials.id))
    .limit(input.limit)
    .offset(input.offset)
    .all();
  return { total: total?.count ?? 0, rows };
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
    .where(eq(ratings.officialId, officialId))
    .orderBy(desc(cycles.year))
    .all();
}
