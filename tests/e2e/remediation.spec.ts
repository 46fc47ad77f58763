import path from 'node:path';
import type { Page } from 'playwright';
import { commonText } from '../../db/contract/vi/common.ts';
import { fieldErrorMessage } from '../../db/contract/vi/errors.ts';
import { importsText } from '../../db/contract/vi/imports.ts';
import { confirmTexts, previewText } from '../../db/contract/vi/imports-preview.ts';
import { navigationText, pageNames } from '../../db/contract/vi/navigation.ts';
import { dueWords, stepNames, remediationText as text } from '../../db/contract/vi/remediation.ts';
import { taskStateNames } from '../../db/contract/vi/remediation-rules.ts';
import { reportsText } from '../../db/contract/vi/reports.ts';
import { dayOf, formatPartialDate } from '../../db/domain/dates.ts';
import { makeDemoOffice } from '../helpers/demo-office.ts';
import { expect, test } from '../helpers/electron-test.ts';
import { pasteCells } from '../helpers/paste-cells.ts';
import { logIn } from '../helpers/sign-in.ts';
import { callIn } from '../helpers/window-calls.ts';

const YEAR = new Date().getFullYear();

test.beforeEach(({ userData }) => makeDemoOffice(path.join(userData, 'data'), 40));

/** A review of the year with one shortcoming; gives whose it is. */
async function reviewWithFinding(page: Page): Promise<{ name: string; other: string }> {
  await callIn(page, 'cycles.open', {
    year: YEAR,
    countedOn: dayOf(new Date()),
    packId: '',
    planNo: '',
    planDate: null,
    collectives: [],
  });
  const { rows } = await callIn(page, 'reviews.list', { year: YEAR });
  const [first, second] = rows.filter((row) => row.reviewId !== null);
  if (!first || !second) throw new Error('no reviews');
  await callIn(page, 'reviews.save', {
    reviewId: first.reviewId,
    version: first.version,
    sections: [],
    shortcomings: [
      { id: null, sectionId: 'shortcomings', text: 'Ít dự sinh hoạt chi bộ', cause: 'Xa trung tâm' },
    ],
    outcomes: [],
    pledgeResults: [],
    answers: [],
  });
  return { name: first.name, other: second.name };
}

