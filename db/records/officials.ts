import { asc, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { memberships, officials, participationStates, posts } from '../connection/schema.ts';
import { AppError } from '../contract/errors.ts';
import { dayBefore } from '../domain/dates.ts';
import { foldForSearch, initialsOf, nameSortKey } from '../domain/names.ts';
import { type PostKind, postKinds } from '../domain/people.ts';
import { suggestsCommittee } from '../domain/working-status.ts';
import { placeholders, preparedOnce } from './prepared.ts';

type OfficialColumns = typeof officials.$inferSelect;
type DerivedColumn = 'id' | 'version' | 'nameSearchKey' | 'nameInitials' | 'nameSortKey' | 'partyCardDigits';

/** What is known of a person beyond units and posts; derived search and sort keys are not part of it. */
export type OfficialValues = Omit<OfficialColumns, DerivedColumn>;
export type MembershipRow = Omit<typeof memberships.$inferSelect, 'officialId'>;
export type ParticipationStateRow = Omit<typeof participationStates.$inferSelect, 'officialId'>;
export type PostRow = Omit<typeof posts.$inferSelect, 'officialId'>;

/** A person whole: one version covers the person's own fields, memberships and posts. */
export interface OfficialRecord {
  id: number;
  version: number;
  values: OfficialValues;
  memberships: MembershipRow[];
  posts: PostRow[];
  participationStates: ParticipationStateRow[];
}

export const emptyOfficialValues: OfficialValues = {
  fullName: '',
  birthDate: null,
  gender: null,
  ethnicity: '',
  religion: '',
  hometown: '',
  residence: '',
  admittedOn: null,
  fullMemberOn: null,
  partyCardNo: '',
  partyFileNo: '',
  citizenId: '',
  schooling: '',
  professionalDegree: '',
  politicalTheoryLevel: '',
  workplace: '',
  membershipStatus: null,
  workingStatus: null,
  workingFrom: null,
  participationStatus: 'active',
  participationFrom: null,
  participationReason: '',
  note: '',
};

/** Digits and letters of a card number: '77.374221' and '77374221' are one card. */
export const cardDigits = (cardNo: string): string => cardNo.replace(/[^0-9A-Za-z]/g, '').toUpperCase();

const derivedOf = (values: OfficialValues) => ({
  nameSearchKey: foldForSearch(values.fullName),
  nameInitials: initialsOf(values.fullName),
  nameSortKey: nameSortKey(values.fullName),
  partyCardDigits: cardDigits(values.partyCardNo),
});

const statements = preparedOnce((db) => ({
  insertOfficial: db
    .insert(officials)
    // The id of a person who was merged into another still finds that person and is never given again.
    .values({
      ...placeholders(officials),
      id: sql`(select 1 + max(coalesce((select max(id) from officials), 0),
        coalesce((select max(id) from merged_officials), 0)))`,
    })
    .prepare(),
  insertMembership: db.insert(memberships).values(placeholders(memberships)).prepare(),
  insertPost: db.insert(posts).values(placeholders(posts)).prepare(),
}));

export function insertOfficial(
  db: WriteHandle,
  values: OfficialValues,
  organizationId: number | null,
  titles: Readonly<Record<PostKind, string>>,
  since: string | null = null,
): number {
  const { insertOfficial, insertMembership, insertPost } = statements(db);
  const id = Number(insertOfficial.run({ ...values, ...derivedOf(values), version: 1 }).lastInsertRowid);
  if (organizationId !== null)
    insertMembership.run({ officialId: id, organizationId, validFrom: since, validTo: null });
  for (const kind of postKinds) {
    if (titles[kind] !== '') insertPost.run(newPost(id, kind, titles[kind], null));
  }
  return id;
}

const newPost = (officialId: number, kind: PostKind, title: string, validFrom: string | null) => ({
  officialId,
  kind,
  title,
  organizationId: null,
  isHead: 0,
  isLeader: 0,
  isKeyOfficial: 0,
  isCommittee: Number(suggestsCommittee(kind, title)),
  managedBy: '',
  validFrom,
  validTo: null,
});

export function readOfficial(db: ReadHandle, id: number): OfficialRecord | null {
  const row = db.select().from(officials).where(eq(officials.id, id)).get();
  if (!row) return null;
  const {
    id: _id,
    version,
    nameSearchKey: _search,
    nameInitials: _initials,
    nameSortKey: _sort,
    partyCardDigits: _digits,
    ...values
  } = row;
  const { officialId: _member, ...membershipColumns } = getTableColumns(memberships);
  const { officialId: _holder, ...postColumns } = getTableColumns(posts);
  const { officialId: _whose, ...stateColumns } = getTableColumns(participationStates);
  return {
    id,
    version,
    values,
    memberships: db
      .select(membershipColumns)
      .from(memberships)
      .where(eq(memberships.officialId, id))
      .orderBy(asc(memberships.id))
      .all(),
    posts: db.select(postColumns).from(posts).where(eq(posts.officialId, id)).orderBy(asc(posts.id)).all(),
    participationStates: db
      .select(stateColumns)
      .from(participationStates)
      .where(eq(participationStates.officialId, id))
      .orderBy(asc(participationStates.validTo))
      .all(),
  };
}

/** What changes in a person: given fields only; a new unit or title starts on `onDay` and ends the old one the day before. */
export interface OfficialChange {
  values: Partial<OfficialValues>;
  organizationId?: number;
  titles?: Partial<Record<PostKind, string>>;
}

/** @returns the new version @throws AppError STALE_VERSION */
export function changeOfficial(
  db: WriteHandle,
  record: OfficialRecord,
  change: OfficialChange,
  onDay: string,
): number {
  const version = record.version + 1;
  const { values } = change;
  // Only what changes: a column that is written takes every index that it stands in along.
  const derived =
    'fullName' in values || 'partyCardNo' in values ? derivedOf({ ...record.values, ...values }) : {};
  const written = db
    .update(officials)
    .set({ ...values, ...derived, version })
    .where(sql`${officials.id} = ${record.id} and ${officials.version} = ${record.version}`)
    .run();
  if (written.changes !== 1) throw new AppError('STALE_VERSION');
  if (change.organizationId !== undefined) moveTo(db, record, change.organizationId, onDay);
  for (const kind of postKinds) {
    const title = change.titles?.[kind];
    if (title !== undefined) replaceTitle(db, record, kind, title, onDay);
  }
  return version;
}

function moveTo(db: WriteHandle, record: OfficialRecord, organizationId: number, onDay: string): void {
  const open = record.memberships.find((membership) => membership.validTo === null);
  if (open && open.validFrom === onDay) {
    db.update(memberships).set({ organizationId }).where(eq(memberships.id, open.id)).run();
    return;
  }
  if (open)
    db.update(memberships)
      .set({ validTo: dayBefore(onDay) })
      .where(eq(memberships.id, open.id))
      .run();
  statements(db).insertMembership.run({
    officialId: record.id,
    organizationId,
    validFrom: open ? onDay : null,
    validTo: null,
  });
}

function replaceTitle(
  db: WriteHandle,
  record: OfficialRecord,
  kind: PostKind,
  title: string,
  onDay: string,
): void {
  const open = record.posts.filter((post) => post.kind === kind && post.validTo === null);
  for (const post of open) {
    if (post.validFrom === onDay) db.delete(posts).where(eq(posts.id, post.id)).run();
    else
      db.update(posts)
        .set({ validTo: dayBefore(onDay) })
        .where(eq(posts.id, post.id))
        .run();
  }
  if (title !== '')
    statements(db).insertPost.run(newPost(record.id, kind, title, open.length > 0 ? onDay : null));
}

/**
 * Puts a person back as it was, under a new version, so that no other session takes the old one for current.
 * @returns that version
 */
export function restoreOfficial(db: WriteHandle, before: OfficialRecord, currentVersion: number): number {
  const version = currentVersion + 1;
  removeRelated(db, before.id);
  db.update(officials)
    .set({ ...before.values, ...derivedOf(before.values), version })
    .where(eq(officials.id, before.id))
    .run();
  for (const membership of before.memberships)
    db.insert(memberships)
      .values({ ...membership, officialId: before.id })
      .run();
  for (const post of before.posts)
    db.insert(posts)
      .values({ ...post, officialId: before.id })
      .run();
  for (const state of before.participationStates)
    db.insert(participationStates)
      .values({ ...state, officialId: before.id })
      .run();
  return version;
}

export function deleteOfficial(db: WriteHandle, id: number): void {
  removeRelated(db, id);
  db.delete(officials).where(eq(officials.id, id)).run();
}

function removeRelated(db: WriteHandle, officialId: number): void {
  db.delete(participationStates).where(eq(participationStates.officialId, officialId)).run();
  db.delete(memberships).where(eq(memberships.officialId, officialId)).run();
  db.delete(posts).where(eq(posts.officialId, officialId)).run();
}

/** Current titles of one kind, joined with "; ". */
export const currentTitles = (kind: PostKind) =>
  sql<string>`coalesce((select group_concat(${posts.title}, '; ') from ${posts}
    where ${posts.officialId} = ${officials.id} and ${posts.kind} = ${kind} and ${isNull(posts.validTo)}), '')`;
