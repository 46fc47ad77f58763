import { desktopText, errorPageText } from '../../db/contract/vi/desktop.ts';
import { pageUrl } from './page-address.ts';

const style = `
body { font: 16px/1.5 "Segoe UI", "Noto Sans", sans-serif; color: #222; background: #fff; margin: 0; }
main { max-width: 640px; margin: 15vh auto 0; padding: 0 24px; }
h1 { font-size: 22px; }
a { display: inline-block; margin-top: 8px; padding: 8px 20px; border: 1px solid #8a1c1c; border-radius: 4px;
  background: #8a1c1c; color: #fff; text-decoration: none; }
small { color: #555; }`;

/**
 * A page that needs nothing: no script, no file, no protocol of ours. Its texts are constants, so nothing is
 * escaped; `code` is a number of Chromium or a word of ours.
 */
export function errorPageUrl(code: string): string {
  const html = `<!doctype html><html lang="vi"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${desktopText.appName}</title><style>${style}</style></head>
<body><main><h1>${errorPageText.title}</h1><p>${errorPageText.whatHappened}</p><p>${errorPageText.whatToDo}</p>
<p><a href="${pageUrl}">${errorPageText.retry}</a></p><p><small>${errorPageText.reference(code)}</small></p></main></body></html>`;
  return `data:text/html;charset=utf-8,${encodeURIComponent(html)}`;
}
