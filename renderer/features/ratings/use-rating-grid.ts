import { keepPreviousData, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { RatingGrid, RatingRow } from '../../../db/contract/ratings.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { ratingFieldLabels, ratingLevelNames, ratingsText } from '../../../db/contract/vi/ratings.ts';
import { notifyDone, notifyError, notifyInfo } from '../../app/notifier/notices.ts';
import { call } from '../../lib/api.ts';
import { hasCode } from '../../lib/app-error.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { changeBackTo, changesBack, type RatingChange } from './grid-columns.ts';
import { type DoneChange, ratingHistory } from './rating-history.ts';
import { createRatingWriter, type RatingWriter } from './rating-writer.ts';

function valueText(change: RatingChange): string {
  if ('level' in change)
    return change.level === null ? ratingsText.emptyValue : ratingLevelNames[change.level];
  return change.text === '' ? ratingsText.emptyValue : change.text;
}

/** Every cached grid of the year that holds the person shows the row. */
function showRow(queryClient: QueryClient, year: number, row: RatingRow): void {
  queryClient.setQueriesData<RatingGrid>({ queryKey: queryKeys.ratingYear(year) }, (cached) => {
    const index = cached?.rows.findIndex((each) => each.officialId === row.officialId) ?? -1;
    return cached && index >= 0 ? { ...cached, rows: cached.rows.with(index, row) } : cached;
  });
}

function cachedRow(queryClient: QueryClient, year: number, officialId: number): RatingRow | undefined {
  for (const [, cached] of queryClient.getQueriesData<RatingGrid>({ queryKey: queryKeys.ratingYear(year) })) {
    const row = cached?.rows.find((each) => each.officialId === officialId);
    if (row) return row;
  }
  return undefined;
}

/** Figures elsewhere follow from ratings; they are fetched again when they are next looked at. */
function refreshOthers(queryClient: QueryClient): void {
  for (const key of [queryKeys.reports, queryKeys.overview, queryKeys.cycles, queryKeys.officials])
    void queryClient.invalidateQueries({ queryKey: key });
}

/** The grid of a year and unit, and the acts on it: set a value, take the last change back. */
export function useRatingGrid(year: number, organizationId: number | null) {
  const queryClient = useQueryClient();
  const [pending, setPending] = useState(0);
  const grid = useQuery({
    queryKey: queryKeys.ratingGrid(year, organizationId),
    queryFn: () => call('ratings.grid', { year, organizationId }),
    placeholderData: keepPreviousData,
  });
  const acts = useMemo(() => {
    const writer = createRatingWriter({
      set: (input) => call('ratings.set', input),
      show: (row) => showRow(queryClient, year, row),
      onPending: setPending,
    });
    return createActs(queryClient, year, writer);
  }, [queryClient, year]);
  return { grid, pending, ...acts };
}

function createActs(queryClient: QueryClient, year: number, writer: RatingWriter) {
  let lastNotice: number | null = null;

  const setValue = async (row: RatingRow, change: RatingChange): Promise<void> => {
    try {
      const { row: after, before } = await writer.write(year, row, change);
      const done: DoneChange = { year, field: change.field, before, after };
      ratingHistory.add(done);
      refreshOthers(queryClient);
      lastNotice = notifyDone(
        ratingsText.changed(row.fullName, ratingFieldLabels[change.field], valueText(change)),
        {
          replaces: lastNotice,
          actions: [
            {
              label: commonText.undo,
              run: async () => {
                if (ratingHistory.take(done)) await takeBack(done);
              },
            },
          ],
        },
      );
    } catch (error) {
      if (hasCode(error, 'STALE_VERSION')) await tellStale(row, change);
      else
        notifyError(error, { detail: ratingsText.setFailed(row.fullName, ratingFieldLabels[change.field]) });
    }
  };

  /** The value of another window or of an import is shown; what was typed stays in the notice, ready to be set. */
  const tellStale = async (row: RatingRow, change: RatingChange): Promise<void> => {
    await queryClient.refetchQueries({ queryKey: queryKeys.ratingYear(year) });
    const now = cachedRow(queryClient, year, row.officialId);
    if (!now) return;
    notifyInfo(ratingsText.staleTitle(row.fullName, ratingFieldLabels[change.field]), {
      detail: ratingsText.staleValues(valueText(changeBackTo(now, change.field)), valueText(change)),
      actions: [
        {
          label: ratingsText.useTyped,
          run: () => setValue(cachedRow(queryClient, year, row.officialId) ?? now, change),
        },
      ],
    });
  };

  const takeBack = async (done: DoneChange): Promise<void> => {
    const { before, after, field } = done;
    try {
      for (const change of changesBack(before, after)) {
        const row = cachedRow(queryClient, done.year, after.officialId) ?? after;
        await writer.write(done.year, row, change);
      }
      refreshOthers(queryClient);
      lastNotice = notifyDone(
        ratingsText.undone(after.fullName, ratingFieldLabels[field], valueText(changeBackTo(before, field))),
        { replaces: lastNotice },
      );
    } catch (error) {
      await queryClient.refetchQueries({ queryKey: queryKeys.ratingYear(done.year) });
      notifyError(error, { detail: ratingsText.setFailed(after.fullName, ratingFieldLabels[field]) });
    }
  };

  const undo = async (): Promise<void> => {
    await writer.settled();
    const done = ratingHistory.takeLast();
    if (done) await takeBack(done);
    else notifyInfo(ratingsText.nothingToUndo);
  };

  return { setValue, undo };
}
