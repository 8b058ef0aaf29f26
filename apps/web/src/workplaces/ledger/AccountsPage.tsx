import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { trialBalanceQuery } from '~/api/books';
import { catalogueQuery } from '~/api/master-data';
import { useBooks, useClient } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';
import { finderOf } from '~/lib/lookup';
import { useFilters } from '~/lib/search-params';
import { AmountCell, BalanceCells } from '~/ui/Amount';
import { Filters } from '~/ui/Filters';
import { Page } from '~/ui/Page';
import { EmptyState, ErrorState, SkeletonRows } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';

const SHOWN = 300;

/** Finding a ledger account by number or words; accounts with movements first. */
export function AccountsPage() {
  const { t } = useTranslation();
  const client = useClient();
  const books = useBooks();
  const [filters, change] = useFilters();
  const typed = useDeferredValue(filters.q ?? '');
  const { data: accounts, error, refetch } = useQuery(catalogueQuery(client.id, 'accounts'));
  const { data: balances } = useQuery(trialBalanceQuery(client.id, books.query));

  const moved = useMemo(() => new Map(balances?.items.map((row) => [row.account, row])), [balances]);
  const find = useMemo(() => {
    const postable = (accounts ?? []).filter((account) => account.postable || moved.has(account.number));
    const inUse = postable.filter((account) => moved.has(account.number));
    const items = [...inUse, ...postable.filter((account) => !moved.has(account.number))];
    return finderOf(items.map((account) => ({ code: account.number, name: account.name })));
  }, [accounts, moved]);
  const found = find(typed, SHOWN);

  return (
    <Page title={t('ledger.chooseAccount')} fill>
      <Filters>
        <TextInput
          label={t('ledger.numberOrName')}
          w={320}
          data-autofocus
          autoFocus
          value={filters.q ?? ''}
          onChange={(event) => change({ q: event.currentTarget.value || undefined })}
        />
      </Filters>
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {accounts && found.length === 0 ? (
        <EmptyState title={t('common.nothingFound')}>
          <p>{t('ledger.nothingFoundHint')}</p>
        </EmptyState>
      ) : (
        <TableRegion label={t('ledger.chooseAccount')} fills>
          <table className="ledger">
            <thead>
              <tr>
                <th scope="col">{t('journal.account')}</th>
                <th scope="col">{t('ledger.name')}</th>
                <th scope="col" className="amount">
                  {t('journal.debit')}
                </th>
                <th scope="col" className="amount">
                  {t('journal.credit')}
                </th>
                <th scope="col" className="amount" colSpan={2}>
                  {t('ledger.balance')}
                </th>
              </tr>
            </thead>
            <tbody>
              {!accounts && <SkeletonRows columns={6} rows={30} />}
              {found.map(({ code, name }) => {
                const row = moved.get(code);
                return (
                  <tr key={code}>
                    <th scope="row">
                      <ClientLink page={`ledger/${code}`} className="row-open">
                        {code}
                      </ClientLink>
                    </th>
                    <td className="grow" title={name}>
                      {name}
                    </td>
                    <AmountCell value={row?.debit} dash />
                    <AmountCell value={row?.credit} dash />
                    {row ? <BalanceCells value={row.closing} dash /> : <td colSpan={2} />}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </TableRegion>
      )}
    </Page>
  );
}
