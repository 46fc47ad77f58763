import { eq, inArray, sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { cycles, memberships, organizations, ratings } from '../connection/schema.ts';
import { AppError } from '../contract/errors.ts';
import type { OfficialTimeline, TimelineEntry } from '../contract/timeline.ts';
import { latestDay } from '../domain/dates.ts';
import { presentId } from '../records/merged-officials.ts';
import { type OfficialRecord, readOfficial } from '../records/officials.ts';

/** The thread of a person, the latest first; what began before the book stands last. Each kind has its rows below. */
export function officialTimeline(db: ReadHandle, ofId: number): OfficialTimeline {
  const id = presentId(db, ofId);
  const person = readOfficial(db, id);
  if (!person) throw new AppError('NOT_FOUND');
  const entries: TimelineEntry[] = [
    ...ratingsOf(db, id),
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
  return [...person.posts].reverse().map(({ isHead, isLeader, isKeyOfficial, ...post }) => ({
    kind: 'post',
    on: post.validFrom,
    post: {
      ...post,
      organizationName: names.get(post.organizationId ?? 0) ?? '',
      isHead: isHead === 1,
      isLeader: isLeader === 1,
      isKeyOfficial: isKeyOfficial === 1,
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
