import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Coding } from '~/api/document-types';
import { partnerQuery } from '~/api/partners';
import { useClient } from '~/frame/client-context';
import { formatDay } from '~/lib/dates';
import { fromApi, sum } from '~/lib/money';
import { Amount, AmountCell } from '~/ui/Amount';
import { TableRegion } from '~/ui/TableRegion';
import { useAccounts, useCatalogue } from '~/ui/use-catalogue';
import { CreditSide } from './CreditSide';
import { staysInHouse } from './internal';

/** The coding as it was sent on its way: what is decided on can be read here, and no longer changed. */
export function CodingSheet({ coding }: { coding: Coding }) {
  const { t } = useTranslation();
  const client = useClient();
  const accounts = useAccounts();
  const products = useCatalogue('products');
  const { data: partner } = useQuery({
    ...partnerQuery(client.id, coding.partnerId ?? ''),
    enabled: !!coding.partnerId,
  });
  const internal = staysInHouse(coding);
  return (
    <section aria-label={t('coding.title')}>
      <dl className="facts">
        <dt>{internal ? t('documents.kind') : t('coding.partner')}</dt>
        <dd>{internal ? t('documents.kinds.internal') : partner ? `${partner.name} · ${partner.number}` : ''}</dd>
        <dt>{t('coding.text')}</dt>
        <dd>{coding.text}</dd>
        {coding.dueOn && (
          <>
            <dt>{t('coding.dueOn')}</dt>
            <dd>{formatDay(coding.dueOn)}</dd>
          </>
        )}
        {coding.discountOn && (
          <>
            <dt>{t('coding.discountOn')}</dt>
            <dd>
              {formatDay(coding.discountOn)} · <Amount value={coding.discountAmount} /> EUR
            </dd>
          </>
        )}
        <dt>{t('coding.method')}</dt>
        <dd>{t(`coding.methods.${coding.method}`)}</dd>
        {coding.paymentBlock && (
          <>
            <dt>{t('coding.paymentBlock')}</dt>
            <dd>{coding.paymentBlock}</dd>
          </>
        )}
        {coding.retention && (
          <>
            <dt>{t('coding.retentionAmount')}</dt>
            <dd>
              <Amount value={coding.retention.amount} /> EUR · {formatDay(coding.retention.dueOn)}
            </dd>
          </>
        )}
      </dl>
      <TableRegion label={t('coding.lines')}>
        <table className="ledger">
          {internal && <caption>{t('orders.debitSide')}</caption>}
          <thead>
            <tr>
              <th scope="col">{t('coding.account')}</th>
              <th scope="col">{t('coding.rate')}</th>
              <th scope="col" className="amount">
                {t('coding.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {coding.lines.map((line, i) => (
              <tr key={i}>
                <th scope="row" className="wraps">
                  {line.account} {accounts.get(line.account)?.name}
                  <div className="quiet">
                    {[
                      line.product && `${line.product} ${products.byCode.get(line.product)?.name ?? ''}`,
                      line.costCentre && `${t('ledger.costCentreShort')} ${line.costCentre}`,
                      line.share !== null && t('coding.shareNo', { no: line.share }),
                      line.text !== coding.text && line.text,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </div>
                </th>
                <td className="wraps">
                  {line.vat.rate.replace('.', ',')} % · {t(`coding.treatments.${line.vat.treatment}`)}
                </td>
                <AmountCell value={line.gross} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t('common.total')}
              </th>
              <td className="amount">
                <Amount value={sum(coding.lines.map((line) => fromApi(line.gross)))} />
              </td>
            </tr>
          </tfoot>
        </table>
      </TableRegion>
      {internal && <CreditSide parts={coding.prepaid} />}
    </section>
  );
}
