import type { QueryClient } from '@tanstack/react-query';
import type { CapGroup } from '../../../db/contract/caps.ts';
import type { Period } from '../../../db/contract/cycles.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { ratingRulesText } from '../../../db/contract/vi/rating-rules-screen.ts';
import { ratingFieldLabels, ratingLevelNames, ratingsText } from '../../../db/contract/vi/ratings.ts';
import { notifyDone, notifyError, notifyInfo } from '../../app/notifier/notices.ts';
import { call } from '../../lib/api.ts';
import { hasCode, messageOf } from '../../lib/app-error.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { decisionUnderWay } from './decision-write.ts';
import { changeBackTo, changesBack, isTextColumn, type RatingChange } from './grid-columns.ts';
import { type GridData, type GridRow, type RatingTable, ratingTables, withGroup } from './grid-row.ts';
import { type DoneChange, ratingHistory } from './rating-history.ts';
import { setInTable } from './rating-tables.ts';
import { createRatingWriter } from './rating-writer.ts';

export type StageChange = Extract<RatingChange, { level: unknown }>;

/** What a level still needs before it is written. */
export interface Asking {
  row: GridRow;
  change: StageChange;
  /** Body and day of the year's decisions are not set yet. */
  decision: boolean;
  /** A decided level is given anew: both stay, with the reason. */
  reason: boolean;
  /** What the rules say against it; null as long as nothing does. */
  forbidden: string | null;
  /**
   * Writes it in the table and period in which it was given, whichever is shown by then.
   * @throws AppError to be shown in the dialog: nothing typed is lost
   */
  answer: (asking: Asking, answers: Answers) => Promise<void>;
}

export interface Answers {
  body: string;
  /** Calendar day. */
  onDay: string;
  reason: string;
  overrideReason: string;
}

interface ActsOptions {
  queryClient: QueryClient;
  table: RatingTable;
  period: Period;
  onPending: (count: number) => void;
  /** Several may wait: a refusal comes while the next levels are typed. null: the one that is asked is answered. */
  ask: (asking: Asking | null) => void;
}

function valueText(change: RatingChange): string {
  if ('level' in change)
    return change.level === null ? ratingsText.emptyValue : ratingLevelNames[change.level];
  return change.text === '' ? ratingsText.emptyValue : change.text;
}

/** What the grids of a table hold in the cache. */
function cacheOf(queryClient: QueryClient, period: Period, table: RatingTable) {
  const queryKey = queryKeys.ratingTable(period, table);
  const data = () =>
    queryClient.getQueriesData<GridData>({ queryKey }).flatMap(([, cached]) => (cached ? [cached] : []));
  const change = (next: (cached: GridData) => GridData) =>
    queryClient.setQueriesData<GridData>({ queryKey }, (cached) => cached && next(cached));
  return {
    row: (key: number) => data().flatMap(({ rows }) => rows.filter((row) => row.key === key))[0],
    decision: () => data()[0]?.decision ?? null,
    showRow: (row: GridRow) =>
      change((cached) => {
        const index = cached.rows.findIndex((each) => each.key === row.key);
        return index < 0 ? cached : { ...cached, rows: cached.rows.with(index, row) };
      }),
    showGroup: (group: CapGroup) => change((cached) => withGroup(cached, group)),
    refetch: () => queryClient.refetchQueries({ queryKey }),
  };
}

/** Figures elsewhere follow from ratings; they are fetched again when they are next looked at. */
function refreshOthers(queryClient: QueryClient): void {
  for (const key of [
    queryKeys.reports,
    queryKeys.overview,
    queryKeys.cycles,
    queryKeys.officials,
    queryKeys.ratingDetails,
  ])
    void queryClient.invalidateQueries({ queryKey: key });
}

