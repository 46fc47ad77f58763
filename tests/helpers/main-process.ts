import type { ElectronApplication } from '@playwright/test';
import type { Reply } from '../../db/contract/window-api.ts';
import { type ProcessMark, processTree } from './process-tree.ts';

/** What stands in the window, as main sees it: also when the page itself has crashed or never came. */
export interface WindowFacts {
  visible: boolean;
  url: string;
  text: string;
}

export function windowFacts(app: ElectronApplication): Promise<WindowFacts> {
  return app.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    if (!window) return { visible: false, url: '', text: '' };
    const { webContents } = window;
    // A page that dies while it is asked never answers.
    const silence = new Promise((resolve) => setTimeout(resolve, 1000, ''));
    const text: unknown =
      webContents.isLoading() || webContents.isCrashed()
        ? ''
        : await Promise.race([silence, webContents.executeJavaScript('document.body?.innerText ?? ""')]);
    return { visible: window.isVisible(), url: webContents.getURL(), text: String(text) };
  });
}

/** Sends a message on a channel of main as if it came from a window, past the checks of the preload. */
export function invokeRaw(
  app: ElectronApplication,
  call: {
    channel: string;
    args: unknown[];
    /** Who sends: the page of our window, a frame in it, or our page in another window. */
    from?: 'page' | 'inner frame' | 'other window';
  },
): Promise<Reply<unknown>> {
  return app.evaluate(({ ipcMain, BrowserWindow }, { channel, args, from = 'page' }) => {
    // Electron keeps its handlers here; there is no public way to send one a forged event.
    const { _invokeHandlers: handlers } = ipcMain as unknown as {
      _invokeHandlers: Map<string, (event: unknown, ...args: unknown[]) => Promise<Reply<unknown>>>;
    };
    const window = BrowserWindow.getAllWindows()[0];
    const handler = handlers.get(channel);
    if (!handler || !window) throw new Error(`No handler for ${channel}`);
    const { webContents } = window;
    const frame = { url: 'app://tuduong/' };
    const other = { url: 'app://tuduong/' };
    const event = {
      page: { sender: webContents, senderFrame: webContents.mainFrame },
      'inner frame': { sender: webContents, senderFrame: frame },
      'other window': { sender: { mainFrame: other }, senderFrame: other },
    }[from];
    return handler(event, ...args);
  }, call);
}

/** Clicks an item of the menu by its labels, e.g. ['&Xem', 'Phóng to']. */
export function clickMenu(app: ElectronApplication, labels: readonly [string, string]): Promise<void> {
  return app.evaluate(({ Menu, BrowserWindow }, [menu, item]) => {
    const entry = Menu.getApplicationMenu()
      ?.items.find(({ label }) => label === menu)
      ?.submenu?.items.find(({ label }) => label === item);
    if (!entry) throw new Error(`The menu has no ${menu} / ${item}`);
    entry.click(undefined, BrowserWindow.getAllWindows()[0], undefined);
  }, labels);
}

/** The running data service: a utility process of a current Electron, a Node process beside an older one. */
export async function serviceProcess(app: ElectronApplication): Promise<ProcessMark | null> {
  const utilityPid = await app.evaluate(
    ({ app: main }) => main.getAppMetrics().find(({ name }) => name === 'Tu Duong data service')?.pid ?? null,
  );
  const tree = processTree(app.process().pid ?? -1);
  return (
    tree.find(({ pid, command }) => pid === utilityPid || /services[\\/]entry\.cjs/.test(command)) ?? null
  );
}

/** Counts from now on what arrives at a channel of main; `countArrived` gives the number. */
export function watchChannel(app: ElectronApplication, channel: string): Promise<void> {
  return app.evaluate(({ ipcMain }, name) => {
    const { _invokeHandlers: handlers } = ipcMain as unknown as {
      _invokeHandlers: Map<string, (...args: unknown[]) => unknown>;
    };
    const handler = handlers.get(name);
    if (!handler) throw new Error(`No handler for ${name}`);
    const seen = globalThis as { arrivedForTest?: number };
    seen.arrivedForTest = 0;
    handlers.set(name, (...args) => {
      seen.arrivedForTest = (seen.arrivedForTest ?? 0) + 1;
      return handler(...args);
    });
  }, channel);
}

export const countArrived = (app: ElectronApplication): Promise<number | undefined> =>
  app.evaluate(() => (globalThis as { arrivedForTest?: number }).arrivedForTest);
