import { z } from 'zod';
import { isCitizenId } from '../domain/citizen-id.ts';
import {
  genders,
  membershipStatuses,
  participationStatuses,
  postKinds,
  workingStatuses,
} from '../domain/people.ts';
import { calendarDay, id, line, partialDate, requiredLine, version } from './schemas.ts';

/** The person's own fields as a form sends them; a date is a partial date or null, an unknown text is ''. */
const fields = {
  fullName: requiredLine(120),
  birthDate: partialDate.nullable(),
  gender: z.enum(genders, { error: 'INVALID_VALUE' }).nullable(),
  ethnicity: line(60),
  religion: line(60),
  hometown: line(300),
  residence: line(300),
  admittedOn: partialDate.nullable(),
  fullMemberOn: partialDate.nullable(),
  partyCardNo: line(40),
  partyFileNo: line(40),
  citizenId: line(20).refine((text) => text === '' || isCitizenId(text), { error: 'INVALID_CITIZEN_ID' }),
  schooling: line(120),
  professionalDegree: line(200),
  politicalTheoryLevel: line(120),
  workplace: line(300),
  membershipStatus: z.enum(membershipStatuses, { error: 'INVALID_VALUE' }).nullable(),
  workingStatus: z.enum(workingStatuses, { error: 'INVALID_VALUE' }).nullable(),
  workingFrom: partialDate.nullable(),
  note: line(1000),
};
const officialFieldsInput = z.object(fields);
export type OfficialFieldsInput = z.output<typeof officialFieldsInput>;

export const createOfficialInput = z.object({
  ...fields,
  organizationId: id.nullable(),
  /** Since when the Party life is in that unit; null: since before what is recorded. */
  since: calendarDay.nullable().default(null),
});

/** Only the fields given change; the version is the one that the person saw. */
export const updateOfficialInput = z.object({ id, version, changes: officialFieldsInput.partial() });

export const participationInput = z.object({
  id,
  version,
  status: z.enum(participationStatuses, { error: 'INVALID_VALUE' }),
  /** The first day of the new status. */
  onDay: calendarDay,
  reason: line(300),
});

/** A post as a dated row; `id` null adds one. */
export const savePostInput = z.object({
  officialId: id,
  version,
  post: z.object({
    id: id.nullable(),
    kind: z.enum(postKinds, { error: 'INVALID_VALUE' }),
    title: requiredLine(200),
    /** The unit that the post is in; left out, it stays as it was. */
    organizationId: id.nullable().optional(),
    isHead: z.boolean(),
    isLeader: z.boolean(),
    isKeyOfficial: z.boolean(),
    /** Member of a Party committee by this post. */
    isCommittee: z.boolean().default(false),
    managedBy: line(200),
    validFrom: partialDate.nullable(),
    validTo: partialDate.nullable(),
  }),
});
/** One dated post for several people at once; who holds it already keeps it as it is. `dryRun` only counts. */
export const givePostInput = z.object({
  officialIds: z.array(id).min(1).max(100_000),
  kind: z.enum(postKinds, { error: 'INVALID_VALUE' }),
  title: requiredLine(200),
  isHead: z.boolean(),
  isLeader: z.boolean(),
  isKeyOfficial: z.boolean(),
  isCommittee: z.boolean().default(false),
  managedBy: line(200),
  onDay: calendarDay,
  validTo: partialDate.nullable(),
  dryRun: z.boolean().default(false),
});
/** `given` people got the post, `held` held it already. */
export const givenPost = z.object({ operationId: id.nullable(), given: z.int(), held: z.int() });
export type GivenPost = z.infer<typeof givenPost>;

/** Takes back an adding: only as long as nothing was changed since and nothing else refers to it. */
export const removeAddedInput = z.object({ id, version });

export const removePostInput = z.object({ officialId: id, version, postId: id });

export const officialPost = z.object({
  id,
  kind: z.enum(postKinds),
  title: z.string(),
  organizationId: id.nullable(),
  organizationName: z.string(),
  isHead: z.boolean(),
  isLeader: z.boolean(),
  isKeyOfficial: z.boolean(),
  isCommittee: z.boolean(),
  managedBy: z.string(),
  validFrom: partialDate.nullable(),
  validTo: partialDate.nullable(),
});
export type OfficialPost = z.infer<typeof officialPost>;
