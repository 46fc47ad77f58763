import { preloadable } from '../lib/preloadable.ts';
import { pages } from './pages.ts';

export const workspace = preloadable(() => import('./workspace.tsx'));

let started = false;

/** While a person types the password: the frame, then the pages in the order in which they are likely opened. */
export function prefetchWorkspace(): void {
  if (started) return;
  started = true;
  // The first frames belong to the form.
  setTimeout(() => requestIdleCallback(prefetch, { timeout: 1000 }), 300);
}

async function prefetch(): Promise<void> {
  try {
    await workspace.preload();
    for (const page of Object.values(pages)) await page.preload();
  } catch {
    // Fetched again, with its error screen, when the page is opened.
    started = false;
  }
}
