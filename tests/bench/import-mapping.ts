import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { methods } from '../../db/contract/methods.ts';
import type { SheetReading } from '../../db/contract/sheet-readings.ts';
import type { ReadWorkbook } from '../../db/contract/workbooks.ts';
import { Service } from '../../db/service/service.ts';
import { describe } from './figures.ts';

const RUNS = 10;

type Overrides = Partial<SheetReading['overrides']>;
/** Two states of each choice of the mapping screen, so that every call changes something. */
const changes: Record<string, readonly [Overrides, Overrides]> = {
  'another column left out': [{ columns: { Y: null } }, { columns: { Y: 'note' } }],
  'another class of a row': [{ rowClasses: { 100: 'total' } }, { rowClasses: { 100: 'blank' } }],
  'no column of names, and one again': [{ columns: { B: 'note' } }, { columns: { B: 'fullName' } }],
  'another header': [{ headerRows: [9, 9] }, { headerRows: [8, 9] }],
};

/** Answers of the mapping screen to a change of a long sheet, the first change after the sheet was opened apart. */
export async function benchMapping(workbook: ReadWorkbook): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tuduong-bench-'));
  const service = new Service(folder);
  const opened = await service.call(null, 'office.create', {
    officeName: 'Bench',
    password: 'mat-khau-do-luong',
  });
  const { token } = methods['office.create'].output.parse(opened);
  const stage = async () => {
    const staged = methods['imports.stage'].output.parse(
      await service.call(token, 'imports.stage', { workbook: structuredClone(workbook) }),
    );
    const [sheet] = staged.sheets;
    if (sheet === undefined) throw new Error('no sheet');
    // What the screen asks for by itself.
    await service.call(token, 'imports.sheetProblems', { stageId: staged.stageId, sheet: sheet.name });
    return { stageId: staged.stageId, sheet };
  };
  const change = async ({ stageId, sheet }: Awaited<ReturnType<typeof stage>>, overrides: Overrides) => {
    const reading = { ...sheet.reading, overrides: { ...sheet.reading.overrides, ...overrides } };
    const begun = performance.now();
    await service.call(token, 'imports.understand', { stageId, sheet: sheet.name, reading });
    return performance.now() - begun;
  };

  console.log('\nMapping screen: answer to a change (goal < 100 ms)');
  const firsts: number[] = [];
  for (let run = 0; run < RUNS; run += 1) firsts.push(await change(await stage(), { columns: { Y: null } }));
  console.log(`  the first one of an opened sheet                 ${describe(firsts, 'ms')}`);
  const staged = await stage();
  for (const [name, [one, other]] of Object.entries(changes)) {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) times.push(await change(staged, run % 2 === 0 ? one : other));
    console.log(`  ${name.padEnd(48)} ${describe(times, 'ms')}`);
  }
  await service.close();
  rmSync(folder, { recursive: true, force: true });
}
