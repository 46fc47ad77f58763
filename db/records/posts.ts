import { sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import type { PostKind } from '../domain/people.ts';

const heldOn = (day: string) => sql`(p.valid_from is null or p.valid_from <= ${day})
  and (p.valid_to is null or p.valid_to >= ${day})`;

/** Everyone who holds a post with leadership on a day. */
export const leaderIds = (db: ReadHandle, day: string): Set<number> =>
  new Set(
    db
      .all<{ id: number }>(sql`select distinct p.official_id as id from posts p
        where (p.is_leader = 1 or p.is_head = 1) and ${heldOn(day)}`)
      .map((row) => row.id),
  );

/** Titles of the posts that a person holds on a day, by kind. */
export function postTitles(db: ReadHandle, officialId: number, day: string): Record<PostKind, string[]> {
  const rows = db.all<{ kind: PostKind; title: string }>(sql`select p.kind, p.title from posts p
    where p.official_id = ${officialId} and ${heldOn(day)} order by p.id`);
  const of = (kind: PostKind) => rows.filter((row) => row.kind === kind).map((row) => row.title);
  return { party: of('party'), state: of('state'), mass: of('mass') };
}
