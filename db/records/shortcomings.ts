import { sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import type { OpenShortcoming } from '../contract/pledges.ts';
import type { YearOrQuarter } from '../domain/cycle.ts';

/** The place of a cycle in time: a year stands behind its quarters. */
const orderOf = (cycle: 'c' | 'd') =>
  sql.raw(`(${cycle}.year * 10 + case ${cycle}.quarter when 0 then 5 else ${cycle}.quarter end)`);

/**
 * Shortcomings of a subject's earlier reviews that are not put right: no later review says so, and their remediation
 * tasks, if any, are not all verified. A task that no longer fits does not count.
 * @param subject of the reviews: a person, or a collective's unit and kind
 * @param before the period that asks: its own shortcomings and what it says of others do not count. The quarters of a
 *   year come before the year's own review, which sums them up.
 * @param verifiedBefore tasks verified from this day on still count as open: a review tells what became of them in its
 *   period; left out, every verified task counts
 */
export function openShortcomings(
  db: ReadHandle,
  subject: { officialId: number } | { organizationId: number; kind: string },
  before: YearOrQuarter,
  verifiedBefore = '9999-12-31',
): OpenShortcoming[] {
  const ofSubject =
    'officialId' in subject
      ? sql`v.official_id = ${subject.officialId}`
      : sql`v.collective_id in (select id from collectives k
          where k.organization_id = ${subject.organizationId} and k.kind = ${subject.kind})`;
  const isBefore = (cycle: 'c' | 'd') => sql`${orderOf(cycle)} < ${before.year * 10 + (before.quarter || 5)}`;
  return db
    .all<OpenShortcoming>(sql`
    select * from (
      select s.id, c.year, c.quarter, ${orderOf('c')} as place, s.text, s.cause,
        (select count(*) from remediation_tasks t where t.shortcoming_id = s.id and t.state <> 'notFitting') as tasks,
        (select count(*) from remediation_tasks t where t.shortcoming_id = s.id and t.state = 'verified'
          and coalesce(t.verified_on, '') < ${verifiedBefore}) as verified,
        (select x.outcome from shortcoming_outcomes x join reviews w on w.id = x.review_id
          join cycles d on d.id = w.cycle_id where x.shortcoming_id = s.id and ${isBefore('d')}
          order by ${orderOf('d')} desc, x.id desc limit 1) as outcome
      from shortcomings s join reviews v on v.id = s.review_id join cycles c on c.id = v.cycle_id
      where ${ofSubject} and ${isBefore('c')}
    ) where coalesce(outcome, '') <> 'putRight' and (tasks = 0 or verified < tasks)
    order by place, id`)
    .map(({ id, year, quarter, text, cause, tasks, verified }) => ({
      id,
      year,
      quarter,
      text,
      cause,
      tasks,
      verified,
    }));
}
