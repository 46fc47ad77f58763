import path from 'node:path';
import type { Page } from '@playwright/test';
import { commonText } from '../../db/contract/vi/common.ts';
import { navigationText, pageNames } from '../../db/contract/vi/navigation.ts';
import { formatNumber } from '../../db/contract/vi/numbers.ts';
import {
  operationKindNames,
  operationsText,
  organizationsText,
  stepActs,
  stepsText,
} from '../../db/contract/vi/organizations.ts';
import { makeDemoOffice } from '../helpers/demo-office.ts';
import { expect, test } from '../helpers/electron-test.ts';
import { logIn } from '../helpers/sign-in.ts';

const MERGE_DAY = '01/07/2025';
const DAY_BEFORE = '30/06/2025';

interface Unit {
  id: number;
  name: string;
  memberCount: number;
}

/** What the service itself says about a day, with the units that stand under the office's own. */
const unitsOn = async (page: Page, asOf: string): Promise<Unit[]> => {
  const reply = await page.evaluate((day) => window.api.call('organizations.tree', { asOf: day }), asOf);
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value.organizations.slice(1);
};

/** The rows as they are drawn: name and the people of the unit itself. */
const drawnUnits = (page: Page): Promise<string[]> =>
  page
    .getByRole('treeitem')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? '').slice(1));

const drawn = (units: readonly Unit[]): string[] =>
  units.map(({ name, memberCount }) => `${name}, ${organizationsText.members(memberCount)}`);

const showDay = async (page: Page, day: string): Promise<void> => {
  const field = page.getByLabel(organizationsText.treeDay);
  await field.fill(day);
  await field.press('Enter');
  await expect(page.getByText(organizationsText.treeOn(day))).toBeVisible();
};

test.beforeEach(({ userData }) => makeDemoOffice(path.join(userData, 'data'), 120));

test('two units are merged from the panel: the counts agree, the day before keeps both, undo restores', async ({
  launch,
}) => {
  const { page } = await launch();
  await logIn(page);
  const navigation = page.getByRole('navigation', { name: navigationText.main });
  await navigation.getByText(pageNames.organizations, { exact: true }).click();
  await expect(page.getByRole('treeitem').nth(2)).toBeVisible();

  const before = await unitsOn(page, '2025-07-01');
  const [source, target] = before;
  if (!source || !target) throw new Error('The office has too few units');
  expect(source.memberCount).toBeGreaterThan(0);
  await expect.poll(() => drawnUnits(page)).toEqual(drawn(before));

  await page.getByRole('treeitem', { name: source.name }).click();
  await page.getByRole('button', { name: stepActs.merge }).click();
  const day = page.getByLabel(stepsText.onDay, { exact: true });
  await expect(day).toBeFocused();

  // A refusal stands at its field and drops nothing that was typed.
  await day.fill('31/02/2025');
  await page.keyboard.press('Enter');
  await expect(page.getByText(stepsText.onDayBad)).toBeVisible();
  await expect(page.getByText(stepsText.noTarget)).toBeVisible();
  await expect(day).toHaveValue('31/02/2025');
  await expect(day).toBeFocused();

  await day.fill(MERGE_DAY);
  await expect(page.getByRole('checkbox', { name: source.name })).toBeChecked();
  await page.getByLabel(stepsText.targetLabel).selectOption(String(target.id));
  await page.getByRole('button', { name: stepsText.check }).click();

  const result = page.getByRole('region', { name: stepsText.checkedTitle });
  await expect(result).toBeFocused();
  const sum = source.memberCount + target.memberCount;
  const row = (name: string) =>
    result.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  await expect(row(source.name).getByRole('cell')).toHaveText([formatNumber(source.memberCount), '0']);
  await expect(row(target.name).getByRole('cell')).toHaveText([
    formatNumber(target.memberCount),
    formatNumber(sum),
  ]);
  await expect(row(commonText.total).getByRole('cell')).toHaveText([formatNumber(sum), formatNumber(sum)]);
  // Nothing is written by the check.
  expect(await unitsOn(page, '2025-07-01')).toEqual(before);

  await result.getByRole('button', { name: stepsText.act('merge', MERGE_DAY) }).click();
  const notices = page.getByRole('region', { name: commonText.notices });
  await expect(notices.getByText(stepsText.doneCounts(sum))).toBeVisible();
  // It is taken back from below: the pointer that rests on it keeps it there.
  await notices.getByText(stepsText.doneCounts(sum)).hover();
  const merged = before
    .filter(({ id }) => id !== source.id)
    .map((unit) => (unit.id === target.id ? { ...unit, memberCount: sum } : unit));
  await expect.poll(() => drawnUnits(page)).toEqual(drawn(merged));

  await showDay(page, DAY_BEFORE);
  await expect.poll(() => drawnUnits(page)).toEqual(drawn(before));
  await showDay(page, MERGE_DAY);
  await expect.poll(() => drawnUnits(page)).toEqual(drawn(merged));

  await notices.getByRole('button', { name: commonText.undo }).click();
  await expect.poll(() => drawnUnits(page)).toEqual(drawn(before));
  // Versions tell that there was something; everything else is as it was.
  const plain = (units: readonly Unit[]) => units.map((unit) => ({ ...unit, version: 0 }));
  expect(plain(await unitsOn(page, '2025-07-01'))).toEqual(plain(before));

  await page.getByRole('button', { name: operationsText.open }).click();
  const operation = page.getByRole('row').filter({ hasText: operationKindNames.merge });
  await expect(operation).toContainText(`${source.name}, ${target.name}`);
  await expect(operation).toContainText(operationsText.undone(''));
  await expect(operation.getByRole('button')).toHaveCount(0);
});
