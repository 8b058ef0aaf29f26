import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, hrefOf, type QueryFor } from './api';
import type {
  Batch,
  ClearingItem,
  Coding,
  DecisionItem,
  DocumentDetail,
  Proposal,
  StepKey,
  Workflow,
  WorkflowStep,
} from './document-types';
import { request } from './http';
import { clientKey } from './query-client';
import type { components } from './schema';

type Schemas = components['schemas'];
type Id = string;
/** The description leaves open what an invoice and a coding hold; the screens know. */
const detail = (answer: unknown): DocumentDetail => answer as DocumentDetail;

/** The filters of the inbox as the API takes them. */
export type DocumentFilter = Omit<QueryFor<'get', '/clients/{clientId}/documents'>, 'limit' | 'after' | 'format'>;

export const listDocuments = (
  clientId: number,
  query: QueryFor<'get', '/clients/{clientId}/documents'>,
  signal?: AbortSignal,
) => api.get('/clients/{clientId}/documents', { path: { clientId }, query, signal });

export const documentsQuery = (clientId: number, filter: DocumentFilter, limit = 100) =>
  infiniteQueryOptions({
    queryKey: clientKey(clientId, 'documents', filter, limit),
    queryFn: ({ pageParam: after, signal }) => listDocuments(clientId, { ...filter, limit, after }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** The same list for a spreadsheet, as a whole. */
export const documentsHref = (clientId: number, filter: DocumentFilter): string =>
  hrefOf('/clients/{clientId}/documents', { path: { clientId }, query: { ...filter, format: 'csv' } });

type Counts = Partial<Record<Schemas['DocumentRow']['state'], number>>;
/** How many documents stand where, for the navigation and the tabs. */
export const documentCountsQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'document-counts'),
    queryFn: async ({ signal }): Promise<Counts> =>
      (await listDocuments(clientId, { limit: 1 }, signal)).counts.byState as Counts,
    staleTime: 30_000,
  });

export const documentQuery = (clientId: number, documentId: Id) =>
  queryOptions({
    queryKey: clientKey(clientId, 'document', documentId),
    queryFn: async ({ signal }) =>
      detail(await api.get('/clients/{clientId}/documents/{documentId}', { path: { clientId, documentId }, signal })),
    placeholderData: undefined,
  });

export const entryDocumentsQuery = (clientId: number, entryId: string) =>
  queryOptions({
    queryKey: clientKey(clientId, 'entry-documents', entryId),
    queryFn: async ({ signal }) =>
      (
        await api.get('/clients/{clientId}/journal-entries/{entryId}/documents', {
          path: { clientId, entryId },
          signal,
        })
      ).items,
  });

export const fileHref = (clientId: number, documentId: Id, fileNo: number): string =>
  hrefOf('/clients/{clientId}/documents/{documentId}/files/{fileNo}', { path: { clientId, documentId, fileNo } });
export const pageHref = (clientId: number, documentId: Id, page: number, width: number): string =>
  hrefOf('/clients/{clientId}/documents/{documentId}/pages/{page}', {
    path: { clientId, documentId, page },
    query: { width },
  });

export const acceptDocument = (clientId: number, documentId: Id, body: Schemas['Acceptance']) =>
  api.post('/clients/{clientId}/documents/{documentId}/acceptance', { path: { clientId, documentId }, body });
export const rejectDocument = (clientId: number, documentId: Id, body: Schemas['Rejection']) =>
  api.post('/clients/{clientId}/documents/{documentId}/rejection', { path: { clientId, documentId }, body });
/** The letter that a rejection with these reasons would send; findings by their ids. */
export const letterQuery = (clientId: number, documentId: Id, findings: string[], note: string) =>
  queryOptions({
    queryKey: clientKey(clientId, 'rejection-letter', documentId, findings, note),
    queryFn: ({ signal }) =>
      api.get('/clients/{clientId}/documents/{documentId}/rejection-letter', {
        path: { clientId, documentId },
        query: { findings, note: note || undefined },
        signal,
      }),
  });
export const fileDocument = (clientId: number, documentId: Id, body: Schemas['Reason']) =>
  api.post('/clients/{clientId}/documents/{documentId}/filing', { path: { clientId, documentId }, body });
