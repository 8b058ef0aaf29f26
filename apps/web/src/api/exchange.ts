import { queryOptions } from '@tanstack/react-query';
import { api } from './http';
import { clientKey } from './query-client';
import { listOf } from './session';
import type { Integrity, Job, Proof, Seal } from './types';

export type ImportKind = 'journal' | 'opening-balances' | 'cash-flows';

export interface ImportWish {
  kind: ImportKind;
  format: 'csv' | 'jsonl';
  dryRun: boolean;
  bookingDate?: string;
  file: File;
}

export const startImport = (clientId: number, wish: ImportWish) =>
  api.post<Job>(`/clients/${clientId}/imports`, wish.file, {
    query: {
      kind: wish.kind,
      format: wish.format,
      dryRun: wish.dryRun,
      bookingDate: wish.bookingDate,
      fileName: wish.file.name,
    },
    contentType: wish.format === 'csv' ? 'text/csv' : 'application/x-ndjson',
  });

export const isRunning = (job: Job | undefined): boolean => job?.state === 'waiting' || job?.state === 'running';

export const jobsQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'jobs'),
    queryFn: async () => listOf<Job>(await api.get(`/clients/${clientId}/jobs`)),
    refetchInterval: (query) => (query.state.data?.some(isRunning) ? 1000 : false),
  });

export const jobQuery = (clientId: number, id: string) =>
  queryOptions({
    queryKey: clientKey(clientId, 'job', id),
    queryFn: () => api.get<Job>(`/clients/${clientId}/jobs/${id}`),
    refetchInterval: (query) => (isRunning(query.state.data) ? 700 : false),
    placeholderData: undefined,
  });

export const sealsQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'seals'),
    queryFn: async () => listOf<Seal>(await api.get(`/clients/${clientId}/seals`)),
  });
export const createSeal = (clientId: number) => api.post<Seal>(`/clients/${clientId}/seals`, {});

export const integrityQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'integrity'),
    queryFn: () => api.get<Integrity>(`/clients/${clientId}/integrity`),
  });
export const proveBooks = (clientId: number) => api.post<Proof>(`/clients/${clientId}/proofs`, {});
