import { and, eq, sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { importRows } from '../connection/schema.ts';

interface ForeignKey {
  table: string;
  column: string;
}

/**
 * How many rows refer to a row, in whatever table: SQLite itself says which columns do, so that a later table is
 * not forgotten. An import that wrote the row counts, too. Tables in `but` are left out.
 */
export function referencesTo(
  db: ReadHandle,
  target: { table: 'officials' | 'organizations'; entity: 'official' | 'organization'; id: number },
  but: readonly string[] = [],
): number {
  const keys = db
    .all<ForeignKey>(sql`
      select t.name as "table", k."from" as "column"
      from sqlite_schema t join pragma_foreign_key_list(t.name) k
      where t.type = 'table' and k."table" = ${target.table}`)
    .filter((key) => !but.includes(key.table));
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
