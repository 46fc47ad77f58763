import { useQueries } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';

export interface PageOf<Row> {
  total: number;
  rows: Row[];
  /** How many there are without the filter, where the list tells it. */
  of?: number;
}

export const PAGE_SIZE = 150;

interface PagedOptions<Row> {
  /** Changes with the filter; rows of another key are never mixed in. */
  key: string;
  queryKey: (offset: number) => readonly unknown[];
  fetch: (offset: number, limit: number) => Promise<PageOf<Row>>;
  enabled?: boolean;
}

/**
 * A long list fetched in pages around what is in sight.
 * `total` and the rows in sight stay as they were until the first page of a new filter is there: nothing flickers.
 */
export function usePaged<Row>({ key, queryKey, fetch, enabled = true }: PagedOptions<Row>) {
  const [range, setRange] = useState({ key, first: 0, last: 0 });
  const { first, last } = range.key === key ? range : { first: 0, last: 0 };
  const pages: number[] = [];
  for (let page = Math.floor(first / PAGE_SIZE); page <= Math.floor(last / PAGE_SIZE); page += 1)
    pages.push(page);

  const results = useQueries({
    queries: pages.map((page) => ({
      queryKey: queryKey(page * PAGE_SIZE),
      queryFn: () => fetch(page * PAGE_SIZE, PAGE_SIZE),
      enabled,
      gcTime: 30_000,
    })),
  });

  const settled = useRef<{ key: string; total: number; of: number; rows: Map<number, Row> } | null>(null);
  const answered = results.find((result) => result.data !== undefined)?.data;
  if (answered) {
    const rows = new Map<number, Row>();
    for (const [index, page] of pages.entries())
      for (const [at, row] of (results[index]?.data?.rows ?? []).entries())
        rows.set(page * PAGE_SIZE + at, row);
    settled.current = { key, total: answered.total, of: answered.of ?? answered.total, rows };
  }
  const shown = settled.current;
  /** A write has changed what is shown: the rows come anew, with other versions and perhaps in another order. */
  const isRenewing = results.some(
    (result) => result.data !== undefined && result.isStale && result.isFetching,
  );

  const onRange = useCallback(
    (nextFirst: number, nextLast: number) => setRange({ key, first: nextFirst, last: nextLast }),
    [key],
  );
  const failed = results.find((result) => result.isError);
  return {
    /** null before the first answer. */
    total: shown?.total ?? null,
    of: shown?.of ?? 0,
    /** Whether what is shown belongs to the filter asked for. */
    current: shown?.key === key,
    /** Whether it is also as the service has it. */
    fresh: shown?.key === key && !isRenewing,
    rowAt: (index: number): Row | undefined => shown?.rows.get(index),
    onRange,
    error: failed?.error ?? null,
    retry: () => {
      for (const result of results) if (result.isError) void result.refetch();
    },
  };
}
