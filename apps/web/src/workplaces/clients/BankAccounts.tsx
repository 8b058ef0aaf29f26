import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addBankAccount, bankAccountsQuery } from '~/api/centre';
import { queryClient } from '~/api/query-client';
import { useClient, useMay } from '~/frame/client-context';
import { announce } from '~/ui/Announcer';
import { FormDialog } from '~/ui/FormDialog';
import { TableRegion } from '~/ui/TableRegion';

const grouped = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ');

/** Each bank account is one liquid account of the chart. */
export function BankAccounts() {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const query = bankAccountsQuery(client.id);
  const { data: accounts = [], isSuccess } = useQuery(query);
  const [adding, setAdding] = useState(false);
  return (
    <section className="section">
      <header>
        <h2>{t('clients.bankAccounts')}</h2>
        {may('masterdata:manage') && (
          <Button variant="default" size="compact-xs" onClick={() => setAdding(true)}>
            {t('clients.addBankAccount')}
          </Button>
        )}
      </header>
      {isSuccess && accounts.length === 0 && <p className="quiet">{t('clients.noBankAccounts')}</p>}
      {accounts.length > 0 && (
        <TableRegion label={t('clients.bankAccounts')}>
          <table className="ledger narrow">
            <thead>
              <tr>
                <th scope="col">{t('clients.bankName')}</th>
                <th scope="col">IBAN</th>
                <th scope="col">BIC</th>
                <th scope="col">{t('journal.account')}</th>
              </tr>
            </thead>
            <tbody>
              {accounts.map((account) => (
                <tr key={account.id}>
                  <th scope="row">{account.name}</th>
                  <td>{grouped(account.iban)}</td>
                  <td>{account.bic}</td>
                  <td>{account.account}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
      {adding && (
        <FormDialog<Parameters<typeof addBankAccount>[1]>
          title={t('clients.addBankAccount')}
          submit={t('common.add')}
          fields={[
            { name: 'name', label: t('clients.bankName'), required: true },
            { name: 'iban', label: 'IBAN', required: true },
            { name: 'bic', label: 'BIC' },
            { name: 'account', label: t('clients.ledgerAccount'), type: 'accounts', required: true },
          ]}
          onClose={() => setAdding(false)}
          onSubmit={async (body) => {
            await addBankAccount(client.id, { ...body, iban: body.iban.replace(/\s/g, '') });
            await queryClient.invalidateQueries({ queryKey: query.queryKey });
            announce(t('common.saved'));
          }}
        />
      )}
    </section>
  );
}
