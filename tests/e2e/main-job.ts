import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { commonText } from '../../db/contract/vi/common.ts';
import { importsText } from '../../db/contract/vi/imports.ts';
import { previewText } from '../../db/contract/vi/imports-preview.ts';
import { loginText } from '../../db/contract/vi/login.ts';
import { navigationText, pageNames } from '../../db/contract/vi/navigation.ts';
import { personLabels } from '../../db/contract/vi/officials.ts';
import { ratingRulesText } from '../../db/contract/vi/rating-rules-screen.ts';
import { ratingLevelNames, ratingStageNames, ratingsText } from '../../db/contract/vi/ratings.ts';
import { reportsText } from '../../db/contract/vi/reports.ts';
import { officeFieldLabels, settingsText } from '../../db/contract/vi/settings.ts';
import { figureNames, summaryPageText, summaryText } from '../../db/contract/vi/summaries.ts';
import { type RatingLevel, ratingLevels } from '../../db/domain/ratings.ts';
import { answerOpenDialog, answerSaveDialog } from '../helpers/dialogs.ts';
import type { RunningApp } from '../helpers/electron.ts';

/**
 * The main job as a clerk does it, one function for each part. The test checks with it, the demo shows with it:
 * whatever the clerk relies on is asserted here, so that both see the same story.
 */
export const office = { name: 'Văn phòng Đảng ủy xã Sông Mây', password: 'mat-khau-van-phong' };

export const sheets = {
  officials: path.resolve('tests/fixtures/01-trich-ngang-can-bo-dang-vien.xlsx'),
  ratings: path.resolve('tests/fixtures/03-xep-loai-dang-vien-2024.xlsx'),
};

/** Where the sheets come from: 118 people in 6 cells; the ratings of 2024, 7 of them left out. */
export const facts = {
  people: 118,
  units: 6,
  year: 2024,
  levels: { excellent: 14, good: 72, completed: 25, notCompleted: 0 } satisfies Record<RatingLevel, number>,
  unrated: 7,
};

/** What the printed page bears: the first three stand in the sheet of people; all are made up. */
export const heads = {
  superiorHead: 'ĐẢNG BỘ TỈNH ĐÔNG SƠN',
  issuingHead: 'ĐẢNG ỦY XÃ SÔNG MÂY',
  placeName: 'Sông Mây',
  signatureAuthority: 'T/M ĐẢNG ỦY',
  signatureTitle: 'BÍ THƯ',
  signerName: 'Hoàng Quang Lâm',
};

/** Called after each part, with a name for its picture. */
export type Picture = (name: string) => Promise<void>;

const goTo = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation', { name: navigationText.main }).getByText(name, { exact: true }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
};

const chooseYear = (page: Page, year: number) =>
  page.getByRole('combobox', { name: navigationText.year, exact: true }).selectOption(String(year));

export async function createOffice({ page }: RunningApp, picture: Picture): Promise<void> {
  await expect(page.getByRole('heading', { name: loginText.createTitle })).toBeVisible();
  await page.getByLabel(loginText.officeName).fill(office.name);
  await page.getByLabel(loginText.newPassword, { exact: true }).fill(office.password);
  await page.getByLabel(loginText.repeatPassword).fill(office.password);
  await picture('first-run');
  await page.getByRole('button', { name: loginText.create }).click();
  await expect(page.getByRole('navigation', { name: navigationText.main })).toContainText(office.name);
  await expect(page.getByRole('heading', { name: pageNames.overview, level: 1 })).toBeVisible();
  await picture('empty-overview');
}

/** A drop as the system makes it: the page sees a file with its bytes, no path. */
export async function dropFile(page: Page, file: string): Promise<void> {
  const base64 = readFileSync(file).toString('base64');
  await page.evaluate(
    ({ content, name }) => {
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], name));
      for (const type of ['dragenter', 'dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    { content: base64, name: path.basename(file) },
  );
}

