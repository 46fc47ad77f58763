import { eq, sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { cycles, ratings } from '../connection/schema.ts';
import { collectives, reviews } from '../connection/schema-cycle.ts';
import type { CycleDetail, CycleDraft, Period } from '../contract/cycles.ts';
import { AppError } from '../contract/errors.ts';
import { reviewFormFor } from '../contract/form-choice.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import { collectivesOfKind, isSuggestedCollective } from '../domain/collectives.ts';
import type { OutReason, PledgeStatus } from '../domain/cycle.ts';
import { cycleDeadlines, quarterDeadline } from '../domain/cycle-deadlines.ts';
import { isValidOn, type SubjectGroup } from '../domain/rule-packs.ts';
import { drawCollective } from '../records/collectives.ts';
import { cyclePeopleOn, outReasonOfStatus } from '../records/cycle-people.ts';
import { type CycleRecord, findCycleOf, readCycle } from '../records/cycles.ts';
import { organizationsOn } from '../records/organizations.ts';
import {
  isOutsideRating,
  listedFigures,
  pledgedOf,
  type RatedGroup,
  ratedGroups,
} from '../records/participants.ts';
import { drawn, insertReview } from '../records/reviews.ts';
import { allPacks, findPack, packInForce } from '../records/rule-packs.ts';
import { readSetting } from '../records/settings.ts';

/** Who a cycle counted on that day would hold. */
export function draftCycle(db: ReadHandle, input: MethodParsedInput<'cycles.draft'>): CycleDraft {
  const people = cyclePeopleOn(db, input.countedOn);
  const groups = new Map<SubjectGroup, number>();
  const out = new Map<OutReason, number>();
  for (const person of people) {
    count(groups, person.group);
    const reason = outReasonOfStatus(person.status);
    if (reason) count(out, reason);
  }
  return {
    countedOn: input.countedOn,
    people: people.length,
    units: new Set(people.map((person) => person.organizationId)).size,
    groups: [...groups].map(([group, number]) => ({ group, count: number })),
    out: [...out].map(([reason, number]) => ({ reason, count: number })),
    collectives: organizationsOn(db, input.countedOn).flatMap((unit) =>
      collectivesOfKind[unit.kind].map((kind) => ({
        organizationId: unit.id,
        organizationName: unit.name,
        kind,
        suggested: isSuggestedCollective(kind),
      })),
    ),
    packId: packInForce(db, input.countedOn)?.id ?? '',
    packs: packsOn(db, input.countedOn),
    deadlines: deadlinesOf(db, input),
  };
}

/** The packs to choose from: those valid on the day, and the one that the cycle already has. */
const packsOn = (db: ReadHandle, countedOn: string, chosen = ''): CycleDraft['packs'] =>
  allPacks(db)
    .filter((pack) => isValidOn(pack, countedOn) || pack.id === chosen)
    .map(({ id, title, validFrom, validTo }) => ({ id, title, validFrom, validTo }));

/** A quarter has one due day: that of its decisions. */
function deadlinesOf(db: ReadHandle, { year, quarter }: Period): Record<string, string> {
  const settings = readSetting(db, 'deadlines').value;
  return isQuarter(quarter)
    ? { decisions: quarterDeadline(year, quarter, settings) }
    : cycleDeadlines(year, settings);
}

const isQuarter = (quarter: number): quarter is 1 | 2 | 3 | 4 => quarter >= 1 && quarter <= 4;

const count = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1);

/**
 * Opens a cycle from its plan and draws its people and collectives from the tree as of the counting day. A year that
 * so far only holds ratings keeps them.
 * @throws AppError CYCLE_ALREADY_OPEN, PACK_LOCKED: ratings of the year stand on another pack
 */
export function* openCycle(
  db: WriteHandle,
  input: MethodParsedInput<'cycles.open'>,
  at: string,
): Generator<
  { done: number; total: number },
  {
    value: CycleDetail;
    audit: { entity: string; entityId: number; detail: Readonly<Record<string, unknown>> };
  },
  void
