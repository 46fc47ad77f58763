import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  type RefObject,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { cellKeyTarget, tabTarget } from './cell-keys.ts';
import { classes } from './classes.ts';
import { fittingColumns } from './fitting-columns.ts';
import { useHeldKeys } from './held-keys.ts';
import { listKeyTarget } from './list-keys.ts';
import styles from './table.module.css';
import { HeadCell, type TableHeads } from './table-head.tsx';

export interface Column<Row, SortId extends string = string> {
  id: string;
  title: string;
  /** Least width in pixels; `grow` shares what is left over. */
  width: number;
  grow?: number;
  align?: 'right' | 'center';
  /** Goes while there is no room for all, the highest first: what its panel or its page shows as well. */
  spare?: number;
  /** Stays in sight when the table scrolls sideways; only the first columns. */
  frozen?: boolean;
  sort?: SortId;
  /** The pointer's tip of its head, where the title alone does not say what to know. */
  headTip?: string;
  /** Its head's edge widens it, and its head moves it, where the table has `heads`. */
  resizable?: boolean;
  movable?: boolean;
  /** Stands in the head instead of the title, which then only names the column. */
  head?: ReactNode;
  render: (row: Row, index: number) => ReactNode;
  /** Whole text for the pointer's tip where a cell is often cut. */
  tip?: (row: Row) => string;
}

export interface TableHandle {
  focus: () => void;
}

/** Several rows at once, as in Excel: Shift with the moving keys or a click, Ctrl+A, Space, Ctrl+click. */
export interface TableSelection {
  any: boolean;
  has: (index: number) => boolean;
  /** From the row where the choosing began to this one. */
  extend: (index: number) => void;
  toggle: (index: number) => void;
  all: () => void;
  /** A plain move: the next range begins elsewhere. */
  endRange: () => void;
}

/** A cursor that stands in a cell, not only in a row. */
export interface TableCells<Row> {
  /** Ids of the columns that it goes through, in their order. */
  columns: readonly string[];
  column: string;
  onColumn: (id: string) => void;
  /** Columns from here to the cursor are marked, in the active row and in those chosen; null: the one cell. */
  from: string | null;
  onFrom: (id: string | null) => void;
  /** Has the keys before the table; true when it took this one. */
  onKey: (event: KeyboardEvent) => boolean;
  /** In place of a cell's content: an open editor, a text not saved yet. */
  instead: (row: Row, column: string) => ReactNode | undefined;
  /** Double click. */
  onEdit: () => void;
  /** A click on this cell opens the row. */
  opens: (column: string) => boolean;
}

interface VirtualTableProps<Row, SortId extends string> {
  label: string;
  columns: ReadonlyArray<Column<Row, SortId>>;
  count: number;
  /** undefined as long as the row is being fetched. */
  rowAt: (index: number) => Row | undefined;
  /** False while the rows are still those of the filter or order before: keys that act wait for the new ones. */
  current?: boolean;
  rowKey: (index: number) => string | number;
  active: number;
  onActive: (index: number) => void;
  /** Enter, or a click. */
  onOpen?: ((index: number) => void) | undefined;
  /** Esc. */
  onEscape?: (() => void) | undefined;
  sort?: { id: SortId; descending: boolean };
  onSort?: (id: SortId) => void;
  /** First and last row in sight, so that the pages around them are fetched. */
  onRange?: (first: number, last: number) => void;
  selection?: TableSelection;
  cells?: TableCells<Row>;
  heads?: TableHeads;
  ref?: Ref<TableHandle>;
}

const ROW = 30;

