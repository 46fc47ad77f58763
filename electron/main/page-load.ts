import type { BrowserWindow } from 'electron';
import { errorPageUrl } from './error-page.ts';
import { log } from './log.ts';
import { isPageUrl, pageUrl } from './page-address.ts';

/** Waits before each further try, in milliseconds. */
const retryAfterMs = [100, 300, 1000];

/** A page that dies twice within this time is not loaded a third time. */
const CRASH_WINDOW_MS = 60_000;

/** Chromium's code for a load that another one replaced. */
const ERR_ABORTED = -3;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** null when the page is there, else why not. Never rejects. */
async function tryLoad(window: BrowserWindow, url: string): Promise<string | null> {
  try {
    await window.webContents.loadURL(url);
    return null;
  } catch (error) {
    return error instanceof Error && 'errno' in error ? String(error.errno) : 'LOAD_FAILED';
  }
}

/**
 * Keeps a page in the window, whatever happens to it: a failed load is tried again a few times, a crashed page
 * is loaded once more, and then an error screen with a way to try again takes its place.
 */
export function keepPageLoaded(window: BrowserWindow): void {
  const { webContents } = window;
  let loading = false;
  let lastCrash = 0;

  const showError = async (code: string): Promise<void> => {
    log('error screen', { code });
    if (!window.isDestroyed()) await tryLoad(window, errorPageUrl(code));
  };

  const load = async (): Promise<void> => {
    if (loading) return;
    loading = true;
    let failure = await tryLoad(window, pageUrl);
    for (const ms of retryAfterMs) {
      if (failure === null || window.isDestroyed()) break;
      log('page load failed', { code: failure });
      await wait(ms);
      if (!window.isDestroyed()) failure = await tryLoad(window, pageUrl);
    }
    if (failure !== null) await showError(failure);
    loading = false;
  };

  // A load that did not begin here: a reload of the page.
  webContents.on('did-fail-load', (_event, code, _description, url, isMainFrame) => {
    if (isMainFrame && code !== ERR_ABORTED && !loading && isPageUrl(url)) void load();
  });
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const again = Date.now() - lastCrash < CRASH_WINDOW_MS;
    lastCrash = Date.now();
    if (again) void showError(reason);
    else void load();
  });
  // "Thử lại" on the error screen is a link to the page; every navigation is denied, and this one is then done here.
  webContents.on('will-navigate', (_event, url) => {
    if (url === pageUrl && !isPageUrl(webContents.getURL())) void load();
  });
  void load();
}
