import { useTranslation } from 'react-i18next';
import { createStanding } from '~/api/desk';
import { refreshClient } from '~/api/query-client';
import type { NewStandingEntry } from '~/api/types';
import { useClient } from '~/frame/client-context';
import { formatMoney, fromApi } from '~/lib/money';
import { announce } from '~/ui/Announcer';
import { FormDialog } from '~/ui/FormDialog';
import { useAccounts } from '~/ui/use-catalogue';
import { emptyMask, emptyRow, entryOf } from '../booking/mask';

const RHYTHMS = ['monthly', 'quarterly', 'half-yearly', 'yearly'] as const;

interface StandingWish extends Pick<NewStandingEntry, 'rhythm' | 'firstDate' | 'lastDate'> {
  text: string;
  amount: string;
  debitAccount: string;
  creditAccount: string;
  product?: string;
  costCentre?: string;
  cashAccount?: string;
}

/** A standing entry between two accounts, e.g. a rent; the bank side takes the usual cash-flow account. */
export function StandingDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const accounts = useAccounts();

  const send = async (wish: StandingWish) => {
    const row = {
      ...emptyRow(fromApi(wish.amount)),
      account: wish.debitAccount,
      contra: wish.creditAccount,
      product: wish.product ?? '',
      costCentre: wish.costCentre ?? '',
      cashAccount: wish.cashAccount ?? '',
      text: wish.text,
    };
    const {
      bookingDate: _date,
      fiscalYear: _year,
      ...entry
    } = entryOf({ ...emptyMask(), rows: [row] }, 0, accounts).entry;
    const { text: name, rhythm, firstDate, lastDate } = wish;
    await createStanding(client.id, { name, entry, rhythm, firstDate, lastDate });
    await refreshClient(client.id);
    announce(t('standing.added', { amount: formatMoney(row.amount!) }));
  };

  return (
    <FormDialog<StandingWish>
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
