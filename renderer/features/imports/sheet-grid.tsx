import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react';
import type { GridRow, GridRowClass } from '../../../db/contract/sheet-readings.ts';
import { fieldReasonNames, gridRowClassNames, mappingText } from '../../../db/contract/vi/imports-mapping.ts';
import type { ImportKind } from '../../../db/contract/workbooks.ts';
import { classes } from '../../components/classes.ts';
import { listKeyTarget } from '../../components/list-keys.ts';
import { ColumnPicker, labelOfUse } from './column-picker.tsx';
import { draggedField, holdsField } from './field-chips.tsx';
import { partAt } from './grid-parts.ts';
import { type ColumnUse, columnUseOf, type StagedSheet } from './import-choice.ts';
import { sensitiveLetters, withoutValue } from './problem-texts.ts';
import styles from './sheet-grid.module.css';
import { SheetHeader } from './sheet-header.tsx';
import { headerHeights } from './sheet-header-heights.ts';

const ROW_HEIGHT = 28;

export interface GridPlace {
  row: number;
  column: number;
}

export interface GridHandle {
  scrollTo: (place: GridPlace) => void;
  focus: () => void;
}

interface SheetGridProps {
  sheet: StagedSheet;
  kind: ImportKind | null;
  rowAt: (index: number) => GridRow | undefined;
  onRange: (first: number, last: number) => void;
  active: GridPlace;
  /** First and last chosen row. */
  chosen: readonly [number, number];
  onActive: (place: GridPlace, extend: boolean) => void;
  onUse: (letter: string, use: ColumnUse) => void;
  /** Opens the menu of row classes at a point of the window. */
  onMenu: (x: number, y: number) => void;
  onLeaveOut: () => void;
  onUndo: () => void;
  revealed: boolean;
  ref?: Ref<GridHandle>;
}

