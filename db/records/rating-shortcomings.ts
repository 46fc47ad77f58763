import { type SQL, sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import type { RatingFacts } from '../domain/rating-facts.ts';
import type { SubjectYear } from './rating-subjects.ts';

type Earlier = RatingFacts['earlierShortcomings'];

interface SubjectCount {
  subject: number;
  total: number;
  putRight: number;
  /** Neither the review of the year nor a task says anything of them. */
  unknown: number;
}

/** Remediation tasks of a shortcoming, but those that no longer fit. */
const tasksOf = (which: SQL) =>
  sql`(select count(*) from remediation_tasks t where t.shortcoming_id = s.id and t.state <> 'notFitting' and ${which})`;

/**
 * Shortcomings named before the year and still open at its start, and how many are put right: the review of the year
 * says so, or, where it says nothing, all their remediation tasks are verified. Null as long as that is not known, also
 * for a subject whose earlier reviews are not in the book.
 */
function earlierOf(
  db: ReadHandle,
  { cycleId, year, period }: SubjectYear,
  subject: SQL,
  whose: SQL,
): Map<number, Earlier> {
  const verifiedBefore = sql`t.state = 'verified' and coalesce(t.verified_on, '') < ${period.from}`;
  // Most reviews name no shortcoming: those only say that their subject was reviewed before.
  const rows = db.all<SubjectCount>(sql`
    with earlier as (select v.id, ${subject} as subject from reviews v join cycles c on c.id = v.cycle_id
      where ${whose} and c.year < ${year} and c.opened_at is not null)
    select subject,
      sum(open) as total,
      sum(open and (outcome is 'putRight' or (outcome is null and tasks > 0 and verified = tasks))) as putRight,
      sum(open and outcome is null and tasks = 0) as unknown
    from (
      select distinct subject, null as outcome, 0 as open, 0 as tasks, 0 as verified from earlier
      union all
      select w.subject, x.outcome,
        (coalesce(e.outcome, '') <> 'putRight'
          and not (${tasksOf(sql`true`)} > 0 and ${tasksOf(sql`true`)} = ${tasksOf(verifiedBefore)})) as open,
        ${tasksOf(sql`true`)} as tasks,
        ${tasksOf(sql`t.state = 'verified' and coalesce(t.verified_on, '') <= ${period.to}`)} as verified
      from earlier w join shortcomings s on s.review_id = w.id
      left join shortcoming_outcomes x on x.id = (select max(y.id) from shortcoming_outcomes y
        join reviews n on n.id = y.review_id where y.shortcoming_id = s.id and n.cycle_id = ${cycleId ?? -1})
      left join shortcoming_outcomes e on e.id = (select max(y.id) from shortcoming_outcomes y
        join reviews n on n.id = y.review_id join cycles d on d.id = n.cycle_id
        where y.shortcoming_id = s.id and d.year < ${year})
    ) group by subject`);
  return new Map(
    rows.map(({ subject: id, total, putRight, unknown }) => {
      // One that surely is not put right decides, whatever is not known of the others.
      const isKnown = unknown === 0 || putRight + unknown < total;
      return [id, isKnown ? { total, putRight } : null];
    }),
  );
}

/** By official; `ids` is a JSON list. */
export const earlierOfPeople = (db: ReadHandle, of: SubjectYear, ids: string) =>
  earlierOf(db, of, sql`v.official_id`, sql`v.official_id in (select value from json_each(${ids}))`);

/** By the collective of this year's `ids`, a JSON list: reviews of the same unit and kind in earlier years. */
export const earlierOfCollectives = (db: ReadHandle, of: SubjectYear, ids: string) =>
  earlierOf(
    db,
    of,
    sql`(select now.id from collectives k join collectives now on now.organization_id = k.organization_id
      and now.kind = k.kind and now.id in (select value from json_each(${ids})) where k.id = v.collective_id)`,
    sql`v.collective_id in (select k.id from collectives k join collectives now
      on now.organization_id = k.organization_id and now.kind = k.kind
      where now.id in (select value from json_each(${ids})))`,
  );
