import { useSyncExternalStore } from 'react';

/** As wide as the style sheet of the panel says: below it the panel lies over the page. */
const narrow = window.matchMedia('(max-width: 1099px)');

function subscribe(onChange: () => void): () => void {
  narrow.addEventListener('change', onChange);
  return () => narrow.removeEventListener('change', onChange);
}

/** Whether a panel lies over the page beside it, as when the window is zoomed in. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches);
