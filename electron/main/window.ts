import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { app, BrowserWindow, screen, type WebContents } from 'electron';
import { desktopText } from '../../db/contract/vi/desktop.ts';
import { logError } from './log.ts';
import { preloadFile } from './paths.ts';
import { minimumSize, parseWindowState, stepZoom, type WindowState } from './window-state.ts';

const SAVE_AFTER_MS = 500;

const stateFile = (): string => path.join(app.getPath('userData'), 'window.json');

function loadState(): WindowState {
  let text: string | null = null;
  try {
    text = readFileSync(stateFile(), 'utf8');
  } catch {
    // first start
  }
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  return parseWindowState(text, [main.workArea, ...others.map(({ workArea }) => workArea)]);
}

/** Written beside and renamed, so that a cut of power leaves the old file or the new one. */
function saveState(state: WindowState): void {
  const file = stateFile();
  try {
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  } catch (error) {
    logError('window state not saved', error);
  }
}

export interface MainWindow {
  window: BrowserWindow;
  zoom(direction: 'in' | 'out' | 'reset'): void;
}

/** Writes the state a moment after the last change, and at once when the window closes. */
function rememberState(window: BrowserWindow, state: WindowState): () => void {
  let timer: NodeJS.Timeout | undefined;
  const saveNow = (): void => {
    clearTimeout(timer);
    state.bounds = window.getNormalBounds();
    state.maximized = window.isMaximized();
    saveState(state);
  };
  const saveSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(saveNow, SAVE_AFTER_MS);
  };
  window.on('resize', saveSoon);
  window.on('move', saveSoon);
  window.on('close', saveNow);
  window.on('closed', () => clearTimeout(timer));
  return saveSoon;
}

/** Chromium keeps a zoom per site in the session; ours is set anew on every page so that one place holds it. */
function keepZoom(contents: WebContents, state: WindowState): void {
  contents.on('dom-ready', () => contents.setZoomFactor(state.zoom));
}

/** The one window. It is shown at once, in the page's colour: a window that waits for its page can stay unseen. */
export function createMainWindow(): MainWindow {
  const state = loadState();
  const window = new BrowserWindow({
    ...state.bounds,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    title: desktopText.appName,
    backgroundColor: '#ffffff',
    show: true,
    webPreferences: {
      preload: preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // Dictionaries would be downloaded.
      spellcheck: false,
      devTools: !app.isPackaged,
      zoomFactor: state.zoom,
    },
  });
  if (state.maximized) window.maximize();
  const saveSoon = rememberState(window, state);
  const { webContents } = window;
  keepZoom(webContents, state);
  const zoom: MainWindow['zoom'] = (direction) => {
    state.zoom = direction === 'reset' ? 1 : stepZoom(state.zoom, direction);
    webContents.setZoomFactor(state.zoom);
    saveSoon();
  };
  webContents.on('zoom-changed', (_event, direction) => zoom(direction));
  // The page's <title> must not replace the program's name while it loads.
  window.on('page-title-updated', (event) => event.preventDefault());
  return { window, zoom };
}
