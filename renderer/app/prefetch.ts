import { pageModules } from './pages.ts';

export const workspaceModule = () => import('./workspace.tsx');

let started = false;

/** While a person types the password: the frame, then the pages in the order in which they are likely opened. */
export function prefetchWorkspace(): void {
  if (started) return;
  started = true;
  requestIdleCallback(
    async () => {
      try {
        await workspaceModule();
        for (const load of Object.values(pageModules)) await load();
      } catch {
        // Fetched again, with its error screen, when the page is opened.
        started = false;
      }
    },
    { timeout: 2000 },
  );
}
