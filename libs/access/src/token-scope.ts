import type { Permission } from './role.js';

/** What an API token is good for. `all` is everything its person may do, also what is added later. */
export const TOKEN_SCOPES = [
  'read',
  'book',
  'invoicing',
  'deliver',
  'decide',
  'import',
  'export',
  'manage',
  'close',
  'audit',
  'administer',
  'all',
] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** Each permission belongs to one scope besides `all`: whoever adds a permission says here which tokens may use it. */
export const SCOPE_OF: Record<Permission, Exclude<TokenScope, 'all'>> = {
  'books:read': 'read',
  'documents:read': 'read',
  'drafts:write': 'book',
  'journal:post': 'book',
  'open-items:manage': 'book',
  'invoicing:write': 'invoicing',
  'documents:intake': 'deliver',
  'clearing:manage': 'deliver',
  'documents:decide': 'decide',
  'imports:run': 'import',
  'exports:run': 'export',
  'masterdata:manage': 'manage',
  'partners:manage': 'manage',
  'workflow:manage': 'manage',
  'clients:manage': 'manage',
  'journal:close': 'close',
  'periods:manage': 'close',
  'seals:create': 'close',
  'audit:read': 'audit',
  'users:manage': 'administer',
};

/** Whether a token with these scopes may use a permission that its person holds. */
export const coversPermission = (scopes: readonly TokenScope[], permission: Permission): boolean =>
  scopes.includes('all') || scopes.includes(SCOPE_OF[permission]);