test('a finding becomes a task, is done late and confirmed by another person, and the plan is printed', async ({
  launch,
}) => {
  const { page } = await launch();
  await logIn(page);
  const navigation = page.getByRole('navigation', { name: navigationText.main });
  await expect(navigation).toBeVisible();
  const { name, other } = await reviewWithFinding(page);
  await navigation.getByText(pageNames.remediation, { exact: true }).press('Enter');

  // The finding brings its text, cause, unit and person; without owner or deadline the line is refused at its field.
  await page.getByRole('button', { name: text.toFindings }).press('Enter');
  const findings = page.getByRole('grid', { name: text.findings });
  await findings.focus();
  await findings.press('Enter');
  const panel = page.getByRole('complementary');
  await expect(panel.getByLabel(text.shortcoming)).toHaveValue('Ít dự sinh hoạt chi bộ');
  await expect(panel.getByLabel(text.cause)).toHaveValue('Xa trung tâm');
  await expect(panel.getByLabel(text.assignee)).toHaveValue(name);
  await expect(panel.getByLabel(text.measure)).toBeFocused();
  await page.keyboard.insertText('Dự đủ các kỳ sinh hoạt chi bộ');
  await panel.getByLabel(text.assignee).fill('');
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByText(fieldErrorMessage('OWNER_MISSING'))).toBeVisible();
  await expect(panel.getByText(fieldErrorMessage('DUE_MISSING'))).toBeVisible();
  await expect(panel.getByLabel(text.measure)).toHaveValue('Dự đủ các kỳ sinh hoạt chi bộ');
  await panel.getByLabel(text.assignee).pressSequentially(name);
  // Those of the finding's unit come first, each with post and unit.
  await expect(panel.getByLabel(text.personChoice).locator('optgroup').first()).toHaveAttribute(
    'label',
    text.personOfUnit,
  );
  await panel.getByLabel(text.personChoice).press('ArrowDown');
  await expect(panel.getByText(text.personLinked)).toBeVisible();
  await panel.getByLabel(text.startsOn).fill(`01/02/${YEAR}`);
  await panel.getByLabel(text.dueOn).fill(`30/01/${YEAR}`);
  await panel.getByLabel(text.dueOn).press('Control+Enter');
  await expect(panel.getByText(fieldErrorMessage('DUE_BEFORE_START'))).toBeVisible();
  await panel.getByLabel(text.dueOn).fill(`30/06/${YEAR}`);
  await panel.getByLabel(text.dueOn).press('Control+Enter');
  await expect(page.getByText(text.added)).toBeVisible();
  await expect(page.getByText(text.noFindingsTitle(YEAR))).toBeVisible();

  // Overdue is counted on the day that is asked for.
  await page.getByRole('tab', { name: text.tabs.tasks, exact: true }).click();
  const list = page.getByRole('grid', { name: text.list });
  await page.getByLabel(text.asOf).fill(`30/06/${YEAR}`);
  await page.getByLabel(text.asOf).press('Enter');
  await expect(page.getByRole('button', { name: text.overdueCount(0) })).toBeVisible();
  await page.getByLabel(text.asOf).fill(`01/07/${YEAR}`);
  await page.getByLabel(text.asOf).press('Enter');
  await page.getByRole('button', { name: text.overdueCount(1) }).press('Enter');
  await expect(list.getByText('Dự đủ các kỳ sinh hoạt chi bộ')).toBeVisible();
  await list.focus();
  await list.press('Enter');

  // Done after its deadline, with the reason.
  await panel.getByRole('button', { name: stepNames.done }).press('Enter');
  await panel.getByLabel(text.doneOn).fill(`10/07/${YEAR}`);
  await panel.getByLabel(text.result).fill('Đã dự đủ 6 kỳ');
  await panel.getByLabel(text.result).press('Control+Enter');
  await expect(panel.getByText(fieldErrorMessage('LATE_REASON_MISSING'))).toBeVisible();
  await expect(panel.getByLabel(text.lateReason)).toBeFocused();
  await expect(panel.getByLabel(text.result)).toHaveValue('Đã dự đủ 6 kỳ');
  await panel.getByLabel(text.lateReason).fill('Đi điều trị');
  await panel.getByLabel(text.lateReason).press('Control+Enter');
  await expect(panel.getByText(taskStateNames.done)).toBeVisible();
  await expect(panel.getByText('Đi điều trị').first()).toBeVisible();

  // Its owner does not confirm it; another person does.
  await panel.getByRole('button', { name: stepNames.verified }).press('Enter');
  await expect(panel.getByLabel(text.verifiedBy)).toBeFocused();
  await page.keyboard.insertText(name.toLocaleUpperCase('vi'));
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByText(fieldErrorMessage('VERIFIED_BY_OWNER'))).toBeVisible();
  await panel.getByLabel(text.verifiedBy).fill(other);
  await panel.getByLabel(text.verifiedBy).press('Control+Enter');
  await expect(panel.getByText(taskStateNames.verified)).toBeVisible();

  // On a day before its result it is still as it was then.
  await expect(list.getByText(taskStateNames.doing)).toBeVisible();
  await page.getByRole('button', { name: text.papers }).press('Enter');
  await page.getByRole('button', { name: text.plan }).press('Enter');
  await expect(page.getByRole('heading', { name: reportsText.previewTitle })).toBeVisible();
  await expect(page.getByRole('img', { name: reportsText.page(1, 2) })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(list).toBeVisible();
});

