import { randomUUID } from 'node:crypto';
import { BrowserWindow, session as electronSession, type Session } from 'electron';
import { denyInSession } from '../main/deny.ts';
import { pageScheme } from '../main/page-address.ts';

/** In memory only: nothing of a printed page stays on the disk. */
const partition = 'print';
const printHost = 'print';

const pages = new Map<string, string>();
let session: Session | null = null;

/** A session of its own, where everything is denied and the only address is a page that main put there. */
function printSession(): Session {
  if (session) return session;
  session = electronSession.fromPartition(partition);
  denyInSession(session);
  session.protocol.handle(pageScheme, (request) => {
    const { host, pathname } = new URL(request.url);
    const html = host === printHost ? pages.get(pathname.slice(1)) : undefined;
    if (html === undefined) return new Response(null, { status: 404 });
    return new Response(html, {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
      },
    });
  });
  return session;
}

export interface PrintWindow {
  window: BrowserWindow;
  /** Puts another document in the place of the one before. */
  load(html: string): Promise<void>;
}

/**
 * Loads a document in a hidden window without scripts, preload or network and hands it to `act`.
 * The page is served from memory: a data: address would end at 2 MB, a file would stay behind after a crash.
 */
export async function withPrintWindow<T>(html: string, act: (opened: PrintWindow) => Promise<T>): Promise<T> {
  const ids: string[] = [];
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: printSession(),
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      devTools: false,
    },
  });
  const load = async (page: string): Promise<void> => {
    const id = randomUUID();
    ids.push(id);
    pages.set(id, page);
    await window.loadURL(`${pageScheme}://${printHost}/${id}`);
  };
  try {
    await load(html);
    return await act({ window, load });
  } finally {
    for (const id of ids) pages.delete(id);
    if (!window.isDestroyed()) window.destroy();
  }
}
