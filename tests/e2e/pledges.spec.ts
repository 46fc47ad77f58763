import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { attachmentText } from '../../db/contract/vi/attachments.ts';
import { commonText } from '../../db/contract/vi/common.ts';
import { newerText } from '../../db/contract/vi/drafts.ts';
import { batchTexts, formCommonTexts } from '../../db/contract/vi/forms-common.ts';
import { formSectionTitles } from '../../db/contract/vi/forms-sections.ts';
import { importsText } from '../../db/contract/vi/imports.ts';
import { navigationText, pageNames } from '../../db/contract/vi/navigation.ts';
import {
  declaredText,
  midYearNames,
  pledgeStatusNames,
  pledgesText as text,
} from '../../db/contract/vi/pledges.ts';
import { reportsText } from '../../db/contract/vi/reports.ts';
import { timelineText } from '../../db/contract/vi/timeline.ts';
import { compose } from '../helpers/compose.ts';
import { makeDemoOffice } from '../helpers/demo-office.ts';
import { answerOpenDialog, answerSaveDialog } from '../helpers/dialogs.ts';
import { expect, test } from '../helpers/electron-test.ts';
import { pasteCells } from '../helpers/paste-cells.ts';
import { logIn } from '../helpers/sign-in.ts';

const MEMBERS = 12;
/** A picture of one point. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test.beforeEach(({ userData }) => makeDemoOffice(path.join(userData, 'data'), MEMBERS));

test('pledges are begun for a unit, one is written, three are confirmed at once and taken back, checked and printed', async ({
  launch,
  userData,
}) => {
  const { app, page } = await launch();
  await logIn(page);
  const navigation = page.getByRole('navigation', { name: navigationText.main });
  await navigation.getByText(pageNames.pledges, { exact: true }).click();
  const main = page.getByRole('region', { name: pageNames.pledges });
  await expect(main.getByText(text.signed(0, MEMBERS, 0))).toBeVisible();

  // For everyone, with two common items; taken back, and begun again.
  const begin = async () => {
    await page.getByRole('button', { name: text.create }).click();
    await expect(page.getByLabel(text.commonText)).toBeFocused();
    await page.keyboard.type('Học tập nghị quyết');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Giữ gìn đoàn kết');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(text.created(MEMBERS))).toBeVisible();
  };
  await begin();
  await page.getByRole('button', { name: commonText.undo }).click();
  await expect(page.getByText(text.createUndone(MEMBERS))).toBeVisible();
  await begin();

  // One of them: composed Vietnamese text in a new item, its day refused while it is none.
  const grid = page.getByRole('grid', { name: text.table });
  await grid.focus();
  await grid.press('Home');
  await grid.press('Enter');
  const duties = formSectionTitles.duties;
  await page.getByLabel(text.itemOf(duties, 2), { exact: true }).click();
  await page.keyboard.press('Control+Enter');
  const third = page.getByLabel(text.itemOf(duties, 3), { exact: true });
  await expect(third).toBeFocused();
  await compose(page, [
    ['t', 'ti', 'tie', 'tiê', 'tiếp'],
    ['d', 'da', 'dâ', 'dân'],
  ]);
  await page.keyboard.press('Enter');
  await page.keyboard.type('mỗi tháng một lần');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Không để đơn tồn');
  await page.keyboard.press('Tab');
  await page.keyboard.type('31/02/2026');
  await page.keyboard.press('Control+s');
  const due = page.getByLabel(text.dueOf(duties, 3), { exact: true });
  await expect(due).toHaveAttribute('aria-invalid', 'true');
  await expect(due).toBeFocused();
  await due.fill('6/2026');
  // Up by one place, with what was typed.
  await due.press('Alt+ArrowUp');
  const second = page.getByLabel(text.itemOf(duties, 2), { exact: true });
  await expect(second).toHaveValue('tiếp dân\nmỗi tháng một lần');
  await second.press('Control+s');
  const panel = page.getByRole('complementary');
  const name = (await panel.getByRole('heading', { level: 2 }).textContent()) ?? '';
  await expect(page.getByText(text.saved(name))).toBeVisible();
  await expect(page.getByLabel(text.dueOf(duties, 2), { exact: true })).toHaveValue('06/2026');

  // The check in the middle of the year, by keyboard; the day follows by itself.
  await page.getByRole('tab', { name: text.tabs.midYear }).click();
  const mark = page.getByLabel(text.midYearMarkOf(2));
  await mark.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Đã tiếp 5 kỳ');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(text.midYearMarkOf(3))).toBeFocused();
  await expect(page.getByText(text.midYearCount(1, 3))).toBeVisible();
  await expect(mark).toHaveValue('onTrack');
  await expect(mark.locator('option:checked')).toHaveText(midYearNames.onTrack);
  await expect(page.getByLabel(text.midYearOnOf(2))).not.toHaveValue('');

  // A scan of the signed paper: refused when it is no picture, looked at, and saved to a file.
  const scan = path.join(userData, 'ban-ky.png');
  writeFileSync(scan, 'MZ không phải ảnh');
  await answerOpenDialog(app, scan);
  await panel.getByRole('button', { name: attachmentText.add }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'ban-ky.png' })).toBeVisible();
  writeFileSync(scan, PNG);
  await panel.getByRole('button', { name: attachmentText.add }).click();
  await panel.getByRole('button', { name: attachmentText.openOf('ban-ky.png') }).click();
  const picture = page.getByRole('img', { name: attachmentText.image('ban-ky.png') });
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
  await page.keyboard.press('Escape');
  await expect(picture).toBeHidden();
  const copy = path.join(userData, 'ban-sao.png');
  await answerSaveDialog(app, copy);
  await panel.getByRole('button', { name: attachmentText.saveOf('ban-ky.png') }).click();
  await expect(page.getByText(attachmentText.saved('ban-sao.png'))).toBeVisible();
  expect(readFileSync(copy).equals(PNG)).toBe(true);

  // Three at once: filed, then confirmed, then the confirmation is taken back.
  await panel.getByRole('button', { name: commonText.closePanel }).click();
  await expect(grid).toBeFocused();
  const choose = async () => {
    await grid.press('Home');
    await grid.press('Shift+ArrowDown');
    await grid.press('Shift+ArrowDown');
    await expect(page.getByText(text.selected(3))).toBeVisible();
  };
  await choose();
  await page.getByRole('button', { name: text.acts.filed, exact: true }).click();
  await expect(page.getByLabel(text.signedOn)).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(text.actDone.filed(3))).toBeVisible();
  await expect(main.getByText(text.signed(3, MEMBERS, 2500))).toBeVisible();
  await expect(grid).toBeFocused();
  await choose();
  await page.getByRole('button', { name: text.acts.confirmed, exact: true }).click();
  await expect(page.getByLabel(text.body)).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByLabel(text.body)).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.type('Chi ủy Chi bộ Một');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(text.actDone.confirmed(3))).toBeVisible();
  await expect(grid.getByText(pledgeStatusNames.confirmed)).toHaveCount(3);
  await page.getByRole('button', { name: commonText.undo }).click();
  await expect(page.getByText(text.actUndone)).toBeVisible();
  await expect(grid.getByText(pledgeStatusNames.confirmed)).toHaveCount(0);
  await expect(grid.getByText(pledgeStatusNames.filed)).toHaveCount(3);

  // The papers of the three.
  await grid.focus();
  await choose();
  await page.keyboard.press('Control+p');
  const preview = page.getByRole('region', { name: reportsText.previewTitle });
  await expect(preview.locator('canvas[data-drawn]').first()).toBeVisible({ timeout: 30_000 });
  // The preview says what paper from the dialog lacks, and Ctrl+P now prints: there is no printer here.
  await expect(preview.getByText(reportsText.paperWithoutNumbers)).toBeVisible();
  const paper = path.join(userData, 'giay.pdf');
  await app.evaluate(({ app: main }) => {
    main.once('browser-window-created', (_event, window) => {
      window.webContents.print = (_options, done) => {
        void window.webContents.printToPDF({ preferCSSPageSize: true }).then((bytes) => {
          (globalThis as { paperForTest?: string }).paperForTest = bytes.toString('base64');
          done?.(true, '');
        });
      };
    });
  });
  await page.keyboard.press('Control+p');
  await expect(page.getByText(reportsText.sentToPrinter)).toBeVisible();
  const bytes = await app.evaluate(() => (globalThis as { paperForTest?: string }).paperForTest ?? '');
  writeFileSync(paper, Buffer.from(bytes, 'base64'));
  const list = execFileSync('pdftotext', ['-l', '1', paper, '-'], { encoding: 'utf8' }).normalize('NFC');
  expect(list).toContain(batchTexts.listTitle);
  expect(list).toContain(name);
  expect(list).not.toContain(formCommonTexts.page);
  await answerSaveDialog(app, path.join(userData, 'cam-ket.docx'));
  await preview.getByRole('button', { name: reportsText.saveWord }).click();
  await expect(page.getByText(reportsText.wordAsks)).toBeVisible();
  // The pages turn and the preview closes with the focus on any of its buttons, or on none.
  const seen = preview.getByText(/^Trang \d+ \/ \d+$/);
  await preview.getByRole('button', { name: reportsText.zoomOut }).focus();
  await page.keyboard.press('End');
  await expect(seen).toHaveText(/^Trang (\d+) \/ \1$/);
  await page.keyboard.press('Home');
  await expect(seen).toHaveText(/^Trang 1 \//);
  for (let screen = 0; screen < 4; screen += 1) await page.keyboard.press('PageDown');
  await expect(seen).not.toHaveText(/^Trang 1 \//);
  await page.keyboard.press('Escape');
  await expect(grid).toBeFocused();
  await choose();
  await page.keyboard.press('Control+p');
  await expect(preview.locator('canvas[data-drawn]').first()).toBeVisible({ timeout: 30_000 });
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press('Escape');
  await expect(grid).toBeFocused();
});

test('what is typed into a pledge meets what another session saved first, and is kept while it is not saved', async ({
  launch,
}) => {
  const { page } = await launch();
  await logIn(page);
  const navigation = page.getByRole('navigation', { name: navigationText.main });
  await navigation.getByText(pageNames.pledges, { exact: true }).click();
  const grid = page.getByRole('grid', { name: text.table });
  await grid.focus();
  await grid.press('Home');
  await grid.press('Enter');
  const { duties, morality } = formSectionTitles;
  await page.getByRole('button', { name: text.addItemTo(duties) }).click();
  await expect(page.getByLabel(text.itemOf(duties, 1), { exact: true })).toBeFocused();
  await page.keyboard.type('Việc của tôi');
  await page.keyboard.press('Control+s');
  const name = (await page.getByRole('complementary').getByRole('heading', { level: 2 }).textContent()) ?? '';
  await expect(page.getByText(text.saved(name))).toBeVisible();

  // Another session changes the same section and adds to another one.
  await page.evaluate(async () => {
    const year = Number(document.querySelector('select')?.value);
    const listed = await window.api.call('pledges.list', { year, show: 'all', limit: 500 });
    const officialId = listed.ok ? (listed.value.rows.find((row) => row.items > 0)?.officialId ?? 0) : 0;
    const opened = await window.api.call('pledges.get', { year, officialId });
    if (!opened.ok) throw new Error('no pledge');
    const { version, variant, formId, duty, note, items } = opened.value;
    const [first] = items;
    const item = {
      id: first?.id ?? null,
      sectionId: 'duties',
      text: 'Việc của phiên khác',
      target: '',
      dueOn: null,
    };
    const other = { ...item, id: null, sectionId: 'morality', text: 'Việc thêm ở phiên khác' };
    const saved = { year, officialId, version, variant, formId, duty, note, items: [item, other] };
    const reply = await window.api.call('pledges.save', saved);
    if (!reply.ok) throw new Error(reply.error.code);
  });
  const mine = page.getByLabel(text.itemOf(duties, 1), { exact: true });
  await mine.fill('Việc tôi sửa');
  await mine.press('Control+s');
  await expect(page.getByText(newerText.title)).toBeVisible();
  await expect(mine).toHaveValue('Việc tôi sửa');
  await expect(page.getByText('Việc của phiên khác')).toBeVisible();
  await expect(page.getByLabel(text.itemOf(morality, 1), { exact: true })).toHaveValue(
    'Việc thêm ở phiên khác',
  );

  // Leaving asks; what is typed is kept as a draft until it is saved or given up.
  await page.getByRole('complementary').getByRole('button', { name: commonText.closePanel }).click();
  await page.getByRole('button', { name: commonText.unsavedStay }).click();
  await expect(mine).toHaveValue('Việc tôi sửa');
  await mine.press('Control+s');
  await expect(page.getByText(newerText.title)).toHaveCount(0);
  await expect(page.getByText(text.saved(name))).toBeVisible();
  await page.getByLabel(text.itemOf(morality, 1), { exact: true }).fill('Gõ dở');
  const drafts = async () => {
    const reply = await page.evaluate(() => window.api.call('drafts.list', {}));
    return reply.ok ? reply.value.drafts.map(({ form, title }) => [form, title]) : [];
  };
  await expect.poll(drafts).toEqual([['pledge', name]]);
  await page.getByRole('complementary').getByRole('button', { name: commonText.closePanel }).click();
  await page.getByRole('button', { name: commonText.unsavedLeave }).click();
  await expect(grid).toBeFocused();
  await expect.poll(drafts).toEqual([]);
});

test('cells pasted onto the pledges open in the import, with and without a header, and are taken in', async ({
  launch,
}) => {
  const { page } = await launch();
  await logIn(page);
  const navigation = page.getByRole('navigation', { name: navigationText.main });
  const grid = page.getByRole('grid', { name: text.table });
  const toPledges = async () => {
    await navigation.getByText(pageNames.pledges, { exact: true }).click();
    await expect(grid).toBeVisible();
  };
  await toPledges();
  const year = Number(await page.locator('select').first().inputValue());
  const rows = await page.evaluate(async (of) => {
    const reply = await window.api.call('pledges.list', { year: of });
    return reply.ok ? reply.value.rows : [];
  }, year);
  // Two who bear their name alone.
  const alone = rows.filter((row) => rows.filter(({ fullName }) => fullName === row.fullName).length === 1);
  const [first, second] = alone;
  if (!first || !second) throw new Error('everybody has the name of another');
  const paste = (cells: string) => pasteCells(page, cells);
  const takeIn = async () => {
    await page.getByRole('button', { name: importsText.makePreview }).click();
    await page.getByRole('button', { name: importsText.commit(1) }).click();
  };
  const standing = ({ officialId }: { officialId: number }) =>
    page.evaluate(
      async ([of, id]) => {
        const reply = await window.api.call('pledges.get', { year: of, officialId: id });
        return reply.ok ? [reply.value.status, reply.value.signedOn, reply.value.notFiledReason] : [];
      },
      [year, officialId] as const,
    );

  const head = 'STT\tHọ và tên\tChi bộ\tĐã ký\tNgày ký\tLý do chưa ký';
  await paste(`${head}\n1\t${first.fullName}\t${first.organizationName}\tx\t05/03/${year}\t`);
  await takeIn();
  await expect.poll(() => standing(first)).toEqual(['filed', `${year}-03-05`, '']);

  await toPledges();
  await paste(`${second.fullName}\t${second.organizationName}\tx\t06/03/${year}`);
  await takeIn();
  await expect.poll(() => standing(second)).toEqual(['filed', `${year}-03-06`, '']);

  // Totals of a unit whose people are not kept, and of one whose people are: beside the counts, never in them.
  await toPledges();
  const totals = `STT\tĐơn vị\tTổng số đảng viên\tĐã ký\n1\t${first.organizationName}\t99\t98\n2\tChi bộ Bản Xa\t120\t118`;
  await paste(totals);
  await page.getByRole('button', { name: importsText.makePreview }).click();
  await page.getByRole('button', { name: importsText.commit(2) }).click();
  await expect(page.getByRole('button', { name: importsText.undoImport, exact: true })).toBeVisible();
  await toPledges();
  await page.getByRole('button', { name: text.byUnit }).click();
  const panel = page.getByRole('complementary');
  await expect(panel.getByText(declaredText.alone({ signed: 118, total: 120 }))).toBeVisible();
  await expect(panel.getByText(/^Đơn vị báo cáo 98\/99; trong sổ \d+\/\d+$/)).toBeVisible();
  const main = page.getByRole('region', { name: pageNames.pledges });
  await expect(main.getByText(text.signed(2, MEMBERS, Math.round((2 * 10000) / MEMBERS)))).toBeVisible();
});

test('the thread of a person opens the pledge of its year', async ({ launch }) => {
  const { page } = await launch();
  await logIn(page);
  const navigation = page.getByRole('navigation', { name: navigationText.main });
  await expect(navigation).toBeVisible();
  const year = new Date().getFullYear();
  await page.evaluate((input) => window.api.call('pledges.create', input), { year, items: [] });
  await navigation.getByText(pageNames.officials, { exact: true }).click();
  const panel = page.getByRole('complementary');
  await page.getByRole('grid').getByRole('row').nth(1).click();
  // The panel has a title of its own as long as the person is read.
  const toPledge = panel.getByRole('button', { name: timelineText.pledgeOpen });
  await expect(toPledge).toBeVisible();
  const name = (await panel.getByRole('heading', { level: 2 }).textContent()) ?? '';
  await toPledge.press('Enter');
  await expect(page.getByRole('heading', { name: text.editorTitle(year) })).toBeVisible();
  await expect(panel.getByRole('heading', { name, level: 2 })).toBeVisible();
});
