import { and, asc, eq, sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { cycles, memberships, ratings } from '../connection/schema.ts';
import { AppError } from '../contract/errors.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import type { Cycle, RatingGrid, RatingRow } from '../contract/ratings.ts';
import { ruleName } from '../contract/vi/rule-names.ts';
import type { RatingKind } from '../domain/cycle.ts';
import { subtreeIds } from '../domain/organizations.ts';
import type { Role } from '../domain/people.ts';
import type { RatingFacts } from '../domain/rating-facts.ts';
import { countLevels } from '../domain/ratings.ts';
import { bucketsOf, type CapPlaces, capPlaces, shownRule } from '../records/caps.ts';
import { changeRating } from '../records/change-rating.ts';
import { allOrganizations, type OrganizationRow } from '../records/organizations.ts';
import {
  type GridKind,
  type Participant,
  participantsOf,
  ratedGroups,
  takenOutOf,
} from '../records/participants.ts';
import { type QuartersOfYear, quartersOfPeople } from '../records/quarter-levels.ts';
import { factsOfPeople } from '../records/rating-subjects.ts';
import {
  cycleToRate,
  decisionOfYear,
  markOf,
  ofCycle,
  type RatingYear,
  ratingYear,
  subjectYear,
} from '../records/rating-year.ts';
import { emptyRatingValues } from '../records/ratings.ts';
import { keepPack } from '../records/rule-packs.ts';

/** Who asks: conditions name disciplines, which are for those who keep the book (not for a reading leader). */
interface Asker {
  role: Role;
  userId: number;
}

/** The people of a year in a unit and the units under it (or all), with counts per level and the cap. */
export function ratingGrid(
  db: ReadHandle,
  input: MethodParsedInput<'ratings.grid'>,
  { role }: Pick<Asker, 'role'>,
): RatingGrid {
  const { year, kind, organizationId } = input;
  const at = ratingYear(db, input);
  const units = allOrganizations(db, at.countedOn);
  const only = organizationId === null ? {} : { organizationIds: subtreeIds(units, organizationId) };
  const people = inUnitOrder(participantsOf(db, year, { ...ofCycle(at), kind, ...only }), units);
  const facts = role === 'leader' ? null : factsOfPeople(db, subjectYear(at), kind, people);
  const places = capPlaces(db, at.countedOn, units);
  const names = namesOf(units);
  const quarters = quartersOf(db, at, kind, people);
  const rows = people.map((person) => toRow(person, { at, places, names, facts, quarters }));
  const groups = new Map(
    bucketsOf(places, ratedGroups(db, year, { ...ofCycle(at), kind })).map((bucket) => {
      const group = places.groupOf(bucket);
      return [group.key, group];
    }),
  );
  // In the order of the rows.
  const shown = new Set(rows.flatMap((row) => row.capKey ?? []));
  return {
    year,
    rule: at.pack === null ? '' : ruleName(at.pack.rule),
    quarters: quarters.quarters,
    rows,
    counts: countLevels(people.map((person) => person.decidedLevel)),
    caps: { rule: shownRule(places.rule), groups: [...shown].flatMap((key) => groups.get(key) ?? []) },
    decision: decisionOfYear(at),
  };
}

interface RowContext {
  at: RatingYear;
  places: CapPlaces;
  names: ReadonlyMap<number | null, string>;
  facts: ReadonlyMap<number, RatingFacts> | null;
  quarters: Pick<QuartersOfYear, 'levelsOf'>;
}

const quartersOf = (db: ReadHandle, at: RatingYear, kind: GridKind, people: readonly Participant[]) =>
  quartersOfPeople(
    db,
    at,
    kind,
    people.map(({ officialId }) => officialId),
  );

function toRow(person: Participant, { at, places, names, facts, quarters }: RowContext): RatingRow {
  const { officialId, ratingId, version, fullName, birthDate, post, organizationId } = person;
  const { selfLevel, proposedLevel, decidedLevel, unratedReason, note } = person;
  return {
    officialId,
    ratingId,
    version,
    fullName,
    birthDate,
    post,
    organizationId,
    organizationName: names.get(organizationId) ?? '',
    selfLevel,
    proposedLevel,
    decidedLevel,
    unratedReason,
    note,
    quarterLevels: quarters.levelsOf(String(officialId)),
    capKey: places.keyOf(person),
    mark: markOf(at.pack, facts?.get(officialId)),
  };
}

const namesOf = (units: readonly OrganizationRow[]): Map<number | null, string> =>
  new Map(units.map((unit) => [unit.id, unit.name]));

/** Units in tree order, people without a unit last; inside a unit the order of names that they come in. */
function inUnitOrder(people: Participant[], units: readonly OrganizationRow[]): Participant[] {
  const position = new Map<number | null, number>(units.map((unit, index) => [unit.id, index]));
  const of = (person: Participant) => position.get(person.organizationId) ?? units.length;
  return people.sort((a, b) => of(a) - of(b));
}

/**
 * Sets one of the three levels, the reason or the note of one person in a year; opens the year's cycle when needed.
 * @throws AppError what `changeRating` refuses
 */
export function setRating(
  db: WriteHandle,
  input: MethodParsedInput<'ratings.set'>,
  { actor, at }: { actor: Asker; at: string },
) {
  const { year, quarter, officialId, kind, version, change, decision } = input;
  const cycle = cycleToRate(db, input);
  const pack = keepPack(db, cycle);
  const context = rowContext(db, { year, quarter, cycle, countedOn: cycle.countedOn, pack });
  const person = personOf(db, context.at, officialId, kind);
  const organizationId = unitOf(db, person, officialId);
  const of = { is: 'person', officialId, kind, organizationId } as const;
  const facts = () => (kind === 'staff' ? null : factsOf(db, context.at, kind, person));
  const { id, given, before } = changeRating(
    db,
    { of, version, cycle, pack, change, decision, facts, group: () => facts()?.subject ?? null },
    { actor, at },
  );
  return {
    value: answerOf(db, context, { officialId, kind }, person ?? null),
    audit: {
      entity: 'rating',
      entityId: id,
      detail: { year, quarter, officialId, kind, change, given, before },
    },
  };
}

function rowContext(db: ReadHandle, at: RatingYear): Omit<RowContext, 'facts' | 'quarters'> {
  const units = allOrganizations(db, at.countedOn);
  return { at, places: capPlaces(db, at.countedOn, units), names: namesOf(units) };
}

/** Ratings of the agency have no grid: the person stands as a member, with that rating's own values. */
const gridKindOf = (kind: RatingKind): GridKind => (kind === 'leader' ? 'leader' : 'member');

const personOf = (db: ReadHandle, at: RatingYear, officialId: number, kind: RatingKind) =>
  participantsOf(db, at.year, { ...ofCycle(at), kind: gridKindOf(kind), officialId })[0];

const factsOf = (db: ReadHandle, at: RatingYear, kind: GridKind, person: Participant | undefined) =>
  person ? (factsOfPeople(db, subjectYear(at), kind, [person]).get(person.officialId) ?? null) : null;

/** The row before and after, and the person's bucket of the cap as it stands now. */
function answerOf(
  db: ReadHandle,
  context: Omit<RowContext, 'facts' | 'quarters'>,
  { officialId, kind }: { officialId: number; kind: RatingKind },
  before: Participant | null,
) {
  const grid = gridKindOf(kind);
  const person = personOf(db, context.at, officialId, kind);
  if (!person) {
    const { cycle } = context.at;
    const isOut = cycle !== null && takenOutOf(db, cycle.id, grid).has(officialId);
    throw new AppError(isOut ? 'PERSON_TAKEN_OUT' : 'NOT_FOUND');
  }
  const facts = factsOfPeople(db, subjectYear(context.at), grid, [person]);
  const quarters = quartersOf(db, context.at, grid, [person]);
  const row = toRow(person, { ...context, facts, quarters });
  const bucket = bucketsOf(
    context.places,
    ratedGroups(db, context.at.year, { ...ofCycle(context.at), kind: grid }),
  )
    .map(context.places.groupOf)
    .find((group) => group.key === row.capKey);
  const wasEmpty = { ...person, ...emptyRatingValues, organizationId: person.organizationId };
  return {
    row,
    before: toRow(before ?? { ...wasEmpty, ratingId: null, version: 0 }, {
      ...context,
      facts: null,
      quarters,
    }),
    cap: bucket ?? null,
  };
}

/** @throws AppError NOT_FOUND when there is no such person */
function unitOf(db: ReadHandle, person: Participant | undefined, officialId: number): number | null {
  if (person) return person.organizationId;
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