/** The sheet as it looks: its head in sight, only the rows in sight exist. One tab stop; keys move as in Excel. */
export function SheetGrid(props: SheetGridProps) {
  const { sheet, kind, rowAt, onRange, active, chosen, onActive, onMenu, revealed } = props;
  const { look } = sheet;
  const scroller = useRef<HTMLDivElement>(null);
  const top = useRef<HTMLDivElement>(null);
  const id = useId();
  const heights = headerHeights(look);
  const { headerAt } = look;
  const headerEnd = headerAt === null ? -1 : headerAt + look.header.length - 1;
  const isHeader = (index: number) => headerAt !== null && index >= headerAt && index <= headerEnd;
  const virtualizer = useVirtualizer({
    count: look.rows,
    getScrollElement: () => scroller.current,
    estimateSize: (index) =>
      isHeader(index) ? (heights[index - (headerAt ?? 0)] ?? ROW_HEIGHT) : ROW_HEIGHT,
    overscan: 8,
    scrollPaddingStart: top.current?.offsetHeight ?? 0,
  });
  const layoutKey = `${sheet.name}-${headerAt}-${heights.join()}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes change with the header only
  useEffect(() => virtualizer.measure(), [layoutKey]);
  // The table is what the person came for; what stands above it is one turn of the wheel away.
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the sheet is first seen, and nowhere else
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = (headerAt ?? 0) * ROW_HEIGHT;
  }, []);
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onRange(first, last), [first, last, onRange]);

  const showColumn = (column: number) =>
    scroller.current
      ?.querySelector(`[data-letter="${look.columns[column]?.letter}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const go = (place: GridPlace, extend: boolean) => {
    onActive(place, extend);
    virtualizer.scrollToIndex(place.row, { align: 'auto' });
    showColumn(place.column);
  };
  useImperativeHandle(props.ref, () => ({
    scrollTo: ({ row, column }) => {
      virtualizer.scrollToIndex(row, { align: 'center' });
      showColumn(column);
    },
    focus: () => scroller.current?.focus(),
  }));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current || event.nativeEvent.isComposing) return;
    if (event.ctrlKey && event.key.toLowerCase() === 'z') props.onUndo();
    else if (event.key === 'Delete') props.onLeaveOut();
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const place = scroller.current?.querySelector(`[id="${id}-${active.row}"]`)?.getBoundingClientRect();
      onMenu((place?.left ?? 300) + 40, place?.bottom ?? 300);
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const column = active.column + (event.key === 'ArrowLeft' ? -1 : 1);
      go({ row: active.row, column: Math.max(0, Math.min(look.columns.length - 1, column)) }, false);
    } else {
      const page = Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 8;
      const row = listKeyTarget(event.key, active.row, look.rows, page);
      if (row === null) return;
      go({ row, column: active.column }, event.shiftKey);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const onContextMenu = (event: MouseEvent, row: number) => {
    event.preventDefault();
    if (row < chosen[0] || row > chosen[1]) onActive({ row, column: active.column }, false);
    onMenu(event.clientX, event.clientY);
  };

  const byLetter = new Map(sheet.columns.map((column) => [column.letter, column]));
  const masked = revealed ? new Set<string>() : sensitiveLetters(sheet);
  const template = `112px ${look.columns.map(({ width }) => `${width}px`).join(' ')}`;
  const width = look.columns.reduce((sum, column) => sum + column.width, 112);
  const isPinned = headerAt !== null && (virtualizer.scrollOffset ?? 0) > headerAt * ROW_HEIGHT;
  const shownActive = items.some((item) => item.index === active.row);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot hold virtual rows
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      tabIndex={0}
      aria-label={mappingText.grid(sheet.name)}
      aria-description={mappingText.gridHelp}
      aria-rowcount={look.rows}
      aria-colcount={look.columns.length + 1}
      aria-multiselectable
      aria-activedescendant={shownActive ? `${id}-${active.row}` : undefined}
      style={{ '--columns': template, '--table-width': `${width}px` }}
      onKeyDown={onKeyDown}
    >
      <div ref={top} className={styles.top}>
        {kind !== null && sheet.columns.length > 0 && (
          <div className={styles.line}>
            <div className={styles.corner} />
            {look.columns.map(({ letter, follows }) => {
              const column = byLetter.get(letter);
              const first = follows === undefined ? undefined : byLetter.get(follows);
              return first !== undefined ? (
                <FollowingCell key={letter} letter={letter} first={first} sheet={sheet} />
              ) : column === undefined ? (
                <div key={letter} className={styles.picker} data-letter={letter} />
              ) : (
                <PickerCell key={letter} {...props} kind={kind} column={column} masked={masked.has(letter)} />
              );
            })}
          </div>
        )}
        <div className={styles.line}>
          <div className={classes(styles.corner, styles.letter)}>{mappingText.rowHead}</div>
          {look.columns.map(({ letter, hidden }) => (
            <div
              key={letter}
              className={classes(styles.letter, hidden && styles.hidden)}
              data-letter={letter}
            >
              {letter}
            </div>
          ))}
        </div>
        {isPinned && <SheetHeader look={look} heights={heights} pinned />}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div className={styles.rows} role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
        {headerAt !== null && (
          <div className={styles.header} style={{ transform: `translateY(${headerAt * ROW_HEIGHT}px)` }}>
            <SheetHeader look={look} heights={heights} />
          </div>
        )}
        {items.map((item) => {
          const row = rowAt(item.index);
          const isChosen = item.index >= chosen[0] && item.index <= chosen[1];
          return (
            // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above; the grid holds the focus and the keys
            // biome-ignore lint/a11y/useKeyWithClickEvents: as above
            <div
              key={item.key}
              id={`${id}-${item.index}`}
              className={classes(
                styles.row,
                isHeader(item.index) && styles.underHeader,
                row?.hidden && styles.hiddenRow,
              )}
              role="row"
              aria-rowindex={item.index + 1}
              aria-selected={isChosen}
              data-class={row?.class}
              style={{ transform: `translateY(${item.start}px)`, height: item.size }}
              onContextMenu={(event) => onContextMenu(event, item.index)}
              onClick={(event) => {
                const letter = (event.target as Element)
                  .closest('[data-letter]')
                  ?.getAttribute('data-letter');
                const column = look.columns.findIndex((each) => each.letter === letter);
                onActive({ row: item.index, column: column < 0 ? active.column : column }, event.shiftKey);
              }}
            >
              {isHeader(item.index) ? null : row === undefined ? (
                <div className={styles.rowHead}>…</div>
              ) : (
                <RowCells
                  row={row}
                  sheet={sheet}
                  masked={masked}
                  activeLetter={item.index === active.row ? look.columns[active.column]?.letter : undefined}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface PickerCellProps extends SheetGridProps {
  kind: ImportKind;
  column: StagedSheet['columns'][number];
  masked: boolean;
}

/** Why a column has its field, or with which column it is read. */
function reasonOf({ reason, joinedTo }: PickerCellProps['column'], use: ColumnUse): string {
  if (use === null && joinedTo !== undefined) return mappingText.joinedTo(joinedTo);
  return reason === null ? '' : fieldReasonNames[reason];
}

function PickerCell({ column, sheet, kind, masked, onUse }: PickerCellProps) {
  const use = columnUseOf(column, sheet.reading);
  const samples = masked ? mappingText.masked : column.samples.join(', ');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop onto; the list in it does the same by key
    <div
      className={styles.picker}
      data-letter={column.letter}
      onDragOver={(event) => {
        if (!holdsField(event)) return;
        event.preventDefault();
        // The window takes files only and would refuse this.
        event.stopPropagation();
        event.dataTransfer.dropEffect = 'link';
      }}
      onDrop={(event) => {
        const field = draggedField(event);
        if (field === null) return;
        event.preventDefault();
        event.stopPropagation();
        onUse(column.letter, field);
      }}
    >
      <ColumnPicker
        column={column}
        use={use}
        kind={kind}
        sheet={sheet}
        onChoose={(next) => onUse(column.letter, next)}
      />
      <div className={styles.sample} title={samples === '' ? undefined : mappingText.samples(samples)}>
        {column.samples.length === 0 ? mappingText.noSamples : samples}
      </div>
      <div className={styles.reason}>{reasonOf(column, use)}</div>
    </div>
  );
}

interface FollowingCellProps {
  letter: string;
  first: StagedSheet['columns'][number];
  sheet: StagedSheet;
}

/** Of a later part of a folded list: the field is that of the first part's column, and is changed there. */
function FollowingCell({ letter, first, sheet }: FollowingCellProps) {
  const label = labelOfUse(columnUseOf(first, sheet.reading));
  return (
    <div className={styles.picker} data-letter={letter} title={mappingText.followsTip(first.letter, label)}>
      <div className={styles.following}>{label}</div>
      <div className={styles.sample}>{mappingText.follows(first.letter)}</div>
      <div className={styles.reason} />
    </div>
  );
}

/** Titles above the table and numbers of columns tell nothing of a person; any other row may. */
export const holdsValues = (rowClass: GridRowClass): boolean =>
  rowClass !== 'head' && rowClass !== 'numbering' && rowClass !== 'repeatedHeader';

interface RowCellsProps {
  row: GridRow;
  sheet: StagedSheet;
  masked: ReadonlySet<string>;
  activeLetter: string | undefined;
}

function RowCells({ row, sheet, masked, activeLetter }: RowCellsProps) {
  const { columns } = sheet.look;
  const problemAt = new Map(row.problems.map(({ column, message }) => [column, message]));
  const whole = problemAt.get('');
  let covered = 0;
  return (
    <>
      <div className={classes(styles.rowHead, row.chosen && styles.byPerson)} title={whole}>
        <span className={styles.number}>{row.row}</span>
        <span className={styles.word}>{gridRowClassNames[row.class]}</span>
        {whole !== undefined && (
          <span className={styles.mark} role="img" aria-label={mappingText.cellProblem} />
        )}
      </div>
      {columns.map(({ letter }, index) => {
        if (covered > 0) {
          covered -= 1;
          return null;
        }
        const [across] = row.spans[letter] ?? [1];
        const span = Math.min(across, columns.length - index);
        covered = span - 1;
        const problem = problemAt.get(letter);
        const cellClass = partAt(row, columns, letter)?.class ?? row.class;
        const text = row.cells[letter] ?? '';
        return (
          // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: a table element cannot hold virtual rows
          <div
            key={letter}
            role="gridcell"
            className={classes(
              styles.cell,
              letter === activeLetter && styles.active,
              problem !== undefined && styles.problem,
            )}
            style={span > 1 ? { gridColumn: `span ${span}` } : undefined}
            data-letter={letter}
            data-class={cellClass === row.class ? undefined : cellClass}
            title={problem !== undefined && masked.has(letter) ? withoutValue(problem) : problem}
            aria-invalid={problem !== undefined || undefined}
          >
            {text !== '' && holdsValues(cellClass) && masked.has(letter) ? mappingText.masked : text}
          </div>
        );
      })}
    </>
  );
}
