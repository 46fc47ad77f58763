import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { utils, write } from '@e965/xlsx';
import type { ElectronApplication, Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { importsText } from '../../db/contract/vi/imports.ts';
import { previewText } from '../../db/contract/vi/imports-preview.ts';
import { navigationText, pageNames } from '../../db/contract/vi/navigation.ts';
import { largeSheetBytes } from '../bench/large-sheet.ts';
import { runCommandLine } from '../helpers/demo-office.ts';
import { answerOpenDialog, answerSaveDialog } from '../helpers/dialogs.ts';
import { expect, test } from '../helpers/electron-test.ts';
import { pasteCells } from '../helpers/paste-cells.ts';
import { logIn } from '../helpers/sign-in.ts';

const sample = path.resolve('tests/fixtures/01-trich-ngang-can-bo-dang-vien.xlsx');

const goTo = (page: Page, name: string) =>
  page.getByRole('navigation', { name: navigationText.main }).getByText(name, { exact: true }).click();

const grid = (page: Page) => page.getByRole('grid', { name: importsText.previewTable });

async function open(app: ElectronApplication, page: Page, file: string): Promise<void> {
  await goTo(page, pageNames.imports);
  await answerOpenDialog(app, file);
  await page.getByRole('button', { name: importsText.choose }).click();
  await page.getByRole('button', { name: importsText.makePreview }).click();
  await expect(grid(page)).toBeVisible();
}

const counts = async (page: Page) => {
  const reply = await page.evaluate(() => window.api.call('overview.get', {}));
  return reply.ok ? reply.value.officials : -1;
};

/** A sheet with one row of each sort: in conflict, wrong, changed, new. */
function secondSheet(folder: string): string {
  const rows = [
    ['DANH SÁCH TRÍCH NGANG ĐẢNG VIÊN'],
    [],
    ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Quê quán', 'Số CCCD', 'Chi bộ'],
    [1, 'Nguyễn Hữu Thịnh', '16/12/1993', 'Nam', 'xã Mới', '', 'Chi bộ thôn Tà Pình'],
    [2, 'Quàng Văn Mới', '31/02/1990', 'Nam', 'xã Bản Sen', '', 'Chi bộ thôn Tà Pình'],
    [3, 'Lò Văn Sai', '30/02/1980', 'Nam', 'xã Bản Sen', '', 'Chi bộ thôn Tà Pình'],
    [4, 'Võ Bích Hà', '04/11/1980', 'Nữ', 'xã Khác', '069180735559', 'Chi bộ thôn Tà Pình'],
  ];
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'bo-sung.xlsx');
  const book = utils.book_new(utils.aoa_to_sheet(rows), 'DS');
  writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx' }));
  return file;
}

test.beforeEach(async ({ userData }) => {
  const data = path.join(userData, 'data');
  runCommandLine(['init', '--data', data, '--office', 'Văn phòng Đảng ủy xã Sông Mây']);
});

async function login(page: Page): Promise<void> {
  await logIn(page);
  await expect(page.getByRole('heading', { name: pageNames.overview, level: 1 })).toBeVisible();
}

test('rows that moved one column are put right by one act, and only by it', async ({
  launch,
  userData: _,
}, testInfo) => {
  const { app, page } = await launch();
  await login(page);
  const folder = testInfo.outputPath('files');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'lech-cot.xlsx');
  const rows = [
    ['STT', 'Họ và tên', 'Ngày sinh', 'Quê quán', 'Ngày vào Đảng', 'Chi bộ'],
    ...['An', 'Bình', 'Cường'].map((name, at) => [
      at + 1,
      `Lò Văn ${name}`,
      '1985',
      'xã Mây',
      '2010',
      'Chi bộ 1',
    ]),
    [4, 'Lò Văn Dân', null, '04/02/1986', 'xã Mây', '2011', 'Chi bộ 1'],
    [5, 'Lò Văn Én', null, '05/02/1987', 'xã Mây', '2012', 'Chi bộ 1'],
  ];
  writeFileSync(
    file,
    write(utils.book_new(utils.aoa_to_sheet(rows), 'DS'), { type: 'buffer', bookType: 'xlsx' }),
  );
  await open(app, page, file);
  await expect(page.getByRole('button', { name: importsText.commit(3) })).toBeVisible();
  await grid(page).getByRole('gridcell', { name: 'Lò Văn Dân', exact: true }).click();
  await page.getByRole('button', { name: previewText.shiftMendAll(2) }).click();
  await expect(page.getByText(previewText.shiftTaken)).toBeVisible();
  await expect(page.getByRole('button', { name: importsText.commit(5) })).toBeVisible();
  await page.getByRole('button', { name: previewText.shiftTakeBack }).click();
  await page.getByRole('button', { name: importsText.commit(4) }).click();
  await expect.poll(() => counts(page)).toBe(4);
});

