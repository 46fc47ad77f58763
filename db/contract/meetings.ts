import { z } from 'zod';
import { type ballotFaults, votingBases } from '../domain/ballots.ts';
import { collectiveKinds } from '../domain/cycle.ts';
import { ratingLevels } from '../domain/ratings.ts';
import { period } from './cycles.ts';
import { calendarDay, id, line, text, version } from './schemas.ts';

/** A count as it was typed: what does not add up is refused by the rules of ballots, at its field. */
const count = z
  .int({ error: 'NOT_A_COUNT' satisfies (typeof ballotFaults)[number] })
  .min(0, { error: 'NOT_A_COUNT' })
  .max(1_000_000, { error: 'OUT_OF_RANGE' });

const votes = { excellent: count, good: count, completed: count, notCompleted: count };
const sheet = {
  membersTotal: count,
  present: count,
  issued: count,
  returned: count,
  valid: count,
  invalid: count,
};
const minutes = {
  heldOn: calendarDay,
  /** '8 giờ 00'; free text, '' is left open on paper. */
  startsAt: line(40),
  endsAt: line(40),
  placeName: line(200),
  chair: line(120),
  secretary: line(120),
  /** Names of the counting team, one a line. */
  counters: text(1000),
  /** Who was absent and why, one a line. */
  absentNote: text(4000),
  content: text(20_000),
};

export const meetingListInput = z.object({ ...period, organizationId: id.nullable().default(null) });
export const meetingList = z.object({
  meetings: z.array(
    z.object({
      meetingId: id,
      version,
      organizationId: id,
      organizationName: z.string(),
      heldOn: z.string(),
      present: z.int(),
      membersTotal: z.int(),
      subjects: z.int(),
    }),
  ),
});
export type MeetingList = z.infer<typeof meetingList>;

/** How the ballots of one subject come out under the office's voting rule. */
const outcome = z.object({
  level: z.enum(ratingLevels).nullable(),
  how: z.enum(['majority', 'cascade', 'none']),
  ballots: z.int(),
  needed: z.int(),
  base: z.int(),
  baseKind: z.enum(votingBases),
  percents: z.object({
    excellent: z.int().nullable(),
    good: z.int().nullable(),
    completed: z.int().nullable(),
    notCompleted: z.int().nullable(),
  }),
});
/** Whom a meeting votes on: everyone to be reviewed in the unit, with the votes so far. */
const meetingSubject = z.object({
  reviewId: id,
  officialId: id.nullable(),
  collectiveId: id.nullable(),
  collectiveKind: z.enum(collectiveKinds).nullable(),
  name: z.string(),
  selfLevel: z.enum(ratingLevels).nullable(),
  proposedLevel: z.enum(ratingLevels).nullable(),
  votes: z.object(votes).nullable(),
  /** What was said of the subject, for the minutes. */
  opinion: z.string(),
  outcome: outcome.nullable(),
});
export const meetingInput = z.object({
  ...period,
  organizationId: id,
  /** Null: a new one, with everyone to vote on and no counts. */
  meetingId: id.nullable().default(null),
});
export const meeting = z.object({
  meetingId: id.nullable(),
  version: z.int().min(0),
  organizationId: id,
  organizationName: z.string(),
  ...minutes,
  heldOn: z.string().nullable(),
  ...sheet,
  subjects: z.array(meetingSubject),
  /** Under which the outcomes were found. */
  votingRule: z.object({ base: z.enum(votingBases), cascade: z.boolean() }),
});
export type Meeting = z.infer<typeof meeting>;

export const saveMeetingInput = z.object({
  ...period,
  organizationId: id,
  meetingId: id.nullable(),
  version: z.int().min(0),
  ...minutes,
  ...sheet,
  /** Subjects that were voted on; others of the unit are left out. */
  results: z.array(z.object({ reviewId: id, votes: z.object(votes), opinion: text(4000) })).max(5000),
});
/**
 * Writes the levels that the ballots propose as the proposed values of these subjects, with the day and the unit of the
 * meeting. One step that `operations.undo` takes back.
 */
export const proposeLevelsInput = z.object({
  meetingId: id,
  version,
  reviewIds: z.array(id).min(1).max(5000),
  reason: line(500),
});
export const proposedLevels = z.object({ operationId: id, changed: z.int() });

/** The blank ballot of a unit, on A5 or A4. */
export const ballotDocument = z.object({
  kind: z.literal('ballot'),
  ...period,
  organizationId: id,
  size: z.enum(['A4', 'A5']).default('A5'),
});
export const meetingMinutesDocument = z.object({ kind: z.literal('meeting-minutes'), meetingId: id });
export const countMinutesDocument = z.object({ kind: z.literal('count-minutes'), meetingId: id });

/** `operations.undo` brings the meeting back with its number and counts. */
export const removeMeetingInput = z.object({ meetingId: id, version });
export const removedMeeting = z.object({ operationId: id });
