import { queryOptions } from '@tanstack/react-query';
import { api } from './api';
import { clientKey } from './query-client';
import type { components } from './schema';

type Schemas = components['schemas'];
export type NewOrder = Schemas['NewOrder'];
export type StandingOrder = Schemas['StandingOrder'];
export type Contract = Schemas['Contract'];
export type ContractDetail = Schemas['ContractDetail'];

export const ORDER_KINDS = ['single', 'collective', 'standing', 'internal'] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];
export const RHYTHMS = ['monthly', 'quarterly', 'half-yearly', 'yearly'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

export const createOrder = (clientId: number, body: NewOrder, idempotencyKey: string) =>
  api.post('/clients/{clientId}/orders', { path: { clientId }, body, idempotencyKey });

export const standingOrdersQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'standing-orders'),
    queryFn: async ({ signal }) =>
      (await api.get('/clients/{clientId}/standing-orders', { path: { clientId }, signal })).items,
  });

export const endStandingOrder = (clientId: number, { id, version }: Pick<StandingOrder, 'id' | 'version'>) =>
  api.post('/clients/{clientId}/standing-orders/{orderId}/ending', {
    path: { clientId, orderId: id },
    body: { version },
  });

export const resumeStandingOrder = (clientId: number, { id, version }: Pick<StandingOrder, 'id' | 'version'>) =>
  api.post('/clients/{clientId}/standing-orders/{orderId}/resumption', {
    path: { clientId, orderId: id },
    body: { version },
  });

/** In the name of who asks from now on. */
export const takeOverStandingOrder = (clientId: number, { id, version }: Pick<StandingOrder, 'id' | 'version'>) =>
  api.post('/clients/{clientId}/standing-orders/{orderId}/takeover', {
    path: { clientId, orderId: id },
    body: { version },
  });

export const contractsQuery = (clientId: number, filter: { partner?: string; overdue?: boolean } = {}) =>
  queryOptions({
    queryKey: clientKey(clientId, 'contracts', filter),
    queryFn: async ({ signal }) =>
      (await api.get('/clients/{clientId}/contracts', { path: { clientId }, query: filter, signal })).items,
  });

export const contractQuery = (clientId: number, contractId: string) =>
  queryOptions({
    queryKey: clientKey(clientId, 'contract', contractId),
    queryFn: ({ signal }) =>
      api.get('/clients/{clientId}/contracts/{contractId}', { path: { clientId, contractId }, signal }),
    placeholderData: undefined,
  });

export const createContract = (clientId: number, body: Schemas['NewContract']) =>
  api.post('/clients/{clientId}/contracts', { path: { clientId }, body });

export const changeContract = (clientId: number, contractId: string, body: Schemas['ContractChange']) =>
  api.patch('/clients/{clientId}/contracts/{contractId}', { path: { clientId, contractId }, body });