test('a cell is mended, a person chosen, the rest given back; a later edit survives the undo', async ({
  launch,
  userData,
}, testInfo) => {
  runCommandLine([
    'import',
    sample,
    '--data',
    path.join(userData, 'data'),
    '--kind',
    'officials',
    '--commit',
  ]);
  const { app, page } = await launch();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768));
  await login(page);
  const folder = testInfo.outputPath('files');
  await open(app, page, secondSheet(folder));
  await expect(
    page.getByText('Đọc 4 dòng = 0 mới + 1 thay đổi + 0 không đổi + 1 xung đột + 2 không nhận'),
  ).toBeVisible();

  // The conflict: the person of the sheet stands beside the one in the data.
  await grid(page).getByRole('gridcell', { name: 'Nguyễn Hữu Thịnh', exact: true }).click();
  await page.getByRole('button', { name: previewText.isThisPerson }).click();
  await expect(page.getByText(previewText.chosenPerson)).toBeVisible();

  // The wrong day, with the keys of Excel: down, right to the birth date, type, Enter.
  await grid(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('28/02/1990');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: previewText.onlyFixed(1) })).toBeVisible();
  await expect(
    page.getByText('Đọc 4 dòng = 1 mới + 2 thay đổi + 0 không đổi + 0 xung đột + 1 không nhận'),
  ).toBeVisible();
  // A second fix that is no better stays a problem, and Esc gives an edit up.
  await page.keyboard.press('F2');
  await page.keyboard.type('9');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: previewText.onlyFixed(1) })).toBeVisible();

  const returned = path.join(folder, 'tra-lai.xlsx');
  await answerSaveDialog(app, returned);
  await page.getByRole('button', { name: previewText.saveRejected(1) }).click();
  await expect(page.getByText(previewText.savedRejected('tra-lai.xlsx'))).toBeVisible();

  await page.getByRole('button', { name: importsText.commit(3) }).click();
  await expect.poll(() => counts(page)).toBe(119);

  // Somebody edits one of the three afterwards.
  const edited = await page.evaluate(async () => {
    const found = await window.api.call('officials.list', { search: 'vo bich ha' });
    const person = found.ok ? found.value.rows[0] : undefined;
    if (!person) throw new Error('nobody');
    return window.api.call('officials.update', {
      id: person.id,
      version: person.version,
      changes: { note: 'sửa sau' },
    });
  });
  expect(edited.ok).toBe(true);
  await page.getByRole('button', { name: importsText.undoImportOf('bo-sung.xlsx') }).click();
  const dialog = page.getByRole('dialog', { name: previewText.undoTitle });
  await expect(dialog).toContainText(previewText.undoPlan(1, 1));
  await expect(dialog).toContainText('Dòng 7, Võ Bích Hà: đã được sửa sau khi nhập');
  expect(await counts(page)).toBe(119);
  await dialog.getByRole('button', { name: previewText.undoRest }).click();
  await expect.poll(() => counts(page)).toBe(118);
  await expect(page.getByText(/giữ 1 mục/)).toBeVisible();
  const people = await page.evaluate(() => window.api.call('officials.list', { search: 'vo bich ha' }));
  expect(people).toMatchObject({ ok: true, value: { rows: [{ note: 'sửa sau', hometown: 'xã Khác' }] } });

  // What went back is mended and comes in.
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(returned);
  const sheet = workbook.worksheets[0];
  expect(sheet?.getCell('H3').text).toBe('Lý do');
  expect(sheet?.getCell('H4').text).toContain("'30/02/1980' không phải ngày có thật");
  if (sheet) sheet.getCell('C4').value = '28/02/1980';
  await workbook.xlsx.writeFile(returned);
  await open(app, page, returned);
  await page.getByRole('button', { name: importsText.commit(1) }).click();
  await expect.poll(() => counts(page)).toBe(119);
});

