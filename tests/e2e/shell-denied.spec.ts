import { loginText } from '../../db/contract/vi/login.ts';
import { expect, test } from '../helpers/electron-test.ts';
import { countArrived, invokeRaw, watchChannel, windowFacts } from '../helpers/main-process.ts';

test('the page can go nowhere and open nothing', async ({ launch }) => {
  const { app, page } = await launch();
  await expect(page.getByRole('heading', { name: loginText.createTitle })).toBeVisible();
  for (const address of [
    'https://example.com/',
    'data:text/html,<h1>x',
    'app://elsewhere/',
    'file:///etc/',
  ]) {
    await page.evaluate((href) => {
      const link = document.createElement('a');
      link.href = href;
      document.body.append(link);
      link.click();
      link.remove();
    }, address);
  }
  expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true);
  expect(await page.evaluate(() => window.open('app://tuduong/') === null)).toBe(true);
  // What was denied would have happened by now: a round trip through both processes.
  await page.evaluate(() => window.api.call('office.status', {}));
  expect(app.windows()).toHaveLength(1);
  // Asked of main: Playwright itself would wait for a navigation that never comes.
  expect(await windowFacts(app)).toEqual({
    visible: true,
    url: 'app://tuduong/',
    text: expect.stringContaining(loginText.createTitle),
  });
});

test('the page runs no foreign script, reaches no network and is given no permission', async ({ launch }) => {
  const { app, page } = await launch();
  const outcome = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.name = "injected"';
    document.head.append(script);
    const attempt = async (act: () => unknown): Promise<string> => {
      try {
        return String(await act());
      } catch (error) {
        return error instanceof Error ? error.name : 'refused';
      }
    };
    return {
      inline: window.name,
      // From a timer: what the test itself sends is let past the content policy.
      eval: await attempt(
        () =>
          new Promise((resolve, reject) => {
            setTimeout(() => {
              try {
                resolve(new Function('return 1')());
              } catch (error) {
                reject(error);
              }
            });
          }),
      ),
      fetch: await attempt(() => fetch('https://example.com/')),
      notification: await attempt(() => Notification.requestPermission()),
      geolocation: await attempt(
        async () => (await navigator.permissions.query({ name: 'geolocation' })).state,
      ),
      node: [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process')].join(),
      api: Object.keys(window.api).sort().join(),
    };
  });
  expect(outcome).toEqual({
    inline: '',
    eval: 'EvalError',
    fetch: 'TypeError',
    notification: 'denied',
    geolocation: 'denied',
    node: 'undefined,undefined',
    api: 'call,cancel,desktop,onEvent,setUnsaved',
  });
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    // Not in Electron's types, and the only way to ask a page for what it was given.
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration };
  });
  expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false });
});

test('main requests to the network are cancelled, too', async ({ launch }) => {
  const { app } = await launch();
  const outcome = await app.evaluate(({ net }) =>
    net.fetch('http://127.0.0.1:9/').then(
      () => 'sent',
      (error: Error) => error.message,
    ),
  );
  expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT');
});

test('a download is stopped before it begins', async ({ launch }) => {
  const { app, page } = await launch();
  await app.evaluate(({ session }) => {
    const seen = globalThis as { downloadsByTest?: boolean[] };
    seen.downloadsByTest = [];
    session.defaultSession.on('will-download', (event) => seen.downloadsByTest?.push(event.defaultPrevented));
  });
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'x.txt';
    link.click();
  });
  await expect
    .poll(() => app.evaluate(() => (globalThis as { downloadsByTest?: boolean[] }).downloadsByTest))
    .toEqual([true]);
});

test('IPC answers only our page, and only the methods meant for it', async ({ launch }) => {
  const { app, page } = await launch();
  await expect(page.getByRole('heading', { name: loginText.createTitle })).toBeVisible();
  const refused = (code: string) => ({ ok: false, error: { code } });

  const status = { channel: 'call', args: ['office.status', {}] };
  expect(await invokeRaw(app, status)).toMatchObject({ ok: true });
  expect(await invokeRaw(app, { ...status, from: 'inner frame' })).toMatchObject(refused('FORBIDDEN'));
  expect(await invokeRaw(app, { ...status, from: 'other window' })).toMatchObject(refused('FORBIDDEN'));

  for (const method of ['imports.stage', 'documents.html', 'nothing.atAll', '__proto__', 7, null]) {
    expect(await invokeRaw(app, { channel: 'call', args: [method, {}] })).toMatchObject(
      refused('UNKNOWN_METHOD'),
    );
  }
  const info = { channel: 'desktop', args: ['app.info', {}] };
  expect(await invokeRaw(app, info)).toMatchObject({ ok: true });
  expect(await invokeRaw(app, { ...info, from: 'other window' })).toMatchObject(refused('FORBIDDEN'));
  for (const method of ['office.status', 'toString', {}]) {
    expect(await invokeRaw(app, { channel: 'desktop', args: [method, {}] })).toMatchObject(
      refused('UNKNOWN_METHOD'),
    );
  }
  expect(
    await invokeRaw(app, { channel: 'desktop', args: ['documents.preview', { year: 'x', kind: 'y' }] }),
  ).toMatchObject(refused('VALIDATION_FAILED'));

  // Whatever else may come to stand in our window is not our page.
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.loadURL('data:text/html,x'));
  expect(await invokeRaw(app, status)).toMatchObject(refused('FORBIDDEN'));
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.loadURL('app://tuduong/'));
  // Only then is the page the one that the next calls run in.
  await expect(page.getByRole('heading', { name: loginText.createTitle })).toBeVisible();

  // The preload refuses by itself: the names do not even reach main.
  await watchChannel(app, 'call');
  const fromPage = await page.evaluate(() => {
    const call: (method: string, input: unknown) => Promise<unknown> = window.api.call as never;
    return Promise.all([call('imports.stage', {}), call('constructor', {})]);
  });
  expect(fromPage).toEqual([expect.objectContaining({ ok: false }), expect.objectContaining({ ok: false })]);
  expect(await countArrived(app)).toBe(0);
});
