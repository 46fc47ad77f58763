import { useEffect, useRef } from 'react';
import type { OfficialRow } from '../../../db/contract/officials.ts';
import { selectionText } from '../../../db/contract/vi/officials.ts';
import { notifyDone } from '../../app/notifier/notices.ts';
import { tableText } from './copy-table.ts';
import type { OfficialColumn } from './official-columns.tsx';

const listHasFocus = (): boolean => document.activeElement?.getAttribute('role') === 'grid';

/** Ctrl+C in the list gives its chosen rows, with the columns shown, as a table. Marked text is copied as it is. */
export function useCopyRows(columns: readonly OfficialColumn[], rows: () => readonly OfficialRow[]): void {
  const latest = useRef({ columns, rows });
  latest.current = { columns, rows };
  useEffect(() => {
    const mayCopy = () => listHasFocus() && (document.getSelection()?.isCollapsed ?? true);
    const onCopy = (event: ClipboardEvent) => {
      if (!mayCopy() || !event.clipboardData) return;
      const chosen = latest.current.rows();
      if (chosen.length === 0) return;
      const shown = latest.current.columns;
      event.clipboardData.setData(
        'text/plain',
        tableText(
          shown.map((column) => column.title),
          chosen.map((row, index) => shown.map((column) => column.textOf(row, index))),
        ),
      );
      event.preventDefault();
      notifyDone(selectionText.copied(chosen.length));
    };
    document.addEventListener('copy', onCopy);
    return () => document.removeEventListener('copy', onCopy);
  }, []);
}
