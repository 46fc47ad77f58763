import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { cycleText, periodWords, reviewStatusNames } from '../../db/contract/vi/cycles.ts';
import { meetingsText } from '../../db/contract/vi/meetings.ts';
import { navigationText, pageNames } from '../../db/contract/vi/navigation.ts';
import { pledgesText } from '../../db/contract/vi/pledges.ts';
import { ratingRulesText } from '../../db/contract/vi/rating-rules-screen.ts';
import { ratingLevelNames } from '../../db/contract/vi/ratings.ts';
import { remediationText } from '../../db/contract/vi/remediation.ts';
import { reportsText } from '../../db/contract/vi/reports.ts';
import { reviewsText } from '../../db/contract/vi/reviews.ts';
import { summaryText } from '../../db/contract/vi/summaries.ts';
import { runCommandLine } from '../helpers/demo-office.ts';
import { answerSaveDialog } from '../helpers/dialogs.ts';
import { expect, test } from '../helpers/electron-test.ts';
import { blankOfficial } from '../helpers/people.ts';
import { logIn } from '../helpers/sign-in.ts';
import { callIn } from '../helpers/window-calls.ts';

const YEAR = new Date().getFullYear();
const CELL = 'Chi bộ thôn Bản Sen';
/** Made-up people, in Vietnamese order of their given names. */
const PEOPLE = [
  'Vàng A An',
  'Lò Thị Ánh',
  'Hà Văn Bình',
  'Giàng Thị Chi',
  'Tòng Văn Dũng',
  'Lò Văn Đức',
  'Sùng Thị Hoa',
  'Quàng Văn Khánh',
  'Cầm Thị Lan',
  'Vừ A Minh',
  'Hồ Thị Oanh',
  'Đặng Văn Yên',
] as const;

/** The cell and its twelve members, as an earlier import would have left them. */
async function fillTheBook(page: Page): Promise<void> {
  const { id } = await callIn(page, 'organizations.create', { parentId: 1, kind: 'partyCell', name: CELL });
  for (const fullName of PEOPLE)
    await callIn(page, 'officials.create', {
      ...blankOfficial,
      fullName,
      birthDate: '1980-05-19',
      admittedOn: '2005-02-03',
      membershipStatus: 'full',
      organizationId: id,
    });
  await page.reload();
}

test.beforeEach(({ userData }) => {
  runCommandLine(['init', '--data', path.join(userData, 'data'), '--office', 'Đảng ủy xã Sông Mây']);
});

