import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { ElectronApplication } from '@playwright/test';
import type { DesktopEvent } from '../../db/contract/desktop.ts';
import { loginText } from '../../db/contract/vi/login.ts';
import { menuText } from '../../db/contract/vi/menu.ts';
import { installedElectron } from '../helpers/electron.ts';
import { expect, test } from '../helpers/electron-test.ts';
import { clickMenu } from '../helpers/main-process.ts';

declare global {
  interface Window {
    seenByTest?: DesktopEvent[];
  }
}

const place = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    return { bounds: window?.getNormalBounds(), zoom: window?.webContents.getZoomFactor() };
  });

test('place, size and zoom of the window are remembered', async ({ launch, userData }) => {
  // Without a window manager a maximised window cannot be made small again, and the screen is a small one.
  writeFileSync(
    path.join(userData, 'window.json'),
    JSON.stringify({ bounds: { x: 0, y: 0, width: 1000, height: 600 }, maximized: false, zoom: 1 }),
  );
  const first = await launch();
  await expect(first.page.getByRole('heading', { name: loginText.createTitle })).toBeVisible();
  const bounds = { x: 60, y: 40, width: 1010, height: 620 };
  await first.app.evaluate(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(wanted);
  }, bounds);
  await clickMenu(first.app, [menuText.view, menuText.zoomIn]);
  await clickMenu(first.app, [menuText.view, menuText.zoomIn]);
  await expect.poll(() => place(first.app)).toEqual({ bounds, zoom: 1.25 });
  await first.close();

  const second = await launch();
  await expect(second.page.getByRole('heading', { name: loginText.createTitle })).toBeVisible();
  await expect.poll(() => place(second.app)).toEqual({ bounds, zoom: 1.25 });
  await second.close();

  // Chromium keeps a zoom of its own for each site; ours is the one that counts.
  writeFileSync(path.join(userData, 'window.json'), JSON.stringify({ bounds, maximized: false, zoom: 1.5 }));
  const third = await launch();
  await expect(third.page.getByRole('heading', { name: loginText.createTitle })).toBeVisible();
  await expect.poll(async () => (await place(third.app)).zoom).toBe(1.5);
  await clickMenu(third.app, [menuText.view, menuText.zoomReset]);
  await expect.poll(async () => (await place(third.app)).zoom).toBe(1);
});

test('a damaged memory of the window does not hinder the start', async ({ launch, userData }) => {
  writeFileSync(path.join(userData, 'window.json'), '{"bounds":{"x":99999,');
  const { page } = await launch();
  await expect(page.getByRole('heading', { name: loginText.createTitle })).toBeVisible();
});

test('a second start ends itself and brings the first window to the front', async ({ launch, userData }) => {
  const { app, page } = await launch();
  await expect(page.getByRole('heading', { name: loginText.createTitle })).toBeVisible();
  await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    if (!window) throw new Error('no window');
    const seen = globalThis as { focusedByTest?: number };
    seen.focusedByTest = 0;
    const focus = window.focus.bind(window);
    window.focus = () => {
      seen.focusedByTest = (seen.focusedByTest ?? 0) + 1;
      focus();
    };
  });
  const { executable, args } = installedElectron();
  await promisify(execFile)(executable, [...args, `--user-data-dir=${userData}`], { timeout: 20_000 });
  await expect
    .poll(() => app.evaluate(() => (globalThis as { focusedByTest?: number }).focusedByTest))
    .toBe(1);
  expect(app.windows()).toHaveLength(1);
});

test('the menu is Vietnamese, and its acts reach the page', async ({ launch }) => {
  const { app, page } = await launch();
  await expect(page.getByRole('heading', { name: loginText.createTitle })).toBeVisible();
  const menus = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
  expect(menus).toEqual(['&Tệp', '&Sửa', '&Xem', 'T&rợ giúp']);
  await page.evaluate(() => {
    const seen: DesktopEvent[] = [];
    window.seenByTest = seen;
    window.api.onEvent((event) => seen.push(event));
  });
  for (const labels of [
    [menuText.file, menuText.openFile],
    [menuText.file, menuText.print],
    [menuText.edit, menuText.search],
    [menuText.edit, menuText.find],
    [menuText.edit, menuText.undo],
    [menuText.help, menuText.guide],
  ] as const) {
    await clickMenu(app, labels);
  }
  await expect
    .poll(() =>
      page.evaluate(() =>
        window.seenByTest?.map((event) => (event.type === 'menu' ? event.command : event.type)),
      ),
    )
    .toEqual(['openFile', 'print', 'search', 'find', 'undo', 'help']);
});
