import path from 'node:path';
import type { Page } from '@playwright/test';
import { newerText } from '../../db/contract/vi/drafts.ts';
import { formSectionTitles } from '../../db/contract/vi/forms-sections.ts';
import { meetingsText } from '../../db/contract/vi/meetings.ts';
import { pageNames } from '../../db/contract/vi/navigation.ts';
import { cellText } from '../../db/contract/vi/official-list.ts';
import { officialEditText, officialFieldLabels, officialsText } from '../../db/contract/vi/officials.ts';
import { pledgesText } from '../../db/contract/vi/pledges.ts';
import { reviewsText } from '../../db/contract/vi/reviews.ts';
import { dayOf, formatPartialDate } from '../../db/domain/dates.ts';
import { makeDemoOffice } from '../helpers/demo-office.ts';
import { expect, test } from '../helpers/electron-test.ts';
import { logIn, openPage } from '../helpers/sign-in.ts';
import { callIn, holdAnswers } from '../helpers/window-calls.ts';

/*
 * A clerk does not look at the screen between two keys. The faults: a key pressed while an answer was on its way was done
 * to the row of the filter before, or to the act before the last, or done twice. Answers are held here, as a slow disk
 * holds them, until the keys are pressed.
 */

const YEAR = new Date().getFullYear();

// More people than one page of a list: rows far from those in sight are not known.
const MEMBERS = 400;

test.beforeEach(({ userData }) => makeDemoOffice(path.join(userData, 'data'), MEMBERS));

async function toFilter(page: Page): Promise<void> {
  await page.keyboard.press('Control+F');
  await expect(page.getByRole('searchbox')).toBeFocused();
}

