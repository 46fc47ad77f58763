import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Page } from 'playwright';
import { commonText } from '../../db/contract/vi/common.ts';
import { draftText } from '../../db/contract/vi/drafts.ts';
import { navigationText, pageNames } from '../../db/contract/vi/navigation.ts';
import { particularsText as text } from '../../db/contract/vi/paper-particulars.ts';
import { remediationText } from '../../db/contract/vi/remediation.ts';
import { reportsText } from '../../db/contract/vi/reports.ts';
import { makeDemoOffice } from '../helpers/demo-office.ts';
import { answerSaveDialog } from '../helpers/dialogs.ts';
import type { RunningApp } from '../helpers/electron.ts';
import { expect, test } from '../helpers/electron-test.ts';
import { waitForEnd } from '../helpers/process-tree.ts';
import { logIn } from '../helpers/sign-in.ts';

const YEAR = new Date().getFullYear();
const AIMS = 'Khắc phục dứt điểm từng hạn chế; mỗi việc có một người chịu trách nhiệm.';

test.beforeEach(({ userData }) => makeDemoOffice(path.join(userData, 'data'), 40));

const task = {
  taskId: null,
  version: 0,
  year: YEAR,
  shortcomingId: null,
  shortcomingText: 'Ghi sổ họp chưa đầy đủ',
  cause: 'Thiếu kiểm tra',
  measure: 'Kiểm tra sổ hằng tháng',
  assigneeId: null,
  assigneeName: 'Chi ủy',
  coordinatingBody: '',
  startsOn: null,
  dueOn: `${YEAR + 1}-06-30`,
  product: '',
  note: '',
  organizationId: null,
};

async function openPlan(page: Page) {
  await logIn(page);
  const navigation = page.getByRole('navigation', { name: navigationText.main });
  await expect(navigation).toBeVisible();
  const { rows } = await page.evaluate(async (year) => {
    const list = await window.api.call('remediation.list', { year });
    return list.ok ? list.value : { rows: [] };
  }, YEAR);
  if (rows.length === 0) await page.evaluate((input) => window.api.call('remediation.save', input), task);
  await navigation.getByText(pageNames.remediation, { exact: true }).press('Enter');
  await page.getByRole('button', { name: remediationText.papers }).press('Enter');
  await page.getByRole('button', { name: remediationText.plan }).press('Enter');
  const preview = page.getByRole('region', { name: reportsText.previewTitle });
  await expect(preview.locator('canvas[data-drawn]').first()).toBeVisible({ timeout: 30_000 });
  await preview.getByRole('button', { name: text.open }).press('Enter');
  const panel = page.getByRole('complementary', { name: text.title });
  await expect(panel.getByLabel(text.number, { exact: true })).toBeFocused();
  return { preview, panel };
}

async function printed({ app, page }: RunningApp, file: string): Promise<string> {
  await answerSaveDialog(app, file);
  await page.getByRole('button', { name: reportsText.savePdf }).press('Enter');
  await expect(page.getByText(path.basename(file), { exact: false })).toBeVisible();
  const paper = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  return paper.normalize('NFC').replace(/\s+/g, ' ');
}

test('a plan takes its number, day, aims and recipients once, prints them, and still has them after a restart', async ({
  launch,
  userData,
}) => {
  const first = await launch();
  const { panel } = await openPlan(first.page);
  await expect(panel.getByText(text.fromSettings)).toBeVisible();
  await expect(panel.getByLabel(text.symbol, { exact: true })).toHaveValue('KH/ĐU');
  await panel.getByLabel(text.number, { exact: true }).fill('7');
  await panel.getByLabel(text.day).fill('30/02/2026');
  await panel.getByLabel(text.basis).fill('Căn cứ Kết luận số 12-KL/TU\nCăn cứ Báo cáo số 112-BC/ĐU');
  await panel.getByLabel(text.texts.aims).fill(AIMS);
  await panel.getByLabel(text.texts.carryingOut).fill('Các chi bộ báo cáo trước ngày 15 hằng quý.');
  await panel.getByLabel(text.signer, { exact: true }).fill('Hoàng Quang Lâm');
  await panel.getByLabel(text.recipients).fill('Ban Tổ chức Tỉnh ủy\nLưu Văn phòng');
  await panel.getByLabel(text.recipients).press('Control+Enter');
  // A day that is none is refused at its field; everything typed stays.
  await expect(panel.getByLabel(text.day)).toHaveAttribute('aria-invalid', 'true');
  await panel.getByLabel(text.day).fill('05/02/2026');
  await panel.getByLabel(text.day).press('Control+Enter');
  await expect(first.page.getByText(text.saved)).toBeVisible();
  await expect(panel.getByText(text.keptHint)).toBeVisible();
  const onPaper = [
    'Số 07-KH/ĐU',
    'ngày 05 tháng 02 năm 2026',
    '- Căn cứ Kết luận số 12-KL/TU;',
    '- Căn cứ Báo cáo số 112-BC/ĐU.',
    AIMS,
    'Các chi bộ báo cáo trước ngày 15 hằng quý.',
    'Hoàng Quang Lâm',
    '- Ban Tổ chức Tỉnh ủy;',
    '- Lưu Văn phòng.',
  ];
  const before = await printed(first, path.join(userData, 'ke-hoach.pdf'));
  for (const line of onPaper) expect(before).toContain(line);

  // What is typed and not saved is asked about, and kept over the end of the program.
  await panel.getByLabel(text.number, { exact: true }).fill('8');
  await panel.getByLabel(text.number, { exact: true }).press('Escape');
  await expect(first.page.getByText(commonText.unsavedTitle)).toBeVisible();
  await first.page.getByRole('button', { name: commonText.unsavedStay }).press('Enter');
  await expect
    .poll(() =>
      first.page.evaluate(async () => {
        const list = await window.api.call('drafts.list', {});
        return list.ok ? list.value.drafts.map(({ form }) => form) : [];
      }),
    )
    .toEqual(['paper']);
  // The program is ended without a question.
  const marks = first.processes();
  for (const { pid } of marks) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Its parent took it along.
    }
  }
  await waitForEnd(marks);

  const second = await launch();
  const again = await openPlan(second.page);
  await expect(again.panel.getByLabel(text.number, { exact: true })).toHaveValue('8');
  await expect(again.panel.getByLabel(text.texts.aims)).toHaveValue(AIMS);
  await expect(again.panel.getByLabel(text.day)).toHaveValue('05/02/2026');
  await again.panel.getByRole('button', { name: draftText.dropRestored }).press('Enter');
  await expect(again.panel.getByLabel(text.number, { exact: true })).toHaveValue('7');
  const after = await printed(second, path.join(userData, 'in-lai.pdf'));
  expect(after).toBe(before);

  // Esc with the focus in the pages closed them, and the form with them: it closes the form first.
  const { preview } = again;
  await again.panel.getByLabel(text.number, { exact: true }).press('Escape');
  await expect(again.panel).toHaveCount(0);
  await expect(preview).toBeVisible();
  const open = preview.getByRole('button', { name: text.open });
  await expect(open).toBeFocused();
  await open.press('Enter');
  await expect(again.panel).toBeVisible();
  await preview.getByRole('button', { name: reportsText.zoomIn }).press('Escape');
  await expect(again.panel).toHaveCount(0);
  await expect(preview).toBeVisible();
  await second.page.keyboard.press('Escape');
  await expect(preview).toHaveCount(0);
});
