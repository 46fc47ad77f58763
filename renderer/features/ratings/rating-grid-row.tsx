import type { KeyboardEvent } from 'react';
import { periodNames } from '../../../db/contract/vi/cycles.ts';
import { formatNumber } from '../../../db/contract/vi/numbers.ts';
import { officialsText } from '../../../db/contract/vi/officials.ts';
import { ratingRulesText } from '../../../db/contract/vi/rating-rules-screen.ts';
import {
  ratingFieldLabels,
  ratingLevelMarks,
  ratingLevelNames,
  ratingLevelShortNames,
  unratedName,
} from '../../../db/contract/vi/ratings.ts';
import { classes } from '../../components/classes.ts';
import tableStyles from '../../components/table.module.css';
import { formatDate } from '../../lib/format.ts';
import { levelName } from '../../lib/level-name.ts';
import { ConditionMarkCell } from './condition-mark.tsx';
import { gridColumns, levelOf, type TextColumn } from './grid-columns.ts';
import type { GridRow } from './grid-row.ts';
import styles from './rating-grid-table.module.css';

interface RatingGridRowProps {
  row: GridRow;
  index: number;
  top: number;
  quarters: readonly number[];
  showUnit: boolean;
  /** Its person stands in the panel. */
  open: boolean;
  /** Of `gridColumns`; null when another row is the active one. */
  activeColumn: number | null;
  editing: { fresh: boolean } | null;
  cellId: (row: number, column: number) => string;
  onCell: (row: number, column: number, twice: boolean) => void;
  onTextKey: (event: KeyboardEvent<HTMLInputElement>) => void;
  onTextBlur: (text: string) => void;
}

const columnIndex = { person: 0, self: 1, proposed: 2, decided: 3, unratedReason: 4, note: 5 } as const;

export function RatingGridRow(props: RatingGridRowProps) {
  const { row, index, top, quarters, showUnit, open, activeColumn } = props;
  /** What every cell that the keys reach has in common. */
  const cell = (column: number, className?: string) => ({
    id: props.cellId(index, column),
    className: classes(
      tableStyles.cell,
      styles.cell,
      column === activeColumn && styles.activeCell,
      className,
    ),
    role: 'gridcell',
    'aria-selected': column === activeColumn,
    'data-active-cell': column === activeColumn,
    onClick: () => props.onCell(index, column, false),
    onDoubleClick: () => props.onCell(index, column, true),
  });
  const text = (field: TextColumn) => {
    const column = gridColumns.indexOf(field);
    const editing = column === activeColumn ? props.editing : null;
    return (
      <div {...cell(column, styles.text)} title={editing ? undefined : row[field]}>
        {editing ? (
          <input
            className={styles.input}
            type="text"
            aria-label={`${ratingFieldLabels[field]}: ${row.name}`}
            autoComplete="off"
            spellCheck={false}
            maxLength={field === 'note' ? 500 : 300}
            defaultValue={editing.fresh ? '' : row[field]}
            // biome-ignore lint/a11y/noAutofocus: the person opened the cell to type in it
            autoFocus
            onFocus={(event) => event.target.setSelectionRange(500, 500)}
            onClick={(event) => event.stopPropagation()}
            onDoubleClick={(event) => event.stopPropagation()}
            onKeyDown={props.onTextKey}
            onBlur={(event) => props.onTextBlur(event.target.value)}
          />
        ) : (
          row[field]
        )}
      </div>
    );
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: a table element cannot hold virtual rows; the grid holds the focus
    <div
      className={classes(tableStyles.row, activeColumn !== null && styles.activeRow)}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={open}
      style={{ transform: `translateY(${top}px)` }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above */}
      <div
        className={classes(tableStyles.cell, styles.number, tableStyles.frozen, tableStyles.right)}
        role="gridcell"
      >
        {formatNumber(index + 1)}
      </div>
      <div
        {...cell(columnIndex.person, classes(styles.person, tableStyles.frozen, tableStyles.strong))}
        title={[row.name, formatDate(row.birthDate), row.organizationName].filter(Boolean).join(' · ')}
      >
        {row.name}
        <span className="visually-hidden"> – {officialsText.openPerson}</span>
      </div>
      {showUnit && (
        // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above
        <div className={classes(tableStyles.cell, styles.aside)} role="gridcell" title={row.organizationName}>
          {row.organizationName}
        </div>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above */}
      <div className={classes(tableStyles.cell, styles.aside)} role="gridcell" title={row.detail}>
        {row.detail}
      </div>
      {(['self', 'proposed', 'decided'] as const).map((stage) => {
        const level = levelOf(row, stage);
        return (
          <div
            key={stage}
            {...cell(columnIndex[stage], stage === 'decided' ? styles.decided : undefined)}
            title={level === null ? undefined : ratingLevelNames[level]}
          >
            {level !== null ? (
              ratingLevelShortNames[level]
            ) : stage === 'decided' ? (
              <span className={styles.unrated}>{unratedName}</span>
            ) : (
              ''
            )}
          </div>
        );
      })}
      {quarters.map((quarter, at) => {
        const level = row.quarterLevels[at] ?? null;
        const named = ratingRulesText.quarterLevel(periodNames[quarter] ?? '', levelName(level));
        return (
          // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above
          <div
            key={quarter}
            className={classes(tableStyles.cell, styles.quarter)}
            role="gridcell"
            title={named}
            aria-label={named}
          >
            {level === null ? '–' : ratingLevelMarks[level]}
          </div>
        );
      })}
      <ConditionMarkCell mark={row.mark} />
      {text('unratedReason')}
      {text('note')}
    </div>
  );
}
