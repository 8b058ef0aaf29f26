import { queryOptions } from '@tanstack/react-query';
import { api } from './api';
import { clientKey } from './query-client';
import type { components } from './schema';

type Schemas = components['schemas'];
/** A line of the list of partners: creditors and debtors are one noun. */
export type PartnerRow = Schemas['PartnerRow'];
export type Partner = Schemas['Partner'];
export type PartnerBankAccount = Schemas['PartnerBankAccount'];

export const findPartners = async (clientId: number, q: string, limit = 12, signal?: AbortSignal) =>
  (
    await api.get('/clients/{clientId}/partners', {
      path: { clientId },
      query: { q: q || undefined, limit, active: true },
      signal,
    })
  ).items;

export const partnerQuery = (clientId: number, partnerId: string) =>
  queryOptions({
    queryKey: clientKey(clientId, 'partner', partnerId),
    queryFn: ({ signal }) =>
      api.get('/clients/{clientId}/partners/{partnerId}', { path: { clientId, partnerId }, signal }),
    placeholderData: undefined,
    staleTime: 30_000,
  });

export const createPartner = (clientId: number, body: Schemas['NewPartner']) =>
  api.post('/clients/{clientId}/partners', { path: { clientId }, body });

export const proposeBankAccount = (clientId: number, partnerId: string, body: Schemas['NewPartnerBankAccount']) =>
  api.post('/clients/{clientId}/partners/{partnerId}/bank-accounts', { path: { clientId, partnerId }, body });

export const decideBankAccount = (
  clientId: number,
  partnerId: string,
  no: number,
  body: Schemas['BankAccountDecision'],
) =>
  api.post('/clients/{clientId}/partners/{partnerId}/bank-accounts/{no}/decision', {
    path: { clientId, partnerId, no },
    body,
  });
