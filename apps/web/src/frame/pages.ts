import type { Catalogue } from '~/i18n/catalogue';
import type { Permission } from '~/api/types';

type NavigationKey = `nav.${keyof Catalogue['nav'] & string}`;

export interface PageEntry {
  /** Below the client, or below the root for pages of the centre. */
  path: string;
  label: NavigationKey;
  permission?: Permission;
  /** The permission counts for the whole centre only; by default, one client is enough for a page of the centre. */
  ofWholeCentre?: boolean;
  exact?: boolean;
  /** What is counted behind the name. */
  counter?: 'inbox' | 'decisions' | 'clearing';
}

export interface PageGroup {
  label: NavigationKey;
  pages: PageEntry[];
}

/** The navigation of a client's books, in the order of a working day. */
export const CLIENT_PAGES: PageGroup[] = [
  {
    label: 'nav.documents',
    pages: [
      { path: 'documents', label: 'nav.inbox', permission: 'documents:read', counter: 'inbox' },
      { path: 'orders', label: 'nav.orders', permission: 'documents:read' },
      { path: 'outgoing-invoices', label: 'nav.ownInvoices', permission: 'books:read' },
    ],
  },
  {
    label: 'nav.posting',
    pages: [
      { path: '', label: 'nav.dashboard', permission: 'books:read', exact: true },
      { path: 'booking', label: 'nav.booking', permission: 'drafts:write' },
      { path: 'drafts', label: 'nav.drafts', permission: 'drafts:write' },
      { path: 'standing-entries', label: 'nav.standing', permission: 'books:read' },
    ],
  },
  {
    label: 'nav.books',
    pages: [
      { path: 'journal', label: 'nav.journal', permission: 'books:read' },
      { path: 'ledger', label: 'nav.ledger', permission: 'books:read' },
      { path: 'open-items', label: 'nav.openItems', permission: 'books:read' },
      { path: 'trial-balance', label: 'nav.trialBalance', permission: 'books:read' },
    ],
  },
  {
    label: 'nav.statements',
    pages: [
      { path: 'statements/results', label: 'nav.results', permission: 'books:read' },
      { path: 'statements/cash-flows', label: 'nav.cashFlows', permission: 'books:read' },
      { path: 'statements/balance-sheet', label: 'nav.balanceSheet', permission: 'books:read' },
      { path: 'vat-return', label: 'nav.vatReturn', permission: 'books:read' },
      { path: 'periods', label: 'nav.periods', permission: 'books:read' },
    ],
  },
  {
    label: 'nav.masterData',
    pages: [
      { path: 'partners', label: 'nav.partners', permission: 'books:read' },
      { path: 'master-data/accounts', label: 'nav.accounts', permission: 'books:read' },
      { path: 'master-data/products', label: 'nav.products', permission: 'books:read' },
      { path: 'master-data/cost-centres', label: 'nav.costCentres', permission: 'books:read' },
      { path: 'workflow', label: 'nav.workflow', permission: 'documents:read' },
    ],
  },
  {
    label: 'nav.exchange',
    pages: [
      { path: 'imports', label: 'nav.imports', permission: 'imports:run' },
      { path: 'exports', label: 'nav.exports', permission: 'exports:run' },
      { path: 'integrity', label: 'nav.integrity', permission: 'books:read' },
    ],
  },
];

export const CENTRE_PAGES: PageGroup = {
  label: 'nav.centre',
  pages: [
    { path: '/', label: 'nav.overview', exact: true },
    { path: '/decisions', label: 'nav.decisions', permission: 'documents:decide', counter: 'decisions' },
    {
      path: '/centre/clearing',
      label: 'nav.clearing',
      permission: 'clearing:manage',
      ofWholeCentre: true,
      counter: 'clearing',
    },
    { path: '/centre/statements/results', label: 'nav.summed' },
    { path: '/centre/clients', label: 'nav.clients' },
    { path: '/centre/users', label: 'nav.users', permission: 'users:manage', ofWholeCentre: true },
    { path: '/centre/audit-log', label: 'nav.auditLog', permission: 'audit:read' },
  ],
};
