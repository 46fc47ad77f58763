import { and, eq, sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { collectives } from '../connection/schema-cycle.ts';
import { collectivesOfKind, isSuggestedCollective } from '../domain/collectives.ts';
import { partScores } from '../domain/criteria-points.ts';
import type { CollectiveKind } from '../domain/cycle.ts';
import type { RatingFacts } from '../domain/rating-facts.ts';
import type { RatingLevel } from '../domain/ratings.ts';
import { disciplinesOfUnits } from './collective-disciplines.ts';
import type { CycleRecord } from './cycles.ts';
import { existsOn, type OrganizationRow } from './organizations.ts';
import { isOutsideRating, type RatedGroup } from './participants.ts';
import { earlierOfCollectives } from './rating-shortcomings.ts';
import { scoresOfCollectives } from './rating-stages.ts';
import { emptySubjectFacts, enteredOf, readFacts, type SubjectYear } from './rating-subjects.ts';

export type CollectiveRecord = typeof collectives.$inferSelect;
/** A collective of a year; without a record as long as nothing was entered in a year without a plan. */
export type CollectiveOfYear = Omit<CollectiveRecord, 'id' | 'cycleId' | 'version'> & {
  id: number | null;
  version: number;
};

const emptyCollective = {
  id: null,
  selfLevel: null,
  proposedLevel: null,
  decidedLevel: null,
  unratedReason: '',
  note: '',
  facts: '{}',
  version: 0,
} as const;

/** Those of the plan; in a year without one, the Party organisations and leading bodies of its day. In tree order. */
export function collectivesOfYear(
  db: ReadHandle,
  cycle: CycleRecord | null,
  countedOn: string,
  units: readonly OrganizationRow[],
): CollectiveOfYear[] {
  const kept = cycle ? db.select().from(collectives).where(eq(collectives.cycleId, cycle.id)).all() : [];
  const byKey = new Map(kept.map((row) => [`${row.organizationId} ${row.kind}`, row]));
  return units.flatMap((unit) =>
    collectivesOfKind[unit.kind].flatMap((kind): CollectiveOfYear[] => {
      const record = byKey.get(`${unit.id} ${kind}`);
      if (record) return [record];
      const isOffered = !cycle?.openedAt && existsOn(unit, countedOn) && isSuggestedCollective(kind);
      return isOffered ? [{ ...emptyCollective, organizationId: unit.id, kind }] : [];
    }),
  );
}

export const findCollective = (
  db: ReadHandle,
  cycleId: number,
  { organizationId, kind }: { organizationId: number; kind: CollectiveKind },
): CollectiveRecord | null =>
  db
    .select()
    .from(collectives)
    .where(
      and(
        eq(collectives.cycleId, cycleId),
        eq(collectives.organizationId, organizationId),
        eq(collectives.kind, kind),
      ),
    )
    .get() ?? null;

export function insertCollective(
  db: WriteHandle,
  cycleId: number,
  choice: { organizationId: number; kind: CollectiveKind },
  values: Partial<CollectiveRecord> = {},
): CollectiveRecord {
  return db
    .insert(collectives)
    .values({ ...values, cycleId, organizationId: choice.organizationId, kind: choice.kind })
    .returning()
    .get();
}

export function updateCollective(
  db: WriteHandle,
  { id, version }: CollectiveRecord,
  values: Partial<Omit<CollectiveRecord, 'id' | 'version'>>,
): void {
  db.update(collectives)
    .set({ ...values, version: version + 1 })
    .where(eq(collectives.id, id))
    .run();
}

export const collectiveKey = ({ organizationId, kind }: { organizationId: number; kind: CollectiveKind }) =>
  `${organizationId} ${kind}`;

/**
 * Facts of collectives for the conditions of their level.
 * @param all every collective of the year: units under a body are counted among them
 * @param people everyone of the year: the members of a cell are counted among them
 */
export function factsOfCollectives(
  db: ReadHandle,
  of: SubjectYear,
  shown: readonly CollectiveOfYear[],
  {
    all,
    people,
    units,
  }: { all: readonly CollectiveOfYear[]; people: readonly RatedGroup[]; units: readonly OrganizationRow[] },
): Map<string, RatingFacts> {
  const ids = shown.flatMap(({ id }) => id ?? []);
  const earlier = earlierOfCollectives(db, of, JSON.stringify(ids));
  const scores = scoresOfCollectives(db, ids);
  const previous = previousLevels(db, of.year);
  const disciplines = disciplinesOfUnits(db, of, units);
  const undecided = new Map<number, number>();
  for (const { organizationId: unit, count, hasReason, ...group } of people)
    if (unit !== null && group.decidedLevel === null && hasReason === 0 && !isOutsideRating(group))
      undecided.set(unit, (undecided.get(unit) ?? 0) + count);
  const waiting = unitsWaiting(all, units);
  return new Map(
    shown.map((one) => {
      const entered = readFacts(one.facts);
      const isOrganization = one.kind === 'organization';
      const book = disciplines(one.organizationId);
      const facts: RatingFacts = {
        ...emptySubjectFacts,
        ...enteredOf(entered),
        subject: 'collective',
        period: of.period,
        scoreParts: partScores(scores.get(one.id ?? 0) ?? {}),
        earlierShortcomings: entered.earlierShortcomings ?? earlier.get(one.id ?? 0) ?? null,
        subordinates: entered.subordinates
          ? { ...entered.subordinates, entered: true }
          : { ...book.subordinates, entered: false },
        disciplines: book.own,
        disciplineOverride:
          entered.collectiveDisciplined === null
            ? null
            : { disciplined: entered.collectiveDisciplined, reason: entered.disciplineReason },
        leaderDisciplines: book.leaders,
        membersUndecided: isOrganization ? (undecided.get(one.organizationId) ?? 0) : 0,
        unitsUndecided: isOrganization ? (waiting.get(one.organizationId) ?? 0) : 0,
        previousLevel: previous.get(collectiveKey(one)) ?? null,
        levels: { self: one.selfLevel, proposed: one.proposedLevel, decided: one.decidedLevel },
      };
      return [collectiveKey(one), facts];
    }),
  );
}

/** Organisations right under a unit that have neither a decided level nor a reason for none yet. */
function unitsWaiting(
  all: readonly CollectiveOfYear[],
  units: readonly OrganizationRow[],
): Map<number, number> {
  const parents = new Map(units.map((unit) => [unit.id, unit.parentId]));
  const waiting = new Map<number, number>();
  for (const { kind, decidedLevel, unratedReason, organizationId } of all) {
    const parent = parents.get(organizationId);
    if (kind === 'organization' && decidedLevel === null && unratedReason === '' && parent != null)
      waiting.set(parent, (waiting.get(parent) ?? 0) + 1);
  }
  return waiting;
}

function previousLevels(db: ReadHandle, year: number): Map<string, RatingLevel | null> {
  const rows = db.all<{ organizationId: number; kind: CollectiveKind; level: RatingLevel | null }>(sql`
    select k.organization_id as organizationId, k.kind, k.decided_level as level
    from collectives k join cycles c on c.id = k.cycle_id where c.year = ${year - 1} and c.quarter = 0`);
  return new Map(rows.map((row) => [collectiveKey(row), row.level]));
}
