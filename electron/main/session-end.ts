import type { BrowserWindow } from 'electron';

/** Windows gives a program some five seconds at a log-off; the data service needs its share of them. */
const KEEP_MS = 2000;

export interface SessionEndOptions {
  window: BrowserWindow;
  /** Whether the page holds something unsaved. */
  unsaved(): boolean;
  /** Has the page keep its drafts and close itself. */
  tellPage(): void;
}

/**
 * The computer's session ends (log-off, restart, shutdown; Windows only). A current Electron tells it beforehand: with
 * something unsaved the end is held up and the page asks. When it ends all the same, or Electron is too old to be told
 * beforehand, nobody can be asked: the page keeps its drafts, which are offered at the next login, and closes.
 */
export function askAtSessionEnd({ window, unsaved, tellPage }: SessionEndOptions): void {
  window.on('query-session-end', (event) => {
    if (!unsaved()) return;
    event.preventDefault();
    window.show();
    window.close();
  });
  window.on('session-end', () => {
    tellPage();
    setTimeout(() => {
      if (!window.isDestroyed()) window.destroy();
    }, KEEP_MS);
  });
}
