import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, type QueryFor } from './api';
import { clientKey } from './query-client';
import type { components } from './schema';
import type { EntryIn, Period, PeriodState } from './types';

export type JournalFilter = QueryFor<'get', '/clients/{clientId}/journal-entries'>;
export type LedgerFilter = QueryFor<'get', '/clients/{clientId}/accounts/{number}/ledger'>;
export type BooksView = QueryFor<'get', '/clients/{clientId}/trial-balance'>;

type Cursor = string | undefined;
const firstPage = undefined as Cursor;
const nextPage = (page: { next: string | null }): Cursor => page.next ?? undefined;

export const fiscalYearsQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'fiscal-years'),
    queryFn: async () => (await api.get('/clients/{clientId}/fiscal-years', { path: { clientId } })).items,
    staleTime: 60_000,
    placeholderData: undefined,
  });

export const openFiscalYear = (clientId: number, year: number) =>
  api.post('/clients/{clientId}/fiscal-years', { path: { clientId }, body: { year } });

export const periodDecisionsQuery = (clientId: number, year: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'period-decisions', year),
    queryFn: async () =>
      (await api.get('/clients/{clientId}/fiscal-years/{year}/period-decisions', { path: { clientId, year } })).items,
  });

export const changePeriod = (clientId: number, year: number, period: Period, state: PeriodState, reason?: string) =>
  api.post('/clients/{clientId}/fiscal-years/{year}/periods/{period}/state', {
    path: { clientId, year, period: period.period },
    body: { state, reason, version: period.version },
  });

export const dashboardQuery = (clientId: number, fiscalYear: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'dashboard', fiscalYear),
    queryFn: () => api.get('/clients/{clientId}/dashboard', { path: { clientId }, query: { fiscalYear } }),
  });

export const journalQuery = (clientId: number, filter: JournalFilter, limit = 100) =>
  infiniteQueryOptions({
    queryKey: clientKey(clientId, 'journal', filter, limit),
    queryFn: ({ pageParam: after, signal }) =>
      api.get('/clients/{clientId}/journal-entries', {
        path: { clientId },
        query: { ...filter, limit, after },
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
  });

export const entryQuery = (clientId: number, entryId: string) =>
  queryOptions({
    queryKey: clientKey(clientId, 'entry', entryId),
    queryFn: () => api.get('/clients/{clientId}/journal-entries/{entryId}', { path: { clientId, entryId } }),
    placeholderData: undefined,
  });

export const postEntry = (clientId: number, entry: EntryIn, idempotencyKey: string) =>
  api.post('/clients/{clientId}/journal-entries', { path: { clientId }, body: entry, idempotencyKey });

export const tryEntry = (clientId: number, entry: EntryIn) =>
  api.post('/clients/{clientId}/journal-entries/trial', { path: { clientId }, body: entry });

export const reverseEntry = (
  clientId: number,
  entryId: string,
  body: { bookingDate: string; reason: string },
  idempotencyKey: string,
) =>
  api.post('/clients/{clientId}/journal-entries/{entryId}/reversal', {
    path: { clientId, entryId },
    body,
    idempotencyKey,
  });

export const ledgerQuery = (
  clientId: number,
  number: string,
  filter: LedgerFilter,
  family: 'accounts' | 'cash-accounts',
) =>
  infiniteQueryOptions({
    queryKey: clientKey(clientId, 'ledger', family, number, filter),
    queryFn: ({ pageParam: after, signal }) =>
      api.get(`/clients/{clientId}/${family}/{number}/ledger`, {
        path: { clientId, number },
        query: { ...filter, limit: 200, after },
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
  });

export const trialBalanceQuery = (clientId: number, query: BooksView) =>
  queryOptions({
    queryKey: clientKey(clientId, 'trial-balance', query),
    queryFn: ({ signal }) => api.get('/clients/{clientId}/trial-balance', { path: { clientId }, query, signal }),
  });

export type VatFigure = components['schemas']['VatFigure'];

/** The figures of a VAT pre-return; `month` as `2026-03`. */
export const vatReturnQuery = (clientId: number, month: string) =>
  queryOptions({
    queryKey: clientKey(clientId, 'vat-return', month),
    queryFn: ({ signal }) => api.get('/clients/{clientId}/vat-returns/{month}', { path: { clientId, month }, signal }),
  });

/** The lines behind a figure. */
export const vatLinesQuery = (clientId: number, month: string, figure: string) =>
  queryOptions({
    queryKey: clientKey(clientId, 'vat-lines', { month, figure }),
    queryFn: async ({ signal }) =>
      (
        await api.get('/clients/{clientId}/vat-returns/{month}/lines', {
          path: { clientId, month },
          query: { figure },
          signal,
        })
      ).items,
  });

export const searchBooks = (clientId: number, q: string, signal?: AbortSignal) =>
  api.get('/clients/{clientId}/search', { path: { clientId }, query: { q }, signal });
