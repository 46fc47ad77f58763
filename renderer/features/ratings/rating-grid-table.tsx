import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ratingFieldLabels, ratingsText } from '../../../db/contract/vi/ratings.ts';
import { levelNotInRule } from '../../../db/contract/vi/rule-names.ts';
import { notifyInfo } from '../../app/notifier/notices.ts';
import { classes } from '../../components/classes.ts';
import { numberColumnWidth } from '../../components/number-column.ts';
import tableStyles from '../../components/table.module.css';
import type { TableHandle } from '../../components/virtual-table.tsx';
import {
  type GridColumn,
  gridColumns,
  isStage,
  isTextColumn,
  levelOf,
  type RatingChange,
} from './grid-columns.ts';
import { GridHead } from './grid-head.tsx';
import { choiceOfLevel, columnAt, type GridState, gridKey, textKey } from './grid-keys.ts';
import type { GridRow } from './grid-row.ts';
import { LevelChoice } from './level-choice.tsx';
import { RatingGridRow } from './rating-grid-row.tsx';
import styles from './rating-grid-table.module.css';

interface RatingGridTableProps {
  label: string;
  rows: readonly GridRow[];
  editable: boolean;
  /** Not editable only because the rows are still those of the unit before: a key is refused with a word. */
  reading: boolean;
  /** The rule that says which levels there are. */
  rule: string;
  /** Opened quarters of the year, shown beside its levels. */
  quarters: readonly number[];
  showUnit: boolean;
  ofCollectives: boolean;
  openId: number | null;
  onSet: (row: GridRow, change: RatingChange) => void;
  onOpen: (key: number) => void;
  /** The row that the keys are on; told when it changes. */
  onActive: (key: number | null) => void;
  /** Esc with nothing open in the grid. */
  onLeave: (() => void) | undefined;
  ref: Ref<TableHandle>;
}

const ROW = 30;
const QUARTER = 34;
const NOTICE = 170;
const browse = { type: 'browse' } as const;
const start: Omit<GridState, 'row'> = { column: gridColumns.indexOf('decided'), mode: browse };

