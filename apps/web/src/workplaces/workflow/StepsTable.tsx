import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deciderQuery } from '~/api/documents';
import type { Assignment, Workflow } from '~/api/document-types';
import { useClient } from '~/frame/client-context';
import { formatDay } from '~/lib/dates';
import { formatMoney, fromApi } from '~/lib/money';
import { TableRegion } from '~/ui/TableRegion';

/** The steps in words, for whoever may not change them. */
export function StepsTable({ workflow }: { workflow: Workflow }) {
  const { t } = useTranslation();
  const client = useClient();
  const { data: people = [] } = useQuery(deciderQuery(client.id));
  const roleName = (role: string) => t(`roles.${role as 'clerk'}`, { defaultValue: role });
  const said = (assignment: Assignment): string => {
    if (assignment.to === 'role') return t('workflow.to.role', { role: roleName(assignment.role) });
    if (assignment.to !== 'people') return t(`workflow.to.${assignment.to}`);
    const names = assignment.people.flatMap((id) => people.find((person) => person.id === id)?.name ?? []);
    return names.join(', ') || t('workflow.to.people');
  };
  const arithmetic = workflow.steps.find((step) => step.step === 'arithmetic');
  return (
    <section>
      <header className="aside-head">
        <h2>{t('workflow.steps')}</h2>
        <span className="quiet">
          {t('workflow.version', { version: workflow.version, day: formatDay(workflow.validFrom) })}
        </span>
      </header>
      <TableRegion label={t('workflow.steps')}>
        <table className="ledger roomy">
          <thead>
            <tr>
              <th scope="col">{t('workflow.step')}</th>
              <th scope="col">{t('workflow.assignment')}</th>
              <th scope="col" className="first-to-go">
                {t('workflow.fallback')}
              </th>
              <th scope="col" className="amount">
                {t('workflow.deadline')}
              </th>
              <th scope="col" className="amount first-to-go">
                {t('workflow.reminder')}
              </th>
              <th scope="col" className="second-to-go">
                {t('workflow.escalation')}
              </th>
              <th scope="col" className="amount second-to-go">
                {t('workflow.escalationDays')}
              </th>
              <th scope="col" className="amount second-to-go">
                {t('workflow.fromAmount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {workflow.steps.map(
              ({ step, assignment, fallback, deadlineDays, reminderDays, escalation, fromAmount }) => (
                <tr key={step}>
                  <th scope="row" className="wraps">
                    {t(`documents.steps.${step}`)}
                  </th>
                  <td className="wraps">{said(assignment)}</td>
                  <td className="wraps first-to-go">{roleName(fallback)}</td>
                  <td className="amount">{deadlineDays}</td>
                  <td className="amount first-to-go">{reminderDays}</td>
                  <td className="wraps second-to-go">
                    {!escalation && t('workflow.never')}
                    {escalation && (escalation.to === 'deputy' ? t('workflow.deputy') : roleName(escalation.to))}
                  </td>
                  <td className="amount second-to-go">{escalation?.afterDays}</td>
                  <td className="amount second-to-go">
                    {fromAmount ? formatMoney(fromApi(fromAmount)) : t('workflow.always')}
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </TableRegion>
      {arithmetic?.bySystem && (
        <p>
          {t('workflow.bySystem')}
          {arithmetic.bySystem.upTo &&
            ` · ${t('workflow.bySystemUpTo')} ${formatMoney(fromApi(arithmetic.bySystem.upTo))}`}
        </p>
      )}
    </section>
  );
}
