import { useEffect } from 'react';

let focusHandler: (() => void) | null = null;
/** The search in which Enter was pressed while the page had no list to show; null when none was. */
let waiting: Element | null = null;

/** Enter or the down key in the search goes to the list of the page. */
export function useListFocus(focus: () => void): void {
  useEffect(() => {
    focusHandler = focus;
    return () => {
      if (focusHandler === focus) focusHandler = null;
    };
  }, [focus]);
  // After each drawing of the page: "nobody found" stands until those found for the next words come.
  useEffect(() => {
    if (waiting === null) return;
    if (document.activeElement === waiting) focus();
    if (document.activeElement !== waiting) waiting = null;
  });
}

/** Goes to the list, or will as soon as there is one. */
export function focusList(): void {
  const before = document.activeElement;
  focusHandler?.();
  waiting = document.activeElement === before ? before : null;
}

/** Typed on: the list of other words is not entered. */
export function stayInSearch(): void {
  waiting = null;
}