/** The grid of a year: keyboard first, as in Excel. One tab stop; the active cell is told by aria-activedescendant. */
export function RatingGridTable(props: RatingGridTableProps) {
  const { label, rows, editable, quarters, showUnit, ofCollectives, openId, onSet, onOpen, onLeave } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const [place, setPlace] = useState({ ...start, key: rows[0]?.key ?? 0 });
  // The person stays the active one when the search or a refresh moves the rows.
  const state: GridState = {
    ...place,
    row: Math.max(
      0,
      rows.findIndex((row) => row.key === place.key),
    ),
  };
  const activeRow = rows[state.row];
  const column = columnAt(state.column);
  const activeKey = activeRow?.key ?? null;
  const { onActive } = props;
  useEffect(() => onActive(activeKey), [activeKey, onActive]);

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
    scrollPaddingStart: 44,
    // The notice of the last change lies over the lowest rows: the active one stays above it.
    paddingEnd: NOTICE,
    scrollPaddingEnd: NOTICE,
    getItemKey: (index) => rows[index]?.key ?? index,
  });
  useImperativeHandle(props.ref, () => ({ focus: () => scroller.current?.focus() }), []);

  /** A text closes once: moving the focus away from its field would close it again. */
  const textOpen = useRef(false);
  const setState = (next: GridState) => {
    textOpen.current = next.mode.type === 'edit';
    const key = rows[next.row]?.key ?? place.key;
    setPlace({ column: next.column, mode: next.mode, key });
    if (next.row === state.row && next.column === state.column) return;
    virtualizer.scrollToIndex(next.row, { align: 'auto' });
    // The panel follows once it is open.
    if (openId !== null && next.row !== state.row) onOpen(key);
  };
  const activeId = `${id}-${state.row}-${state.column}`;
  useEffect(() => {
    document.getElementById(activeId)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [activeId]);

  const toldReading = useRef<number | null>(null);
  const mayEdit = (row: GridRow, target: GridColumn): boolean => {
    if (!editable) {
      if (props.reading)
        toldReading.current = notifyInfo(ratingsText.stillReading, {
          detail: ratingsText.stillReadingText,
          replaces: toldReading.current,
        });
      return false;
    }
    if (target !== 'unratedReason' || row.decidedLevel === null) return true;
    notifyInfo(ratingsText.reasonBlocked);
    return false;
  };

  const setLevel = (level: GridRow['decidedLevel']) => {
    if (!activeRow || !isStage(column) || levelOf(activeRow, column) === level) return;
    onSet(activeRow, { field: column, level });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current || event.nativeEvent.isComposing || !activeRow) return;
    const { key, ctrlKey: ctrl, shiftKey: shift, altKey: alt } = event;
    const step = gridKey(
      state,
      { key, ctrl, shift, alt },
      {
        rows: rows.length,
        pageRows: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW) - 3),
        level: isStage(column) ? levelOf(activeRow, column) : null,
      },
    );
    if (!step) return;
    const opens = step.state.mode.type !== 'browse' && state.mode.type === 'browse';
    const writes = step.effect?.type === 'level' || step.effect?.type === 'clearText';
    if ((opens || writes) && !mayEdit(activeRow, column)) {
      event.preventDefault();
      return;
    }
    if (step.takeKey) event.preventDefault();
    // The field must hold the focus before the letter that opened it arrives.
    flushSync(() => setState(step.state));
    switch (step.effect?.type) {
      case 'level':
        setLevel(step.effect.level);
        break;
      case 'noLevel':
        notifyInfo(levelNotInRule(props.rule));
        break;
      case 'clearText':
        if (isTextColumn(column) && activeRow[column] !== '') onSet(activeRow, { field: column, text: '' });
        break;
      case 'openPerson':
        onOpen(activeRow.key);
        break;
      case 'leave':
        if (onLeave) onLeave();
        else document.getElementById('page')?.focus();
        break;
      case undefined:
        break;
    }
  };

  const onTextKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const { key, ctrlKey: ctrl, shiftKey: shift, altKey: alt } = event;
    const step = textKey(state, { key, ctrl, shift, alt }, rows.length);
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    closeText(step.save ? event.currentTarget.value : null, step.row, step.column);
    scroller.current?.focus();
  };
  /** null gives the typed text up. */
  const closeText = (text: string | null, row = state.row, nextColumn = state.column) => {
    if (!textOpen.current || !activeRow || !isTextColumn(column)) return;
    setState({ row, column: nextColumn, mode: browse });
    if (text !== null && text.trim() !== activeRow[column])
      onSet(activeRow, { field: column, text: text.trim() });
  };

  const clickCell = (row: number, target: number, twice: boolean) => {
    const clicked = rows[row];
    const targetColumn = columnAt(target);
    const again = row === state.row && target === state.column;
    const isOpen = state.mode.type !== 'browse';
    scroller.current?.focus();
    if (!clicked) return;
    let mode: GridState['mode'] = browse;
    if (targetColumn === 'person') onOpen(clicked.key);
    // A second click on a level opens the choice; a text opens by two clicks, as in Excel.
    else if (isStage(targetColumn) && again && !isOpen && mayEdit(clicked, targetColumn)) {
      mode = { type: 'choose', choice: choiceOfLevel(levelOf(clicked, targetColumn)) };
    } else if (isTextColumn(targetColumn) && twice && mayEdit(clicked, targetColumn))
      mode = { type: 'edit', fresh: false };
    setState({ row, column: target, mode });
  };

  const items = virtualizer.getVirtualItems();
  const activeItem = items.find((item) => item.index === state.row);
  const cellId = (row: number, target: number) => `${id}-${row}-${target}`;
  const choosing = state.mode.type === 'choose';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot hold virtual rows
    <div
      ref={scroller}
      className={classes(tableStyles.scroller, styles.grid)}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-readonly={!editable}
      aria-activedescendant={
        state.mode.type === 'choose'
          ? `${id}-choice-${state.mode.choice}`
          : activeItem
            ? cellId(state.row, state.column)
            : undefined
      }
      data-unit={showUnit}
      data-quarters={quarters.length > 0}
      style={{
        '--number': `${numberColumnWidth(rows.length)}px`,
        '--quarter-columns': quarters.length === 0 ? undefined : quarters.map(() => `${QUARTER}px`).join(' '),
        '--quarters-width': `${quarters.length * QUARTER}px`,
      }}
      onKeyDown={onKeyDown}
    >
      <GridHead quarters={quarters} showUnit={showUnit} ofCollectives={ofCollectives} />
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div className={tableStyles.rows} role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          return (
            row && (
              <RatingGridRow
                key={item.key}
                row={row}
                index={item.index}
                top={item.start}
                quarters={quarters}
                showUnit={showUnit}
                open={row.key === openId}
                activeColumn={item.index === state.row ? state.column : null}
                editing={item.index === state.row && state.mode.type === 'edit' ? state.mode : null}
                cellId={cellId}
                onCell={clickCell}
                onTextKey={onTextKey}
                onTextBlur={closeText}
              />
            )
          );
        })}
        {choosing && activeRow && isStage(column) && activeItem && (
          <LevelChoice
            id={`${id}-choice`}
            label={ratingsText.choose(ratingFieldLabels[column], activeRow.name)}
            anchorId={cellId(state.row, state.column)}
            top={activeItem.start}
            choice={state.mode.type === 'choose' ? state.mode.choice : 0}
            onChoose={(level) => {
              setState({ ...state, mode: browse });
              setLevel(level);
              scroller.current?.focus();
            }}
            onAside={() => setState({ ...state, mode: browse })}
          />
        )}
      </div>
    </div>
  );
}
