import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, hrefOf, type QueryFor } from './api';
import { clientKey } from './query-client';
import type { components } from './schema';

type Schemas = components['schemas'];
export type PartnerAddress = Schemas['PartnerAddress'];
export type PartnerChange = Schemas['PartnerChange'];
export type PartnerStatement = Schemas['PartnerStatement'];
export type OwnMatter = Schemas['OwnMatter'];

export const PARTNER_KINDS = ['company', 'person', 'public-body', 'employee'] as const;
export type PartnerKind = (typeof PARTNER_KINDS)[number];

export type PartnerFilter = Omit<QueryFor<'get', '/clients/{clientId}/partners'>, 'limit' | 'after'>;

export const partnersQuery = (clientId: number, filter: PartnerFilter, limit = 100) =>
  infiniteQueryOptions({
    queryKey: clientKey(clientId, 'partners', filter, limit),
    queryFn: ({ pageParam: after, signal }) =>
      api.get('/clients/{clientId}/partners', { path: { clientId }, query: { ...filter, limit, after }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const changePartner = (clientId: number, partnerId: string, body: Schemas['PartnerChangeWish']) =>
  api.patch('/clients/{clientId}/partners/{partnerId}', { path: { clientId, partnerId }, body });

export const addPartnerAddress = (clientId: number, partnerId: string, body: Schemas['NewPartnerAddress']) =>
  api.post('/clients/{clientId}/partners/{partnerId}/addresses', { path: { clientId, partnerId }, body });

export const endPartnerBankAccount = (clientId: number, partnerId: string, no: number, note: string) =>
  api.post('/clients/{clientId}/partners/{partnerId}/bank-accounts/{no}/ending', {
    path: { clientId, partnerId, no },
    body: { note },
  });

type StatementFilter = Omit<QueryFor<'get', '/clients/{clientId}/partners/{partnerId}/account-statement'>, 'format'>;

export const partnerStatementQuery = (clientId: number, partnerId: string, filter: StatementFilter) =>
  queryOptions({
    queryKey: clientKey(clientId, 'partner-statement', partnerId, filter),
    queryFn: ({ signal }) =>
      api.get('/clients/{clientId}/partners/{partnerId}/account-statement', {
        path: { clientId, partnerId },
        query: filter,
        signal,
      }),
  });

export const partnerStatementHref = (clientId: number, partnerId: string, filter: StatementFilter): string =>
  hrefOf('/clients/{clientId}/partners/{partnerId}/account-statement', {
    path: { clientId, partnerId },
    query: { ...filter, format: 'csv' },
  });

export const ownMattersQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'own-matters'),
    queryFn: async ({ signal }) =>
      (await api.get('/clients/{clientId}/own-matters', { path: { clientId }, signal })).items,
  });

export const declareOwnMatter = (clientId: number, body: Schemas['NewOwnMatter']) =>
  api.post('/clients/{clientId}/own-matters', { path: { clientId }, body });

export const endOwnMatter = (clientId: number, body: Schemas['OwnMatterEnding']) =>
  api.post('/clients/{clientId}/own-matters/ending', { path: { clientId }, body });
