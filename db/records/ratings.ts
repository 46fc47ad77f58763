import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { cycles, officials, ratings } from '../connection/schema.ts';
import { yearEnd } from '../domain/dates.ts';
import type { RatingLevel } from '../domain/ratings.ts';
import { type CycleRecord, findCycleOf } from './cycles.ts';
import { placeholders, preparedOnce } from './prepared.ts';

export type RatingRecord = typeof ratings.$inferSelect;
export type RatingValues = Omit<RatingRecord, 'id' | 'version' | 'cycleId' | 'officialId' | 'kind' | 'facts'>;

export const emptyRatingValues: RatingValues = {
  organizationId: null,
  selfLevel: null,
  proposedLevel: null,
  decidedLevel: null,
  unratedReason: '',
  note: '',
};

/** The cycle of a whole year. */
export const findCycle = (db: ReadHandle, year: number): CycleRecord | null =>
  findCycleOf(db, { year, quarter: 0 });

/** Membership of a year is counted on its cycle's day; before a cycle is opened, on 31 December. */
export const countingDay = (db: ReadHandle, year: number): string =>
  findCycle(db, year)?.countedOn ?? yearEnd(year);

/** @returns the cycle and whether it had to be opened */
export function findOrOpenCycle(db: WriteHandle, year: number): { cycle: CycleRecord; opened: boolean } {
  const found = findCycle(db, year);
  if (found) return { cycle: found, opened: false };
  const countedOn = yearEnd(year);
  const cycle = db.insert(cycles).values({ year, countedOn }).returning().get();
  return { cycle, opened: true };
}

const statements = preparedOnce((db) => ({
  insert: db.insert(ratings).values(placeholders(ratings)).prepare(),
}));

/** The rating as a Party member. */
export function findRating(db: ReadHandle, cycleId: number, officialId: number): RatingRecord | null {
  const where = and(
    eq(ratings.cycleId, cycleId),
    eq(ratings.kind, 'member'),
    eq(ratings.officialId, officialId),
  );
  return db.select().from(ratings).where(where).get() ?? null;
}

/** The ratings of a cycle as Party members. */
export const ratingsOfCycle = (db: ReadHandle, cycleId: number): RatingRecord[] =>
  db
    .select()
    .from(ratings)
    .where(and(eq(ratings.cycleId, cycleId), eq(ratings.kind, 'member')))
    .all();

export const readRating = (db: ReadHandle, id: number): RatingRecord | null =>
  db.select().from(ratings).where(eq(ratings.id, id)).get() ?? null;

export function insertRating(
  db: WriteHandle,
  cycleId: number,
  officialId: number,
  values: RatingValues,
): number {
  return Number(
    statements(db).insert.run({ cycleId, kind: 'member', officialId, ...values, facts: '{}', version: 1 })
      .lastInsertRowid,
  );
}

/** @returns false when the version is no longer the one given */
export function updateRating(db: WriteHandle, id: number, version: number, values: RatingValues): boolean {
  const where = and(eq(ratings.id, id), eq(ratings.version, version));
  return (
    db
      .update(ratings)
      .set({ ...values, version: version + 1 })
      .where(where)
      .run().changes === 1
  );
}

/**
 * Puts a rating back as it was, under a new version, so that no other session takes the old one for current.
 * @returns that version
 */
export function restoreRating(db: WriteHandle, before: RatingRecord, currentVersion: number): number {
  const { id, ...values } = before;
  const version = currentVersion + 1;
  db.update(ratings)
    .set({ ...values, version })
    .where(eq(ratings.id, id))
    .run();
  return version;
}

/** One person of a year: everyone with a rating of that year, and everyone whose Party life was in a unit on its day. */
export interface Participant {
  officialId: number;
  ratingId: number | null;
  version: number;
  fullName: string;
  birthDate: string | null;
  post: string;
  organizationId: number | null;
  participationStatus: string;
  selfLevel: RatingLevel | null;
  proposedLevel: RatingLevel | null;
  decidedLevel: RatingLevel | null;
  unratedReason: string;
  note: string;
}

