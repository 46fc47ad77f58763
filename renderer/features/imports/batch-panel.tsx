import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BatchRow } from '../../../db/contract/import-batches.ts';
import type { ImportDecisions } from '../../../db/contract/import-decisions.ts';
import type { ImportBatch } from '../../../db/contract/imports.ts';
import { importsText } from '../../../db/contract/vi/imports.ts';
import { confirmTextsOf, previewText } from '../../../db/contract/vi/imports-preview.ts';
import { shortRowName } from '../../../db/contract/vi/sheet-rows.ts';
import type { ImportKind } from '../../../db/contract/workbooks.ts';
import { DetailPanel, PanelSection } from '../../components/detail-panel.tsx';
import { FailedState, Loading } from '../../components/state.tsx';
import { type Column, VirtualTable } from '../../components/virtual-table.tsx';
import { call } from '../../lib/api.ts';
import { formatMoment } from '../../lib/format.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { usePaged } from '../../lib/use-paged.ts';
import styles from './imports.module.css';

/** One past import: what was decided, and where each of its rows went. */
export function BatchPanel({ batch, onClose }: { batch: ImportBatch; onClose: () => void }) {
  const detail = useQuery({
    queryKey: queryKeys.importBatch(batch.id),
    queryFn: () => call('imports.batch', { batchId: batch.id }),
  });
  return (
    <DetailPanel
      title={batch.fileName}
      subtitle={`${previewText.batchSheet(batch.sheetName)} · ${formatMoment(batch.at)} · ${batch.by}`}
      onClose={onClose}
      flush
    >
      <div className={styles.batchHead}>
        <PanelSection title={previewText.batchDecisions}>
          {detail.isError ? (
            <FailedState error={detail.error} onRetry={() => void detail.refetch()} />
          ) : (
            <ul className={styles.problems}>
              {(detail.data ? decisionLines(detail.data.decisions, batch.kind) : []).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </PanelSection>
        <h3>{previewText.batchRows}</h3>
      </div>
      <BatchRows batchId={batch.id} />
    </DetailPanel>
  );
}

function decisionLines(
  { cells, rows, units, policies, confirmed }: ImportDecisions,
  kind: ImportKind,
): string[] {
  const lines = [
    ...(cells.length > 0 ? [previewText.batchFixes(cells.length)] : []),
    ...(rows.length > 0 ? [previewText.batchChoices(rows.length)] : []),
    ...(units.length > 0 ? [previewText.batchUnits(units.length)] : []),
    ...(policies.length > 0 ? [previewText.batchPolicies(policies.length)] : []),
    ...(confirmed === 'all' || confirmed.length > 0 ? [confirmTextsOf(kind).decided] : []),
  ];
  return lines.length > 0 ? lines : [previewText.batchNoDecisions];
}

function BatchRows({ batchId }: { batchId: number }) {
  const [active, setActive] = useState(0);
  const list = usePaged<BatchRow>({
    key: String(batchId),
    queryKey: (offset) => queryKeys.importBatchPage(batchId, offset),
    fetch: (offset, limit) => call('imports.batchRows', { batchId, offset, limit }),
  });
  const { total, rowAt } = list;
  if (list.error !== null) return <FailedState error={list.error} onRetry={list.retry} />;
  if (total === null) return <Loading />;
  return (
    <VirtualTable
      label={previewText.batchRows}
      columns={columns}
      count={total}
      rowAt={rowAt}
      rowKey={(index) => index}
      active={Math.min(active, Math.max(0, total - 1))}
      onActive={setActive}
      onRange={list.onRange}
    />
  );
}

const stateOf = ({ name, kept, added }: BatchRow): string =>
  name === '' ? previewText.gone : kept ? previewText.kept : added ? previewText.added : previewText.changed;

const columns: ReadonlyArray<Column<BatchRow>> = [
  {
    id: 'row',
    title: importsText.rowNumber,
    width: 76,
    align: 'right',
    render: ({ row }) => (row === null ? '' : shortRowName(row)),
    tip: ({ row }) => (row === null ? '' : importsText.rowTitle(row)),
  },
  {
    id: 'name',
    title: previewText.batchRows,
    width: 170,
    grow: 1,
    render: ({ name, entity }) => (entity === 'official' ? name : `${previewText.entities[entity]}: ${name}`),
    tip: ({ name }) => name,
  },
  { id: 'state', title: importsText.historyState, width: 120, render: stateOf },
];
