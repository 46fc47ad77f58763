import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Page } from '@playwright/test';
import type { Reply } from '../../db/contract/window-api.ts';
import { demoPassword, makeDemoOffice } from '../helpers/demo-office.ts';
import { answerSaveDialog } from '../helpers/dialogs.ts';
import { expect, test } from '../helpers/electron-test.ts';
import { unzipFiles } from '../helpers/zip-files.ts';

/** Enough units that table 5a takes several pages. */
const MEMBERS = 3000;
const POINTS_PER_MM = 72 / 25.4;

let year = 0;
const input = () => ({ kind: 'rating-summary' as const, year, organizationId: null });

const openOffice = async (page: Page): Promise<void> => {
  const reply = await page.evaluate((password) => window.api.call('auth.login', { password }), demoPassword);
  expect(reply).toMatchObject({ ok: true });
  const overview = await page.evaluate(() => window.api.call('overview.get', {}));
  if (!overview.ok) throw new Error(overview.error.code);
  year = overview.value.years[0]?.year ?? 0;
};

const save = (
  page: Page,
  what: 'documents.savePdf' | 'documents.saveWorkbook' | 'documents.saveWord',
): Promise<Reply<unknown>> =>
  page.evaluate(([method, document]) => window.api.desktop(method, document), [what, input()] as const);

interface Word {
  text: string;
  left: number;
  right: number;
  top: number;
}

/** The words of a page with their place in millimetres from its upper left corner. */
function wordsOf(pdf: string, page: number): Word[] {
  const xml = execFileSync('pdftotext', ['-bbox', '-f', String(page), '-l', String(page), pdf, '-'], {
    encoding: 'utf8',
  });
  const word = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)</g;
  return [...xml.matchAll(word)].map(([, left, top, right, text]) => ({
    text: (text ?? '').normalize('NFC'),
    left: Number(left) / POINTS_PER_MM,
    right: Number(right) / POINTS_PER_MM,
    top: Number(top) / POINTS_PER_MM,
  }));
}

test.beforeEach(({ userData }) => makeDemoOffice(path.join(userData, 'data'), MEMBERS));

test('a long table is printed on A4 with its margins, its head on each page and numbers from page 2', async ({
  launch,
}, testInfo) => {
  const { app, page } = await launch();
  await openOffice(page);
  const folder = testInfo.outputPath('saved');
  mkdirSync(folder, { recursive: true });
  const pdf = path.join(folder, 'bieu.pdf');
  await answerSaveDialog(app, pdf);
  expect(await save(page, 'documents.savePdf')).toEqual({ ok: true, value: { fileName: 'bieu.pdf' } });
  // Whole or nothing: no part of the writing stays beside it.
  expect(readdirSync(folder)).toEqual(['bieu.pdf']);

  const pages = (await PDFDocument.load(readFileSync(pdf))).getPages();
  expect(pages.length).toBeGreaterThan(2);
  for (const [index, sheet] of pages.entries()) {
    const { width, height } = sheet.getSize();
    expect([Math.round(width / POINTS_PER_MM), Math.round(height / POINTS_PER_MM)]).toEqual([297, 210]);
    const words = wordsOf(pdf, index + 1);
    const inMargin = words.filter(({ top }) => top < 19.5);
    expect(inMargin.map(({ text }) => text)).toEqual(index === 0 ? [] : [String(index + 1)]);
    for (const { left, right } of inMargin) expect((left + right) / 2).toBeCloseTo(30 + (297 - 45) / 2, 0);
    const body = words.filter(({ top }) => top >= 19.5);
    expect(Math.min(...body.map(({ left }) => left))).toBeGreaterThan(29.9);
    // Half a millimetre for the slant of an italic letter at the edge.
    expect(Math.max(...body.map(({ right }) => right))).toBeLessThan(297 - 14.5);
    if (index < pages.length - 1) expect(body.map(({ text }) => text)).toContain('HTXSNV');
  }
  const fonts = execFileSync('pdffonts', [pdf], { encoding: 'utf8' }).trim().split('\n').slice(2);
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) expect(font).toMatch(/(LiberationSerif|TimesNewRoman)\S* .* yes yes yes /);
});

