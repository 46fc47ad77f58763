import { and, eq, sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { importRows } from '../connection/schema.ts';

interface ForeignKey {
  table: string;
  column: string;
}

/** Columns that refer to a table: SQLite itself says which, so that a later table is not forgotten. */
const foreignKeysTo = (db: ReadHandle, table: string, but: readonly string[]): ForeignKey[] =>
  db
    .all<ForeignKey>(sql`
      select t.name as "table", k."from" as "column"
      from sqlite_schema t join pragma_foreign_key_list(t.name) k
      where t.type = 'table' and k."table" = ${table}`)
    .filter((key) => !but.includes(key.table));

/**
 * How many rows refer to a row, in whatever table. An import that wrote the row counts, too. Tables in `but` are left out.
 */
export function referencesTo(
  db: ReadHandle,
  target: { table: 'officials' | 'organizations'; entity: 'official' | 'organization'; id: number },
  but: readonly string[] = [],
): number {
  const keys = foreignKeysTo(db, target.table, but);
  const held = keys.map(
    ({ table, column }) =>
      db.get<{ count: number }>(sql`select count(*) as count from ${sql.identifier(table)}
        where ${sql.identifier(column)} = ${target.id}`).count,
  );
  const imported = db
    .select({ count: sql<number>`count(*)` })
    .from(importRows)
    .where(and(eq(importRows.entity, target.entity), eq(importRows.entityId, target.id)))
    .get();
  return held.reduce((sum, count) => sum + count, imported?.count ?? 0);
}

/** Which of many rows of a table other tables refer to. `ids` is a query of one column; tables in `but` are left out. */
export function referredTo(
  db: ReadHandle,
  table: string,
  ids: ReturnType<typeof sql>,
  but: readonly string[] = [],
): Set<number> {
  const found = new Set<number>();
  for (const key of foreignKeysTo(db, table, but)) {
    const column = sql.identifier(key.column);
    const rows = db.all<{ id: number }>(
      sql`select distinct ${column} as id from ${sql.identifier(key.table)} where ${column} in (${ids})`,
    );
    for (const { id } of rows) found.add(id);
  }
  return found;
}
