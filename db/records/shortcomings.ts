import { sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import type { OpenShortcoming } from '../contract/pledges.ts';

/**
 * Shortcomings of a subject's earlier reviews that are not put right: no later review says so, and their remediation
 * tasks, if any, are not all verified. A task that no longer fits does not count.
 * @param subject of the reviews: a person, or a collective's unit and kind
 * @param beforeYear the year that asks: its own shortcomings and what it says of others do not count
 * @param verifiedBefore tasks verified from this day on still count as open: a review tells what became of them in its
 *   year; left out, every verified task counts
 */
export function openShortcomings(
  db: ReadHandle,
  subject: { officialId: number } | { organizationId: number; kind: string },
  beforeYear: number,
  verifiedBefore = '9999-12-31',
): OpenShortcoming[] {
  const ofSubject =
    'officialId' in subject
      ? sql`v.official_id = ${subject.officialId}`
      : sql`v.collective_id in (select id from collectives k
          where k.organization_id = ${subject.organizationId} and k.kind = ${subject.kind})`;
  return db
    .all<OpenShortcoming>(sql`
    select * from (
      select s.id, c.year, s.text, s.cause,
        (select count(*) from remediation_tasks t where t.shortcoming_id = s.id and t.state <> 'notFitting') as tasks,
        (select count(*) from remediation_tasks t where t.shortcoming_id = s.id and t.state = 'verified'
          and coalesce(t.verified_on, '') < ${verifiedBefore}) as verified,
        (select x.outcome from shortcoming_outcomes x join reviews w on w.id = x.review_id
          join cycles d on d.id = w.cycle_id where x.shortcoming_id = s.id and d.year < ${beforeYear}
          order by d.year desc, d.quarter desc, x.id desc limit 1) as outcome
      from shortcomings s join reviews v on v.id = s.review_id join cycles c on c.id = v.cycle_id
      where ${ofSubject} and c.year < ${beforeYear}
    ) where coalesce(outcome, '') <> 'putRight' and (tasks = 0 or verified < tasks)
    order by year, id`)
    .map(({ id, year, text, cause, tasks, verified }) => ({ id, year, text, cause, tasks, verified }));
}
