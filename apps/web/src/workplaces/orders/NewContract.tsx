import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createContract } from '~/api/orders';
import { ProblemError } from '~/api/problem';
import { refreshClient } from '~/api/query-client';
import { useClient } from '~/frame/client-context';
import { today } from '~/lib/dates';
import { announce } from '~/ui/Announcer';
import { FormDialog } from '~/ui/FormDialog';
import { PartnerField } from '~/ui/PartnerField';

const RHYTHMS = ['monthly', 'quarterly', 'half-yearly', 'yearly', 'none'] as const;

type ContractForm = Omit<Parameters<typeof createContract>[1], 'partnerId'>;

/** A contract under which invoices will come; only number, supplier, subject and rhythm have to be known. */
export function NewContract({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const [partnerId, setPartnerId] = useState('');
  const [missing, setMissing] = useState<string>();
  return (
    <FormDialog<ContractForm>
      title={t('contracts.add')}
      wide
      submit={t('contracts.add')}
      initial={{ rhythm: 'monthly', firstOn: today() }}
      fields={[
        { name: 'number', label: t('contracts.number'), required: true, help: t('contracts.numberHelp') },
        { name: 'subject', label: t('contracts.subject'), required: true },
        {
          name: 'rhythm',
          label: t('contracts.rhythm'),
          type: 'select',
          options: RHYTHMS.map((value) => ({ value, label: t(`contracts.rhythms.${value}`) })),
          row: 'rhythm',
        },
        { name: 'firstOn', label: t('contracts.firstOn'), type: 'day', required: true, row: 'rhythm' },
        { name: 'endsOn', label: t('contracts.endsOn'), type: 'day', row: 'rhythm' },
        { name: 'expectedAmount', label: t('contracts.expectedAmount'), type: 'amount', row: 'amount' },
        { name: 'tolerance', label: t('contracts.tolerance'), type: 'amount', row: 'amount' },
        { name: 'account', label: t('contracts.account'), type: 'accounts', row: 'books' },
        { name: 'product', label: t('contracts.product'), type: 'products', row: 'books' },
        { name: 'costCentre', label: t('contracts.costCentre'), type: 'cost-centres', row: 'books' },
        { name: 'note', label: t('contracts.noteField'), type: 'long' },
      ]}
      onClose={onClose}
      onSubmit={async (form) => {
        if (!partnerId) {
          setMissing(t('errors.required'));
          throw new ProblemError(422, 'PartnerMissing', t('errors.required'), t('orders.missing.partner'));
        }
        const contract = await createContract(client.id, { ...form, partnerId });
        await refreshClient(client.id);
        announce(t('contracts.added', { number: contract.number }));
      }}
    >
      {/* Enter takes the supplier; the form is sent by its button. */}
      <div onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}>
        <PartnerField
          label={t('contracts.partner')}
          required
          error={partnerId ? undefined : missing}
          value={partnerId}
          onChange={setPartnerId}
        />
      </div>
    </FormDialog>
  );
}
