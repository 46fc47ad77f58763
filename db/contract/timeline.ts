import { z } from 'zod';
import { pledgeStatuses, ratingKinds, reviewPlaces, reviewStatuses, taskStates } from '../domain/cycle.ts';
import { participationStatuses } from '../domain/people.ts';
import { ratingLevels } from '../domain/ratings.ts';
import { officialPost } from './official-edits.ts';
import { id, partialDate } from './schemas.ts';

const level = z.enum(ratingLevels).nullable();
/** When it began or was; null: before what is recorded. The order of the thread, the latest first, goes by it. */
const on = { on: partialDate.nullable() };
const span = { ...on, validTo: partialDate.nullable() };

/**
 * One thing of a person's thread. A new kind is an entry here, its rows in `db/features/timeline.ts` and its words
 * in `vi/timeline.ts`. Discipline is not in it: it is hidden until it is asked for (see `disciplines.list`).
 */
const timelineEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('admitted'), ...on }),
  z.object({ kind: z.literal('fullMember'), ...on }),
  z.object({ kind: z.literal('membership'), ...span, organizationId: id, organizationName: z.string() }),
  z.object({ kind: z.literal('post'), ...on, post: officialPost }),
  z.object({
    kind: z.literal('participation'),
    ...span,
    status: z.enum(participationStatuses),
    reason: z.string(),
  }),
  z.object({
    kind: z.literal('rating'),
    ...on,
    of: z.enum(ratingKinds),
    /** 0: of the whole year. */
    quarter: z.int().min(0).max(4),
    organizationName: z.string(),
    selfLevel: level,
    proposedLevel: level,
    decidedLevel: level,
    unratedReason: z.string(),
  }),
  z.object({
    kind: z.literal('pledge'),
    /** The day of signing; the year as long as it is not signed. */
    ...on,
    pledgeId: id,
    year: z.int(),
    status: z.enum(pledgeStatuses),
    items: z.int(),
    /** Of them: checked as done in the middle of the year. */
    itemsDone: z.int(),
    organizationName: z.string(),
  }),
  z.object({
    kind: z.literal('remediation'),
    /** The day of the result, else the deadline. */
    ...on,
    taskId: id,
    /** Of the review that named the shortcoming. */
    year: z.int(),
    measure: z.string(),
    dueOn: z.string(),
    state: z.enum(taskStates),
    /** As of today; null when it is neither, or nothing is left to do. */
    timing: z.enum(['overdue', 'dueSoon']).nullable(),
    /** Whether the person answers for it; else it is one of a shortcoming in the person's own review. */
    isOwner: z.boolean(),
    assigneeName: z.string(),
  }),
  z.object({
    kind: z.literal('review'),
    /** The day of filing; the period as long as it is not filed. */
    ...on,
    reviewId: id,
    year: z.int(),
    quarter: z.int().min(0).max(4),
    place: z.enum(reviewPlaces),
    status: z.enum(reviewStatuses),
    organizationName: z.string(),
    shortcomings: z.array(z.string()),
    /** Suggested questions, and how many of them are answered. */
    prompts: z.int(),
    promptsAnswered: z.int(),
  }),
]);
export type TimelineEntry = z.infer<typeof timelineEntry>;
export const officialTimeline = z.object({ entries: z.array(timelineEntry) });
export type OfficialTimeline = z.infer<typeof officialTimeline>;
