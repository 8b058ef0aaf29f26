import { useTranslation } from 'react-i18next';
import type { PostingTrial } from '~/api/document-types';
import { formatDay } from '~/lib/dates';
import { fromApiOrZero, sum } from '~/lib/money';
import { Amount, AmountCell } from '~/ui/Amount';
import { TableRegion } from '~/ui/TableRegion';

/** The entry as it would be posted, in debit and credit, before anything is written. */
export function PostingPreview({ trial }: { trial: PostingTrial }) {
  const { t } = useTranslation();
  return (
    <section className="posting-preview" aria-live="polite">
      <h3>{t('booking.trialTitle')}</h3>
      <p className={trial.postable ? 'notice good' : 'notice bad'} style={{ marginTop: 6 }}>
        {trial.postable ? t('booking.postable', { number: trial.nextEntryNo ?? '–' }) : t('booking.notPostable')}
      </p>
      {!trial.postable && (
        <ul>
          {trial.errors.map((error, i) => (
            <li key={i}>{error.message}</li>
          ))}
        </ul>
      )}
      {trial.lines.length > 0 && (
        <TableRegion label={t('documents.previewLines')}>
          <table className="ledger">
            <thead>
              <tr>
                <th scope="col">{t('journal.account')}</th>
                <th scope="col">{t('journal.product')}</th>
                <th scope="col" className="amount">
                  {t('journal.debit')}
                </th>
                <th scope="col" className="amount">
                  {t('journal.credit')}
                </th>
              </tr>
            </thead>
            <tbody>
              {trial.lines.map((line, i) => (
                <tr key={i}>
                  <th scope="row" className="wraps">
                    {line.account} {line.accountName}
                    {line.text && <div className="quiet">{line.text}</div>}
                  </th>
                  <td>{line.product}</td>
                  <AmountCell value={line.debit} />
                  <AmountCell value={line.credit} />
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={2}>
                  {t('common.total')}
                </th>
                <td className="amount">
                  <Amount value={sum(trial.lines.map((line) => fromApiOrZero(line.debit)))} />
                </td>
                <td className="amount">
                  <Amount value={sum(trial.lines.map((line) => fromApiOrZero(line.credit)))} />
                </td>
              </tr>
            </tfoot>
          </table>
        </TableRegion>
      )}
      {trial.openItems.length > 0 && (
        <dl className="facts" style={{ marginTop: 8 }}>
          {trial.openItems.map((item, i) => (
            <div key={i} style={{ display: 'contents' }}>
              <dt>{item.retention ? t('documents.retentionItem') : t('documents.openItem')}</dt>
              <dd>
                <Amount value={item.amount} /> EUR
                {item.dueOn && ` · ${t('coding.dueOn')} ${formatDay(item.dueOn)}`}
                {item.discountOn && ` · ${t('coding.discountOn')} ${formatDay(item.discountOn)}`}
                {item.paymentBlock && ` · ${t('coding.paymentBlock')}: ${item.paymentBlock}`}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
