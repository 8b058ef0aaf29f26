import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useClient, useMay } from '~/frame/client-context';
import { useFilters } from '~/lib/search-params';
import { Page } from '~/ui/Page';
import { ReasonedButton } from '~/ui/ReasonedButton';
import { Tabs } from '~/ui/Tabs';
import { Contracts } from './Contracts';
import { OrderList } from './OrderList';
import { StandingOrders } from './StandingOrders';
import '../booking/booking.css';
import '../documents/documents.css';
import './orders.css';

const VIEWS = ['orders', 'standing', 'contracts'] as const;
type View = (typeof VIEWS)[number];

/** Money without an invoice, once or again and again, and contracts under which invoices are expected. */
export function OrdersPage() {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const navigate = useNavigate();
  const [filters, change] = useFilters();
  const view: View = VIEWS.find((one) => one === filters.view) ?? 'orders';
  const order = (kind: string) =>
    void navigate({ to: `/clients/${client.key}/orders/new` as '/', search: { kind } as never });
  return (
    <Page
      title={t('orders.title')}
      note={view === 'contracts' ? t('contracts.note') : t('orders.note')}
      actions={
        view !== 'contracts' &&
        (may('documents:decide') ? (
          <Button onClick={() => order(view === 'standing' ? 'standing' : 'single')}>{t('orders.new')}</Button>
        ) : (
          <ReasonedButton reason={t('orders.mayNot')} onClick={() => undefined}>
            {t('orders.new')}
          </ReasonedButton>
        ))
      }
    >
      <div className="order-tabs">
        <Tabs
          label={t('orders.views')}
          tabs={VIEWS.map((id) => ({ id, label: t(`orders.view.${id}`) }))}
          current={view}
          choose={(next) => change({ view: next === 'orders' ? undefined : next, contract: undefined })}
        />
      </div>
      <div className="page-body" role="tabpanel" aria-label={t(`orders.view.${view}`)}>
        {view === 'orders' && <OrderList />}
        {view === 'standing' && <StandingOrders />}
        {view === 'contracts' && <Contracts />}
      </div>
    </Page>
  );
}
