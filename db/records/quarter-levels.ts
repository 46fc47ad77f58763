import { type SQL, sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import type { CollectiveKind, RatingKind } from '../domain/cycle.ts';
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