export const releaseDocument = (clientId: number, documentId: Id, body: Schemas['Reason']) =>
  api.post('/clients/{clientId}/documents/{documentId}/release', { path: { clientId, documentId }, body });
export const changeDocument = (clientId: number, documentId: Id, body: Schemas['DocumentChange']) =>
  api.patch('/clients/{clientId}/documents/{documentId}', { path: { clientId, documentId }, body });
export const decideDuplicate = (clientId: number, documentId: Id, body: Schemas['DuplicateDecision']) =>
  api.post('/clients/{clientId}/documents/{documentId}/duplicate-decision', { path: { clientId, documentId }, body });
export const holdDocument = (clientId: number, documentId: Id, body: Schemas['LegalHold']) =>
  api.post('/clients/{clientId}/documents/{documentId}/legal-hold', { path: { clientId, documentId }, body });
export const commentDocument = (clientId: number, documentId: Id, text: string) =>
  api.post('/clients/{clientId}/documents/{documentId}/comments', { path: { clientId, documentId }, body: { text } });

export const proposalQuery = (clientId: number, documentId: Id) =>
  queryOptions({
    queryKey: clientKey(clientId, 'proposal', documentId),
    queryFn: async ({ signal }) =>
      (await api.get('/clients/{clientId}/documents/{documentId}/proposal', {
        path: { clientId, documentId },
        signal,
      })) as Proposal,
    staleTime: 60_000,
    placeholderData: undefined,
  });
export const saveCoding = async (clientId: number, documentId: Id, coding: Coding, version: number) =>
  detail(
    await api.put('/clients/{clientId}/documents/{documentId}/coding', {
      path: { clientId, documentId },
      body: { ...(coding as Schemas['Coding']), version },
    }),
  );
export const submitDocument = async (clientId: number, documentId: Id, version: number) =>
  detail(
    await api.post('/clients/{clientId}/documents/{documentId}/submission', {
      path: { clientId, documentId },
      body: { version },
    }),
  );
export const recallDocument = (clientId: number, documentId: Id, body: Schemas['Recall']) =>
  api.post('/clients/{clientId}/documents/{documentId}/recall', { path: { clientId, documentId }, body });

export type DecisionWish = Schemas['Decision'] & { step: StepKey };
export const decideDocument = async (
  clientId: number,
  documentId: Id,
  body: DecisionWish,
  idempotencyKey?: string,
): Promise<DocumentDetail & { entry?: Schemas['DocumentPosting'] | null }> =>
  detail(
    await api.post('/clients/{clientId}/documents/{documentId}/decisions', {
      path: { clientId, documentId },
      body,
      idempotencyKey,
    }),
  );
export const tryPosting = (clientId: number, documentId: Id, bookingDate?: string) =>
  api.post('/clients/{clientId}/documents/{documentId}/posting-trial', {
    path: { clientId, documentId },
    body: { bookingDate },
  });

export const myDecisionsQuery = queryOptions({
  queryKey: ['decisions'],
  queryFn: async ({ signal }) => (await api.get('/decisions', { signal })).items as DecisionItem[],
  staleTime: 20_000,
});

export const createBatch = (clientId: number, name: string) =>
  api.post('/clients/{clientId}/document-batches', { path: { clientId }, body: { name } });
/** Sends the file itself as the body. */
export const sendToBatch = (clientId: number, batchId: Id, file: File) =>
  request<Schemas['ArrivedFile']>('POST', `/clients/${clientId}/document-batches/${batchId}/files`, file, {
    query: { fileName: file.name },
    contentType: 'application/octet-stream',
  });
export const completeBatch = (clientId: number, batchId: Id) =>
  api.post('/clients/{clientId}/document-batches/{batchId}/completion', { path: { clientId, batchId } });
const isBatchRunning = (batch: Batch | undefined): boolean => batch !== undefined && batch.state !== 'done';
export const batchesQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'batches'),
    queryFn: async () => (await api.get('/clients/{clientId}/document-batches', { path: { clientId } })).items,
    refetchInterval: (query) => (query.state.data?.some(isBatchRunning) ? 2000 : false),
  });
