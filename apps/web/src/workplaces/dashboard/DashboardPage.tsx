import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dashboardQuery } from '~/api/books';
import { documentCountsQuery, myDecisionsQuery } from '~/api/documents';
import { openItemTotalsQuery } from '~/api/open-items';
import { contractsQuery } from '~/api/orders';
import type { Dashboard } from '~/api/types';
import { useBooks, useClient, useMay } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';
import { formatDay, formatInstant, today } from '~/lib/dates';
import { formatMoney, fromApi } from '~/lib/money';
import { useFilters } from '~/lib/search-params';
import { Amount } from '~/ui/Amount';
import { Page } from '~/ui/Page';
import { ErrorState, SkeletonBlock } from '~/ui/States';
import { EntryTable } from '../journal/EntryTable';
import { periodName } from '../journal/EntryDetails';
import { dayBefore } from '../open-items/item-due';
import './dashboard.css';

/** How the client stands, and what waits to be done. */
export function DashboardPage() {
  const { t } = useTranslation();
  const client = useClient();
  const { year } = useBooks();
  const [filters, change] = useFilters();
  const { data, error, refetch } = useQuery(dashboardQuery(client.id, year));
  return (
    <Page title={t('dashboard.title', { client: client.name, year })}>
      <div className="page-body">
        {error && <ErrorState error={error} retry={() => void refetch()} />}
        {!data && !error && <SkeletonBlock lines={16} />}
        {data && (
          <>
            <Figures data={data} />
            <OpenFigures />
            <div className="dashboard-columns">
              <section>
                <h2>{t('booking.recent')}</h2>
                <EntryTable
                  label={t('booking.recent')}
                  entries={data.recent}
                  loading={false}
                  current={filters.entry}
                  open={(entry) => change({ entry }, { push: true })}
                />
              </section>
              <ToDo data={data} />
            </div>
          </>
        )}
      </div>
    </Page>
  );
}

function Figures({ data }: { data: Dashboard }) {
  const { t } = useTranslation();
  return (
    <dl className="figures">
      <Figure label={t('dashboard.liquidFunds')} page="statements/cash-flows">
        <Amount value={data.liquidFunds} /> €
      </Figure>
      <Figure
        label={fromApi(data.result) < 0n ? t('dashboard.deficit') : t('dashboard.surplus')}
        page="statements/results"
      >
        <Amount value={data.result} /> €
      </Figure>
      <Figure label={t('dashboard.entries')} page="journal">
        {data.entries.toLocaleString('de-DE')}
      </Figure>
      <Figure label={t('dashboard.entriesThisMonth')} page="journal">
        {data.entriesThisMonth.toLocaleString('de-DE')}
      </Figure>
    </dl>
  );
}

/** What is owed and claimed today, and how much of it is overdue. */
function OpenFigures() {
  const { t } = useTranslation();
  const client = useClient();
  const overdueUntil = dayBefore(today());
  const liabilities = useQuery(openItemTotalsQuery(client.id, { kind: 'liability' })).data;
  const claims = useQuery(openItemTotalsQuery(client.id, { kind: 'claim' })).data;
  const lateLiabilities = useQuery(openItemTotalsQuery(client.id, { kind: 'liability', dueUntil: overdueUntil })).data;
  const lateClaims = useQuery(openItemTotalsQuery(client.id, { kind: 'claim', dueUntil: overdueUntil })).data;
  const euro = (amount: string | undefined) => (amount === undefined ? '…' : <>{formatMoney(fromApi(amount))} €</>);
  const overdue = { dueUntil: overdueUntil };
  return (
    <dl className="figures">
      <Figure label={t('dashboard.liabilities')} page="open-items" search={{ kind: 'liability' }}>
        {euro(liabilities?.liabilities)}
      </Figure>
      <Figure label={t('dashboard.overdueLiabilities')} page="open-items" search={{ kind: 'liability', ...overdue }}>
        {euro(lateLiabilities?.liabilities)}
      </Figure>
      <Figure label={t('dashboard.claims')} page="open-items" search={{ kind: 'claim' }}>
        {euro(claims?.claims)}
      </Figure>
      <Figure label={t('dashboard.overdueClaims')} page="open-items" search={{ kind: 'claim', ...overdue }}>
        {euro(lateClaims?.claims)}
      </Figure>
    </dl>
  );
}

interface FigureProps {
  label: string;
  page: string;
  search?: Record<string, string>;
  children: ReactNode;
}

function Figure({ label, page, search, children }: FigureProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <ClientLink page={page} search={search}>
          {children}
        </ClientLink>
      </dd>
    </div>
  );
}

