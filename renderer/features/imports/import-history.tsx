import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportBatch } from '../../../db/contract/imports.ts';
import { importKindNames, importsText } from '../../../db/contract/vi/imports.ts';
import { previewText } from '../../../db/contract/vi/imports-preview.ts';
import type { ImportKind } from '../../../db/contract/workbooks.ts';
import { notifyError } from '../../app/notifier/notices.ts';
import { useScope } from '../../app/scope.ts';
import { Button } from '../../components/button.tsx';
import { FailedState } from '../../components/state.tsx';
import { call } from '../../lib/api.ts';
import { formatMoment } from '../../lib/format.ts';
import { matcherOf } from '../../lib/matches.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { importKinds } from './import-choice.ts';
import styles from './imports.module.css';
import { undoImport } from './undo-flow.ts';

/** Past imports, the latest first, each with its undo; one opened shows where its rows went. */
export function ImportHistory({ onOpen }: { onOpen: (batch: ImportBatch) => void }) {
  const { search } = useScope();
  const [kind, setKind] = useState<ImportKind | null>(null);
  const [onlyStanding, setOnlyStanding] = useState(false);
  const history = useQuery({ queryKey: queryKeys.imports, queryFn: () => call('imports.list', {}) });
  const matches = matcherOf(search);
  const batches = history.data?.batches.filter(
    (batch) =>
      matches(batch.fileName) &&
      (kind === null || batch.kind === kind) &&
      (!onlyStanding || batch.undoneAt === null),
  );
  return (
    <section className={styles.history} aria-labelledby="import-history">
      <div className={styles.historyHead}>
        <h2 id="import-history" className={styles.sectionTitle}>
          {importsText.historyTitle}
        </h2>
        {(history.data?.batches.length ?? 0) > 0 && (
          <>
            <select
              className={styles.problemSelect}
              aria-label={previewText.historyFilter}
              value={kind ?? ''}
              onChange={(event) => setKind(importKinds.find((each) => each === event.target.value) ?? null)}
            >
              <option value="">{previewText.historyAllKinds}</option>
              {importKinds.map((each) => (
                <option key={each} value={each}>
                  {importKindNames[each]}
                </option>
              ))}
            </select>
            <Button small aria-pressed={onlyStanding} onClick={() => setOnlyStanding(!onlyStanding)}>
              {previewText.historyOnlyStanding}
            </Button>
          </>
        )}
      </div>
      {history.isError ? (
        <FailedState error={history.error} onRetry={() => void history.refetch()} />
      ) : batches === undefined ? null : batches.length === 0 ? (
        <p className={styles.muted}>
          {importsText.historyEmptyTitle}. {importsText.historyEmptyText}
        </p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{importsText.historyAt}</th>
              <th>{importsText.historyFile}</th>
              <th>{importsText.historyKind}</th>
              <th>{importsText.historyCounts}</th>
              <th>{importsText.historyBy}</th>
              <th>{importsText.historyState}</th>
              <th aria-label={importsText.undoImport} />
            </tr>
          </thead>
          <tbody>
            {batches.map((batch) => (
              <BatchLine key={batch.id} batch={batch} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function stateText({ undoneAt, keptRows }: ImportBatch): string {
  if (undoneAt === null) return importsText.stateDone;
  return keptRows > 0
    ? previewText.stateUndoneKept(formatMoment(undoneAt), keptRows)
    : importsText.stateUndone(formatMoment(undoneAt));
}

function BatchLine({ batch, onOpen }: { batch: ImportBatch; onOpen: (batch: ImportBatch) => void }) {
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const undo = async () => {
    setBusy(true);
    try {
      await undoImport(queryClient, batch.id);
    } catch (error) {
      notifyError(error);
    } finally {
      setBusy(false);
    }
  };
  const Icon = batch.undoneAt === null ? IconCheck : IconArrowBackUp;
  return (
    <tr>
      <td className={styles.nowrap}>{formatMoment(batch.at)}</td>
      <td title={batch.sheetName}>{batch.fileName}</td>
      <td>{importsText.previewTitle(importKindNames[batch.kind], batch.year)}</td>
      <td>{importsText.historyCountsText(batch.counts)}</td>
      <td>{batch.by}</td>
      <td>
        <span className={styles.state}>
          <Icon size={16} aria-hidden />
          {stateText(batch)}
        </span>
      </td>
      <td className={styles.historyActs}>
        <Button
          small
          variant="quiet"
          aria-label={previewText.openBatch(batch.fileName)}
          onClick={() => onOpen(batch)}
        >
          {previewText.open}
        </Button>
        {batch.undoneAt === null && (
          <Button
            small
            disabled={busy}
            aria-label={importsText.undoImportOf(batch.fileName)}
            onClick={() => undo()}
          >
            {importsText.undoImport}
          </Button>
        )}
      </td>
    </tr>
  );
}
