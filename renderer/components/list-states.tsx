import type { ReactNode } from 'react';
import { FailedState, Loading } from './state.tsx';

interface ListStatesProps {
  list: { error: unknown; total: number | null; retry: () => void };
  /** Shown in place of the table where nothing is in the list. */
  empty: ReactNode;
  children: (total: number) => ReactNode;
}

/** A paged list: why it could not be fetched, that it is on its way, that it is empty, or its table. */
export function ListStates({ list, empty, children }: ListStatesProps) {
  if (list.error !== null) return <FailedState error={list.error} onRetry={list.retry} />;
  if (list.total === null) return <Loading />;
  return list.total === 0 ? empty : children(list.total);
}
