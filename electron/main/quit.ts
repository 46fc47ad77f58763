import { app, BrowserWindow } from 'electron';
import type { DataService } from './data-service.ts';
import { logError } from './log.ts';

/**
 * Orderly end, whatever asked for it (the window's cross, the menu, the system): windows go at once, the data
 * service finishes its writes and closes the database, then the process ends. Nothing is left running.
 */
export function closeInOrder(service: DataService): void {
  let stage: 'open' | 'closing' | 'closed' = 'open';
  app.on('before-quit', (event) => {
    if (stage === 'closed') return;
    event.preventDefault();
    if (stage === 'closing') return;
    stage = 'closing';
    for (const window of BrowserWindow.getAllWindows()) window.close();
    service
      .shutdown()
      .catch((error: unknown) => logError('shutdown failed', error))
      .finally(() => {
        stage = 'closed';
        app.quit();
      });
  });
  // The last window closes while the service still works: only before-quit above ends the process.
  app.on('window-all-closed', () => app.quit());
}
