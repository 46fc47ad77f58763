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
/** What the person asked for while there was something unsaved; the dialog decides. */
export const pendingLeave = createStore<(() => void) | null>(null);

/** `guard` says whether there is something unsaved; returns the way to take it back. */
export function guardLeaving(guard: LeaveGuard): () => void {
  guards.add(guard);
  return () => guards.delete(guard);
}

export const hasUnsaved = (): boolean => [...guards].some((guard) => guard());

/** Does what would drop unsaved input only after the person agreed. */
export function askBeforeLeaving(act: () => void): void {
  if (hasUnsaved()) pendingLeave.set(act);
  else act();
}

/** Nothing can be saved any more: closing asks nothing. */
export const forgetUnsaved = (): void => guards.clear();

/** The person gave up what was unsaved. */
export function leaveAnyway(): void {
  const act = pendingLeave.get();
  pendingLeave.set(null);
  guards.clear();
  act?.();
}

const moveTo = (page: PageId) => {
  location.hash = `#/${page}`;
};

export function goTo(page: PageId): void {
  if (page !== currentPage.get()) askBeforeLeaving(() => moveTo(page));
}

window.addEventListener('hashchange', () => {
  const page = fromHash();
  if (page === currentPage.get()) return;
  if (hasUnsaved()) {
    // Back and forward keys move the address first: put it back and ask.
    history.replaceState(null, '', `#/${currentPage.get()}`);
    pendingLeave.set(() => moveTo(page));
    return;
  }
  currentPage.set(page);
});