/** A long list: only the rows in sight exist. One tab stop; arrow keys, Home, End and the page keys move. */
export function VirtualTable<Row, SortId extends string = string>(props: VirtualTableProps<Row, SortId>) {
  const { label, count, rowAt, rowKey, onActive, onOpen, onEscape, onRange, selection, cells } = props;
  // A filter may leave fewer rows than the cursor was down.
  const active = Math.max(0, Math.min(props.active, count - 1));
  const scroller = useRef<HTMLDivElement>(null);
  const columns = fittingColumns(props.columns, useRoom(scroller));
  const id = useId();
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    getItemKey: rowKey,
    scrollPaddingStart: 34,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onRange?.(first, last), [first, last, onRange]);
  useImperativeHandle(props.ref, () => ({ focus: () => scroller.current?.focus() }), []);

  const { keysWait, held } = useHeldKeys({
    isCurrent: props.current !== false,
    isThere: (index) => rowAt(index) !== undefined,
    active,
    hasCells: cells !== undefined,
    onActive,
    onOpen,
    act: (event) => {
      if (document.activeElement === scroller.current) act(event);
    },
    toActive: () => virtualizer.scrollToIndex(active, { align: 'auto' }),
  });
  const move = (index: number) => {
    onActive(index);
    virtualizer.scrollToIndex(index, { align: 'auto' });
    held.moved(index);
  };
  /** True when the key moved the cursor to another cell. */
  const moveCell = (event: KeyboardEvent, page: number): boolean => {
    if (!cells) return false;
    const { key, ctrlKey: ctrl, shiftKey: shift } = event;
    const at = { row: active, column: Math.max(0, cells.columns.indexOf(cells.column)) };
    const size = { rows: count, columns: cells.columns.length, page };
    const target = key === 'Tab' ? tabTarget(at, shift, size) : cellKeyTarget(at, { key, ctrl, shift }, size);
    if (target === null) return false;
    event.preventDefault();
    const column = cells.columns[target.column] ?? cells.column;
    if (target.row !== active) {
      // With Shift the columns marked before stay: a block of rows and columns.
      if (shift && key !== 'Tab') selection?.extend(target.row);
      else {
        selection?.endRange();
        cells.onFrom(null);
      }
      move(target.row);
    } else cells.onFrom(shift && key !== 'Tab' ? (cells.from ?? cells.column) : null);
    if (column !== cells.column) cells.onColumn(column);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current || event.nativeEvent.isComposing) return;
    if (!keysWait(event)) act(event);
  };
  const act = (event: KeyboardEvent) => {
    const visible = Math.floor((scroller.current?.clientHeight ?? 0) / ROW) - 2;
    if (cells && (cells.onKey(event) || moveCell(event, visible))) return;
    const target = listKeyTarget(event.key, active, count, visible);
    if (target !== null) {
      event.preventDefault();
      if (event.shiftKey) selection?.extend(target);
      else selection?.endRange();
      move(target);
    } else if (selection && event.ctrlKey && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      selection.all();
    } else if (selection && event.key === ' ') {
      event.preventDefault();
      selection.toggle(active);
    } else if (event.key === 'Enter' && active < count) {
      event.preventDefault();
      onOpen?.(active);
    } else if (event.key === 'Escape' && onEscape) {
      event.preventDefault();
      onEscape();
    }
  };

  const template = columns
    .map(({ width, grow }) => (grow ? `minmax(${width}px, ${grow}fr)` : `${width}px`))
    .join(' ');
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const leftOf = frozenOffsets(columns);
  const shown = items.some((item) => item.index === active);
  const activeCell = cells ? `${id}-${active}-${cells.column}` : null;
  const frozenWidth = columns.reduce((sum, each) => sum + (each.frozen ? each.width : 0), 0);
  const lastCell = useRef(activeCell);
  useEffect(() => {
    // Only when the cursor moved: a list that is drawn anew stays where it is.
    if (activeCell === null || lastCell.current === activeCell) return;
    lastCell.current = activeCell;
    virtualizer.scrollToIndex(active, { align: 'auto' });
    document.getElementById(activeCell)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [activeCell, active, virtualizer]);
  const marked = cells ? markedColumns(cells) : null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot hold virtual rows
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      aria-multiselectable={selection ? true : undefined}
      aria-activedescendant={shown ? (activeCell ?? `${id}-${active}`) : undefined}
      style={{ '--columns': template, '--table-width': `${width}px`, scrollPaddingLeft: frozenWidth }}
      onKeyDown={onKeyDown}
      onBlur={held.left}
    >
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above; the grid holds the focus */}
      <div className={classes(styles.row, styles.head)} role="row" aria-rowindex={1}>
        {columns.map((column) => (
          <HeadCell
            key={column.id}
            column={column}
            left={leftOf.get(column.id)}
            sort={props.sort}
            onSort={props.onSort}
            heads={props.heads}
          />
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div className={styles.rows} role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const row = rowAt(item.index);
          return (
            // biome-ignore lint/a11y/useSemanticElements lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: as above
            <div
              key={item.key}
              id={`${id}-${item.index}`}
              className={classes(
                styles.row,
                item.index === active && (cells ? styles.cursorRow : styles.active),
              )}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={selection?.any ? selection.has(item.index) : item.index === active}
              style={{ transform: `translateY(${item.start}px)` }}
              onDoubleClick={() => cells?.onEdit()}
              onClick={(event) => {
                const column = cells && columnOfClick(event);
                if (column !== undefined && cells?.columns.includes(column)) cells.onColumn(column);
                cells?.onFrom(null);
                if (event.shiftKey) selection?.extend(item.index);
                else if (event.ctrlKey) selection?.toggle(item.index);
                else selection?.endRange();
                onActive(item.index);
                const opens = column === undefined || cells?.opens(column) !== false;
                if (!opens || (selection && (event.shiftKey || event.ctrlKey))) return;
                if (rowAt(item.index) === undefined) held.opened();
                else onOpen?.(item.index);
              }}
            >
              {columns.map((column) => (
                // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above
                <div
                  key={column.id}
                  id={cells ? `${id}-${item.index}-${column.id}` : undefined}
                  data-cell={cells ? column.id : undefined}
                  className={classes(
                    styles.cell,
                    column.align && styles[column.align],
                    column.frozen && styles.frozen,
                    cells && item.index === active && column.id === cells.column && styles.cursor,
                    (item.index === active || selection?.has(item.index)) &&
                      marked?.has(column.id) &&
                      styles.marked,
                  )}
                  style={column.frozen ? { left: leftOf.get(column.id) } : undefined}
                  role="gridcell"
                  title={row && column.tip?.(row)}
                >
                  {row === undefined ? (
                    <span className={styles.waiting}>…</span>
                  ) : (
                    (cells?.instead(row, column.id) ?? column.render(row, item.index))
                  )}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The width that the rows have; no limit until it is known. */
function useRoom(scroller: RefObject<HTMLDivElement | null>): number {
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = () => setRoom(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  return room;
}

function frozenOffsets(columns: ReadonlyArray<{ id: string; width: number; frozen?: boolean }>) {
  const offsets = new Map<string, number>();
  let left = 0;
  for (const column of columns) {
    if (!column.frozen) break;
    offsets.set(column.id, left);
    left += column.width;
  }
  return offsets;
}

const columnOfClick = (event: MouseEvent): string | undefined =>
  event.target instanceof Element
    ? event.target.closest<HTMLElement>('[data-cell]')?.dataset.cell
    : undefined;

/** The columns of a range in the active row; none for a single cell. */
export function markedColumns({
  columns,
  column,
  from,
}: Pick<TableCells<unknown>, 'columns' | 'column' | 'from'>): ReadonlySet<string> {
  if (from === null) return new Set();
  const [a, b] = [columns.indexOf(from), columns.indexOf(column)];
  return new Set(columns.slice(Math.min(a, b), Math.max(a, b) + 1));
}
