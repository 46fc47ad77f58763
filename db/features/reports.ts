import type { ReadHandle } from '../connection/open.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import type { RatingSummary, RatingSummaryRow } from '../contract/reports.ts';
import { withoutUnitLabel } from '../contract/vi/units.ts';
import { subtreeIds } from '../domain/organizations.ts';
import { countLevels, ratedOf } from '../domain/ratings.ts';
import { allOrganizations } from '../records/organizations.ts';
import { isOutsideRating, type Participant, participantsOf } from '../records/participants.ts';
import { countingDay } from '../records/ratings.ts';

type Figures = Omit<RatingSummaryRow, 'organizationId' | 'organizationName'>;

/** levels + unrated = toRate, toRate + exempt = members: each person falls into exactly one of them. */
function figuresOf(people: readonly Participant[]): Figures {
  const toRate = people.filter((person) => !isOutsideRating(person));
  const counts = countLevels(toRate.map((person) => person.decidedLevel));
  return {
    members: people.length,
    exempt: people.length - toRate.length,
    toRate: toRate.length,
    rated: ratedOf(counts),
    counts,
  };
}

/** Summary table 5a: one row per unit that has people in the year, in tree order; people without a unit last. */
export function ratingSummary(
  db: ReadHandle,
  input: MethodParsedInput<'reports.ratingSummary'>,
): RatingSummary {
  const { people, units } = peopleOf(db, input.year, input.organizationId);
  const byUnit = groupByUnit(people);
  const rows = units
    .filter((unit) => byUnit.has(unit.id))
    .map((unit) => ({
      organizationId: unit.id,
      organizationName: unit.name,
      ...figuresOf(byUnit.get(unit.id) ?? []),
    }));
  const homeless = byUnit.get(null);
  return {
    year: input.year,
    countedOn: countingDay(db, input.year),
    rows: homeless
      ? [...rows, { organizationId: null, organizationName: withoutUnitLabel, ...figuresOf(homeless) }]
      : rows,
    total: figuresOf(people),
  };
}

function groupByUnit(people: readonly Participant[]): Map<number | null, Participant[]> {
  const groups = new Map<number | null, Participant[]>();
  for (const person of people) {
    const group = groups.get(person.organizationId);
    if (group) group.push(person);
    else groups.set(person.organizationId, [person]);
  }
  return groups;
}

function peopleOf(db: ReadHandle, year: number, organizationId: number | null) {
  // Names and places of the units as they were on the day that the year is counted on.
  const units = allOrganizations(db, countingDay(db, year));
  const people = participantsOf(db, year);
  if (organizationId === null) return { people, units };
  const ids = subtreeIds(units, organizationId);
  return {
    people: people.filter((person) => person.organizationId !== null && ids.has(person.organizationId)),
    units,
  };
}