test('a whole year of a cell of twelve, by keyboard: cycle, pledges, reviews, votes, ratings, remediation, printed summary', async ({
  launch,
  userData,
}) => {
  const { app, page } = await launch();
  await logIn(page);
  const navigation = page.getByRole('navigation', { name: navigationText.main });
  await expect(navigation).toBeVisible();
  await fillTheBook(page);
  const goTo = (name: string) => navigation.getByRole('link', { name, exact: true }).press('Enter');
  const press = (name: string) => page.getByRole('button', { name, exact: true }).press('Enter');

  await test.step('the cycle is opened from its plan', async () => {
    await goTo(pageNames.cycle);
    await press(cycleText.open);
    await page.getByLabel(cycleText.planNo).fill('45-KH/ĐU');
    await page.getByLabel(cycleText.planNo).press('Enter');
    await expect(page.getByText(cycleText.opened(periodWords(YEAR, 0), PEOPLE.length))).toBeVisible();
  });

  await test.step('everyone pledges, and the pledges are filed and confirmed', async () => {
    await goTo(pageNames.pledges);
    await press(pledgesText.create);
    await expect(page.getByLabel(pledgesText.commonText)).toBeFocused();
    await page.keyboard.type('Học tập, làm theo Bác');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(pledgesText.created(PEOPLE.length))).toBeVisible();
    const grid = page.getByRole('grid', { name: pledgesText.table });
    await grid.focus();
    await grid.press('Control+a');
    await press(pledgesText.acts.filed);
    await expect(page.getByLabel(pledgesText.signedOn)).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(pledgesText.actDone.filed(PEOPLE.length))).toBeVisible();
    await grid.press('Control+a');
    await press(pledgesText.acts.confirmed);
    await page.getByLabel(pledgesText.body).fill('Chi ủy');
    await page.getByLabel(pledgesText.body).press('Control+Enter');
    // The notice comes when the list has the focus again; the counts may be there before.
    await expect(page.getByText(pledgesText.actDone.confirmed(PEOPLE.length))).toBeVisible();
    await expect(page.getByText(pledgesText.signed(PEOPLE.length, PEOPLE.length, 10000))).toBeVisible();
  });

  await test.step('one writes a review with a shortcoming; all are filed', async () => {
    await goTo(pageNames.reviews);
    const grid = page.getByRole('grid', { name: reviewsText.list });
    await page.getByLabel(reviewsText.show).selectOption({ label: reviewsText.shows.personal });
    await expect(grid.getByRole('row')).toHaveCount(PEOPLE.length + 1);
    await grid.focus();
    await grid.press('Home');
    await grid.press('Enter');
    await press(reviewsText.addShortcoming);
    await expect(page.getByLabel(reviewsText.shortcomingOf(1), { exact: true })).toBeFocused();
    await page.keyboard.type('Ít dự sinh hoạt chi bộ');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Đi làm xa');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(reviewsText.saved(PEOPLE[0]))).toBeVisible();
    await press(reviewsText.back);
    // The list is as it was left: its filter still leaves the collectives out.
    await expect(grid.getByRole('row')).toHaveCount(PEOPLE.length + 1);
    await grid.focus();
    await grid.press('Control+a');
    await press(reviewsText.changeStatus);
    await page.getByLabel(reviewsText.filedOn).press('Control+Enter');
    await expect(page.getByText(reviewsText.changed(PEOPLE.length, reviewStatusNames.filed))).toBeVisible();
  });

  await test.step('the cell meets and votes; the levels that the ballots propose are taken over', async () => {
    await page.getByRole('tab', { name: reviewsText.tabs.meetings }).click();
    await press(meetingsText.add);
    const choice = page.getByRole('dialog').getByLabel(meetingsText.unit);
    const option = choice.locator('option').filter({ hasText: CELL }).first();
    await choice.selectOption((await option.getAttribute('value')) ?? '');
    await page.getByRole('dialog').getByRole('button', { name: meetingsText.open }).press('Enter');
    await page.getByLabel(meetingsText.heldOn).fill(`10/12/${YEAR}`);
    const counts = page.getByRole('region', { name: meetingsText.counts });
    const type = (label: string, typed: string) => counts.getByLabel(label, { exact: true }).fill(typed);
    await type(meetingsText.membersTotal, '12');
    await type(meetingsText.presentCount, '12');
    await type(meetingsText.issued, '12');
    await type(meetingsText.returned, '12');
    await type(meetingsText.valid, '12');
    await type(meetingsText.invalid, '0');
    for (const [index, name] of PEOPLE.entries())
      await page
        .getByLabel(meetingsText.votesOf(ratingLevelNames[index === 11 ? 'excellent' : 'good'], name))
        .fill('12');
    await counts.getByLabel(meetingsText.valid, { exact: true }).press('Control+Enter');
    await expect(page.getByText(meetingsText.saved(CELL))).toBeVisible();
    await press(meetingsText.propose);
    await page.getByRole('dialog').getByRole('button', { name: meetingsText.propose }).press('Enter');
    await expect(page.getByText(meetingsText.proposed(PEOPLE.length))).toBeVisible();
    await press(meetingsText.back);
  });

  await test.step('the committee decides: ten good, one excellent, one completed', async () => {
    await goTo(pageNames.ratings);
    const body = page.getByLabel(ratingRulesText.decisionBody);
    await body.fill('Ban Thường vụ Đảng ủy xã');
    await body.press('Tab');
    await page.keyboard.type(`20/12/${YEAR}`);
    await page.keyboard.press('Enter');
    await expect(page.getByText(ratingRulesText.decisionSaved)).toBeVisible();
    const grid = page.getByRole('grid');
    await grid.focus();
    await grid.press('Control+Home');
    for (let column = 0; column < 3; column += 1) await page.keyboard.press('ArrowRight');
    for (let row = 0; row < PEOPLE.length; row += 1) {
      await page.keyboard.press(row === 11 ? '1' : row === 0 ? '3' : '2');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await page.keyboard.press('ArrowDown');
    }
    const standing = () => callIn(page, 'ratings.grid', { year: YEAR });
    await expect
      .poll(async () => (await standing()).counts)
      .toEqual({ excellent: 1, good: 10, completed: 1, notCompleted: 0, unrated: 0 });
    const { rows } = await standing();
    expect(rows.filter((row) => row.proposedLevel === 'good')).toHaveLength(11);
  });

  await test.step('the shortcoming becomes a task with its owner and its day', async () => {
    await goTo(pageNames.remediation);
    await press(remediationText.toFindings);
    const findings = page.getByRole('grid', { name: remediationText.findings });
    await findings.focus();
    await findings.press('Enter');
    const panel = page.getByRole('complementary');
    await expect(panel.getByLabel(remediationText.measure)).toBeFocused();
    await page.keyboard.insertText('Dự đủ các kỳ sinh hoạt');
    await panel.getByLabel(remediationText.dueOn).fill(`30/06/${YEAR + 1}`);
    await panel.getByLabel(remediationText.dueOn).press('Control+Enter');
    await expect(page.getByText(remediationText.added)).toBeVisible();
  });

  await test.step('the summary is printed, and its numbers are those that were entered', async () => {
    await goTo(pageNames.reports);
    await expect(page.getByRole('table', { name: summaryText.screenTitle('5a', YEAR, 0) })).toBeVisible();
    await page.keyboard.press('Control+p');
    const preview = page.getByRole('region', { name: reportsText.previewTitle });
    await expect(preview.locator('canvas[data-drawn]').first()).toBeVisible({ timeout: 30_000 });
    const file = path.join(userData, 'bieu-5a.pdf');
    await answerSaveDialog(app, file);
    await preview.getByRole('button', { name: reportsText.savePdf }).press('Enter');
    await expect(page.getByText('bieu-5a.pdf', { exact: false })).toBeVisible();
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).normalize('NFC');
    const row = text.split('\n').find((line) => line.includes(CELL));
    // Members, exempt, to rate, rated, then number and percent of each level, unrated.
    expect(
      row
        ?.trim()
        .split(/\s{2,}|\s(?=[\d-])/)
        .join(' '),
    ).toMatch(/12 0 12 12 1 8,33 10 83,33 1 8,33 0 0,00 0/);
  });

  await test.step('next year begins with what was left over', async () => {
    const [first] = (await callIn(page, 'officials.list', { search: 'vang a an' })).rows;
    const pledge = await callIn(page, 'pledges.get', { year: YEAR + 1, officialId: first?.id ?? 0 });
    expect(pledge.openShortcomings).toMatchObject([
      { text: 'Ít dự sinh hoạt chi bộ', tasks: 1, verified: 0 },
    ]);
  });
});
