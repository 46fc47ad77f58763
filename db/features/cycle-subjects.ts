import { eq, sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { officials } from '../connection/schema.ts';
import { collectives, reviews } from '../connection/schema-cycle.ts';
import type { CycleDifference, CycleSubject } from '../contract/cycles.ts';
import { AppError } from '../contract/errors.ts';
import { reviewFormFor } from '../contract/form-choice.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import { isInBase, type OutReason, type ReviewBasis } from '../domain/cycle.ts';
import { foldForSearch } from '../domain/names.ts';
import type { ParticipationStatus } from '../domain/people.ts';
import type { SubjectGroup } from '../domain/rule-packs.ts';
import { drawCollective } from '../records/collectives.ts';
import { cyclePeopleOn, participationOn, subjectGroupOn } from '../records/cycle-people.ts';
import { type CycleRecord, openedCycle, readCycle } from '../records/cycles.ts';
import { allOrganizations, rootOrganizationId } from '../records/organizations.ts';
import {
  inBase,
  insertReview,
  type ReviewRecord,
  readReview,
  reviewInCell,
  updateReview,
} from '../records/reviews.ts';
import { unitScope } from '../records/unit-scope.ts';

const shown = {
  all: sql`true`,
  people: sql`v.official_id is not null and v.out_reason is null`,
  collectives: sql`v.collective_id is not null`,
  out: sql`v.out_reason is not null`,
  added: sql`v.basis <> 'drawn'`,
} as const;

type SubjectRow = Omit<CycleSubject, 'organizationName'>;

/** Rows of the cycle in tree order of their units; inside a unit collectives first, then people by name. */
export function cycleSubjects(db: ReadHandle, input: MethodParsedInput<'cycles.subjects'>) {
  const cycle = openedCycle(db, input);
  const scope = unitScope(db, cycle.countedOn, input.organizationId);
  const key = foldForSearch(input.search);
  const rows = db
    .all<SubjectRow & { searchKey: string }>(sql`
      select v.id as reviewId, v.version, v.official_id as officialId, v.collective_id as collectiveId,
        c.kind as collectiveKind, coalesce(o.full_name, '') as name, o.birth_date as birthDate,
        v.organization_id as organizationId, v.place, v.subject_group as subjectGroup, v.form_id as formId,
        v.basis, v.basis_reason as basisReason, v.out_reason as outReason, v.out_note as outNote, v.status,
        coalesce(o.name_search_key, '') as searchKey
      from reviews v left join officials o on o.id = v.official_id left join collectives c on c.id = v.collective_id
      where v.cycle_id = ${cycle.id} and ${shown[input.show]}
      order by o.name_sort_key nulls first, v.id`)
    .filter(scope.holds)
    .filter(
      (row) => row.searchKey.includes(key) || foldForSearch(scope.nameOf(row.organizationId)).includes(key),
    );
  scope.inTreeOrder(rows);
  return {
    total: rows.length,
    rows: rows.slice(input.offset, input.offset + input.limit).map(({ searchKey: _key, ...row }) => {
      const organizationName = scope.nameOf(row.organizationId);
      return { ...row, organizationName, name: row.officialId === null ? organizationName : row.name };
    }),
  };
}

const audited = (reviewId: number, detail: Readonly<Record<string, unknown>>) => ({
  entity: 'review',
  entityId: reviewId,
  detail,
});

/**
 * Adds a person in a place: a late-comer to a cell, or one more place where a leader is reviewed.
 * @throws AppError REVIEW_EXISTS: the person already is in that place, or in another cell
 */
export function addSubject(db: WriteHandle, input: MethodParsedInput<'cycles.addSubject'>) {
  const cycle = openedCycle(db, input);
  if (!db.select({ id: officials.id }).from(officials).where(eq(officials.id, input.officialId)).get())
    throw new AppError('NOT_FOUND');
  assertUnit(db, cycle, input.organizationId);
  const inCell = input.place === 'cell' ? reviewInCell(db, cycle.id, input.officialId) : null;
  const same =
    db.get(sql`select 1 from reviews where cycle_id = ${cycle.id} and official_id = ${input.officialId}
    and organization_id = ${input.organizationId} and place = ${input.place}`);
  if (inCell || same)
    throw new AppError('REVIEW_EXISTS', {
      fieldErrors: { organizationId: same ? 'REVIEW_IN_PLACE' : 'REVIEW_IN_CELL' },
    });
  const group: SubjectGroup =
    input.place === 'leadership' ? 'leader' : subjectGroupOn(db, input.officialId, cycle.countedOn);
  const id = insertReview(db, {
    cycleId: cycle.id,
    officialId: input.officialId,
    collectiveId: null,
    organizationId: input.organizationId,
    place: input.place,
    subjectGroup: group,
    formId: reviewFormFor(group, cycle.countedOn) ?? '',
    basis: input.place === 'cell' ? 'lateComer' : 'extraPlace',
    basisReason: input.reason,
    outReason: null,
    outNote: '',
  });
  return { value: { changed: 1 }, audit: audited(id, input) };
}

/** @throws AppError VALIDATION_FAILED: the unit was never there on the cycle's day */
function assertUnit(db: ReadHandle, cycle: CycleRecord, organizationId: number): void {
  if (!allOrganizations(db, cycle.countedOn).some((unit) => unit.id === organizationId))
    throw new AppError('VALIDATION_FAILED', { fieldErrors: { organizationId: 'INVALID_VALUE' } });
}

/** @throws AppError REVIEW_EXISTS */
export function addCollective(db: WriteHandle, input: MethodParsedInput<'cycles.addCollective'>) {
  const cycle = openedCycle(db, input);
  assertUnit(db, cycle, input.organizationId);
  const same = db.get(sql`select 1 from reviews v join collectives c on c.id = v.collective_id
    where c.cycle_id = ${cycle.id} and c.organization_id = ${input.organizationId} and c.kind = ${input.kind}`);
  if (same) throw new AppError('REVIEW_EXISTS', { fieldErrors: { organizationId: 'COLLECTIVE_IN_CYCLE' } });
  const id = drawCollective(db, cycle, input, { basis: 'extraPlace', basisReason: input.reason });
  return { value: { changed: 1 }, audit: audited(id, input) };
}

/** Takes a row out of the base with its reason, or back into it. @throws AppError STALE_VERSION, REVIEW_EXISTS */
export function setOut(db: WriteHandle, input: MethodParsedInput<'cycles.setOut'>) {
  const review = readReview(db, input.reviewId);
  const { outReason, outNote } = input;
  if (outReason === 'other' && outNote === '')
    throw new AppError('VALIDATION_FAILED', { fieldErrors: { outNote: 'REQUIRED' } });
  const other =
    review.officialId !== null && review.place === 'cell'
      ? reviewInCell(db, review.cycleId, review.officialId)
      : null;
  if (isInBase(outReason) && other !== null && other.id !== review.id)
    throw new AppError('REVIEW_EXISTS', { fieldErrors: { outReason: 'REVIEW_IN_CELL' } });
  updateReview(db, review.id, input.version, { outReason, outNote: outReason === null ? '' : outNote });
  return {
    value: { changed: 1 },
    audit: audited(review.id, {
      before: { outReason: review.outReason, outNote: review.outNote },
      outReason,
      outNote,
    }),
  };
}

/** Gives people another group and with it the form of that group. @throws AppError REVIEW_FILED, STALE_VERSION */
export function setGroup(db: WriteHandle, input: MethodParsedInput<'cycles.setGroup'>) {
  for (const { reviewId, version } of input.reviews) {
    const review = readReview(db, reviewId);
    if (review.status !== 'notFiled' || review.officialId === null) throw new AppError('REVIEW_FILED');
    const cycle = readCycle(db, review.cycleId);
    updateReview(db, reviewId, version, {
      subjectGroup: input.subjectGroup,
      formId: reviewFormFor(input.subjectGroup, cycle.countedOn) ?? '',
    });
  }
  return {
    value: { changed: input.reviews.length },
    audit: { entity: 'review', entityId: null, detail: input },
  };
}

/** Removes a row that was added by mistake; a drawn one or one with content stays. @throws AppError REVIEW_FILED */
export function removeSubject(db: WriteHandle, input: MethodParsedInput<'cycles.removeSubject'>) {
  const review = readReview(db, input.reviewId);
  if (review.version !== input.version) throw new AppError('STALE_VERSION');
  if (review.status !== 'notFiled' || review.basis === 'drawn') throw new AppError('REVIEW_FILED');
  db.delete(reviews).where(eq(reviews.id, review.id)).run();
  if (review.collectiveId !== null)
    db.delete(collectives).where(eq(collectives.id, review.collectiveId)).run();
  return { value: { changed: 1 }, audit: audited(review.id, { removed: review }) };
}

const outOf: Record<ParticipationStatus, OutReason> = {
  active: 'other',
  exempt: 'exempt',
  suspended: 'suspended',
  transferredOut: 'transferredOut',
  retired: 'retired',
  deceased: 'deceased',
  left: 'left',
};

/** How the book of people differs now from the rows of the cycle, as of its counting day. */
export function cycleDifferences(
  db: ReadHandle,
  period: MethodParsedInput<'cycles.differences'>,
): { differences: CycleDifference[] } {
  const cycle = openedCycle(db, period);
  const units = new Map(allOrganizations(db, cycle.countedOn).map((unit) => [unit.id, unit.name]));
  const unit = (id: number | null) => (id === null ? null : { id, name: units.get(id) ?? '' });
  const rows = new Map(
    db
      .all<{ officialId: number; name: string; organizationId: number | null; basis: ReviewBasis }>(sql`
        select v.official_id as officialId, o.full_name as name, v.organization_id as organizationId, v.basis
        from reviews v join officials o on o.id = v.official_id where v.cycle_id = ${cycle.id} and v.place = 'cell'
          and ${inBase()}`)
      .map((row) => [row.officialId, row]),
  );
  const differences: CycleDifference[] = [];
  const expected = cyclePeopleOn(db, cycle.countedOn);
  for (const person of expected) {
    const row = rows.get(person.officialId);
    rows.delete(person.officialId);
    if (row?.organizationId === person.organizationId) continue;
    differences.push({
      kind: row ? 'moved' : 'lateComer',
      officialId: person.officialId,
      name: person.fullName,
      from: unit(row?.organizationId ?? null),
      to: unit(person.organizationId),
      outReason: null,
    });
  }
  const inBook = new Set(expected.map(({ officialId }) => officialId));
  for (const row of unlistedRated(db, cycle)) {
    if (inBook.has(row.officialId)) continue;
    const place = unit(row.organizationId);
    const gone = goneOn(db, row.officialId, cycle.countedOn);
    const common = { officialId: row.officialId, name: row.name };
    differences.push(
      gone === null
        ? { ...common, kind: 'rated', from: null, to: place, outReason: null }
        : { ...common, kind: 'gone', from: place, to: null, outReason: gone },
    );
  }
  for (const row of rows.values()) {
    const gone = goneOn(db, row.officialId, cycle.countedOn);
    // Who was taken in by hand stays without standing in the book, unless the book says what became of the person.
    if (gone === null && row.basis === 'lateComer') continue;
    differences.push({
      kind: 'gone',
      officialId: row.officialId,
      name: row.name,
      from: unit(row.organizationId),
      to: null,
      outReason: gone ?? outOf[participationOn(db, row.officialId, cycle.countedOn) ?? 'left'],
    });
  }
  return { differences };
}

/** Why a person is out of the base on a day, as the book says it; null where it does not. */
function goneOn(db: ReadHandle, officialId: number, day: string): OutReason | null {
  const status = participationOn(db, officialId, day);
  const reason = status === null ? null : outOf[status];
  return isInBase(reason) ? null : reason;
}

/**
 * Who has a rating of the cycle and no row in it, in the unit of the rating: ratings that stood before the cycle was
 * opened, of people whom it did not draw. A rating without a unit is placed where the person was last.
 */
const unlistedRated = (db: ReadHandle, cycle: CycleRecord) =>
  db.all<{ officialId: number; name: string; organizationId: number }>(sql`
    select r.official_id as officialId, o.full_name as name, coalesce(r.organization_id,
      (select m.organization_id from memberships m where m.official_id = o.id
        order by m.valid_to is null desc, m.id desc limit 1), ${rootOrganizationId(db)}) as organizationId
    from ratings r join officials o on o.id = r.official_id
    where r.cycle_id = ${cycle.id} and r.kind = 'member' and not exists (select 1 from reviews v
      where v.cycle_id = r.cycle_id and v.official_id = r.official_id and v.place = 'cell')
    order by o.name_sort_key, o.id`);

/** Follows the book for the chosen people: late-comers come in, leavers go out, who moved does both; each with the reason. */
export function takeDifferences(db: WriteHandle, input: MethodParsedInput<'cycles.takeDifferences'>) {
  const cycle = openedCycle(db, input);
  const chosen = new Set(input.officialIds);
  const taken = cycleDifferences(db, input).differences.filter(({ officialId }) => chosen.has(officialId));
  for (const difference of taken) {
    const row = reviewInCell(db, cycle.id, difference.officialId);
    // Rated, not in the list and gone: a row of its own says why the rating does not count.
    if (!row && difference.from && !difference.to)
      insertLate(db, cycle, difference.officialId, {
        organizationId: difference.from.id,
        group: subjectGroupOn(db, difference.officialId, cycle.countedOn),
        reason: input.reason,
        out: { outReason: difference.outReason, outNote: input.reason },
      });
    if (row)
      updateReview(db, row.id, row.version, {
        outReason: difference.outReason ?? 'transferredOut',
        outNote: input.reason,
      });
    if (difference.to) {
      const group = row?.subjectGroup ?? subjectGroupOn(db, difference.officialId, cycle.countedOn);
      comeIn(db, cycle, difference.officialId, difference.to.id, group, input.reason);
    }
  }
  return {
    value: { changed: taken.length },
    audit: { entity: 'cycle', entityId: cycle.id, detail: { taken, reason: input.reason } },
  };
}

/** Into a unit that the person already was in during this cycle: the old row comes back instead of a second one. */
function comeIn(
  db: WriteHandle,
  cycle: CycleRecord,
  officialId: number,
  organizationId: number,
  group: SubjectGroup,
  reason: string,
): void {
  const old = db.get<{
    id: number;
    version: number;
  }>(sql`select id, version from reviews where cycle_id = ${cycle.id}
    and official_id = ${officialId} and organization_id = ${organizationId} and place = 'cell'`);
  if (old) updateReview(db, old.id, old.version, { outReason: null, outNote: '' });
  else
    insertLate(db, cycle, officialId, {
      organizationId,
      group,
      reason,
      out: { outReason: null, outNote: '' },
    });
}

interface LateRow {
  organizationId: number;
  group: SubjectGroup;
  reason: string;
  out: Pick<ReviewRecord, 'outReason' | 'outNote'>;
}

const insertLate = (
  db: WriteHandle,
  cycle: CycleRecord,
  officialId: number,
  { organizationId, group, reason, out }: LateRow,
): number =>
  insertReview(db, {
    cycleId: cycle.id,
    officialId,
    collectiveId: null,
    organizationId,
    place: 'cell',
    subjectGroup: group,
    formId: reviewFormFor(group, cycle.countedOn) ?? '',
    basis: 'lateComer',
    basisReason: reason,
    ...out,
  });
