import { and, desc, eq, exists } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { cycles, ratings } from '../connection/schema.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import type { Overview, RatingSummary } from '../contract/reports.ts';
import { emptyCounts, ratingLevels } from '../domain/ratings.ts';
import { type Counts, countOf } from '../domain/summaries.ts';
import { decidedLevels, isOutsideRating, undecidedPeople } from '../records/participants.ts';
import { unitOfKey } from './summary-scope.ts';
import { summaryTable } from './summary-tables.ts';

/** Table 5a of a whole year without options, as the first reports asked for it. */
export const plain5a = ({ year, organizationId }: MethodParsedInput<'reports.ratingSummary'>) => ({
  table: '5a' as const,
  year,
  quarter: 0,
  organizationId,
  days: null,
  groups: [],
  compare: false,
  against: 'periodBefore' as const,
});

const levelsOf = (counts: Counts): RatingSummary['total']['counts'] => {
  const levels = emptyCounts();
  for (const level of [...ratingLevels, 'unrated'] as const) levels[level] = countOf(counts, level);
  return levels;
};

const figuresOf = (counts: Counts): RatingSummary['total'] => ({
  members: countOf(counts, 'members'),
  exempt: countOf(counts, 'exempt'),
  toRate: countOf(counts, 'toRate'),
  rated: countOf(counts, 'rated'),
  counts: levelsOf(counts),
});

/** Table 5a of a whole year as plain figures: one row per unit that has people, those without a unit last. */
export function ratingSummary(
  db: ReadHandle,
  input: MethodParsedInput<'reports.ratingSummary'>,
): RatingSummary {
  const table = summaryTable(db, plain5a(input));
  return {
    year: table.year,
    countedOn: table.countedOn,
    rows: table.rows.map(({ key, name, counts }) => ({
      organizationId: unitOfKey(key),
      organizationName: name,
      ...figuresOf(counts),
    })),
    total: figuresOf(table.total.counts),
  };
}

/** The levels of each year that has ratings, as the total of its table 5a counts them; newest year first. */
export function levelsOfYears(db: ReadHandle): Overview['years'] {
  const rated = db
    .select({ id: ratings.id })
    .from(ratings)
    .where(and(eq(ratings.cycleId, cycles.id), eq(ratings.kind, 'member')));
  const years = db
    .select({ id: cycles.id, year: cycles.year })
    .from(cycles)
    .where(and(eq(cycles.quarter, 0), exists(rated)))
    .orderBy(desc(cycles.year))
    .all();
  return years.map(({ id, year }) => {
    const counts = emptyCounts();
    // Counted in groups: the first page of the program does not wait for everyone of every year.
    for (const { level, count } of decidedLevels(db, id)) counts[level] = count;
    for (const { participationStatus, count } of undecidedPeople(db, year))
      if (!isOutsideRating({ participationStatus, decidedLevel: null })) counts.unrated += count;
    return { year, counts };
  });
}
