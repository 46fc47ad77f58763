import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { commonText } from '../../db/contract/vi/common.ts';
import { criteriaPointsText as pointsText, criteriaText as text } from '../../db/contract/vi/criteria.ts';
import { cycleText, periodWords, subjectGroupShortNames } from '../../db/contract/vi/cycles.ts';
import { fieldErrorMessage } from '../../db/contract/vi/errors.ts';
import { navigationText, pageNames } from '../../db/contract/vi/navigation.ts';
import { ratingRulesText } from '../../db/contract/vi/rating-rules-screen.ts';
import { ratingLevelNames, ratingStageNames } from '../../db/contract/vi/ratings.ts';
import { reviewsText } from '../../db/contract/vi/reviews.ts';
import { subjectGroupNames } from '../../db/contract/vi/rule-packs/names.ts';
import { makeDemoOffice } from '../helpers/demo-office.ts';
import { answerOpenDialog } from '../helpers/dialogs.ts';
import { expect, test } from '../helpers/electron-test.ts';
import { logIn } from '../helpers/sign-in.ts';
import { type SheetSpec, workbookBytes } from '../helpers/workbooks.ts';

const TITLE = 'Bảng tiêu chí của Tỉnh ủy Sông Mây';
const MEMBERS = 60;
const year = new Date().getFullYear();

test.beforeEach(({ userData }) => makeDemoOffice(path.join(userData, 'data'), MEMBERS));

