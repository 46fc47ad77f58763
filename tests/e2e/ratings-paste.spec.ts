import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { importsText } from '../../db/contract/vi/imports.ts';
import { navigationText, pageNames } from '../../db/contract/vi/navigation.ts';
import { runCommandLine } from '../helpers/demo-office.ts';
import { expect, test } from '../helpers/electron-test.ts';
import { pasteCells } from '../helpers/paste-cells.ts';
import { logIn } from '../helpers/sign-in.ts';

const CELL = 'Chi bộ thôn Bản Sen';
/** Made-up people. */
const PEOPLE = ['Vàng A An', 'Hà Văn Bình', 'Tòng Văn Dũng'] as const;

test.beforeEach(({ userData }, testInfo) => {
  const data = path.join(userData, 'data');
  runCommandLine(['init', '--data', data, '--office', 'Đảng ủy xã Sông Mây']);
  const list = testInfo.outputPath('nguoi.csv');
  const lines = PEOPLE.map((name, at) => `${at + 1},${name},19/05/1980,03/02/2005,03/02/2006,${CELL}`);
  writeFileSync(list, ['STT,Họ và tên,Ngày sinh,Ngày vào Đảng,Ngày chính thức,Chi bộ', ...lines].join('\n'));
  runCommandLine(['import', list, '--data', data, '--kind', 'officials', '--commit']);
});

test('cells pasted onto the ratings open in the import, with and without a header, are taken in and taken back', async ({
  launch,
}) => {
  const { page } = await launch();
  await logIn(page);
  const navigation = page.getByRole('navigation', { name: navigationText.main });
  await navigation.getByText(pageNames.ratings, { exact: true }).click();
  const grid = page.getByRole('grid');
  await expect(grid.getByText(PEOPLE[0])).toBeVisible();
  const year = Number(await page.locator('select').first().inputValue());
  const levels = () =>
    page.evaluate(async (of) => {
      const reply = await window.api.call('ratings.grid', { year: of });
      return reply.ok ? reply.value.rows.map((row) => row.decidedLevel) : [];
    }, year);
  expect(await levels()).toEqual([null, null, null]);

  await pasteCells(
    page,
    `STT\tHọ và tên\tChi bộ\tXếp loại\n1\t${PEOPLE[0]}\t${CELL}\tHTXSNV\n2\t${PEOPLE[1]}\t${CELL}\tHoàn thành tốt nhiệm vụ\n`,
  );
  await page.getByRole('button', { name: importsText.makePreview }).click();
  await page.getByRole('button', { name: importsText.commit(2) }).click();
  await expect.poll(levels).toEqual(['excellent', 'good', null]);

  await navigation.getByText(pageNames.ratings, { exact: true }).click();
  await expect(grid.getByText(PEOPLE[2])).toBeVisible();
  await pasteCells(page, `${PEOPLE[2]}\t${CELL}\tHTNV\n`);
  await page.getByRole('button', { name: importsText.makePreview }).click();
  await page.getByRole('button', { name: importsText.commit(1) }).click();
  await expect.poll(levels).toEqual(['excellent', 'good', 'completed']);

  // The last paste is taken back; the one before stays.
  await page.getByRole('button', { name: importsText.undoImport, exact: true }).click();
  await expect.poll(levels).toEqual(['excellent', 'good', null]);
});
