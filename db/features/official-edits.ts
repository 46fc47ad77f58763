import { and, eq } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { organizations, posts } from '../connection/schema.ts';
import { AppError, type FieldErrorCode } from '../contract/errors.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import { dayOf } from '../domain/dates.ts';
import { isCertainlyBefore } from '../domain/official-rules.ts';
import {
  changeOfficial,
  deleteOfficial,
  emptyOfficialValues,
  insertOfficial,
  type OfficialRecord,
  type OfficialValues,
  readOfficial,
} from '../records/officials.ts';
import { changeParticipation } from '../records/participation.ts';
import { referencesTo } from '../records/references.ts';
import { unitOn } from '../records/tree-changes.ts';
import { getOfficial } from './officials.ts';

const NO_TITLES = { party: '', state: '', mass: '' } as const;

const refuse = (field: string, code: FieldErrorCode): AppError =>
  new AppError('VALIDATION_FAILED', { fieldErrors: { [field]: code } });

/** What cannot be true is refused at its field; what is only odd is a matter of the quality list. */
function assertPossible(values: Pick<OfficialValues, 'birthDate' | 'admittedOn' | 'fullMemberOn'>): void {
  if (values.birthDate === null) return;
  for (const field of ['admittedOn', 'fullMemberOn'] as const) {
    const day = values[field];
    if (day !== null && isCertainlyBefore(day, values.birthDate)) throw refuse(field, 'BEFORE_BIRTH');
  }
}

/** @throws AppError NOT_FOUND, STALE_VERSION */
function recordAt(db: ReadHandle, id: number, version: number): OfficialRecord {
  const record = readOfficial(db, id);
  if (!record) throw new AppError('NOT_FOUND');
  if (record.version !== version) throw new AppError('STALE_VERSION');
  return record;
}

export function createOfficial(db: WriteHandle, input: MethodParsedInput<'officials.create'>) {
  const { organizationId, since, ...fields } = input;
  assertPossible(fields);
  if (organizationId !== null) unitOn(db, organizationId, since ?? dayOf(new Date()));
  const id = insertOfficial(db, { ...emptyOfficialValues, ...fields }, organizationId, NO_TITLES, since);
  return {
    value: getOfficial(db, id),
    audit: { entity: 'official', entityId: id, detail: { after: input } },
  };
}

/**
 * Takes back the adding of a person, as long as it is what was added.
 * @throws AppError NOT_FOUND, ADDED_IN_USE when it was changed since or anything but its first unit refers to it
 */
export function removeAddedOfficial(
  db: WriteHandle,
  { id, version }: MethodParsedInput<'officials.removeAdded'>,
) {
  const record = readOfficial(db, id);
  if (!record) throw new AppError('NOT_FOUND');
  const asAdded = record.version === 1 && version === 1 && record.memberships.length <= 1;
  if (!asAdded || referencesTo(db, { table: 'officials', entity: 'official', id }, ['memberships']) > 0)
    throw new AppError('ADDED_IN_USE', { params: { name: record.values.fullName } });
  deleteOfficial(db, id);
  return { value: {}, audit: { entity: 'official', entityId: id, detail: { removed: record } } };
}

/** Writes the given fields of one person; a stale version is refused, nothing of either side is lost. */
export function updateOfficial(db: WriteHandle, input: MethodParsedInput<'officials.update'>) {
  const record = recordAt(db, input.id, input.version);
  assertPossible({ ...record.values, ...input.changes });
  const before = Object.fromEntries(
    Object.keys(input.changes).map((field) => [field, record.values[field as keyof OfficialValues]]),
  );
  changeOfficial(db, record, { values: input.changes }, dayOf(new Date()));
  return {
    value: getOfficial(db, input.id),
    audit: { entity: 'official', entityId: input.id, detail: { before, after: input.changes } },
  };
}

export function setParticipation(db: WriteHandle, input: MethodParsedInput<'officials.setParticipation'>) {
  const record = recordAt(db, input.id, input.version);
  const { status, onDay, reason } = input;
  changeParticipation(db, record, { status, onDay, reason });
  const before = record.values.participationStatus;
  return {
    value: getOfficial(db, input.id),
    audit: { entity: 'official', entityId: input.id, detail: { before, status, onDay, reason } },
  };
}

export function savePost(db: WriteHandle, input: MethodParsedInput<'officials.savePost'>) {
  const record = recordAt(db, input.officialId, input.version);
  const { id, isHead, isLeader, isKeyOfficial, isCommittee, ...rest } = input.post;
  const { validFrom, validTo } = rest;
  const { birthDate } = record.values;
  if (validFrom !== null && birthDate !== null && isCertainlyBefore(validFrom, birthDate))
    throw refuse('post.validFrom', 'BEFORE_BIRTH');
  if (validFrom !== null && validTo !== null && isCertainlyBefore(validTo, validFrom))
    throw refuse('post.validTo', 'BEFORE_START');
  assertUnit(db, rest.organizationId ?? null);
  const values = {
    ...rest,
    isHead: Number(isHead),
    isLeader: Number(isLeader),
    isKeyOfficial: Number(isKeyOfficial),
    isCommittee: Number(isCommittee),
  };
  if (id === null)
    db.insert(posts)
      .values({ officialId: record.id, organizationId: null, ...values })
      .run();
  else if (!record.posts.some((post) => post.id === id)) throw new AppError('NOT_FOUND');
  else db.update(posts).set(values).where(eq(posts.id, id)).run();
  return touched(db, record, {
    post: input.post,
    before: record.posts.find((post) => post.id === id) ?? null,
  });
}

function assertUnit(db: ReadHandle, id: number | null): void {
  if (id === null) return;
  if (!db.select({ id: organizations.id }).from(organizations).where(eq(organizations.id, id)).get())
    throw refuse('post.organizationId', 'INVALID_VALUE');
}

/** Takes out a post that was entered by mistake; a post that ended gets its last day instead. */
export function removePost(db: WriteHandle, input: MethodParsedInput<'officials.removePost'>) {
  const record = recordAt(db, input.officialId, input.version);
  const post = record.posts.find((candidate) => candidate.id === input.postId);
  if (!post) throw new AppError('NOT_FOUND');
  db.delete(posts)
    .where(and(eq(posts.id, post.id), eq(posts.officialId, record.id)))
    .run();
  return touched(db, record, { removed: post });
}

/** A change of a dated row is a change of the person: the version goes up. */
function touched(db: WriteHandle, record: OfficialRecord, detail: Record<string, unknown>) {
  changeOfficial(db, record, { values: {} }, dayOf(new Date()));
  return { value: getOfficial(db, record.id), audit: { entity: 'official', entityId: record.id, detail } };
}