> {
  const { collectives: choices, ...plan } = input;
  const cycle = beginCycle(db, plan, at);
  const people = cyclePeopleOn(db, plan.countedOn);
  const total = people.length + choices.length;
  for (const [index, person] of people.entries()) {
    const { group } = person;
    insertReview(db, {
      ...drawn(cycle.id, person.organizationId),
      officialId: person.officialId,
      collectiveId: null,
      place: 'cell',
      subjectGroup: group,
      formId: reviewFormFor(group, plan.countedOn) ?? '',
      outReason: outReasonOfStatus(person.status),
    });
    if (index % 200 === 199) yield { done: index + 1, total };
  }
  for (const [index, choice] of choices.entries()) {
    drawCollective(db, cycle, choice);
    if (index % 200 === 199) yield { done: people.length + index + 1, total };
  }
  return {
    value: detailOf(db, cycle),
    audit: {
      entity: 'cycle',
      entityId: cycle.id,
      detail: { plan, people: people.length, collectives: choices.length },
    },
  };
}

/**
 * The pack as it stands now, kept with the cycle.
 * @throws AppError VALIDATION_FAILED: no such pack, or not valid on the day that the cycle is counted
 */
function packText(db: ReadHandle, packId: string, countedOn: string): string {
  if (packId === '') return '';
  const pack = findPack(db, packId);
  if (!pack) throw new AppError('VALIDATION_FAILED', { fieldErrors: { packId: 'INVALID_VALUE' } });
  if (!isValidOn(pack, countedOn))
    throw new AppError('VALIDATION_FAILED', { fieldErrors: { packId: 'PACK_NOT_VALID' } });
  return JSON.stringify(pack);
}

/** Ratings of a year without a plan stand on the pack that was in force: a plan that comes later keeps that very copy. */
function packOfPlan(
  db: ReadHandle,
  { packId, countedOn }: Pick<CycleRecord, 'packId' | 'countedOn'>,
  found: CycleRecord | null,
): string {
  if (!found || found.pack === '') return packText(db, packId, countedOn);
  if (found.packId === packId) return found.pack;
  if (isPackLocked(db, found.id)) throw new AppError('PACK_LOCKED');
  return packText(db, packId, countedOn);
}

function beginCycle(
  db: WriteHandle,
  plan: Omit<MethodParsedInput<'cycles.open'>, 'collectives'>,
  at: string,
): CycleRecord {
  const { deadlines, ...columns } = plan;
  const found = findCycleOf(db, plan);
  if (found?.openedAt) throw new AppError('CYCLE_ALREADY_OPEN', { params: { year: plan.year } });
  const values = {
    ...columns,
    deadlines: JSON.stringify(deadlines),
    pack: packOfPlan(db, plan, found),
    openedAt: at,
  };
  if (!found) return db.insert(cycles).values(values).returning().get();
  return db
    .update(cycles)
    .set({ ...values, version: found.version + 1 })
    .where(eq(cycles.id, found.id))
    .returning()
    .get();
}

export function getCycle(db: ReadHandle, period: Period): { cycle: CycleDetail | null } {
  const cycle = findCycleOf(db, period);
  return { cycle: cycle && detailOf(db, cycle) };
}

function detailOf(db: ReadHandle, cycle: CycleRecord): CycleDetail {
  const { pack: _pack, deadlines, ...row } = cycle;
  const inBase = sql`v.cycle_id = ${cycle.id} and v.place = 'cell' and v.out_reason is null`;
  const number = (query: ReturnType<typeof sql>) => db.get<{ n: number }>(query)?.n ?? 0;
  const groups = db.all<{ group: SubjectGroup; count: number }>(sql`
    select v.subject_group as "group", count(*) as count from reviews v where ${inBase} group by v.subject_group`);
  const out = db.all<{ reason: OutReason; count: number }>(sql`
    select v.out_reason as reason, count(*) as count from reviews v
    where v.cycle_id = ${cycle.id} and v.place = 'cell' and v.out_reason is not null group by v.out_reason`);
  const toReview = groups.reduce((sum, group) => sum + group.count, 0);
  // The people of the grid, the cap and table 5a.
  const people = ratedGroups(db, cycle.year, { cycle });
  const sumOf = (counts: (group: RatedGroup) => boolean) =>
    people.filter(counts).reduce((sum, group) => sum + group.count, 0);
  const pledges = pledgedOf(db, cycle);
  const pledged = (...statuses: PledgeStatus[]) =>
    pledges.filter(({ status }) => statuses.includes(status)).reduce((sum, { count }) => sum + count, 0);
  return {
    ...row,
    // Our own JSON, checked by the schema when it was written.
    deadlines: JSON.parse(deadlines) as Record<string, string>,
    packLocked: isPackLocked(db, cycle.id),
    packs: packsOn(db, cycle.countedOn, cycle.packId),
    people: toReview + out.reduce((sum, entry) => sum + entry.count, 0),
    groups,
    out,
    lateComers: number(sql`select count(*) as n from reviews v where ${inBase} and v.basis = 'lateComer'`),
    collectives: number(sql`select count(*) as n from collectives c where c.cycle_id = ${cycle.id}`),
    progress: {
      base: sumOf((group) => !isOutsideRating(group)),
      rated: sumOf((group) => group.decidedLevel !== null),
      toPledge: sumOf((group) => group.participationStatus === 'active'),
      pledgesFiled: pledged('filed', 'confirmed'),
      pledgesConfirmed: pledged('confirmed'),
      toReview,
      reviewsFiled: number(
        sql`select count(*) as n from reviews v where ${inBase} and v.status <> 'notFiled'`,
      ),
      ...listedFigures(db, cycle.id),
    },
  };
}

