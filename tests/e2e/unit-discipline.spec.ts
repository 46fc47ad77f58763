import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { commonText } from '../../db/contract/vi/common.ts';
import { disciplineText, organizationDisciplineText } from '../../db/contract/vi/discipline.ts';
import { fieldErrorMessage } from '../../db/contract/vi/errors.ts';
import { navigationText, pageNames } from '../../db/contract/vi/navigation.ts';
import { ratingRulesText, ratingTableNames } from '../../db/contract/vi/rating-rules-screen.ts';
import { reportsText } from '../../db/contract/vi/reports.ts';
import { specialCaseNames } from '../../db/contract/vi/rule-packs/names.ts';
import { figureNames, summaryPageText, summaryText, summaryTexts } from '../../db/contract/vi/summaries.ts';
import { makeDemoOffice } from '../helpers/demo-office.ts';
import { expect, test } from '../helpers/electron-test.ts';
import { logIn } from '../helpers/sign-in.ts';

const year = new Date().getFullYear();

test.beforeEach(({ userData }) => makeDemoOffice(path.join(userData, 'data'), 60));

/** Pictures for a person to look at, in two sizes of window; left out in the test itself. */
const picture = async (app: ElectronApplication, page: Page, name: string) => {
  const folder = process.env.TUDUONG_PICTURES;
  if (!folder) return;
  for (const [width, height] of [
    [911, 512],
    [1366, 768],
  ] as const) {
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size),
      [width, height] as [number, number],
    );
    await page.waitForTimeout(400);
    await page.screenshot({ path: `${folder}/unit-discipline-${name}-${width}.png` });
  }
};

test('a discipline of a cell is entered in its panel, counted in table 5f, and seen in the conditions of its level', async ({
  launch,
}) => {
  const { app, page } = await launch();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768));
  await logIn(page);
  const navigation = page.getByRole('navigation', { name: navigationText.main });
  const goTo = (name: string) => navigation.getByText(name, { exact: true }).click();
  const panel = page.getByRole('complementary');
  let unit = '';

  await test.step('hidden until asked for; a day that is none is refused at its field', async () => {
    await goTo(pageNames.organizations);
    const row = page.getByRole('treeitem').nth(1);
    await row.click();
    unit = (await panel.getByRole('heading', { level: 2 }).innerText()).trim();
    await expect(panel.getByText(disciplineText.hidden)).toBeVisible();
    await panel.getByRole('button', { name: disciplineText.reveal }).click();
    await expect(panel.getByText(organizationDisciplineText.none)).toBeVisible();
    await panel.getByRole('button', { name: disciplineText.add }).click();
    const form = panel.getByRole('form', { name: disciplineText.add });
    await form.getByLabel(disciplineText.form, { exact: true }).selectOption('warning');
    await form.getByLabel(disciplineText.effectiveOn).fill('31/02');
    await form.getByLabel(disciplineText.decisionNo).fill('12-QĐ/ĐU');
    await page.keyboard.press('Control+Enter');
    await expect(form.getByText(fieldErrorMessage('INVALID_DATE'))).toBeVisible();
    await form.getByLabel(disciplineText.effectiveOn).fill(`05/03/${year}`);
    await form.getByLabel(disciplineText.decidingBody).fill('Ban Thường vụ Đảng ủy xã');
    await form.scrollIntoViewIfNeeded();
    await picture(app, page, 'form');
    await form.getByRole('button', { name: commonText.save, exact: true }).click();
    const entries = panel.getByRole('list', { name: organizationDisciplineText.list });
    await expect(entries.getByRole('listitem')).toHaveCount(1);
    await expect(entries).toContainText('12-QĐ/ĐU');
    await picture(app, page, 'entry');
  });

  await test.step('table 5f counts the cell, and names it after an audited act', async () => {
    await goTo(pageNames.reports);
    await page.getByRole('tab', { name: summaryPageText.tab('5f', summaryTexts['5f'].short) }).click();
    const figure = page.getByRole('button', {
      name: summaryPageText.figure(figureNames.unitWarning, summaryText.total, 1, true),
    });
    await figure.click();
    await expect(panel.getByText(summaryPageText.hiddenUnits(1))).toBeVisible();
    await panel.getByRole('button', { name: summaryPageText.reveal }).click();
    await expect(panel.getByRole('grid')).toContainText(unit);
    await picture(app, page, '5f');
    await page.getByRole('button', { name: reportsText.preview }).click();
    await expect(page.getByText(reportsText.page(1, 1))).toBeVisible({ timeout: 20_000 });
    await picture(app, page, '5f-paper');
  });

  await test.step('the conditions of the cell say so, and the office may say otherwise with a reason', async () => {
    await goTo(pageNames.ratings);
    await page.getByRole('combobox', { name: navigationText.year, exact: true }).selectOption(String(year));
    await page.getByRole('button', { name: ratingTableNames.collective, exact: true }).click();
    const grid = page.getByRole('grid');
    await expect(grid.getByRole('columnheader', { name: ratingRulesText.collective })).toBeVisible();
    await page.getByRole('searchbox').fill(unit);
    await expect(grid).toHaveAttribute('aria-rowcount', '2');
    await grid.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(panel.getByRole('heading', { level: 2 })).toContainText(unit);
    const conditions = panel.getByRole('list', { name: ratingRulesText.conditionsTitle });
    await expect(conditions).toContainText(`${specialCaseNames.collectiveDisciplined}.`);
    await picture(app, page, 'conditions');
  });
});
