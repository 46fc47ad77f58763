import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { pageNames } from '../../db/contract/vi/navigation.ts';
import { exportText } from '../../db/contract/vi/official-list.ts';
import { officialsText } from '../../db/contract/vi/officials.ts';
import { makeDemoOffice } from '../helpers/demo-office.ts';
import { answerSaveDialog } from '../helpers/dialogs.ts';
import { expect, test } from '../helpers/electron-test.ts';
import { logIn, openPage } from '../helpers/sign-in.ts';

const MEMBERS = 5000;

test('a large workbook tells how far it is; stopped, it leaves the file that was there', async ({
  launch,
  userData,
}, testInfo) => {
  test.setTimeout(120_000);
  makeDemoOffice(path.join(userData, 'data'), MEMBERS);
  const { page, app } = await launch();
  await logIn(page);
  await openPage(page, pageNames.officials);
  await expect(page.getByRole('grid', { name: officialsText.table })).toBeVisible();

  const folder = testInfo.outputPath('saved');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'danh-sach.xlsx');
  writeFileSync(file, 'what was there');
  await answerSaveDialog(app, file);
  await page.getByRole('button', { name: exportText.open }).first().click();
  const dialog = page.getByRole('dialog');
  const save = dialog.getByRole('button', { name: exportText.workbook });
  const progress = dialog.getByRole('progressbar');

  // Whatever the bar says is noted in the page: a fast machine may be done between two looks from outside.
  await page.evaluate(() => {
    const seen: number[] = Object.assign(globalThis, { seenProgress: [] as number[] }).seenProgress;
    const note = () => {
      const bar = document.querySelector('dialog progress[value], [role=dialog] progress[value]');
      if (bar instanceof HTMLProgressElement) seen.push(bar.value / bar.max);
    };
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, attributes: true });
  });

  await test.step('stopped on the way: nothing half written, and the dialog is ready again', async () => {
    await save.click();
    // By the key: a click waits until the button stands still, and the workbook may be done by then.
    await dialog.getByRole('button', { name: exportText.stop }).press('Enter');
    await expect(progress).toHaveCount(0);
    await expect(save).toBeEnabled();
    expect(readdirSync(folder)).toEqual(['danh-sach.xlsx']);
    expect(readFileSync(file, 'utf8')).toBe('what was there');
  });

  await test.step('not stopped it goes to its end, and every row is there', async () => {
    await save.click();
    await expect(page.getByText(exportText.saved('danh-sach.xlsx'))).toBeVisible({ timeout: 60_000 });
    await expect(dialog).toHaveCount(0);
    const seen = await page.evaluate(
      () => (globalThis as unknown as { seenProgress: number[] }).seenProgress,
    );
    expect(seen.some((part) => part > 0 && part < 1)).toBe(true);
    expect(readdirSync(folder)).toEqual(['danh-sach.xlsx']);
    expect(statSync(file).size).toBeGreaterThan(100_000);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(readFileSync(file).buffer as ArrayBuffer);
    const [sheet] = workbook.worksheets;
    let rows = 0;
    sheet?.getColumn(1).eachCell((cell) => {
      if (/^\d+$/.test(String(cell.value))) rows += 1;
    });
    // The row of column numbers stands among them.
    expect(rows).toBeGreaterThanOrEqual(MEMBERS);
  });
});
