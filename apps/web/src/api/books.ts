import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, type Query } from './http';
import { clientKey } from './query-client';
import { listOf } from './session';
import type {
  Dashboard,
  Draft,
  Entry,
  EntryIn,
  EntryTemplate,
  FiscalYear,
  LedgerPage,
  Page,
  Period,
  PeriodDecision,
  PeriodState,
  SearchHit,
  StandingEntry,
  TrialBalance,
  TrialPosting,
} from './types';

const at = (clientId: number, path: string) => `/clients/${clientId}${path}`;

export const fiscalYearsQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'fiscal-years'),
    queryFn: async () => listOf<FiscalYear>(await api.get(at(clientId, '/fiscal-years'))),
    staleTime: 60_000,
    placeholderData: undefined,
  });

export const openFiscalYear = (clientId: number, year: number) =>
  api.post<FiscalYear>(at(clientId, '/fiscal-years'), { year });

export const periodDecisionsQuery = (clientId: number, year: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'period-decisions', year),
    queryFn: async () => listOf<PeriodDecision>(await api.get(at(clientId, `/fiscal-years/${year}/period-decisions`))),
  });

export const changePeriod = (clientId: number, year: number, period: Period, state: PeriodState, reason?: string) =>
  api.post(at(clientId, `/fiscal-years/${year}/periods/${period.period}/state`), {
    state,
    reason,
    version: period.version,
  });

export const dashboardQuery = (clientId: number, fiscalYear: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'dashboard', fiscalYear),
    queryFn: () => api.get<Dashboard>(at(clientId, '/dashboard'), { query: { fiscalYear } }),
  });

export const journalQuery = (clientId: number, query: Query, limit = 100) =>
  infiniteQueryOptions({
    queryKey: clientKey(clientId, 'journal', query, limit),
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Entry>>(at(clientId, '/journal-entries'), { query: { ...query, limit, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const entryQuery = (clientId: number, id: string) =>
  queryOptions({
    queryKey: clientKey(clientId, 'entry', id),
    queryFn: () => api.get<Entry>(at(clientId, `/journal-entries/${id}`)),
    placeholderData: undefined,
  });

export const postEntry = (clientId: number, entry: EntryIn, idempotencyKey: string) =>
  api.post<Entry>(at(clientId, '/journal-entries'), entry, { idempotencyKey });

export const tryEntry = (clientId: number, entry: EntryIn) =>
  api.post<TrialPosting>(at(clientId, '/journal-entries/trial'), entry);

export const reverseEntry = (
  clientId: number,
  id: string,
  body: { bookingDate: string; reason: string },
  key: string,
) => api.post<Entry>(at(clientId, `/journal-entries/${id}/reversal`), body, { idempotencyKey: key });

export const ledgerQuery = (clientId: number, account: string, query: Query, family: 'accounts' | 'cash-accounts') =>
  infiniteQueryOptions({
    queryKey: clientKey(clientId, 'ledger', family, account, query),
    queryFn: ({ pageParam, signal }) =>
      api.get<LedgerPage>(at(clientId, `/${family}/${account}/ledger`), {
        query: { ...query, limit: 200, after: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const trialBalanceQuery = (clientId: number, query: Query) =>
  queryOptions({
    queryKey: clientKey(clientId, 'trial-balance', query),
    queryFn: ({ signal }) => api.get<TrialBalance>(at(clientId, '/trial-balance'), { query, signal }),
  });

export const draftsQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'drafts'),
    queryFn: async () => listOf<Draft>(await api.get(at(clientId, '/drafts'), { query: { limit: 200 } })),
  });

export const draftQuery = (clientId: number, id: string) =>
  queryOptions({
    queryKey: clientKey(clientId, 'draft', id),
    queryFn: () => api.get<Draft>(at(clientId, `/drafts/${id}`)),
    placeholderData: undefined,
    refetchOnWindowFocus: false,
  });

export const createDraft = (clientId: number, entry: Partial<EntryIn>, note?: string) =>
  api.post<Draft>(at(clientId, '/drafts'), { entry, note: note || undefined });
export const saveDraft = (clientId: number, id: Draft['id'], version: number, entry: Partial<EntryIn>, note?: string) =>
  api.put<Draft>(at(clientId, `/drafts/${id}`), { entry, note: note || undefined, version });
export const discardDraft = (clientId: number, id: Draft['id'], version: number) =>
  api.del<void>(at(clientId, `/drafts/${id}`), undefined, { query: { version } });
export const postDraft = (clientId: number, id: Draft['id'], version: number, key?: string) =>
  api.post<Entry>(at(clientId, `/drafts/${id}/posting`), { version }, { idempotencyKey: key });

export const templatesQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'templates'),
    queryFn: async () => listOf<EntryTemplate>(await api.get(at(clientId, '/entry-templates'))),
  });
export const createTemplate = (clientId: number, name: string, entry: Partial<EntryIn>) =>
  api.post<EntryTemplate>(at(clientId, '/entry-templates'), { name, entry });
export const removeTemplate = (clientId: number, id: EntryTemplate['id']) =>
  api.del<void>(at(clientId, `/entry-templates/${id}`));

export const standingQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'standing'),
    queryFn: async () => listOf<StandingEntry>(await api.get(at(clientId, '/standing-entries'))),
  });
export const createStanding = (clientId: number, body: unknown) =>
  api.post<StandingEntry>(at(clientId, '/standing-entries'), body);
export const endStanding = (clientId: number, id: StandingEntry['id'], version: number) =>
  api.post<StandingEntry>(at(clientId, `/standing-entries/${id}/ending`), { version });
export const resumeStanding = (clientId: number, id: StandingEntry['id'], version: number) =>
  api.post<StandingEntry>(at(clientId, `/standing-entries/${id}/resumption`), { version });
export const createAccrual = (clientId: number, body: unknown) =>
  api.post<StandingEntry>(at(clientId, '/accruals'), body);

export const searchBooks = (clientId: number, q: string, signal?: AbortSignal) =>
  api.get<{ items: SearchHit[] }>(at(clientId, '/search'), { query: { q }, signal });
