import type { ElectronApplication, Page } from '@playwright/test';
import { serviceText } from '../../db/contract/vi/common.ts';
import { loginText } from '../../db/contract/vi/login.ts';
import { expect, test } from '../helpers/electron-test.ts';
import { serviceProcess, windowFacts } from '../helpers/main-process.ts';
import { stillRunning, waitForEnd } from '../helpers/process-tree.ts';

const statusOf = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const reply = await window.api.call('office.status', {});
    return reply.ok ? reply.value.state : reply.error.code;
  });

async function runningService(app: ElectronApplication) {
  const service = await serviceProcess(app);
  if (!service) throw new Error('No data service is running');
  return service;
}

async function killService(app: ElectronApplication): Promise<void> {
  const service = await runningService(app);
  process.kill(service.pid, 'SIGKILL');
  await waitForEnd([service]);
}

test('the service killed under the window comes back, and the work goes on', async ({ launch }) => {
  const { app, page } = await launch();
  await expect(page.getByRole('heading', { name: loginText.createTitle })).toBeVisible();
  const before = await runningService(app);
  await killService(app);
  await expect.poll(() => statusOf(page)).toBe('none');
  const after = await runningService(app);
  expect(after.pid).not.toBe(before.pid);

  await page.getByLabel(loginText.officeName).fill('Văn phòng Đảng ủy xã Sông Mây');
  await page.getByLabel(loginText.newPassword, { exact: true }).fill('mat-khau-thu-nghiem');
  await page.getByLabel(loginText.repeatPassword).fill('mat-khau-thu-nghiem');
  await page.getByRole('button', { name: loginText.create }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  // The session died with the service that held it: the next call asks for the password again.
  await killService(app);
  await expect.poll(() => statusOf(page)).toBe('ready');
  const reply = await page.evaluate(() => window.api.call('overview.get', {}));
  expect(reply).toMatchObject({ ok: false, error: { code: 'SESSION_REQUIRED' } });
});

test('a service that dies again and again is given up with a clear screen', async ({ launch }) => {
  const { app, page } = await launch();
  await expect(page.getByRole('heading', { name: loginText.createTitle })).toBeVisible();
  for (let death = 0; death < 3; death++) {
    await killService(app);
    await expect.poll(() => statusOf(page)).toBe('none');
  }
  await killService(app);
  await expect(page.getByText(serviceText.goneTitle)).toBeVisible();
  expect(await statusOf(page)).toBe('SERVICE_UNAVAILABLE');
  expect(await serviceProcess(app)).toBeNull();
  // "Thử mở lại" loads the page again and gives the service another try.
  await app.evaluate(
    ({ BrowserWindow }, label) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        `[...document.querySelectorAll('button')].find(({ innerText }) => innerText === ${JSON.stringify(label)}).click()`,
      ),
    serviceText.tryAgain,
  );
  await expect
    .poll(async () => {
      const { text } = await windowFacts(app);
      return [text.includes(loginText.createTitle), text.includes(serviceText.goneTitle)];
    })
    .toEqual([true, false]);
  await expect.poll(() => statusOf(page)).toBe('none');
});

test('closing the window ends every process', async ({ launch }) => {
  const { app, page, processes } = await launch();
  await expect(page.getByRole('heading', { name: loginText.createTitle })).toBeVisible();
  const marks = processes();
  const service = await runningService(app);
  // Main waits for the last word of the service: when main is gone, the service has been gone before.
  const serviceLeft = new Promise((resolve) => {
    app.process().once('exit', () => resolve(stillRunning([service])));
  });
  const closed = app.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => {}); // The program may end before it answers.
  await closed;
  expect(await serviceLeft).toEqual([]);
  expect(await waitForEnd(marks)).toEqual([]);
});

test('a killed main process takes the data service with it', async ({ launch }) => {
  const { app, page, processes } = await launch();
  await expect(page.getByRole('heading', { name: loginText.createTitle })).toBeVisible();
  const marks = processes();
  expect(marks.map(({ pid }) => pid)).toContain((await runningService(app)).pid);
  app.process().kill('SIGKILL');
  expect(await waitForEnd(marks)).toEqual([]);
});
