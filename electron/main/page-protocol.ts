import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { logError } from './log.ts';
import { pageHost, pageScheme } from './page-address.ts';
import { pageFile } from './page-files.ts';
import { rendererFolder } from './paths.ts';

/** Nothing but the program's own files; every line is a thing the page needs. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  // The PDF preview reads in a worker.
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Before the app is ready, as Electron wants it. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: pageScheme,
      // `codeCache` is unknown to older Electrons and ignored there.
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const found =
    url.host === pageHost && request.method === 'GET' ? pageFile(rendererFolder, url.pathname) : null;
  if (!found) return new Response(null, { status: 404 });
  let body: Uint8Array<ArrayBuffer>;
  try {
    body = new Uint8Array(await readFile(found.file));
  } catch (error) {
    if (!found.type.startsWith('text/html')) return new Response(null, { status: 404 });
    // Without its page the window has nothing to show: a failed load is retried, an empty 404 page would stay.
    logError('page not readable', error);
    return Response.error();
  }
  return new Response(body, {
    headers: {
      'content-type': found.type,
      'content-security-policy': contentPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    },
  });
}

/** Serves the window's page from the program's own folder. */
export function servePage(session: Session): void {
  session.protocol.handle(pageScheme, answer);
}
