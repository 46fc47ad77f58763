import { randomBytes } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getTableColumns } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { currentSchemaVersion, migrate } from '../../db/connection/migrate.ts';
import { openConnection } from '../../db/connection/open.ts';
import * as schema from '../../db/connection/schema.ts';
import * as cycleSchema from '../../db/connection/schema-cycle.ts';
import { AppError } from '../../db/contract/errors.ts';
import { runWrite } from '../../db/service/transaction.ts';
import { temporaryFolder } from '../helpers/office.ts';

const context = {
  actor: { userId: 1, username: 'quantri', displayName: 'Thử', role: 'administrator' as const },
  method: 'test.write',
  at: '2026-11-22T00:00:00.000Z',
};

function create(file = join(temporaryFolder(), 'tuduong.db'), key = randomBytes(32)) {
  const connection = openConnection(file, key, 'create');
  onTestFinished(() => connection.close());
  return { file, key, connection };
}

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'done';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};

const addUnit = (name: string) => (db: Parameters<Parameters<typeof runWrite>[2]>[0]) => {
  const columns = { name, kind: 'partyCell', nameSearchKey: name, nameSortKey: name } as const;
  db.insert(schema.organizations).values(columns).run();
  return { value: name, audit: { entity: 'organization', entityId: 1, detail: {} } };
};

describe('schema', () => {
  it('starts from empty and stands at the current version with safe settings', () => {
    const { connection } = create();
    const driver = connection.writerDriver;
    expect(driver.pragma('user_version', { simple: true })).toBe(currentSchemaVersion);
    expect(driver.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(driver.pragma('synchronous', { simple: true })).toBe(2);
    expect(driver.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(driver.pragma('integrity_check', { simple: true })).toBe('ok');
    const tables = driver
      .prepare(
        "select name, strict from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite%'",
      )
      .all();
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.filter((table) => (table as { strict: number }).strict !== 1)).toEqual([]);
  });

  it('is what the query builder believes it is, column by column', () => {
    const { connection } = create();
    const tables = [...Object.values(schema), ...Object.values(cycleSchema)].filter(
      (table) => table instanceof SQLiteTable,
    );
    expect(tables.length).toBeGreaterThan(10);
    for (const table of tables) {
      const columns = Object.values(getTableColumns(table));
      const name = (table as unknown as Record<symbol, string>)[Symbol.for('drizzle:Name')];
      const real = connection.writerDriver.pragma(`table_info(${name})`) as {
        name: string;
        type: string;
        notnull: number;
        pk: number;
      }[];
      expect(
        columns.map((column) => [column.name, column.getSQLType(), column.notNull]).sort(),
        name,
      ).toEqual(
        real
          .map((column) => [column.name, column.type.toLowerCase(), column.notnull === 1 || column.pk === 1])
          .sort(),
      );
    }
  });

  it('refuses a database of a newer program without touching it', () => {
    const { file, key, connection } = create();
    connection.writerDriver.pragma('user_version=999');
    connection.close();
    const before = readFileSync(file);
    expect(codeOf(() => openConnection(file, key))).toBe('DATABASE_NEWER');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('does not open with another key, and does not change the file', () => {
    const { file, connection } = create();
    connection.close();
    const before = readFileSync(file);
    expect(codeOf(() => openConnection(file, randomBytes(32)))).toBe('DATABASE_DAMAGED');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('does not make a database where one is expected', () => {
    expect(codeOf(() => openConnection(join(temporaryFolder(), 'không có.db'), randomBytes(32)))).toBe(
      'DATABASE_DAMAGED',
    );
  });

  it('keeps a failed migration out whole', () => {
    const { connection } = create();
    const driver = connection.writerDriver;
    driver.pragma('user_version=0');
    expect(() => migrate(driver)).toThrow(/already exists/);
    expect(driver.pragma('user_version', { simple: true })).toBe(0);
    expect(driver.inTransaction).toBe(false);
  });
});

describe('a write', () => {
  it('and its audit row come together or not at all', () => {
    const { connection } = create();
    runWrite(connection, context, addUnit('Một'));
    expect(() =>
      runWrite(connection, context, (db) => {
        addUnit('Hai')(db);
        throw new Error('half way');
      }),
    ).toThrow('half way');
    expect(
      connection.reader
        .select()
        .from(schema.organizations)
        .all()
        .map((row) => row.name),
    ).toEqual(['Một']);
    expect(connection.reader.select().from(schema.audit).all()).toMatchObject([
      { method: 'test.write', userId: 1 },
    ]);
  });

  it('on a full disk says so, and what was there stays', () => {
    const { connection } = create();
    runWrite(connection, context, addUnit('Một'));
    const pages = Number(connection.writerDriver.pragma('page_count', { simple: true }));
    connection.writerDriver.pragma(`max_page_count=${pages}`);
    const big = addUnit('x'.repeat(50_000));
    expect(codeOf(() => runWrite(connection, context, big))).toBe('DISK_FULL');
    expect(
      connection.reader
        .select()
        .from(schema.organizations)
        .all()
        .map((row) => row.name),
    ).toEqual(['Một']);
    connection.writerDriver.pragma('max_page_count=1000000');
    expect(codeOf(() => runWrite(connection, context, addUnit('Hai')))).toBe('done');
  });

  it('never changes or deletes an audit row', () => {
    const { connection } = create();
    runWrite(connection, context, addUnit('Một'));
    expect(() => connection.writerDriver.exec("update audit set method = 'khác'")).toThrow(/never changed/);
    expect(() => connection.writerDriver.exec('delete from audit')).toThrow(/never deleted/);
  });

  it('cannot be made through the read handle', () => {
    const { connection } = create();
    expect(() =>
      connection.reader.get('insert into cycles (year, counted_on) values (2024, 1) returning id' as never),
    ).toThrow(/readonly/);
  });

  it('survives a copy of the file and its WAL, as a power cut leaves them', () => {
    const { file, key, connection } = create();
    runWrite(connection, context, addUnit('Một'));
    const copy = join(temporaryFolder(), 'bản sao.db');
    copyFileSync(file, copy);
    copyFileSync(`${file}-wal`, `${copy}-wal`);
    const opened = openConnection(copy, key);
    onTestFinished(() => opened.close());
    expect(opened.reader.select().from(schema.organizations).all()).toHaveLength(1);
  });
});
