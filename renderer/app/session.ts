import type { AppError } from '../../db/contract/errors.ts';
import type { SessionUser } from '../../db/contract/office.ts';
import { call, setSessionGuard } from '../lib/api.ts';
import { toAppError } from '../lib/app-error.ts';
import { readRemembered, remember } from '../lib/remembered.ts';
import { createStore } from '../lib/store.ts';

/** `serial` grows when another person logs in, so that nothing of the one before stays on the screen. */
export type Session =
  | { phase: 'starting' }
  | { phase: 'firstRun'; dataFolder: string }
  | { phase: 'login'; officeName: string }
  | { phase: 'failed'; error: AppError }
  | { phase: 'open'; user: SessionUser; serial: number; expired: boolean };

const OFFICE_KEY = 'office';
/** Outlives a reload of the page, not a restart of the program: then the main process still holds the session. */
const OPEN_MARK = 'tu-duong.session-open';

/** The form is drawn at once with the name of last time; the service's answer corrects it. */
function firstGuess(): Session {
  const officeName = readRemembered(OFFICE_KEY);
  return typeof officeName === 'string' ? { phase: 'login', officeName } : { phase: 'starting' };
}

export const session = createStore<Session>(firstGuess());

let waiting: Array<(retry: boolean) => void> = [];
const settleWaiting = (retry: boolean) => {
  const resolvers = waiting;
  waiting = [];
  for (const resolve of resolvers) resolve(retry);
};

setSessionGuard(() => {
  const current = session.get();
  if (current.phase !== 'open') return Promise.resolve(false);
  session.set({ ...current, expired: true });
  return new Promise((resolve) => waiting.push(resolve));
});

function markOpen(open: boolean): void {
  try {
    if (open) sessionStorage.setItem(OPEN_MARK, '1');
    else sessionStorage.removeItem(OPEN_MARK);
  } catch {
    // Without the mark a reload asks for the password again.
  }
}

function openSession(user: SessionUser): void {
  const before = session.get();
  markOpen(true);
  if (before.phase !== 'open') {
    session.set({ phase: 'open', user, serial: 1, expired: false });
    return;
  }
  const same = before.user.username === user.username;
  session.set({ phase: 'open', user, serial: before.serial + (same ? 0 : 1), expired: false });
  settleWaiting(same);
}

async function resumeAfterReload(): Promise<boolean> {
  if (sessionStorage.getItem(OPEN_MARK) === null) return false;
  try {
    openSession(await call('auth.current', {}));
    return true;
  } catch {
    markOpen(false);
    return false;
  }
}

/** Asks the service what there is, and shows first run or login. */
export async function startSession(): Promise<void> {
  try {
    const status = await call('office.status', {});
    if (status.state === 'none') {
      session.set({ phase: 'firstRun', dataFolder: status.dataFolder });
      return;
    }
    remember(OFFICE_KEY, status.officeName);
    if (await resumeAfterReload()) return;
    const current = session.get();
    // The same form again would take the focus from a person who is typing.
    if (current.phase === 'login' && current.officeName === status.officeName) return;
    if (current.phase !== 'open') session.set({ phase: 'login', officeName: status.officeName });
  } catch (error) {
    if (session.get().phase !== 'open') session.set({ phase: 'failed', error: toAppError(error) });
  }
}

/** @throws AppError WRONG_PASSWORD and others */
export async function login(username: string, password: string): Promise<void> {
  const { user } = await call('auth.login', { username, password });
  openSession(user);
}

/** @throws AppError OFFICE_EXISTS, DATA_FOLDER_IS_FILE and others */
export async function createOffice(officeName: string, password: string): Promise<void> {
  const { user } = await call('office.create', { officeName, password });
  remember(OFFICE_KEY, officeName);
  openSession(user);
}

export async function logout(): Promise<void> {
  markOpen(false);
  try {
    await call('auth.logout', {});
  } finally {
    settleWaiting(false);
    const officeName = readRemembered(OFFICE_KEY);
    session.set({ phase: 'login', officeName: typeof officeName === 'string' ? officeName : '' });
  }
}

/** The name at the head of the navigation and of the login form. */
export function rememberOfficeName(name: string): void {
  remember(OFFICE_KEY, name);
}
