import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dashboardQuery } from '~/api/books';
import { documentCountsQuery } from '~/api/documents';
import type { Dashboard } from '~/api/types';
import { useBooks, useClient, useMay } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';
import { formatDay, formatInstant } from '~/lib/dates';
import { fromApi } from '~/lib/money';
import { useFilters } from '~/lib/search-params';
import { Amount } from '~/ui/Amount';
import { Page } from '~/ui/Page';
import { ErrorState, SkeletonBlock } from '~/ui/States';
import { EntryTable } from '../journal/EntryTable';
import { periodName } from '../journal/EntryDetails';
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

function Figure({ label, page, children }: { label: string; page: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <ClientLink page={page}>{children}</ClientLink>
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
