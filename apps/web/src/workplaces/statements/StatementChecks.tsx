import { useTranslation } from 'react-i18next';
import type { StatementCheck } from '~/api/types';
import { formatMoney, fromApi } from '~/lib/money';
import { CheckIcon, WarnIcon } from '~/ui/icons';

/** What must be equal, and whether it is: liquid funds, assets and liabilities, the year's result. */
export function StatementChecks({ checks, onRest }: { checks: StatementCheck[]; onRest?: () => void }) {
  const { t } = useTranslation();
  if (checks.length === 0) return null;
  return (
    <section className="section">
      <h2>{t('statements.checks')}</h2>
      <ul className="checks">
        {checks.map((check) => (
          <li key={check.rule} className={check.ok ? 'good' : 'bad'}>
            {check.ok ? <CheckIcon /> : <WarnIcon />}
            <span>
              <span className="strong">{check.ok ? t('statements.checkHolds') : t('statements.checkFails')}</span>{' '}
              {t(`statements.rules.${check.rule}`)}
              <span className="quiet">
                {' '}
                ({formatMoney(fromApi(check.left))} {check.ok ? '=' : '≠'} {formatMoney(fromApi(check.right))})
              </span>
              {!check.ok && check.rule === 'products-make-up-the-whole' && onRest && (
                <>
                  {' '}
                  <button type="button" className="link" onClick={onRest}>
                    {t('statements.showRest')}
                  </button>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
