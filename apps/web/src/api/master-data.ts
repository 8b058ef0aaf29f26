import { queryOptions } from '@tanstack/react-query';
import { api } from './api';
import { clientKey } from './query-client';
import type { Account, CostCentre, Product } from './types';

export type Catalogue = 'accounts' | 'products' | 'cost-centres';
export interface CatalogueItems {
  accounts: Account;
  products: Product;
  'cost-centres': CostCentre;
}

interface Page<T> {
  items: T[];
  next: string | null;
}

const MOST = 1000;

const readPage: {
  [C in Catalogue]: (clientId: number, after?: string, signal?: AbortSignal) => Promise<Page<CatalogueItems[C]>>;
} = {
  accounts: (clientId, after, signal) =>
    api.get('/clients/{clientId}/accounts', { path: { clientId }, query: { limit: MOST, after }, signal }),
  products: (clientId, after, signal) =>
    api.get('/clients/{clientId}/products', { path: { clientId }, query: { limit: MOST, after }, signal }),
  'cost-centres': (clientId, after, signal) =>
    api.get('/clients/{clientId}/cost-centres', { path: { clientId }, query: { limit: MOST, after }, signal }),
};

/** Reads a whole catalogue, page after page: the masks search in it without asking the service at every keystroke. */
async function readAll<C extends Catalogue>(clientId: number, catalogue: C, signal?: AbortSignal) {
  const items: CatalogueItems[C][] = [];
  let after: string | undefined;
  do {
    const page: Page<CatalogueItems[C]> = await readPage[catalogue](clientId, after, signal);
    items.push(...page.items);
    after = page.next ?? undefined;
  } while (after);
  return items;
}

export const catalogueQuery = <C extends Catalogue>(clientId: number, catalogue: C) =>
  queryOptions({
    queryKey: clientKey(clientId, 'lookup', catalogue),
    queryFn: ({ signal }) => readAll(clientId, catalogue, signal),
    staleTime: 10 * 60_000,
    gcTime: 60 * 60_000,
    placeholderData: undefined,
  });

/** The fields of the three forms; each catalogue takes those it knows. */
export interface CatalogueForm {
  number: string;
  code: string;
  name: string;
  parent?: string;
  defaultCashAccount?: string | null;
  productRequired?: boolean;
  locked?: boolean;
}

export const addToCatalogue = (clientId: number, catalogue: Catalogue, body: CatalogueForm): Promise<unknown> => {
  const path = { clientId };
  if (catalogue === 'accounts') return api.post('/clients/{clientId}/accounts', { path, body });
  if (catalogue === 'products') return api.post('/clients/{clientId}/products', { path, body });
  return api.post('/clients/{clientId}/cost-centres', { path, body });
};

export const changeInCatalogue = (
  clientId: number,
  catalogue: Catalogue,
  code: string,
  body: Partial<CatalogueForm> & { version: number },
): Promise<unknown> => {
  if (catalogue === 'accounts')
    return api.patch('/clients/{clientId}/accounts/{number}', { path: { clientId, number: code }, body });
  if (catalogue === 'products')
    return api.patch('/clients/{clientId}/products/{code}', { path: { clientId, code }, body });
  return api.patch('/clients/{clientId}/cost-centres/{code}', { path: { clientId, code }, body });
};
