import IconCalendarEvent from '@tabler/icons-react/dist/esm/icons/IconCalendarEvent.mjs';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { periodWords } from '../../../db/contract/vi/cycles.ts';
import { reviewsText as text } from '../../../db/contract/vi/reviews.ts';
import { goTo } from '../../app/router.ts';
import { useScope, useYears } from '../../app/scope.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState, FailedState, Loading } from '../../components/state.tsx';
import { call } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';

export interface PeriodOfPage {
  year: number;
  quarter: number;
}

/** The period of the page, and what stands in its place as long as its cycle is not opened (null: it is). */
export function useOpenedCycle(): PeriodOfPage & { instead: ReactNode } {
  const { quarter } = useScope();
  const { year } = useYears();
  const cycle = useQuery({
    queryKey: queryKeys.cycle(year, quarter),
    queryFn: () => call('cycles.get', { year, quarter }),
  });
  const instead = cycle.isError ? (
    <FailedState error={cycle.error} onRetry={() => void cycle.refetch()} />
  ) : !cycle.data ? (
    <Loading />
  ) : cycle.data.cycle?.openedAt ? null : (
    <EmptyState
      icon={IconCalendarEvent}
      title={text.notOpenTitle(periodWords(year, quarter))}
      actions={
        <Button variant="primary" onClick={() => goTo('cycle')}>
          {text.toCycle}
        </Button>
      }
    >
      {text.notOpenText}
    </EmptyState>
  );
  return { year, quarter, instead };
}
