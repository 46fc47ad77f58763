import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Period } from '../../../db/contract/cycles.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import type { GridData, RatingTable } from './grid-row.ts';
import { type Asking, createRatingActs } from './rating-acts.ts';
import { loadTable } from './rating-tables.ts';

/** The grid of a table, year and unit, and the acts on it: set a value, answer what it needs, take the last change back. */
export function useRatingGrid(table: RatingTable, period: Period, organizationId: number | null) {
  const queryClient = useQueryClient();
  const [pending, setPending] = useState(0);
  const [asked, setAsked] = useState<readonly Asking[]>([]);
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
        ask: (asking) => setAsked((before) => nextAsked(before, asking)),
      }),
    [queryClient, table, period],
  );
  return {
    grid,
    pending,
    asking: asked[0] ?? null,
    giveUp: () => setAsked((before) => nextAsked(before, null)),
    ...acts,
  };
}

/** One after the other; the same level asked for something more keeps its place. */
function nextAsked(before: readonly Asking[], asking: Asking | null): readonly Asking[] {
  if (asking === null) return before.slice(1);
  const { row, change, answer } = asking;
  const at = before.findIndex(
    (each) => each.row.key === row.key && each.change.field === change.field && each.answer === answer,
  );
  return at < 0 ? [...before, asking] : before.with(at, asking);
}
