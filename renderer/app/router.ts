import { createStore } from '../lib/store.ts';
import { isPageId, type PageId } from './pages.ts';

/** The page stands in the hash of the address, so that back, forward and reload keep it. */
const fromHash = (): PageId => {
  const name = location.hash.replace(/^#\/?/, '');
  return isPageId(name) ? name : 'overview';
};

export const currentPage = createStore<PageId>(fromHash());

type LeaveGuard = () => boolean;
const guards = new Set<LeaveGuard>();
/** A page that the person asked for while there were unsaved changes; the dialog decides. */
export const pendingPage = createStore<PageId | null>(null);

/** `guard` says whether there is something unsaved; returns the way to take it back. */
export function guardLeaving(guard: LeaveGuard): () => void {
  guards.add(guard);
  return () => guards.delete(guard);
}

export const hasUnsaved = (): boolean => [...guards].some((guard) => guard());

export function goTo(page: PageId): void {
  if (page === currentPage.get()) return;
  if (hasUnsaved()) pendingPage.set(page);
  else location.hash = `#/${page}`;
}

/** The person gave up what was unsaved. */
export function leaveAnyway(): void {
  const page = pendingPage.get();
  pendingPage.set(null);
  guards.clear();
  if (page !== null) location.hash = `#/${page}`;
}

window.addEventListener('hashchange', () => {
  const page = fromHash();
  if (page === currentPage.get()) return;
  if (hasUnsaved()) {
    // Back and forward keys move the address first: put it back and ask.
    pendingPage.set(page);
    history.replaceState(null, '', `#/${currentPage.get()}`);
    return;
  }
  currentPage.set(page);
});
