import IconCalendarEvent from '@tabler/icons-react/dist/esm/icons/IconCalendarEvent.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { cycleText, periodWords } from '../../../db/contract/vi/cycles.ts';
import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { askBeforeLeaving } from '../../app/router.ts';
import { useScope, useYears } from '../../app/scope.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { EmptyState, FailedState, Loading } from '../../components/state.tsx';
import { call } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useMayWrite } from '../officials/use-may-write.ts';
import { OpenCycle } from './open-cycle.tsx';
import { OpenedCycle } from './opened-cycle.tsx';
import { PeriodSelect } from './period-select.tsx';

/** The cycle of the year in the top bar: opened from its plan, then its people, its days and how far it is. */
export default function CyclePage() {
  const { quarter } = useScope();
  const { year } = useYears();
  const [opening, setOpening] = useState(false);
  const mayWrite = useMayWrite();
  const cycle = useQuery({
    queryKey: queryKeys.cycle(year, quarter),
    queryFn: () => call('cycles.get', { year, quarter }),
  });
  const words = periodWords(year, quarter);
  const found = cycle.data?.cycle ?? null;
  if (found?.openedAt) return <OpenedCycle key={found.id} cycle={found} />;
  return (
    <Page title={pageNames.cycle} head={<PeriodSelect />}>
      {cycle.isError ? (
        <FailedState error={cycle.error} onRetry={() => void cycle.refetch()} />
      ) : !cycle.data ? (
        <Loading />
      ) : opening ? (
        <OpenCycle
          key={`${year}-${quarter}`}
          year={year}
          quarter={quarter}
          onClose={() => askBeforeLeaving(() => setOpening(false))}
          onOpened={() => setOpening(false)}
        />
      ) : (
        <EmptyState
          icon={IconCalendarEvent}
          title={cycleText.notOpenTitle(words)}
          actions={
            mayWrite && (
              <Button variant="primary" onClick={() => setOpening(true)}>
                {cycleText.open}
              </Button>
            )
          }
        >
          {cycleText.notOpenText}
        </EmptyState>
      )}
    </Page>
  );
}
