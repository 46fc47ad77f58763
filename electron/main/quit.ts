import { app, BrowserWindow } from 'electron';
import type { DataService } from './data-service.ts';
import { logError } from './log.ts';

/**
 * Orderly end, whatever asked for it (the window's cross, the menu, the system): first the windows, and a page with
 * something unsaved may stay; when the last one is gone the data service finishes its writes and closes the database,
 * then the process ends. Nothing is left running.
 */
export function closeInOrder(service: DataService): void {
  let stage: 'open' | 'closing' | 'closed' = 'open';
  app.on('before-quit', (event) => {
    if (stage === 'closed') return;
    event.preventDefault();
    if (stage === 'closing') return;
    const windows = BrowserWindow.getAllWindows();
    if (windows.length > 0) {
      // The quit begins again when they are closed; who stays to save goes on with a running service.
      for (const window of windows) window.close();
      return;
    }
    stage = 'closing';
    service
      .shutdown()
      .catch((error: unknown) => logError('shutdown failed', error))
      .finally(() => {
        stage = 'closed';
        app.quit();
      });
  });
  app.on('window-all-closed', () => app.quit());
}
