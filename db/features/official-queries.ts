import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { memberships, officials, organizations } from '../connection/schema.ts';
import type { OfficialRow } from '../contract/officials.ts';
import { searchTerms } from '../records/official-search.ts';
import { currentTitles } from '../records/officials.ts';

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
  workingStatus: officials.workingStatus,
  workingFrom: officials.workingFrom,
  participationStatus: officials.participationStatus,
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

/** Every word at the start of a word of the name; or the initials; or a run of digits of a card or citizen ID. */
export function matches(search: string): SQL | undefined {
  const { names, numbers } = searchTerms(search);
  if (names === null) return undefined;
  const byName = sql`${officials.id} in (select rowid from official_names where official_names match ${names})`;
  if (numbers === null) return byName;
  return sql`(${byName} or ${officials.id} in
    (select rowid from official_numbers where official_numbers match ${numbers}))`;
}

/** The rows of these people in the order of the ids; sensitive fields in clear: the caller masks them. */
export function officialRowsOf(db: ReadHandle, ids: readonly number[]): OfficialRow[] {
  const rows = db
    .select(rowColumns)
    .from(officials)
    .leftJoin(memberships, openMembership)
    .leftJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(sql`${officials.id} in (select value from json_each(${JSON.stringify(ids)}))`)
    .all();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Every field of one person, sensitive ones in clear: the caller masks them. */
export function officialDetail(db: ReadHandle, id: number) {
  return db
    .select(rowColumns)
    .from(officials)
    .leftJoin(memberships, openMembership)
    .leftJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(eq(officials.id, id))
    .get();
}
