import type { Page } from '@playwright/test';
import { commonText } from '../../db/contract/vi/common.ts';
import { newerText } from '../../db/contract/vi/drafts.ts';
import { fieldErrorMessage } from '../../db/contract/vi/errors.ts';
import { pageNames } from '../../db/contract/vi/navigation.ts';
import {
  officialFieldLabels as labels,
  officialsText,
  selectionText,
  officialEditText as text,
} from '../../db/contract/vi/officials.ts';
import { compose } from '../helpers/compose.ts';
import { makeDemoOffice } from '../helpers/demo-office.ts';
import { freshFolder, removeFolder } from '../helpers/electron.ts';
import { expect, test } from '../helpers/electron-test.ts';
import { logIn, openPage } from '../helpers/sign-in.ts';

const MEMBERS = 120;

async function openPeople(page: Page): Promise<void> {
  await logIn(page);
  await openPage(page, pageNames.officials);
  await expect(page.getByRole('grid', { name: officialsText.table })).toBeVisible();
}

test('a person is added, refused an impossible day, changed, moved, and found without marks', async ({
  launch,
}) => {
  const data = freshFolder('officials');
  try {
    makeDemoOffice(data, MEMBERS);
    const { page, app, close } = await launch({ env: { TUDUONG_DATA: data } });
    await openPeople(page);
    const panel = page.getByRole('complementary');
    const facts = (name: string) => panel.getByRole('heading', { name, level: 2 });

    await test.step('add, with a name that is composed', async () => {
      await page.getByRole('button', { name: text.add }).click();
      await expect(panel.getByLabel(labels.fullName)).toBeFocused();
      await compose(page, [
        ['N', 'Ng', 'Ngh', 'Nghi', 'Nghie', 'Nghiê', 'Nghiêm'],
        ['T', 'Th', 'Thu', 'Thuy', 'Thuý'],
        ['H', 'Ha', 'Hă', 'Hăn', 'Hằn', 'Hằng'],
      ]);
      await expect(panel.getByLabel(labels.fullName)).toHaveValue('Nghiêm Thuý Hằng');
      await panel.getByLabel(labels.birthDate).fill('31/02/1980');
      await page.keyboard.press('Control+Enter');
      await expect(panel.getByLabel(labels.birthDate)).toHaveAccessibleDescription(
        fieldErrorMessage('INVALID_DATE'),
      );
      await expect(panel.getByLabel(labels.birthDate)).toBeFocused();
      // Nothing typed is lost by the refusal, and Esc asks before it drops anything.
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: commonText.unsavedStay }).click();
      await expect(panel.getByLabel(labels.fullName)).toHaveValue('Nghiêm Thuý Hằng');
      await panel.getByLabel(labels.birthDate).fill('02/1980');
      await panel.getByLabel('Chi bộ', { exact: true }).selectOption({ index: 2 });
      await panel.getByLabel(labels.birthDate).press('Control+Enter');
      await expect(facts('Nghiêm Thuý Hằng')).toBeVisible();
      await expect(panel.getByText('02/1980', { exact: true })).toBeVisible();
    });

    await test.step('change, and take the change back', async () => {
      await panel.getByRole('button', { name: commonText.edit, exact: true }).click();
      await panel.getByLabel(labels.hometown).fill('xã Sông Mây');
      await panel.getByRole('button', { name: commonText.save, exact: true }).click();
      await expect(panel.getByText('xã Sông Mây', { exact: true })).toBeVisible();
      await page.getByRole('button', { name: commonText.undo, exact: true }).click();
      await expect(panel.getByText('xã Sông Mây', { exact: true })).toHaveCount(0);
      await expect(page.getByText(text.restored('Nghiêm Thuý Hằng'))).toBeVisible();
    });

    await test.step('move to another unit', async () => {
      await panel.getByRole('button', { name: text.transfer }).click();
      const target = panel.getByLabel(text.transferTo);
      await target.selectOption({ index: 3 });
      const unit = (await target.locator('option:checked').innerText()).trim();
      await panel.getByRole('button', { name: text.transferNow, exact: true }).click();
      await expect(page.getByText(text.transferred(1, unit))).toBeVisible();
      await expect(panel.getByRole('heading', { level: 2 }).locator('..')).toContainText(unit);
    });

    await test.step('find by the name without marks', async () => {
      await page.getByRole('searchbox').fill('nghiem thuy hang');
      await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '2');
      await expect(page.getByRole('row').nth(1)).toContainText('Nghiêm Thuý Hằng');
      await page.getByRole('searchbox').fill('');
    });

    await test.step('reveal to edit: the values come, and a mask is never saved', async () => {
      const grid = page.getByRole('grid', { name: officialsText.table });
      await expect(grid).toHaveAttribute('aria-rowcount', String(MEMBERS + 2));
      await grid.getByRole('row').nth(1).click();
      await panel.getByRole('button', { name: commonText.edit, exact: true }).click();
      const citizenId = panel.getByLabel(labels.citizenId);
      await expect(citizenId).toBeDisabled();
      await expect(citizenId).toHaveValue(/•/);
      await panel.getByLabel(labels.residence).fill('thôn Bản Sen');
      await panel.getByRole('button', { name: text.revealToEdit }).last().click();
      await expect(citizenId).toHaveValue(/^\d{12}$/);
      await expect(citizenId).toBeFocused();
      await expect(panel.getByLabel(labels.ethnicity)).not.toHaveValue(/•/);
      const ethnicity = await panel.getByLabel(labels.ethnicity).inputValue();
      await expect(panel.getByLabel(labels.residence)).toHaveValue('thôn Bản Sen');
      await citizenId.press('Control+Enter');
      await expect(panel.getByText('thôn Bản Sen', { exact: true })).toBeVisible();
      await panel.getByTitle(officialsText.revealLabel).click();
      await expect(panel.getByText(ethnicity, { exact: true })).toBeVisible();
    });

    await test.step('another session saved first: both are shown, the typed text stays', async () => {
      const rows = page.getByRole('grid', { name: officialsText.table }).getByRole('row');
      const name = await rows.nth(1).getByRole('gridcell').nth(2).innerText();
      await panel.getByRole('button', { name: commonText.edit, exact: true }).click();
      await panel.getByLabel(labels.hometown).fill('quê tôi nhập');
      await page.evaluate(async (search) => {
        const list = await window.api.call('officials.list', { search });
        const row = list.ok ? list.value.rows[0] : undefined;
        if (row)
          await window.api.call('officials.update', {
            id: row.id,
            version: row.version,
            changes: { hometown: 'quê người khác nhập' },
          });
      }, name);
      await panel.getByLabel(labels.hometown).press('Control+Enter');
      await expect(panel.getByText('quê người khác nhập', { exact: true })).toBeVisible();
      await expect(panel.getByLabel(labels.hometown)).toHaveValue('quê tôi nhập');
      await expect(panel.getByLabel(labels.hometown)).toBeFocused();
      await panel.getByRole('button', { name: newerText.take }).click();
      await expect(panel.getByLabel(labels.hometown)).toHaveValue('quê người khác nhập');
      await panel.getByLabel(labels.hometown).fill('quê đã chọn');
      await panel.getByLabel(labels.hometown).press('Control+Enter');
      await expect(panel.getByText('quê đã chọn', { exact: true })).toBeVisible();
      await expect(panel.getByRole('button', { name: commonText.edit, exact: true })).toBeFocused();
    });

    await test.step('copy chosen rows as a table', async () => {
      const grid = page.getByRole('grid', { name: officialsText.table });
      await expect(grid).toHaveAttribute('aria-rowcount', String(MEMBERS + 2));
      await grid.focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Shift+ArrowDown');
      await expect(page.getByText(selectionText.selected(3))).toBeVisible();
      await page.keyboard.press('Control+C');
      await expect(page.getByText(selectionText.copied(3))).toBeVisible();
      const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
      const lines = copied.split(/\r?\n/);
      expect(lines).toHaveLength(4);
      expect(lines[0]?.split('\t').slice(0, 3)).toEqual(['STT', labels.fullName, labels.birthDate]);
      expect(new Set(lines.map((line) => line.split('\t').length))).toEqual(new Set([9]));
    });
    await close();
  } finally {
    removeFolder(data);
  }
});
