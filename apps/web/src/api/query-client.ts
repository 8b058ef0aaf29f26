import { keepPreviousData, QueryClient } from '@tanstack/react-query';
import { ConnectionError } from './problem';

/** Old content stays on the screen while new content loads; only a broken connection is tried again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      placeholderData: keepPreviousData,
      staleTime: 5_000,
      retry: (count, error) => error instanceof ConnectionError && count < 2,
      refetchOnWindowFocus: true,
    },
  },
});

/** Everything read for a client lives below this key, so that one write can make it all stale at once. */
export const clientKey = (clientId: number, ...more: unknown[]): unknown[] => ['client', clientId, ...more];

/** Not refreshed: the large catalogues, which change rarely, and an open draft, which is gone once it is posted. */
const KEPT = ['lookup', 'draft'];

export const refreshClient = (clientId: number): Promise<void> =>
  queryClient.invalidateQueries({
    queryKey: clientKey(clientId),
    predicate: ({ queryKey }) => !KEPT.includes(String(queryKey[2])),
  });
