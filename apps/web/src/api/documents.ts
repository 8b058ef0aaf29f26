import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  Batch,
  BatchFile,
  ClearingItem,
  Coding,
  DecisionItem,
  Department,
  DocumentDetail,
  DocumentList,
  DocumentRow,
  Letter,
  PersonRef,
  PostingTrial,
  Proposal,
  Responsibility,
  Route,
  Workflow,
  WorkflowStep,
} from './document-types';
import { request, urlOf } from './http';
import { clientKey } from './query-client';
import type { PostedEntry } from './types';

type Id = string;
type List<T> = { items: T[]; next?: string | null };
const at = (clientId: number, path: string): string => `/clients/${clientId}${path}`;
const ofDocument = (clientId: number, id: Id, path = ''): string =>
  at(clientId, `/documents/${encodeURIComponent(id)}${path}`);

/** The filters of the inbox as the API takes them. */
export interface DocumentFilter {
  state?: string;
  mine?: boolean;
  kind?: string;
  alarm?: string;
  supplier?: string;
  department?: string;
  q?: string;
  from?: string;
  to?: string;
  amountFrom?: string;
  amountTo?: string;
  order?: string;
}

export const listDocuments = (
  clientId: number,
  filter: DocumentFilter & { limit?: number; after?: string },
  signal?: AbortSignal,
) => request<DocumentList>('GET', at(clientId, '/documents'), undefined, { query: { ...filter }, signal });

export const documentsQuery = (clientId: number, filter: DocumentFilter, limit = 100) =>
  infiniteQueryOptions({
    queryKey: clientKey(clientId, 'documents', filter, limit),
    queryFn: ({ pageParam: after, signal }) => listDocuments(clientId, { ...filter, limit, after }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** How many documents stand where, for the navigation and the tabs. */
export const documentCountsQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'document-counts'),
    queryFn: async ({ signal }) => (await listDocuments(clientId, { limit: 1 }, signal)).counts.byState,
    staleTime: 30_000,
  });

export const documentQuery = (clientId: number, id: Id) =>
  queryOptions({
    queryKey: clientKey(clientId, 'document', id),
    queryFn: ({ signal }) => request<DocumentDetail>('GET', ofDocument(clientId, id), undefined, { signal }),
    placeholderData: undefined,
  });

export const entryDocumentsQuery = (clientId: number, entryId: string) =>
  queryOptions({
    queryKey: clientKey(clientId, 'entry-documents', entryId),
    queryFn: async ({ signal }) =>
      (
        await request<List<DocumentRow>>('GET', at(clientId, `/journal-entries/${entryId}/documents`), undefined, {
          signal,
        })
      ).items,
  });

export const fileHref = (clientId: number, id: Id, fileNo: number): string =>
  urlOf(ofDocument(clientId, id, `/files/${fileNo}`));
export const pageHref = (clientId: number, id: Id, page: number, width: number): string =>
  urlOf(ofDocument(clientId, id, `/pages/${page}`), { width });

export const acceptDocument = (clientId: number, id: Id, body: { reason: string; version: number }) =>
  request<DocumentDetail>('POST', ofDocument(clientId, id, '/acceptance'), body);
export const rejectDocument = (
  clientId: number,
  id: Id,
  body: { note: string; findings: string[]; send: boolean; version: number },
) => request<Letter>('POST', ofDocument(clientId, id, '/rejection'), body);
export const letterQuery = (clientId: number, id: Id, findings: string[], note: string) =>
  queryOptions({
    queryKey: clientKey(clientId, 'rejection-letter', id, findings, note),
    queryFn: ({ signal }) =>
      request<Letter>('GET', ofDocument(clientId, id, '/rejection-letter'), undefined, {
        query: { findings, note },
        signal,
      }),
  });
export const fileDocument = (clientId: number, id: Id, body: { reason: string; version: number }) =>
  request<DocumentDetail>('POST', ofDocument(clientId, id, '/filing'), body);
export const releaseDocument = (clientId: number, id: Id, reason: string) =>
  request<DocumentDetail>('POST', ofDocument(clientId, id, '/release'), { reason });
export const changeDocument = (clientId: number, id: Id, body: Record<string, unknown> & { version: number }) =>
  request<DocumentDetail>('PATCH', ofDocument(clientId, id), body);
export const decideDuplicate = (
  clientId: number,
  id: Id,
  body: { duplicate: boolean; reason: string; version: number },
) => request<DocumentDetail>('POST', ofDocument(clientId, id, '/duplicate-decision'), body);
export const holdDocument = (clientId: number, id: Id, body: { hold: boolean; reason: string }) =>
  request<DocumentDetail>('POST', ofDocument(clientId, id, '/legal-hold'), body);
export const commentDocument = (clientId: number, id: Id, text: string) =>
  request<unknown>('POST', ofDocument(clientId, id, '/comments'), { text });

export const proposalQuery = (clientId: number, id: Id) =>
  queryOptions({
    queryKey: clientKey(clientId, 'proposal', id),
    queryFn: ({ signal }) => request<Proposal>('GET', ofDocument(clientId, id, '/proposal'), undefined, { signal }),
    staleTime: 60_000,
    placeholderData: undefined,
  });
export const saveCoding = (clientId: number, id: Id, coding: Coding, version: number) =>
  request<DocumentDetail>('PUT', ofDocument(clientId, id, '/coding'), { ...coding, version });
export const submitDocument = (clientId: number, id: Id, version: number) =>
  request<DocumentDetail>('POST', ofDocument(clientId, id, '/submission'), { version });

