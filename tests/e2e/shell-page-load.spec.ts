import { cpSync, renameSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { electronForApp } from '../../build/setup-electron.mjs';
import { errorPageText } from '../../db/contract/vi/desktop.ts';
import { loginText } from '../../db/contract/vi/login.ts';
import { expect, test } from '../helpers/electron-test.ts';
import { windowFacts } from '../helpers/main-process.ts';

const showsErrorScreen = (app: ElectronApplication) =>
  expect
    .poll(() => windowFacts(app), { timeout: 20_000 })
    .toMatchObject({ visible: true, text: expect.stringContaining(errorPageText.title) });

const showsFirstRun = (app: ElectronApplication) =>
  expect
    .poll(() => windowFacts(app), { timeout: 20_000 })
    .toMatchObject({
      visible: true,
      url: 'app://tuduong/',
      text: expect.stringContaining(loginText.createTitle),
    });

/** Lets the next loads of the page fail as a broken protocol does; further ones succeed. */
function failNextLoads(app: ElectronApplication, count: number): Promise<void> {
  return app.evaluate(({ session }, failures) => {
    const { webRequest } = session.defaultSession;
    let left = failures;
    webRequest.onBeforeRequest((details, answer) => {
      const fails = details.resourceType === 'mainFrame' && details.url.startsWith('app:') && left > 0;
      if (fails) left--;
      answer({ cancel: fails });
    });
  }, count);
}

/** Pressed through main: Playwright would wait for the navigation that main denies and then does itself. */
const pressRetry = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
      'document.querySelector("a").click()',
      true,
    ),
  );

const reload = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload());

test('a page that fails to load twice is there at the third try', async ({ launch }) => {
  const { app } = await launch();
  await showsFirstRun(app);
  await failNextLoads(app, 3);
  await reload(app);
  await showsFirstRun(app);
});

test('a page that never loads ends in an error screen, and "Thử lại" brings it back', async ({ launch }) => {
  const { app, page } = await launch();
  await showsFirstRun(app);
  await failNextLoads(app, 5);
  await reload(app);
  await showsErrorScreen(app);
  await page.screenshot({ path: 'out/test/error-screen.png' });
  await pressRetry(app);
  await showsFirstRun(app);
});

test('a start without its page shows the error screen in a visible window', async ({ launch }, testInfo) => {
  const broken = testInfo.outputPath('broken-app');
  cpSync('out/app', broken, { recursive: true });
  const index = path.join(broken, 'renderer', 'app', 'index.html');
  renameSync(index, `${index}.gone`);
  const { app } = await launch({ runtime: electronForApp(path.resolve(broken), 'broken') });
  await showsErrorScreen(app);
  renameSync(`${index}.gone`, index);
  await pressRetry(app);
  await expect.poll(async () => (await windowFacts(app)).url).toBe('app://tuduong/');
});

test('a crashed page is loaded once more, a second crash ends in the error screen', async ({ launch }) => {
  const { app } = await launch();
  const crash = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
  await showsFirstRun(app);
  await crash();
  await showsFirstRun(app);
  await crash();
  await showsErrorScreen(app);
});
