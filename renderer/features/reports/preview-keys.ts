import { type RefObject, useEffect, useRef, useState } from 'react';

/** What a line is when the arrows scroll, and how much of a screen stays in sight when a screen is turned. */
const LINE = 60;
const KEPT = 40;

function scrolled(key: string, { scrollTop, scrollHeight, clientHeight }: HTMLElement): number | null {
  switch (key) {
    case 'PageDown':
      return scrollTop + clientHeight - KEPT;
    case 'PageUp':
      return scrollTop - clientHeight + KEPT;
    case 'ArrowDown':
      return scrollTop + LINE;
    case 'ArrowUp':
      return scrollTop - LINE;
    case 'Home':
      return 0;
    case 'End':
      return scrollHeight;
    default:
      return null;
  }
}

/**
 * Keys of a full-screen preview: Esc closes it and the keys of a page scroll it, wherever in it the focus is, and also
 * where the focus is nowhere, as after a button that was pressed and is disabled while it works. What stands under the
 * preview gets none of them. Closing gives the focus back.
 */
export function usePreviewKeys(
  view: RefObject<HTMLElement | null>,
  pages: RefObject<HTMLElement | null>,
  onClose: () => void,
): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target, key } = event;
      const inside = target instanceof Node && view.current?.contains(target);
      if (!inside && target !== document.body) return;
      // A question in front of everything, for example about the data service.
      if (document.querySelector('dialog:modal') !== null) return;
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      if (key === 'Escape') {
        event.preventDefault();
        event.stopImmediatePropagation();
        close.current();
        return;
      }
      const frame = pages.current;
      const top = frame && scrolled(key, frame);
      if (frame === null || top === null) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      frame.scrollTop = top;
    };
    // Before the page below, whose panels and lists know the same keys.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [view, pages]);
  // Read before anything in the preview takes the focus.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    },
    [before],
  );
}
