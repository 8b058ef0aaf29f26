import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { ClientScope } from './frame/ClientScope';
import { Shell } from './frame/Shell';
import { readFilters } from './lib/search-params';
import { NotFound } from './ui/NotFound';
import { ErrorState } from './ui/States';

const root = createRootRoute({ component: Outlet, validateSearch: readFilters });

const centre = createRoute({ getParentRoute: () => root, id: 'centre', component: Shell });
const client = createRoute({ getParentRoute: () => root, path: '/clients/$clientKey', component: ClientScope });

const below = <P extends typeof centre | typeof client>(parent: P) =>
  function page(path: string, component: ReturnType<typeof lazyRouteComponent>) {
    return createRoute({ getParentRoute: () => parent as typeof centre, path: path as '/', component });
  };

const inCentre = below(centre);
const inClient = below(client);

/** Every page has its own address; its code is fetched when it is first opened. */
const centrePages = [
  inCentre(
    '/',
    lazyRouteComponent(() => import('./workplaces/overview/OverviewPage'), 'OverviewPage'),
  ),
  inCentre(
    '/decisions',
    lazyRouteComponent(() => import('./workplaces/decisions/DecisionsPage'), 'DecisionsPage'),
  ),
  inCentre(
    '/centre/clearing',
    lazyRouteComponent(() => import('./workplaces/clearing/ClearingPage'), 'ClearingPage'),
  ),
  inCentre(
    '/account',
    lazyRouteComponent(() => import('./workplaces/account/AccountPage'), 'AccountPage'),
  ),
  inCentre(
    '/centre/statements/$statement',
    lazyRouteComponent(() => import('./workplaces/statements/SummedStatementPage'), 'SummedStatementPage'),
  ),
  inCentre(
    '/centre/clients',
    lazyRouteComponent(() => import('./workplaces/clients/ClientsPage'), 'ClientsPage'),
  ),
  inCentre(
    '/centre/clients/new',
    lazyRouteComponent(() => import('./workplaces/clients/NewClientPage'), 'NewClientPage'),
  ),
  inCentre(
    '/centre/clients/$clientId',
    lazyRouteComponent(() => import('./workplaces/clients/ClientPage'), 'ClientPage'),
  ),
  inCentre(
    '/centre/users',
    lazyRouteComponent(() => import('./workplaces/users/UsersPage'), 'UsersPage'),
  ),
  inCentre(
    '/centre/users/$userId',
    lazyRouteComponent(() => import('./workplaces/users/UserPage'), 'UserPage'),
  ),
  inCentre(
    '/centre/audit-log',
    lazyRouteComponent(() => import('./workplaces/audit-log/AuditLogPage'), 'AuditLogPage'),
  ),
];

