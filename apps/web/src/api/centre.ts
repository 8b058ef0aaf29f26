import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, type Query } from './http';
import { listOf } from './session';
import type { AuditRecord, BankAccount, Client, Page, RoleDefinition, Setting, User } from './types';

export const clientsQuery = queryOptions({
  queryKey: ['centre', 'clients'],
  queryFn: async () => listOf<Client>(await api.get('/clients')),
});
export const clientQuery = (id: number) =>
  queryOptions({
    queryKey: ['centre', 'client', id],
    queryFn: () => api.get<Client>(`/clients/${id}`),
    placeholderData: undefined,
  });
export const createClient = (body: unknown) => api.post<Client>('/clients', body);
export const changeClient = (id: number, body: unknown) => api.patch<Client>(`/clients/${id}`, body);

export const bankAccountsQuery = (id: number) =>
  queryOptions({
    queryKey: ['centre', 'client', id, 'bank-accounts'],
    queryFn: async () => listOf<BankAccount>(await api.get(`/clients/${id}/bank-accounts`)),
  });
export const addBankAccount = (id: number, body: unknown) =>
  api.post<BankAccount>(`/clients/${id}/bank-accounts`, body);

export const settingsQuery = (id: number) =>
  queryOptions({
    queryKey: ['centre', 'client', id, 'settings'],
    queryFn: async () => listOf<Setting>(await api.get(`/clients/${id}/settings`)),
  });
export const addSetting = (id: number, body: unknown) => api.post<Setting>(`/clients/${id}/settings`, body);

export const usersQuery = (q: string) =>
  queryOptions({
    queryKey: ['centre', 'users', q],
    queryFn: async () => listOf<User>(await api.get('/centre/users', { query: { q, limit: 200 } })),
  });
export const userQuery = (id: string) =>
  queryOptions({
    queryKey: ['centre', 'user', id],
    queryFn: () => api.get<User>(`/centre/users/${id}`),
    placeholderData: undefined,
  });
export const createUser = (body: unknown) => api.post<User>('/centre/users', body);
export const changeUser = (id: User['id'], body: unknown) => api.patch<User>(`/centre/users/${id}`, body);
export const resetPassword = (id: User['id']) =>
  api.post<{ initialPassword: string }>(`/centre/users/${id}/password-resets`, {});
export const grantRole = (id: User['id'], body: unknown) => api.post(`/centre/users/${id}/roles`, body);
export const changeRole = (id: User['id'], roleId: string | number, body: unknown) =>
  api.patch(`/centre/users/${id}/roles/${roleId}`, body);
export const addDeputy = (id: User['id'], body: unknown) => api.post(`/centre/users/${id}/deputies`, body);
export const changeDeputy = (id: User['id'], deputyId: string | number, body: unknown) =>
  api.patch(`/centre/users/${id}/deputies/${deputyId}`, body);

export const rolesQuery = queryOptions({
  queryKey: ['centre', 'roles'],
  queryFn: async () => listOf<RoleDefinition>(await api.get('/centre/roles')),
  staleTime: Infinity,
});

export const auditLogQuery = (query: Query) =>
  infiniteQueryOptions({
    queryKey: ['centre', 'audit-log', query],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<AuditRecord>>('/centre/audit-log', { query: { ...query, limit: 200, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
