import type { Page } from '@playwright/test';
import { commonText } from '../../db/contract/vi/common.ts';
import { disciplineText } from '../../db/contract/vi/discipline.ts';
import { duplicatesText } from '../../db/contract/vi/duplicates.ts';
import { fieldErrorMessage } from '../../db/contract/vi/errors.ts';
import { pageNames } from '../../db/contract/vi/navigation.ts';
import { officialsText } from '../../db/contract/vi/officials.ts';
import { qualityText } from '../../db/contract/vi/quality.ts';
import { ratingRulesText } from '../../db/contract/vi/rating-rules-screen.ts';
import { timelineText } from '../../db/contract/vi/timeline.ts';
import { makeDemoOffice } from '../helpers/demo-office.ts';
import { freshFolder, removeFolder } from '../helpers/electron.ts';
import { expect, test } from '../helpers/electron-test.ts';
import { blankOfficial } from '../helpers/people.ts';
import { logIn, openPage } from '../helpers/sign-in.ts';

const MEMBERS = 60;

async function openPeople(page: Page): Promise<void> {
  await logIn(page);
  await openPage(page, pageNames.officials);
  await expect(page.getByRole('grid', { name: officialsText.table })).toBeVisible();
}

const person = (fullName: string, changes: object = {}) => ({
  ...blankOfficial,
  fullName,
  birthDate: '1985-02-03',
  gender: 'male',
  ethnicity: 'Kinh',
  admittedOn: '2010-05-19',
  fullMemberOn: '2011-05-19',
  membershipStatus: 'full',
  organizationId: 1,
  ...changes,
});

/** Adds a person as another form would; the list on the screen is fetched anew by the search. */
const add = (page: Page, values: object) =>
  page.evaluate(async (input) => {
    const made = await window.api.call('officials.create', input as never);
    if (!made.ok) throw new Error(made.error.code);
    return made.value.id;
  }, values);

