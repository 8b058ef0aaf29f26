import { useTranslation } from 'react-i18next';
import type { Contract } from '~/api/orders';
import { ClientLink } from '~/frame/ClientLink';
import { formatDay, today } from '~/lib/dates';
import { AmountCell } from '~/ui/Amount';
import { WarnIcon } from '~/ui/icons';
import { TableRegion } from '~/ui/TableRegion';
import { daysPast } from '../open-items/item-due';

interface ContractTableProps {
  contracts: Contract[];
  current?: string;
}

/** Contracts by the day of the next invoice; one that has not come says since when. */
export function ContractTable({ contracts, current }: ContractTableProps) {
  const { t } = useTranslation();
  return (
    <TableRegion label={t('contracts.title')}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t('contracts.number')}</th>
            <th scope="col" className="first-to-go second-to-go">
              {t('contracts.partner')}
            </th>
            <th scope="col">{t('contracts.subject')}</th>
            <th scope="col" className="first-to-go second-to-go">
              {t('contracts.rhythm')}
            </th>
            <th scope="col">{t('contracts.nextOn')}</th>
            <th scope="col" className="second-to-go">
              {t('openItems.signs')}
            </th>
            <th scope="col" className="first-to-go second-to-go">
              {t('contracts.endsOn')}
            </th>
            <th scope="col" className="amount">
              {t('contracts.expected')}
            </th>
          </tr>
        </thead>
        <tbody>
          {contracts.map((contract) => (
            <tr key={contract.id} data-current={contract.id === current}>
              <th scope="row">
                <ClientLink page="orders" search={{ view: 'contracts', contract: contract.id }} className="row-open">
                  {contract.number}
                </ClientLink>
              </th>
              <td className="grow first-to-go second-to-go" title={contract.partnerName}>
                {contract.partnerName}
              </td>
              <td className="grow" title={contract.subject}>
                {contract.subject}
              </td>
              <td className="first-to-go second-to-go">{t(`contracts.rhythms.${contract.rhythm}`)}</td>
              <td>{formatDay(contract.nextOn) || '–'}</td>
              <td className="second-to-go">
                <ContractSign contract={contract} />
              </td>
              <td className="first-to-go second-to-go">{formatDay(contract.endsOn)}</td>
              <AmountCell value={contract.expectedAmount} />
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

export function ContractSign({ contract }: { contract: Pick<Contract, 'overdue' | 'nextOn' | 'endsOn'> }) {
  const { t } = useTranslation();
  if (contract.overdue && contract.nextOn)
    return (
      <span className="sign warn">
        <WarnIcon /> {t('contracts.overdue', { count: daysPast(contract.nextOn, today()) })}
      </span>
    );
  if (contract.endsOn && contract.endsOn < today()) return <span className="tag">{t('contracts.ended')}</span>;
  return null;
}
