import { sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import type { OutReason } from '../domain/cycle.ts';
import type { ParticipationStatus, WorkingStatus } from '../domain/people.ts';
import type { SubjectGroup } from '../domain/rule-packs.ts';
import { worksOutsideOn } from '../domain/working-status.ts';

/** A Party member who belongs into a cycle counted on a day, in the cell of the Party life on that day. */
export interface CyclePerson {
  officialId: number;
  fullName: string;
  organizationId: number;
  /** Which form and criteria hold for the person, by what the book says of the day. */
  group: Exclude<SubjectGroup, 'collective'>;
  status: ParticipationStatus;
}

interface GroupFacts {
  /** Holds a post with leadership on the day: form 2B and the leader's pledge. */
  isLeader: 0 | 1;
  workingStatus: WorkingStatus | null;
  workingFrom: string | null;
}

/** Who is retired or works outside the political system has a form of their own: 2C (HD 43-HD/BTCTW, 31/10/2025). */
const groupOf = (facts: GroupFacts, day: string): CyclePerson['group'] => {
  if (facts.isLeader === 1) return 'leader';
  return worksOutsideOn(facts, day) ? 'outsideSystem' : 'noPost';
};

/** Exempt and suspended members stay in the list and are not rated (HD 21-HD/BTCTW, 18/10/2019). */
export const outReasonOfStatus = (status: ParticipationStatus): OutReason | null =>
  status === 'active' ? null : status;

const holdsOn = (alias: 'p' | 'x', day: string) => {
  const row = sql.raw(alias);
  return sql`(${row}.valid_from is null or ${row}.valid_from <= ${day})
    and (${row}.valid_to is null or ${row}.valid_to >= ${day})`;
};

/** Participation as it was on the day: the earliest state that still held, else the present one. */
const statusOn = (day: string) => sql`coalesce((select s.status from participation_states s
  where s.official_id = o.id and s.valid_to >= ${day} order by s.valid_to limit 1), o.participation_status)`;

const groupFactsOn = (day: string) => sql`
  exists (select 1 from posts p where p.official_id = o.id and (p.is_leader = 1 or p.is_head = 1)
    and ${holdsOn('p', day)}) as isLeader,
  o.working_status as workingStatus, o.working_from as workingFrom`;

/**
 * Everyone whom a cycle counted on `day` holds, in Vietnamese order of names: members whose Party life was in a unit
 * on the day and who had not left, died, retired or moved out before it, nor were admitted after it.
 */
export function cyclePeopleOn(db: ReadHandle, day: string): CyclePerson[] {
  const people = db.all<Omit<CyclePerson, 'group'> & GroupFacts>(sql`
    select * from (
      select o.id as officialId, o.full_name as fullName, m.organization_id as organizationId,
        ${groupFactsOn(day)}, ${statusOn(day)} as status, o.name_sort_key as sortKey
      from officials o
      join memberships m on m.id = (select x.id from memberships x where x.official_id = o.id
        and ${holdsOn('x', day)} order by x.valid_to is null desc, x.id desc limit 1)
      where coalesce(o.membership_status, 'full') <> 'none' and (o.admitted_on is null or o.admitted_on <= ${day})
    ) where status in ('active', 'exempt', 'suspended')
    order by sortKey, officialId`);
  return people.map(({ officialId, fullName, organizationId, status, ...facts }) => ({
    officialId,
    fullName,
    organizationId,
    status,
    group: groupOf(facts, day),
  }));
}

/** The group of one person on a day, wherever the Party life was. */
export function subjectGroupOn(db: ReadHandle, officialId: number, day: string): CyclePerson['group'] {
  const facts = db.get<GroupFacts>(
    sql`select ${groupFactsOn(day)} from officials o where o.id = ${officialId}`,
  );
  return facts ? groupOf(facts, day) : 'noPost';
}

/** What became of a person who is no longer among those of a day. */
export function participationOn(db: ReadHandle, officialId: number, day: string): ParticipationStatus | null {
  const found = db.get<{ status: ParticipationStatus }>(
    sql`select ${statusOn(day)} as status from officials o where o.id = ${officialId}`,
  );
  return found?.status ?? null;
}

/** Leaders and heads of a unit on a day: they are reviewed there too (HD 43-HD/BTCTW, 31/10/2025). */
export function leadersOf(db: ReadHandle, organizationId: number, day: string): number[] {
  return db
    .all<{ id: number }>(sql`select distinct p.official_id as id from posts p
      where p.organization_id = ${organizationId} and (p.is_leader = 1 or p.is_head = 1) and ${holdsOn('p', day)}
      order by p.official_id`)
    .map((row) => row.id);
}
