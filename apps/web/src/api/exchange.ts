import { queryOptions } from '@tanstack/react-query';
import { api, type QueryFor } from './api';
import { request } from './http';
import { clientKey } from './query-client';
import type { Job } from './types';

export type ImportKind = Job['kind'];
type ImportQuery = QueryFor<'post', '/clients/{clientId}/imports'>;

const RECORDS: ReadonlySet<ImportKind> = new Set(['accounts', 'products', 'cost-centres', 'partners']);
/** Master data comes as records; everything else as entries. */
export const isOfRecords = (kind: ImportKind): boolean => RECORDS.has(kind);

/** A second person confirms the bank accounts that an import of partners has proposed. */
export const confirmBankAccounts = (clientId: number, jobId: string) =>
  api.post('/clients/{clientId}/jobs/{jobId}/bank-account-confirmation', { path: { clientId, jobId } });

/** Sends the file itself as the body; the answer is the job that will read it. */
export const startImport = (clientId: number, file: File, query: ImportQuery) =>
  request<Job>('POST', `/clients/${clientId}/imports`, file, {
    query: { ...query, fileName: file.name },
    contentType: query.format === 'csv' ? 'text/csv' : 'application/x-ndjson',
  });

export const isRunning = (job: Job | undefined): boolean => job?.state === 'waiting' || job?.state === 'running';

export const jobsQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'jobs'),
    queryFn: async () => (await api.get('/clients/{clientId}/jobs', { path: { clientId } })).items,
    refetchInterval: (query) => (query.state.data?.some(isRunning) ? 1000 : false),
  });

export const jobQuery = (clientId: number, jobId: string) =>
  queryOptions({
    queryKey: clientKey(clientId, 'job', jobId),
    queryFn: () => api.get('/clients/{clientId}/jobs/{jobId}', { path: { clientId, jobId } }),
    refetchInterval: (query) => (isRunning(query.state.data) ? 700 : false),
    placeholderData: undefined,
  });

export const sealsQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'seals'),
    queryFn: async () => (await api.get('/clients/{clientId}/seals', { path: { clientId } })).items,
  });
export const createSeal = (clientId: number) => api.post('/clients/{clientId}/seals', { path: { clientId } });

export const integrityQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'integrity'),
    queryFn: () => api.get('/clients/{clientId}/integrity', { path: { clientId } }),
  });
export const proveBooks = (clientId: number) => api.post('/clients/{clientId}/proofs', { path: { clientId } });
