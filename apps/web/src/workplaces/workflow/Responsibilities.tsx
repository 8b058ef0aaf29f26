import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addResponsibility, deciderQuery, departmentsQuery, responsibilitiesQuery } from '~/api/documents';
import type { NewResponsibility, Responsibility } from '~/api/document-types';
import { refreshClient } from '~/api/query-client';
import { useClient, useMay } from '~/frame/client-context';
import { formatDay, today } from '~/lib/dates';
import { announce } from '~/ui/Announcer';
import { FormDialog } from '~/ui/FormDialog';
import { ErrorState } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';
import { useCatalogue } from '~/ui/use-catalogue';

/** Who answers for the budget of a product and all below it, and who heads a department. */
export function Responsibilities() {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const { data, error, refetch } = useQuery(responsibilitiesQuery(client.id));
  const { data: people = [] } = useQuery(deciderQuery(client.id));
  const { data: departments = [] } = useQuery(departmentsQuery(client.id));
  const products = useCatalogue('product-areas');
  const [adding, setAdding] = useState<Responsibility['kind'] | null>(null);
  const nameOf = (one: Responsibility): string | undefined =>
    one.kind === 'budget-holder'
      ? products.byCode.get(one.key)?.name
      : departments.find((department) => department.code === one.key)?.name;
  return (
    <section className="section">
      <header>
        <h2>{t('workflow.responsibilities')}</h2>
        {may('workflow:manage') && (
          <>
            <Button variant="default" size="compact-xs" onClick={() => setAdding('budget-holder')}>
              {t('workflow.addHolder')}
            </Button>
            <Button
              variant="default"
              size="compact-xs"
              disabled={departments.length === 0}
              onClick={() => setAdding('department-head')}
            >
              {t('workflow.addHead')}
            </Button>
          </>
        )}
      </header>
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {data?.length === 0 && <p className="quiet">{t('workflow.noResponsibilities')}</p>}
      {data && data.length > 0 && (
        <TableRegion label={t('workflow.responsibilities')}>
          <table className="ledger narrow roomy">
            <thead>
              <tr>
                <th scope="col">{t('workflow.responsibleFor')}</th>
                <th scope="col">{t('workflow.person')}</th>
                <th scope="col">{t('workflow.validity')}</th>
              </tr>
            </thead>
            <tbody>
              {data.map((one) => (
                <tr key={one.id}>
                  <th scope="row" className="wraps">
                    {t(`workflow.kinds.${one.kind}`)}: {one.key} {nameOf(one)}
                  </th>
                  <td>{one.user.name}</td>
                  <td className="wraps">
                    {formatDay(one.validFrom)} – {formatDay(one.validTo) || t('standing.open')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
      {adding && (
        <FormDialog<Omit<NewResponsibility, 'kind'>>
          title={adding === 'budget-holder' ? t('workflow.addHolder') : t('workflow.addHead')}
          submit={t('common.save')}
          initial={{
            validFrom: today(),
            userId: people[0]?.id ?? '',
            key: adding === 'department-head' ? departments[0]!.code : '',
          }}
          fields={[
            adding === 'budget-holder'
              ? { name: 'key', label: t('workflow.productArea'), type: 'product-areas', required: true }
              : {
                  name: 'key',
                  label: t('workflow.department'),
                  type: 'select',
                  options: departments.map((one) => ({ value: one.code, label: `${one.code} ${one.name}` })),
                },
            {
              name: 'userId',
              label: t('workflow.person'),
              type: 'select',
              options: people.map((person) => ({ value: person.id, label: person.name })),
            },
            { name: 'validFrom', label: t('workflow.validFrom'), type: 'day', required: true },
          ]}
          onClose={() => setAdding(null)}
          onSubmit={async (body) => {
            await addResponsibility(client.id, { ...body, kind: adding });
            await refreshClient(client.id);
            announce(t('common.saved'));
          }}
        />
      )}
    </section>
  );
}
