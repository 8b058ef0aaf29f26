import type { Language } from '@lib/kernel';

/** What the API guards. Each route names exactly one. */
export const PERMISSIONS = [
  'books:read',
  'drafts:write',
  'journal:post',
  'periods:manage',
  'masterdata:manage',
  'imports:run',
  'exports:run',
  'seals:create',
  'clients:manage',
  'users:manage',
  'audit:read',
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
 * (separation of duties, § 93(4) GO NRW, § 31(3) KomHVO NRW).
 */
export const PERMISSIONS_OF: Record<Role, readonly Permission[]> = {
  clerk: ['books:read', 'drafts:write', 'journal:post', 'imports:run', 'exports:run'],
  'budget-holder': ['books:read', 'drafts:write'],
  'cash-officer': ['books:read', 'drafts:write'],
  'enforcement-officer': ['books:read'],
  treasurer: [
    'books:read',
    'drafts:write',
    'periods:manage',
    'masterdata:manage',
    'exports:run',
    'seals:create',
    'audit:read',
  ],
  auditor: ['books:read', 'exports:run', 'audit:read'],
  'centre-lead': [
    'books:read',
    'drafts:write',
    'journal:post',
    'periods:manage',
    'masterdata:manage',
    'imports:run',
    'exports:run',
    'seals:create',
    'clients:manage',
    'audit:read',
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
