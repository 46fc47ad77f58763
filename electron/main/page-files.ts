import path from 'node:path';

/** The page of every address without a file ending: routes of the page are no files. */
const indexFile = path.join('app', 'index.html');

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

export interface PageFile {
  file: string;
  type: string;
}

/**
 * Maps the path of an address to a file inside `folder`; null when it leaves the folder, hides a name in
 * escapes, or has an ending that the program does not ship.
 */
export function pageFile(folder: string, urlPath: string): PageFile | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  // Backslashes and drive letters are separators on Windows; a NUL ends a path in C.
  if (/[\\:\0]/.test(decoded)) return null;
  const extension = path.posix.extname(decoded);
  const relative = extension === '' ? indexFile : decoded;
  const type = mimeTypes[extension === '' ? '.html' : extension.toLowerCase()];
  const file = path.resolve(folder, `.${path.sep}${relative}`);
  if (!type || !file.startsWith(folder + path.sep)) return null;
  return { file, type };
}
