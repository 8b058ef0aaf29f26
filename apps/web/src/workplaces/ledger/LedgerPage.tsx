import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ledgerQuery } from '~/api/books';
import { useBooks, useClient } from '~/frame/client-context';
import { useFilters } from '~/lib/search-params';
import { DayField } from '~/ui/DayField';
import { Filters } from '~/ui/Filters';
import { LookupField } from '~/ui/LookupField';
import { BackLink } from '~/ui/BackLink';
import { Page } from '~/ui/Page';
import { EmptyState, ErrorState } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';
import { isCashFlowAccount, useAccounts } from '~/ui/use-catalogue';
import { LedgerTable } from './LedgerTable';

/** One ledger account: every line with the balance after it. */
export function LedgerPage() {
  const { t } = useTranslation();
  const client = useClient();
  const books = useBooks();
  const navigate = useNavigate();
  const { account: number } = useParams({ strict: false }) as { account: string };
  const name = useAccounts().get(number)?.name;
  const [filters, change] = useFilters();
  const query = useMemo(
    () => ({ ...books.query, from: filters.from, to: filters.to, product: filters.product }),
    [books.query, filters.from, filters.to, filters.product],
  );
  const family = isCashFlowAccount({ number }) ? 'cash-accounts' : 'accounts';
  const ledger = useInfiniteQuery(ledgerQuery(client.id, number, query, family));
  const empty = ledger.data && ledger.data.pages[0]!.items.length === 0;
  const filtered = filters.from || filters.to || filters.product;

  return (
    <Page
      title={`${number} ${ledger.data?.pages[0]?.account.name ?? name ?? ''}`}
      back={<BackLink page="ledger">{t('nav.ledger')}</BackLink>}
      fill
      actions={
        <Button variant="default" onClick={() => window.print()}>
          {t('common.print')}
        </Button>
      }
    >
      <Filters label={t('ledger.filters')}>
        <LookupField
          label={t('ledger.otherAccount')}
          w={130}
          kind={family}
          value={number}
          onChange={(next) =>
            next && void navigate({ to: `/clients/${client.key}/ledger/${next}` as '/', search: books.search as never })
          }
        />
        <DayField
          label={t('common.from')}
          w={98}
          year={books.year}
          value={filters.from}
          onChange={(day) => change({ from: day ?? undefined })}
        />
        <DayField
          label={t('common.to')}
          w={98}
          year={books.year}
          value={filters.to}
          onChange={(day) => change({ to: day ?? undefined })}
        />
        <LookupField
          label={t('journal.product')}
          w={110}
          kind="products"
          value={filters.product ?? ''}
          onChange={(product) => change({ product })}
        />
        {filtered && (
          <Button variant="subtle" onClick={() => change({ from: undefined, to: undefined, product: undefined })}>
            {t('common.filterReset')}
          </Button>
        )}
      </Filters>
      {ledger.error && <ErrorState error={ledger.error} retry={() => void ledger.refetch()} />}
      {empty && !ledger.isFetching && (
        <EmptyState title={filtered ? t('ledger.nothingMatches') : t('ledger.noLines', { year: books.year })} />
      )}
      {!ledger.error && !empty && (
        <TableRegion label={t('ledger.linesOf', { number })} fills>
          <LedgerTable
            pages={ledger.data?.pages}
            loading={ledger.isFetching}
            current={filters.entry}
            open={(entry) => change({ entry, item: undefined }, { push: !filters.entry })}
            openItem={(item) => change({ item, entry: undefined }, { push: true })}
          />
        </TableRegion>
      )}
      {ledger.hasNextPage && (
        <div className="table-foot">
          <Button variant="default" loading={ledger.isFetchingNextPage} onClick={() => void ledger.fetchNextPage()}>
            {t('common.more')}
          </Button>
        </div>
      )}
    </Page>
  );
}
