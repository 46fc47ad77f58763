import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CycleDifference } from '../../../db/contract/cycles.ts';
import { differenceNames, cycleText as text } from '../../../db/contract/vi/cycles.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { Button } from '../../components/button.tsx';
import { CheckList } from '../../components/check-list.tsx';
import { DetailPanel } from '../../components/detail-panel.tsx';
import { TextField } from '../../components/field.tsx';
import { FailedState, Loading } from '../../components/state.tsx';
import { call } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import styles from './cycle.module.css';

interface DifferencesPanelProps {
  year: number;
  quarter: number;
  onClose: () => void;
  onTaken: () => void;
}

const noteOf = (difference: CycleDifference): string => {
  const from = difference.from?.name ?? '';
  const to = difference.to?.name ?? '';
  const where = from !== '' && to !== '' ? text.moved(from, to) : from || to;
  return `${differenceNames[difference.kind]}: ${where}`;
};

/** What the book of people says since the list was drawn; chosen rows follow it, with the reason. */
export function DifferencesPanel({ year, quarter, onClose, onTaken }: DifferencesPanelProps) {
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [reason, setReason] = useState<string>(text.takeReasonDefault);
  const [busy, setBusy] = useState(false);
  const found = useQuery({
    queryKey: queryKeys.cycleDifferences(year, quarter),
    queryFn: () => call('cycles.differences', { year, quarter }),
  });
  const take = async () => {
    setBusy(true);
    try {
      const { changed } = await call('cycles.takeDifferences', {
        year,
        quarter,
        officialIds: [...chosen],
        reason,
      });
      await queryClient.invalidateQueries();
      onTaken();
      notifyDone(text.taken(changed));
    } catch (error) {
      notifyError(error);
    } finally {
      setBusy(false);
    }
  };
  const differences = found.data?.differences ?? [];
  return (
    <DetailPanel title={text.compareTitle} onClose={onClose}>
      {found.isError ? (
        <FailedState error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Loading />
      ) : differences.length === 0 ? (
        <p>{text.noDifference}</p>
      ) : (
        <div className={styles.small}>
          <p className={styles.note}>{text.compareHint}</p>
          <CheckList
            label={text.compareTitle}
            searchLabel={text.name}
            emptyText={text.none}
            items={differences.map((each) => ({ id: each.officialId, label: each.name, note: noteOf(each) }))}
            chosen={chosen}
            onChange={setChosen}
            chooseAll
            notesBelow
          />
          <TextField
            label={text.takeReason}
            maxLength={300}
            value={reason}
            error={reason.trim() === '' ? fieldErrorMessage('REQUIRED') : undefined}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button
            variant="primary"
            disabled={busy || chosen.size === 0 || reason.trim() === ''}
            onClick={() => take()}
          >
            {text.take(chosen.size)}
          </Button>
        </div>
      )}
    </DetailPanel>
  );
}
