import { useState } from 'react';
import { notifyError } from '../app/notifier/notices.ts';

/** Entries that are hidden until a permitted person asks for them. */
export interface Revealed<Entry> {
  /** null as long as they are hidden. */
  list: readonly Entry[] | null;
  busy: boolean;
  /** Each time is audited. */
  reveal: () => Promise<void>;
  hide: () => void;
  /** After a save, which answers with the new entries; what is hidden stays hidden. */
  take: (list: readonly Entry[]) => void;
}

/** Held by the panel alone and in no cache: they are gone when it closes or shows another record. */
export function useRevealed<Entry>(ask: () => Promise<readonly Entry[]>): Revealed<Entry> {
  const [list, setList] = useState<readonly Entry[] | null>(null);
  const [busy, setBusy] = useState(false);
  const reveal = async () => {
    setBusy(true);
    try {
      setList(await ask());
    } catch (error) {
      notifyError(error);
    } finally {
      setBusy(false);
    }
  };
  const take = (next: readonly Entry[]) => setList((shown) => (shown === null ? null : next));
  return { list, busy, reveal, hide: () => setList(null), take };
}
