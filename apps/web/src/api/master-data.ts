import { queryOptions } from '@tanstack/react-query';
import { api, type Query } from './http';
import { clientKey } from './query-client';
import type { Account, CostCentre, Page, Product } from './types';

export type Catalogue = 'accounts' | 'products' | 'cost-centres';
export interface CatalogueItems {
  accounts: Account;
  products: Product;
  'cost-centres': CostCentre;
}

const MOST = 1000;

/** Reads a whole catalogue, page after page: the masks search in it without asking the service at every keystroke. */
async function readAll<C extends Catalogue>(clientId: number, catalogue: C, query: Query, signal?: AbortSignal) {
  const items: CatalogueItems[C][] = [];
  let after: string | undefined;
  do {
    const page: Page<CatalogueItems[C]> = await api.get(`/clients/${clientId}/${catalogue}`, {
      query: { ...query, limit: MOST, after },
      signal,
    });
    items.push(...page.items);
    after = page.next ?? undefined;
  } while (after);
  return items;
}

export const catalogueQuery = <C extends Catalogue>(clientId: number, catalogue: C) =>
  queryOptions({
    queryKey: clientKey(clientId, 'lookup', catalogue),
    queryFn: ({ signal }) => readAll(clientId, catalogue, {}, signal),
    staleTime: 10 * 60_000,
    gcTime: 60 * 60_000,
    placeholderData: undefined,
  });

export const addToCatalogue = (clientId: number, catalogue: Catalogue, body: unknown) =>
  api.post(`/clients/${clientId}/${catalogue}`, body);

export const changeInCatalogue = (clientId: number, catalogue: Catalogue, code: string, body: unknown) =>
  api.patch(`/clients/${clientId}/${catalogue}/${encodeURIComponent(code)}`, body);
