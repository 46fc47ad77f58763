import { and, asc, eq, sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { capRules, cycles, memberships, ratings } from '../connection/schema.ts';
import { AppError } from '../contract/errors.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import type { Cap, Cycle, DatedCapRule, RatingGrid, RatingRow } from '../contract/ratings.ts';
import { applyCap, type CapRule } from '../domain/excellence-cap.ts';
import { subtreeIds } from '../domain/organizations.ts';
import { countLevels, type RatingStage } from '../domain/ratings.ts';
import { allOrganizations, type OrganizationRow } from '../records/organizations.ts';
import {
  countingDay,
  emptyRatingValues,
  findOrOpenCycle,
  findRating,
  insertRating,
  type Participant,
  participantsOf,
  type RatingValues,
  updateRating,
} from '../records/ratings.ts';

const columnOfStage = {
  self: 'selfLevel',
  proposed: 'proposedLevel',
  decided: 'decidedLevel',
} as const satisfies Record<RatingStage, keyof RatingValues>;

const toRow = (person: Participant, unitName: string): RatingRow => {
  const { participationStatus: _status, ...row } = person;
  return { ...row, organizationName: unitName };
};

/** The people of a year in a unit and the units under it (or all), with counts per level and the cap. */
export function ratingGrid(db: ReadHandle, input: MethodParsedInput<'ratings.grid'>): RatingGrid {
  const units = allOrganizations(db, countingDay(db, input.year));
  const people = participantsOf(db, input.year);
  const shown = inUnitOrder(within(people, units, input.organizationId), units);
  const rule = capRuleOn(db, countingDay(db, input.year));
  const counted = rule.scope === 'UNIT' ? shown : people;
  const names = namesOf(units);
  return {
    year: input.year,
    rows: shown.map((person) => toRow(person, names.get(person.organizationId) ?? '')),
    counts: countLevels(shown.map((person) => person.decidedLevel)),
    cap: capOf(counted, rule),
  };
}

const namesOf = (units: readonly OrganizationRow[]): Map<number | null, string> =>
  new Map(units.map((unit) => [unit.id, unit.name]));

function within(
  people: readonly Participant[],
  units: readonly OrganizationRow[],
  organizationId: number | null,
): Participant[] {
  if (organizationId === null) return [...people];
  const ids = subtreeIds(units, organizationId);
  return people.filter((person) => person.organizationId !== null && ids.has(person.organizationId));
}

/** Units in tree order, people without a unit last; inside a unit the order of names that they come in. */
function inUnitOrder(people: Participant[], units: readonly OrganizationRow[]): Participant[] {
  const position = new Map<number | null, number>(units.map((unit, index) => [unit.id, index]));
  const of = (person: Participant) => position.get(person.organizationId) ?? units.length;
  return people.sort((a, b) => of(a) - of(b));
}

function capOf(people: readonly Participant[], rule: CapRule): Cap {
  const { percentHundredths, base, scope, rounding } = rule;
  return {
    rule: { percentHundredths, base, scope, rounding },
    ...applyCap(countLevels(people.map((person) => person.decidedLevel)), rule),
  };
}

/** The cap rule in force on a day; the rules are dated data. */
function capRuleOn(db: ReadHandle, day: string): DatedCapRule {
  const rule = listCapRules(db)
    .filter(
      (candidate) => candidate.validFrom <= day && (candidate.validTo === null || candidate.validTo >= day),
    )
    .at(-1);
  if (!rule) throw new AppError('NOT_FOUND');
  return rule;
}

/** Sets one of the three levels, the reason or the note of one person in a year; opens the year's cycle when needed. */
export function setRating(db: WriteHandle, input: MethodParsedInput<'ratings.set'>) {
  const [before] = participantsOf(db, input.year, input.officialId);
  const { cycle } = findOrOpenCycle(db, input.year);
  const existing = findRating(db, cycle.id, input.officialId);
  if ((existing?.version ?? 0) !== input.version) throw new AppError('STALE_VERSION');
  const current = existing ?? {
    ...emptyRatingValues,
    organizationId: before?.organizationId ?? currentUnit(db, input.officialId),
  };
  const values = changed(current, input.change);
  if (existing) updateRating(db, existing.id, existing.version, values);
  else insertRating(db, cycle.id, input.officialId, values);
  const [after] = participantsOf(db, input.year, input.officialId);
  if (!after) throw new AppError('NOT_FOUND');
  const name = namesOf(allOrganizations(db, countingDay(db, input.year))).get(after.organizationId) ?? '';
  return {
    value: {
      row: toRow(after, name),
      before: toRow(before ?? { ...after, ...emptyRatingValues, ratingId: null, version: 0 }, name),
    },
    audit: {
      entity: 'rating',
      entityId: after.ratingId,
      detail: { year: input.year, officialId: input.officialId, change: input.change, before: existing },
    },
  };
}

/** A decided level ends the reason for having none; a reason is refused while a level stands. */
function changed(current: RatingValues, change: MethodParsedInput<'ratings.set'>['change']): RatingValues {
  const { organizationId, selfLevel, proposedLevel, decidedLevel, unratedReason, note } = current;
  const values = { organizationId, selfLevel, proposedLevel, decidedLevel, unratedReason, note };
  switch (change.field) {
    case 'note':
      return { ...values, note: change.text };
    case 'unratedReason':
      if (decidedLevel !== null && change.text !== '')
        throw new AppError('RATING_LEVEL_STANDS', { fieldErrors: { unratedReason: 'INVALID_VALUE' } });
      return { ...values, unratedReason: change.text };
    default: {
      const set = { ...values, [columnOfStage[change.field]]: change.level };
      return set.decidedLevel === null ? set : { ...set, unratedReason: '' };
    }
  }
}

/** @throws AppError NOT_FOUND when there is no such person */
function currentUnit(db: ReadHandle, officialId: number): number | null {
  const found = db.get<{ organizationId: number | null }>(sql`
    select (select m.organization_id from ${memberships} m where m.official_id = o.id and m.valid_to is null) as organizationId
    from officials o where o.id = ${officialId}`);
  if (!found) throw new AppError('NOT_FOUND');
  return found.organizationId;
}

export function listCycles(db: ReadHandle): { cycles: Cycle[] } {
  const rows = db
    .select({
      id: cycles.id,
      year: cycles.year,
      countedOn: cycles.countedOn,
      ratedCount: sql<number>`count(${ratings.decidedLevel})`,
    })
    .from(cycles)
    .leftJoin(ratings, and(eq(ratings.cycleId, cycles.id), eq(ratings.kind, 'member')))
    .where(eq(cycles.quarter, 0))
    .groupBy(cycles.id)
    .orderBy(asc(cycles.year))
    .all();
  return { cycles: rows };
}

/** Oldest first. */
export function listCapRules(db: ReadHandle): DatedCapRule[] {
  return db.select().from(capRules).orderBy(asc(capRules.validFrom), asc(capRules.id)).all();
}

export function updateCapRule(db: WriteHandle, input: MethodParsedInput<'capRules.update'>) {
  const before = listCapRules(db).find((rule) => rule.id === input.id);
  if (!before) throw new AppError('NOT_FOUND');
  if (before.version !== input.version) throw new AppError('STALE_VERSION');
  const after = { ...before, ...input, version: input.version + 1 };
  db.update(capRules).set(after).where(eq(capRules.id, input.id)).run();
  return { value: after, audit: { entity: 'capRule', entityId: input.id, detail: { before, after } } };
}
