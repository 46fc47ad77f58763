/**
 * One reading in a process of its own: `bare` is exceljs alone, `ours` is our reader up to records, without the
 * process border. The first reading is cold, the second warm.
 */
import { readFileSync } from 'node:fs';

const [which = '', file = ''] = process.argv.slice(2);
const bytes = readFileSync(file);

async function bare(): Promise<number> {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  return workbook.worksheets[0]?.rowCount ?? 0;
}

async function ours(): Promise<number> {
  const { readWorkbookBytes } = await import('../../db/excel/read-workbook.ts');
  const { sheets } = await readWorkbookBytes('bench.xlsx', bytes);
  return sheets[0]?.rows.length ?? 0;
}

const read = which === 'bare' ? bare : ours;
const times: number[] = [];
let rows = 0;
let coldPeakKib = 0;
for (let round = 0; round < 2; round += 1) {
  const begun = performance.now();
  rows = await read();
  times.push(performance.now() - begun);
  if (round === 0) coldPeakKib = process.resourceUsage().maxRSS;
}
process.send?.({ coldMs: times[0], warmMs: times[1], rows, peakMiB: coldPeakKib / 1024 });
process.disconnect?.();
