import { queryOptions } from '@tanstack/react-query';
import { api, type QueryFor } from './api';
import { clientKey } from './query-client';
import type { StatementName } from './types';

export type StatementView = QueryFor<'get', '/clients/{clientId}/statements/{statement}'>;

export const statementQuery = (clientId: number, statement: StatementName, query: StatementView) =>
  queryOptions({
    queryKey: clientKey(clientId, 'statement', statement, query),
    queryFn: ({ signal }) =>
      api.get('/clients/{clientId}/statements/{statement}', { path: { clientId, statement }, query, signal }),
  });

export const statementLineQuery = (clientId: number, statement: StatementName, code: string, query: StatementView) =>
  queryOptions({
    queryKey: clientKey(clientId, 'statement-line', statement, code, query),
    queryFn: ({ signal }) =>
      api.get('/clients/{clientId}/statements/{statement}/lines/{code}', {
        path: { clientId, statement, code },
        query,
        signal,
      }),
    placeholderData: undefined,
  });

export const summedStatementQuery = (statement: StatementName, clientIds: number[], query: StatementView) =>
  queryOptions({
    queryKey: ['centre', 'statement', statement, clientIds, query],
    queryFn: ({ signal }) =>
      api.get('/centre/statements/{statement}', {
        path: { statement },
        query: { ...query, clientIds: clientIds.join(',') },
        signal,
      }),
    enabled: clientIds.length > 0,
  });
