import { app, type Session, type WebContents } from 'electron';
import { log } from './log.ts';
import { isPageUrl } from './page-address.ts';

/** Switches that must stand before the app is ready. */
export function denyNetwork(): void {
  const { commandLine } = app;
  // No name resolves: whatever in Chromium still wants to call out finds no one.
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  // Windows would look for a proxy on the network at every start.
  commandLine.appendSwitch('no-proxy-server');
  // Components, field trials and reports are fetched and sent by these.
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('no-pings');
}

/** Schemes that a page of ours may load; the content policy narrows them further. */
const localSchemes = new Set(['app:', 'data:', 'blob:', 'devtools:', 'chrome-devtools:']);

/** A session in which pages may do nothing but show themselves. */
export function denyInSession(session: Session): void {
  // The program needs no camera, place, notification, screen recording, clipboard reading, serial port or the like.
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  // The same question, asked by a page without a prompt.
  session.setPermissionCheckHandler(() => false);
  // USB, HID and serial devices are never opened by a page; sticks are reached through file dialogs.
  session.setDevicePermissionHandler(() => false);
  // Files leave through the save dialog of main only, so that a path is always the person's choice.
  session.on('will-download', (event) => event.preventDefault());
  // Dictionaries come from the network.
  session.setSpellCheckerEnabled(false);
  // Offline by construction: nothing outside of the program's own files is loaded.
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !localSchemes.has(new URL(details.url).protocol) });
  });
}

function denyInContents(contents: WebContents): void {
  // Any navigation would put foreign content beside the API, in the page or in a frame. Only our page may load
  // itself again: "Thử mở lại" is a reload.
  contents.on('will-frame-navigate', (event) => {
    const reloads = event.isMainFrame && isPageUrl(event.url) && isPageUrl(contents.getURL());
    if (!reloads) event.preventDefault();
  });
  // A redirect is a navigation by another name, and the program's own files never redirect.
  contents.on('will-redirect', (event) => event.preventDefault());
  // A second window would have no place in the single-window rules; links to the web do not exist offline.
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // A webview is a browser of its own with its own preload.
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('render-process-gone', (_event, details) =>
    log('page process gone', { reason: details.reason }),
  );
}

/** Every page of the program, also the hidden ones for print, begins denied. */
export function denyEverywhere(): void {
  app.on('web-contents-created', (_event, contents) => denyInContents(contents));
}
