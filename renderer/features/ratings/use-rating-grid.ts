import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Period } from '../../../db/contract/cycles.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import type { GridData, RatingTable } from './grid-row.ts';
import { type Asking, createRatingActs } from './rating-acts.ts';
import { nextAsks } from './rating-asks.ts';
import { loadTable } from './rating-tables.ts';

/** The grid of a table, year and unit, and the acts on it: set a value, answer what it needs, take the last change back. */
export function useRatingGrid(table: RatingTable, period: Period, organizationId: number | null) {
  const queryClient = useQueryClient();
  const [pending, setPending] = useState(0);
  const [asks, setAsks] = useState<readonly Asking[]>([]);
  const grid = useQuery({
    queryKey: queryKeys.ratingGrid(period, table, organizationId),
    queryFn: () => loadTable(table, period, organizationId),
    // Rows of another table have other keys, and those of another period other levels and versions: none of them may
    // stand here, to be acted on, while this one is read.
    placeholderData: (before: GridData | undefined, query) =>
      queryKeys.ratingTable(period, table).every((part, at) => part === query?.queryKey[at])
        ? before
        : undefined,
  });
  const acts = useMemo(
    () =>
      createRatingActs({
        queryClient,
        table,
        period,
        onPending: setPending,
        ask: (asking) => setAsks((before) => nextAsks(before, asking)),
      }),
    [queryClient, table, period],
  );
  return {
    grid,
    pending,
    asking: asks[0] ?? null,
    giveUp: () => setAsks((before) => nextAsks(before, null)),
    ...acts,
  };
}
