import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  endStandingOrder,
  resumeStandingOrder,
  type StandingOrder,
  standingOrdersQuery,
  takeOverStandingOrder,
} from '~/api/orders';
import { refreshClient } from '~/api/query-client';
import { useClient, useMay } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';
import { formatDay } from '~/lib/dates';
import { AmountCell } from '~/ui/Amount';
import { announce } from '~/ui/Announcer';
import { confirm } from '~/ui/Confirm';
import { EmptyState, ErrorState, ProblemNotice, SkeletonRows } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';

const TONE = { undecided: 'tag warn', active: 'tag good', ended: 'tag', failed: 'tag bad' } as const;

/** What is paid again and again without an invoice; what stopped comes first. */
export function StandingOrders() {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const { data: orders, error, refetch } = useQuery(standingOrdersQuery(client.id));
  const [failure, setFailure] = useState<unknown>(null);
  const act = async (work: () => Promise<unknown>, done: string) => {
    setFailure(null);
    try {
      await work();
      announce(done);
    } catch (problem) {
      setFailure(problem);
    }
    await refreshClient(client.id);
  };
  const end = async (order: StandingOrder) => {
    const { name } = order;
    const sure = await confirm({
      title: t('orders.endTitle'),
      text: t('orders.endText', { name }),
      yes: t('orders.end'),
    });
    if (sure) await act(() => endStandingOrder(client.id, order), t('orders.ended', { name }));
  };
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (orders?.length === 0)
    return (
      <EmptyState title={t('orders.standingEmpty')}>
        <p>{t('orders.standingEmptyHint')}</p>
      </EmptyState>
    );
  return (
    <>
      {failure !== null && <ProblemNotice error={failure} />}
      <TableRegion label={t('orders.standingTitle')}>
        <table className="ledger roomy">
          <thead>
            <tr>
              <th scope="col">{t('orders.name')}</th>
              <th scope="col" className="second-to-go">
                {t('orders.partner')}
              </th>
              <th scope="col" className="second-to-go">
                {t('orders.rhythm')}
              </th>
              <th scope="col" className="second-to-go">
                {t('orders.span')}
              </th>
              <th scope="col">{t('orders.next')}</th>
              <th scope="col" className="amount second-to-go">
                {t('orders.raised')}
              </th>
              <th scope="col" className="amount">
                {t('orders.amount')}
              </th>
              <th scope="col" className="second-to-go">
                {t('orders.state')}
              </th>
              <th scope="col" className="second-to-go">
                <span className="sr-only">{t('common.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {!orders && <SkeletonRows columns={9} rows={5} />}
            {orders?.map((order) => (
              <tr key={order.id}>
                <th scope="row" className="wraps">
                  <ClientLink page={`documents/${order.id}`} className="row-open strong">
                    {order.name}
                  </ClientLink>
                </th>
                <td className="wraps second-to-go">{order.partnerName}</td>
                <td className="second-to-go">{t(`contracts.rhythms.${order.rhythm}`)}</td>
                <td className="second-to-go">
                  {formatDay(order.firstDate)} – {formatDay(order.lastDate) || t('orders.openEnd')}
                </td>
                <td>{formatDay(order.nextDate) || '–'}</td>
                <td className="amount second-to-go">{order.raisedCount}</td>
                <AmountCell value={order.amount} />
                <td className="wraps second-to-go">
                  <span className={TONE[order.state]}>{t(`orders.states.${order.state}`)}</span>{' '}
                  {order.lastError && <span className="bad">{order.lastError}</span>}
                  {order.obstacle && !order.lastError && (
                    <span className="bad">
                      {t(`standing.obstacles.${order.obstacle}`, { name: order.holder?.name })}
                    </span>
                  )}
                </td>
                <td className="second-to-go">
                  {may('journal:post') && order.obstacle && (
                    <Button
                      variant="default"
                      size="compact-xs"
                      aria-label={`${t('orders.takeOver')}: ${order.name}`}
                      onClick={() =>
                        void act(
                          () => takeOverStandingOrder(client.id, order),
                          t('orders.takenOver', { name: order.name }),
                        )
                      }
                    >
                      {t('orders.takeOver')}
                    </Button>
                  )}
                  {may('journal:post') && order.state === 'failed' && !order.obstacle && (
                    <Button
                      variant="default"
                      size="compact-xs"
                      aria-label={`${t('orders.resume')}: ${order.name}`}
                      onClick={() =>
                        void act(() => resumeStandingOrder(client.id, order), t('orders.resumed', { name: order.name }))
                      }
                    >
                      {t('orders.resume')}
                    </Button>
                  )}{' '}
                  {may('documents:decide') && order.state !== 'ended' && (
                    <Button
                      variant="subtle"
                      size="compact-xs"
                      aria-label={`${t('orders.end')}: ${order.name}`}
                      onClick={() => void end(order)}
                    >
                      {t('orders.end')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </>
  );
}