export interface DecisionWish {
  step: string;
  share?: number;
  decision: 'approve' | 'return' | 'forward';
  note?: string;
  to?: string;
  toStep?: string;
  bookingDate?: string;
  version: number;
}
export const decideDocument = (clientId: number, id: Id, body: DecisionWish, idempotencyKey?: string) =>
  request<DocumentDetail & { entry?: PostedEntry }>('POST', ofDocument(clientId, id, '/decisions'), body, {
    idempotencyKey,
  });
export const tryPosting = (clientId: number, id: Id, bookingDate?: string) =>
  request<PostingTrial>('POST', ofDocument(clientId, id, '/posting-trial'), { bookingDate });

export const myDecisionsQuery = queryOptions({
  queryKey: ['decisions'],
  queryFn: async ({ signal }) => (await request<List<DecisionItem>>('GET', '/decisions', undefined, { signal })).items,
  staleTime: 20_000,
});

export const uploadDocument = (clientId: number, file: File) =>
  request<DocumentDetail & { duplicateUpload?: boolean }>('POST', at(clientId, '/documents'), file, {
    query: { fileName: file.name },
    contentType: 'application/octet-stream',
  });

export const createBatch = (clientId: number, name: string) =>
  request<Batch>('POST', at(clientId, '/document-batches'), { name });
export const sendToBatch = (clientId: number, batchId: Id, file: File, signal?: AbortSignal) =>
  request<{ fileNo: number }>('POST', at(clientId, `/document-batches/${batchId}/files`), file, {
    query: { fileName: file.name },
    contentType: 'application/octet-stream',
    signal,
  });
export const completeBatch = (clientId: number, batchId: Id) =>
  request<Batch>('POST', at(clientId, `/document-batches/${batchId}/completion`), {});
const isBatchRunning = (batch: Batch | undefined): boolean => batch !== undefined && batch.state !== 'done';
export const batchesQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'batches'),
    queryFn: async () => (await request<List<Batch>>('GET', at(clientId, '/document-batches'))).items,
    refetchInterval: (query) => (query.state.data?.some(isBatchRunning) ? 2000 : false),
  });
export const batchQuery = (clientId: number, batchId: Id) =>
  queryOptions({
    queryKey: clientKey(clientId, 'batch', batchId),
    queryFn: () => request<Batch>('GET', at(clientId, `/document-batches/${batchId}`)),
    refetchInterval: (query) => (isBatchRunning(query.state.data) ? 1000 : false),
    placeholderData: undefined,
  });
export type { BatchFile };

export const departmentsQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'departments'),
    queryFn: async () => (await request<List<Department>>('GET', at(clientId, '/departments'))).items,
    staleTime: 60_000,
  });
export const addDepartment = (clientId: number, body: Record<string, unknown>) =>
  request<Department>('POST', at(clientId, '/departments'), body);
export const changeDepartment = (clientId: number, code: string, body: Record<string, unknown>) =>
  request<Department>('PATCH', at(clientId, `/departments/${encodeURIComponent(code)}`), body);
export const routesQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'routes'),
    queryFn: async () => (await request<List<Route>>('GET', at(clientId, '/routes'))).items,
  });
export const addRoute = (clientId: number, body: Record<string, unknown>) =>
  request<Route>('POST', at(clientId, '/routes'), body);
export const changeRoute = (clientId: number, id: Id, body: Record<string, unknown>) =>
  request<Route>('PATCH', at(clientId, `/routes/${id}`), body);

export interface WorkflowVersions {
  current: Workflow;
  versions: Workflow[];
}
export const workflowQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'workflow'),
    queryFn: () => request<WorkflowVersions>('GET', at(clientId, '/workflow')),
  });
export const saveWorkflow = (clientId: number, body: { validFrom: string; steps: WorkflowStep[]; note: string }) =>
  request<unknown>('PUT', at(clientId, '/workflow'), body);

export const responsibilitiesQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'responsibilities'),
    queryFn: async () => (await request<List<Responsibility>>('GET', at(clientId, '/responsibilities'))).items,
  });
export const addResponsibility = (clientId: number, body: Record<string, unknown>) =>
  request<Responsibility>('POST', at(clientId, '/responsibilities'), body);

/** Who may be given a share or a task of this client. */
export const deciderQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'deciders'),
    queryFn: async () => (await request<List<PersonRef>>('GET', at(clientId, '/deciders'))).items,
    staleTime: 5 * 60_000,
  });

export const clearingQuery = queryOptions({
  queryKey: ['centre', 'clearing'],
  queryFn: async ({ signal }) =>
    (await request<List<ClearingItem>>('GET', '/centre/clearing-items', undefined, { signal })).items,
});
export const clearingItemQuery = (id: Id) =>
  queryOptions({
    queryKey: ['centre', 'clearing', id],
    queryFn: ({ signal }) => request<ClearingItem>('GET', `/centre/clearing-items/${id}`, undefined, { signal }),
    placeholderData: undefined,
  });
export const clearingPageHref = (id: Id, page: number, width: number): string =>
  urlOf(`/centre/clearing-items/${id}/pages/${page}`, { width });
export const clearingFileHref = (id: Id): string => urlOf(`/centre/clearing-items/${id}/file`);
export const assignClearing = (id: Id, body: { clientId: number; department?: string; reason: string }) =>
  request<{ clientId: number; documentId: string }>('POST', `/centre/clearing-items/${id}/assignment`, body);
export const rejectClearing = (id: Id, note: string) =>
  request<unknown>('POST', `/centre/clearing-items/${id}/rejection`, { note });
/** A file for whichever client it names. */
export const intakeFile = (file: File) =>
  request<{ routedTo?: { clientId: number; documentId: string } | null; clearingItemId?: string | null }>(
    'POST',
    '/centre/intake',
    file,
    { query: { fileName: file.name }, contentType: 'application/octet-stream' },
  );