test('the preview is the same document, and nothing of the hidden window stays', async ({ launch }) => {
  const { app, page } = await launch();
  await openOffice(page);
  const preview = await page.evaluate(async (document) => {
    const reply = await window.api.desktop('documents.preview', document);
    return reply.ok ? Array.from(reply.value.bytes) : reply.error.code;
  }, input());
  if (typeof preview === 'string') throw new Error(preview);
  expect((await PDFDocument.load(Uint8Array.from(preview))).getPageCount()).toBeGreaterThan(2);
  const left = await app.evaluate(({ BrowserWindow, webContents }) => ({
    windows: BrowserWindow.getAllWindows().length,
    pages: webContents.getAllWebContents().length,
  }));
  expect(left).toEqual({ windows: 1, pages: 1 });
});

test('a cancelled dialog writes nothing; a place that cannot be written is told and leaves the old file', async ({
  launch,
}, testInfo) => {
  const { app, page } = await launch();
  await openOffice(page);
  await answerSaveDialog(app, null);
  expect(await save(page, 'documents.savePdf')).toEqual({ ok: true, value: null });

  const folder = testInfo.outputPath('saved');
  mkdirSync(path.join(folder, 'bieu.xlsx', 'taken'), { recursive: true });
  await answerSaveDialog(app, path.join(folder, 'bieu.xlsx'));
  expect(await save(page, 'documents.saveWorkbook')).toMatchObject({
    ok: false,
    error: { code: 'FILE_NOT_WRITABLE', params: { file: 'bieu.xlsx' } },
  });
  await answerSaveDialog(app, path.join(folder, 'no-such-folder', 'bieu.pdf'));
  expect(await save(page, 'documents.savePdf')).toMatchObject({ error: { code: 'FILE_NOT_WRITABLE' } });
  expect(readdirSync(folder)).toEqual(['bieu.xlsx']);

  // An existing file is replaced only by a whole one, and an ending that the person left out is added.
  writeFileSync(path.join(folder, 'cu.xlsx'), 'old');
  await answerSaveDialog(app, path.join(folder, 'cu'));
  expect(await save(page, 'documents.saveWorkbook')).toEqual({ ok: true, value: { fileName: 'cu.xlsx' } });
  expect(readFileSync(path.join(folder, 'cu.xlsx')).subarray(0, 2).toString()).toBe('PK');
  expect(readdirSync(folder).sort()).toEqual(['bieu.xlsx', 'cu.xlsx']);
});

test('the same table is saved for Word, across, with its figures', async ({ launch }, testInfo) => {
  const { app, page } = await launch();
  await openOffice(page);
  const folder = testInfo.outputPath('saved');
  mkdirSync(folder, { recursive: true });
  // The ending is added.
  await answerSaveDialog(app, path.join(folder, 'bieu'));
  expect(await save(page, 'documents.saveWord')).toEqual({
    ok: true,
    value: { fileName: 'bieu.docx', batch: false },
  });
  const parts = unzipFiles(readFileSync(path.join(folder, 'bieu.docx')));
  const xml = parts.find(({ name }) => name === 'word/document.xml')?.data.toString('utf8') ?? '';
  expect(xml).toContain('w:orient="landscape"');
  expect(xml).toContain('HTXSNV');
  expect(readdirSync(folder)).toEqual(['bieu.docx']);
});

test('printing asks the system for its dialog; closing it is no error, a failure is told', async ({
  launch,
}) => {
  const { app, page } = await launch();
  await openOffice(page);
  // There is no printer here: the dialog's answers are given in its place.
  const printWith = async (printed: boolean, reason: string) => {
    await app.evaluate(
      ({ app: main }, answer) => {
        const seen = globalThis as { printedForTest?: unknown };
        main.once('browser-window-created', (_event, window) => {
          window.webContents.print = (options, done) => {
            seen.printedForTest = { silent: options?.silent, landscape: options?.landscape };
            done?.(answer.printed, answer.reason);
          };
        });
      },
      { printed, reason },
    );
    return page.evaluate((document) => window.api.desktop('documents.print', document), input());
  };
  expect(await printWith(true, '')).toEqual({ ok: true, value: { printed: true, batch: false } });
  const asked = await app.evaluate(() => (globalThis as { printedForTest?: unknown }).printedForTest);
  expect(asked).toEqual({ silent: false, landscape: true });
  expect(await printWith(false, 'Print job canceled')).toEqual({
    ok: true,
    value: { printed: false, batch: false },
  });
  expect(await printWith(false, 'Print job failed')).toMatchObject({
    ok: false,
    error: { code: 'PRINT_FAILED' },
  });
});

test('no document without a session', async ({ launch }) => {
  const { page } = await launch();
  year = 2024;
  expect(await save(page, 'documents.savePdf')).toMatchObject({
    ok: false,
    error: { code: 'SESSION_REQUIRED' },
  });
});
