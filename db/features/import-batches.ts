import { asc, count, desc, eq, sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import {
  cycles,
  importBatches,
  importRows,
  officials,
  organizations,
  ratings,
  users,
} from '../connection/schema.ts';
import { pledges } from '../connection/schema-cycle.ts';
import { AppError } from '../contract/errors.ts';
import type { BatchRow } from '../contract/import-batches.ts';
import { importDecisions, noDecisions } from '../contract/import-decisions.ts';
import { type ImportBatch, outcomeCounts } from '../contract/imports.ts';
import type { MethodOutput, MethodParsedInput } from '../contract/methods.ts';

/** All batches, the latest first. */
export function listBatches(db: ReadHandle): { batches: ImportBatch[] } {
  const rows = db
    .select({ batch: importBatches, by: users.displayName })
    .from(importBatches)
    .innerJoin(users, eq(users.id, importBatches.userId))
    .orderBy(desc(importBatches.id))
    .all();
  return {
    batches: rows.map(({ batch, by }) => ({
      id: batch.id,
      kind: batch.kind,
      year: batch.year,
      fileName: batch.fileName,
      sheetName: batch.sheetName,
      at: batch.committedAt,
      by,
      counts: outcomeCounts.parse(JSON.parse(batch.counts)),
      undoneAt: batch.undoneAt,
      keptRows: batch.keptRows,
    })),
  };
}

/** What was decided in a batch. @throws AppError NOT_FOUND */
export function getBatch(db: ReadHandle, batchId: number): MethodOutput<'imports.batch'> {
  const batch = db.select().from(importBatches).where(eq(importBatches.id, batchId)).get();
  if (!batch) throw new AppError('NOT_FOUND');
  const rows = db.select({ records: count() }).from(importRows).where(eq(importRows.batchId, batchId)).get();
  return {
    batchId,
    fileSha256: batch.fileSha256,
    decisions: importDecisions.parse({ ...noDecisions, ...(JSON.parse(batch.decisions) as object) }),
    records: rows?.records ?? 0,
  };
}

/** The records that a batch made or changed, in the order of the sheet, with where they are now. */
export function batchRows(
  db: ReadHandle,
  { batchId, offset, limit }: MethodParsedInput<'imports.batchRows'>,
): MethodOutput<'imports.batchRows'> {
  const { records } = getBatch(db, batchId);
  const name = sql<string>`coalesce(case ${importRows.entity}
    when 'official' then (select o.full_name from ${officials} o where o.id = ${importRows.entityId})
    when 'rating' then (select o.full_name from ${ratings} r join ${officials} o on o.id = r.official_id
      where r.id = ${importRows.entityId})
    when 'pledge' then (select o.full_name from ${pledges} p join ${officials} o on o.id = p.official_id
      where p.id = ${importRows.entityId})
    when 'declaredPledge' then (select g.name from declared_pledges d join ${organizations} g
      on g.id = d.organization_id where d.id = ${importRows.entityId})
    when 'organization' then (select g.name from ${organizations} g where g.id = ${importRows.entityId})
    when 'remediationTask' then (select t.measure from remediation_tasks t where t.id = ${importRows.entityId})
    when 'cycle' then (select c.year from ${cycles} c where c.id = ${importRows.entityId}) end, '')`;
  const rows = db
    .select({ row: importRows, name })
    .from(importRows)
    .where(eq(importRows.batchId, batchId))
    .orderBy(asc(importRows.id))
    .limit(limit)
    .offset(offset)
    .all();
  return {
    total: records,
    rows: rows.map(
      ({ row, name: shown }): BatchRow => ({
        row: row.sheetRow,
        entity: row.entity,
        entityId: row.entityId,
        added: row.before === null,
        name: String(shown),
        kept: row.kept === 1,
      }),
    ),
  };
}
