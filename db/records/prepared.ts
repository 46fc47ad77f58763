import { getTableColumns, type Placeholder, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';

/** Statements prepared once per connection: building a query costs more than running it when thousands are run. */
export function preparedOnce<T, Handle extends ReadHandle = WriteHandle>(
  prepare: (db: Handle) => T,
): (db: Handle) => T {
  const cache = new WeakMap<Handle, T>();
  return (db) => {
    let statements = cache.get(db);
    if (statements === undefined) {
      statements = prepare(db);
      cache.set(db, statements);
    }
    return statements;
  };
}

/** A placeholder for every column but the id; the cast is safe because the keys are the table's own column list. */
export const placeholders = <T extends SQLiteTable>(table: T) =>
  Object.fromEntries(
    Object.keys(getTableColumns(table))
      .filter((name) => name !== 'id')
      .map((name) => [name, sql.placeholder(name)]),
  ) as { [K in Exclude<keyof T['$inferInsert'], 'id'>]-?: Placeholder };
