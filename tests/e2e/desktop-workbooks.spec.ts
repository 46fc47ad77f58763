import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { utils, write } from '@e965/xlsx';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Reply } from '../../db/contract/window-api.ts';
import { demoPassword, runCommandLine } from '../helpers/demo-office.ts';
import { answerOpenDialog } from '../helpers/dialogs.ts';
import { expect, test } from '../helpers/electron-test.ts';

const sample = path.resolve('tests/fixtures/01-trich-ngang-can-bo-dang-vien.xlsx');

const login = (page: Page) =>
  page.evaluate((password) => window.api.call('auth.login', { password }), demoPassword);
const choose = (page: Page): Promise<Reply<unknown>> =>
  page.evaluate(() => window.api.desktop('workbooks.choose', {}));

/** Process id of the running reader, null when none runs. */
const readerPid = (app: ElectronApplication): Promise<number | null> =>
  app.evaluate(
    ({ app: main }) =>
      main.getAppMetrics().find(({ name }) => name === 'Tu Duong workbook reader')?.pid ?? null,
  );

/** A sheet that takes seconds to read. */
function largeSheet(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const rows = Array.from({ length: 60_000 }, (_, row) =>
    Array.from({ length: 20 }, (_unused, column) => `Ô ${row}.${column} ${row * column}`),
  );
  const book = utils.book_new(utils.aoa_to_sheet(rows), 'Danh sách');
  const file = path.join(folder, 'danh-sach-lon.xlsx');
  writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx', compression: true }));
  return file;
}

test.beforeEach(({ userData }) => {
  runCommandLine([
    'init',
    '--data',
    path.join(userData, 'data'),
    '--office',
    'Văn phòng Đảng ủy xã Sông Mây',
  ]);
});

test('a chosen workbook is read in a process of its own and staged; a cancelled dialog is no error', async ({
  launch,
}) => {
  const { app, page } = await launch();
  await login(page);
  await answerOpenDialog(app, null);
  expect(await choose(page)).toEqual({ ok: true, value: null });
  await answerOpenDialog(app, sample);
  expect(await choose(page)).toMatchObject({
    ok: true,
    value: {
      fileName: path.basename(sample),
      sheets: [{ kind: 'officials', rowCounts: { data: 118 } }, { kind: 'empty' }],
    },
  });
  await expect.poll(() => readerPid(app)).toBeNull();
});

test('a file that is no workbook, and one that is gone, are told by their name', async ({
  launch,
}, testInfo) => {
  const { app, page } = await launch();
  await login(page);
  const folder = testInfo.outputPath('files');
  mkdirSync(folder, { recursive: true });
  const picture = path.join(folder, 'anh.xlsx');
  writeFileSync(picture, Buffer.from('89504e470d0a1a0a0000', 'hex'));
  await answerOpenDialog(app, picture);
  expect(await choose(page)).toMatchObject({
    ok: false,
    error: { code: 'WORKBOOK_NOT_A_WORKBOOK', params: { file: 'anh.xlsx' } },
  });
  await answerOpenDialog(app, path.join(folder, 'da-xoa.xlsx'));
  expect(await choose(page)).toMatchObject({
    ok: false,
    error: { code: 'FILE_NOT_FOUND', params: { file: 'da-xoa.xlsx' } },
  });
});

test('a reading can be cancelled and its process is gone; the next file is read', async ({
  launch,
}, testInfo) => {
  const { app, page } = await launch();
  await login(page);
  await answerOpenDialog(app, largeSheet(testInfo.outputPath('files')));
  const cancelled = choose(page);
  await expect.poll(() => readerPid(app)).not.toBeNull();
  // One reading at a time.
  expect(await choose(page)).toMatchObject({ ok: false, error: { code: 'BUSY' } });
  await page.evaluate(() => window.api.desktop('workbooks.cancel', {}));
  expect(await cancelled).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
  // At once, not when it has read to the end.
  await expect.poll(() => readerPid(app), { timeout: 5000 }).toBeNull();
  await answerOpenDialog(app, sample);
  expect(await choose(page)).toMatchObject({ ok: true });
});

test('a reader that dies is told as a damaged file and harms nothing else', async ({ launch }, testInfo) => {
  const { app, page } = await launch();
  await login(page);
  await answerOpenDialog(app, largeSheet(testInfo.outputPath('files')));
  const reading = choose(page);
  await expect.poll(() => readerPid(app)).not.toBeNull();
  const pid = await readerPid(app);
  if (pid === null) throw new Error('The reader had already ended');
  process.kill(pid, 'SIGKILL');
  expect(await reading).toMatchObject({
    ok: false,
    error: { code: 'WORKBOOK_READER_FAILED', params: { file: 'danh-sach-lon.xlsx' } },
  });
  expect(await page.evaluate(() => window.api.call('auth.current', {}))).toMatchObject({ ok: true });
});
