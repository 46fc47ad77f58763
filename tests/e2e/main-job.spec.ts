import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { read as readWorkbook, utils } from '@e965/xlsx';
import { expect, test } from '../helpers/electron-test.ts';
import * as job from './main-job.ts';

const pictures = path.resolve('out', 'test', 'pictures');

const text = (command: string, args: string[]): string =>
  execFileSync(command, args, { encoding: 'utf8' }).normalize('NFC').replace(/\s+/g, ' ');

test('the main job: from the sheets of an office to the printed annual summary', async ({
  launch,
}, testInfo) => {
  test.setTimeout(180_000);
  mkdirSync(pictures, { recursive: true });
  const running = await launch();
  // Also what the content policy refuses is told there.
  const complaints: string[] = [];
  running.page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  running.page.on('pageerror', (error) => complaints.push(error.message));
  const picture: job.Picture = async (name) => {
    await running.page.screenshot({ path: path.join(pictures, `${name}.png`) });
  };
  const saved = testInfo.outputPath('saved');
  mkdirSync(saved, { recursive: true });

  await test.step('create the office', () => job.createOffice(running, picture));
  await test.step('drop the list of people on the window', () => job.importPeople(running, picture));
  await test.step('find people without marks', () => job.findPeople(running, picture));
  await test.step('import the ratings of 2024', () => job.importRatings(running, picture));
  await test.step('correct a rating in the grid', () => job.correctRating(running, picture));
  await test.step('read table 5a and the people behind it', () => job.readSummary(running, picture));
  await test.step('enter heads and signature', () => job.enterHeads(running, picture));
  const files = await test.step('preview and save', () => job.previewAndSave(running, saved, picture));

  expect(text('pdfinfo', [files.pdf])).toMatch(/Pages: 1 .*Page size: 841\.\d+ x 59\d\.\d+ pts \(A4\)/);
  const fonts = text('pdffonts', [files.pdf]);
  expect(fonts).toMatch(/LiberationSerif|TimesNewRoman/);
  expect(fonts).not.toMatch(/DejaVu|Noto|Sans| no (yes|no) (yes|no) /);
  const page = text('pdftotext', ['-layout', files.pdf, '-']);
  for (const line of ['ĐẢNG CỘNG SẢN VIỆT NAM', ...Object.values(job.heads)]) expect(page).toContain(line);
  for (const unit of ['Chi bộ thôn Tà Pình', 'Chi bộ Công an']) expect(page).toContain(unit);
  // Members, exempt, to rate, rated, then each level with its percent, unrated.
  expect(page).toMatch(/Tổng cộng 118 0 118 111 14 11,86 72 61,02 25 21,19 0 0,00 7/i);

  const book = readWorkbook(readFileSync(files.workbook));
  const totals = book.SheetNames.flatMap((name) =>
    utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1 }),
  ).filter((row) => row.some((cell) => /^tổng cộng$/i.test(String(cell))));
  expect(totals).toHaveLength(1);
  expect(totals[0]?.filter((cell) => Number.isInteger(cell))).toEqual([
    118, 0, 118, 111, 14, 72, 25, 0, 0, 7,
  ]);

  expect(complaints).toEqual([]);
  await test.step('close, start again, log in', async () => {
    await running.close();
    const again = await launch();
    await job.loginAgain(again, async (name) => {
      await again.page.screenshot({ path: path.join(pictures, `${name}.png`) });
    });
  });
});
