import type { Draft, DraftKey } from '../../db/contract/drafts.ts';
import { call } from '../lib/api.ts';
import { createStore } from '../lib/store.ts';

/** Drafts that stood when the person logged in: of a program that ended, or of a window that was killed. */
export const offeredDrafts = createStore<readonly Draft[]>([]);

const isSame = (a: DraftKey, b: DraftKey): boolean =>
  a.form === b.form && a.recordId === b.recordId && a.partId === b.partId;

/** A draft that was opened, saved or given up is no longer offered. */
export const dropOffer = (key: DraftKey): void =>
  offeredDrafts.update((drafts) =>
    drafts.some((draft) => isSame(draft, key)) ? drafts.filter((draft) => !isSame(draft, key)) : drafts,
  );

export async function loadOffers(): Promise<void> {
  offeredDrafts.set((await call('drafts.list', {})).drafts);
}