test('keys in the list of people that come before the answer are done to what they were meant for', async ({
  launch,
}) => {
  const { app, page } = await launch();
  await logIn(page);
  await openPage(page, pageNames.officials);
  const grid = page.getByRole('grid', { name: officialsText.table });
  const panel = page.getByRole('complementary');
  const nameInPanel = panel.getByRole('heading', { level: 2 });
  await expect(grid.getByRole('row').nth(3)).toBeVisible();
  const { rows } = await callIn(page, 'officials.list', {});

  await test.step('the filter, Enter, Ctrl+Enter: the person found is opened, not the first one before', async () => {
    const wanted = rows[20]?.fullName ?? '';
    const [found] = (await callIn(page, 'officials.list', { search: wanted })).rows;
    expect(found?.id).not.toBe(rows[0]?.id);
    await toFilter(page);
    const answers = await holdAnswers(app, 'officials.list');
    await page.keyboard.insertText(wanted);
    await page.keyboard.press('Enter');
    await expect(grid).toBeFocused();
    await expect.poll(answers.waiting).toBeGreaterThan(0);
    await page.keyboard.press('Control+Enter');
    await answers.letGo();
    await expect(nameInPanel).toHaveText(found?.fullName ?? '');
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
    await toFilter(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await expect(grid).toBeFocused();
    await expect(grid.getByRole('row').nth(1)).toContainText(rows[0]?.fullName ?? '');
  });

  await test.step('a name in the filter, Enter, while nobody is found for the words before: the list is entered', async () => {
    const [wanted] = rows;
    await toFilter(page);
    await page.keyboard.insertText('không ai tên này');
    await expect(page.getByText(officialsText.notFoundTitle)).toBeVisible();
    const answers = await holdAnswers(app, 'officials.list');
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(wanted?.fullName ?? '');
    await page.keyboard.press('Enter');
    await expect.poll(answers.waiting).toBeGreaterThan(0);
    await expect(page.getByRole('searchbox')).toBeFocused();
    await answers.letGo();
    await expect(grid).toBeFocused();
    await expect(grid.getByRole('row').nth(1)).toContainText(wanted?.fullName ?? '');
  });

  await test.step('a text typed into a cell before the answer is dropped with the Enter that ends it', async () => {
    const search = rows[30]?.fullName ?? '';
    const [wanted] = (await callIn(page, 'officials.list', { search })).rows;
    await toFilter(page);
    const answers = await holdAnswers(app, 'officials.list');
    await page.keyboard.insertText(search);
    await page.keyboard.press('Enter');
    await expect(grid).toBeFocused();
    await expect.poll(answers.waiting).toBeGreaterThan(0);
    // At one instant: keys that belong to one text are known by their time.
    await grid.evaluate((list) => {
      for (const key of ['x', 'Enter'])
        list.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    });
    await answers.letGo();
    await expect(grid.getByRole('row').nth(1)).toContainText(wanted?.fullName ?? '');
    await expect(grid).toBeFocused();
    await toFilter(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await expect(grid.getByRole('row').nth(1)).toContainText(rows[0]?.fullName ?? '');
  });

  await test.step('scrolled far away, Ctrl+Enter opens the person of the cursor, and the next keys go on from there', async () => {
    await page.keyboard.press('Control+Home');
    await grid.evaluate((list) => list.scrollTo({ top: list.scrollHeight }));
    await expect(grid.getByRole('row').last()).toHaveAttribute('aria-rowindex', String(MEMBERS + 1));
    await expect(grid.getByRole('row').last()).not.toContainText('…');
    await page.keyboard.press('Control+Enter');
    await expect(nameInPanel).toHaveText(rows[0]?.fullName ?? '');
    await page.keyboard.press('ArrowDown');
    await expect(nameInPanel).toHaveText(rows[1]?.fullName ?? '');
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
  });

  await test.step('Ctrl+Z right after a cell takes that cell back, not the one before it', async () => {
    const births = async () =>
      (await callIn(page, 'officials.list', {})).rows.slice(0, 2).map(({ birthDate }) => birthDate);
    const before = await births();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Home');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('01/02/1980');
    await page.keyboard.press('Enter');
    await expect.poll(births).toEqual(['1980-02-01', before[1]]);
    await expect(page.getByText(cellText.notSavedCount(1))).toHaveCount(0);
    const answers = await holdAnswers(app, 'officials.update');
    await page.keyboard.type('03/04/1981');
    await page.keyboard.press('Enter');
    await expect.poll(answers.waiting).toBe(1);
    await page.keyboard.press('Control+Z');
    await answers.letGo();
    await expect(page.getByText(/^Đã hoàn tác: Ngày sinh/)).toBeVisible();
    expect(await births()).toEqual(['1980-02-01', before[1]]);
  });

  await test.step('Ctrl+Enter twice adds one person, and its answer leaves the keys in the filter', async () => {
    await page.getByRole('button', { name: officialEditText.add }).click();
    await panel.getByLabel(officialFieldLabels.fullName).fill('Lò Thị Nhanh');
    const answers = await holdAnswers(app, 'officials.create');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Control+Enter');
    await expect.poll(answers.waiting).toBe(1);
    await toFilter(page);
    await page.keyboard.type('lo thi');
    await answers.letGo();
    await expect(nameInPanel).toHaveText('Lò Thị Nhanh');
    await page.keyboard.type(' nhanh');
    await expect(page.getByRole('searchbox')).toHaveValue('lo thi nhanh');
    expect((await callIn(page, 'officials.list', { search: 'lo thi nhanh' })).total).toBe(1);
  });
});

test('a second save key waits for the first: nothing is written twice, nothing typed is called stale', async ({
  launch,
}) => {
  const { app, page } = await launch();
  await logIn(page);
  await callIn(page, 'cycles.open', {
    year: YEAR,
    countedOn: dayOf(new Date()),
    packId: '',
    planNo: '',
    planDate: null,
    collectives: [],
  });
  await page.reload();

  await test.step('Ctrl+S, more words, Ctrl+S in a pledge', async () => {
    await openPage(page, pageNames.pledges);
    const grid = page.getByRole('grid', { name: pledgesText.table });
    await expect(grid.getByRole('row').nth(1)).toBeVisible();
    await grid.focus();
    await page.keyboard.press('Home');
    const [row] = (await callIn(page, 'pledges.list', { year: YEAR, limit: 1 })).rows;
    await page.keyboard.press('Enter');
    const duties = formSectionTitles.duties;
    await page.getByRole('button', { name: pledgesText.addItemTo(duties) }).click();
    await expect(page.getByLabel(pledgesText.itemOf(duties, 1), { exact: true })).toBeFocused();
    await page.keyboard.type('Học tập');
    const answers = await holdAnswers(app, 'pledges.save');
    await page.keyboard.press('Control+S');
    await expect.poll(answers.waiting).toBe(1);
    await page.keyboard.type(' nghị quyết');
    await page.keyboard.press('Control+S');
    await answers.letGo();
    await expect
      .poll(
        async () =>
          (await callIn(page, 'pledges.get', { year: YEAR, officialId: row?.officialId ?? 0 })).items[0]
            ?.text,
      )
      .toBe('Học tập nghị quyết');
    await expect(page.getByText(newerText.title)).toHaveCount(0);
    await page.getByRole('button', { name: pledgesText.back }).click();
  });

  await test.step('Ctrl+Enter twice makes one meeting', async () => {
    await openPage(page, pageNames.reviews);
    await page.getByRole('tab', { name: reviewsText.tabs.meetings }).click();
    await page.getByRole('button', { name: meetingsText.add, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(meetingsText.unit).selectOption({ index: 1 });
    await dialog.getByRole('button', { name: meetingsText.open }).click();
    await page.getByLabel(meetingsText.heldOn, { exact: true }).fill(formatPartialDate(dayOf(new Date())));
    const counts = page.getByRole('region', { name: meetingsText.counts });
    for (const field of ['membersTotal', 'presentCount', 'issued', 'returned', 'valid'] as const)
      await counts.getByLabel(meetingsText[field], { exact: true }).fill('3');
    await counts.getByLabel(meetingsText.invalid, { exact: true }).fill('0');
    const answers = await holdAnswers(app, 'meetings.save');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Control+Enter');
    await expect.poll(answers.waiting).toBe(1);
    await answers.letGo();
    await expect(page.getByText(/^Đã lưu cuộc họp/)).toBeVisible();
    expect((await callIn(page, 'meetings.list', { year: YEAR })).meetings).toHaveLength(1);
  });

  await test.step('a name in the filter, Enter, a digit: the level is given to the person found', async () => {
    await callIn(page, 'cycles.setDecision', {
      year: YEAR,
      quarter: 0,
      version: (await callIn(page, 'ratings.grid', { year: YEAR })).decision.version,
      body: 'Ban Thường vụ Đảng ủy xã',
      onDay: `${YEAR}-12-10`,
    });
    await page.reload();
    await openPage(page, pageNames.ratings);
    const { rows } = await callIn(page, 'ratings.grid', { year: YEAR });
    const wanted = rows
      .slice(1)
      .find(
        ({ fullName, decidedLevel }) =>
          decidedLevel === null && rows.filter((each) => each.fullName.includes(fullName)).length === 1,
      );
    await expect(page.getByRole('grid').getByRole('row').nth(3)).toBeVisible();
    await toFilter(page);
    await Promise.all([
      page.keyboard.insertText(wanted?.fullName ?? ''),
      page.keyboard.press('Enter'),
      page.keyboard.press('3'),
    ]);
    const rated = async () =>
      (await callIn(page, 'ratings.grid', { year: YEAR })).rows
        .filter(
          (row) =>
            row.decidedLevel !== rows.find(({ officialId }) => officialId === row.officialId)?.decidedLevel,
        )
        .map(({ fullName }) => fullName);
    await expect.poll(rated).toEqual([wanted?.fullName]);
  });
});
