import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { databaseFile, keyFilePath } from '../../db/auth/data-folder.ts';
import { readKeyFile } from '../../db/auth/key-file.ts';
import { openKeySlot } from '../../db/auth/key-slots.ts';
import { type Connection, openConnection } from '../../db/connection/open.ts';
import { methods } from '../../db/contract/methods.ts';
import type { ReadWorkbook } from '../../db/contract/workbooks.ts';
import { Service } from '../../db/service/service.ts';
import { describe, median } from './figures.ts';

const RUNS = 5;
const PASSWORD = 'mat-khau-do-luong';
/** Parents before children, as the foreign keys ask. */
const records = ['organizations', 'officials', 'memberships', 'posts'];
const origins = ['import_recipes', 'import_batches', 'import_rows'];

interface Commit {
  commitMs: number;
  decideMs: number;
  /** Bare inserts of the people, units and posts alone, and with the rows that say where they came from. */
  bareMs: number;
  bareWithOriginsMs: number;
}

/** The rows that a table has, by column; `table_info` leaves out what SQLite generates itself. */
function rowsOf({ writerDriver }: Connection, table: string, after: number): Record<string, unknown>[] {
  const columns = (writerDriver.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
  const select = writerDriver.prepare(`SELECT ${columns.join(', ')} FROM ${table} WHERE id > ?`);
  return select.all(after) as Record<string, unknown>[];
}

/** The same rows by the driver alone: same encryption, same pragmas, same tables, one transaction. */
function bareInsert(office: Connection, tables: readonly string[]): number {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tuduong-bench-'));
  const bare = openConnection(path.join(folder, 'bare.db'), randomBytes(32), 'create');
  // The office's own unit and its founder are there before an import.
  for (const table of ['users', 'organizations'])
    for (const row of rowsOf(office, table, 0).slice(0, 1)) insertInto(bare, table, row).run(row);
  const sources = tables.map((table) => ({
    table,
    rows: rowsOf(office, table, table === 'organizations' ? 1 : 0),
  }));
  const begun = performance.now();
  bare.writerDriver
    .transaction(() => {
      for (const { table, rows } of sources) {
        const [first] = rows;
        if (first === undefined) continue;
        const statement = insertInto(bare, table, first);
        for (const row of rows) statement.run(row);
      }
    })
    .immediate();
  const ms = performance.now() - begun;
  bare.close();
  rmSync(folder, { recursive: true, force: true });
  return ms;
}

const insertInto = ({ writerDriver }: Connection, table: string, row: Record<string, unknown>) => {
  const columns = Object.keys(row);
  return writerDriver.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
  );
};

async function oneCommit(workbook: ReadWorkbook): Promise<Commit> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tuduong-bench-'));
  const service = new Service(folder);
  const opened = await service.call(null, 'office.create', { officeName: 'Bench', password: PASSWORD });
  const { token } = methods['office.create'].output.parse(opened);
  const staged = methods['imports.stage'].output.parse(
    await service.call(token, 'imports.stage', { workbook }),
  );
  const preview = methods['imports.preview'].output.parse(
    await service.call(token, 'imports.preview', {
      stageId: staged.stageId,
      sheet: staged.sheets[0]?.name ?? '',
      kind: 'officials',
    }),
  );
  const { previewId } = preview;
  await service.call(token, 'imports.decide', { previewId, decision: { type: 'confirm', rows: 'all' } });
  const beforeDecision = performance.now();
  await service.call(token, 'imports.decide', {
    previewId,
    decision: { type: 'cell', row: 5000, field: 'hometown', text: 'xã Mới' },
  });
  const begun = performance.now();
  await service.call(token, 'imports.commit', { previewId });
  const commitMs = performance.now() - begun;
  await service.close();
  const [slot] = readKeyFile(keyFilePath(folder)).slots;
  if (!slot) throw new Error('no key slot');
  const office = openConnection(databaseFile(folder), await openKeySlot(slot, PASSWORD));
  const figures = {
    commitMs,
    decideMs: begun - beforeDecision,
    bareMs: bareInsert(office, records),
    bareWithOriginsMs: bareInsert(office, [...records, ...origins]),
  };
  office.close();
  rmSync(folder, { recursive: true, force: true });
  return figures;
}

/** Commit of the sheet against the driver's own inserts of what it wrote, and a decision over its preview. */
export async function benchCommit(workbook: ReadWorkbook): Promise<void> {
  await oneCommit(workbook);
  const runs: Commit[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await oneCommit(workbook));
  const of = (figure: keyof Commit) => runs.map((run) => run[figure]);
  const ratio = (theirs: keyof Commit) => `${(median(of('commitMs')) / median(of(theirs))).toFixed(2)} x`;
  console.log('\nCommit');
  console.log(`  commit of the preview                            ${describe(of('commitMs'), 'ms')}`);
  console.log(`  bare inserts of people, units, posts             ${describe(of('bareMs'), 'ms')}`);
  console.log(
    `  bare inserts with each row's origin              ${describe(of('bareWithOriginsMs'), 'ms')}`,
  );
  console.log(`  ratio, with each row's origin                    ${ratio('bareWithOriginsMs')}   goal 3.00`);
  console.log(`  ratio, people, units and posts only              ${ratio('bareMs')}`);
  console.log(
    `  one cell mended: the preview made again          ${describe(of('decideMs'), 'ms')}   goal 200`,
  );
}
