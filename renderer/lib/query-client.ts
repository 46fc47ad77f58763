import { QueryClient } from '@tanstack/react-query';
import { hasCode } from './app-error.ts';

/** The service may be away for a moment while it restarts; every other error is an answer and not retried. */
const retry = (count: number, error: Error) => count < 4 && hasCode(error, 'SERVICE_UNAVAILABLE');

/** Data is local: nothing depends on a network, and what this window writes it refreshes itself. */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        staleTime: 60_000,
        gcTime: 120_000,
        retry,
        retryDelay: 700,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
