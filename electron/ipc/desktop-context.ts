import type { BrowserWindow } from 'electron';
import type { DataService } from '../main/data-service.ts';
import type { WindowSession } from './session.ts';

/** What an act of the desktop works with. */
export interface DesktopContext {
  window: BrowserWindow;
  service: DataService;
  session: WindowSession;
  signal: AbortSignal;
  onProgress(done: number, total: number): void;
}
