import type Driver from 'better-sqlite3';
import { AppError } from '../contract/errors.ts';

/** A table's columns by name, as JSON holds them. */
type RowImage = Record<string, string | number | null>;

/** One row that an act changed: null before = it was made, null after = it was removed. */
export interface RowChange {
  table: string;
  id: number;
  before: RowImage | null;
  after: RowImage | null;
}

const imageOf = (columns: readonly string[], row: 'OLD' | 'NEW' | 'x'): string =>
  `json_object(${columns.map((column) => `'${column}', ${row}.${column}`).join(', ')})`;

const columnsOf = (driver: Driver.Database, table: string): string[] =>
  (driver.pragma(`table_info(${table})`) as { name: string }[]).map((column) => column.name);

/**
 * Runs the work and says which rows of the tables it changed, as they were before and are after.
 * SQLite's own triggers do the noting, so that no write can forget to. Needs an open transaction;
 * the tables have an INTEGER PRIMARY KEY named id.
 */
export function noteChanges<T>(
  driver: Driver.Database,
  tables: readonly string[],
  work: () => T,
): { value: T; changes: RowChange[] } {
  driver.exec(
    'CREATE TEMP TABLE noted (seq INTEGER PRIMARY KEY, tbl TEXT, row_id INTEGER, before TEXT, after TEXT)',
  );
  for (const table of tables) {
    const columns = columnsOf(driver, table);
    const note = (id: string, before: string, after: string) =>
      `BEGIN INSERT INTO noted (tbl, row_id, before, after) VALUES ('${table}', ${id}, ${before}, ${after}); END`;
    const [old, now] = [imageOf(columns, 'OLD'), imageOf(columns, 'NEW')];
    driver.exec(`
      CREATE TEMP TRIGGER noted_insert_${table} AFTER INSERT ON main.${table} ${note('NEW.id', 'NULL', now)};
      CREATE TEMP TRIGGER noted_update_${table} AFTER UPDATE ON main.${table} ${note('NEW.id', old, now)};
      CREATE TEMP TRIGGER noted_delete_${table} AFTER DELETE ON main.${table} ${note('OLD.id', old, 'NULL')};`);
  }
  try {
    const value = work();
    return { value, changes: readNoted(driver) };
  } finally {
    for (const table of tables)
      for (const event of ['insert', 'update', 'delete'])
        driver.exec(`DROP TRIGGER temp.noted_${event}_${table}`);
    driver.exec('DROP TABLE temp.noted');
  }
}

/** One change per row: its first image before and its last image after; a row made and removed again is none. */
function readNoted(driver: Driver.Database): RowChange[] {
  const noted = driver.prepare('SELECT tbl, row_id, before, after FROM temp.noted ORDER BY seq').all() as {
    tbl: string;
    row_id: number;
    before: string | null;
    after: string | null;
  }[];
  const rows = new Map<string, { table: string; id: number; before: string | null; after: string | null }>();
  for (const { tbl, row_id, before, after } of noted) {
    const key = `${tbl} ${row_id}`;
    const known = rows.get(key);
    if (known) known.after = after;
    else rows.set(key, { table: tbl, id: row_id, before, after });
  }
  return [...rows.values()]
    .filter((row) => row.before !== row.after)
    .map(({ table, id, before, after }) => ({
      table,
      id,
      before: parseImage(before),
      after: parseImage(after),
    }));
}

// Our own JSON, made by the triggers above from typed columns.
const parseImage = (text: string | null): RowImage | null =>
  text === null ? null : (JSON.parse(text) as RowImage);

/** How often a row was written says nothing about its content. */
const contentOf = (image: RowImage | null): string | null => {
  if (image === null) return null;
  const { version: _version, ...content } = image;
  return JSON.stringify(content);
};

/** Tables whose rows a trigger keeps from being removed while scans hang on them: they are put back in place. */
const tablesWithScans: readonly string[] = ['pledges', 'reviews', 'rating_meetings', 'remediation_tasks'];

/**
 * Puts every row back as it was before. A restored row gets a new version, so that no other session takes an old
 * copy for current. Needs an open transaction.
 * @throws AppError OPERATION_TOUCHED_SINCE when a row is no longer what the act left, or something entered since
 * stands on a row that the act made; nothing is changed then
 */
