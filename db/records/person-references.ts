import { type SQL, sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';

/**
 * Which rows belong to a person, as the database itself knows it by its foreign keys: a table that comes later is
 * moved, compared and undone with the others without a word here.
 */
export interface Reference {
  table: string;
  column: string;
}

export const referencesTo = (db: ReadHandle, table: string): Reference[] =>
  db.all<Reference>(sql`
    select m.name as "table", f."from" as "column" from sqlite_schema m join pragma_foreign_key_list(m.name) f
    where m.type = 'table' and f."table" = ${table} order by m.name, f."from"`);

/** The table and all whose rows hang on it, directly or by others: what a merge of two of its rows may change. */
export function tablesHangingOn(db: ReadHandle, table: string): string[] {
  const found = new Set([table]);
  for (const each of found) for (const reference of referencesTo(db, each)) found.add(reference.table);
  return [...found];
}

const columnsOf = (db: ReadHandle, table: string): string[] =>
  db.all<{ name: string }>(sql`select name from pragma_table_info(${table})`).map(({ name }) => name);

const name = (text: string): SQL => sql`${sql.identifier(text)}`;

export const countRows = (db: ReadHandle, { table, column }: Reference, id: number): number =>
  db.get<{ count: number }>(sql`select count(*) as count from ${name(table)} where ${name(column)} = ${id}`)
    ?.count ?? 0;

/** Rows of the two that a unique index does not let stand together once they are of one. */
export function collidingRows(
  db: ReadHandle,
  { table, column }: Reference,
  keptId: number,
  removedId: number,
): Array<{ kept: number; removed: number }> {
  const indexes = db.all<{ name: string }>(
    sql`select name from pragma_index_list(${table}) where "unique" = 1`,
  );
  const pairs = indexes.flatMap((index) => {
    const columns = db
      .all<{ name: string }>(sql`select name from pragma_index_info(${index.name})`)
      .map((each) => each.name);
    if (!columns.includes(column)) return [];
    const others = columns
      .filter((each) => each !== column)
      .map((each) => sql` and a.${name(each)} = b.${name(each)}`);
    return db.all<{ kept: number; removed: number }>(sql`
      select a.id as kept, b.id as removed from ${name(table)} a join ${name(table)} b
      where a.${name(column)} = ${keptId} and b.${name(column)} = ${removedId}${sql.join(others, sql``)}`);
  });
  return pairs.filter(
    (pair, at) => pairs.findIndex((each) => each.removed === pair.removed && each.kept === pair.kept) === at,
  );
}

/** Rows of the removed one that say exactly what a row of the kept one says, with nothing hanging on them. */
export function repeatedRows(
  db: ReadHandle,
  { table, column }: Reference,
  keptId: number,
  removedId: number,
): number[] {
  if (referencesTo(db, table).length > 0) return [];
  const content = columnsOf(db, table)
    .filter((each) => !['id', 'version', column].includes(each))
    .map((each) => sql` and a.${name(each)} is b.${name(each)}`);
  return db
    .all<{ id: number }>(sql`
      select distinct b.id from ${name(table)} a join ${name(table)} b
      where a.${name(column)} = ${keptId} and b.${name(column)} = ${removedId}${sql.join(content, sql``)}`)
    .map((row) => row.id);
}

/** Gives all rows of one to another; a row with a version gets a new one. */
export function moveRows(db: WriteHandle, { table, column }: Reference, fromId: number, toId: number): void {
  const version = columnsOf(db, table).includes('version') ? sql`, version = version + 1` : sql``;
  db.run(
    sql`update ${name(table)} set ${name(column)} = ${toId}${version} where ${name(column)} = ${fromId}`,
  );
}

/** Removes a row with everything that hangs on it. */
export function removeRow(db: WriteHandle, table: string, id: number): void {
  for (const reference of referencesTo(db, table)) {
    const hanging = db.all<{ id: number }>(
      sql`select id from ${name(reference.table)} where ${name(reference.column)} = ${id}`,
    );
    for (const row of hanging) removeRow(db, reference.table, row.id);
  }
  db.run(sql`delete from ${name(table)} where id = ${id}`);
}
