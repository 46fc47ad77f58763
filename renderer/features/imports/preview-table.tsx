import { useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { importsText, rowOutcomeNames } from '../../../db/contract/vi/imports.ts';
import { shortRowName } from '../../../db/contract/vi/sheet-rows.ts';
import { FailedState, Loading } from '../../components/state.tsx';
import { type Column, type TableHandle, VirtualTable } from '../../components/virtual-table.tsx';
import { call } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { usePaged } from '../../lib/use-paged.ts';
import styles from './imports.module.css';
import { outcomeIcons } from './outcomes.ts';
import { PreviewCell } from './preview-cell.tsx';
import type { PreviewFilter, PreviewRow } from './preview-filter.tsx';
import { decide } from './preview-flow.ts';
import { editText, isSensitiveKey, type ValueKey, valueLabels } from './preview-values.ts';
import { problemTexts } from './problem-texts.ts';
import { indexOfPlace, type RowPlace } from './row-place.ts';

interface PreviewTableProps {
  previewId: string;
  /** Counts the decisions, so that rows are fetched again after each. */
  revision: number;
  filter: PreviewFilter;
  /** What a row is called by. */
  nameKey: ValueKey;
  /** Letters of the columns whose values are masked, null when all is shown. */
  masked: ReadonlySet<string> | null;
  keys: readonly ValueKey[];
  /** Whether sensitive values are shown. */
  revealed: boolean;
  onReveal: () => void;
  openRow: number | null;
  onOpenRow: (row: PreviewRow | null) => void;
  /** The row that is open, as it is after a decision. */
  onRowChanged: (row: PreviewRow) => void;
}

interface Edit {
  row: number;
  field: ValueKey;
  /** To begin with. */
  text: string;
  /** What stands there. */
  was: string;
}

/** The rows of a preview as a grid: arrows move over cells, F2 or typing mends one, as in Excel. */
export function PreviewTable(props: PreviewTableProps) {
  const { previewId, revision, filter, nameKey, keys, revealed, openRow, onOpenRow, onRowChanged } = props;
  const [cursor, setCursor] = useState<RowPlace>({ index: 0, row: null });
  const [field, setField] = useState<ValueKey>(nameKey);
  const [edit, setEdit] = useState<Edit | null>(null);
  const table = useRef<TableHandle>(null);
  const frame = useRef<HTMLDivElement>(null);
  const list = usePaged<PreviewRow>({
    key: `${previewId}-${JSON.stringify(filter)}`,
    queryKey: (offset) => queryKeys.previewPage(previewId, revision, filter, offset),
    fetch: (offset, limit) => call('imports.previewRows', { previewId, ...filter, offset, limit }),
  });
  const { total, rowAt } = list;
  const at = Math.max(0, Math.min(indexOfPlace(cursor, rowAt), (total ?? 1) - 1));
  const setActive = (index: number) => setCursor({ index, row: rowAt(index)?.row ?? null });
  // Rows of the filter before are not acted on any more.
  const activeRow = list.current ? rowAt(at) : undefined;
  const fields = useMemo<ValueKey[]>(
    () => [nameKey, ...keys.filter((key) => key !== nameKey)],
    [nameKey, keys],
  );

  // The panel shows the row as it is after the last decision.
  useEffect(() => {
    if (activeRow !== undefined && openRow === activeRow.row) onRowChanged(activeRow);
  }, [activeRow, openRow, onRowChanged]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cell comes into sight when it becomes another
  useEffect(() => {
    frame.current
      ?.querySelector('[data-active-cell]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [field]);

  const begin = (text: string | null) => {
    if (activeRow === undefined) return;
    if (isSensitiveKey(field) && !revealed) props.onReveal();
    const was = editText(field, activeRow);
    // At once, so that the very key that began the edit is typed into the field.
    flushSync(() => setEdit({ row: activeRow.row, field, text: text ?? was, was }));
  };
  const end = (text: string | null, then: 'stay' | 'down' | 'right' | 'left' = 'stay') => {
    const before = edit;
    setEdit(null);
    table.current?.focus();
    if (before !== null && text !== null && text !== before.was)
      void decide({ type: 'cell', row: before.row, field: before.field, text });
    if (then === 'down') setActive(Math.min(at + 1, (total ?? 1) - 1));
    else if (then !== 'stay') step(then === 'right' ? 1 : -1);
  };
  const step = (by: number) => {
    const next = fields[fields.indexOf(field) + by];
    if (next !== undefined) setField(next);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (edit !== null || event.nativeEvent.isComposing || !isGrid(event.target)) return;
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') step(event.key === 'ArrowRight' ? 1 : -1);
    else if (event.key === 'F2') begin(null);
    else if (event.key === 'Delete' && isPlain && activeRow)
      void decide({ type: 'cell', row: activeRow.row, field, text: '' });
    else if (isPlain && event.key.length === 1 && event.key !== ' ') {
      begin('');
      return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const columns = columnsOf(fields, revealed, props.masked, {
    row: activeRow?.row ?? null,
    field,
    edit,
    onEnd: end,
  });
  if (list.error !== null) return <FailedState error={list.error} onRetry={list.retry} />;
  if (total === null) return <Loading />;
  if (total === 0) return <p className={styles.noRows}>{importsText.noRowsInFilter}</p>;
  return (
    <div
      ref={frame}
      className={styles.grid}
      onKeyDownCapture={onKeyDown}
      onMouseDownCapture={(event) => {
        const clicked = fieldOfTarget(event.target, fields);
        if (clicked !== null) setField(clicked);
      }}
      onDoubleClickCapture={(event) => {
        if (edit === null && fieldOfTarget(event.target, fields) !== null) begin(null);
      }}
    >
      <VirtualTable
        ref={table}
        label={importsText.previewTable}
        columns={columns}
        count={total}
        rowAt={rowAt}
        current={list.current}
        rowKey={(index) => rowAt(index)?.row ?? `row-${index}`}
        active={at}
        onActive={(index) => {
          setActive(index);
          const row = rowAt(index);
          if (openRow !== null && row) onOpenRow(row);
        }}
        onOpen={(index) => onOpenRow(rowAt(index) ?? null)}
        onEscape={openRow === null ? undefined : () => onOpenRow(null)}
        onRange={list.onRange}
      />
    </div>
  );
}

const isGrid = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.getAttribute('role') === 'grid';

function fieldOfTarget(target: EventTarget, fields: readonly ValueKey[]): ValueKey | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-field]') : null;
  return fields.find((field) => field === cell?.dataset.field) ?? null;
}

const widths: Partial<Record<ValueKey, number>> = {
  birthDate: 100,
  gender: 80,
  organization: 190,
  admittedOn: 116,
  fullMemberOn: 120,
  partyCardNo: 130,
  citizenId: 130,
  selfLevel: 200,
  proposedLevel: 200,
  decidedLevel: 200,
  unratedReason: 170,
};

interface CellState {
  row: number | null;
  field: ValueKey;
  edit: Edit | null;
  onEnd: (text: string | null, then?: 'stay' | 'down' | 'right' | 'left') => void;
}

function columnsOf(
  fields: readonly ValueKey[],
  revealed: boolean,
  masked: ReadonlySet<string> | null,
  state: CellState,
): Array<Column<PreviewRow>> {
  const cell = (key: ValueKey) => (row: PreviewRow) => (
    <PreviewCell
      row={row}
      field={key}
      masked={isSensitiveKey(key) && !revealed}
      active={state.row === row.row && state.field === key}
      editing={state.edit?.row === row.row && state.edit.field === key ? state.edit.text : null}
      onEnd={state.onEnd}
    />
  );
  const [name = 'fullName', ...others] = fields;
  return [
    {
      id: 'row',
      title: importsText.rowNumber,
      width: 76,
      align: 'right',
      frozen: true,
      render: ({ row }) => shortRowName(row),
      tip: ({ row }) => importsText.rowTitle(row),
    },
    { id: name, title: valueLabels[name], width: 178, frozen: true, render: cell(name) },
    {
      id: 'outcome',
      title: importsText.outcome,
      width: 132,
      render: ({ class: outcome }) => {
        const Icon = outcomeIcons[outcome];
        return (
          <span className={styles.state} data-outcome={outcome}>
            <Icon size={16} aria-hidden />
            {rowOutcomeNames[outcome]}
          </span>
        );
      },
    },
    {
      id: 'problems',
      title: importsText.problems,
      width: 170,
      render: (row) => problemTexts(row.problems, masked).join(' '),
      tip: (row) => problemTexts(row.problems, masked).join('\n'),
    },
    ...others.map(
      (key): Column<PreviewRow> => ({
        id: key,
        title: valueLabels[key],
        width: widths[key] ?? 150,
        render: cell(key),
      }),
    ),
  ];
}