test('discipline is hidden until asked for, kept in the thread and undone; two rows become one person and two again', async ({
  launch,
}) => {
  const data = freshFolder('person');
  try {
    makeDemoOffice(data, MEMBERS);
    const { page, close } = await launch({ env: { TUDUONG_DATA: data } });
    await openPeople(page);
    await add(page, person('Nghiêm Thuý Hằng', { residence: 'thôn Bản Sen', citizenId: '001185000001' }));
    await add(page, person('NGHIÊM THÚY HẰNG', { hometown: 'xã Sông Mây', admittedOn: '2010' }));
    const panel = page.getByRole('complementary');

    await test.step('reveal and hide discipline, refuse an impossible entry, keep a right one, undo', async () => {
      await page.getByRole('searchbox').fill('nghiem thuy hang');
      await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '3');
      await page.getByRole('grid').getByRole('row').nth(1).click();
      await expect(panel.getByText(disciplineText.hidden)).toBeVisible();
      await expect(panel.getByRole('button', { name: disciplineText.add })).toHaveCount(0);
      await panel.getByRole('button', { name: disciplineText.reveal }).click();
      await expect(panel.getByText(disciplineText.none)).toBeVisible();
      await panel.getByRole('button', { name: disciplineText.add }).click();
      await panel.getByLabel(disciplineText.form, { exact: true }).selectOption('removalFromPost');
      await panel.getByLabel(disciplineText.effectiveOn).fill('05/2024');
      await panel.getByLabel(disciplineText.decisionNo).fill('12-QĐ/ĐU');
      await page.keyboard.press('Control+Enter');
      await expect(panel.getByLabel(disciplineText.postThen)).toHaveAccessibleDescription(
        fieldErrorMessage('POST_NEEDED'),
      );
      await panel.getByLabel(disciplineText.form, { exact: true }).selectOption('warning');
      await panel.getByLabel(disciplineText.note).press('Control+Enter');
      const entry = panel.getByText(timelineText.discipline('Kỷ luật đảng', 'Cảnh cáo'), { exact: true });
      await expect(entry).toBeVisible();
      await expect(panel.getByText(/Quyết định số 12-QĐ\/ĐU/)).toBeVisible();
      await panel.getByRole('button', { name: disciplineText.hide }).click();
      await expect(entry).toHaveCount(0);
      await panel.getByRole('button', { name: disciplineText.reveal }).click();
      await expect(entry).toBeVisible();
      await page.getByRole('button', { name: commonText.undo, exact: true }).click();
      await expect(entry).toHaveCount(0);
    });

    await test.step('a finding opens the form at its field, also at a masked one', async () => {
      await panel.getByRole('button', { name: commonText.closePanel }).click();
      await page.getByRole('button', { name: qualityText.open }).click();
      await page.getByRole('button', { name: /CCCD không khớp/ }).click();
      const findings = page.getByRole('grid', { name: qualityText.table });
      await findings.getByRole('row').nth(1).click();
      await expect(panel.locator('[data-reveals="citizenId"]')).toBeFocused();
      await page.keyboard.press('Escape');
      await page.getByRole('searchbox').fill('khong co ai');
      await expect(page.getByText(qualityText.notFoundTitle)).toBeVisible();
      await page.getByRole('searchbox').fill('nghiem thuy hang');
      await panel.getByRole('button', { name: commonText.closePanel }).click();
    });

    await test.step('compare two rows of one person, decide what both have, merge, undo', async () => {
      await page.getByRole('button', { name: qualityText.duplicates, exact: true }).click();
      const pairs = page.getByRole('grid', { name: duplicatesText.table });
      await expect(pairs).toHaveAttribute('aria-rowcount', '2');
      await pairs.getByRole('row').nth(1).click();
      const row = (name: string) => page.getByRole('row').filter({ hasText: name });
      await expect(row('Quê quán').getByRole('radio').nth(1)).toBeChecked();
      await expect(row('Họ và tên').getByRole('radio').first()).toBeChecked();
      await expect(row('Số CCCD').getByText('001•••••••••')).toBeVisible();
      await page.getByRole('button', { name: duplicatesText.reveal }).click();
      await expect(row('Số CCCD').getByText('001185000001')).toBeVisible();
      await page.getByRole('button', { name: duplicatesText.merge }).click();
      await expect(page.getByText(duplicatesText.merged('Nghiêm Thuý Hằng'))).toBeVisible();
      await expect(page.getByText(duplicatesText.notFoundTitle)).toBeVisible();
      await page.getByRole('button', { name: commonText.undo, exact: true }).click();
      await expect(page.getByText(duplicatesText.unmerged('Nghiêm Thuý Hằng'))).toBeVisible();
      await expect(pairs).toHaveAttribute('aria-rowcount', '2');
      await pairs.getByRole('row').nth(1).click();
      await page.getByRole('button', { name: duplicatesText.distinct }).click();
      await expect(page.getByText(duplicatesText.notFoundTitle)).toBeVisible();
    });
    // Esc in the ratings grid closed the panel and dropped what was typed in it without a question: the grid's own
    // key did not go the panel's way.
    await test.step('Esc in the ratings grid asks before it drops what is typed beside it', async () => {
      await openPage(page, pageNames.ratings);
      const grid = page.getByRole('grid');
      await grid.getByRole('gridcell', { name: /^Nghiêm Thuý Hằng/ }).click();
      await panel.getByRole('button', { name: ratingRulesText.openPerson, exact: true }).click();
      await panel.getByRole('button', { name: commonText.edit, exact: true }).click();
      await panel.getByLabel('Quê quán').fill('xã chưa lưu');
      await grid.focus();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: commonText.unsavedStay }).click();
      await expect(panel.getByLabel('Quê quán')).toHaveValue('xã chưa lưu');
      await grid.focus();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: commonText.unsavedLeave }).click();
      await expect(panel).toHaveCount(0);
    });
    await close();
  } finally {
    removeFolder(data);
  }
});
