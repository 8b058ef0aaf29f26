import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, type QueryFor } from './api';
import type { components } from './schema';
import type { ClientChange, NewClient, NewDeputy, NewRole, NewUser, User } from './types';

type Schemas = components['schemas'];
type AuditFilter = QueryFor<'get', '/centre/audit-log'>;

export const clientsQuery = queryOptions({
  queryKey: ['centre', 'clients'],
  queryFn: async () => (await api.get('/clients')).items,
});
export const clientQuery = (clientId: number) =>
  queryOptions({
    queryKey: ['centre', 'client', clientId],
    queryFn: () => api.get('/clients/{clientId}', { path: { clientId } }),
    placeholderData: undefined,
  });
export const createClient = (body: NewClient) => api.post('/clients', { body });
export const changeClient = (clientId: number, body: ClientChange) =>
  api.patch('/clients/{clientId}', { path: { clientId }, body });

export const bankAccountsQuery = (clientId: number) =>
  queryOptions({
    queryKey: ['centre', 'client', clientId, 'bank-accounts'],
    queryFn: async () => (await api.get('/clients/{clientId}/bank-accounts', { path: { clientId } })).items,
  });
export const addBankAccount = (clientId: number, body: Schemas['NewBankAccount']) =>
  api.post('/clients/{clientId}/bank-accounts', { path: { clientId }, body });

export const settingsQuery = (clientId: number) =>
  queryOptions({
    queryKey: ['centre', 'client', clientId, 'settings'],
    queryFn: async () => (await api.get('/clients/{clientId}/settings', { path: { clientId } })).items,
  });
export const addSetting = (clientId: number, body: Schemas['NewSetting']) =>
  api.post('/clients/{clientId}/settings', { path: { clientId }, body });

export const usersQuery = (q: string) =>
  queryOptions({
    queryKey: ['centre', 'users', q],
    queryFn: async () => (await api.get('/centre/users', { query: { q: q || undefined, limit: 200 } })).items,
  });
export const userQuery = (userId: string) =>
  queryOptions({
    queryKey: ['centre', 'user', userId],
    queryFn: () => api.get('/centre/users/{userId}', { path: { userId } }),
    placeholderData: undefined,
  });
export const createUser = (body: NewUser) => api.post('/centre/users', { body });
export const changeUser = (userId: User['id'], body: Schemas['UserChange']) =>
  api.patch('/centre/users/{userId}', { path: { userId }, body });
export const resetPassword = (userId: User['id']) =>
  api.post('/centre/users/{userId}/password-resets', { path: { userId }, body: {} });

export const liftLockOut = (userId: User['id']) => api.del('/centre/users/{userId}/lock-out', { path: { userId } });

export const grantRole = (userId: User['id'], body: NewRole) =>
  api.post('/centre/users/{userId}/roles', { path: { userId }, body });
export const changeRole = (userId: User['id'], roleId: string, body: Schemas['RoleChange']) =>
  api.patch('/centre/users/{userId}/roles/{roleId}', { path: { userId, roleId }, body });
export const addDeputy = (userId: User['id'], body: NewDeputy) =>
  api.post('/centre/users/{userId}/deputies', { path: { userId }, body });
export const changeDeputy = (userId: User['id'], deputyId: string, body: Schemas['DeputyChange']) =>
  api.patch('/centre/users/{userId}/deputies/{deputyId}', { path: { userId, deputyId }, body });

export const rolesQuery = queryOptions({
  queryKey: ['centre', 'roles'],
  queryFn: async () => (await api.get('/centre/roles')).items,
  staleTime: Infinity,
});

export const auditPeopleQuery = queryOptions({
  queryKey: ['centre', 'audit-people'],
  queryFn: async () => (await api.get('/centre/audit-log/people')).items,
  staleTime: 60_000,
});
export const auditIntegrityQuery = queryOptions({
  queryKey: ['centre', 'audit-integrity'],
  queryFn: () => api.get('/centre/audit-log/integrity'),
});
export const proveAuditLog = () => api.post('/centre/audit-log/proofs');

export const auditLogQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['centre', 'audit-log', filter],
    queryFn: ({ pageParam: after, signal }) =>
      api.get('/centre/audit-log', { query: { ...filter, limit: 200, after }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
