import { fork } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { MethodName } from '../../db/contract/method-list.ts';
import { methods } from '../../db/contract/methods.ts';
import { readInProcess } from '../../db/excel/read-in-process.ts';
import { readWorkbookBytes } from '../../db/excel/read-workbook.ts';
import { Service } from '../../db/service/service.ts';
import { describe, median } from './figures.ts';
import { benchCommit } from './import-commit.ts';
import { benchMapping } from './import-mapping.ts';
import { benchWindow } from './import-window.ts';
import { largeSheetBytes } from './large-sheet.ts';

const PEOPLE = 10_000;
const RUNS = 10;
const FILE_NAME = 'bench.xlsx';

interface ChildReading {
  coldMs: number;
  warmMs: number;
  rows: number;
  peakMiB: number;
}
const isChildReading = (value: unknown): value is ChildReading =>
  typeof value === 'object' && value !== null && 'peakMiB' in value;

/** A fresh process that reads the file; `wallMs` runs from the fork to its answer of the first reading. */
function readInFreshProcess(which: 'bare' | 'ours', file: string): Promise<ChildReading> {
  const child = fork(path.resolve('tests/bench/read-child.ts'), [which, file], {
    execArgv: ['--no-warnings'],
  });
  return new Promise((resolve, reject) => {
    child.on('message', (message) => {
      if (isChildReading(message)) resolve(message);
    });
    child.on('exit', (code) => reject(new Error(`${which}: no figures, exit code ${code}`)));
  });
}

/** Calls of a data service with an empty office, in a folder that goes when the figures are taken. */
async function openBenchOffice() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tuduong-bench-'));
  const service = new Service(folder);
  const password = 'mat-khau-do-luong';
  const opened = await service.call(null, 'office.create', { officeName: 'Bench', password });
  const { token } = methods['office.create'].output.parse(opened);
  return {
    call: (method: MethodName, input: unknown) => service.call(token, method, input),
    close: async () => {
      await service.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
type BenchOffice = Awaited<ReturnType<typeof openBenchOffice>>;

/** From the bytes of a file to the first page of the preview: reader process, schema, records, comparison. */
async function fileToPreview(
  office: BenchOffice,
  readerPath: string,
  bytes: Uint8Array,
): Promise<{ ms: number; rows: number }> {
  const begun = performance.now();
  const workbook = await readInProcess({ readerPath, fileName: FILE_NAME, bytes });
  const staged = methods['imports.stage'].output.parse(await office.call('imports.stage', { workbook }));
  const sheet = staged.sheets[0]?.name ?? '';
  const input = { stageId: staged.stageId, sheet, kind: 'officials' };
  const preview = methods['imports.preview'].output.parse(await office.call('imports.preview', input));
  await office.call('imports.previewRows', { previewId: preview.previewId });
  const rows = Object.values(preview.counts).reduce((sum, count) => sum + count, 0);
  return { ms: performance.now() - begun, rows };
}

/** What a process costs before its first line, in the same run. */
async function emptyProcess(): Promise<number> {
  const begun = performance.now();
  const child = fork(path.resolve('tests/bench/figures.ts'), [], { execArgv: ['--no-warnings'] });
  await new Promise((resolve) => child.on('exit', resolve));
  return performance.now() - begun;
}

const ratio = (ours: readonly number[], theirs: readonly number[]): string =>
  `${(median(ours) / median(theirs)).toFixed(2)} x`;

/**
 * `npm run bench -- import`: 10,000 people of 25 columns from file to the first page of the preview against a bare
 * exceljs read of the same bytes, in alternating runs of fresh processes; then the commit against the driver's own
 * inserts, and the stalls of the real window (needs a display and a build).
 */
export async function benchImport(): Promise<void> {
  const bytes = await largeSheetBytes(PEOPLE);
  const folder = path.resolve('out', 'bench');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, FILE_NAME);
  writeFileSync(file, bytes);
  const built = path.resolve('out', 'app', 'reader', 'reader-entry.cjs');
  const readerPath = existsSync(built) ? built : path.resolve('db', 'excel', 'reader-entry.ts');
  console.log(
    `${PEOPLE} people x 25 columns, ${(bytes.length / 1024 / 1024).toFixed(1)} MB; reader: ${path.relative('.', readerPath)}`,
  );

  const figures = {
    bareCold: [] as number[],
    bareWarm: [] as number[],
    barePeak: [] as number[],
    oursCold: [] as number[],
    oursWarm: [] as number[],
    oursPeak: [] as number[],
    preview: [] as number[],
    start: [] as number[],
  };
  // One of each unmeasured: files and code come from the disk once.
  await readInFreshProcess('bare', file);
  const office = await openBenchOffice();
  await fileToPreview(office, readerPath, bytes);
  for (let run = 0; run < RUNS; run += 1) {
    const bare = await readInFreshProcess('bare', file);
    figures.bareCold.push(bare.coldMs);
    figures.bareWarm.push(bare.warmMs);
    figures.barePeak.push(bare.peakMiB);
    const preview = await fileToPreview(office, readerPath, bytes);
    if (preview.rows !== PEOPLE) throw new Error(`${preview.rows} rows of ${PEOPLE}`);
    figures.preview.push(preview.ms);
    const ours = await readInFreshProcess('ours', file);
    figures.oursCold.push(ours.coldMs);
    figures.oursWarm.push(ours.warmMs);
    figures.oursPeak.push(ours.peakMiB);
    figures.start.push(await emptyProcess());
  }

  await office.close();

  const bareWhole = figures.bareCold.map((ms, run) => ms + (figures.start[run] ?? 0));
  console.log('\nTime');
  console.log(`  bare exceljs, fresh process, its start counted   ${describe(bareWhole, 'ms')}`);
  console.log(`  bare exceljs, first read in a process            ${describe(figures.bareCold, 'ms')}`);
  console.log(`  bare exceljs, second read in a process           ${describe(figures.bareWarm, 'ms')}`);
  console.log(`  ours, bytes to understood sheets, first          ${describe(figures.oursCold, 'ms')}`);
  console.log(`  ours, bytes to understood sheets, second         ${describe(figures.oursWarm, 'ms')}`);
  console.log(`  ours, file to preview through the reader process ${describe(figures.preview, 'ms')}`);
  console.log('\nRatios (ours / bare exceljs, medians of the same run)');
  console.log(
    `  file to preview, both with a fresh process       ${ratio(figures.preview, bareWhole)}   goal 1.30`,
  );
  console.log(
    `  file to preview / exceljs already running, warm  ${ratio(figures.preview, figures.bareWarm)}`,
  );
  console.log(
    `  bytes to understood sheets, first                ${ratio(figures.oursCold, figures.bareCold)}   goal 1.15`,
  );
  console.log(
    `  bytes to understood sheets, second               ${ratio(figures.oursWarm, figures.bareWarm)}`,
  );
  console.log('\nPeak memory of the reading process');
  console.log(`  bare exceljs ${describe(figures.barePeak, 'MiB')}`);
  console.log(`  ours         ${describe(figures.oursPeak, 'MiB')}`);
  console.log(`  ratio        ${ratio(figures.oursPeak, figures.barePeak)}   goal 1.50`);

  const workbook = await readWorkbookBytes(FILE_NAME, bytes);
  await benchMapping(workbook);
  await benchCommit(workbook);
  await benchWindow(file);
}
