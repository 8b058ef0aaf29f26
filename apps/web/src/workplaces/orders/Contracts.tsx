import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeContract, contractQuery, contractsQuery } from '~/api/orders';
import { refreshClient } from '~/api/query-client';
import { useClient, useMay } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';
import { formatDay } from '~/lib/dates';
import { useFilters } from '~/lib/search-params';
import { Amount, AmountCell } from '~/ui/Amount';
import { announce } from '~/ui/Announcer';
import { FormDialog } from '~/ui/FormDialog';
import { WarnIcon } from '~/ui/icons';
import { SidePanel } from '~/ui/SidePanel';
import { EmptyState, ErrorState, SkeletonBlock } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';
import { ContractSign, ContractTable } from './ContractTable';
import { NewContract } from './NewContract';

/** Contracts with what is expected of them. */
export function Contracts() {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const [filters, change] = useFilters();
  const { data: all, error, refetch } = useQuery(contractsQuery(client.id));
  const [adding, setAdding] = useState(false);
  const overdue = all?.filter((contract) => contract.overdue) ?? [];
  const onlyOverdue = filters.overdue === 'yes';
  const shown = onlyOverdue ? overdue : all;
  return (
    <>
      <div className="contract-head">
        {may('documents:intake') && <Button onClick={() => setAdding(true)}>{t('contracts.add')}</Button>}
        <Checkbox
          size="xs"
          label={t('contracts.onlyOverdue')}
          checked={onlyOverdue}
          onChange={(event) => change({ overdue: event.currentTarget.checked ? 'yes' : undefined })}
        />
        {overdue.length > 0 && (
          <span className="sign warn">
            <WarnIcon /> {t('contracts.overdueCount', { count: overdue.length })}
          </span>
        )}
      </div>
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {!all && !error && <SkeletonBlock lines={8} />}
      {shown?.length === 0 && (
        <EmptyState title={onlyOverdue ? t('contracts.noneOverdue') : t('contracts.empty')}>
          {!onlyOverdue && <p>{t('contracts.emptyHint')}</p>}
        </EmptyState>
      )}
      {shown && shown.length > 0 && <ContractTable contracts={shown} current={filters.contract} />}
      {adding && <NewContract onClose={() => setAdding(false)} />}
      {filters.contract && <ContractPanel id={filters.contract} onClose={() => change({ contract: undefined })} />}
    </>
  );
}

interface ContractChangeForm {
  subject?: string;
  account?: string | null;
  product?: string | null;
  costCentre?: string | null;
  expectedAmount?: string | null;
  tolerance?: string | null;
  nextOn?: string | null;
  endsOn?: string | null;
  note?: string | null;
}

