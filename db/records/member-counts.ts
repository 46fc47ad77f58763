import { sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { memberships, officials } from '../connection/schema.ts';

/**
 * How many people have their Party life in each unit itself on a day. The few who are out are looked up and left
 * away: far cheaper than joining everybody.
 */
export function memberCounts(db: ReadHandle, day: string): Map<number, number> {
  const rows = db.all<{ organizationId: number; people: number }>(sql`
    select m.organization_id as organizationId, count(*) as people from ${memberships} m
    where (m.valid_from is null or m.valid_from <= ${day}) and (m.valid_to is null or m.valid_to >= ${day})
      and m.official_id not in (select o.id from ${officials} o
        where o.participation_status in ('transferredOut', 'retired', 'deceased', 'left'))
    group by m.organization_id`);
  return new Map(rows.map((row) => [row.organizationId, row.people]));
}
