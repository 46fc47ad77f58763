import { useMemo, useState } from 'react';
import type { PreviewRow, RowOutcome } from '../../../db/contract/imports.ts';
import { importsText, rowOutcomeNames } from '../../../db/contract/vi/imports.ts';
import { officialFieldLabels } from '../../../db/contract/vi/officials.ts';
import { FailedState, Loading } from '../../components/state.tsx';
import tableStyles from '../../components/table.module.css';
import { type Column, VirtualTable } from '../../components/virtual-table.tsx';
import { call } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { usePaged } from '../../lib/use-paged.ts';
import styles from './imports.module.css';
import { outcomeIcons } from './outcomes.ts';
import { isSensitiveKey, labelOfKey, type ValueKey, valueLabels, valueText } from './preview-values.ts';

interface PreviewTableProps {
  previewId: string;
  filter: RowOutcome | null;
  keys: readonly ValueKey[];
  /** Whether sensitive values are shown. */
  revealed: boolean;
  openRow: PreviewRow | null;
  onOpenRow: (row: PreviewRow | null) => void;
}

export function PreviewTable(props: PreviewTableProps) {
  const { previewId, filter, keys, revealed, openRow, onOpenRow } = props;
  const [active, setActive] = useState(0);
  const list = usePaged<PreviewRow>({
    key: `${previewId}-${filter}`,
    queryKey: (offset) => queryKeys.previewPage(previewId, filter, offset),
    fetch: (offset, limit) => call('imports.previewRows', { previewId, class: filter, offset, limit }),
  });
  const columns = useMemo(() => columnsOf(keys, revealed), [keys, revealed]);
  const { total } = list;

  if (list.error !== null) return <FailedState error={list.error} onRetry={list.retry} />;
  if (total === null) return <Loading />;
  if (total === 0) return <p className={styles.noRows}>{importsText.noRowsInFilter}</p>;
  return (
    <VirtualTable
      label={importsText.previewTable}
      columns={columns}
      count={total}
      rowAt={list.rowAt}
      rowKey={(index) => list.rowAt(index)?.row ?? `row-${index}`}
      active={Math.min(active, total - 1)}
      onActive={(index) => {
        setActive(index);
        const row = list.rowAt(index);
        if (openRow !== null && row) onOpenRow(row);
      }}
      onOpen={(index) => onOpenRow(list.rowAt(index) ?? null)}
      onEscape={openRow === null ? undefined : () => onOpenRow(null)}
      onRange={list.onRange}
    />
  );
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

function columnsOf(keys: readonly ValueKey[], revealed: boolean): Array<Column<PreviewRow>> {
  return [
    {
      id: 'row',
      title: importsText.rowNumber,
      width: 58,
      align: 'right',
      frozen: true,
      render: ({ row }) => row,
    },
    {
      id: 'fullName',
      title: officialFieldLabels.fullName,
      width: 178,
      frozen: true,
      render: (row) => <span className={tableStyles.strong}>{row.values.fullName ?? ''}</span>,
      tip: (row) => row.values.fullName ?? '',
    },
    {
      id: 'outcome',
      title: importsText.outcome,
      width: 130,
      render: (row) => <Outcome outcome={row.class} />,
    },
    {
      id: 'problems',
      title: importsText.problems,
      width: 150,
      render: (row) => row.problems.map((problem) => problem.message).join(' '),
      tip: (row) => row.problems.map((problem) => problem.message).join('\n'),
    },
    ...keys.map(
      (key): Column<PreviewRow> => ({
        id: key,
        title: valueLabels[key],
        width: widths[key] ?? 150,
        render: (row) => <Value row={row} field={key} masked={isSensitiveKey(key) && !revealed} />,
        tip: (row) => (isSensitiveKey(key) && !revealed ? '' : tipOf(row, key)),
      }),
    ),
  ];
}

function Outcome({ outcome }: { outcome: RowOutcome }) {
  const Icon = outcomeIcons[outcome];
  return (
    <span className={styles.state} data-outcome={outcome}>
      <Icon size={16} aria-hidden />
      {rowOutcomeNames[outcome]}
    </span>
  );
}

/** A changed value shows both: the old one struck out, then the new one. */
function Value({ row, field, masked }: { row: PreviewRow; field: ValueKey; masked: boolean }) {
  const value = valueText(field, row.values[field]);
  if (masked) return value === '' ? '' : '•••';
  if (!Object.hasOwn(row.before, field)) return value;
  return (
    <>
      <del className={styles.old}>{valueText(field, row.before[field]) || importsText.emptyValue}</del>
      {' → '}
      <ins className={styles.new}>{value || importsText.emptyValue}</ins>
    </>
  );
}

function tipOf(row: PreviewRow, key: ValueKey): string {
  const value = valueText(key, row.values[key]);
  if (!Object.hasOwn(row.before, key)) return value;
  return `${labelOfKey(key)}: ${valueText(key, row.before[key]) || importsText.emptyValue} → ${value || importsText.emptyValue}`;
}
