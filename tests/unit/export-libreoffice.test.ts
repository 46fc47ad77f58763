import { execFile, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { read, type WorkSheet } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { office, ratingSummaryWorkbook, summaryOf } from '../helpers/rating-summaries.ts';

const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;
if (!hasLibreOffice) {
  console.warn(
    'SKIPPED: LibreOffice is not installed, so no other program recalculates the written workbook.',
  );
}

/** Makes LibreOffice compute every formula anew instead of showing the result that the file brings. */
const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

async function recalculated(folder: string, bytes: Uint8Array): Promise<Uint8Array> {
  const profile = join(folder, 'profile');
  await mkdir(join(profile, 'user'), { recursive: true });
  await writeFile(join(profile, 'user', 'registrymodifications.xcu'), alwaysRecalculate);
  await writeFile(join(folder, 'bieu.xlsx'), bytes);
  await promisify(execFile)('soffice', [
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    '--headless',
    '--convert-to',
    'xlsx',
    '--outdir',
    join(folder, 'again'),
    join(folder, 'bieu.xlsx'),
  ]);
  return readFile(join(folder, 'again', 'bieu.xlsx'));
}

const sheetOf = (bytes: Uint8Array): WorkSheet => {
  const book = read(bytes);
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
};

const formulasOf = (sheet: WorkSheet) =>
  Object.entries(sheet).flatMap(([address, cell]) =>
    cell !== null && typeof cell === 'object' && 'f' in cell ? [[address, cell.v] as const] : [],
  );

describe.skipIf(!hasLibreOffice)('the workbook in LibreOffice', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bieu-5a-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is computed to the same percents and totals that the file brings', async () => {
    // Sizes around the places where two decimals are rounded, and a unit with nobody to rate.
    const units = Array.from({ length: 160 }, (_, index) => {
      const good = (index * 7) % 23;
      return [
        `Chi bộ ${index + 1}`,
        [index % 5, good, (index * 3) % 11, index % 2, 160 - index, index % 3],
      ] as const;
    });
    const summary = summaryOf([...units, ['Chi bộ Quân sự', [0, 0, 0, 0, 0, 4]]]);
    const bytes = await ratingSummaryWorkbook(summary, office, '2025-12-05');
    const ours = formulasOf(sheetOf(bytes));
    const theirs = formulasOf(sheetOf(await recalculated(folder, bytes)));
    expect(ours).toHaveLength(161 * 5 + 5 + 9);
    expect(Object.fromEntries(theirs)).toEqual(Object.fromEntries(ours));
  });
});
