import { afterEach, beforeEach, expect, test, vi } from 'vitest';

type Router = typeof import('../../renderer/app/router.ts');

const close = vi.fn();
beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
  vi.stubGlobal('location', { hash: '#/officials' });
  vi.stubGlobal('window', { api: { setUnsaved: vi.fn() }, addEventListener: vi.fn(), close });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  close.mockReset();
});

const load = (): Promise<Router> => import('../../renderer/app/router.ts');

/** A form that says of itself whether something is typed in it. */
const form = ({ guardLeaving }: Router, ofPage = false) => {
  const state = { unsaved: true, gaveUp: 0 };
  const giveUp = () => {
    state.gaveUp += 1;
    state.unsaved = false;
  };
  return { state, release: guardLeaving({ unsaved: () => state.unsaved, giveUp, ofPage }) };
};

// A person gave up what was typed, but the act left the form where it was: nothing asked about what was typed next.
test('a form that is still there after it was given up asks again', async () => {
  const router = await load();
  const { state } = form(router);
  const act = vi.fn();
  router.askBeforeLeaving(act);
  router.leaveAnyway();
  expect([state.gaveUp, act.mock.calls.length]).toEqual([1, 1]);
  vi.runAllTimers();
  expect(router.hasUnsaved()).toBe(false);
  state.unsaved = true;
  expect(router.hasUnsaved()).toBe(true);
  const next = vi.fn();
  router.askBeforeLeaving(next);
  expect(next).not.toHaveBeenCalled();
});

test('what goes from the screen, and what holds up a window that closes, asks no more', async () => {
  const router = await load();
  const gone = form(router);
  router.askBeforeLeaving(gone.release);
  router.leaveAnyway();
  gone.state.unsaved = true;
  vi.runAllTimers();
  expect(router.hasUnsaved()).toBe(false);

  // It still says that it is unsaved while the window goes.
  const stuck = router.guardLeaving({ unsaved: () => true, giveUp: () => undefined, ofPage: false });
  router.askBeforeLeaving(router.closeWindow);
  router.leaveAnyway();
  vi.runAllTimers();
  expect([close.mock.calls.length, router.hasUnsaved()]).toEqual([1, false]);
  stuck();
});

test('closing a panel leaves what is typed into the page as it is', async () => {
  const router = await load();
  const inPage = form(router, true);
  const inPanel = form(router);
  router.askBeforeClosing(() => undefined);
  router.leaveAnyway();
  expect([inPage.state.gaveUp, inPanel.state.gaveUp]).toEqual([0, 1]);
  expect(router.hasUnsaved()).toBe(true);
});
