import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { hrefOf } from '~/api/api';
import { trialBalanceQuery } from '~/api/books';
import type { TrialBalanceRow } from '~/api/types';
import { useBooks, useClient } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';
import { fromApi, sum } from '~/lib/money';
import { useFilters } from '~/lib/search-params';
import { AmountCell, BalanceCells } from '~/ui/Amount';
import { Filters } from '~/ui/Filters';
import { LookupField } from '~/ui/LookupField';
import { Page } from '~/ui/Page';
import { EmptyState, ErrorState, SkeletonRows } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';

const COLUMNS = 8;

/** Summen- und Saldenliste: opening, sums of the year, closing balance of every account that moved. */
export function TrialBalancePage() {
  const { t } = useTranslation();
  const client = useClient();
  const books = useBooks();
  const [filters, change] = useFilters();
  const query = useMemo(() => ({ ...books.query, product: filters.product }), [books.query, filters.product]);
  const { data, error, refetch, isFetching } = useQuery(trialBalanceQuery(client.id, query));
  const groups = useMemo(() => groupsOf(data?.items ?? [], filters.groups !== 'no'), [data, filters.groups]);

  return (
    <Page
      title={t('trialBalance.title')}
      fill
      actions={
        <>
          <Button
            variant="default"
            component="a"
            download
            href={hrefOf('/clients/{clientId}/trial-balance', {
              path: { clientId: client.id },
              query: { ...query, format: 'csv' },
            })}
          >
            {t('common.csv')}
          </Button>
          <Button variant="default" onClick={() => window.print()}>
            {t('common.print')}
          </Button>
        </>
      }
    >
      <Filters>
        <LookupField
          label={t('journal.product')}
          w={110}
          kind="products"
          value={filters.product ?? ''}
          onChange={(product) => change({ product })}
        />
        <Checkbox
          size="xs"
          pb={6}
          label={t('trialBalance.groups')}
          checked={filters.groups !== 'no'}
          onChange={(event) => change({ groups: event.currentTarget.checked ? undefined : 'no' })}
        />
      </Filters>
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {data?.items.length === 0 ? (
        <EmptyState title={t('trialBalance.empty', { year: books.year })}>
          <p>{t('journal.emptyHint')}</p>
        </EmptyState>
      ) : (
        <TableRegion label={t('trialBalance.title')} fills>
          <table className="ledger" aria-busy={isFetching}>
            <thead>
              <tr>
                <th scope="col">{t('journal.account')}</th>
                <th scope="col">{t('ledger.name')}</th>
                <th scope="col" className="amount second-to-go" colSpan={2}>
                  {t('trialBalance.opening')}
                </th>
                <th scope="col" className="amount second-to-go">
                  {t('journal.debit')}
                </th>
                <th scope="col" className="amount second-to-go">
                  {t('journal.credit')}
                </th>
                <th scope="col" className="amount" colSpan={2}>
                  {t('trialBalance.closing')}
                </th>
              </tr>
            </thead>
            {!data && (
              <tbody>
                <SkeletonRows columns={COLUMNS} rows={30} />
              </tbody>
            )}
            {groups.map((group) => (
              <tbody key={group.digit}>
                {group.rows.map((row) => (
                  <Row key={row.account} row={row} />
                ))}
                {group.digit && (
                  <tr className="subtotal">
                    <th scope="row" colSpan={2}>
                      {t('trialBalance.sumOfClass', { digit: group.digit })}
                    </th>
                    <BalanceCells value={total(group.rows, 'opening')} dash className="second-to-go" />
                    <AmountCell value={total(group.rows, 'debit')} dash className="second-to-go" />
                    <AmountCell value={total(group.rows, 'credit')} dash className="second-to-go" />
                    <BalanceCells value={total(group.rows, 'closing')} dash />
                  </tr>
                )}
              </tbody>
            ))}
            {data && (
              <tfoot>
                <tr>
                  <th scope="row" colSpan={2}>
                    {t('common.total')}
                  </th>
                  <BalanceCells value={data.totals.opening} dash className="second-to-go" />
                  <AmountCell value={data.totals.debit} className="second-to-go" />
                  <AmountCell value={data.totals.credit} className="second-to-go" />
                  <BalanceCells value={data.totals.closing} dash />
                </tr>
              </tfoot>
            )}
          </table>
        </TableRegion>
      )}
    </Page>
  );
}

function Row({ row }: { row: TrialBalanceRow }) {
  return (
    <tr>
      <th scope="row">
        <ClientLink page={`ledger/${row.account}`} className="row-open">
          {row.account}
        </ClientLink>
      </th>
      <td className="grow" title={row.name}>
        {row.name}
      </td>
      <BalanceCells value={row.opening} dash className="second-to-go" />
      <AmountCell value={row.debit} dash className="second-to-go" />
      <AmountCell value={row.credit} dash className="second-to-go" />
      <BalanceCells value={row.closing} dash />
    </tr>
  );
}

interface Group {
  /** The account class, or empty when the list is not grouped. */
  digit: string;
  rows: TrialBalanceRow[];
}

function groupsOf(rows: TrialBalanceRow[], grouped: boolean): Group[] {
  if (!grouped) return [{ digit: '', rows }];
  const digits = [...new Set(rows.map((row) => row.account.slice(0, 1)))];
  return digits.map((digit) => ({ digit, rows: rows.filter((row) => row.account.startsWith(digit)) }));
}

const total = (rows: TrialBalanceRow[], column: 'opening' | 'debit' | 'credit' | 'closing') =>
  sum(rows.map((row) => fromApi(row[column])));
