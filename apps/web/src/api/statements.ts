import { queryOptions } from '@tanstack/react-query';
import { api, type Query } from './http';
import { clientKey } from './query-client';
import type { Statement, StatementDrill, StatementName } from './types';

export const statementQuery = (clientId: number, name: StatementName, query: Query) =>
  queryOptions({
    queryKey: clientKey(clientId, 'statement', name, query),
    queryFn: ({ signal }) => api.get<Statement>(`/clients/${clientId}/statements/${name}`, { query, signal }),
  });

export const statementLineQuery = (clientId: number, name: StatementName, code: string, query: Query) =>
  queryOptions({
    queryKey: clientKey(clientId, 'statement-line', name, code, query),
    queryFn: ({ signal }) =>
      api.get<StatementDrill>(`/clients/${clientId}/statements/${name}/lines/${encodeURIComponent(code)}`, {
        query,
        signal,
      }),
    placeholderData: undefined,
  });

export const summedStatementQuery = (name: StatementName, clientIds: number[], query: Query) =>
  queryOptions({
    queryKey: ['centre', 'statement', name, clientIds, query],
    queryFn: ({ signal }) =>
      api.get<Statement>(`/centre/statements/${name}`, { query: { ...query, clientIds }, signal }),
    enabled: clientIds.length > 0,
  });
