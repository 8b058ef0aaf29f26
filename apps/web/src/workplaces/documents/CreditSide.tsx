import { useTranslation } from 'react-i18next';
import type { Coding } from '~/api/document-types';
import { fromApi, sum } from '~/lib/money';
import { Amount, AmountCell } from '~/ui/Amount';
import { TableRegion } from '~/ui/TableRegion';
import { useAccounts, useCatalogue } from '~/ui/use-catalogue';

/** Where an internal allocation is credited: the side that an invoice leaves to the supplier. */
export function CreditSide({ parts }: { parts: Coding['prepaid'] }) {
  const { t } = useTranslation();
  const accounts = useAccounts();
  const products = useCatalogue('products');
  return (
    <TableRegion label={t('orders.creditSide')}>
      <table className="ledger">
        <caption>{t('orders.creditSide')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('orders.creditAccount')}</th>
            <th scope="col" className="amount">
              {t('orders.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part, i) => (
            <tr key={i}>
              <th scope="row" className="wraps">
                {part.account} {accounts.get(part.account ?? '')?.name}
                {part.product && (
                  <div className="quiet">
                    {part.product} {products.byCode.get(part.product)?.name}
                  </div>
                )}
              </th>
              <AmountCell value={part.amount} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('common.total')}</th>
            <td className="amount">
              <Amount value={sum(parts.map((part) => fromApi(part.amount)))} />
            </td>
          </tr>
        </tfoot>
      </table>
    </TableRegion>
  );
}
