import { sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { dataVersionOf } from './data-state.ts';

/** Some megabytes with 100,000 people. */
const MOST_KEPT = 8;

interface Kept {
  state: string;
  values: Map<string, unknown>;
}
const keptOf = new WeakMap<ReadHandle, Kept>();

/**
 * What was read from the database, kept in memory until a record changes: `data_version` tells what other connections
 * wrote, the state of the records what this one did. Not for a transaction that reads what it wrote itself.
 * @param name of what is kept, the same for the same `read` only
 */
export function keptForState<T>(db: ReadHandle, name: string, read: () => T): T {
  const { data_version: version } = db.get<{ data_version: number }>(sql`pragma data_version`);
  const state = `${version} ${dataVersionOf(db)}`;
  let kept = keptOf.get(db);
  if (kept?.state !== state) {
    kept = { state, values: new Map() };
    keptOf.set(db, kept);
  }
  const { values } = kept;
  // The name stands for one way of reading, so the value is what that way gave before.
  const value = values.has(name) ? (values.get(name) as T) : read();
  values.delete(name);
  values.set(name, value);
  for (const oldest of values.keys()) {
    if (values.size <= MOST_KEPT) break;
    values.delete(oldest);
  }
  return value;
}
