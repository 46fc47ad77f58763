import type { Page } from '@playwright/test';
import { commonText } from '../../db/contract/vi/common.ts';
import { criteriaPointsText } from '../../db/contract/vi/criteria.ts';
import { navigationText, pageNames } from '../../db/contract/vi/navigation.ts';
import { factLabels, ratingRulesText, ratingTableNames } from '../../db/contract/vi/rating-rules-screen.ts';
import { ratingsText } from '../../db/contract/vi/ratings.ts';
import { ruleSettingsText } from '../../db/contract/vi/rule-settings-screen.ts';
import { settingNames } from '../../db/contract/vi/settings-rules.ts';
import { makeDemoOffice } from '../helpers/demo-office.ts';
import { freshFolder, removeFolder } from '../helpers/electron.ts';
import { expect, test } from '../helpers/electron-test.ts';
import { logIn, openPage } from '../helpers/sign-in.ts';

/** Pictures for a person to look at; left out in the test itself. */
const picture = async (page: Page, name: string) => {
  const folder = process.env.TUDUONG_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/ratings-${name}.png` });
};

/** Moves from the cell that is active to the one of a column in the same row, counted from the person's. */
const toColumn = async (page: Page, column: number) => {
  await page.keyboard.press('Home');
  for (let i = 0; i < column; i += 1) await page.keyboard.press('ArrowRight');
};
/** The year in which the demo's ratings end. */
const demoYear = String(new Date().getFullYear());
const SELF = 1;
const PROPOSED = 2;
const DECIDED = 3;

test('ratings are entered by keyboard with the rules at hand: cap, decision, forbidden level, reason, history', async ({
  launch,
}) => {
  const data = freshFolder('ratings');
  try {
    await makeDemoOffice(data, 12);
    const { app, page, close } = await launch({ env: { TUDUONG_DATA: data } });
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768));
    await logIn(page);
    await openPage(page, pageNames.ratings);
    const year = page.getByRole('combobox', { name: navigationText.year, exact: true });
    await year.selectOption(demoYear);
    const grid = page.getByRole('grid');
    const dialog = page.getByRole('dialog');
    const cap = page.getByLabel(ratingsText.capLabel).first();
    const row = grid.getByRole('row').nth(1);
    const cell = (title: number) => row.getByRole('gridcell').nth(title);
    // What is read at once is not waited for.
    await expect(page.getByRole('grid', { name: ratingsText.grid(Number(demoYear)) })).toBeVisible();
    const titles = await grid.getByRole('columnheader').allInnerTexts();
    const at = (column: string) => titles.findIndex((title) => title.trim() === column);
    const name = (await cell(1).innerText()).split('–')[0]?.trim() ?? '';
    await picture(page, 'grid');

    await test.step('three values by keyboard; the first decision asks for its body and day', async () => {
      // Keys of a level are not taken while the rows of the chosen year are still read.
      await expect(async () => {
        await grid.focus();
        await toColumn(page, SELF);
        await page.keyboard.press('1');
        await expect(cell(at('Tự xếp loại'))).toHaveText('Xuất sắc', { timeout: 1000 });
      }).toPass();
      await toColumn(page, PROPOSED);
      await page.keyboard.press('2');
      await expect(cell(at('Chi bộ đề xuất'))).toHaveText('Tốt');
      await toColumn(page, DECIDED);
      // "completed" from whatever the demo gave: the level that stands needs a reason too.
      const standing = await cell(at('Cấp ủy quyết định')).innerText();
      await page.keyboard.press(standing === 'Hoàn thành' ? '2' : '3');
      await expect(dialog).toBeVisible();
      await picture(page, 'decision-asked');
      await page.keyboard.press('Enter');
      await expect(dialog.getByText('phải ghi cấp quyết định', { exact: false })).toBeVisible();
      await dialog.getByLabel(ratingRulesText.decisionBody).focus();
      await page.keyboard.type('Ban Thường vụ Đảng ủy xã');
      await page.keyboard.press('Tab');
      await page.keyboard.type(`20/12/${demoYear}`);
      const reason = dialog.getByLabel(ratingRulesText.reratingReason);
      if ((await reason.count()) > 0) {
        await page.keyboard.press('Tab');
        await page.keyboard.type('Có tình tiết mới');
      }
      await page.keyboard.press('Enter');
      await expect(dialog).toHaveCount(0);
    });

    await test.step('a level against a confirmed rule is refused, and goes on with a written reason', async () => {
      const before = await cap.innerText();
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      const panel = page.getByRole('complementary');
      await expect(panel.getByRole('heading', { name })).toBeVisible();
      await panel.getByLabel(factLabels.tasksTotal).fill('10');
      await panel.getByLabel(factLabels.tasksOnTime).fill('9');
      await panel.getByLabel(factLabels.tasksLate).fill('1');
      await picture(page, 'panel');
      await page.keyboard.press('Enter');
      await expect(page.getByText(ratingRulesText.factsSaved(name))).toBeVisible();
      await expect(
        panel
          .getByRole('list', { name: ratingRulesText.conditionsTitle })
          .getByText('Không đạt', { exact: false })
          .first(),
      ).toBeVisible();
      await grid.focus();
      await toColumn(page, DECIDED);
      await page.keyboard.press('1');
      await dialog.getByLabel(ratingRulesText.reratingReason).fill('Xếp lại theo kết luận mới');
      await page.keyboard.press('Enter');
      await expect(dialog.getByText('QĐ 366-QĐ/TW', { exact: false })).toBeVisible();
      await picture(page, 'forbidden');
      await page.keyboard.type('Nhiệm vụ chậm do mưa lũ');
      await page.keyboard.press('Enter');
      await expect(dialog).toHaveCount(0);
      await expect(cell(at('Cấp ủy quyết định'))).toHaveText('Xuất sắc');
      await expect(cap).not.toHaveText(before);
      const history = panel.getByRole('list', { name: ratingRulesText.historyTitle });
      await expect(history.getByText('Nhiệm vụ chậm do mưa lũ', { exact: false })).toBeVisible();
      await expect(history.getByText('Xếp lại theo kết luận mới', { exact: false })).toBeVisible();
      await history.scrollIntoViewIfNeeded();
      await picture(page, 'history');
      await grid.focus();
      await page.keyboard.press('Escape');
      await expect(panel).toHaveCount(0);
    });

    await test.step('points outside the pack are refused at their field; the right ones give the band', async () => {
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      const panel = page.getByRole('complementary');
      const [common, results] = [
        panel.getByLabel(/^Tiêu chí chung \(/),
        panel.getByLabel(/^Kết quả thực hiện.* \(/),
      ];
      await common.fill('35');
      await results.fill('57,99');
      await page.keyboard.press('Enter');
      await expect(panel.getByText(criteriaPointsText.wrong(3000))).toBeVisible();
      await expect(results).toHaveValue('57,99');
      await common.fill('12');
      await page.keyboard.press('Enter');
      await expect(panel.getByText(criteriaPointsText.total(6999, 10_000), { exact: false })).toBeVisible();
      await expect(
        panel.getByText('69,99 điểm: mức cao nhất có thể là hoàn thành nhiệm vụ', { exact: false }),
      ).toBeVisible();
      await grid.focus();
      await page.keyboard.press('Escape');
    });

    await test.step('organisations and collectives have their own table', async () => {
      await page.getByRole('button', { name: ratingTableNames.collective, exact: true }).click();
      await expect(grid.getByRole('columnheader', { name: ratingRulesText.collective })).toBeVisible();
      await grid.focus();
      await toColumn(page, DECIDED);
      await page.keyboard.press('2');
      await expect(grid.getByRole('row').nth(1)).toContainText('Tốt');
      await picture(page, 'collectives');
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('complementary')).toContainText('Ban Thường vụ Đảng ủy xã');
      await picture(page, 'collective-panel');
      await page.getByRole('button', { name: ratingTableNames.leader, exact: true }).click();
      await picture(page, 'leaders');
    });
    await test.step('what rules leave open is set with its source in sight; a confirmed fact has no field', async () => {
      await openPage(page, pageNames.settings);
      const pack = page.locator('details').filter({ hasText: '366-QĐ/TW' }).first();
      await pack.scrollIntoViewIfNeeded();
      await expect(pack).toContainText(ruleSettingsText.locked([Number(demoYear)]));
      await pack.locator('summary').click();
      const longLeave = pack.getByRole('combobox', { name: /^Cách xử lý: Nghỉ dài/ });
      await expect(pack.getByLabel(/^Điểm tối thiểu/)).toHaveCount(0);
      await longLeave.selectOption('ceilingCompleted');
      await picture(page, 'settings-pack');
      await pack.getByRole('button', { name: commonText.save, exact: true }).click();
      await expect(page.getByText(/Đã lưu giá trị của cơ quan/)).toBeVisible();
      await expect(longLeave).toHaveValue('ceilingCompleted');
      await pack.locator('summary').click();
      const days = page.getByRole('region', { name: settingNames.remediationSoonDays });
      await days.getByLabel(ruleSettingsText.days).fill('400');
      await days.getByRole('button', { name: commonText.save, exact: true }).click();
      await expect(days.getByText(ruleSettingsText.numberInvalid)).toBeVisible();
      await days.getByLabel(ruleSettingsText.days).fill('15');
      await page.keyboard.press('Enter');
      await expect(page.getByText(ruleSettingsText.saved(settingNames.remediationSoonDays))).toBeVisible();
      await page.getByRole('region', { name: settingNames.votingRule }).scrollIntoViewIfNeeded();
      await picture(page, 'settings-open');
      await page.getByRole('region', { name: settingNames.deadlines }).scrollIntoViewIfNeeded();
      await picture(page, 'settings-deadlines');
    });
    await close();
  } finally {
    removeFolder(data);
  }
});
