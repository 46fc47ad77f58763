import { useRef, useState } from 'react';
import { notifyError } from '../../app/notifier/notices.ts';
import type { TableSelection } from '../../components/virtual-table.tsx';
import type { PageOf } from '../../lib/use-paged.ts';
import {
  type ChosenRows,
  chosenById,
  extended,
  idsInListOrder,
  inListOrder,
  nothingSelected,
  rangeEnded,
  type SelectedRows,
  someMissing,
  toggled,
  withRows,
} from './selected-rows.ts';

/** As many rows as one call of a list gives. */
const CALL = 500;

interface SelectedRowsOptions<Row> {
  /** Changes with the filter: what another filter chose is not chosen any more, since it is not seen. */
  key: string;
  total: number;
  active: number;
  rowAt: (index: number) => Row | undefined;
  /** False while other rows than those shown are on their way: then they are fetched, not taken from there. */
  fresh: boolean;
  fetch: (offset: number, limit: number) => Promise<PageOf<Row>>;
  /** The ids of the whole list in its order, by one call: all of a long list are chosen by them. */
  allIds?: () => Promise<readonly number[]>;
}

/** Several rows of a paged list; rows out of sight are fetched when a range takes them in. */
export function useSelectedRows<Row extends { id: number }>({
  key,
  total,
  active,
  rowAt: shownAt,
  fresh,
  fetch,
  allIds,
}: SelectedRowsOptions<Row>) {
  const [state, setState] = useState<{ key: string; selected: SelectedRows<Row> }>({
    key,
    selected: nothingSelected,
  });
  const rowAt = (index: number): Row | undefined => (fresh ? shownAt(index) : undefined);
  const selected = state.key === key ? state.selected : nothingSelected;
  /** An answer to an older range must not undo a newer one. */
  const lastAsked = useRef(0);

  const change = (next: (before: SelectedRows<Row>) => SelectedRows<Row>) =>
    setState((before) => ({ key, selected: next(before.key === key ? before.selected : nothingSelected) }));

  const rowsBetween = async (first: number, last: number): Promise<ChosenRows<Row>> => {
    const rows = new Map<number, { row: Row; index: number }>();
    for (let index = first; index <= last; index += 1) {
      const row = rowAt(index);
      if (row !== undefined) {
        rows.set(row.id, { row, index });
        continue;
      }
      const page = await fetch(index, Math.min(CALL, last - index + 1));
      if (page.rows.length === 0) break;
      for (const [at, fetched] of page.rows.entries())
        rows.set(fetched.id, { row: fetched, index: index + at });
      index += page.rows.length - 1;
    }
    return rows;
  };
  const choose = async (from: number, rowsOf: () => Promise<ChosenRows<Row>>) => {
    lastAsked.current += 1;
    const asked = lastAsked.current;
    try {
      const range = await rowsOf();
      if (asked === lastAsked.current) change((before) => extended(before, from, range));
    } catch (error) {
      notifyError(error);
    }
  };

  /** A click on a row that is on its way anew: the row as it is now, if it still stands there. */
  const toggleFetched = async (index: number, id: number) => {
    try {
      const [row] = (await fetch(index, 1)).rows;
      if (row?.id === id) change((before) => toggled(before, index, row));
    } catch (error) {
      notifyError(error);
    }
  };

  const selection: TableSelection = {
    any: selected.rows.size > 0,
    has: (index) => {
      const row = shownAt(index);
      return row !== undefined && selected.rows.has(row.id);
    },
    extend: (index) => {
      const from = selected.anchor ?? active;
      void choose(from, () => rowsBetween(Math.min(from, index), Math.max(from, index)));
    },
    toggle: (index) => {
      const seen = shownAt(index);
      lastAsked.current += 1;
      if (seen === undefined) return;
      if (fresh) change((before) => toggled(before, index, seen));
      else void toggleFetched(index, seen.id);
    },
    all: () =>
      void choose(0, async () =>
        allIds && total > CALL ? chosenById(await allIds()) : rowsBetween(0, total - 1),
      ),
    endRange: () => change(rangeEnded),
  };
  return {
    selection,
    count: selected.rows.size,
    ids: () => idsInListOrder(selected),
    /** Those that are here; see `missing`. */
    rows: () => inListOrder(selected),
    missing: () => someMissing(selected),
    /** Fetches the rows that were chosen by their ids. */
    load: async () => {
      for (let offset = 0; offset < total; offset += CALL) {
        const page = await fetch(offset, CALL);
        if (page.rows.length === 0) break;
        change((before) => withRows(before, page.rows));
      }
    },
    clear: () => {
      lastAsked.current += 1;
      setState({ key, selected: nothingSelected });
    },
  };
}
