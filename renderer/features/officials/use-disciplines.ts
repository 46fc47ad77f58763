import { useState } from 'react';
import type { Discipline } from '../../../db/contract/disciplines.ts';
import { notifyError } from '../../app/notifier/notices.ts';
import { call } from '../../lib/api.ts';

export interface Disciplines {
  /** null as long as they are hidden. */
  list: readonly Discipline[] | null;
  busy: boolean;
  /** Each time is audited. */
  reveal: () => Promise<void>;
  hide: () => void;
  /** After a save, which answers with the new entries; what is hidden stays hidden. */
  take: (list: readonly Discipline[]) => void;
}

/** Held by the panel alone and in no cache: they are gone when it closes or shows another person. */
export function useDisciplines(officialId: number): Disciplines {
  const [list, setList] = useState<readonly Discipline[] | null>(null);
  const [busy, setBusy] = useState(false);
  const reveal = async () => {
    setBusy(true);
    try {
      setList((await call('disciplines.list', { officialId })).disciplines);
    } catch (error) {
      notifyError(error);
    } finally {
      setBusy(false);
    }
  };
  const take = (next: readonly Discipline[]) => setList((shown) => (shown === null ? null : next));
  return { list, busy, reveal, hide: () => setList(null), take };
}
