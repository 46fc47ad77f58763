import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Period } from '../../../db/contract/cycles.ts';
import type { RatingDetail } from '../../../db/contract/ratings.ts';
import { ratingRulesText as text } from '../../../db/contract/vi/rating-rules-screen.ts';
import { hasUnsaved } from '../../app/router.ts';
import { Button } from '../../components/button.tsx';
import { DetailPanel, PanelSection } from '../../components/detail-panel.tsx';
import { FailedState, Loading } from '../../components/state.tsx';
import { call } from '../../lib/api.ts';
import { formatDate } from '../../lib/format.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { ConditionsList } from './conditions-list.tsx';
import { FactsForm } from './facts-form.tsx';
import { collectiveOf, type GridRow, type RatingTable } from './grid-row.ts';
import { QuarterLevels } from './quarter-levels.tsx';
import { ScoresForm } from './scores-form.tsx';
import { StaffRating } from './staff-rating.tsx';
import { VersionsList } from './versions-list.tsx';

interface RatingPanelProps {
  table: RatingTable;
  period: Period;
  row: GridRow;
  onClose: () => void;
  /** Shows the person of this key instead; null for a collective. */
  onPerson: ((key: number) => void) | null;
}

const loadDetail = (table: RatingTable, period: Period, key: number): Promise<RatingDetail> =>
  table === 'collective'
    ? call('collectives.conditions', { ...period, ...collectiveOf(key) })
    : call('ratings.conditions', { ...period, officialId: key, kind: table });

/** The rules at hand for one row: conditions with their articles, what the office enters for them, points, history. */
export function RatingPanel({ table, period, row: wanted, onClose, onPerson }: RatingPanelProps) {
  // What is being typed about one row is not dropped because the grid moved on to the next.
  const [row, setRow] = useState(wanted);
  if (row !== wanted && (row.key === wanted.key || !hasUnsaved())) setRow(wanted);
  const queryClient = useQueryClient();
  const detail = useQuery({
    queryKey: queryKeys.ratingDetail(period, table, row.key),
    queryFn: () => loadDetail(table, period, row.key),
  });
  const refresh = async () => {
    await queryClient.refetchQueries({ queryKey: queryKeys.ratingPeriod(period) });
    await queryClient.refetchQueries({ queryKey: queryKeys.ratingDetail(period, table, row.key) });
  };
  const subject = { table, period, row, refresh };
  // What is typed belongs to one row in one period.
  const formKey = `${period.year} ${period.quarter} ${row.key}`;
  return (
    <DetailPanel
      title={row.name}
      subtitle={[row.detail, formatDate(row.birthDate)].filter((part) => part !== '').join(' · ')}
      onClose={onClose}
      actions={
        onPerson ? (
          <Button small onClick={() => onPerson(row.key)}>
            {text.openPerson}
          </Button>
        ) : undefined
      }
    >
      {detail.isError ? (
        <FailedState error={detail.error} onRetry={() => void detail.refetch()} />
      ) : !detail.data ? (
        <Loading />
      ) : (
        <>
          <PanelSection title={text.conditionsTitle}>
            <ConditionsList detail={detail.data} />
          </PanelSection>
          {detail.data.quarters.length > 0 && (
            <PanelSection title={text.quartersTitle}>
              <QuarterLevels quarters={detail.data.quarters} />
            </PanelSection>
          )}
          <PanelSection title={text.factsTitle}>
            <FactsForm key={formKey} subject={subject} detail={detail.data} />
            {table !== 'collective' && detail.data.staff && (
              <StaffRating key={formKey} subject={subject} staff={detail.data.staff} />
            )}
          </PanelSection>
          {detail.data.scoring && (
            <PanelSection title={text.scoresTitle}>
              <ScoresForm key={formKey} subject={subject} detail={detail.data} />
            </PanelSection>
          )}
          <PanelSection title={text.historyTitle}>
            <VersionsList history={detail.data.history} />
          </PanelSection>
        </>
      )}
    </DetailPanel>
  );
}
