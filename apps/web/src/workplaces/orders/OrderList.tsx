import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { documentsQuery } from '~/api/documents';
import { useClient } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';
import { formatDay } from '~/lib/dates';
import { AmountCell } from '~/ui/Amount';
import { EmptyState, ErrorState, SkeletonRows } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';
import { counterpartOf } from '../documents/internal';
import { StateTag } from '../documents/Signs';

/** Orders are documents without a file: where each stands and with whom. */
export function OrderList() {
  const { t } = useTranslation();
  const client = useClient();
  const list = useInfiniteQuery(documentsQuery(client.id, { kind: ['order', 'internal'] }));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.error) return <ErrorState error={list.error} retry={() => void list.refetch()} />;
  if (list.data && items.length === 0)
    return (
      <EmptyState title={t('orders.empty')}>
        <p>{t('orders.emptyHint')}</p>
      </EmptyState>
    );
  return (
    <>
      <TableRegion label={t('orders.view.orders')}>
        <table className="ledger" aria-busy={list.isFetching}>
          <thead>
            <tr>
              <th scope="col">{t('orders.number')}</th>
              <th scope="col">{t('orders.requested')}</th>
              <th scope="col" className="second-to-go">
                {t('documents.kind')}
              </th>
              <th scope="col">{t('orders.partner')}</th>
              <th scope="col" className="first-to-go">
                {t('orders.text')}
              </th>
              <th scope="col" className="second-to-go">
                {t('orders.dueOn')}
              </th>
              <th scope="col" className="second-to-go">
                {t('orders.state')}
              </th>
              <th scope="col" className="amount">
                {t('orders.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {!list.data && <SkeletonRows columns={8} rows={8} />}
            {items.map((item) => (
              <tr key={item.id}>
                <th scope="row">
                  <ClientLink page={`documents/${item.id}`} className="row-open">
                    {item.number}
                  </ClientLink>
                </th>
                <td>{formatDay(item.receivedAt)}</td>
                <td className="second-to-go">{t(`documents.kinds.${item.kind}`)}</td>
                <td className="grow" title={counterpartOf(item, t('documents.kinds.internal'))}>
                  {counterpartOf(item, t('documents.kinds.internal')) || '–'}
                </td>
                <td className="grow first-to-go" title={item.text ?? ''}>
                  {item.text}
                </td>
                <td className="second-to-go">{formatDay(item.dueOn)}</td>
                <td className="second-to-go">
                  <StateTag state={item.state} />
                </td>
                <AmountCell value={item.gross} />
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      {list.hasNextPage && (
        <p className="section">
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('common.more')}
          </Button>
        </p>
      )}
    </>
  );
}
