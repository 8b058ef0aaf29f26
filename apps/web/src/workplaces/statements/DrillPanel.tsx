import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ledgerQuery } from '~/api/books';
import { statementLineQuery, type StatementView } from '~/api/statements';
import type { StatementName } from '~/api/types';
import { useClient } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';
import type { Filters } from '~/lib/search-params';
import { Amount, AmountCell } from '~/ui/Amount';
import { SidePanel } from '~/ui/SidePanel';
import { ErrorState, SkeletonBlock } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';
import { LedgerTable } from '../ledger/LedgerTable';

interface DrillPanelProps {
  statement: StatementName;
  code: string;
  query: StatementView;
  filters: Filters;
  change: (patch: Filters, options?: { push?: boolean }) => void;
}

/** From a line of a statement to its accounts, from an account to its lines, from a line to the entry. */
export function DrillPanel({ statement, code, query, filters, change }: DrillPanelProps) {
  const { t } = useTranslation();
  const client = useClient();
  const { data, error, refetch } = useQuery(statementLineQuery(client.id, statement, code, query));
  const account = filters.account;
  return (
    <SidePanel
      title={data ? `${data.line.number} ${data.line.label}` : code}
      subtitle={
        data && (
          <>
            {client.name} · <Amount value={data.line.actual} /> EUR
          </>
        )
      }
      onClose={() => change({ line: undefined, account: undefined })}
    >
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {!data && !error && <SkeletonBlock lines={10} />}
      {data && !account && (
        <TableRegion label={t('statements.accounts')}>
          <table className="ledger">
            <thead>
              <tr>
                <th scope="col">{t('journal.account')}</th>
                <th scope="col">{t('ledger.name')}</th>
                <th scope="col" className="amount">
                  {t('journal.amount')}
                </th>
              </tr>
            </thead>
            <tbody>
              {data.accounts.map((row) => (
                <tr key={row.account}>
                  <th scope="row">
                    <button
                      type="button"
                      className="row-open"
                      onClick={() => change({ account: row.account }, { push: true })}
                    >
                      {row.account}
                    </button>
                  </th>
                  <td className="wraps">{row.name}</td>
                  <AmountCell value={row.amount} />
                </tr>
              ))}
            </tbody>
          </table>
          {data.accounts.length === 0 && <p className="quiet">{t('statements.noAccounts')}</p>}
        </TableRegion>
      )}
      {account && (
        <AccountLines statement={statement} account={account} query={query} filters={filters} change={change} />
      )}
    </SidePanel>
  );
}

type AccountLinesProps = Omit<DrillPanelProps, 'code'> & { account: string };

function AccountLines({ statement, account, query, filters, change }: AccountLinesProps) {
  const { t } = useTranslation();
  const client = useClient();
  const family = statement === 'cash-flows' ? 'cash-accounts' : 'accounts';
  const ledger = useInfiniteQuery(ledgerQuery(client.id, account, query, family));
  const name = ledger.data?.pages[0]?.account.name;
  return (
    <>
      <p style={{ marginBottom: 8 }}>
        <button type="button" className="link" onClick={() => change({ account: undefined })}>
          ← {t('statements.backToAccounts')}
        </button>
        {' · '}
        <ClientLink page={`ledger/${account}`}>
          {account} {name}
        </ClientLink>
      </p>
      {ledger.error && <ErrorState error={ledger.error} retry={() => void ledger.refetch()} />}
      <TableRegion label={t('ledger.linesOf', { number: account })}>
        <LedgerTable
          short
          pages={ledger.data?.pages}
          loading={ledger.isFetching}
          current={filters.entry}
          open={(entry) => change({ entry }, { push: true })}
        />
      </TableRegion>
      {ledger.hasNextPage && (
        <button type="button" className="link" onClick={() => void ledger.fetchNextPage()}>
          {t('common.more')}
        </button>
      )}
    </>
  );
}
