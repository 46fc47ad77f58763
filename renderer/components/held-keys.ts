import { type KeyboardEvent, useEffect, useReducer, useRef } from 'react';

/** Keys that do something to the active row. */
const actKeys: readonly string[] = ['Enter', 'F2', 'Delete', ' '];
const moveKeys: readonly string[] = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'];
const cellMoveKeys: readonly string[] = ['ArrowLeft', 'ArrowRight', 'Tab'];

/** What is typed within this time after a key that was dropped belongs to the same text. */
const BREATH_MS = 600;

/** moved, opened: the active row is told, or opened by a click, as soon as it is there. */
type Held = KeyboardEvent | 'moved' | 'opened';

interface HeldKeysOptions {
  /** False while the rows are still those of the filter or order before. */
  isCurrent: boolean;
  isThere: (index: number) => boolean;
  active: number;
  hasCells: boolean;
  onActive: (index: number) => void;
  onOpen: ((index: number) => void) | undefined;
  act: (event: KeyboardEvent) => void;
  /** Brings the active row into sight, so that it is fetched: scrolled away from, it would be waited for in vain. */
  toActive: () => void;
}

/**
 * Keys that come before the rows they are meant for. A clerk who types a name into the filter, Enter, Enter does not wait
 * for the answer: done at once they would be done to a row of the filter before, or to none. They wait, in their order,
 * until the list has lost the focus.
 */
export function useHeldKeys(options: HeldKeysOptions) {
  const { isCurrent, isThere, active, hasCells, onActive, onOpen, act, toActive } = options;
  const queue = useRef<readonly Held[]>([]);
  const droppedAt = useRef(Number.NEGATIVE_INFINITY);
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);

  const isMove = (key: string): boolean => moveKeys.includes(key) || (hasCells && cellMoveKeys.includes(key));
  const isAct = ({ key, ctrlKey }: KeyboardEvent): boolean =>
    actKeys.includes(key) || (ctrlKey && key.toLowerCase() === 'a');
  const isReady = (held: Held): boolean =>
    isCurrent && (typeof held === 'object' && isMove(held.key) ? true : isThere(active));

  // One key for each drawing: the next one is for the row to which this one moved.
  useEffect(() => {
    const [first, ...rest] = queue.current;
    if (first === undefined || !isReady(first)) return;
    queue.current = rest;
    if (first === 'moved') onActive(active);
    else if (first === 'opened') onOpen?.(active);
    else act(first);
    if (rest.length > 0) drawAgain();
  });

  return {
    /**
     * True when the key is kept for later, or dropped: a letter that opens a cell cannot be typed into it later, and
     * the rest of its text, with the Enter that ends it, would be written into a cell as if it were all.
     */
    keysWait: (event: KeyboardEvent): boolean => {
      const { key, ctrlKey, altKey, metaKey, timeStamp } = event;
      const isLetter = hasCells && [...key].length === 1 && key !== ' ' && !(ctrlKey || altKey || metaKey);
      if (key === 'Escape') queue.current = [];
      if (!isMove(key) && !isAct(event) && !isLetter) return false;
      // Whoever holds an arrow key down does not wait for the rows on the way.
      if (isMove(key) && queue.current.every((held) => held === 'moved')) queue.current = [];
      const isDropped = timeStamp - droppedAt.current < BREATH_MS;
      if (!isDropped && queue.current.length === 0 && isReady(event)) return false;
      event.preventDefault();
      if (isLetter || isDropped) droppedAt.current = timeStamp;
      else queue.current = [...queue.current, event];
      if (isCurrent && !isThere(active)) toActive();
      return true;
    },
    held: {
      moved: (index: number): void => {
        if (!isCurrent || !isThere(index)) queue.current = [...queue.current, 'moved'];
      },
      opened: (): void => {
        queue.current = ['opened'];
      },
      /** The keys go elsewhere: what waits was meant for what was seen then. */
      left: (): void => {
        queue.current = [];
        droppedAt.current = Number.NEGATIVE_INFINITY;
      },
    },
  };
}
