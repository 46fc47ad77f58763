import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { utils, write } from '@e965/xlsx';
import { importsText } from '../../db/contract/vi/imports.ts';
import { pageNames } from '../../db/contract/vi/navigation.ts';
import { runCommandLine } from '../helpers/demo-office.ts';
import { answerOpenDialog } from '../helpers/dialogs.ts';
import { expect, test } from '../helpers/electron-test.ts';
import { logIn, openPage } from '../helpers/sign-in.ts';

/** Organisations on the first sheet, their people on the second. */
function twoSheets(folder: string): string {
  const units = [
    ['DANH SÁCH TỔ CHỨC CƠ SỞ ĐẢNG'],
    ['TT', 'Tên tổ chức đảng', 'Mã tổ chức', 'Loại hình', 'Trực thuộc', 'Tổng số đảng viên'],
    [1, 'Chi bộ Thôn Nà Lùng', 'CB01', 'Chi bộ', 'DB01', 12],
    [2, 'Đảng bộ Công an xã', 'DB01', 'Đảng bộ cơ sở', null, 35],
    [3, 'Chi bộ Thôn Pạc Cáo', 'CB02', 'Chi bộ', 'Không rõ', 9],
  ];
  const people = [
    ['STT', 'Họ và tên', 'Ngày sinh', 'Số CCCD', 'Chi bộ'],
    [1, 'Vàng A Chô', '03/02/1985', '0380 8500', 'Chi bộ Thôn Nà Lùng'],
    [2, 'Lý Thị Mẩy', '1990', '', 'Chi bộ Thôn Nà Lùng'],
  ];
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(units), 'Tổ chức');
  utils.book_append_sheet(book, utils.aoa_to_sheet(people), 'Đảng viên');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'dang-bo-xa.xlsx');
  writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx' }));
  return file;
}

test('organisations come from one sheet, and the next sheet follows without choosing the file again', async ({
  launch,
  userData,
}) => {
  runCommandLine([
    'init',
    '--data',
    path.join(userData, 'data'),
    '--office',
    'Văn phòng Đảng ủy xã Sông Mây',
  ]);
  const { app, page } = await launch();
  await logIn(page);
  await openPage(page, pageNames.imports);
  await answerOpenDialog(app, twoSheets(path.join(userData, 'files')));
  await page.getByRole('button', { name: importsText.choose }).click();
  await expect(page.getByRole('button', { name: importsText.makePreview })).toBeEnabled();
  await page.getByRole('button', { name: importsText.makePreview }).click();
  const grid = page.getByRole('grid', { name: importsText.previewTable });
  await expect(grid.getByText('Chi bộ Thôn Nà Lùng')).toBeVisible();
  await expect(grid.getByText('không xác định được tổ chức cấp trên').first()).toBeVisible();
  await page.getByRole('button', { name: importsText.commit(2) }).click();
  const next = page.getByRole('button', { name: importsText.nextSheet('Đảng viên', 'dang-bo-xa.xlsx') });
  await expect(next).toBeVisible();
  await expect(page.getByRole('button', { name: importsText.see.organizations })).toBeVisible();
  await next.click();
  await page.getByRole('button', { name: importsText.makePreview }).click();
  await expect(grid.getByText('Vàng A Chô')).toBeVisible();
  // A number that is none stays masked, in the sentence beside it too.
  await expect(grid.getByText('không phải số CCCD').first()).toBeVisible();
  await expect(page.getByText('0380 8500')).toHaveCount(0);
  await page.getByRole('button', { name: importsText.commit(1) }).click();
  await expect(page.getByRole('button', { name: importsText.see.officials })).toBeVisible();
  await expect(next).toHaveCount(0);
});
