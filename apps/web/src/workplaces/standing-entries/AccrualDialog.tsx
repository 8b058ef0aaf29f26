import { useTranslation } from 'react-i18next';
import { createAccrual } from '~/api/desk';
import { refreshClient } from '~/api/query-client';
import type { NewAccrual } from '~/api/types';
import { useClient } from '~/frame/client-context';
import { announce } from '~/ui/Announcer';
import { FormDialog } from '~/ui/FormDialog';

/** Spreads an amount over the months of the service it was paid for. */
export function AccrualDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const client = useClient();
  return (
    <FormDialog<NewAccrual>
      title={t('standing.addAccrual')}
      submit={t('standing.addAccrual')}
      onClose={onClose}
      onSubmit={async (body) => {
        await createAccrual(client.id, body);
        await refreshClient(client.id);
        announce(t('common.saved'));
      }}
      fields={[
        { name: 'text', label: t('journal.text'), required: true },
        { name: 'amount', label: t('journal.amount'), type: 'amount', required: true, row: 'a' },
        { name: 'reference', label: t('journal.reference'), row: 'a' },
        { name: 'expenseAccount', label: t('standing.expenseAccount'), type: 'accounts', required: true, row: 'b' },
        { name: 'accrualAccount', label: t('standing.accrualAccount'), type: 'accounts', required: true, row: 'b' },
        { name: 'product', label: t('journal.product'), type: 'products', row: 'c' },
        { name: 'costCentre', label: t('journal.costCentre'), type: 'cost-centres', row: 'c' },
        { name: 'serviceFrom', label: t('standing.serviceFrom'), type: 'day', required: true, row: 'd' },
        { name: 'serviceTo', label: t('standing.serviceTo'), type: 'day', required: true, row: 'd' },
        { name: 'bookingDate', label: t('standing.accrualDate'), type: 'day', required: true },
      ]}
    />
  );
}