/** A review that was filed or a rating that was given stands on the pack. */
const isPackLocked = (db: ReadHandle, cycleId: number): boolean =>
  db.get(sql`select 1 from reviews where cycle_id = ${cycleId} and status <> 'notFiled'
    union all select 1 from ratings where cycle_id = ${cycleId} and coalesce(self_level, proposed_level, decided_level)
      is not null
    union all select 1 from collectives where cycle_id = ${cycleId} and coalesce(self_level, proposed_level,
      decided_level) is not null limit 1`) !== undefined;

/** Changes the plan. The counting day of an opened cycle stays: rows were drawn on it. @throws AppError PACK_LOCKED */
export function updateCycle(db: WriteHandle, input: MethodParsedInput<'cycles.update'>) {
  const { id, version, deadlines, ...plan } = input;
  const before = readCycle(db, id);
  if (before.version !== version) throw new AppError('STALE_VERSION');
  if (before.countedOn !== plan.countedOn)
    throw new AppError('VALIDATION_FAILED', { fieldErrors: { countedOn: 'INVALID_VALUE' } });
  if (before.packId !== plan.packId && isPackLocked(db, id)) throw new AppError('PACK_LOCKED');
  const pack = before.packId === plan.packId ? before.pack : packText(db, plan.packId, plan.countedOn);
  const after = db
    .update(cycles)
    .set({ ...plan, pack, deadlines: JSON.stringify(deadlines), version: version + 1 })
    .where(eq(cycles.id, id))
    .returning()
    .get();
  return {
    value: detailOf(db, after),
    audit: {
      entity: 'cycle',
      entityId: id,
      detail: { before: { ...before, pack: before.packId }, after: plan },
    },
  };
}

/**
 * Takes back the opening of a cycle in which nothing was entered yet. Ratings that the year already held stay.
 * @throws AppError CYCLE_IN_USE
 */
export function withdrawCycle(db: WriteHandle, input: MethodParsedInput<'cycles.withdraw'>) {
  const cycle = readCycle(db, input.id);
  if (cycle.version !== input.version) throw new AppError('STALE_VERSION');
  const used = db.get(sql`select 1 from reviews v where v.cycle_id = ${cycle.id} and (v.status <> 'notFiled'
      or v.basis <> 'drawn')
    union all select 1 from pledges where cycle_id = ${cycle.id}
    union all select 1 from declared_pledges where cycle_id = ${cycle.id}
    union all select 1 from remediation_tasks where cycle_id = ${cycle.id}
    union all select 1 from rating_meetings where cycle_id = ${cycle.id}
    union all select 1 from rating_stages s join collectives c on c.id = s.collective_id
      where c.cycle_id = ${cycle.id} limit 1`);
  if (used !== undefined) throw new AppError('CYCLE_IN_USE', { params: { year: cycle.year } });
  db.delete(reviews).where(eq(reviews.cycleId, cycle.id)).run();
  db.delete(collectives).where(eq(collectives.cycleId, cycle.id)).run();
  if (db.select().from(ratings).where(eq(ratings.cycleId, cycle.id)).get())
    db.update(cycles)
      .set({ openedAt: null, version: cycle.version + 1 })
      .where(eq(cycles.id, cycle.id))
      .run();
  else db.delete(cycles).where(eq(cycles.id, cycle.id)).run();
  return {
    value: {},
    audit: { entity: 'cycle', entityId: cycle.id, detail: { withdrawn: true, year: cycle.year } },
  };
}
