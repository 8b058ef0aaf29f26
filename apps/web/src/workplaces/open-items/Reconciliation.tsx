import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ReconciliationRow, reconciliationQuery } from '~/api/open-items';
import { useBooks, useClient } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';
import { fromApi, sum } from '~/lib/money';
import { BalanceCells } from '~/ui/Amount';
import { CheckIcon, StopIcon } from '~/ui/icons';

const hasContent = (row: ReconciliationRow): boolean =>
  row.count > 0 || [row.ledger, row.items, row.difference].some((amount) => fromApi(amount) !== 0n);

interface ReconciliationProps {
  open: boolean;
  toggle: (open: boolean) => void;
}

/** The control accounts against the sum of their open items, so that nobody has to believe it. */
export function Reconciliation({ open, toggle }: ReconciliationProps) {
  const { t } = useTranslation();
  const client = useClient();
  const { asOf, knownOn } = useBooks();
  const { data } = useQuery(reconciliationQuery(client.id));
  if (!data) return null;
  const rows = data.filter(hasContent);
  const whole = data.every((row) => fromApi(row.difference) === 0n);
  const total = (field: 'ledger' | 'items' | 'difference') => sum(rows.map((row) => fromApi(row[field])));
  return (
    <details
      className="reconciliation"
      open={open || !whole}
      onToggle={(event) => event.currentTarget.open !== open && toggle(event.currentTarget.open)}
    >
      <summary>
        <span className={whole ? 'sign good' : 'sign bad'} role={whole ? undefined : 'alert'}>
          {whole ? <CheckIcon /> : <StopIcon />} {whole ? t('openItems.reconciled') : t('openItems.notReconciled')}
        </span>
      </summary>
      <table className="ledger narrow">
        <caption className="sr-only">{t('openItems.reconciliation')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('openItems.account')}</th>
            <th scope="col" className="amount">
              {t('openItems.count')}
            </th>
            <th scope="col" className="amount" colSpan={2}>
              {t('openItems.itemsSide')}
            </th>
            <th scope="col" className="amount" colSpan={2}>
              {t('openItems.ledgerSide')}
            </th>
            <th scope="col" className="amount" colSpan={2}>
              {t('openItems.difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.account}>
              <th scope="row">
                <ClientLink page={`ledger/${row.account}`}>{row.account}</ClientLink>{' '}
                <span className="second-to-go">{row.name}</span>
              </th>
              <td className="amount">{row.count.toLocaleString('de-DE')}</td>
              <BalanceCells value={row.items} />
              <BalanceCells value={row.ledger} />
              <BalanceCells value={row.difference} className={fromApi(row.difference) === 0n ? '' : 'bad strong'} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('common.total')}</th>
            <td className="amount">{rows.reduce((all, row) => all + row.count, 0).toLocaleString('de-DE')}</td>
            <BalanceCells value={total('items')} />
            <BalanceCells value={total('ledger')} />
            <BalanceCells value={total('difference')} />
          </tr>
        </tfoot>
      </table>
      {(asOf || knownOn) && <p className="quiet">{t('openItems.asOfIgnored')}</p>}
    </details>
  );
}
