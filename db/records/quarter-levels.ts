import { type SQL, sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import type { CollectiveKind, RatingKind, YearOrQuarter } from '../domain/cycle.ts';
import type { RatingLevel } from '../domain/ratings.ts';

export interface QuarterLevel {
  quarter: number;
  /** Null: not decided, or not in that quarter. */
  level: RatingLevel | null;
}

/** One row an opened quarter of the year, the first before. */
const quartersWith = (db: ReadHandle, year: number, level: SQL): QuarterLevel[] =>
  db.all<QuarterLevel>(sql`
    select c.quarter, ${level} as level from cycles c
    where c.year = ${year} and c.quarter > 0 and c.opened_at is not null order by c.quarter`);

/**
 * The decided levels of a person in the quarters of a year. They feed the rating of the year (KL 198-KL/TW,
 * 08/10/2025, Bộ Chính trị); by which formula is not confirmed, so they are shown and nothing follows from them.
 */
export const quarterLevelsOfPerson = (
  db: ReadHandle,
  year: number,
  { officialId, kind }: { officialId: number; kind: RatingKind },
): QuarterLevel[] =>
  quartersWith(
    db,
    year,
    sql`(select r.decided_level from ratings r
      where r.cycle_id = c.id and r.official_id = ${officialId} and r.kind = ${kind})`,
  );

/** The same of a collective. */
export const quarterLevelsOfCollective = (
  db: ReadHandle,
  year: number,
  { organizationId, kind }: { organizationId: number; kind: CollectiveKind },
): QuarterLevel[] =>
  quartersWith(
    db,
    year,
    sql`(select k.decided_level from collectives k
      where k.cycle_id = c.id and k.organization_id = ${organizationId} and k.kind = ${kind})`,
  );

/** The opened quarters of a year, and what each decided of the rows of its grid. */
export interface QuartersOfYear {
  quarters: number[];
  /** Of one row by its key, in the order of `quarters`; null where nothing was decided. */
  levelsOf: (key: string) => (RatingLevel | null)[];
}

/** Of people by their ids; a quarter itself has no quarters. */
export const quartersOfPeople = (
  db: ReadHandle,
  period: YearOrQuarter,
  kind: RatingKind,
  ids: readonly number[],
): QuartersOfYear =>
  quartersOf(
    db,
    period,
    (cycles) => sql`
      select r.cycle_id as cycleId, r.official_id as key, r.decided_level as level
      from json_each(${JSON.stringify(ids)}) i join ratings r on r.official_id = i.value
        and r.cycle_id in (select value from json_each(${cycles})) and r.kind = ${kind}
      where r.decided_level is not null`,
  );

/** Of all collectives by unit and kind. */
export const quartersOfCollectives = (db: ReadHandle, period: YearOrQuarter): QuartersOfYear =>
  quartersOf(
    db,
    period,
    (cycles) => sql`
      select k.cycle_id as cycleId, k.organization_id || ' ' || k.kind as key, k.decided_level as level
      from collectives k where k.cycle_id in (select value from json_each(${cycles})) and k.decided_level is not null`,
  );

function quartersOf(
  db: ReadHandle,
  { year, quarter }: YearOrQuarter,
  decidedIn: (cycleIds: string) => SQL,
): QuartersOfYear {
  const opened =
    quarter > 0
      ? []
      : db.all<{ id: number; quarter: number }>(sql`
          select c.id, c.quarter from cycles c
          where c.year = ${year} and c.quarter > 0 and c.opened_at is not null order by c.quarter`);
  if (opened.length === 0) return { quarters: [], levelsOf: () => [] };
  const decided = db.all<{ cycleId: number; key: string | number; level: RatingLevel }>(
    decidedIn(JSON.stringify(opened.map(({ id }) => id))),
  );
  const levels = new Map(decided.map(({ cycleId, key, level }) => [`${cycleId} ${key}`, level]));
  return {
    quarters: opened.map((each) => each.quarter),
    levelsOf: (key) => opened.map(({ id }) => levels.get(`${id} ${key}`) ?? null),
  };
}
