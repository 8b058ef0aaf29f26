import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type OpenItemFilter, openItemsHref, openItemsQuery, type OpenItemTotals } from '~/api/open-items';
import { useBooks, useClient } from '~/frame/client-context';
import { useFilters } from '~/lib/search-params';
import { Amount } from '~/ui/Amount';
import { DayField } from '~/ui/DayField';
import { Filters } from '~/ui/Filters';
import { Page } from '~/ui/Page';
import { PartnerField } from '~/ui/PartnerField';
import { EmptyState, ErrorState } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';
import { SlowText } from '../journal/JournalFilters';
import { OpenItemTable } from './OpenItemTable';
import { Reconciliation } from './Reconciliation';
import '../documents/documents.css';
import './open-items.css';

const FILTERS = ['q', 'kind', 'partner', 'dueUntil', 'blocked', 'state'] as const;
const STATES = ['open', 'settled', 'all'] as const;

/** What is owed and what is claimed, by due date, held against the control accounts. */
export function OpenItemsPage() {
  const { t } = useTranslation();
  const client = useClient();
  const books = useBooks();
  const [filters, change] = useFilters();
  // What stands in the address is sent as it is; the service says what it does not understand.
  const query = useMemo(
    () =>
      ({
        q: filters.q,
        kind: filters.kind,
        partner: filters.partner,
        dueUntil: filters.dueUntil,
        blocked: filters.blocked === undefined ? undefined : filters.blocked === 'yes',
        state: filters.state,
        asOf: books.asOf,
      }) as OpenItemFilter,
    [filters.q, filters.kind, filters.partner, filters.dueUntil, filters.blocked, filters.state, books.asOf],
  );
  const list = useInfiniteQuery(openItemsQuery(client.id, query));
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const roomy = window.matchMedia('(min-width: 900px)').matches;
  const active = FILTERS.filter((name) => filters[name]).length;
  const empty = list.data && items.length === 0 && !list.isFetching;

  return (
    <Page
      title={t('openItems.title')}
      fill
      actions={
        <Button variant="default" component="a" download href={openItemsHref(client.id, query)}>
          {t('common.csv')}
        </Button>
      }
    >
      <Reconciliation
        open={filters.accounts ? filters.accounts === 'shown' : roomy}
        toggle={(open) => change({ accounts: open === roomy ? undefined : open ? 'shown' : 'hidden' })}
      />
      <Filters label={t('openItems.filters')} active={active}>
        <SlowText label={t('openItems.search')} width={230} value={filters.q} onChange={(q) => change({ q })} />
        <NativeSelect
          label={t('openItems.kind')}
          w={140}
          value={filters.kind ?? ''}
          onChange={(event) => change({ kind: event.currentTarget.value })}
          data={[
            { value: '', label: t('common.all') },
            { value: 'liability', label: t('openItems.kinds.liability') },
            { value: 'claim', label: t('openItems.kinds.claim') },
          ]}
        />
        <PartnerField
          label={t('openItems.partner')}
          w={200}
          value={filters.partner ?? ''}
          onChange={(partner) => change({ partner })}
        />
        <DayField
          label={t('openItems.dueUntil')}
          w={98}
          year={books.year}
          value={filters.dueUntil}
          onChange={(day) => change({ dueUntil: day ?? undefined })}
        />
        <NativeSelect
          label={t('openItems.blocked')}
          w={120}
          value={filters.blocked ?? ''}
          onChange={(event) => change({ blocked: event.currentTarget.value })}
          data={[
            { value: '', label: t('common.all') },
            { value: 'yes', label: t('openItems.onlyBlocked') },
            { value: 'no', label: t('openItems.notBlocked') },
          ]}
        />
        <NativeSelect
          label={t('openItems.state')}
          w={120}
          value={filters.state ?? 'open'}
          onChange={(event) =>
            change({ state: event.currentTarget.value === 'open' ? undefined : event.currentTarget.value })
          }
          data={STATES.map((state) => ({ value: state, label: t(`openItems.stateFilter.${state}`) }))}
        />
        {active > 0 && (
          <Button variant="subtle" onClick={() => change(Object.fromEntries(FILTERS.map((name) => [name, undefined])))}>
            {t('common.filterReset')}
          </Button>
        )}
      </Filters>
      {books.knownOn && <p className="page-note">{t('openItems.knownOnIgnored')}</p>}
      {list.error && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {empty && (
        <EmptyState title={active > 0 ? t('openItems.nothingMatches') : t('openItems.empty')}>
          <p>{active > 0 ? t('openItems.nothingMatchesHint') : t('openItems.emptyHint')}</p>
        </EmptyState>
      )}
      {!list.error && !empty && (
        <TableRegion label={t('openItems.title')} fills>
          <OpenItemTable
            items={items}
            loading={list.isFetching}
            current={filters.item}
            open={(item) => change({ item }, { push: !filters.item })}
          />
        </TableRegion>
      )}
      <Totals totals={list.data?.pages[0]?.totals} />
      {list.hasNextPage && (
        <div className="table-foot">
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('common.more')}
          </Button>
        </div>
      )}
    </Page>
  );
}

/** Sums over everything that fits, not only what is on the screen. */
function Totals({ totals }: { totals: OpenItemTotals | undefined }) {
  const { t } = useTranslation();
  if (!totals) return null;
  return (
    <div className="item-totals" aria-live="polite">
      <span className="strong">{t('openItems.total', { count: totals.count })}</span>
      <dl>
        <div>
          <dt>{t('openItems.liabilities')}</dt>
          <dd>
            <Amount value={totals.liabilities} />
          </dd>
        </div>
        <div>
          <dt>{t('openItems.claims')}</dt>
          <dd>
            <Amount value={totals.claims} />
          </dd>
        </div>
        <div>
          <dt>{t('openItems.ofThemBlocked')}</dt>
          <dd>
            <Amount value={totals.blocked} />
          </dd>
        </div>
      </dl>
    </div>
  );
}
