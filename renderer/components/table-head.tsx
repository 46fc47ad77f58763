import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import { type PointerEvent, useRef, useState } from 'react';
import { classes } from './classes.ts';
import styles from './table.module.css';
import type { Column } from './virtual-table.tsx';

/** What a pointer may do with the heads of the columns. */
export interface TableHeads {
  onResize: (id: string, width: number) => void;
  /** Double click on the edge: as wide as the content. */
  onFit: (id: string) => void;
  /** Dropped before another column; null: at the end. */
  onMove: (id: string, before: string | null) => void;
}

interface HeadCellProps<Row, SortId extends string> {
  column: Column<Row, SortId>;
  left: number | undefined;
  sort: { id: SortId; descending: boolean } | undefined;
  onSort: ((id: SortId) => void) | undefined;
  heads: TableHeads | undefined;
}

/** Pixels before a press becomes a drag, so that a click still sorts. */
const DRAG = 8;

export function HeadCell<Row, SortId extends string>(props: HeadCellProps<Row, SortId>) {
  const { column, left, sort, onSort, heads } = props;
  const { sort: sortId } = column;
  const sorted = sortId !== undefined && sort?.id === sortId;
  const Arrow = sort?.descending ? IconArrowDown : IconArrowUp;
  const drag = useHeadDrag(column, heads);
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: a table element cannot hold virtual rows
    <div
      className={classes(
        styles.cell,
        column.align && styles[column.align],
        column.frozen && styles.frozen,
        drag.dragged && styles.dragged,
      )}
      style={left === undefined ? undefined : { left }}
      role="columnheader"
      title={column.headTip}
      data-column={column.movable ? column.id : undefined}
      aria-sort={sorted ? (sort?.descending ? 'descending' : 'ascending') : undefined}
      {...drag.handlers}
    >
      {sortId !== undefined && onSort ? (
        <button type="button" className={styles.sort} onClick={() => onSort(sortId)}>
          {column.title}
          {sorted && <Arrow size={14} aria-hidden />}
        </button>
      ) : (
        (column.head ?? column.title)
      )}
      {heads && column.resizable && <Edge column={column} heads={heads} />}
    </div>
  );
}

/** Moves a column by its head: it goes before the head on which it is let go. */
function useHeadDrag<Row, SortId extends string>(column: Column<Row, SortId>, heads: TableHeads | undefined) {
  const start = useRef<number | null>(null);
  const [dragged, setDragged] = useState(false);
  // The pointer may be let go before the drag is drawn.
  const isDragged = useRef(false);
  const headsOf = (event: PointerEvent<HTMLElement>) => [
    ...(event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('[data-column]') ?? []),
  ];
  const targetOf = (event: PointerEvent<HTMLElement>): HTMLElement | null =>
    headsOf(event).find((head) => {
      const { left, right } = head.getBoundingClientRect();
      return event.clientX < (left + right) / 2;
    }) ?? null;
  const mark = (event: PointerEvent<HTMLElement>, target: HTMLElement | null) => {
    for (const head of headsOf(event)) head.toggleAttribute('data-drop', head === target);
  };
  const end = (event: PointerEvent<HTMLElement>) => {
    mark(event, null);
    start.current = null;
    isDragged.current = false;
    setDragged(false);
  };
  const handlers =
    heads && column.movable
      ? {
          onPointerDown: (event: PointerEvent<HTMLElement>) => {
            if (event.button === 0) start.current = event.clientX;
          },
          onPointerMove: (event: PointerEvent<HTMLElement>) => {
            if (start.current === null) return;
            if (!isDragged.current && Math.abs(event.clientX - start.current) < DRAG) return;
            if (!isDragged.current) {
              isDragged.current = true;
              setDragged(true);
              // From here on the head has the pointer, and the press is no click any more.
              event.currentTarget.setPointerCapture(event.pointerId);
            }
            mark(event, targetOf(event));
          },
          onPointerUp: (event: PointerEvent<HTMLElement>) => {
            const target = targetOf(event);
            if (isDragged.current && target?.dataset.column !== column.id)
              heads.onMove(column.id, target?.dataset.column ?? null);
            end(event);
          },
          onPointerCancel: end,
        }
      : {};
  return { dragged, handlers };
}

/** The right edge of a head: dragged it widens the column, a double click fits it. */
function Edge<Row, SortId extends string>({
  column,
  heads,
}: {
  column: Column<Row, SortId>;
  heads: TableHeads;
}) {
  const start = useRef<{ x: number; width: number } | null>(null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for the pointer only; the panel of columns has the keys
    <span
      className={styles.edge}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        const width = event.currentTarget.parentElement?.getBoundingClientRect().width ?? column.width;
        start.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => {
        if (start.current === null) return;
        event.stopPropagation();
        heads.onResize(column.id, start.current.width + event.clientX - start.current.x);
      }}
      onPointerUp={(event) => {
        event.stopPropagation();
        start.current = null;
      }}
      onPointerCancel={() => {
        start.current = null;
      }}
      onDoubleClick={() => heads.onFit(column.id)}
    />
  );
}
