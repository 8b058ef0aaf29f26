import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, hrefOf, type QueryFor } from './api';
import { clientKey } from './query-client';
import type { components } from './schema';

type Schemas = components['schemas'];
export type OpenItemRow = Schemas['OpenItemRow'];
export type OpenItem = Schemas['OpenItem'];
export type OpenItemTotals = Schemas['OpenItemTotals'];
export type ReconciliationRow = Schemas['ReconciliationRow'];

export type OpenItemFilter = Omit<QueryFor<'get', '/clients/{clientId}/open-items'>, 'limit' | 'after' | 'format'>;

export const openItemsQuery = (clientId: number, filter: OpenItemFilter, limit = 100) =>
  infiniteQueryOptions({
    queryKey: clientKey(clientId, 'open-items', filter, limit),
    queryFn: ({ pageParam: after, signal }) =>
      api.get('/clients/{clientId}/open-items', { path: { clientId }, query: { ...filter, limit, after }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** Only how many and how much: for figures that lead to the list. */
export const openItemTotalsQuery = (clientId: number, filter: OpenItemFilter) =>
  queryOptions({
    queryKey: clientKey(clientId, 'open-item-totals', filter),
    queryFn: async ({ signal }) =>
      (await api.get('/clients/{clientId}/open-items', { path: { clientId }, query: { ...filter, limit: 1 }, signal }))
        .totals,
    staleTime: 30_000,
  });

export const openItemsHref = (clientId: number, filter: OpenItemFilter): string =>
  hrefOf('/clients/{clientId}/open-items', { path: { clientId }, query: { ...filter, format: 'csv' } });

export const openItemQuery = (clientId: number, openItemId: string) =>
  queryOptions({
    queryKey: clientKey(clientId, 'open-item', openItemId),
    queryFn: ({ signal }) =>
      api.get('/clients/{clientId}/open-items/{openItemId}', { path: { clientId, openItemId }, signal }),
    placeholderData: undefined,
  });

export const reconciliationQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'reconciliation'),
    queryFn: async ({ signal }) =>
      (await api.get('/clients/{clientId}/open-items/reconciliation', { path: { clientId }, signal })).items,
  });

export const changeOpenItem = (clientId: number, openItemId: string, body: Schemas['OpenItemChange']) =>
  api.patch('/clients/{clientId}/open-items/{openItemId}', { path: { clientId, openItemId }, body });

export const offsetOpenItems = (clientId: number, body: Schemas['NewOffset'], idempotencyKey: string) =>
  api.post('/clients/{clientId}/open-items/offsets', { path: { clientId }, body, idempotencyKey });
