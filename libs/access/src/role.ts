import type { Language } from '@lib/kernel';

/** What the API guards. Each route names exactly one. */
export const PERMISSIONS = [
  'books:read',
  'drafts:write',
  'journal:post',
  'journal:close',
  'periods:manage',
  'masterdata:manage',
  'imports:run',
  'exports:run',
  'seals:create',
  'clients:manage',
  'users:manage',
  'audit:read',
  'documents:read',
  'documents:intake',
  'documents:decide',
  'partners:manage',
  'open-items:manage',
  'invoicing:write',
  'workflow:manage',
  'clearing:manage',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = [
  'clerk',
  'budget-holder',
  'cash-officer',
  'enforcement-officer',
  'treasurer',
  'auditor',
  'centre-lead',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/**
 * What a role may do. The administrator sees no books: who decides about access takes no part in the accounts
 * (separation of duties, § 93(4) GO NRW, § 31(3) KomHVO NRW). Who may read the books may look at the documents behind them:
 * a figure without its voucher proves nothing.
 */
export const PERMISSIONS_OF: Record<Role, readonly Permission[]> = {
  clerk: [
    'books:read',
    'drafts:write',
    'journal:post',
    'imports:run',
    'exports:run',
    'documents:read',
    'documents:intake',
    'documents:decide',
    'partners:manage',
    'open-items:manage',
    'invoicing:write',
    'clearing:manage',
  ],
  'budget-holder': ['books:read', 'drafts:write', 'documents:read', 'documents:decide'],
  'cash-officer': ['books:read', 'drafts:write', 'documents:read', 'open-items:manage'],
  'enforcement-officer': ['books:read', 'documents:read'],
  treasurer: [
    'books:read',
    'drafts:write',
    'journal:close',
    'periods:manage',
    'masterdata:manage',
    'exports:run',
    'seals:create',
    'audit:read',
    'documents:read',
    'documents:decide',
    'workflow:manage',
  ],
  auditor: ['books:read', 'exports:run', 'audit:read', 'documents:read'],
  'centre-lead': [
    'books:read',
    'drafts:write',
    'journal:post',
    'journal:close',
    'periods:manage',
    'masterdata:manage',
    'imports:run',
    'exports:run',
    'seals:create',
    'clients:manage',
    'audit:read',
    'documents:read',
    'documents:intake',
    'documents:decide',
    'partners:manage',
    'open-items:manage',
    'invoicing:write',
    'workflow:manage',
    'clearing:manage',
  ],
  administrator: ['clients:manage', 'users:manage', 'audit:read'],
};

/** The names of the roles as the screens show them. */
export const ROLE_LABELS: Record<Role, Record<Language, string>> = {
  clerk: { de: 'Buchhaltung', en: 'Finance clerk' },
  'budget-holder': { de: 'Budgetverantwortung', en: 'Budget holder' },
  'cash-officer': { de: 'Zahlungsabwicklung', en: 'Cash officer' },
  'enforcement-officer': { de: 'Vollstreckung', en: 'Enforcement officer' },
  treasurer: { de: 'Kämmerei', en: 'Treasurer' },
  auditor: { de: 'Rechnungsprüfung', en: 'Auditor' },
  'centre-lead': { de: 'Leitung des Finanzzentrums', en: 'Centre lead' },
  administrator: { de: 'Administration', en: 'Administrator' },
};
