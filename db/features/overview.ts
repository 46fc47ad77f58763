import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { cycles, importBatches, officials, ratings } from '../connection/schema.ts';
import { outcomeCounts } from '../contract/imports.ts';
import type { Overview } from '../contract/reports.ts';
import { dayOf } from '../domain/dates.ts';
import { emptyCounts, type RatingLevel } from '../domain/ratings.ts';
import { readOffice } from '../records/office.ts';
import { organizationsOn } from '../records/organizations.ts';

/** The first page: how many people and units, the decided levels of each year, the last import. */
export function getOverview(db: ReadHandle): Overview {
  const people = db.select({ count: sql<number>`count(*)` }).from(officials).get();
  const last = db
    .select()
    .from(importBatches)
    .where(isNull(importBatches.undoneAt))
    .orderBy(desc(importBatches.id))
    .limit(1)
    .get();
  const counts = last ? outcomeCounts.parse(JSON.parse(last.counts)) : null;
  return {
    officeName: readOffice(db).name,
    officials: people?.count ?? 0,
    organizations: organizationsOn(db, dayOf(new Date())).length,
    years: levelsPerYear(db),
    lastImport:
      last && counts
        ? { fileName: last.fileName, at: last.committedAt, rows: counts.new + counts.changed }
        : null,
  };
}

/** Newest year first. Only people with a rating row: who is still missing is the grid's and the report's matter. */
function levelsPerYear(db: ReadHandle): Overview['years'] {
  const rows = db
    .select({ year: cycles.year, level: ratings.decidedLevel, count: sql<number>`count(*)` })
    .from(cycles)
    .innerJoin(ratings, eq(ratings.cycleId, cycles.id))
    .where(and(eq(cycles.quarter, 0), eq(ratings.kind, 'member')))
    .groupBy(cycles.year, ratings.decidedLevel)
    .orderBy(desc(cycles.year))
    .all();
  const years = new Map<number, Record<RatingLevel | 'unrated', number>>();
  for (const row of rows) {
    const counts = years.get(row.year) ?? emptyCounts();
    counts[row.level ?? 'unrated'] = row.count;
    years.set(row.year, counts);
  }
  return [...years].map(([year, counts]) => ({ year, counts }));
}