export function revertChanges(driver: Driver.Database, changes: readonly RowChange[]): void {
  driver.pragma('defer_foreign_keys=ON');
  const current = changes.map((change) => readImage(driver, change));
  // A row that the act removed has left its number free; another row that bears it now is no change of this one.
  const taken = changes.filter((change, index) => change.after === null && current[index] !== null);
  const touched = changes.filter(
    (change, index) =>
      !taken.includes(change) && contentOf(current[index] ?? null) !== contentOf(change.after),
  );
  if (touched.length > 0)
    throw new AppError('OPERATION_TOUCHED_SINCE', { params: { count: touched.length } });
  const staysInPlace = ({ table, before, after }: RowChange) =>
    before !== null && after !== null && tablesWithScans.includes(table);
  // Rows are removed before others come back, so that a unique place is free again.
  for (const change of changes)
    if (!taken.includes(change) && !staysInPlace(change))
      driver.prepare(`DELETE FROM ${change.table} WHERE id = ?`).run(change.id);
  const restored = withFreeIds(driver, changes, taken);
  for (const [index, { table, id, before, after }] of restored.entries()) {
    if (before === null) continue;
    const image = { ...before };
    const version = taken.includes(changes[index] as RowChange) ? undefined : current[index]?.version;
    if (typeof version === 'number') image.version = version + 1;
    const columns = Object.keys(image);
    if (staysInPlace({ table, id, before, after })) {
      const places = columns.filter((column) => column !== 'id').map((column) => `${column} = @${column}`);
      driver.prepare(`UPDATE ${table} SET ${places.join(', ')} WHERE id = @id`).run(image);
      continue;
    }
    driver
      .prepare(
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
      )
      .run(image);
  }
  const held = rowsOnRemoved(driver, changes);
  if (held > 0) throw new AppError('OPERATION_TOUCHED_SINCE', { params: { count: held } });
}

/** How many rows still refer to rows that are gone again; the transaction could not be committed with them. */
function rowsOnRemoved(driver: Driver.Database, changes: readonly RowChange[]): number {
  let held = 0;
  for (const table of new Set(changes.map((change) => change.table))) {
    const removed = changes.flatMap((change) =>
      change.table === table && change.before === null ? change.id : [],
    );
    if (removed.length === 0) continue;
    const references = driver
      .prepare(
        `SELECT m.name AS "table", f."from" AS "column" FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f
          WHERE m.type = 'table' AND f."table" = ?`,
      )
      .all(table) as { table: string; column: string }[];
    for (const { table: from, column } of references)
      held += driver
        .prepare(
          `SELECT count(*) FROM ${from} WHERE ${column} IN (SELECT value FROM json_each(?))
            AND ${column} NOT IN (SELECT id FROM ${table})`,
        )
        .pluck()
        .get(JSON.stringify(removed)) as number;
  }
  return held;
}

/**
 * Gives a row whose number is taken the next free one, also where other restored rows refer to it: nothing else can,
 * as its foreign keys did not let it be removed otherwise.
 */
function withFreeIds(
  driver: Driver.Database,
  changes: readonly RowChange[],
  taken: readonly RowChange[],
): RowChange[] {
  if (taken.length === 0) return [...changes];
  const next = new Map<string, number>();
  const moved = new Map<string, number>();
  for (const { table, id } of taken) {
    // Not below any number that is restored too.
    const highest = Math.max(
      driver.prepare(`SELECT coalesce(max(id), 0) FROM ${table}`).pluck().get() as number,
      ...changes.filter((change) => change.table === table).map((change) => change.id),
    );
    const free = next.get(table) ?? highest + 1;
    next.set(table, free + 1);
    moved.set(`${table} ${id}`, free);
  }
  return changes.map((change) => {
    if (change.before === null) return change;
    const before = { ...change.before };
    const id = moved.get(`${change.table} ${change.id}`);
    if (id !== undefined && taken.includes(change)) before.id = id;
    const keys = driver.pragma(`foreign_key_list(${change.table})`) as { from: string; table: string }[];
    for (const { from, table } of keys) {
      const free = moved.get(`${table} ${before[from]}`);
      if (free !== undefined) before[from] = free;
    }
    return { ...change, before };
  });
}

function readImage(driver: Driver.Database, { table, id }: RowChange): RowImage | null {
  const sql = `SELECT ${imageOf(columnsOf(driver, table), 'x')} AS image FROM ${table} x WHERE x.id = ?`;
  const found = driver.prepare(sql).get(id) as { image: string } | undefined;
  return found ? parseImage(found.image) : null;
}