test('a task is added by hand, noted, taken back, and what is typed is asked about before it is dropped', async ({
  launch,
}) => {
  const { page } = await launch();
  await logIn(page);
  const navigation = page.getByRole('navigation', { name: navigationText.main });
  await navigation.getByText(pageNames.remediation, { exact: true }).press('Enter');
  await page.getByRole('button', { name: text.add }).press('Enter');
  const panel = page.getByRole('complementary');
  await panel.getByLabel(text.shortcoming).fill('Chậm báo cáo');
  await page.keyboard.press('Escape');
  await expect(page.getByText(commonText.unsavedTitle)).toBeVisible();
  await page.getByRole('button', { name: commonText.unsavedStay }).press('Enter');
  await panel.getByLabel(text.measure).fill('Gửi báo cáo trước ngày 20');
  // A body answers for it: its name stays as it is written.
  await panel.getByLabel(text.assignee).fill('Chi ủy');
  await panel.getByLabel(text.dueOn).fill(formatPartialDate(dayOf(new Date())));
  await panel.getByLabel(text.dueOn).press('Control+Enter');
  const list = page.getByRole('grid', { name: text.list });
  await expect(list.getByText('Chi ủy')).toBeVisible();
  // The notice is taken back from at the end: the pointer rests on it, and everything until then goes by the keys.
  await page.getByText(text.added).hover();
  // The overview tells it and leads back to it.
  await navigation.getByText(pageNames.overview, { exact: true }).press('Enter');
  await expect(page.getByText(text.overviewLine(0, 1))).toBeVisible();
  await page.getByRole('button', { name: text.overviewOpen }).press('Enter');
  await expect(page.getByRole('button', { name: text.dueSoonCount(1) })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(list.getByText('Chi ủy')).toBeVisible();
  // Under another year of review it is told, too, and led to.
  await page.getByLabel(text.everyYear).press(' ');
  await page.getByRole('combobox', { name: navigationText.year, exact: true }).selectOption({ index: 1 });
  await expect(page.getByText(text.otherYears(0, 1))).toBeVisible();
  await page.getByRole('button', { name: text.otherYearsOpen }).press('Enter');
  await expect(list.getByText('Chi ủy')).toBeVisible();
  await expect(page.getByText(text.otherYears(0, 1))).toHaveCount(0);
  await page.getByRole('button', { name: commonText.undo }).last().press('Enter');
  await expect(page.getByText(text.emptyTitle(null))).toBeVisible();
});

test('tasks pasted from a follow-up sheet open in the import and are taken in', async ({ launch }) => {
  const { page } = await launch();
  await logIn(page);
  const navigation = page.getByRole('navigation', { name: navigationText.main });
  await navigation.getByText(pageNames.remediation, { exact: true }).press('Enter');
  await expect(page.getByRole('heading', { name: pageNames.remediation, level: 1 })).toBeVisible();
  const head =
    'STT\tHạn chế, khuyết điểm\tNhiệm vụ, biện pháp khắc phục\tNgười chịu trách nhiệm\tThời gian hoàn thành';
  const row = `1\tÍt dự sinh hoạt\tDự đủ các kỳ sinh hoạt\tVàng A An\t30/06/${YEAR + 1}`;
  const continuous = '2\tNói nhiều\tNghe ý kiến nhân dân\tVàng A An\tThường xuyên';
  await pasteCells(page, `${head}\n${row}\n${continuous}`);
  await page.getByRole('button', { name: importsText.makePreview }).click();
  await page.getByRole('button', { name: importsText.commit(2) }).click();
  // What has no last day asks for one; one act takes the suggested day for all.
  await expect(page.getByText(confirmTexts.reviewDay.text(1))).toBeVisible();
  await page.getByRole('button', { name: previewText.confirmAll }).click();
  await expect
    .poll(async () =>
      (await callIn(page, 'remediation.list', { year: null })).rows.map((task) => [
        task.measure,
        task.dueOn,
        task.continuous,
      ]),
    )
    .toEqual([
      ['Nghe ý kiến nhân dân', `${YEAR}-12-31`, true],
      ['Dự đủ các kỳ sinh hoạt', `${YEAR + 1}-06-30`, false],
    ]);
});

test('a continuous task gets a day on which it is looked at again, which may be changed', async ({
  launch,
}) => {
  const { page } = await launch();
  await logIn(page);
  const navigation = page.getByRole('navigation', { name: navigationText.main });
  await navigation.getByText(pageNames.remediation, { exact: true }).press('Enter');
  await page.getByRole('button', { name: text.add }).press('Enter');
  const panel = page.getByRole('complementary');
  await panel.getByLabel(text.shortcoming).fill('Ít nghe dân');
  await panel.getByLabel(text.measure).fill('Đối thoại với nhân dân');
  await panel.getByLabel(text.assignee).fill('Chi ủy');
  await panel.getByLabel(text.continuous).check();
  await expect(panel.getByLabel(text.reviewOn)).toHaveValue(`31/12/${YEAR}`);
  await panel.getByLabel(text.reviewOn).fill('');
  await panel.getByLabel(text.reviewOn).press('Control+Enter');
  await expect(panel.getByText(fieldErrorMessage('DUE_MISSING'))).toBeVisible();
  await panel.getByLabel(text.reviewOn).fill(`15/12/${YEAR}`);
  await panel.getByLabel(text.reviewOn).press('Control+Enter');
  await expect(panel.getByText(dueWords({ dueOn: `${YEAR}-12-15`, continuous: true }))).toBeVisible();
  await expect(page.getByRole('grid', { name: text.list }).getByLabel(text.continuous)).toBeVisible();
});