const clientPages = [
  inClient(
    '/documents',
    lazyRouteComponent(() => import('./workplaces/documents/InboxPage'), 'InboxPage'),
  ),
  inClient(
    '/documents/$documentId',
    lazyRouteComponent(() => import('./workplaces/documents/DocumentPage'), 'DocumentPage'),
  ),
  inClient(
    '/document-batches',
    lazyRouteComponent(() => import('./workplaces/documents/BatchesPage'), 'BatchesPage'),
  ),
  inClient(
    '/document-batches/$batchId',
    lazyRouteComponent(() => import('./workplaces/documents/BatchPage'), 'BatchPage'),
  ),
  inClient(
    '/',
    lazyRouteComponent(() => import('./workplaces/dashboard/DashboardPage'), 'DashboardPage'),
  ),
  inClient(
    '/workflow',
    lazyRouteComponent(() => import('./workplaces/workflow/WorkflowPage'), 'WorkflowPage'),
  ),
  inClient(
    '/booking',
    lazyRouteComponent(() => import('./workplaces/booking/BookingPage'), 'BookingPage'),
  ),
  inClient(
    '/drafts',
    lazyRouteComponent(() => import('./workplaces/drafts/DraftsPage'), 'DraftsPage'),
  ),
  inClient(
    '/drafts/$draftId',
    lazyRouteComponent(() => import('./workplaces/drafts/DraftPage'), 'DraftPage'),
  ),
  inClient(
    '/standing-entries',
    lazyRouteComponent(() => import('./workplaces/standing-entries/StandingEntriesPage'), 'StandingEntriesPage'),
  ),
  inClient(
    '/journal',
    lazyRouteComponent(() => import('./workplaces/journal/JournalPage'), 'JournalPage'),
  ),
  inClient(
    '/entries/$entryId',
    lazyRouteComponent(() => import('./workplaces/journal/EntryPage'), 'EntryPage'),
  ),
  inClient(
    '/ledger',
    lazyRouteComponent(() => import('./workplaces/ledger/AccountsPage'), 'AccountsPage'),
  ),
  inClient(
    '/ledger/$account',
    lazyRouteComponent(() => import('./workplaces/ledger/LedgerPage'), 'LedgerPage'),
  ),
  inClient(
    '/trial-balance',
    lazyRouteComponent(() => import('./workplaces/trial-balance/TrialBalancePage'), 'TrialBalancePage'),
  ),
  inClient(
    '/vat-return',
    lazyRouteComponent(() => import('./workplaces/vat-return/VatReturnPage'), 'VatReturnPage'),
  ),
  inClient(
    '/statements/$statement',
    lazyRouteComponent(() => import('./workplaces/statements/StatementPage'), 'StatementPage'),
  ),
  inClient(
    '/partners',
    lazyRouteComponent(() => import('./workplaces/partners/PartnersPage'), 'PartnersPage'),
  ),
  inClient(
    '/partners/$partnerId',
    lazyRouteComponent(() => import('./workplaces/partners/PartnerPage'), 'PartnerPage'),
  ),
  inClient(
    '/open-items',
    lazyRouteComponent(() => import('./workplaces/open-items/OpenItemsPage'), 'OpenItemsPage'),
  ),
  inClient(
    '/orders',
    lazyRouteComponent(() => import('./workplaces/orders/OrdersPage'), 'OrdersPage'),
  ),
  inClient(
    '/orders/new',
    lazyRouteComponent(() => import('./workplaces/orders/NewOrderPage'), 'NewOrderPage'),
  ),
  inClient(
    '/outgoing-invoices',
    lazyRouteComponent(() => import('./workplaces/outgoing-invoices/OutgoingInvoicesPage'), 'OutgoingInvoicesPage'),
  ),
  inClient(
    '/outgoing-invoices/$invoiceId',
    lazyRouteComponent(() => import('./workplaces/outgoing-invoices/OutgoingInvoicePage'), 'OutgoingInvoicePage'),
  ),
  inClient(
    '/periods',
    lazyRouteComponent(() => import('./workplaces/periods/PeriodsPage'), 'PeriodsPage'),
  ),
  inClient(
    '/master-data/$catalogue',
    lazyRouteComponent(() => import('./workplaces/master-data/MasterDataPage'), 'MasterDataPage'),
  ),
  inClient(
    '/imports',
    lazyRouteComponent(() => import('./workplaces/exchange/ImportsPage'), 'ImportsPage'),
  ),
  inClient(
    '/imports/$jobId',
    lazyRouteComponent(() => import('./workplaces/exchange/JobPage'), 'JobPage'),
  ),
  inClient(
    '/exports',
    lazyRouteComponent(() => import('./workplaces/exchange/ExportsPage'), 'ExportsPage'),
  ),
  inClient(
    '/integrity',
    lazyRouteComponent(() => import('./workplaces/integrity/IntegrityPage'), 'IntegrityPage'),
  ),
];

/** Plain text in the address: no quotes around numbers, nothing to decode for a human reader. */
const parseSearch = (text: string) => Object.fromEntries(new URLSearchParams(text));
const stringifySearch = (search: Record<string, unknown>) => {
  const text = new URLSearchParams(readFilters(search) as Record<string, string>).toString();
  return text ? `?${text}` : '';
};

export const router = createRouter({
  routeTree: root.addChildren([centre.addChildren(centrePages), client.addChildren(clientPages)]),
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  scrollToTopSelectors: ['#main'],
  defaultPreload: 'intent',
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: ({ error }) => <ErrorState error={error} />,
});
