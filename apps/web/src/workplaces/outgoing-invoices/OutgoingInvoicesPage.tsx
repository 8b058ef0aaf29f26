import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type OutgoingFilter, outgoingInvoicesQuery, OWN_STATES } from '~/api/outgoing-invoices';
import { useClient, useMay } from '~/frame/client-context';
import { useFilters } from '~/lib/search-params';
import { Filters } from '~/ui/Filters';
import { Page } from '~/ui/Page';
import { PartnerField } from '~/ui/PartnerField';
import { EmptyState, ErrorState } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';
import { SlowText } from '../journal/JournalFilters';
import { OwnInvoiceTable } from './OwnInvoiceTable';

/** What the client bills itself: drafts, what went out, what was taken back. */
export function OutgoingInvoicesPage() {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const navigate = useNavigate();
  const [filters, change] = useFilters();
  const query = useMemo(
    () => ({ q: filters.q, state: filters.state, partner: filters.partner }) as OutgoingFilter,
    [filters.q, filters.state, filters.partner],
  );
  const list = useInfiniteQuery(outgoingInvoicesQuery(client.id, query));
  const invoices = list.data?.pages.flatMap((page) => page.items) ?? [];
  const active = [filters.q, filters.state, filters.partner].filter(Boolean).length;
  const empty = list.data && invoices.length === 0 && !list.isFetching;
  return (
    <Page
      title={t('ownInvoices.title')}
      fill
      actions={
        may('invoicing:write') && (
          <Button onClick={() => void navigate({ to: `/clients/${client.key}/outgoing-invoices/new` as '/' })}>
            {t('ownInvoices.new')}
          </Button>
        )
      }
    >
      <Filters label={t('ownInvoices.filters')} active={active}>
        <SlowText label={t('ownInvoices.search')} width={210} value={filters.q} onChange={(q) => change({ q })} />
        <PartnerField
          label={t('ownInvoices.buyer')}
          w={200}
          value={filters.partner ?? ''}
          onChange={(partner) => change({ partner })}
        />
        <NativeSelect
          label={t('ownInvoices.state')}
          w={140}
          value={filters.state ?? ''}
          onChange={(event) => change({ state: event.currentTarget.value })}
          data={[
            { value: '', label: t('common.all') },
            ...OWN_STATES.map((state) => ({ value: state, label: t(`ownInvoices.states.${state}`) })),
          ]}
        />
        {active > 0 && (
          <Button variant="subtle" onClick={() => change({ q: undefined, state: undefined, partner: undefined })}>
            {t('common.filterReset')}
          </Button>
        )}
      </Filters>
      {list.error && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {empty && (
        <EmptyState title={active > 0 ? t('ownInvoices.nothingMatches') : t('ownInvoices.empty')}>
          {active === 0 && <p>{t('ownInvoices.emptyHint')}</p>}
        </EmptyState>
      )}
      {!list.error && !empty && (
        <TableRegion label={t('ownInvoices.title')} fills>
          <OwnInvoiceTable invoices={invoices} loading={list.isFetching} />
        </TableRegion>
      )}
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
