import type { BrowserWindow } from 'electron';
import { errorPageUrl } from './error-page.ts';
import { log } from './log.ts';
import { isPageUrl, pageUrl } from './page-address.ts';

/** Waits before each further try, in milliseconds. */
const retryAfterMs = [100, 300, 1000];

/** A load that neither succeeds nor fails: the file may lie on a very slow disk, so this is long. */
const STUCK_MS = 30_000;

/** A page that dies twice within this time is not loaded a third time. */
const CRASH_WINDOW_MS = 60_000;

/** Chromium's code for a load that another one replaced. */
const ERR_ABORTED = -3;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'errno' in error ? String(error.errno) : 'LOAD_FAILED';

/**
 * Keeps a page in the window, whatever happens to it: a failed load is tried again a few times, a crashed page
 * is loaded once more, and then an error screen with a way to try again takes its place.
 *
 * Only `did-navigate` says that the page is there. The promise of loadURL resolves for Chromium's own error
 * page, too; but its rejection is the only sign of a load that stopped before it began (ERR_FAILED).
 */
export function keepPageLoaded(window: BrowserWindow): void {
  const { webContents } = window;
  /** Counts loads, so that a late word about an earlier one is not taken for the present one. */
  let current = 0;
  let judged = -1;
  let tries = 0;
  let lastCrash = 0;
  let timer: NodeJS.Timeout | undefined;

  const begin = (): number => {
    clearTimeout(timer);
    return ++current;
  };

  const showError = (code: string): void => {
    log('error screen', { code });
    begin();
    // Its failure could only be shown by itself.
    webContents.loadURL(errorPageUrl(code)).catch(() => log('error screen not shown'));
  };

  const fail = (load: number, code: string): void => {
    if (load !== current || load === judged || window.isDestroyed()) return;
    judged = load;
    log('page load failed', { code, tries });
    const wait = retryAfterMs[tries++];
    clearTimeout(timer);
    if (wait === undefined) showError(code);
    else timer = setTimeout(tryLoad, wait);
  };

  const tryLoad = (): void => {
    if (window.isDestroyed()) return;
    const load = begin();
    timer = setTimeout(() => fail(load, 'STUCK'), STUCK_MS);
    webContents.loadURL(pageUrl).catch((error: unknown) => {
      const code = codeOf(error);
      if (code !== String(ERR_ABORTED)) fail(load, code);
    });
  };

  const loadAfresh = (): void => {
    tries = 0;
    tryLoad();
  };

  webContents.on('did-navigate', (_event, url) => {
    begin();
    if (isPageUrl(url)) tries = 0;
  });
  webContents.on('did-fail-load', (_event, code, _description, url, isMainFrame) => {
    if (isMainFrame && code !== ERR_ABORTED && isPageUrl(url)) fail(current, String(code));
  });
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const again = Date.now() - lastCrash < CRASH_WINDOW_MS;
    lastCrash = Date.now();
    if (again) showError(reason);
    else loadAfresh();
  });
  // "Thử lại" on the error screen is a link to the page; every navigation is denied, and this one is then done here.
  webContents.on('will-frame-navigate', ({ url, isMainFrame }) => {
    if (isMainFrame && url === pageUrl && !isPageUrl(webContents.getURL())) loadAfresh();
  });
  window.on('closed', () => clearTimeout(timer));
  loadAfresh();
}
