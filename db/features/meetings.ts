import { asc, desc, eq, sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { ballotResults, ratingMeetings } from '../connection/schema-cycle.ts';
import { AppError, type FieldErrors } from '../contract/errors.ts';
import type { Meeting, MeetingList } from '../contract/meetings.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import { ballotCountFaults, ballotSheetFaults, voteOutcome } from '../domain/ballots.ts';
import type { CollectiveKind, ReviewPlace } from '../domain/cycle.ts';
import type { Role } from '../domain/people.ts';
import type { RatingLevel } from '../domain/ratings.ts';
import { attachmentCounts } from '../records/attachments.ts';
import { type CycleRecord, openedCycle, readCycle } from '../records/cycles.ts';
import { allOrganizations } from '../records/organizations.ts';
import { giveLevelOfReview } from '../records/review-levels.ts';
import { readReview } from '../records/reviews.ts';
import { readSetting } from '../records/settings.ts';
import { unitScope } from '../records/unit-scope.ts';

const unitName = (db: ReadHandle, cycle: CycleRecord, id: number): string =>
  allOrganizations(db, cycle.countedOn).find((unit) => unit.id === id)?.name ?? '';

/** Meetings of a period, the latest first. @throws AppError CYCLE_NOT_OPEN */
export function listMeetings(db: ReadHandle, input: MethodParsedInput<'meetings.list'>): MeetingList {
  const cycle = openedCycle(db, input);
  const scope = unitScope(db, cycle.countedOn, input.organizationId);
  const rows = db
    .select({
      meetingId: ratingMeetings.id,
      version: ratingMeetings.version,
      organizationId: ratingMeetings.organizationId,
      heldOn: ratingMeetings.heldOn,
      present: ratingMeetings.present,
      membersTotal: ratingMeetings.membersTotal,
      subjects: sql<number>`(select count(*) from ballot_results b where b.meeting_id = ${ratingMeetings.id})`,
    })
    .from(ratingMeetings)
    .where(eq(ratingMeetings.cycleId, cycle.id))
    .orderBy(desc(ratingMeetings.heldOn), desc(ratingMeetings.id))
    .all();
  return {
    meetings: rows
      .filter(scope.holds)
      .map((row) => ({ ...row, organizationName: scope.nameOf(row.organizationId) })),
  };
}

interface SubjectRow {
  reviewId: number;
  officialId: number | null;
  collectiveId: number | null;
  collectiveKind: CollectiveKind | null;
  name: string;
  selfLevel: RatingLevel | null;
  proposedLevel: RatingLevel | null;
}

/**
 * Everyone and every collective to be reviewed in the unit, the collective first (HD 21-HD/BTCTW, 18/10/2019: order of
 * the meeting). Who is a member of the cell and leads it, too, is voted on once, as its member.
 */
function subjectsOf(db: ReadHandle, cycle: CycleRecord, organizationId: number): SubjectRow[] {
  const rows = db.all<SubjectRow & { place: ReviewPlace }>(sql`
    select v.id as reviewId, v.official_id as officialId, v.collective_id as collectiveId, c.kind as collectiveKind,
      coalesce(o.full_name, '') as name, coalesce(r.self_level, c.self_level) as selfLevel,
      coalesce(r.proposed_level, c.proposed_level) as proposedLevel, v.place
    from reviews v
    left join officials o on o.id = v.official_id
    left join collectives c on c.id = v.collective_id
    left join ratings r on r.cycle_id = v.cycle_id and r.official_id = v.official_id
      and r.kind = case v.place when 'leadership' then 'leader' else 'member' end
    where v.cycle_id = ${cycle.id} and v.organization_id = ${organizationId} and v.out_reason is null
    order by v.collective_id is null, v.subject_group <> 'leader', o.name_sort_key, v.id`);
  const members = new Set(rows.flatMap(({ place, officialId }) => (place === 'cell' ? [officialId] : [])));
  return rows
    .filter(({ place, officialId }) => place !== 'leadership' || !members.has(officialId))
    .map(({ place: _place, ...row }) => row);
}

const emptyMinutes = {
  startsAt: '',
  endsAt: '',
  placeName: '',
  chair: '',
  secretary: '',
  counters: '',
  absentNote: '',
  content: '',
} as const;

/**
 * A meeting with everyone it votes on; a new one starts with the number of members and no counts.
 * @throws AppError CYCLE_NOT_OPEN, NOT_FOUND
 */
export function getMeeting(db: ReadHandle, input: MethodParsedInput<'meetings.get'>): Meeting {
  const cycle = openedCycle(db, input);
  const { organizationId, meetingId } = input;
  const subjects = subjectsOf(db, cycle, organizationId);
  const name = unitName(db, cycle, organizationId);
  const rule = readSetting(db, 'votingRule').value;
  if (meetingId === null) {
    const people = new Set(subjects.flatMap(({ officialId }) => (officialId === null ? [] : [officialId])));
    return {
      meetingId: null,
      version: 0,
      organizationId,
      organizationName: name,
      heldOn: null,
      ...emptyMinutes,
      membersTotal: people.size,
      present: people.size,
      issued: 0,
      returned: 0,
      valid: 0,
      invalid: 0,
      subjects: subjects.map((row) => ({ ...nameOf(row, name), votes: null, opinion: '', outcome: null })),
      votingRule: rule,
    };
  }
  const { id, cycleId, ...meeting } = readMeeting(db, meetingId);
  // A meeting belongs to one cycle: in another it would vote on people who are not its own.
  if (cycleId !== cycle.id || meeting.organizationId !== organizationId) throw new AppError('NOT_FOUND');
  const results = db
    .select()
    .from(ballotResults)
    .where(eq(ballotResults.meetingId, id))
    .orderBy(asc(ballotResults.id))
    .all();
  return {
    ...meeting,
    votingRule: rule,
    meetingId: id,
    organizationName: name,
    subjects: subjects.map((row) => {
      const result = results.find((one) =>
        row.officialId === null ? one.collectiveId === row.collectiveId : one.officialId === row.officialId,
      );
      if (!result) return { ...nameOf(row, name), votes: null, opinion: '', outcome: null };
      const { excellent, good, completed, notCompleted, opinion } = result;
      const votes = { excellent, good, completed, notCompleted };
      return { ...nameOf(row, name), votes, opinion, outcome: voteOutcome(votes, meeting, rule) };
    }),
  };
}

/** A collective goes by the name of its unit. */
const nameOf = (row: SubjectRow, unit: string): SubjectRow => ({
  ...row,
  name: row.officialId === null ? unit : row.name,
});

function readMeeting(db: ReadHandle, id: number) {
  const meeting = db.select().from(ratingMeetings).where(eq(ratingMeetings.id, id)).get();
  if (!meeting) throw new AppError('NOT_FOUND');
  return meeting;
}

/** A meeting by its own number. @throws AppError NOT_FOUND */
export function meetingOf(db: ReadHandle, meetingId: number): { cycle: CycleRecord; meeting: Meeting } {
  const record = readMeeting(db, meetingId);
  const cycle = readCycle(db, record.cycleId);
  const { year, quarter } = cycle;
  const { organizationId } = record;
  return { cycle, meeting: getMeeting(db, { year, quarter, organizationId, meetingId }) };
}

function assertCounts(input: MethodParsedInput<'meetings.save'>): void {
  const fieldErrors: Record<string, FieldErrors[string]> = { ...ballotSheetFaults(input) };
  for (const [index, { votes }] of input.results.entries())
    for (const [level, fault] of Object.entries(ballotCountFaults(votes, input.valid)))
      fieldErrors[`results.${index}.votes.${level}`] = fault;
  if (Object.keys(fieldErrors).length > 0) throw new AppError('VALIDATION_FAILED', { fieldErrors });
}

/**
 * Saves a meeting with its counts: sums are checked, a person stands in it once. Counts only, never a voter.
 * @throws AppError VALIDATION_FAILED at the count that does not add up, STALE_VERSION, CYCLE_NOT_OPEN
 */
export function saveMeeting(db: WriteHandle, input: MethodParsedInput<'meetings.save'>) {
  assertCounts(input);
  const cycle = openedCycle(db, input);
  const { year: _year, quarter: _quarter, meetingId, version, results, ...values } = input;
  const subjects = new Map(subjectsOf(db, cycle, input.organizationId).map((row) => [row.reviewId, row]));
  const id =
    meetingId ??
    db
      .insert(ratingMeetings)
      .values({ ...values, cycleId: cycle.id })
      .returning()
      .get().id;
  const before = meetingId === null ? null : getMeeting(db, { ...input, meetingId });
  if (meetingId !== null) changeMeeting(db, meetingId, version, cycle, values);
  db.delete(ballotResults).where(eq(ballotResults.meetingId, id)).run();
  const voted = new Set<string>();
  for (const [index, { reviewId, votes, opinion }] of results.entries()) {
    const subject = subjects.get(reviewId);
    const key = subject && `${subject.officialId} ${subject.collectiveId}`;
    if (!subject || !key || voted.has(key))
      throw new AppError('VALIDATION_FAILED', {
        fieldErrors: { [`results.${index}.reviewId`]: 'INVALID_VALUE' },
      });
    voted.add(key);
    const { officialId, collectiveId } = subject;
    db.insert(ballotResults)
      .values({ meetingId: id, officialId, collectiveId, ...votes, opinion })
      .run();
  }
  return {
    value: getMeeting(db, { ...input, meetingId: id }),
    audit: { entity: 'meeting', entityId: id, detail: { before, after: { ...values, results } } },
  };
}

function changeMeeting(
  db: WriteHandle,
  id: number,
  version: number,
  cycle: CycleRecord,
  values: Partial<typeof ratingMeetings.$inferInsert>,
): void {
  const current = readMeeting(db, id);
  if (current.cycleId !== cycle.id || current.organizationId !== values.organizationId)
    throw new AppError('NOT_FOUND');
  if (current.version !== version) throw new AppError('STALE_VERSION');
  db.update(ratingMeetings)
    .set({ ...values, version: version + 1 })
    .where(eq(ratingMeetings.id, id))
    .run();
}

/**
 * Writes what the ballots propose as the proposed levels.
 * @throws AppError NOT_FOUND, STALE_VERSION, VALIDATION_FAILED for a subject on whom the ballots propose nothing
 */
export function proposeLevels(
  db: WriteHandle,
  input: MethodParsedInput<'meetings.propose'>,
  by: { actor: { userId: number; role: Role }; at: string },
): { unit: string; day: string | null; changed: number } {
  const { meeting } = meetingOf(db, input.meetingId);
  if (meeting.version !== input.version) throw new AppError('STALE_VERSION');
  const outcomes = new Map(meeting.subjects.map((subject) => [subject.reviewId, subject.outcome]));
  for (const [index, reviewId] of input.reviewIds.entries()) {
    const level = outcomes.get(reviewId)?.level ?? null;
    if (level === null)
      throw new AppError('VALIDATION_FAILED', { fieldErrors: { [`reviewIds.${index}`]: 'INVALID_VALUE' } });
    const change = { field: 'proposed', level, reason: input.reason, overrideReason: '' } as const;
    const decision = { body: meeting.organizationName, onDay: meeting.heldOn };
    giveLevelOfReview(db, readReview(db, reviewId), change, decision, by);
  }
  return { unit: meeting.organizationName, day: meeting.heldOn, changed: input.reviewIds.length };
}

/** Takes out a meeting that was entered by mistake. @throws AppError NOT_FOUND, STALE_VERSION, MEETING_HAS_SCANS */
export function removeMeeting(
  db: WriteHandle,
  input: MethodParsedInput<'meetings.remove'>,
): { unit: string; day: string | null } {
  const { cycle, meeting } = meetingOf(db, input.meetingId);
  if (meeting.version !== input.version) throw new AppError('STALE_VERSION');
  if (attachmentCounts(db, 'meeting').has(input.meetingId)) throw new AppError('MEETING_HAS_SCANS');
  db.delete(ballotResults).where(eq(ballotResults.meetingId, input.meetingId)).run();
  db.delete(ratingMeetings).where(eq(ratingMeetings.id, input.meetingId)).run();
  return { unit: unitName(db, cycle, meeting.organizationId), day: meeting.heldOn };
}
