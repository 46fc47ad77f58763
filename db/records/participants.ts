import { type SQL, sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { officials, ratings } from '../connection/schema.ts';
import type { PledgeStatus } from '../domain/cycle.ts';
import { yearEnd } from '../domain/dates.ts';
import type { ParticipationStatus } from '../domain/people.ts';
import type { RatingLevel } from '../domain/ratings.ts';
import type { CycleRecord } from './cycles.ts';
import { findCycle } from './ratings.ts';
import { inBase } from './reviews.ts';

/** The grids: Party members, or leaders and managers. */
export type GridKind = 'member' | 'leader';

/** Whom the cap is counted over. */
export interface RatedPerson {
  officialId: number;
  organizationId: number | null;
  participationStatus: ParticipationStatus;
  /** Leads or manages on the day: one group of like duties, all others are the other. */
  isLeader: 0 | 1;
  decidedLevel: RatingLevel | null;
}

/** People of a year who are alike in all that a cap or a count looks at. */
export interface RatedGroup extends Omit<RatedPerson, 'officialId'> {
  /** Written down why there is no level: that is settled, too. */
  hasReason: 0 | 1;
  count: number;
}

/** One person of a year: everyone with a rating of that year, and everyone whose Party life was in a unit on its day. */
export interface Participant extends RatedPerson {
  ratingId: number | null;
  version: number;
  fullName: string;
  birthDate: string | null;
  post: string;
  selfLevel: RatingLevel | null;
  proposedLevel: RatingLevel | null;
  unratedReason: string;
  note: string;
  facts: string;
}

export interface ParticipantFilter {
  /** A cycle other than the year's own: of a quarter. */
  cycle?: CycleRecord;
  kind?: GridKind;
  officialId?: number;
  /** Only people of these units; people without a unit are then left out. */
  organizationIds?: ReadonlySet<number>;
}

/** The people of a year, in Vietnamese order of their names. */
export function participantsOf(db: ReadHandle, year: number, filter: ParticipantFilter = {}): Participant[] {
  return db.all<Participant>(sql`
    select b.*, o.full_name as fullName, o.birth_date as birthDate,
      coalesce((select group_concat(p.title, '; ') from posts p
        where p.official_id = o.id and p.valid_to is null), '') as post
    from (${peopleOfYear(db, year, filter)}) b join ${officials} o on o.id = b.officialId
    ${inUnits(filter)}
    order by o.name_sort_key, o.id`);
}

/** The same people as counts, with only what counts are made of. */
export function ratedGroups(db: ReadHandle, year: number, filter: ParticipantFilter = {}): RatedGroup[] {
  return db.all<RatedGroup>(sql`
    select b.organizationId, b.participationStatus, b.isLeader, b.decidedLevel, b.unratedReason <> '' as hasReason,
      count(*) as count
    from (${peopleOfYear(db, year, filter)}) b ${inUnits(filter)}
    group by b.organizationId, b.participationStatus, b.isLeader, b.decidedLevel, hasReason`);
}

/** How many people of a year have each decided level. A person is in one cell of a cycle at most, and so counts once. */
export const decidedLevels = (db: ReadHandle, cycleId: number): { level: RatingLevel; count: number }[] =>
  db.all(sql`
    select r.decided_level as level, count(*) as count from ${ratings} r
    where r.cycle_id = ${cycleId} and r.kind = 'member' and r.decided_level is not null
      and r.official_id not in (${takenOut(cycleId, sql`w.place = 'cell'`)}) group by r.decided_level`);

/**
 * Whom an opened cycle has taken out (moved away, retired, died, left) and has in no other place: out of the base
 * (annual cycle, special cases), also with a rating that was given before. `rows`: the rows `w` that are looked at.
 */
const takenOut = (cycleId: number, rows: SQL): SQL => sql`
  select w.official_id from reviews w where w.cycle_id = ${cycleId} and w.official_id is not null and ${rows}
  group by w.official_id having sum(${inBase(sql`w.out_reason`)}) = 0`;

/** Whom an opened cycle has taken out of the list of a grid: their ratings are kept, but count nowhere. */
export const takenOutOf = (db: ReadHandle, cycleId: number, kind: GridKind): ReadonlySet<number> =>
  new Set(
    db
      .all<{ id: number }>(sql`
    select official_id as id from (${takenOut(cycleId, rowsOf(kind))})`)
      .map(({ id }) => id),
  );

/** The rows `w` of a cycle that say whether a person is in a grid. */
const rowsOf = (kind: GridKind): SQL =>
  kind === 'member' ? sql`w.place = 'cell'` : sql`w.subject_group = 'leader'`;

/** How people of an opened cycle and its list differ, so that every figure of it can be explained by its people. */
export interface ListedFigures {
  /** Rated and counted, but not in the list: ratings that stood before the cycle was opened. */
  unlisted: number;
  /** In the list as not to be rated (exempt, suspended), yet with a decided level: counted. */
  ratedOutside: number;
  /** Taken out of the list with a level that was decided before: not counted. */
  notCounted: number;
}

export function listedFigures(db: ReadHandle, cycleId: number): ListedFigures {
  const rated = sql`from ${ratings} r where r.cycle_id = ${cycleId} and r.kind = 'member'`;
  const rows = sql`select w.official_id from reviews w where w.cycle_id = ${cycleId} and w.place = 'cell'`;
  const found = db.get<ListedFigures>(sql`
    select
      (select count(*) ${rated} and r.official_id not in (${rows})) as unlisted,
      (select count(*) ${rated} and r.decided_level is not null and r.official_id in (${rows}
        and w.out_reason is not null and ${inBase(sql`w.out_reason`)})) as ratedOutside,
      (select count(*) ${rated} and r.decided_level is not null
        and r.official_id in (${takenOut(cycleId, sql`w.place = 'cell'`)})) as notCounted`);
  return found ?? { unlisted: 0, ratedOutside: 0, notCounted: 0 };
}

/** Pledges of those who are to pledge in a cycle (all but exempt and suspended members), by status. */
export const pledgedOf = (db: ReadHandle, cycle: CycleRecord): { status: PledgeStatus; count: number }[] =>
  db.all(sql`
    select p.status, count(*) as count
    from (${peopleOfYear(db, cycle.year, { cycle })}) b
    join pledges p on p.cycle_id = ${cycle.id} and p.official_id = b.officialId
    where b.participationStatus = 'active' group by p.status`);

/** All others of that year by their participation. Only they are looked at: in a past year they are few. */
export function undecidedPeople(
  db: ReadHandle,
  year: number,
): Pick<RatedGroup, 'participationStatus' | 'count'>[] {
  const undecided = sql`and o.id in (select id from ${officials} except select official_id from ${ratings}
    where cycle_id = ${findCycle(db, year)?.id ?? -1} and kind = 'member' and decided_level is not null)`;
  return db.all(sql`
    select b.participationStatus, count(*) as count
    from (${peopleOfYear(db, year, {}, undecided)}) b group by b.participationStatus`);
}

const inUnits = ({ organizationIds }: ParticipantFilter): SQL =>
  organizationIds === undefined
    ? sql``
    : sql`where b.organizationId in (select value from json_each(${JSON.stringify([...organizationIds])}))`;

function peopleOfYear(
  db: ReadHandle,
  year: number,
  filter: ParticipantFilter,
  only = filter.officialId === undefined ? sql`` : sql`and o.id = ${filter.officialId}`,
): SQL {
  const cycle = filter.cycle ?? findCycle(db, year);
  const kind = filter.kind ?? 'member';
  return cycle?.openedAt
    ? drawnPeople(cycle, kind, only)
    : peopleOfDay(cycle, cycle?.countedOn ?? yearEnd(year), kind, only);
}

const ratingColumns = sql`r.id as ratingId, coalesce(r.version, 0) as version,
  r.self_level as selfLevel, r.proposed_level as proposedLevel, r.decided_level as decidedLevel,
  coalesce(r.unrated_reason, '') as unratedReason, coalesce(r.note, '') as note, coalesce(r.facts, '{}') as facts`;

const leadsOn = (day: string): SQL => sql`from posts p where p.official_id = o.id
  and (p.is_leader = 1 or p.is_head = 1)
  and (p.valid_from is null or p.valid_from <= ${day}) and (p.valid_to is null or p.valid_to >= ${day})`;

/**
 * A year without a plan. A rating keeps the unit it was made in; a person without one is counted where the Party life
 * was on the day, a leader where the post is. People who left, died, retired or moved out, non-members, and those
 * admitted after the day are out of the base.
 */
function peopleOfDay(cycle: CycleRecord | null, day: string, kind: GridKind, only: SQL): SQL {
  // Participation as it was on the day: the earliest state that still held, else the present one.
  const statusThen = sql`coalesce((select s.status from participation_states s
    where s.official_id = o.id and s.valid_to >= ${day} order by s.valid_to limit 1), o.participation_status)`;
  const leads = leadsOn(day);
  const isLeader = sql`exists (select 1 ${leads})`;
  const unit =
    kind === 'member'
      ? sql`m.organization_id`
      : sql`coalesce((select p.organization_id ${leads} and p.organization_id is not null
          order by p.is_head desc, p.id limit 1), m.organization_id)`;
  return sql`
    select o.id as officialId, ${ratingColumns},
      case when r.id is null then ${unit} else r.organization_id end as organizationId,
      ${statusThen} as participationStatus, ${isLeader} as isLeader
    from ${officials} o
    left join ${ratings} r on r.official_id = o.id and r.cycle_id = ${cycle?.id ?? -1} and r.kind = ${kind}
    left join memberships m on m.id = (select x.id from memberships x where x.official_id = o.id
      and (x.valid_from is null or x.valid_from <= ${day}) and (x.valid_to is null or x.valid_to >= ${day})
      order by x.valid_to is null desc, x.id desc limit 1)
    where (r.id is not null or (m.id is not null
      and coalesce(o.membership_status, 'full') <> 'none'
      and ${statusThen} in ('active', 'exempt', 'suspended')
      and (o.admitted_on is null or o.admitted_on <= ${day})
      ${kind === 'leader' ? sql`and ${isLeader}` : sql``})) ${only}`;
}

/** The people of an opened cycle: its rows, and who has a rating without one (a sheet of a past year), if not taken out. */
function drawnPeople(cycle: CycleRecord, kind: GridKind, only: SQL): SQL {
  const status = sql`case v.out_reason when 'other' then 'exempt' else coalesce(v.out_reason, 'active') end`;
  // A leader is one row however many collectives review the person: of the first where the person leads.
  const rows =
    kind === 'member'
      ? sql`left join reviews v on v.cycle_id = ${cycle.id} and v.official_id = o.id and v.place = 'cell' and ${inBase()}`
      : sql`left join reviews v on v.id = (select w.id from reviews w where w.cycle_id = ${cycle.id}
          and w.official_id = o.id and w.subject_group = 'leader'
          and ${inBase(sql`w.out_reason`)}
          order by w.place = 'leadership' desc, w.id limit 1)`;
  return sql`
    select o.id as officialId, ${ratingColumns},
      case when v.id is null then r.organization_id else v.organization_id end as organizationId,
      ${status} as participationStatus,
      case when v.id is null then exists (select 1 ${leadsOn(cycle.countedOn)}) else v.subject_group = 'leader' end
        as isLeader
    from ${officials} o
    ${rows}
    left join ${ratings} r on r.official_id = o.id and r.cycle_id = ${cycle.id} and r.kind = ${kind}
    where (v.id is not null or (r.id is not null
      and o.id not in (${takenOut(cycle.id, rowsOf(kind))})))
      ${only}`;
}

/** Exempt from work and Party life, or suspended: not rated (HD 21-HD/BTCTW, 18/10/2019), unless a level was decided. */
export const isOutsideRating = (person: Pick<RatedPerson, 'participationStatus' | 'decidedLevel'>): boolean =>
  person.decidedLevel === null && ['exempt', 'suspended'].includes(person.participationStatus);
