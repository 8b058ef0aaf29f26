import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { hrefOf } from '~/api/api';
import { type VatFigure, vatLinesQuery, vatReturnQuery } from '~/api/books';
import { useBooks, useClient } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';
import { formatDay, today } from '~/lib/dates';
import { fromApi } from '~/lib/money';
import { useFilters } from '~/lib/search-params';
import { AmountCell } from '~/ui/Amount';
import { Filters } from '~/ui/Filters';
import { Page } from '~/ui/Page';
import { EmptyState, ErrorState, SkeletonRows } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';

const COLUMNS = 5;
const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

/** The month before today's is the one that is to be declared next. */
function usualMonth(year: number): string {
  const now = today();
  if (Number(now.slice(0, 4)) !== year) return '12';
  return String(Math.max(1, Number(now.slice(5, 7)) - 1)).padStart(2, '0');
}

/** The figures of a VAT pre-return for one month, each with the lines behind it. */
export function VatReturnPage() {
  const { t } = useTranslation();
  const client = useClient();
  const books = useBooks();
  const [filters, change] = useFilters();
  const month = `${books.year}-${filters.month ?? usualMonth(books.year)}`;
  const { data, error, refetch } = useQuery(vatReturnQuery(client.id, month));
  const nothing = data?.figures.length === 0 && data.withoutKey.length === 0;
  return (
    <Page
      title={t('vatReturn.title', { month: `${month.slice(5)}/${month.slice(0, 4)}` })}
      note={t('vatReturn.note')}
      fill
      actions={
        <>
          <Button
            variant="default"
            component="a"
            download
            href={hrefOf('/clients/{clientId}/vat-returns/{month}', {
              path: { clientId: client.id, month },
              query: { format: 'csv' },
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
        <NativeSelect
          label={t('vatReturn.month')}
          value={month.slice(5)}
          onChange={(event) => change({ month: event.currentTarget.value, figure: undefined })}
          data={MONTHS.map((value) => ({ value, label: `${value}/${books.year}` }))}
        />
      </Filters>
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {data && data.withoutKey.length > 0 && (
        <p className="notice warn">
          {t('vatReturn.withoutKey')}{' '}
          {data.withoutKey.map((row) => (
            <span key={row.account} className="inline-item">
              <ClientLink page={`ledger/${row.account}`}>{row.account}</ClientLink>{' '}
              {t('vatReturn.lines', { count: row.lines })}
            </span>
          ))}
        </p>
      )}
      {data && data.unplaced.length > 0 && (
        <p className="notice warn">{t('vatReturn.unplaced', { keys: data.unplaced.join(', ') })}</p>
      )}
      {nothing && (
        <EmptyState title={t('vatReturn.empty')}>
          <p>{t('vatReturn.emptyHint')}</p>
        </EmptyState>
      )}
      {!nothing && !error && (
        <TableRegion label={t('vatReturn.table')}>
          <table className="ledger">
            <thead>
              <tr>
                <th scope="col">{t('vatReturn.figure')}</th>
                <th scope="col">{t('vatReturn.name')}</th>
                <th scope="col">{t('vatReturn.law')}</th>
                <th scope="col" className="amount">
                  {t('journal.amount')}
                </th>
                <th scope="col" className="amount">
                  {t('vatReturn.tax')}
                </th>
              </tr>
            </thead>
            <tbody>
              {!data && <SkeletonRows columns={COLUMNS} rows={6} />}
              {data?.figures.map((figure) => (
                <Fragment key={figure.figure}>
                  <FigureRow
                    figure={figure}
                    isOpen={filters.figure === figure.figure}
                    onToggle={() => change({ figure: filters.figure === figure.figure ? undefined : figure.figure })}
                  />
                  {filters.figure === figure.figure && <FigureLines month={month} figure={figure.figure} />}
                </Fragment>
              ))}
            </tbody>
            {data && (
              <tfoot>
                <tr className="subtotal">
                  <td>83</td>
                  <th scope="row">{t(data.payable.startsWith('-') ? 'vatReturn.refund' : 'vatReturn.payable')}</th>
                  <td>{t('vatReturn.payableLaw')}</td>
                  <AmountCell value={fromApi(data.payable)} />
                  <td />
                </tr>
              </tfoot>
            )}
          </table>
          {data && <p>{t('vatReturn.source', { source: data.source })}</p>}
        </TableRegion>
      )}
    </Page>
  );
}

function FigureRow({ figure, isOpen, onToggle }: { figure: VatFigure; isOpen: boolean; onToggle: () => void }) {
  const { t } = useTranslation();
  return (
    <tr>
      <td>
        <Button
          variant="subtle"
          size="compact-xs"
          aria-expanded={isOpen}
          aria-label={t('vatReturn.open', { figure: figure.figure })}
          onClick={onToggle}
        >
          {figure.figure}
        </Button>
      </td>
      <th scope="row" className="wraps">
        {figure.name}
      </th>
      <td className="wraps">{figure.law}</td>
      <AmountCell value={fromApi(figure.amount)} />
      {figure.tax === null ? <td /> : <AmountCell value={fromApi(figure.tax)} />}
    </tr>
  );
}

function FigureLines({ month, figure }: { month: string; figure: string }) {
  const client = useClient();
  const { data, error } = useQuery(vatLinesQuery(client.id, month, figure));
  if (error)
    return (
      <tr>
        <td colSpan={COLUMNS}>
          <ErrorState error={error} />
        </td>
      </tr>
    );
  return data?.map((line) => (
    <tr key={`${line.entryId} ${line.code} ${line.account} ${line.amount}`}>
      <td>{formatDay(line.taxPoint)}</td>
      <td className="wraps">
        <ClientLink page={`entries/${line.entryId}`}>{line.entryId}</ClientLink> {line.reference} {line.text}
      </td>
      <td>
        {line.account} · {line.code}
      </td>
      <AmountCell value={fromApi(line.base)} />
      <AmountCell value={fromApi(line.amount)} />
    </tr>
  ));
}
