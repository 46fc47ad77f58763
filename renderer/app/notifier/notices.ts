import { commonText } from '../../../db/contract/vi/common.ts';
import { messageOf } from '../../lib/app-error.ts';
import { createStore } from '../../lib/store.ts';

export interface NoticeAction {
  label: string;
  run: () => void | Promise<void>;
}

export interface Notice {
  id: number;
  kind: 'done' | 'info' | 'error';
  text: string;
  /** Second line. */
  detail?: string;
  actions: NoticeAction[];
  /** Milliseconds on the screen; null stays until it is closed. */
  lasts: number | null;
}

export const notices = createStore<Notice[]>([]);
let lastId = 0;
const MOST = 4;

interface NoticeOptions {
  detail?: string;
  actions?: NoticeAction[];
  /** Takes the place of the notice with this id, so that a row of quick changes leaves one notice. */
  replaces?: number | null;
  /** For what is read and weighed before it is taken back, such as a whole import. */
  longer?: boolean;
}

function add(kind: Notice['kind'], text: string, lasts: number | null, options: NoticeOptions): number {
  lastId += 1;
  const { detail, actions = [], replaces } = options;
  const notice: Notice = {
    id: lastId,
    kind,
    text,
    ...(detail === undefined ? {} : { detail }),
    actions,
    lasts,
  };
  notices.update((current) => {
    // The latest act is the one to take back from here; what went wrong stays until it was read.
    const others = current.filter(
      (each) =>
        each.id !== replaces &&
        !(kind === 'done' && each.kind === 'done') &&
        !(kind === 'error' && each.text === text),
    );
    return [...others, notice].slice(-MOST);
  });
  return lastId;
}

/** Something was done. With an action (undo) it stays long enough to be read and taken back. */
export const notifyDone = (text: string, options: NoticeOptions = {}): number =>
  add('done', text, options.longer ? 60_000 : options.actions ? 20_000 : 6_000, options);

export const notifyInfo = (text: string, options: NoticeOptions = {}): number =>
  add('info', text, options.actions ? null : 8_000, options);

/** The one place where an error that belongs to no field is told; long enough to write its reference down. */
export const notifyError = (error: unknown, options: NoticeOptions = {}): number =>
  add('error', messageOf(error), 90_000, options);

/** A new try begins: what the one before said is past. */
export function closeErrors(): void {
  notices.update((current) => current.filter((notice) => notice.kind !== 'error'));
}

export function closeNotice(id: number): void {
  notices.update((current) => current.filter((notice) => notice.id !== id));
}

/** The action of a notice that takes back what it tells of. */
export const undoOf = ({ actions }: Notice): NoticeAction | undefined =>
  actions.find(({ label }) => label === commonText.undo);

const ran = new WeakSet<NoticeAction>();
/** An act is taken back once, from its notice or with Ctrl+Z. */
export const hasRun = (action: NoticeAction): boolean => ran.has(action);

/** Does what a notice offers and closes it. When it fails the notice stays, to try again. */
export async function runAction(noticeId: number, action: NoticeAction): Promise<void> {
  ran.add(action);
  try {
    await action.run();
    closeNotice(noticeId);
  } catch (error) {
    ran.delete(action);
    throw error;
  }
}