/** One contract beside the list: what came under it and how it met what was expected. */
function ContractPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const { data: contract, error, refetch } = useQuery(contractQuery(client.id, id));
  const [changing, setChanging] = useState(false);
  return (
    <SidePanel
      title={contract ? `${t('contracts.number')} ${contract.number}` : t('contracts.title')}
      subtitle={client.name}
      onClose={onClose}
    >
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {!contract && !error && <SkeletonBlock lines={10} />}
      {contract && (
        <>
          <p>
            <ContractSign contract={contract} />
          </p>
          <dl className="facts">
            <dt>{t('contracts.subject')}</dt>
            <dd>{contract.subject}</dd>
            <dt>{t('contracts.partner')}</dt>
            <dd>
              <ClientLink page={`partners/${contract.partnerId}`}>{contract.partnerName}</ClientLink>
            </dd>
            <dt>{t('contracts.rhythm')}</dt>
            <dd>
              {t(`contracts.rhythms.${contract.rhythm}`)}, {formatDay(contract.firstOn)} –{' '}
              {formatDay(contract.endsOn) || t('orders.openEnd')}
            </dd>
            <dt>{t('contracts.nextOn')}</dt>
            <dd>{formatDay(contract.nextOn) || '–'}</dd>
            <dt>{t('contracts.expectedAmount')}</dt>
            <dd>
              {contract.expectedAmount ? <Amount value={contract.expectedAmount} /> : '–'}
              {contract.expectedAmount && (
                <span className="quiet">
                  {' '}
                  ± <Amount value={contract.tolerance} />
                </span>
              )}
            </dd>
            <dt>{t('contracts.account')}</dt>
            <dd>{[contract.account, contract.product, contract.costCentre].filter(Boolean).join(' · ') || '–'}</dd>
            {contract.note && (
              <>
                <dt>{t('contracts.noteField')}</dt>
                <dd>{contract.note}</dd>
              </>
            )}
          </dl>
          {may('documents:intake') && (
            <div className="form-actions">
              <Button variant="default" onClick={() => setChanging(true)}>
                {t('common.change')}
              </Button>
            </div>
          )}
          <section className="section">
            <h3>{t('contracts.invoices')}</h3>
            {contract.invoices.length === 0 ? (
              <p className="quiet">{t('contracts.noInvoices')}</p>
            ) : (
              <TableRegion label={t('contracts.invoices')}>
                <table className="ledger">
                  <thead>
                    <tr>
                      <th scope="col">{t('orders.number')}</th>
                      <th scope="col">{t('contracts.expectedOn')}</th>
                      <th scope="col">{t('contracts.fits')}</th>
                      <th scope="col" className="amount">
                        {t('orders.amount')}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {contract.invoices.map((invoice) => (
                      <tr key={invoice.documentId}>
                        <th scope="row">
                          <ClientLink page={`documents/${invoice.documentId}`} className="row-open">
                            {invoice.number}
                          </ClientLink>
                        </th>
                        <td>{formatDay(invoice.expectedOn)}</td>
                        <td className={invoice.withinTolerance === false ? 'warn strong' : undefined}>
                          {invoice.withinTolerance === null
                            ? t('contracts.any')
                            : invoice.withinTolerance
                              ? t('contracts.within')
                              : t('contracts.outside')}
                        </td>
                        <AmountCell value={invoice.gross} />
                      </tr>
                    ))}
                  </tbody>
                </table>
              </TableRegion>
            )}
          </section>
          {changing && (
            <FormDialog<ContractChangeForm>
              title={t('contracts.change', { number: contract.number })}
              wide
              submit={t('common.save')}
              initial={{
                subject: contract.subject,
                account: contract.account,
                product: contract.product,
                costCentre: contract.costCentre,
                expectedAmount: contract.expectedAmount,
                tolerance: contract.tolerance,
                nextOn: contract.nextOn,
                endsOn: contract.endsOn,
                note: contract.note,
              }}
              fields={[
                { name: 'subject', label: t('contracts.subject'), required: true },
                { name: 'expectedAmount', label: t('contracts.expectedAmount'), type: 'amount', row: 'amount' },
                { name: 'tolerance', label: t('contracts.tolerance'), type: 'amount', row: 'amount' },
                { name: 'nextOn', label: t('contracts.nextOn'), type: 'day', row: 'days' },
                { name: 'endsOn', label: t('contracts.endsOn'), type: 'day', row: 'days' },
                { name: 'account', label: t('contracts.account'), type: 'accounts', row: 'books' },
                { name: 'product', label: t('contracts.product'), type: 'products', row: 'books' },
                { name: 'costCentre', label: t('contracts.costCentre'), type: 'cost-centres', row: 'books' },
                { name: 'note', label: t('contracts.noteField'), type: 'long' },
              ]}
              onClose={() => setChanging(false)}
              onSubmit={async ({ tolerance, note, ...form }) => {
                await changeContract(client.id, contract.id, {
                  ...form,
                  ...(tolerance !== undefined && { tolerance: tolerance ?? '0.00' }),
                  ...(note !== undefined && { note: note ?? '' }),
                  version: contract.version,
                });
                await refreshClient(client.id);
                announce(t('common.saved'));
              }}
            />
          )}
        </>
      )}
    </SidePanel>
  );
}
