import { useTranslation } from 'react-i18next';
import type { Trial } from '~/api/types';
import { AmountCell, BalanceCells } from '~/ui/Amount';
import { TableRegion } from '~/ui/TableRegion';

/** What posting would do to balances and statements, without writing anything. */
export function TrialPreview({ trial }: { trial: Trial }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t('booking.trialTitle')}</h2>
      <p className={trial.postable ? 'notice good' : 'notice bad'} role="status" style={{ marginTop: 6 }}>
        {trial.postable ? t('booking.postable', { number: trial.nextEntryNo ?? '–' }) : t('booking.notPostable')}
      </p>
      {!trial.postable && (
        <ul>
          {trial.errors.map((error, i) => (
            <li key={i}>{error.message}</li>
          ))}
        </ul>
      )}
      {trial.warnings.length > 0 && (
        <div className="notice warn">
          <p className="strong">{t('booking.warnings')}</p>
          <ul>
            {trial.warnings.map((warning, i) => (
              <li key={i}>{warning.message}</li>
            ))}
          </ul>
        </div>
      )}
      {trial.balances.length > 0 && (
        <TableRegion label={t('booking.balances')}>
          <table className="ledger">
            <caption>{t('booking.balances')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('journal.account')}</th>
                <th scope="col" className="amount" colSpan={2}>
                  {t('booking.before')}
                </th>
                <th scope="col" className="amount">
                  {t('booking.change')}
                </th>
                <th scope="col" className="amount" colSpan={2}>
                  {t('booking.after')}
                </th>
              </tr>
            </thead>
            <tbody>
              {trial.balances.map((row) => (
                <tr key={row.account}>
                  <th scope="row" className="wraps">
                    {row.account} {row.name}
                  </th>
                  <BalanceCells value={row.before} dash />
                  <AmountCell value={row.change} />
                  <BalanceCells value={row.after} dash />
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
      {trial.statements.length > 0 && (
        <TableRegion label={t('booking.statementEffects')}>
          <table className="ledger" style={{ marginTop: 10 }}>
            <caption>{t('booking.statementEffects')}</caption>
            <tbody>
              {trial.statements.map((row) => (
                <tr key={row.statement + row.code}>
                  <th scope="row" className="wraps">
                    {t(`statementShort.${row.statement as 'results'}`, { defaultValue: row.statement })} {row.code}{' '}
                    {row.label}
                  </th>
                  <AmountCell value={row.change} />
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
    </section>
  );
}
