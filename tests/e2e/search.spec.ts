import type { Page } from '@playwright/test';
import { commonText } from '../../db/contract/vi/common.ts';
import { navigationText, pageNames } from '../../db/contract/vi/navigation.ts';
import { officialFieldLabels as labels, officialsText } from '../../db/contract/vi/officials.ts';
import { searchText } from '../../db/contract/vi/search.ts';
import { compose } from '../helpers/compose.ts';
import { makeDemoOffice } from '../helpers/demo-office.ts';
import { freshFolder, removeFolder } from '../helpers/electron.ts';
import { expect, test } from '../helpers/electron-test.ts';
import { logIn } from '../helpers/sign-in.ts';

const panelOf = (page: Page) => page.getByRole('complementary');
const overlayOf = (page: Page) => page.getByRole('dialog', { name: searchText.title });
const active = (page: Page) => overlayOf(page).getByRole('option', { selected: true });

async function typeSearch(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await expect(overlayOf(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.type(words);
}

test('people and units are found from anywhere by keyboard alone', async ({ launch }) => {
  const data = freshFolder('search');
  try {
    makeDemoOffice(data, 150);
    const { page, close } = await launch({ env: { TUDUONG_DATA: data } });
    await logIn(page);
    const navigation = page.getByRole('navigation', { name: navigationText.main });
    await expect(navigation).toBeVisible();
    const person = await page.evaluate(async () => {
      const list = await window.api.call('officials.list', { limit: 1, offset: 70 });
      const [row] = list.ok ? list.value.rows : [];
      if (!row) return null;
      const revealed = await window.api.call('officials.reveal', { id: row.id });
      return revealed.ok ? revealed.value : null;
    });
    if (!person) throw new Error('no person');

    await test.step('Esc gives the focus back to where it was', async () => {
      await navigation.getByText(pageNames.reports, { exact: true }).focus();
      const focused = () => page.evaluate(() => document.activeElement?.textContent);
      const before = await focused();
      await typeSearch(page, 'nguyen');
      await page.keyboard.press('Escape');
      await expect(overlayOf(page)).toHaveCount(0);
      expect(await focused()).toBe(before);
    });

    await test.step('the last digits of a citizen ID open the person, and the ID stays hidden', async () => {
      await typeSearch(page, person.citizenId.slice(-6));
      await expect(active(page)).toContainText(person.fullName);
      await expect(active(page)).toContainText(/khớp số CCCD|thẻ/);
      expect(await overlayOf(page).innerText()).not.toContain(person.citizenId);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: pageNames.officials, level: 1 })).toBeVisible();
      await expect(panelOf(page).getByRole('heading', { name: person.fullName, level: 2 })).toBeVisible();
    });

    await test.step('initials, arrow keys, and a name that is composed', async () => {
      const initials = person.fullName
        .split(' ')
        .map((word) => word.normalize('NFD').charAt(0).toLowerCase().replace('đ', 'd'))
        .join('');
      await typeSearch(page, initials);
      await expect(overlayOf(page).getByRole('option').first()).toBeVisible();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+K');
      await compose(page, [['N', 'Ng', 'Ngu', 'Nguy', 'Nguye', 'Nguyê', 'Nguyễn']]);
      await expect(overlayOf(page).getByRole('option').nth(1)).toBeVisible();
      // Ctrl+K again asks for something else: it was typed behind the word before.
      await page.keyboard.press('Control+K');
      await page.keyboard.type('nguyen');
      await expect(overlayOf(page).getByRole('combobox')).toHaveValue('nguyen');
      await expect(overlayOf(page).getByRole('option').nth(1)).toBeVisible();
      const second = await overlayOf(page).getByRole('option').nth(1).locator('span').first().innerText();
      await page.keyboard.press('ArrowDown');
      await expect(active(page)).toContainText(second);
      await page.keyboard.press('Enter');
      await expect(panelOf(page).getByRole('heading', { name: second, level: 2 })).toBeVisible();
    });

    await test.step('with a form open it asks before the form is left', async () => {
      await panelOf(page).getByRole('button', { name: commonText.edit, exact: true }).click();
      await panelOf(page).getByLabel(labels.hometown).fill('xã Sông Mây mới');
      await typeSearch(page, person.citizenId.slice(-6));
      await expect(active(page)).toContainText(person.fullName);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: commonText.unsavedStay }).click();
      await expect(panelOf(page).getByLabel(labels.hometown)).toHaveValue('xã Sông Mây mới');
      await panelOf(page).getByLabel(labels.hometown).press('Control+Enter');
      await expect(page.getByText(/Đã lưu thay đổi/)).toBeVisible();
      // Back from the form to the person: only then nothing asks before the page is left.
      await expect(panelOf(page).getByLabel(labels.hometown)).toBeHidden();
    });

    await test.step('a unit', async () => {
      const unit = await page.evaluate(async () => {
        const tree = await window.api.call('organizations.tree', {});
        return tree.ok ? tree.value.organizations.at(-1)?.name : undefined;
      });
      await typeSearch(
        page,
        (unit ?? '')
          .normalize('NFD')
          .replace(/[\u0300-\u036f]/g, '')
          .replace(/Đ/g, 'd')
          .replace(/đ/g, 'd'),
      );
      await expect(active(page)).toContainText(unit ?? '');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: pageNames.organizations, level: 1 })).toBeVisible();
      await expect(panelOf(page).getByRole('heading', { name: unit ?? '', level: 2 })).toBeVisible();
    });

    // The fault: Enter pressed while the answer to the last letter was on its way did nothing. A clerk who knows
    // the name types it and presses Enter without looking; the overlay stayed and the clerk typed on into it.
    await test.step('Enter right after the last letter opens what is found, too', async () => {
      await typeSearch(page, 'ng');
      await expect(active(page)).toBeVisible();
      await page.keyboard.press('Control+A');
      await Promise.all([page.keyboard.insertText(person.partyCardNo), page.keyboard.press('Enter')]);
      await expect(panelOf(page).getByRole('heading', { name: person.fullName, level: 2 })).toBeVisible();
      await expect(overlayOf(page)).toHaveCount(0);
    });

    await test.step('nothing found is said; Ctrl+F narrows the list of the page', async () => {
      await typeSearch(page, 'khong co ai ten nay');
      await expect(overlayOf(page).getByText(searchText.nothing('khong co ai ten nay'))).toBeVisible();
      await page.keyboard.press('Escape');
      await navigation.getByText(pageNames.officials, { exact: true }).click();
      await expect(page.getByRole('grid', { name: officialsText.table })).toBeVisible();
      await page.keyboard.press('Control+F');
      await expect(page.getByRole('searchbox')).toBeFocused();
      await navigation.getByText(pageNames.overview, { exact: true }).click();
      await expect(page.getByRole('searchbox')).toHaveCount(0);
      await page.keyboard.press('Control+F');
      await expect(overlayOf(page)).toBeVisible();
      await page.keyboard.press('Escape');
    });
    await close();
  } finally {
    removeFolder(data);
  }
});
