import { useMemo, useRef } from 'react';
import { isFocusTaken } from './focus-taken.ts';

export interface ReturnFocus {
  /** Something opens that takes the focus: where it is now. */
  note: () => void;
  /** It closed: back there, or to the fallback when that is gone. */
  goBack: () => void;
}

/** Whoever closes a panel with Esc goes on where the panel was opened. */
export function useReturnFocus(fallback: () => void): ReturnFocus {
  const from = useRef<HTMLElement | null>(null);
  const latest = useRef(fallback);
  latest.current = fallback;
  return useMemo(
    () => ({
      note: () => {
        const { activeElement } = document;
        from.current =
          activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : null;
      },
      goBack: () => {
        const before = from.current;
        from.current = null;
        if (isFocusTaken()) return;
        if (before?.isConnected) before.focus();
        // What is gone or disabled takes no focus.
        if (before === null || document.activeElement !== before) latest.current();
      },
    }),
    [],
  );
}
