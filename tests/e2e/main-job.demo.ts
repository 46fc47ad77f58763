import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { test } from '../helpers/electron-test.ts';
import * as job from './main-job.ts';

const folder = path.resolve('out', 'demo');

test('the main job on the sample sheets, in a sample office', async ({ launch }) => {
  mkdirSync(folder, { recursive: true });
  let count = 0;
  let running = await launch();
  const picture: job.Picture = async (name) => {
    count += 1;
    const file = `${String(count).padStart(2, '0')}-${name}.png`;
    await running.page.screenshot({ path: path.join(folder, file) });
  };
  await test.step('create the office', () => job.createOffice(running, picture));
  await test.step('drop the list of people on the window, look, confirm', () =>
    job.importPeople(running, picture));
  await test.step('find people without marks', () => job.findPeople(running, picture));
  await test.step('import the ratings of 2024', () => job.importRatings(running, picture));
  await test.step('correct a rating in the grid', () => job.correctRating(running, picture));
  await test.step('read table 5a and the people behind a figure', () => job.readSummary(running, picture));
  await test.step('enter heads and signature', () => job.enterHeads(running, picture));
  await test.step('preview, save as PDF and as Excel', () => job.previewAndSave(running, folder, picture));
  await test.step('close, start again, log in', async () => {
    await running.close();
    running = await launch();
    await job.loginAgain(running, picture);
  });
});
