import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { partnerStatementHref, partnerStatementQuery } from '~/api/partner-records';
import type { Partner } from '~/api/partners';
import { useBooks, useClient } from '~/frame/client-context';
import { formatDay } from '~/lib/dates';
import { useFilters } from '~/lib/search-params';
import { AmountCell, BalanceCells } from '~/ui/Amount';
import { DayField } from '~/ui/DayField';
import { ErrorState, SkeletonRows } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';

/** Every movement with the balance after it, up to the day in the head. */
export function Statement({ partner }: { partner: Partner }) {
  const { t } = useTranslation();
  const client = useClient();
  const { year, asOf } = useBooks();
  const [filters, change] = useFilters();
  const filter = { from: filters.from, asOf };
  const { data, error, refetch, isFetching } = useQuery(partnerStatementQuery(client.id, partner.id, filter));
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  return (
    <>
      <div className="statement-head">
        <DayField
          label={t('common.from')}
          w={110}
          year={year}
          value={filters.from}
          onChange={(day) => change({ from: day ?? undefined })}
        />
        <Button variant="default" component="a" download href={partnerStatementHref(client.id, partner.id, filter)}>
          {t('common.csv')}
        </Button>
        <Button variant="default" onClick={() => window.print()}>
          {t('common.print')}
        </Button>
      </div>
      {data && data.omitted > 0 && <p className="quiet">{t('partners.statementOmitted', { count: data.omitted })}</p>}
      <TableRegion label={t('partners.view.statement')}>
        <table className="ledger" aria-busy={isFetching}>
          <thead>
            <tr>
              <th scope="col">{t('journal.bookingDate')}</th>
              <th scope="col">{t('journal.number')}</th>
              <th scope="col" className="second-to-go">
                {t('partners.item')}
              </th>
              <th scope="col" className="second-to-go">
                {t('openItems.reference')}
              </th>
              <th scope="col" className="second-to-go">
                {t('openItems.text')}
              </th>
              <th scope="col" className="amount">
                {t('journal.debit')}
              </th>
              <th scope="col" className="amount">
                {t('journal.credit')}
              </th>
              <th scope="col" className="amount second-to-go" colSpan={2}>
                {t('ledger.balance')}
              </th>
            </tr>
          </thead>
          <tbody>
            {!data && <SkeletonRows columns={9} rows={8} />}
            {data && (
              <tr className="carried">
                <th scope="row" colSpan={2}>
                  {t('partners.statementOpening')}
                </th>
                <td className="second-to-go" colSpan={3} />
                <td />
                <td />
                <BalanceCells value={data.opening} dash className="second-to-go" />
              </tr>
            )}
            {data?.items.map((line, i) => (
              <tr key={i} data-current={line.itemId === filters.item || line.entryId === filters.entry}>
                <td>{formatDay(line.bookingDate)}</td>
                <th scope="row">
                  <button
                    type="button"
                    className="row-open"
                    onClick={() => change({ entry: line.entryId, item: undefined }, { push: true })}
                  >
                    {line.entryId}
                  </button>
                </th>
                <td className="second-to-go">
                  <button
                    type="button"
                    className="link"
                    onClick={() => change({ item: line.itemId, entry: undefined }, { push: true })}
                  >
                    {line.itemNo}
                  </button>
                </td>
                <td className="second-to-go">{line.reference}</td>
                <td className="grow second-to-go" title={line.text}>
                  {line.text}
                </td>
                <AmountCell value={line.debit} />
                <AmountCell value={line.credit} />
                <BalanceCells value={line.balance} dash className="second-to-go" />
              </tr>
            ))}
          </tbody>
          {data && (
            <tfoot>
              <tr>
                <th scope="row" colSpan={2}>
                  {t('ledger.balance')}
                </th>
                <td className="second-to-go" colSpan={3} />
                <td />
                <td />
                <BalanceCells value={data.closing} />
              </tr>
            </tfoot>
          )}
        </table>
      </TableRegion>
      {data?.items.length === 0 && <p className="quiet">{t('partners.statementEmpty')}</p>}
    </>
  );
}
