import { sql } from 'drizzle-orm';
import { changedPeopleOf, type ReadHandle } from '../connection/open.ts';
import { dataVersionOf } from './data-state.ts';

/** Some megabytes with 100,000 people. */
const MOST_KEPT = 8;

/** Since when a value stands. */
interface Moment {
  state: string;
  /** What other connections wrote, and the place in the notes of what this office's write handle did. */
  others: unknown;
  place: number;
}
const keptOf = new WeakMap<ReadHandle, Map<string, { value: unknown; at: Moment }>>();

/**
 * What was read of the people of the database, their memberships, posts and units, kept in memory until a record
 * changes: `data_version` tells what other connections wrote, the state of the records what this one did. Not for a
 * transaction that reads what it wrote itself.
 * @param name of what is kept, the same for the same `read` and `mend` only
 * @param mend puts the value right after these people changed, came or went; null: it is read anew. The value it is
 *   given is not changed, as others may still hold it.
 */
export function keptForState<T>(
  db: ReadHandle,
  name: string,
  read: () => T,
  mend: (before: T, changed: ReadonlySet<number>) => T | null,
): T {
  const at = momentOf(db);
  const values = keptOf.get(db) ?? new Map<string, { value: unknown; at: Moment }>();
  keptOf.set(db, values);
  const before = values.get(name);
  // The name stands for one way of reading, so the value is what that way gave before.
  const value = (before && mended(db, before as { value: T; at: Moment }, at, mend)) ?? read();
  values.delete(name);
  values.set(name, { value, at });
  for (const oldest of values.keys()) {
    if (values.size <= MOST_KEPT) break;
    values.delete(oldest);
  }
  return value;
}

/** Whether something of that name is kept, of this state of the records or an earlier one. */
export const isKept = (db: ReadHandle, name: string): boolean => keptOf.get(db)?.has(name) ?? false;

function momentOf(db: ReadHandle): Moment {
  const { data_version: version } = db.get<{ data_version: number }>(sql`pragma data_version`);
  const changes = changedPeopleOf(db);
  return { state: `${version} ${dataVersionOf(db)}`, others: changes?.others, place: changes?.place ?? 0 };
}

function mended<T>(
  db: ReadHandle,
  kept: { value: T; at: Moment },
  now: Moment,
  mend: (before: T, changed: ReadonlySet<number>) => T | null,
): T | null {
  if (kept.at.state === now.state) return kept.value;
  const changed = kept.at.others === now.others ? changedPeopleOf(db)?.since(kept.at.place) : undefined;
  if (!changed) return null;
  return changed.size === 0 ? kept.value : mend(kept.value, changed);
}
