import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
} from 'react';
import { classes } from './classes.ts';
import { listKeyTarget } from './list-keys.ts';
import styles from './table.module.css';

export interface Column<Row, SortId extends string = string> {
  id: string;
  title: string;
  /** Least width in pixels; `grow` shares what is left over. */
  width: number;
  grow?: number;
  align?: 'right' | 'center';
  /** Stays in sight when the table scrolls sideways; only the first columns. */
  frozen?: boolean;
  sort?: SortId;
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

interface VirtualTableProps<Row, SortId extends string> {
  label: string;
  columns: ReadonlyArray<Column<Row, SortId>>;
  count: number;
  /** undefined as long as the row is being fetched. */
  rowAt: (index: number) => Row | undefined;
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
  ref?: Ref<TableHandle>;
}

const ROW = 30;

/** A long list: only the rows in sight exist. One tab stop; arrow keys, Home, End and the page keys move. */
export function VirtualTable<Row, SortId extends string = string>(props: VirtualTableProps<Row, SortId>) {
  const { label, columns, count, rowAt, rowKey, active, onActive, onOpen, onEscape, onRange, selection } =
    props;
  const scroller = useRef<HTMLDivElement>(null);
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

  const move = (index: number) => {
    onActive(index);
    virtualizer.scrollToIndex(index, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current || event.nativeEvent.isComposing) return;
    const visible = Math.floor((scroller.current?.clientHeight ?? 0) / ROW) - 2;
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
      aria-activedescendant={shown ? `${id}-${active}` : undefined}
      style={{ '--columns': template, '--table-width': `${width}px` }}
      onKeyDown={onKeyDown}
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
              className={classes(styles.row, item.index === active && styles.active)}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={selection?.any ? selection.has(item.index) : item.index === active}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={(event) => {
                if (event.shiftKey) selection?.extend(item.index);
                else if (event.ctrlKey) selection?.toggle(item.index);
                else selection?.endRange();
                onActive(item.index);
                if (!selection || !(event.shiftKey || event.ctrlKey)) onOpen?.(item.index);
              }}
            >
              {columns.map((column) => (
                // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above
                <div
                  key={column.id}
                  className={classes(
                    styles.cell,
                    column.align && styles[column.align],
                    column.frozen && styles.frozen,
                  )}
                  style={column.frozen ? { left: leftOf.get(column.id) } : undefined}
                  role="gridcell"
                  title={row && column.tip?.(row)}
                >
                  {row === undefined ? (
                    <span className={styles.waiting}>…</span>
                  ) : (
                    column.render(row, item.index)
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

interface HeadCellProps<Row, SortId extends string> {
  column: Column<Row, SortId>;
  left: number | undefined;
  sort: { id: SortId; descending: boolean } | undefined;
  onSort: ((id: SortId) => void) | undefined;
}

function HeadCell<Row, SortId extends string>({ column, left, sort, onSort }: HeadCellProps<Row, SortId>) {
  const { sort: sortId } = column;
  const sorted = sortId !== undefined && sort?.id === sortId;
  const Arrow = sort?.descending ? IconArrowDown : IconArrowUp;
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: a table element cannot hold virtual rows
    <div
      className={classes(styles.cell, column.align && styles[column.align], column.frozen && styles.frozen)}
      style={left === undefined ? undefined : { left }}
      role="columnheader"
      aria-sort={sorted ? (sort?.descending ? 'descending' : 'ascending') : undefined}
    >
      {sortId !== undefined && onSort ? (
        <button type="button" className={styles.sort} onClick={() => onSort(sortId)}>
          {column.title}
          {sorted && <Arrow size={14} aria-hidden />}
        </button>
      ) : (
        (column.head ?? column.title)
      )}
    </div>
  );
}
