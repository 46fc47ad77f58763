import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconHistory from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs';
import IconListSearch from '@tabler/icons-react/dist/esm/icons/IconListSearch.mjs';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OperationList } from '../../../db/contract/organization-operations.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { formatNumber } from '../../../db/contract/vi/numbers.ts';
import { officialsText } from '../../../db/contract/vi/officials.ts';
import {
  operationKindNames,
  operationsText,
  organizationsText,
  stepsText,
} from '../../../db/contract/vi/organizations.ts';
import { notifyError } from '../../app/notifier/notices.ts';
import { setSearch } from '../../app/scope.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState, FailedState, Loading } from '../../components/state.tsx';
import { call } from '../../lib/api.ts';
import { formatDate, formatMoment } from '../../lib/format.ts';
import { matcherOf } from '../../lib/matches.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import styles from './operations-list.module.css';
import { undoOperation } from './undo-operation.ts';

type Operation = OperationList['operations'][number];

export const useOperations = () =>
  useQuery({ queryKey: queryKeys.operations, queryFn: () => call('operations.list', {}) });

/** Every act that changed the tree or moved people, the latest first, each with its way back. */
export function OperationsList({ search }: { search: string }) {
  const list = useOperations();
  if (list.isError) return <FailedState error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Loading />;
  const { operations } = list.data;
  if (operations.length === 0)
    return (
      <EmptyState icon={IconHistory} title={operationsText.emptyTitle}>
        {operationsText.emptyText}
      </EmptyState>
    );
  const matches = matcherOf(search);
  const found = operations.filter(({ kind, units }) =>
    matches([operationKindNames[kind], ...units].join(' ')),
  );
  if (found.length === 0)
    return (
      <EmptyState
        icon={IconListSearch}
        title={organizationsText.notFoundTitle}
        actions={<Button onClick={() => setSearch('')}>{officialsText.clearSearch}</Button>}
      >
        {operationsText.noMatch(search)}
      </EmptyState>
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with the keys
    <section className={styles.scroll} tabIndex={0} aria-label={operationsText.title}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{operationsText.onDay}</th>
            <th scope="col">{operationsText.kind}</th>
            <th scope="col">{operationsText.units}</th>
            <th scope="col" className={styles.number}>
              {operationsText.people}
            </th>
            <th scope="col">{operationsText.at}</th>
            <th scope="col">{operationsText.by}</th>
            <th scope="col">{operationsText.state}</th>
            <th scope="col" aria-label={operationsText.undoColumn} />
          </tr>
        </thead>
        <tbody>
          {found.map((operation) => (
            <OperationRow key={operation.id} operation={operation} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function OperationRow({ operation }: { operation: Operation }) {
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const { id, kind, onDay, units, people, at, by, undoneAt } = operation;
  const what = `${operationKindNames[kind]} (${stepsText.names(units)})`;
  const undo = async () => {
    setBusy(true);
    try {
      await undoOperation(queryClient, id, what);
    } catch (error) {
      notifyError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <tr className={undoneAt === null ? undefined : styles.past}>
      <td className={styles.nowrap}>{formatDate(onDay)}</td>
      <td className={styles.nowrap}>{operationKindNames[kind]}</td>
      <td>{units.join(', ')}</td>
      <td className={styles.number}>{formatNumber(people)}</td>
      <td className={styles.nowrap}>{formatMoment(at)}</td>
      <td>{by}</td>
      <td>
        <span className={styles.state}>
          {undoneAt === null ? (
            <>
              <IconCheck size={16} aria-hidden />
              {operationsText.stands}
            </>
          ) : (
            <>
              <IconArrowBackUp size={16} aria-hidden />
              {operationsText.undone(formatMoment(undoneAt))}
            </>
          )}
        </span>
      </td>
      <td className={styles.end}>
        {undoneAt === null && (
          <Button small disabled={busy} aria-label={operationsText.undo(what)} onClick={() => undo()}>
            {commonText.undo}
          </Button>
        )}
      </td>
    </tr>
  );
}
