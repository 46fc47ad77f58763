import { desc, isNull, sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { importBatches, officials } from '../connection/schema.ts';
import { outcomeCounts } from '../contract/imports.ts';
import type { Overview } from '../contract/reports.ts';
import { dayOf } from '../domain/dates.ts';
import { readOffice } from '../records/office.ts';
import { organizationsOn } from '../records/organizations.ts';

/** The first page: how many people and units, and the last import. The levels of the years come from the summaries. */
export function getOverview(db: ReadHandle): Omit<Overview, 'years'> {
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
    lastImport:
      last && counts
        ? { fileName: last.fileName, at: last.committedAt, rows: counts.new + counts.changed }
        : null,
  };
}
