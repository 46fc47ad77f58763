import { createStore } from '../lib/store.ts';
import { isPageId, type PageId } from './pages.ts';

/** The page stands in the hash of the address, so that back, forward and reload keep it. */
const fromHash = (): PageId => {
  const name = location.hash.replace(/^#\/?/, '');
  return isPageId(name) ? name : 'overview';
};

export const currentPage = createStore<PageId>(fromHash());

interface LeaveGuard {
  /** Whether there is something unsaved. */
  unsaved: () => boolean;
  /** The person gave it up. */
  giveUp: () => void;
  /** Typed into the page itself: the panel beside it may open and close meanwhile. */
  ofPage: boolean;
}
/** Guards of all that is on the screen. */
const standing = new Set<LeaveGuard>();
/** Those that ask. */
const guards = new Set<LeaveGuard>();
/** What the person asked for while there was something unsaved; the dialog decides. */
export const pendingLeave = createStore<(() => void) | null>(null);

/** Asks before it is left; returns the way to take the guard back. */
export function guardLeaving(guard: LeaveGuard): () => void {
  standing.add(guard);
  guards.add(guard);
  return () => {
    standing.delete(guard);
    guards.delete(guard);
  };
}

export const hasUnsaved = (): boolean => [...guards].some((guard) => guard.unsaved());

/** Whether a form in the panel has something unsaved. */
export const hasUnsavedForm = (): boolean => [...guards].some((guard) => !guard.ofPage && guard.unsaved());

let told = false;
/** Main asks by itself when the system ends the session; it must know without asking the page. */
export function tellUnsaved(): void {
  const unsaved = hasUnsaved();
  if (unsaved === told) return;
  told = unsaved;
  window.api.setUnsaved(unsaved);
}

/** Does what would drop unsaved input only after the person agreed. */
export function askBeforeLeaving(act: () => void): void {
  if (hasUnsaved()) pendingLeave.set(act);
  else act();
}

/** Acts that drop only what is in the panel. */
const closingActs = new WeakSet<() => void>();

/** The same for what would drop a form in the panel only; what was typed into the page stays. */
export function askBeforeClosing(act: () => void): void {
  if (!hasUnsavedForm()) {
    act();
    return;
  }
  closingActs.add(act);
  pendingLeave.set(act);
}

/** Nothing can be saved any more: closing asks nothing. */
export function forgetUnsaved(): void {
  guards.clear();
  tellUnsaved();
}

/** Closes the window; what is unsaved asks first. */
export const closeWindow = (): void => window.close();

/** Time in which what is left goes from the screen. */
const LEAVE_MS = 500;

/** The person gave up what was unsaved; a form that is still there after that asks again. */
export function leaveAnyway(): void {
  const act = pendingLeave.get();
  pendingLeave.set(null);
  const closing = act !== null && closingActs.has(act);
  const left = [...guards].filter((guard) => !(closing && guard.ofPage));
  for (const guard of left) {
    if (guard.unsaved()) guard.giveUp();
    guards.delete(guard);
  }
  tellUnsaved();
  act?.();
  if (act === closeWindow) return;
  setTimeout(() => {
    for (const guard of left) if (standing.has(guard)) guards.add(guard);
    tellUnsaved();
  }, LEAVE_MS);
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
