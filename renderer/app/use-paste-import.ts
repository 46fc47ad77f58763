import { useEffect, useRef } from 'react';
import { notifyError } from './notifier/notices.ts';
import { goTo } from './router.ts';

interface PasteTarget {
  /** Titles of the list's columns from the left. */
  columns: () => readonly string[];
  /** Year of the ratings that the list shows. */
  year?: number;
  /** Whether this person may import. */
  enabled: boolean;
}

const takesText = (element: Element | null): boolean =>
  element instanceof HTMLElement &&
  (element.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(element.tagName));

/**
 * Ctrl+V of cells onto a list opens them in the import. A field that has the focus keeps what is pasted, and a single
 * value is no table.
 */
export function usePasteImport(target: PasteTarget): void {
  const latest = useRef(target);
  latest.current = target;
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (!latest.current.enabled || event.defaultPrevented || takesText(document.activeElement)) return;
      if (document.querySelector('dialog[open]') !== null) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!/[\t\n]/.test(text.trim())) return;
      event.preventDefault();
      const html = event.clipboardData?.getData('text/html') ?? '';
      const { columns, year = null } = latest.current;
      open({ html, text, columns: columns(), year }).catch(notifyError);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
}

async function open(table: { html: string; text: string; columns: readonly string[]; year: number | null }) {
  const { openPasted } = await import('../features/imports/paste-flow.ts');
  goTo('imports');
  await openPasted(table);
}
