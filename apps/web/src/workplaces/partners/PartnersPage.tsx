import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PARTNER_KINDS, type PartnerFilter, type PartnerKind, partnersQuery } from '~/api/partner-records';
import type { PartnerRow } from '~/api/partners';
import { useClient, useMay } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';
import { useFilters } from '~/lib/search-params';
import { BalanceCells } from '~/ui/Amount';
import { Filters } from '~/ui/Filters';
import { StopIcon, WarnIcon } from '~/ui/icons';
import { Page } from '~/ui/Page';
import { EmptyState, ErrorState, SkeletonRows } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';
import { formatIban } from '../documents/said';
import { SlowText } from '../journal/JournalFilters';
import { NewPartnerDialog } from './NewPartnerDialog';
import '../documents/documents.css';
import './partners.css';

/** Creditors and debtors of the client, found by whatever one has at hand. */
export function PartnersPage() {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const [filters, change] = useFilters();
  const [adding, setAdding] = useState(false);
  const query = useMemo(
    (): PartnerFilter => ({
      q: filters.q,
      kind: filters.kind as PartnerKind | undefined,
      active: filters.active === 'all' ? undefined : filters.active !== 'no',
    }),
    [filters.q, filters.kind, filters.active],
  );
  const list = useInfiniteQuery(partnersQuery(client.id, query));
  const partners = list.data?.pages.flatMap((page) => page.items) ?? [];
  const active = [filters.q, filters.kind, filters.active].filter(Boolean).length;
  const empty = list.data && partners.length === 0;

  return (
    <Page
      title={t('partners.title')}
      fill
      actions={may('partners:manage') && <Button onClick={() => setAdding(true)}>{t('partners.add')}</Button>}
    >
      <Filters label={t('partners.filters')} active={active}>
        <SlowText label={t('partners.search')} width={290} value={filters.q} onChange={(q) => change({ q })} />
        <NativeSelect
          label={t('partners.kind')}
          w={150}
          value={filters.kind ?? ''}
          onChange={(event) => change({ kind: event.currentTarget.value })}
          data={[
            { value: '', label: t('common.all') },
            ...PARTNER_KINDS.map((kind) => ({ value: kind, label: t(`partners.kinds.${kind}`) })),
          ]}
        />
        <NativeSelect
          label={t('partners.state')}
          w={120}
          value={filters.active ?? ''}
          onChange={(event) => change({ active: event.currentTarget.value })}
          data={[
            { value: '', label: t('partners.inUse') },
            { value: 'no', label: t('partners.inactive') },
            { value: 'all', label: t('common.all') },
          ]}
        />
        {active > 0 && (
          <Button variant="subtle" onClick={() => change({ q: undefined, kind: undefined, active: undefined })}>
            {t('common.filterReset')}
          </Button>
        )}
      </Filters>
      {list.error && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {empty && !list.isFetching && (
        <EmptyState title={active > 0 ? t('partners.nothingMatches') : t('partners.empty')}>
          <p>{active > 0 ? t('partners.nothingMatchesHint') : t('partners.emptyHint')}</p>
        </EmptyState>
      )}
      {!list.error && !(empty && !list.isFetching) && (
        <TableRegion label={t('partners.title')} fills>
          <table className="ledger partners" aria-busy={list.isFetching}>
            <thead>
              <tr>
                <th scope="col">{t('partners.number')}</th>
                <th scope="col">{t('partners.name')}</th>
                <th scope="col" className="second-to-go">
                  {t('partners.city')}
                </th>
                <th scope="col" className="first-to-go second-to-go">
                  {t('partners.field.vatId')}
                </th>
                <th scope="col" className="first-to-go second-to-go">
                  IBAN
                </th>
                <th scope="col" className="second-to-go">
                  {t('openItems.signs')}
                </th>
                <th scope="col" className="amount" colSpan={2} title={t('partners.balanceHelp')}>
                  {t('partners.balance')}
                </th>
              </tr>
            </thead>
            <tbody>
              {partners.map((partner) => (
                <PartnerLine key={partner.id} partner={partner} />
              ))}
              {list.isFetching && partners.length === 0 && <SkeletonRows columns={8} rows={25} />}
            </tbody>
          </table>
        </TableRegion>
      )}
      <p className="table-foot" aria-live="polite">
        {t('partners.shown', { count: partners.length })}
        {list.hasNextPage && (
          <Button
            variant="default"
            size="compact-xs"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('common.more')}
          </Button>
        )}
      </p>
      {adding && <NewPartnerDialog initialName={filters.q} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function PartnerLine({ partner }: { partner: PartnerRow }) {
  return (
    <tr>
      <th scope="row">
        <ClientLink page={`partners/${partner.id}`} className="row-open">
          {partner.number}
        </ClientLink>
      </th>
      <td className="grow" title={partner.tradingName ?? partner.name}>
        {partner.name}
        {partner.tradingName && <span className="quiet"> · {partner.tradingName}</span>}
      </td>
      <td className="second-to-go">{partner.city}</td>
      <td className="first-to-go second-to-go">{partner.vatId}</td>
      <td className="first-to-go second-to-go">{formatIban(partner.iban)}</td>
      <td className="second-to-go">
        <PartnerSigns partner={partner} />
      </td>
      <BalanceCells value={partner.balance} dash />
    </tr>
  );
}

type Signs = Pick<PartnerRow, 'paymentBlock' | 'active'> & { bankAccountProposed?: boolean };

/** What one has to know before paying, in words. */
export function PartnerSigns({ partner }: { partner: Signs }) {
  const { t } = useTranslation();
  return (
    <span className="signs">
      {partner.paymentBlock && (
        <span className="sign bad" title={partner.paymentBlock}>
          <StopIcon /> {t('partners.blocked')}
        </span>
      )}
      {partner.bankAccountProposed && (
        <span className="sign warn">
          <WarnIcon /> {t('partners.toConfirm')}
        </span>
      )}
      {!partner.active && <span className="tag">{t('partners.inactive')}</span>}
    </span>
  );
}
