import { contextBridge, ipcRenderer } from 'electron';
import type { DesktopEvent } from '../../db/contract/desktop.ts';
import type { ErrorCode } from '../../db/contract/errors.ts';
import { isDesktopMethodName, isMethodName, methodList } from '../../db/contract/method-list.ts';
import type { Reply, WindowApi } from '../../db/contract/window-api.ts';
import { channels } from '../ipc/channels.ts';

const refuse = (code: ErrorCode, method: unknown): Promise<Reply<never>> =>
  Promise.resolve({
    ok: false,
    error: { code, params: { method: String(method).slice(0, 100) }, fieldErrors: {} },
  });

// Names are checked here and again in main: here so that a mistake of the page is told at once, there because
// nothing that runs beside a page is trusted.
const isForWindow = (method: unknown): boolean =>
  typeof method === 'string' && isMethodName(method) && methodList[method].from === 'window';

const api: WindowApi = {
  call: (method, input, callId) =>
    isForWindow(method)
      ? ipcRenderer.invoke(channels.call, method, input, callId)
      : refuse('UNKNOWN_METHOD', method),
  desktop: (method, input, callId) =>
    typeof method === 'string' && isDesktopMethodName(method)
      ? ipcRenderer.invoke(channels.desktop, method, input, callId)
      : refuse('UNKNOWN_METHOD', method),
  cancel: (callId) => {
    if (typeof callId === 'string') ipcRenderer.send(channels.cancel, callId);
  },
  setUnsaved: (unsaved) => ipcRenderer.send(channels.unsaved, unsaved === true),
  onEvent: (listener) => {
    // The event object of Electron carries the sender: only the plain value crosses.
    const forward = (_event: unknown, value: DesktopEvent): void => listener(value);
    ipcRenderer.on(channels.event, forward);
    return () => ipcRenderer.off(channels.event, forward);
  },
};

contextBridge.exposeInMainWorld('api', api);
