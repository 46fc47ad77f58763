import path from 'node:path';
import { app, session as electronSession, Menu } from 'electron';
import type { DesktopEvent } from '../../db/contract/desktop.ts';
import { channels } from '../ipc/channels.ts';
import { createWindowSession } from '../ipc/session.ts';
import { openWindowEntry } from '../ipc/window-entry.ts';
import { createDataService } from './data-service.ts';
import { denyEverywhere, denyInSession, denyNetwork } from './deny.ts';
import { log, logError, openLog } from './log.ts';
import { setMenu } from './menu.ts';
import { keepPageLoaded } from './page-load.ts';
import { registerPageScheme, servePage } from './page-protocol.ts';
import { dataFolder } from './paths.ts';
import { closeInOrder } from './quit.ts';
import { startService } from './services.ts';
import { askAtSessionEnd } from './session-end.ts';
import { createMainWindow, type MainWindow } from './window.ts';

/** Plain letters: the product's Vietnamese name in a path troubles older tools on Windows. */
const settingsFolder = 'TuDuong';

/** On Windows the part of the profile that stays on this machine: a roaming one is copied at every log-on. */
function personsFolder(): string {
  const local = process.platform === 'win32' ? process.env.LOCALAPPDATA : undefined;
  return local || app.getPath('appData');
}

function chooseUserData(): void {
  const given = app.commandLine.getSwitchValue('user-data-dir');
  app.setPath('userData', given || path.join(personsFolder(), settingsFolder));
}

function bringToFront({ window }: MainWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Builds everything in one turn of the event loop; the data service starts with the page's first call. */
function open(): void {
  let main: MainWindow | null = null;
  const send = (event: DesktopEvent): void => {
    if (main && !main.window.isDestroyed()) main.window.webContents.send(channels.event, event);
  };
  const session = createWindowSession();
  const service = createDataService({
    fork: (listeners) => startService(dataFolder(), listeners),
    onState: (state) => {
      // A new service knows none of the old one's sessions.
      if (state !== 'up') session.clear();
      send({ type: 'service', state });
    },
  });
  closeInOrder(service);
  denyInSession(electronSession.defaultSession);
  servePage(electronSession.defaultSession);

  // Before the window: a menu that comes later would push the page down.
  setMenu({
    send: (command) => send({ type: 'menu', command }),
    zoom: (direction) => main?.zoom(direction),
  });
  const opened = createMainWindow();
  main = opened;
  const { window } = opened;
  window.on('closed', () => app.quit());
  let unsaved = false;
  askAtSessionEnd({ window, unsaved: () => unsaved, tellPage: () => send({ type: 'sessionEnd' }) });
  // A page that is loaded again is the person's way to ask for another try.
  window.webContents.on('did-navigate', () => {
    unsaved = false;
    service.revive();
  });
  app.on('second-instance', () => bringToFront(opened));
  openWindowEntry({
    window,
    service,
    session,
    send,
    onUnsaved: (now) => {
      unsaved = now;
    },
  });
  keepPageLoaded(window);
}

// Electron's own answer is a modal box that would wait for a person who may not be there.
process.on('uncaughtException', (error) => logError('uncaught exception', error));
process.on('unhandledRejection', (error) => logError('unhandled rejection', error));

chooseUserData();
// Two programs on one database folder: the second only brings the first to the front.
if (app.requestSingleInstanceLock()) {
  openLog(path.join(app.getPath('userData'), 'logs'));
  log('start', { version: app.getVersion(), electron: process.versions.electron ?? '' });
  // Tables and forms gain nothing from a graphics card; a poor driver is the most common cause of a dead window.
  app.disableHardwareAcceleration();
  denyNetwork();
  denyEverywhere();
  registerPageScheme();
  // Or Electron builds its English one first.
  Menu.setApplicationMenu(null);
  app.whenReady().then(open, (error: unknown) => logError('not ready', error));
} else {
  app.quit();
}
