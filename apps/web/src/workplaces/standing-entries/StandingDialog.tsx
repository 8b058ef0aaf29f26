import { useTranslation } from 'react-i18next';
import { createStanding } from '~/api/books';
import { refreshClient } from '~/api/query-client';
import { useClient } from '~/frame/client-context';
import { fromApi, toApi } from '~/lib/money';
import { announce } from '~/ui/Announcer';
import { FormDialog } from '~/ui/FormDialog';
import { useAccounts } from '~/ui/use-catalogue';
import { emptyMask, emptyRow, entryOf } from '../booking/mask';

const RHYTHMS = ['monthly', 'quarterly', 'half-yearly', 'yearly'] as const;

/** A standing entry between two accounts, e.g. a rent; the bank side takes the usual cash-flow account. */
export function StandingDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const accounts = useAccounts();

  const send = async (body: Record<string, unknown>) => {
    const text = (name: string) => String(body[name] ?? '');
    const row = {
      ...emptyRow(fromApi(text('amount'))),
      account: text('debitAccount'),
      contra: text('creditAccount'),
      product: text('product'),
      costCentre: text('costCentre'),
      cashAccount: text('cashAccount'),
      text: text('text'),
    };
    const {
      bookingDate: _date,
      fiscalYear: _year,
      ...entry
    } = entryOf({ ...emptyMask(), rows: [row] }, 0, accounts).entry;
    await createStanding(client.id, {
      name: text('name') || text('text'),
      entry,
      rhythm: body.rhythm,
      firstDate: body.firstDate,
      lastDate: body.lastDate,
    });
    await refreshClient(client.id);
    announce(t('standing.added', { amount: toApi(row.amount!).replace('.', ',') }));
  };

  return (
    <FormDialog
      title={t('standing.add')}
      submit={t('standing.add')}
      initial={{ rhythm: 'monthly' }}
      onClose={onClose}
      onSubmit={send}
      fields={[
        { name: 'text', label: t('journal.text'), required: true },
        { name: 'amount', label: t('journal.amount'), type: 'amount', required: true, row: 'a' },
        {
          name: 'rhythm',
          label: t('standing.rhythm'),
          type: 'select',
          row: 'a',
          options: RHYTHMS.map((value) => ({ value, label: t(`rhythms.${value}`) })),
        },
        { name: 'debitAccount', label: t('standing.debitAccount'), type: 'accounts', required: true, row: 'b' },
        { name: 'creditAccount', label: t('standing.creditAccount'), type: 'accounts', required: true, row: 'b' },
        { name: 'product', label: t('journal.product'), type: 'products', row: 'c' },
        { name: 'costCentre', label: t('journal.costCentre'), type: 'cost-centres', row: 'c' },
        { name: 'cashAccount', label: t('standing.cashAccount'), type: 'cash-accounts' },
        { name: 'firstDate', label: t('standing.first'), type: 'day', required: true, row: 'd' },
        { name: 'lastDate', label: t('standing.last'), type: 'day', row: 'd' },
      ]}
    />
  );
}