export async function importPeople({ page }: RunningApp, picture: Picture): Promise<void> {
  await dropFile(page, sheets.officials);
  await expect(page.getByRole('heading', { name: pageNames.imports, level: 1 })).toBeVisible();
  await expect(page.getByText(importsText.fileUnderstood(path.basename(sheets.officials)))).toBeVisible();
  const makePreview = page.getByRole('button', { name: importsText.makePreview });
  await expect(makePreview).toBeVisible();
  await picture('people-understood');
  await makePreview.click();
  await expect(
    page.getByRole('heading', { name: importsText.headlines.officials(facts.people, facts.units) }),
  ).toBeVisible();
  await picture('people-preview');

  // Nothing is written before the person confirms.
  const before = await page.evaluate(() => window.api.call('overview.get', {}));
  expect(before).toMatchObject({ ok: true, value: { officials: 0 } });

  await page.getByRole('button', { name: importsText.commit(facts.people) }).click();
  // Some citizen IDs lost their zero in the sheet; a restored one is written at the clerk's word only.
  await page.getByRole('button', { name: previewText.confirmAll }).click();
  await page.getByRole('button', { name: importsText.see.officials }).first().click();
  await expect(page.getByRole('heading', { name: pageNames.officials, level: 1 })).toBeVisible();
  await picture('people');
}

export async function findPeople({ page }: RunningApp, picture: Picture): Promise<void> {
  await goTo(page, pageNames.officials);
  const search = page.getByRole('searchbox');
  // Without marks, and the first of two words is no first word of the name.
  await search.fill('huu thinh');
  const found = page.getByRole('row').filter({ hasText: 'Nguyễn Hữu Thịnh' });
  await expect(found).toHaveCount(1);
  await expect(page.getByRole('row').filter({ hasText: 'Quàng A Mạnh' })).toHaveCount(0);
  await picture('people-found');
  await search.fill('');
  await expect(page.getByRole('row').filter({ hasText: personLabels.organization })).not.toHaveCount(0);
}

export async function importRatings({ app, page }: RunningApp, picture: Picture): Promise<void> {
  await goTo(page, pageNames.imports);
  await answerOpenDialog(app, sheets.ratings);
  await page.getByRole('button', { name: importsText.choose }).click();
  await expect(page.getByRole('button', { name: importsText.makePreview })).toBeVisible();
  await expect(page.getByLabel(importsText.ratingYear)).toHaveValue(String(facts.year));
  await picture('ratings-understood');
  await page.getByRole('button', { name: importsText.makePreview }).click();
  await expect(page.getByText(importsText.previewSafe).first()).toBeVisible();
  await picture('ratings-preview');
  await page.getByRole('button', { name: importsText.commit(facts.people) }).click();
  await page.getByRole('button', { name: importsText.see.ratings }).first().click();
  await expect(page.getByRole('heading', { name: pageNames.ratings, level: 1 })).toBeVisible();
}

/** The decided cell of a person in the grid. */
async function decidedCell(page: Page, name: string) {
  const grid = page.getByRole('grid', { name: ratingsText.grid(facts.year) });
  const row = grid.getByRole('row').filter({ hasText: name });
  // The heads are read at once: they must be there.
  await expect(row).toHaveCount(1);
  const titles = await grid.getByRole('columnheader').allInnerTexts();
  const column = titles.findIndex((title) => title.trim() === ratingStageNames.decided);
  return row.getByRole('gridcell').nth(column);
}

/** A level that stands is decided anew: its reason is asked for, and once a year the body and day of the decision. */
async function giveAgain(
  page: Page,
  reason: string,
  decision?: { body: string; day: string },
): Promise<void> {
  const dialog = page.getByRole('dialog');
  if (decision) {
    await dialog.getByLabel(ratingRulesText.decisionBody).fill(decision.body);
    await dialog.getByLabel(ratingRulesText.decisionDay).fill(decision.day);
  }
  await dialog.getByLabel(ratingRulesText.reratingReason).fill(reason);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
}

/** One person from "Hoàn thành tốt" to "Hoàn thành" and back, with the keys of the grid. */
export async function correctRating({ page }: RunningApp, picture: Picture): Promise<void> {
  await goTo(page, pageNames.ratings);
  await chooseYear(page, facts.year);
  const person = 'Nguyễn Hữu Thịnh';
  await page.getByRole('searchbox').fill(person);
  const cell = await decidedCell(page, person);
  await cell.click();
  await page.keyboard.press('3');
  await giveAgain(page, 'Có tình tiết mới', { body: 'Ban Thường vụ Đảng ủy xã', day: '20/12/2024' });
  await expect(cell).toHaveText('Hoàn thành');
  await picture('ratings-corrected');
  await expectSummary(page, {
    ...facts.levels,
    good: facts.levels.good - 1,
    completed: facts.levels.completed + 1,
  });
  await goTo(page, pageNames.ratings);
  await page.getByRole('searchbox').fill(person);
  const again = await decidedCell(page, person);
  await again.click();
  await page.keyboard.press('2');
  await giveAgain(page, 'Sửa lỗi nhập');
  await expect(again).toHaveText('Tốt');
  await page.getByRole('searchbox').fill('');
  await picture('ratings');
}