export const batchQuery = (clientId: number, batchId: Id) =>
  queryOptions({
    queryKey: clientKey(clientId, 'batch', batchId),
    queryFn: () => api.get('/clients/{clientId}/document-batches/{batchId}', { path: { clientId, batchId } }),
    refetchInterval: (query) => (isBatchRunning(query.state.data) ? 1000 : false),
    placeholderData: undefined,
  });

export const departmentsQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'departments'),
    queryFn: async () => (await api.get('/clients/{clientId}/departments', { path: { clientId } })).items,
    staleTime: 60_000,
  });
export const addDepartment = (clientId: number, body: Schemas['NewDepartment']) =>
  api.post('/clients/{clientId}/departments', { path: { clientId }, body });
export const changeDepartment = (clientId: number, code: string, body: Schemas['DepartmentChange']) =>
  api.patch('/clients/{clientId}/departments/{code}', { path: { clientId, code }, body });
export const routesQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'routes'),
    queryFn: async () => (await api.get('/clients/{clientId}/routes', { path: { clientId } })).items,
  });
export const addRoute = (clientId: number, body: Schemas['NewRoute']) =>
  api.post('/clients/{clientId}/routes', { path: { clientId }, body });
export const changeRoute = (clientId: number, routeId: Id, body: Schemas['RouteChange']) =>
  api.patch('/clients/{clientId}/routes/{routeId}', { path: { clientId, routeId }, body });

export const workflowQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'workflow'),
    queryFn: async () =>
      (await api.get('/clients/{clientId}/workflow', { path: { clientId } })) as {
        current: Workflow;
        versions: Workflow[];
      },
  });
export const saveWorkflow = (
  clientId: number,
  body: { validFrom: string; steps: WorkflowStep[]; note: string; version: number },
) =>
  api.put('/clients/{clientId}/workflow', {
    path: { clientId },
    body: { ...body, steps: body.steps as Schemas['WorkflowStep'][] },
  });
export const responsibilitiesQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'responsibilities'),
    queryFn: async () => (await api.get('/clients/{clientId}/responsibilities', { path: { clientId } })).items,
  });
export const addResponsibility = (clientId: number, body: Schemas['NewResponsibility']) =>
  api.post('/clients/{clientId}/responsibilities', { path: { clientId }, body });

/** Who may be given a share or a task of this client. */
export const deciderQuery = (clientId: number) =>
  queryOptions({
    queryKey: clientKey(clientId, 'deciders'),
    queryFn: async () => (await api.get('/clients/{clientId}/deciders', { path: { clientId } })).items,
    staleTime: 5 * 60_000,
  });

export const clearingQuery = queryOptions({
  queryKey: ['centre', 'clearing'],
  queryFn: async ({ signal }) => (await api.get('/centre/clearing-items', { signal, query: { limit: 200 } })).items,
  staleTime: 20_000,
});
export const clearingItemQuery = (itemId: Id) =>
  queryOptions({
    queryKey: ['centre', 'clearing', itemId],
    queryFn: async ({ signal }): Promise<ClearingItem> =>
      (await api.get('/centre/clearing-items/{clearingItemId}', {
        path: { clearingItemId: itemId },
        signal,
      })) as ClearingItem,
    placeholderData: undefined,
  });
export const clearingPageHref = (itemId: Id, page: number, width: number): string =>
  hrefOf('/centre/clearing-items/{clearingItemId}/pages/{page}', {
    path: { clearingItemId: itemId, page },
    query: { width },
  });
export const clearingFileHref = (itemId: Id): string =>
  hrefOf('/centre/clearing-items/{clearingItemId}/file', { path: { clearingItemId: itemId } });
export const assignClearing = (itemId: Id, body: Schemas['Assignment']) =>
  api.post('/centre/clearing-items/{clearingItemId}/assignment', { path: { clearingItemId: itemId }, body });
export const rejectClearing = (itemId: Id, note: string) =>
  api.post('/centre/clearing-items/{clearingItemId}/rejection', { path: { clearingItemId: itemId }, body: { note } });
/** A file for whichever client it names. */
export const intakeFile = (file: File) =>
  request<Schemas['Routed']>('POST', '/centre/intake', file, {
    query: { fileName: file.name },
    contentType: 'application/octet-stream',
  });
