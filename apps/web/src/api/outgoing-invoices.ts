import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, hrefOf, type QueryFor } from './api';
import { clientKey } from './query-client';
import type { components } from './schema';

type Schemas = components['schemas'];
export type OutgoingInvoiceRow = Schemas['OutgoingInvoiceRow'];
export type OutgoingInvoice = Schemas['OutgoingInvoice'];
export type OutgoingInvoiceWish = Schemas['OutgoingInvoiceWish'];

export const OWN_KINDS = ['invoice', 'credit-note', 'correction'] as const;
export type OwnKind = (typeof OWN_KINDS)[number];
export const OWN_STATES = ['draft', 'issued', 'cancelled'] as const;

export type OutgoingFilter = Omit<QueryFor<'get', '/clients/{clientId}/outgoing-invoices'>, 'limit' | 'after'>;

export const outgoingInvoicesQuery = (clientId: number, filter: OutgoingFilter, limit = 100) =>
  infiniteQueryOptions({
    queryKey: clientKey(clientId, 'outgoing-invoices', filter, limit),
    queryFn: ({ pageParam: after, signal }) =>
      api.get('/clients/{clientId}/outgoing-invoices', {
        path: { clientId },
        query: { ...filter, limit, after },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** The own invoice behind an entry of the journal, if there is one. */
export const ownInvoiceOfEntryQuery = (clientId: number, entry: string) =>
  queryOptions({
    queryKey: clientKey(clientId, 'entry-own-invoice', entry),
    queryFn: async ({ signal }) =>
      (
        await api.get('/clients/{clientId}/outgoing-invoices', {
          path: { clientId },
          query: { entry, limit: 1 },
          signal,
        })
      ).items[0] ?? null,
  });

export const outgoingInvoiceQuery = (clientId: number, id: string) =>
  queryOptions({
    queryKey: clientKey(clientId, 'outgoing-invoice', id),
    queryFn: ({ signal }) => api.get('/clients/{clientId}/outgoing-invoices/{id}', { path: { clientId, id }, signal }),
    placeholderData: undefined,
    refetchOnWindowFocus: false,
  });

export const createOutgoingInvoice = (clientId: number, body: OutgoingInvoiceWish, idempotencyKey: string) =>
  api.post('/clients/{clientId}/outgoing-invoices', { path: { clientId }, body, idempotencyKey });

export const saveOutgoingInvoice = (clientId: number, id: string, body: OutgoingInvoiceWish, version: number) =>
  api.put('/clients/{clientId}/outgoing-invoices/{id}', { path: { clientId, id }, body: { ...body, version } });

export const removeOutgoingInvoice = (clientId: number, { id, version }: Pick<OutgoingInvoice, 'id' | 'version'>) =>
  api.del('/clients/{clientId}/outgoing-invoices/{id}', { path: { clientId, id }, query: { version } });

export const issueOutgoingInvoice = (clientId: number, id: string, body: Schemas['Issue'], idempotencyKey: string) =>
  api.post('/clients/{clientId}/outgoing-invoices/{id}/issue', { path: { clientId, id }, body, idempotencyKey });

export const cancelOutgoingInvoice = (
  clientId: number,
  id: string,
  body: Schemas['Cancellation'],
  idempotencyKey: string,
) =>
  api.post('/clients/{clientId}/outgoing-invoices/{id}/cancellation', { path: { clientId, id }, body, idempotencyKey });

const FILES = {
  pdf: '/clients/{clientId}/outgoing-invoices/{id}/invoice.pdf',
  ubl: '/clients/{clientId}/outgoing-invoices/{id}/xrechnung.xml',
  cii: '/clients/{clientId}/outgoing-invoices/{id}/cii.xml',
  preview: '/clients/{clientId}/outgoing-invoices/{id}/preview.pdf',
} as const;

export const outgoingFileHref = (clientId: number, id: string, kind: keyof typeof FILES): string =>
  hrefOf(FILES[kind], { path: { clientId, id } });