/**
 * The people of a year, in Vietnamese order of their names.
 * A rating keeps the unit it was made in; a person without one is counted where the Party life was on the day.
 * People who left, died, retired or moved out, non-members, and those admitted after the day are out of the base.
 */
export function participantsOf(db: ReadHandle, year: number, officialId?: number): Participant[] {
  const cycle = findCycle(db, year);
  const day = cycle?.countedOn ?? yearEnd(year);
  const onlyOne = officialId === undefined ? sql`` : sql`and o.id = ${officialId}`;
  // Participation as it was on the day: the earliest state that still held, else the present one.
  const statusThen = sql`coalesce((select s.status from participation_states s
    where s.official_id = o.id and s.valid_to >= ${day} order by s.valid_to limit 1), o.participation_status)`;
  if (cycle?.openedAt) return drawnParticipants(db, cycle, onlyOne);
  const rows = db.all<Participant>(sql`
    select o.id as officialId, r.id as ratingId, coalesce(r.version, 0) as version,
      o.full_name as fullName, o.birth_date as birthDate,
      coalesce((select group_concat(p.title, '; ') from posts p
        where p.official_id = o.id and p.valid_to is null), '') as post,
      case when r.id is null then m.organization_id else r.organization_id end as organizationId,
      ${statusThen} as participationStatus,
      r.self_level as selfLevel, r.proposed_level as proposedLevel, r.decided_level as decidedLevel,
      coalesce(r.unrated_reason, '') as unratedReason, coalesce(r.note, '') as note
    from ${officials} o
    left join ${ratings} r on r.official_id = o.id and r.cycle_id = ${cycle?.id ?? -1} and r.kind = 'member'
    left join memberships m on m.id = (select x.id from memberships x where x.official_id = o.id
      and (x.valid_from is null or x.valid_from <= ${day}) and (x.valid_to is null or x.valid_to >= ${day})
      order by x.valid_to is null desc, x.id desc limit 1)
    where (r.id is not null or (m.id is not null
      and coalesce(o.membership_status, 'full') <> 'none'
      and ${statusThen} in ('active', 'exempt', 'suspended')
      and (o.admitted_on is null or o.admitted_on <= ${day}))) ${onlyOne}
    order by o.name_sort_key, o.id`);
  return rows;
}

/** The people of an opened cycle: its rows, and who has a rating without one (a sheet of a past year). */
function drawnParticipants(db: ReadHandle, cycle: CycleRecord, onlyOne: SQL): Participant[] {
  return db.all<Participant>(sql`
    select o.id as officialId, r.id as ratingId, coalesce(r.version, 0) as version,
      o.full_name as fullName, o.birth_date as birthDate,
      coalesce((select group_concat(p.title, '; ') from posts p
        where p.official_id = o.id and p.valid_to is null), '') as post,
      case when v.id is null then r.organization_id else v.organization_id end as organizationId,
      case v.out_reason when 'other' then 'exempt' else coalesce(v.out_reason, 'active') end as participationStatus,
      r.self_level as selfLevel, r.proposed_level as proposedLevel, r.decided_level as decidedLevel,
      coalesce(r.unrated_reason, '') as unratedReason, coalesce(r.note, '') as note
    from ${officials} o
    left join reviews v on v.cycle_id = ${cycle.id} and v.official_id = o.id and v.place = 'cell'
      and (v.out_reason is null or v.out_reason in ('exempt', 'suspended', 'other'))
    left join ${ratings} r on r.official_id = o.id and r.cycle_id = ${cycle.id} and r.kind = 'member'
    where (v.id is not null or r.id is not null) ${onlyOne}
    order by o.name_sort_key, o.id`);
}

/** Exempt from work and Party life, or suspended: not rated (HD 21-HD/BTCTW, 18/10/2019), unless a level was decided. */
export const isOutsideRating = (person: Pick<Participant, 'participationStatus' | 'decidedLevel'>): boolean =>
  person.decidedLevel === null && ['exempt', 'suspended'].includes(person.participationStatus);
