import { and, eq, isNull, sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { memberships, officials, organizations } from '../connection/schema.ts';
import type { OfficialRow } from '../contract/officials.ts';
import { currentTitles } from '../records/officials.ts';
import { preparedOnce } from '../records/prepared.ts';

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

/** A changed person's place is looked for row by row: then putting the query together would take longer than a row. */
const rowsOfIds = preparedOnce((db: ReadHandle) =>
  db
    .select(rowColumns)
    .from(officials)
    .leftJoin(memberships, openMembership)
    .leftJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(sql`${officials.id} in (select value from json_each(${sql.placeholder('ids')}))`)
    .prepare(),
);

/** The rows of these people in the order of the ids; sensitive fields in clear: the caller masks them. */
export function officialRowsOf(db: ReadHandle, ids: readonly number[]): OfficialRow[] {
  const rows = rowsOfIds(db).all({ ids: JSON.stringify(ids) });
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
