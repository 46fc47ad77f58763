import path from 'node:path';
import { commonText } from '../../db/contract/vi/common.ts';
import { cycleText, outReasonNames, periodWords } from '../../db/contract/vi/cycles.ts';
import { navigationText, pageNames } from '../../db/contract/vi/navigation.ts';
import { makeDemoOffice } from '../helpers/demo-office.ts';
import { expect, test } from '../helpers/electron-test.ts';
import { logIn } from '../helpers/sign-in.ts';

const MEMBERS = 60;

test.beforeEach(({ userData }) => makeDemoOffice(path.join(userData, 'data'), MEMBERS));

test('a cycle is opened from its plan, its list is kept with reasons, and the opening is taken back', async ({
  launch,
}) => {
  const { page } = await launch();
  await logIn(page);
  const navigation = page.getByRole('navigation', { name: navigationText.main });
  await navigation.getByText(pageNames.cycle, { exact: true }).click();
  await page.getByRole('button', { name: cycleText.open, exact: true }).click();

  // A day that does not exist is refused at its field; what was typed stays.
  await page.getByLabel(cycleText.planNo).fill('45-KH/ĐU');
  await page.getByLabel(cycleText.planDate).fill('31/02/2026');
  await page.getByLabel(cycleText.planDate).press('Enter');
  await expect(page.getByLabel(cycleText.planDate)).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel(cycleText.planDate).fill('03/11/2026');
  await page.getByLabel(cycleText.planDate).press('Enter');
  const words = periodWords(new Date().getFullYear(), 0);
  await expect(page.getByText(cycleText.opened(words, MEMBERS))).toBeVisible();

  await page.getByRole('tab', { name: cycleText.tabs.subjects }).click();
  const grid = page.getByRole('grid', { name: cycleText.subjects });
  await grid.focus();
  await grid.press('End');
  await grid.press('Enter');
  const panel = page.getByRole('complementary');
  const name = (await panel.getByRole('heading', { level: 2 }).textContent()) ?? '';
  await panel.getByLabel(cycleText.outReason).selectOption({ label: outReasonNames.other });
  await panel.getByRole('button', { name: cycleText.takeOut }).click();
  await expect(panel.getByLabel(cycleText.outNote)).toHaveAttribute('aria-invalid', 'true');
  await panel.getByLabel(cycleText.outNote).fill('Đi học dài hạn');
  await panel.getByRole('button', { name: cycleText.takeOut }).click();
  await expect(page.getByText(cycleText.changedOut(name))).toBeVisible();
  await page.getByLabel(cycleText.show).selectOption({ label: cycleText.shows.out });
  await expect(grid.getByText('Đi học dài hạn')).toBeVisible();
  await page.getByRole('button', { name: commonText.undo }).last().click();
  await expect(page.getByText(cycleText.none)).toBeVisible();

  await page.getByRole('tab', { name: cycleText.tabs.plan }).click();
  await expect(page.getByLabel(cycleText.planDate)).toHaveValue('03/11/2026');
  await page.getByRole('button', { name: cycleText.withdraw }).click();
  await expect(page.getByText(cycleText.withdrawn(words))).toBeVisible();
  await expect(page.getByText(cycleText.notOpenTitle(words))).toBeVisible();
});

test('an earlier counting day leaves the ticks at the units they were set at', async ({ launch }) => {
  // Ticks were kept by their place in the list: a unit that still stood on the day that is typed moved them on to
  // the next line, and a committee was opened for review that nobody had chosen.
  const { page } = await launch();
  await logIn(page);
  const navigation = page.getByRole('navigation', { name: navigationText.main });
  await expect(navigation).toBeVisible();
  const year = new Date().getFullYear();
  await page.evaluate(async (onDay) => {
    const made = await window.api.call('organizations.create', {
      parentId: 1,
      kind: 'partyCell',
      name: 'Chi bộ Ao Cá',
    });
    if (!made.ok) throw new Error(made.error.code);
    const { id } = made.value;
    const ended = await window.api.call('organizations.end', {
      id,
      moveToId: null,
      onDay,
    });
    if (!ended.ok) throw new Error(JSON.stringify(ended.error));
  }, `${year}-07-01`);
  await navigation.getByText(pageNames.cycle, { exact: true }).click();
  await page.getByRole('button', { name: cycleText.open, exact: true }).click();
  const ticks = page.getByRole('group', { name: cycleText.collectives });
  const ended = ticks.getByRole('checkbox', { name: 'Chi bộ Ao Cá', exact: false });
  await expect(ticks.getByRole('checkbox', { checked: true })).not.toHaveCount(0);
  await expect(ended).toHaveCount(0);
  await ticks.getByRole('checkbox', { checked: true }).last().uncheck();
  const ticked = () =>
    ticks
      .getByRole('checkbox', { checked: true })
      .evaluateAll((boxes) =>
        boxes.map((box) => box.closest('label')?.textContent ?? '').filter((name) => !name.includes('Ao Cá')),
      );
  const before = await ticked();
  await page.getByLabel(cycleText.countedOn).fill(`30/06/${year}`);
  await expect(ended).not.toHaveCount(0);
  expect(await ticked()).toEqual(before);
  await expect(ended.first()).toBeChecked();
  await page.getByRole('button', { name: commonText.cancel, exact: true }).click();
  await page.getByRole('button', { name: commonText.unsavedLeave }).click();
  await expect(ticks).toHaveCount(0);
});