/** Opens the summary of the year and compares its total row. */
async function expectSummary(page: Page, levels: Record<RatingLevel, number>): Promise<void> {
  await goTo(page, pageNames.reports);
  await chooseYear(page, facts.year);
  await page.getByRole('searchbox').fill('');
  for (const level of ratingLevels) {
    const label = summaryPageText.figure(ratingLevelNames[level], summaryText.total, levels[level], false);
    await expect(page.getByRole('button', { name: label, exact: true })).toBeVisible();
  }
}

export async function readSummary({ page }: RunningApp, picture: Picture): Promise<void> {
  await expectSummary(page, facts.levels);
  const figure = (name: string, count: number) =>
    summaryPageText.figure(name, summaryText.total, count, false);
  for (const [name, count] of [
    [figureNames.members, facts.people],
    [figureNames.unrated, facts.unrated],
  ] as const) {
    await expect(page.getByRole('button', { name: figure(name, count), exact: true })).toBeVisible();
  }
  await picture('summary');
  const excellent = figure(ratingLevelNames.excellent, facts.levels.excellent);
  await page.getByRole('button', { name: excellent, exact: true }).click();
  const people = page.getByRole('grid', {
    name: summaryPageText.peopleOf(ratingLevelNames.excellent, summaryText.total),
  });
  await expect(people).toHaveAttribute('aria-rowcount', String(facts.levels.excellent + 1));
  await picture('summary-people');
}

/** Heads from the imported sheet, signature typed: what every printed page bears from then on. */
export async function enterHeads({ page }: RunningApp, picture: Picture): Promise<void> {
  await goTo(page, pageNames.reports);
  await page.getByRole('button', { name: reportsText.fillHeads }).click();
  await expect(page.getByRole('heading', { name: pageNames.settings, level: 1 })).toBeVisible();
  await page.getByRole('button', { name: settingsText.takeSuggestion }).click();
  await expect(page.getByLabel(officeFieldLabels.issuingHead)).toHaveValue(heads.issuingHead);
  await page.getByLabel(officeFieldLabels.signatureAuthority).fill(heads.signatureAuthority);
  await page.getByLabel(officeFieldLabels.signatureTitle).fill(heads.signatureTitle);
  await page.getByLabel(officeFieldLabels.signerName).fill(heads.signerName);
  await picture('settings');
  await page.getByRole('button', { name: commonText.save, exact: true }).first().click();
  await expect(page.getByText(settingsText.saved)).toBeVisible();
  await goTo(page, pageNames.reports);
}

export interface SavedFiles {
  pdf: string;
  workbook: string;
}

export async function previewAndSave(
  { app, page }: RunningApp,
  folder: string,
  picture: Picture,
): Promise<SavedFiles> {
  await page.getByRole('button', { name: reportsText.preview }).click();
  await expect(page.getByText(reportsText.page(1, 1))).toBeVisible({ timeout: 20_000 });
  await picture('print-preview');
  const pdf = path.join(folder, `bieu-5a-${facts.year}.pdf`);
  await answerSaveDialog(app, pdf);
  await page.getByRole('button', { name: reportsText.savePdf }).click();
  await expect(page.getByText(reportsText.savedAs(path.basename(pdf)))).toBeVisible({ timeout: 20_000 });
  const workbook = path.join(folder, `bieu-5a-${facts.year}.xlsx`);
  await answerSaveDialog(app, workbook);
  await page.getByRole('button', { name: reportsText.saveWorkbook }).click();
  await expect(page.getByText(reportsText.savedAs(path.basename(workbook)))).toBeVisible();
  await page.getByRole('button', { name: reportsText.closePreview }).click();
  return { pdf, workbook };
}

/** After a restart: the password, and everything is there. */
export async function loginAgain({ page }: RunningApp, picture: Picture): Promise<void> {
  await expect(page.getByRole('heading', { name: office.name })).toBeVisible();
  await picture('login');
  await page.getByLabel(loginText.password, { exact: true }).fill(office.password);
  await page.getByRole('button', { name: loginText.login, exact: true }).click();
  await expect(page.getByRole('heading', { name: pageNames.overview, level: 1 })).toBeVisible();
  await picture('overview');
  await expectSummary(page, facts.levels);
}