export function createRatingActs({
  queryClient,
  table: own,
  period: ownPeriod,
  onPending,
  ask,
}: ActsOptions) {
  let lastNotice: number | null = null;
  const writers = Object.fromEntries(
    ratingTables.map((table) => [
      table,
      createRatingWriter({
        set: (input) => setInTable(table, input),
        show: (row) => cacheOf(queryClient, ownPeriod, table).showRow(row),
        onPending,
      }),
    ]),
  ) as Record<RatingTable, ReturnType<typeof createRatingWriter>>;
  const cache = cacheOf(queryClient, ownPeriod, own);

  /** Sets a value, or asks first for what it needs: the decision's body and day, the reason of a re-rating. */
  const setValue = async (seen: GridRow, change: RatingChange): Promise<void> => {
    let row = seen;
    if (!isTextColumn(change.field) && 'level' in change && change.field === 'decided') {
      const writing = decisionUnderWay();
      if (writing !== null) {
        await writing;
        row = cache.row(row.key) ?? row;
      }
      const { body = '', onDay = null } = cache.decision() ?? {};
      const decision = change.level !== null && (body === '' || onDay === null);
      const reason = row.decidedLevel !== null && !change.reason;
      if (decision || reason) {
        ask({ row, change, decision, reason, forbidden: null, answer });
        return;
      }
    }
    try {
      await write(row, change);
    } catch (error) {
      if (hasCode(error, 'RATING_FORBIDDEN') && 'level' in change)
        ask({ row, change, decision: false, reason: false, forbidden: messageOf(error), answer });
      else if (hasCode(error, 'STALE_VERSION')) await tellStale(row, change);
      else notifyError(error, { detail: ratingsText.setFailed(row.name, ratingFieldLabels[change.field]) });
    }
  };

  const write = async (row: GridRow, change: RatingChange): Promise<void> => {
    const { row: after, before, cap } = await writers[own].write(ownPeriod, row, change);
    if (cap && writers[own].underWay() === 0) cache.showGroup(cap);
    const done: DoneChange = { table: own, period: ownPeriod, field: change.field, before, after };
    ratingHistory.add(done);
    refreshOthers(queryClient);
    lastNotice = notifyDone(
      ratingsText.changed(row.name, ratingFieldLabels[change.field], valueText(change)),
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
  };

  const answer = async (asking: Asking, answers: Answers): Promise<void> => {
    if (asking.decision) {
      const version = cache.decision()?.version ?? 0;
      await call('cycles.setDecision', {
        ...ownPeriod,
        version,
        body: answers.body,
        onDay: answers.onDay,
      });
      await queryClient.refetchQueries({ queryKey: queryKeys.ratingPeriod(ownPeriod) });
    }
    const { reason, overrideReason } = answers;
    const row = cache.row(asking.row.key) ?? asking.row;
    try {
      await write(row, { ...asking.change, reason, overrideReason });
      ask(null);
    } catch (error) {
      // The next try goes on from what the other session wrote.
      if (hasCode(error, 'STALE_VERSION')) await cache.refetch();
      if (!hasCode(error, 'RATING_FORBIDDEN')) throw error;
      ask({ ...asking, decision: false, forbidden: messageOf(error) });
    }
  };

  /** The value of another window or of an import is shown; what was typed stays in the notice, ready to be set. */
  const tellStale = async (row: GridRow, change: RatingChange): Promise<void> => {
    await cache.refetch();
    const now = cache.row(row.key);
    if (!now) return;
    notifyInfo(ratingsText.staleTitle(row.name, ratingFieldLabels[change.field]), {
      detail: ratingsText.staleValues(valueText(changeBackTo(now, change.field)), valueText(change)),
      actions: [{ label: ratingsText.useTyped, run: () => setValue(cache.row(row.key) ?? now, change) }],
    });
  };

  const takeBack = async ({ table, period, before, after, field }: DoneChange): Promise<void> => {
    const then = cacheOf(queryClient, period, table);
    try {
      for (const change of changesBack(before, after)) {
        // Both values of a decision stay in its history, with the reason that it was taken back.
        const reasoned =
          'level' in change && change.field === 'decided'
            ? { ...change, reason: ratingRulesText.undoReason }
            : change;
        const { cap } = await writers[table].write(period, then.row(after.key) ?? after, reasoned);
        if (cap && writers[table].underWay() === 0) then.showGroup(cap);
      }
      refreshOthers(queryClient);
      lastNotice = notifyDone(
        ratingsText.undone(after.name, ratingFieldLabels[field], valueText(changeBackTo(before, field))),
        { replaces: lastNotice },
      );
    } catch (error) {
      await then.refetch();
      notifyError(error, { detail: ratingsText.setFailed(after.name, ratingFieldLabels[field]) });
    }
  };

  const undo = async (): Promise<void> => {
    await Promise.all(ratingTables.map((table) => writers[table].settled()));
    const done = ratingHistory.takeLast();
    if (done) await takeBack(done);
    else notifyInfo(ratingsText.nothingToUndo);
  };

  return { setValue, undo };
}
