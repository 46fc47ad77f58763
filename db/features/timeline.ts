import { eq, inArray, sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { cycles, memberships, organizations, ratings } from '../connection/schema.ts';
import { AppError } from '../contract/errors.ts';
import type { OfficialTimeline, TimelineEntry } from '../contract/timeline.ts';
import type { ReviewPlace, ReviewStatus } from '../domain/cycle.ts';
import { dayOf, latestDay } from '../domain/dates.ts';
import { taskTiming } from '../domain/remediation-rules.ts';
import { presentId } from '../records/merged-officials.ts';
import { type OfficialRecord, readOfficial } from '../records/officials.ts';
import { readSetting } from '../records/settings.ts';

/** The thread of a person, the latest first; what began before the book stands last. Each kind has its rows below. */
export function officialTimeline(db: ReadHandle, ofId: number): OfficialTimeline {
  const id = presentId(db, ofId);
  const person = readOfficial(db, id);
  if (!person) throw new AppError('NOT_FOUND');
  const entries: TimelineEntry[] = [
    ...ratingsOf(db, id),
    ...reviewsOf(db, id),
    ...pledgesOf(db, id),
    ...tasksOf(db, id),
    ...participationOf(person),
    ...postsOf(db, person),
    ...membershipsOf(db, id),
    ...daysOf(person),
  ];
  return { entries: entries.sort((a, b) => keyOf(b).localeCompare(keyOf(a), 'en')) };
}

/** A year alone stands at its end, so that a rating of a year comes after what happened in it. */
const keyOf = (entry: TimelineEntry): string => (entry.on === null ? '' : latestDay(entry.on));

function daysOf({ values }: OfficialRecord): TimelineEntry[] {
  const days = [
    { kind: 'fullMember', on: values.fullMemberOn },
    { kind: 'admitted', on: values.admittedOn },
  ] as const;
  return days.filter((entry) => entry.on !== null);
}

function postsOf(db: ReadHandle, person: OfficialRecord): TimelineEntry[] {
  const ids = person.posts.flatMap((post) => post.organizationId ?? []);
  const named = db
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(inArray(organizations.id, ids))
    .all();
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return [...person.posts].reverse().map(({ isHead, isLeader, isKeyOfficial, isCommittee, ...post }) => ({
    kind: 'post',
    on: post.validFrom,
    post: {
      ...post,
      organizationName: names.get(post.organizationId ?? 0) ?? '',
      isHead: isHead === 1,
      isLeader: isLeader === 1,
      isKeyOfficial: isKeyOfficial === 1,
      isCommittee: isCommittee === 1,
    },
  }));
}

/** "Active since before the book" is no event. */
function participationOf({ values, participationStates }: OfficialRecord): TimelineEntry[] {
  const { participationStatus: status, participationReason: reason, participationFrom: on } = values;
  const present = { status, reason, on, validTo: null };
  const states = participationStates.map(({ validFrom, validTo, ...state }) => ({
    status: state.status,
    reason: state.reason,
    on: validFrom,
    validTo,
  }));
  return [present, ...states.reverse()]
    .filter((state) => state.on !== null || state.status !== 'active')
    .map((state) => ({ kind: 'participation', ...state }));
}

const membershipsOf = (db: ReadHandle, officialId: number): TimelineEntry[] =>
  db
    .select({
      kind: sql<'membership'>`'membership'`,
      on: memberships.validFrom,
      validTo: memberships.validTo,
      organizationId: organizations.id,
      organizationName: organizations.name,
    })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(eq(memberships.officialId, officialId))
    .orderBy(sql`${memberships.id} desc`)
    .all();

/** A rating stands in its year, in the unit it was made in. */
const ratingsOf = (db: ReadHandle, officialId: number): TimelineEntry[] =>
  db
    .select({
      kind: sql<'rating'>`'rating'`,
      // A quarter stands in its last month.
      on: sql<string>`case ${cycles.quarter} when 0 then cast(${cycles.year} as text)
        else printf('%d-%02d', ${cycles.year}, ${cycles.quarter} * 3) end`,
      of: ratings.kind,
      quarter: cycles.quarter,
      organizationName: sql<string>`coalesce(${organizations.name}, '')`,
      selfLevel: ratings.selfLevel,
      proposedLevel: ratings.proposedLevel,
      decidedLevel: ratings.decidedLevel,
      unratedReason: ratings.unratedReason,
    })
    .from(ratings)
    .innerJoin(cycles, eq(cycles.id, ratings.cycleId))
    .leftJoin(organizations, eq(organizations.id, ratings.organizationId))
    .where(eq(ratings.officialId, officialId))
    .all();

/** Reviews that were filed, or that say something already; their shortcomings in their order. */
function reviewsOf(db: ReadHandle, officialId: number): TimelineEntry[] {
  const rows = db.all<{
    reviewId: number;
    year: number;
    quarter: number;
    filedOn: string | null;
    place: ReviewPlace;
    status: ReviewStatus;
    organizationName: string;
    shortcomings: string;
    prompts: number;
    promptsAnswered: number;
  }>(sql`
    select v.id as reviewId, c.year, c.quarter, v.filed_on as filedOn, v.place, v.status,
      coalesce(g.name, '') as organizationName,
      coalesce((select json_group_array(s.text order by s.position, s.id) from shortcomings s
        where s.review_id = v.id), '[]') as shortcomings,
      (select count(*) from review_prompts p where p.review_id = v.id) as prompts,
      (select count(*) from review_prompts p where p.review_id = v.id and p.answer <> '') as promptsAnswered
    from reviews v
    join cycles c on c.id = v.cycle_id
    left join organizations g on g.id = v.organization_id
    where v.official_id = ${officialId} and v.out_reason is null and (v.status <> 'notFiled'
      or exists (select 1 from shortcomings s where s.review_id = v.id)
      or exists (select 1 from review_prompts p where p.review_id = v.id))
    order by v.id desc`);
  return rows.map(({ filedOn, shortcomings, ...row }) => ({
    kind: 'review',
    on: filedOn ?? periodOf(row),
    ...row,
    // Our own JSON, made in the query from texts.
    shortcomings: JSON.parse(shortcomings) as string[],
  }));
}

/** Pledges that were begun, in the unit that each was made in. */
const pledgesOf = (db: ReadHandle, officialId: number): TimelineEntry[] =>
  db.all<Extract<TimelineEntry, { kind: 'pledge' }>>(sql`
    select 'pledge' as kind, coalesce(p.signed_on, cast(c.year as text)) as "on", p.id as pledgeId, c.year, p.status,
      (select count(*) from pledge_items i where i.pledge_id = p.id) as items,
      (select count(*) from pledge_items i where i.pledge_id = p.id and i.mid_year = 'done') as itemsDone,
      coalesce(g.name, '') as organizationName
    from pledges p join cycles c on c.id = p.cycle_id left join organizations g on g.id = p.organization_id
    where p.official_id = ${officialId} order by p.id desc`);

/** Remediation tasks that the person answers for, and those of shortcomings in the person's own reviews. */
function tasksOf(db: ReadHandle, officialId: number): TimelineEntry[] {
  const [today, soonDays] = [dayOf(new Date()), readSetting(db, 'remediationSoonDays').value];
  return db
    .all<
      Omit<Extract<TimelineEntry, { kind: 'remediation' }>, 'isOwner' | 'timing'> & { isOwner: number }
    >(sql`
      select 'remediation' as kind, coalesce(t.done_on, t.due_on) as "on", t.id as taskId, c.year, t.measure,
        t.due_on as dueOn, t.state, coalesce(t.assignee_id = ${officialId}, 0) as isOwner,
        coalesce(a.full_name, t.assignee_name) as assigneeName
      from remediation_tasks t join cycles c on c.id = t.cycle_id left join officials a on a.id = t.assignee_id
      where t.id in (
        select id from remediation_tasks where assignee_id = ${officialId}
        union select r.id from reviews v join shortcomings s on s.review_id = v.id
          join remediation_tasks r on r.shortcoming_id = s.id where v.official_id = ${officialId})
      order by t.id desc`)
    .map((task) => ({ ...task, isOwner: task.isOwner === 1, timing: taskTiming(task, today, soonDays) }));
}

/** A quarter stands in its last month. */
const periodOf = ({ year, quarter }: { year: number; quarter: number }): string =>
  quarter === 0 ? String(year) : `${year}-${String(quarter * 3).padStart(2, '0')}`;
