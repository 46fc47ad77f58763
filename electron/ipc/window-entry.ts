import { ipcMain } from 'electron';
import type { DesktopEvent } from '../../db/contract/desktop.ts';
import { AppError } from '../../db/contract/errors.ts';
import { isDesktopMethodName, isMethodName, methodList } from '../../db/contract/method-list.ts';
import type { DataService } from '../main/data-service.ts';
import type { MainWindow } from '../main/window.ts';
import { channels } from './channels.ts';
import type { DesktopContext } from './desktop-context.ts';
import { toReply } from './reply.ts';
import { createRunningCalls } from './running-calls.ts';
import { isOurPage } from './sender.ts';
import type { WindowSession } from './session.ts';

export interface WindowEntryOptions {
  window: MainWindow['window'];
  service: DataService;
  session: WindowSession;
  send(event: DesktopEvent): void;
  onUnsaved(unsaved: boolean): void;
}

const shown = (name: unknown): string => String(name).slice(0, 100);

/**
 * The only entry from the window: sender check, name check, session, then the data service or an act of the
 * desktop. Inputs of the service are parsed there, those of the desktop in their own module.
 */
export function openWindowEntry({ window, service, session, send, onUnsaved }: WindowEntryOptions): void {
  const calls = createRunningCalls();
  const progressOf = (callId: unknown) => (done: number, total: number) => {
    if (typeof callId === 'string') send({ type: 'progress', callId, done, total });
  };

  ipcMain.handle(channels.call, (event, method: unknown, input: unknown, callId: unknown) =>
    toReply(async () => {
      if (!isOurPage(event, window)) throw new AppError('FORBIDDEN');
      if (typeof method !== 'string' || !isMethodName(method) || methodList[method].from !== 'window') {
        throw new AppError('UNKNOWN_METHOD', { params: { method: shown(method) } });
      }
      return calls.run(callId, async (signal) => {
        const options = { token: session.token(), onProgress: progressOf(callId), signal };
        return session.takeToken(method, await service.call(method, input, options));
      });
    }),
  );

  ipcMain.handle(channels.desktop, (event, method: unknown, input: unknown, callId: unknown) =>
    toReply(async () => {
      if (!isOurPage(event, window)) throw new AppError('FORBIDDEN');
      if (typeof method !== 'string' || !isDesktopMethodName(method)) {
        throw new AppError('UNKNOWN_METHOD', { params: { method: shown(method) } });
      }
      return calls.run(callId, async (signal) => {
        const context: DesktopContext = { window, service, session, signal, onProgress: progressOf(callId) };
        // Loaded at the first act: the schemas and the PDF library have no place in the start of the program.
        const { runDesktopAct } = await import('./desktop-acts.ts');
        return runDesktopAct(method, input, context);
      });
    }),
  );

  ipcMain.on(channels.unsaved, (event, unsaved: unknown) => {
    if (isOurPage(event, window)) onUnsaved(unsaved === true);
  });

  ipcMain.on(channels.cancel, (event, callId: unknown) => {
    if (isOurPage(event, window)) calls.cancel(callId);
  });
}
