import { useEffect } from 'react';

let focusHandler: (() => void) | null = null;

/** Enter or the down key in the search goes to the list of the page. */
export function useListFocus(focus: () => void): void {
  useEffect(() => {
    focusHandler = focus;
    return () => {
      if (focusHandler === focus) focusHandler = null;
    };
  }, [focus]);
}

/** False when the page has no list. */
export function focusList(): boolean {
  if (!focusHandler) return false;
  focusHandler();
  return true;
}
