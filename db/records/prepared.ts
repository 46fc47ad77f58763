import { getTableColumns, type Placeholder, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { WriteHandle } from '../connection/open.ts';

/** Statements prepared once per connection: building a query costs more than running it when thousands are written. */
export function preparedOnce<T>(prepare: (db: WriteHandle) => T): (db: WriteHandle) => T {
  const cache = new WeakMap<WriteHandle, T>();
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
