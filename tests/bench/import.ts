import { fork } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readWorkbook } from '../../db/contract/workbooks.ts';
import { extractRecords } from '../../db/excel/extract-records.ts';
import { readInProcess } from '../../db/excel/read-in-process.ts';
import { describe, median } from './figures.ts';
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

/** From the bytes of a file to checked records: reader process, its answer, the schema, the records. */
async function fileToRecords(
  readerPath: string,
  bytes: Uint8Array,
): Promise<{ ms: number; records: number }> {
  const begun = performance.now();
  const workbook = readWorkbook.parse(await readInProcess({ readerPath, fileName: FILE_NAME, bytes }));
  const [sheet] = workbook.sheets;
  if (sheet === undefined) throw new Error('no sheet was read');
  const records = extractRecords(sheet, { kind: 'officials', year: null });
  return { ms: performance.now() - begun, records: records.length };
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
 * `npm run bench -- import`, the reading half: 10,000 people of 25 columns from file to records against a bare
 * exceljs read of the same bytes, in alternating runs of fresh processes.
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
  await fileToRecords(readerPath, bytes);
  for (let run = 0; run < RUNS; run += 1) {
    const bare = await readInFreshProcess('bare', file);
    figures.bareCold.push(bare.coldMs);
    figures.bareWarm.push(bare.warmMs);
    figures.barePeak.push(bare.peakMiB);
    const preview = await fileToRecords(readerPath, bytes);
    if (preview.records !== PEOPLE) throw new Error(`${preview.records} records of ${PEOPLE}`);
    figures.preview.push(preview.ms);
    const ours = await readInFreshProcess('ours', file);
    figures.oursCold.push(ours.coldMs);
    figures.oursWarm.push(ours.warmMs);
    figures.oursPeak.push(ours.peakMiB);
    figures.start.push(await emptyProcess());
  }

  const bareWhole = figures.bareCold.map((ms, run) => ms + (figures.start[run] ?? 0));
  console.log('\nTime');
  console.log(`  bare exceljs, fresh process, its start counted   ${describe(bareWhole, 'ms')}`);
  console.log(`  bare exceljs, first read in a process            ${describe(figures.bareCold, 'ms')}`);
  console.log(`  bare exceljs, second read in a process           ${describe(figures.bareWarm, 'ms')}`);
  console.log(`  ours, bytes to understood sheets, first          ${describe(figures.oursCold, 'ms')}`);
  console.log(`  ours, bytes to understood sheets, second         ${describe(figures.oursWarm, 'ms')}`);
  console.log(`  ours, file to records through the reader process ${describe(figures.preview, 'ms')}`);
  console.log('\nRatios (ours / bare exceljs, medians of the same run)');
  console.log(
    `  file to records, both with a fresh process       ${ratio(figures.preview, bareWhole)}   goal 1.30`,
  );
  console.log(
    `  file to records / exceljs already running, warm  ${ratio(figures.preview, figures.bareWarm)}`,
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
}
