import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportBatch } from '../../../db/contract/imports.ts';
import { importKindNames, importsText } from '../../../db/contract/vi/imports.ts';
import { notifyError } from '../../app/notifier/notices.ts';
import { useScope } from '../../app/scope.ts';
import { Button } from '../../components/button.tsx';
import { FailedState } from '../../components/state.tsx';
import { call } from '../../lib/api.ts';
import { formatMoment } from '../../lib/format.ts';
import { matcherOf } from '../../lib/matches.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { undoImport } from './import-flow.ts';
import styles from './imports.module.css';

/** Past imports, the latest first, each with its undo. */
export function ImportHistory() {
  const { search } = useScope();
  const history = useQuery({ queryKey: queryKeys.imports, queryFn: () => call('imports.list', {}) });
  const matches = matcherOf(search);
  const batches = history.data?.batches.filter((batch) => matches(batch.fileName));
  return (
    <section className={styles.history} aria-labelledby="import-history">
      <h2 id="import-history" className={styles.sectionTitle}>
        {importsText.historyTitle}
      </h2>
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
              <BatchRow key={batch.id} batch={batch} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function BatchRow({ batch }: { batch: ImportBatch }) {
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
  return (
    <tr>
      <td className={styles.nowrap}>{formatMoment(batch.at)}</td>
      <td title={batch.sheetName}>{batch.fileName}</td>
      <td>{importsText.previewTitle(importKindNames[batch.kind], batch.year)}</td>
      <td>{importsText.historyCountsText(batch.counts)}</td>
      <td>{batch.by}</td>
      <td>
        <span className={styles.state}>
          {batch.undoneAt === null ? (
            <>
              <IconCheck size={16} aria-hidden />
              {importsText.stateDone}
            </>
          ) : (
            <>
              <IconArrowBackUp size={16} aria-hidden />
              {importsText.stateUndone(formatMoment(batch.undoneAt))}
            </>
          )}
        </span>
      </td>
      <td className={styles.right}>
        {batch.undoneAt === null && (
          <Button
            small
            disabled={busy}
            aria-label={importsText.undoImportOf(batch.fileName)}
            onClick={() => void undo()}
          >
            {importsText.undoImport}
          </Button>
        )}
      </td>
    </tr>
  );
}
