import { useEffect, useRef } from 'react';
import type { OfficialRow } from '../../../db/contract/officials.ts';
import { listFootText } from '../../../db/contract/vi/official-list.ts';
import { selectionText } from '../../../db/contract/vi/officials.ts';
import { notifyDone, notifyError, notifyInfo } from '../../app/notifier/notices.ts';
import { tableHtml, tableText } from './copy-table.ts';
import type { OfficialColumn } from './official-columns.tsx';

export interface CopiedRange {
  columns: readonly OfficialColumn[];
  rows: readonly OfficialRow[];
  /** Rows chosen whole come with a head; single cells come bare, to be pasted over others. */
  whole: boolean;
}

const listHasFocus = (): boolean => document.activeElement?.getAttribute('role') === 'grid';

/** Rows of a long choice that must be fetched before they can be copied. */
export interface RowsToCome {
  count: number;
  load: () => Promise<void>;
}

/** A copy is made at once or not at all: what must be fetched is ready for the next one. */
async function prepare({ count, load }: RowsToCome): Promise<void> {
  notifyInfo(selectionText.preparing(count));
  try {
    await load();
    notifyDone(selectionText.prepared(count));
  } catch (error) {
    notifyError(error);
  }
}

/** Ctrl+C in the list gives what is chosen in it as a table. Marked text is copied as it is. */
export function useCopyRows(chosen: () => CopiedRange | RowsToCome): void {
  const latest = useRef(chosen);
  latest.current = chosen;
  useEffect(() => {
    const mayCopy = () => listHasFocus() && (document.getSelection()?.isCollapsed ?? true);
    const onCopy = (event: ClipboardEvent) => {
      if (!mayCopy() || !event.clipboardData) return;
      const now = latest.current();
      if ('load' in now) {
        event.preventDefault();
        void prepare(now);
        return;
      }
      const { columns, rows, whole } = now;
      if (rows.length === 0) return;
      const head = whole ? columns.map((column) => column.title) : null;
      const cells = rows.map((row, index) => columns.map((column) => column.textOf(row, index)));
      event.clipboardData.setData('text/plain', tableText(head, cells));
      event.clipboardData.setData('text/html', tableHtml(head, cells));
      event.preventDefault();
      notifyDone(
        whole ? selectionText.copied(rows.length) : listFootText.copiedCells(rows.length * columns.length),
      );
    };
    document.addEventListener('copy', onCopy);
    return () => document.removeEventListener('copy', onCopy);
  }, []);
}
