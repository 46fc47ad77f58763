import type { BrowserWindow, IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { isPageUrl } from '../main/page-address.ts';

/** True for a message of our page in the main frame of our window: not a frame, not another page, not another window. */
export function isOurPage(event: IpcMainEvent | IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const { sender, senderFrame } = event;
  return (
    !window.isDestroyed() &&
    sender === window.webContents &&
    senderFrame !== null &&
    senderFrame === sender.mainFrame &&
    isPageUrl(senderFrame.url)
  );
}