test('cells pasted onto the list of officials open in the import, with a header or without', async ({
  launch,
  userData,
}) => {
  runCommandLine([
    'import',
    sample,
    '--data',
    path.join(userData, 'data'),
    '--kind',
    'officials',
    '--commit',
  ]);
  const { page } = await launch();
  await login(page);
  const takeIn = async (people: number) => {
    await page.getByRole('button', { name: importsText.makePreview }).click();
    await page.getByRole('button', { name: importsText.commit(people) }).click();
  };

  await goTo(page, pageNames.officials);
  await expect(page.getByRole('grid').getByText('Chi bộ thôn Tà Pình').first()).toBeVisible();
  await pasteCells(
    page,
    'Lò Văn Một\t03/02/1985\tNam\tChi bộ thôn Tà Pình\nLò Thị Hai\t1990\tNữ\tChi bộ thôn Tà Pình\n',
    '',
  );
  await takeIn(2);
  await expect.poll(() => counts(page)).toBe(120);

  await goTo(page, pageNames.officials);
  await expect(page.getByRole('grid').getByText('Chi bộ thôn Tà Pình').first()).toBeVisible();
  // As Excel copies: a page with a merged unit beside both people.
  await pasteCells(
    page,
    'Họ và tên\tNgày sinh\tQuê quán\tChi bộ\nLò Văn Ba\t1971\txã Một\tChi bộ thôn Tà Pình\nLò Thị Tư\t1972\txã Hai\t\n',
    `<html><body><table><tr><td>Họ và tên</td><td>Ngày sinh</td><td>Quê quán</td><td>Chi bộ</td></tr>
      <tr><td>Lò Văn Ba</td><td>1971</td><td>xã Một</td><td rowspan=2>Chi bộ thôn Tà Pình</td></tr>
      <tr><td>Lò Thị Tư</td><td>1972</td><td>xã Hai</td></tr></table></body></html>`,
  );
  await takeIn(2);
  await expect.poll(() => counts(page)).toBe(122);
  const found = await page.evaluate(() => window.api.call('officials.list', { search: 'lo thi tu' }));
  expect(found).toMatchObject({ ok: true, value: { rows: [{ organizationName: 'Chi bộ thôn Tà Pình' }] } });

  // The batch of the paste is undone like any other.
  await goTo(page, pageNames.imports);
  await page
    .getByRole('button', { name: /^Hoàn tác lần nhập Dán từ Excel/ })
    .first()
    .click();
  await expect.poll(() => counts(page)).toBe(120);
});

test('a commit under way is cancelled from the window, and nothing is written', async ({
  launch,
}, testInfo) => {
  const { app, page } = await launch();
  await login(page);
  const folder = testInfo.outputPath('files');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'lon.xlsx');
  writeFileSync(file, await largeSheetBytes(6000));
  await open(app, page, file);
  // Pressed as soon as it stands there: on a busy machine the pointer comes when everything is written.
  await page.getByRole('button', { name: /^Ghi [\d.]+ dòng/ }).evaluate(
    (commit, cancel) =>
      new Promise<void>((pressed) => {
        const watch = new MutationObserver(() => {
          const button = [...document.querySelectorAll('button')].find((each) => each.textContent === cancel);
          if (!button) return;
          watch.disconnect();
          button.click();
          pressed();
        });
        watch.observe(document.body, { childList: true, subtree: true });
        (commit as HTMLElement).click();
      }),
    importsText.cancelCommit,
  );
  await expect(page.getByText(importsText.commitCancelled)).toBeVisible();
  await expect(grid(page)).toBeVisible();
  expect(await counts(page)).toBe(0);
});
