import { type KeyboardEvent, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { OfficialRow } from '../../../db/contract/officials.ts';
import { cellText } from '../../../db/contract/vi/official-list.ts';
import { notifyInfo } from '../../app/notifier/notices.ts';
import { tabTarget } from '../../components/cell-keys.ts';
import type { TableCells } from '../../components/virtual-table.tsx';
import { draftAt, isAt } from './cell-edit.ts';
import { CellDraftText, CellEditor } from './cell-editor.tsx';
import { isEditable, typedOf } from './cell-values.ts';
import type { OfficialColumn } from './official-columns.tsx';
import type { UseCellEdits } from './use-cell-edits.ts';

interface ListCellsOptions {
  columns: readonly OfficialColumn[];
  mayWrite: boolean;
  active: number;
  total: number;
  rowAt: (index: number) => OfficialRow | undefined;
  edits: UseCellEdits;
  onActive: (index: number) => void;
  onOpen: (index: number) => void;
  focusTable: () => void;
}

/** Rows around the cursor in which a refused cell is looked for. */
const NEAR = 300;

/** The cursor of the list and the keys that open a cell. */
export function useListCells(options: ListCellsOptions): TableCells<OfficialRow> {
  const { columns, mayWrite, active, total, rowAt, edits, onActive, onOpen, focusTable } = options;
  const ids = columns.map((column) => column.id);
  const [wanted, setColumn] = useState('fullName');
  const [from, setFrom] = useState<string | null>(null);
  // A column that was hidden leaves the cursor at the name.
  const column = ids.includes(wanted) ? wanted : 'fullName';
  const row = rowAt(active);
  const { open } = edits.edits;

  /** Opens the cell under the cursor; `fresh`: what is typed takes the place of what is there. */
  const begin = (fresh: boolean): boolean => {
    if (!mayWrite || row === undefined || !isEditable(column)) return false;
    const old = typedOf(column, row);
    const { id, version, fullName: name } = row;
    edits.begin({ id, column, name, version, old, text: fresh ? '' : old });
    return true;
  };
  const clear = (): boolean => {
    if (!mayWrite || row === undefined || !isEditable(column) || column === 'fullName') return false;
    const { id, version, fullName: name } = row;
    const old = typedOf(column, row);
    if (old !== '') edits.put({ id, column, name, version, old, text: '' });
    return true;
  };

  const onKey = (event: KeyboardEvent): boolean => {
    const { key, ctrlKey, altKey, metaKey } = event;
    const take = (taken: boolean): boolean => {
      if (taken) event.preventDefault();
      return taken;
    };
    if (key === 'Enter' && ctrlKey) {
      onOpen(active);
      return take(true);
    }
    if (ctrlKey || altKey || metaKey) return false;
    if (key === 'Enter') return take(begin(false));
    if (key === 'F2') {
      if (!begin(false) && mayWrite)
        notifyInfo(cellText.notEditable(columns.find((each) => each.id === column)?.title ?? ''));
      return take(true);
    }
    if (key === 'Delete') return take(clear());
    // The letter itself goes on to the field, so that a Vietnamese keyboard sees an ordinary input.
    if ([...key].length === 1 && key !== ' ') return flushSync(() => begin(true));
    return false;
  };

  /** From the open cell, wherever the cursor is. */
  const commit = (go: 'down' | 'up' | 'right' | 'left') => {
    if (!edits.commit()) return;
    focusTable();
    const at = { row: active, column: ids.indexOf(column) };
    const size = { rows: total, columns: ids.length, page: 1 };
    if (go === 'right' || go === 'left') {
      const next = tabTarget(at, go === 'left', size);
      if (next === null) return;
      if (next.row !== active) onActive(next.row);
      setColumn(ids[next.column] ?? column);
    } else onActive(Math.max(0, Math.min(total - 1, active + (go === 'down' ? 1 : -1))));
  };

  // A refused text opens again in its cell: the cursor goes back to it.
  const openId = open?.id;
  const openColumn = open?.column;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another cell was opened
  useEffect(() => {
    if (openId === undefined || openColumn === undefined) return;
    setColumn(openColumn);
    if (rowAt(active)?.id === openId) return;
    for (let step = 1; step < NEAR; step += 1)
      for (const index of [active - step, active + step])
        if (rowAt(index)?.id === openId) {
          onActive(index);
          return;
        }
  }, [openId, openColumn]);

  return {
    columns: ids,
    column,
    onColumn: (id) => setColumn(id),
    from,
    onFrom: setFrom,
    onKey,
    onEdit: () => void begin(false),
    // The name and what is not edited here lead to the person's page.
    opens: (id) => !mayWrite || id === 'fullName' || !isEditable(id),
    instead: (shown, id) => {
      if (!isEditable(id)) return undefined;
      const place = { id: shown.id, column: id };
      if (open !== null && isAt(open, place))
        return (
          <CellEditor
            draft={open}
            onType={edits.type}
            onCommit={commit}
            onCancel={() => {
              edits.cancel();
              focusTable();
            }}
            onLeave={edits.leave}
          />
        );
      const draft = draftAt(edits.edits, place);
      return draft === null ? undefined : <CellDraftText draft={draft} />;
    },
  };
}