/** Pictures for a person to look at; left out in the test itself. */
const picture = async (page: Page, name: string) => {
  const folder = process.env.TUDUONG_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/criteria-${name}.png` });
};

const goTo = (page: Page, name: string) =>
  page.getByRole('navigation', { name: navigationText.main }).getByText(name, { exact: true }).click();

const titles = ['STT', 'Nội dung tiêu chí', 'Trọng số', 'Điểm tối đa'];
/** A fictitious province's table: 17 criteria for leaders, 3 for others in the part of 30 points. */
const leaderSheet = (first: number | string = 2): SheetSpec => ({
  name: 'Lãnh đạo, quản lý',
  rows: [
    ['BẢNG TIÊU CHÍ ĐÁNH GIÁ CÁN BỘ LÃNH ĐẠO, QUẢN LÝ'],
    [],
    titles,
    ['I', 'Tiêu chí chung (30 điểm)', null, 30],
    [1, 'Kiên định chủ nghĩa Mác - Lênin, tư tưởng Hồ Chí Minh, đường lối của Đảng', null, first],
    ...Array.from({ length: 12 }, (_, i) => [i + 2, `Tiêu chí phẩm chất, nêu gương số ${i + 2}`, null, 2]),
    ...Array.from({ length: 4 }, (_, i) => [i + 14, `Trách nhiệm người đứng đầu số ${i + 14}`, null, 1]),
    ['II', 'Kết quả thực hiện nhiệm vụ (70 điểm)', null, 70],
    [1, 'Tiến độ thực hiện nhiệm vụ', '30%', null],
    [2, 'Chất lượng thực hiện nhiệm vụ', '70%', null],
    ['III', 'Điểm thưởng (tối đa 7 điểm)', null, null],
    [1, 'Sáng kiến được công nhận', null, 5],
    [2, 'Được khen thưởng trong năm', null, 4],
    [null, 'Tổng cộng', null, 100],
  ],
});
const otherSheet: SheetSpec = {
  name: 'Không giữ chức vụ',
  rows: [
    titles,
    ['I', 'Tiêu chí chung', null, 30],
    [1, 'Phẩm chất chính trị', null, 12.5],
    [2, 'Đạo đức, lối sống', null, 10],
    [3, 'Ý thức tổ chức kỷ luật', null, 7.5],
  ],
};

test('a province has criteria of its own for leaders and others: imported, chosen, points given by criterion', async ({
  launch,
}, testInfo) => {
  const folder = testInfo.outputPath('sheets');
  mkdirSync(folder, { recursive: true });
  const sheet = async (name: string, specs: readonly SheetSpec[]) => {
    const file = path.join(folder, name);
    writeFileSync(file, await workbookBytes(specs));
    return file;
  };
  const { app, page } = await launch();
  await logIn(page);

  await test.step('bad sheets are told with row and column, and cannot be kept', async () => {
    await goTo(page, pageNames.settings);
    await page.getByRole('button', { name: text.add }).click();
    const panel = page.getByRole('region', { name: text.panelTitle });
    const noPoints: SheetSpec = {
      name: 'Bảng',
      rows: [
        ['STT', 'Tiêu chí', 'Tự chấm'],
        [1, 'Một', 5],
      ],
    };
    await answerOpenDialog(app, await sheet('thieu-cot.xlsx', [noPoints]));
    await panel.getByRole('button', { name: text.choose }).click();
    await expect(
      panel.getByText('Trang tính "Bảng", dòng 1: có cột tiêu chí (cột B)', { exact: false }),
    ).toBeVisible();
    await answerOpenDialog(app, await sheet('tong-lech.xlsx', [leaderSheet(3), otherSheet]));
    await panel.getByRole('button', { name: text.choose }).click();
    await expect(
      panel.getByText('Dòng 4, cột D: ghi 30 điểm, nhưng các tiêu chí ở dòng 5-21 cộng lại là 31 điểm.'),
    ).toBeVisible();
    await picture(page, 'faults');
    await answerOpenDialog(app, await sheet('so-am.xlsx', [leaderSheet(-2), otherSheet]));
    await panel.getByRole('button', { name: text.choose }).click();
    await expect(panel.getByText('Dòng 5, cột D: điểm "-2" nhỏ hơn 0.')).toBeVisible();
    await expect(panel.getByRole('button', { name: text.save })).toHaveCount(0);
  });

  await test.step('two sheets become a pack with a table for each group and its validity', async () => {
    const panel = page.getByRole('region', { name: text.panelTitle });
    await answerOpenDialog(app, await sheet('tieu-chi.xlsx', [leaderSheet(), otherSheet]));
    await panel.getByRole('button', { name: text.choose }).click();
    const tables = [
      panel.getByRole('region', { name: text.place('Lãnh đạo, quản lý', 3) }),
      panel.getByRole('region', { name: text.place('Không giữ chức vụ', 1) }),
    ] as const;
    await expect(tables[0].getByLabel(subjectGroupNames.leader)).toBeChecked();
    await expect(tables[1].getByLabel(subjectGroupNames.noPost)).toBeChecked();
    await expect(tables[0].getByText(text.sum('Tiêu chí chung', '30', '30', '5-21'))).toBeVisible();
    // One group cannot have two tables.
    await tables[1].getByLabel(subjectGroupNames.leader).check();
    await expect(tables[1].getByText(text.groupTwice(subjectGroupNames.leader))).toBeVisible();
    await expect(panel.getByRole('button', { name: text.save })).toHaveCount(0);
    await tables[1].getByLabel(subjectGroupNames.leader).uncheck();
    await tables[1].getByLabel(subjectGroupNames.outsideSystem).check();
    await tables[0].getByText(text.shown(21)).click();
    await picture(page, 'tables');
    await panel.getByLabel(text.title).fill(TITLE);
    await panel.getByLabel(text.number).fill('06-HD/TU');
    await panel.getByLabel(text.date).fill('05/01/2026');
    await panel.getByLabel(text.issuer).fill('Tỉnh ủy Sông Mây');
    await panel.getByLabel(text.validFrom).fill('05/01/2026');
    await panel.getByLabel(text.validTo).fill('01/01/2026');
    await panel.getByRole('button', { name: text.save }).click();
    await expect(panel.getByText(fieldErrorMessage('BEFORE_START'))).toBeVisible();
    await panel.getByLabel(text.validTo).fill(`31/12/${year + 1}`);
    await picture(page, 'form');
    await panel.getByRole('button', { name: text.save }).click();
    await expect(page.getByText(text.saved(TITLE))).toBeVisible();
    const pack = page.locator('details').filter({ hasText: TITLE }).first();
    await pack.locator('summary').click();
    await pack.scrollIntoViewIfNeeded();
    await picture(page, 'pack');
    // Its last day is set later, too, and taken back.
    await pack.getByLabel(text.validTo).fill(`30/06/${year + 1}`);
    await pack.getByRole('button', { name: text.saveEnd }).click();
    await expect(page.getByText(text.endSaved(TITLE))).toBeVisible();
    await expect(pack.locator('summary')).toContainText(`30/06/${year + 1}`);
    await picture(page, 'pack-end');
    await page.getByRole('button', { name: commonText.undo }).last().click();
    await expect(page.getByText(text.endRestored(TITLE))).toBeVisible();
    await expect(pack.getByLabel(text.validTo)).toHaveValue(`31/12/${year + 1}`);
  });

  await test.step('the pack is offered while it is valid on the counting day, and refused at its field else', async () => {
    await goTo(page, pageNames.cycle);
    await page.getByRole('button', { name: cycleText.open, exact: true }).click();
    const pack = page.getByLabel(cycleText.pack);
    await pack.selectOption({ label: TITLE });
    await page.getByLabel(cycleText.countedOn).fill(`31/12/${year + 2}`);
    await expect(page.getByText(fieldErrorMessage('PACK_NOT_VALID'))).toBeVisible();
    await page.getByRole('button', { name: cycleText.open, exact: true }).click();
    await expect(pack).toBeFocused();
    await picture(page, 'not-valid');
    await page.getByLabel(cycleText.countedOn).fill(`31/12/${year}`);
    await expect(page.getByText(fieldErrorMessage('PACK_NOT_VALID'))).toHaveCount(0);
    await page.getByRole('button', { name: cycleText.open, exact: true }).click();
    await expect(page.getByText(cycleText.opened(periodWords(year, 0), MEMBERS))).toBeVisible();
  });

  const leader = await test.step('one person is put into the group of leaders', async () => {
    await page.getByRole('tab', { name: cycleText.tabs.subjects }).click();
    const subjects = page.getByRole('grid', { name: cycleText.subjects });
    await page.getByLabel(cycleText.show).selectOption({ label: cycleText.shows.people });
    await expect(subjects.getByRole('row').nth(1)).toBeVisible();
    await subjects.focus();
    await subjects.press('Home');
    await subjects.press('Enter');
    const panel = page.getByRole('complementary');
    const name = (await panel.getByRole('heading', { level: 2 }).textContent()) ?? '';
    await panel.getByRole('button', { name: subjectGroupShortNames.leader }).click();
    await expect(page.getByText(cycleText.groupChanged(name))).toBeVisible();
    return name;
  });

  await test.step("a leader's points by criterion are added up and give the level", async () => {
    await goTo(page, pageNames.ratings);
    const grid = page.getByRole('grid');
    await expect(grid.getByRole('row').nth(1)).toBeVisible();
    await grid.getByRole('row').filter({ hasText: leader }).first().getByRole('gridcell').nth(1).click();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary');
    await panel.getByLabel(ratingRulesText.scoreStage).selectOption({ label: ratingStageNames.self });
    const common = panel.getByRole('group', { name: 'Tiêu chí chung' }).getByRole('textbox');
    // The part itself and its 17 criteria; the part gives way to the sum once a criterion has points.
    await expect(common).toHaveCount(18);
    await common.nth(1).fill('1,5');
    await expect(common).toHaveCount(17);
    await expect(panel.getByText(pointsText.sum(150, 3000, 16))).toBeVisible();
    for (let at = 1; at < 13; at += 1) await common.nth(at).fill('2');
    for (let at = 13; at < 16; at += 1) await common.nth(at).fill('1');
    await common.nth(16).fill('1,5');
    await common.nth(16).press('Enter');
    await expect(panel.getByText(pointsText.wrong(100))).toBeVisible();
    await picture(page, 'panel-wrong');
    await common.nth(16).fill('1');
    const results = panel.getByRole('group', { name: 'Kết quả thực hiện nhiệm vụ' }).getByRole('textbox');
    await results.nth(1).fill('19');
    await results.nth(1).fill('43,5');
    await expect(panel.getByText(pointsText.sum(6250, 7000, 0))).toBeVisible();
    const bonus = panel.getByRole('group', { name: text.bonus }).getByRole('textbox');
    await bonus.nth(1).fill('5');
    await bonus.nth(1).fill('3');
    await bonus.nth(1).press('Enter');
    await expect(panel.getByText(pointsText.bonusWrong(800, 700)).first()).toBeVisible();
    await picture(page, 'panel-bonus');
    await bonus.nth(1).fill('');
    await expect(panel.getByText(pointsText.total(9700, 10_000), { exact: false })).toBeVisible();
    await expect(
      panel.getByText(pointsText.byScore(ratingLevelNames.excellent), { exact: false }),
    ).toBeVisible();
    await panel.getByRole('button', { name: commonText.save, exact: true }).last().click();
    await expect(page.getByText(ratingRulesText.scoresSaved(leader, ratingStageNames.self))).toBeVisible();
    await expect(panel.getByText('97 điểm', { exact: false }).first()).toBeVisible();
    await expect(common.nth(0)).toHaveValue('1,5');
    await picture(page, 'panel-saved');
  });

  await test.step("a member's self-score by criterion is saved and printed with the review", async () => {
    await goTo(page, pageNames.reviews);
    const list = page.getByRole('grid', { name: reviewsText.list });
    await list.getByRole('row').filter({ hasText: '2A' }).first().click();
    const part = page.getByRole('group', { name: 'Tiêu chí chung' });
    const fields = part.getByRole('textbox');
    await expect(fields).toHaveCount(4);
    await fields.nth(1).fill('12');
    await fields.nth(1).fill('9,5');
    await fields.nth(2).fill('8');
    await fields.nth(2).press('Control+Enter');
    await expect(part.getByText(pointsText.wrong(750))).toBeVisible();
    await fields.nth(2).fill('7');
    await expect(part.getByText(pointsText.sum(2850, 3000, 0))).toBeVisible();
    const results = page.getByRole('group', { name: 'Kết quả thực hiện nhiệm vụ' }).getByRole('textbox');
    await results.fill('60');
    await expect(page.getByText(pointsText.total(8850, 10_000), { exact: false })).toBeVisible();
    await expect(page.getByText(pointsText.byScore(ratingLevelNames.good), { exact: false })).toBeVisible();
    await picture(page, 'review');
    const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    await results.press('Control+Enter');
    await expect(page.getByText(reviewsText.saved(name))).toBeVisible();
    await page.getByRole('button', { name: reviewsText.preview }).click();
    // The points stand on a page of their own after the review.
    const pages = page.getByRole('img', { name: /^Trang \d+/ });
    await expect(pages.first()).toHaveAttribute('data-drawn', 'true');
    await pages.last().scrollIntoViewIfNeeded();
    await expect(pages.last()).toHaveAttribute('data-drawn', 'true');
    await picture(page, 'paper');
  });
});
