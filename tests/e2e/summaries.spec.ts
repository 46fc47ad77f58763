import path from 'node:path';
import { cycleText, periodWords } from '../../db/contract/vi/cycles.ts';
import { dossierText } from '../../db/contract/vi/dossier.ts';
import { navigationText, pageNames } from '../../db/contract/vi/navigation.ts';
import { reportsText } from '../../db/contract/vi/reports.ts';
import {
  breakdownNames,
  figureNames,
  missingTexts,
  summaryPageText,
  summaryText,
  summaryTexts,
} from '../../db/contract/vi/summaries.ts';
import { summaryTableIds } from '../../db/domain/summaries.ts';
import { makeDemoOffice } from '../helpers/demo-office.ts';
import { expect, test } from '../helpers/electron-test.ts';
import { logIn, openPage } from '../helpers/sign-in.ts';

const MEMBERS = 60;
const year = new Date().getFullYear();

test.beforeEach(({ userData }) => makeDemoOffice(path.join(userData, 'data'), MEMBERS));

test('every table is opened, a figure opens its people, an empty one leads on, and the paper is previewed', async ({
  launch,
}) => {
  const { page } = await launch();
  await logIn(page);
  const navigation = page.getByRole('navigation', { name: navigationText.main });
  await navigation.getByText(pageNames.reports, { exact: true }).click();
  const tab = (table: (typeof summaryTableIds)[number]) =>
    page.getByRole('tab', { name: summaryPageText.tab(table, summaryTexts[table].short) });

  await expect(page.getByText(summaryPageText.addsUp)).toBeVisible();
  // By keyboard from one table to the next; what is missing leads to where it is made.
  await tab('5a').focus();
  await page.keyboard.press('ArrowRight');
  await expect(tab('5b')).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('button', { name: missingTexts.collectives.act }).click();
  await page.getByRole('button', { name: cycleText.open, exact: true }).click();
  await page.getByLabel(cycleText.planNo).fill('45-KH/ĐU');
  await page.getByLabel(cycleText.planDate).fill(`03/11/${year}`);
  await page.getByLabel(cycleText.planDate).press('Enter');
  await expect(page.getByRole('tab', { name: cycleText.tabs.subjects })).toBeVisible();
  await navigation.getByText(pageNames.reports, { exact: true }).click();

  // The groups of table 5a stand under its total; an ethnicity is not told by a click.
  await page.getByRole('button', { name: summaryPageText.options }).click();
  await page.getByLabel(breakdownNames.women).check();
  await page.getByLabel(breakdownNames.minority).check();
  await page.getByLabel(summaryPageText.compare).check();
  await page.keyboard.press('Escape');
  const group = page.getByRole('row', { name: summaryText.group(breakdownNames.minority) });
  await group.getByRole('button').first().click();
  const panel = page.getByRole('complementary');
  await expect(panel.getByText(summaryPageText.hiddenTitle)).toBeVisible();
  await panel.getByRole('button', { name: summaryPageText.reveal }).click();
  await expect(panel.getByRole('grid')).toBeVisible();

  for (const table of summaryTableIds) {
    await tab(table).click();
    // The fictitious office has no leaders and no pledges.
    const base = table === '5d' ? 'leaders' : table === '5e' ? 'pledges' : null;
    await expect(
      base === null
        ? page.getByRole('table', { name: summaryText.screenTitle(table, year, 0) })
        : page.getByText(missingTexts[base].title(periodWords(year, 0))),
    ).toBeVisible();
  }
  await tab('5c').click();
  const all = page.getByRole('button', {
    name: new RegExp(`^${figureNames.toRate}, ${summaryText.total}: \\d+ tập thể$`),
  });
  await all.click();
  const count = Number((await all.textContent()) ?? '0');
  await expect(panel.getByRole('grid')).toHaveAttribute('aria-rowcount', String(count + 1));

  await page.getByRole('button', { name: reportsText.preview }).click();
  await expect(page.getByText(reportsText.page(1, 1))).toBeVisible({ timeout: 20_000 });
});

test('the dossier of a person behind a figure is previewed with its contents page, and Esc leads back', async ({
  launch,
}) => {
  const { page } = await launch();
  await logIn(page);
  await openPage(page, pageNames.reports);
  await page
    .getByRole('button', { name: new RegExp(`^${figureNames.rated}, ${summaryText.total}:`) })
    .click();
  const panel = page.getByRole('complementary');
  await panel.getByRole('grid').focus();
  await page.keyboard.press('Enter');
  await panel.getByRole('button', { name: dossierText.open }).click();
  const form = page.getByRole('region', { name: dossierText.title });
  await form.getByLabel(dossierText.years).fill('11');
  await expect(form.getByText(dossierText.yearsBad)).toBeVisible();
  await form.getByLabel(dossierText.years).fill('2');
  await form.getByRole('button', { name: reportsText.preview }).click();
  // The contents page and the table of ratings.
  await expect(page.getByText(reportsText.page(1, 2))).toBeVisible({ timeout: 20_000 });
  await page.keyboard.press('Escape');
  await expect(form).toBeVisible();
  await form.getByLabel(dossierText.years).press('Escape');
  await expect(form).toBeHidden();
  await expect(panel).toBeVisible();
});