/** What waits, and whether the books are whole; each line leads to where it is settled. */
function ToDo({ data }: { data: Dashboard }) {
  const { t } = useTranslation();
  const may = useMay();
  const client = useClient();
  const { data: counts } = useQuery({ ...documentCountsQuery(client.id), enabled: may('documents:intake') });
  const incoming = counts?.new ?? 0;
  const open = rangesOf(data.openPeriods.filter(({ state }) => state === 'open').map(({ period }) => period));
  const sealed = data.lastSeal ? formatInstant(data.lastSeal.sealedAt) : null;
  return (
    <section>
      <h2>{t('dashboard.toDo')}</h2>
      <ul className="plain-list to-do">
        <PapersToDo />
        {may('documents:intake') && incoming > 0 && (
          <li>
            <ClientLink page="documents">{t('dashboard.documents', { count: incoming })}</ClientLink>
          </li>
        )}
        {may('drafts:write') && (
          <>
            <li>
              <ClientLink page="booking">{t('dashboard.newEntry')}</ClientLink>
            </li>
            <li>
              <ClientLink page="drafts">{t('dashboard.drafts', { count: data.drafts })}</ClientLink>
            </li>
          </>
        )}
        <li>
          <ClientLink page="standing-entries">{t('dashboard.standingDue', { count: data.standingDue })}</ClientLink>
        </li>
        {data.standingFailed > 0 && (
          <li className="bad strong">
            <ClientLink page="standing-entries">
              {t('dashboard.standingFailed', { count: data.standingFailed })}
            </ClientLink>
          </li>
        )}
        {data.standingAtRisk > 0 && (
          <li className="bad strong">
            <ClientLink page="standing-entries">
              {t('dashboard.standingAtRisk', { count: data.standingAtRisk })}
            </ClientLink>
          </li>
        )}
        <li>
          <ClientLink page="periods">{t('dashboard.openPeriods')}</ClientLink>
          <span>{open || t('common.none')}</span>
        </li>
        <li>
          <ClientLink page="integrity">{t('dashboard.lastSeal')}</ClientLink>
          <span>{sealed ?? t('dashboard.never')}</span>
        </li>
        {data.integrity && (
          <li>
            <ClientLink page="integrity">{t('dashboard.integrity')}</ClientLink>
            <span className={data.integrity.ok ? 'good' : 'bad strong'}>
              {data.integrity.ok ? t('dashboard.whole') : t('dashboard.broken')}
            </span>
          </li>
        )}
        {data.lastEntry && (
          <li>
            <span>{t('dashboard.lastEntry')}</span>
            <span>
              {data.lastEntry.id} · {formatDay(data.lastEntry.bookingDate)}
            </span>
          </li>
        )}
      </ul>
    </section>
  );
}

/** Decisions, documents and expected invoices that wait; what does not wait is not shown. */
function PapersToDo() {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const mayRead = may('documents:read');
  const decisions = useQuery({ ...myDecisionsQuery, enabled: may('documents:decide') }).data;
  const counts = useQuery({ ...documentCountsQuery(client.id), enabled: mayRead }).data ?? {};
  const contracts = useQuery({ ...contractsQuery(client.id, { overdue: true }), enabled: mayRead }).data ?? [];
  const mine = decisions?.filter((item) => item.clientId === client.id) ?? [];
  const late = mine.filter((item) => item.overdue).length;
  const states = (['in-decision', 'quarantined'] as const).filter((state) => counts[state]);
  return (
    <>
      {mine.length > 0 && (
        <li>
          <Link to={'/decisions' as '/'}>{t('dashboard.decisions', { count: mine.length })}</Link>
          {late > 0 && <span className="warn strong">{t('dashboard.decisionsLate', { count: late })}</span>}
        </li>
      )}
      {states.map((state) => (
        <li key={state}>
          <ClientLink page="documents" search={{ state }}>
            {t('dashboard.documentsAt', { state: t(`documents.states.${state}`) })}
          </ClientLink>
          <span>{counts[state]!.toLocaleString('de-DE')}</span>
        </li>
      ))}
      {contracts.length > 0 && (
        <li>
          <ClientLink page="orders" search={{ view: 'contracts', overdue: 'yes' }}>
            {t('contracts.overdueCount', { count: contracts.length })}
          </ClientLink>
        </li>
      )}
    </>
  );
}

/** `00, 02–13` for the periods 0 and 2 to 13. */
function rangesOf(periods: number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const period of periods) {
    const last = ranges.at(-1);
    if (last && last[1] === period - 1) last[1] = period;
    else ranges.push([period, period]);
  }
  return ranges
    .map(([first, last]) => (first === last ? periodName(first) : `${periodName(first)}–${periodName(last)}`))
    .join(', ');
}
