import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDepartment, changeDepartment, departmentsQuery } from '~/api/documents';
import type { Department, DepartmentChange, NewDepartment } from '~/api/document-types';
import { refreshClient } from '~/api/query-client';
import { useClient, useMay } from '~/frame/client-context';
import { announce } from '~/ui/Announcer';
import { FormDialog } from '~/ui/FormDialog';
import { ErrorState } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';

/** The departments that invoices can be sent to. */
export function Departments() {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const { data: departments, error, refetch } = useQuery(departmentsQuery(client.id));
  const [changing, setChanging] = useState<Department | 'new' | null>(null);
  const mayChange = may('workflow:manage');
  return (
    <section className="section">
      <header>
        <h2>{t('workflow.departments')}</h2>
        {mayChange && (
          <Button variant="default" size="compact-xs" onClick={() => setChanging('new')}>
            {t('workflow.addDepartment')}
          </Button>
        )}
      </header>
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {departments?.length === 0 && <p className="quiet">{t('workflow.noDepartments')}</p>}
      {departments && departments.length > 0 && (
        <TableRegion label={t('workflow.departments')}>
          <table className="ledger narrow roomy">
            <thead>
              <tr>
                <th scope="col">{t('workflow.code')}</th>
                <th scope="col">{t('workflow.name')}</th>
                <th scope="col">{t('workflow.email')}</th>
                <th scope="col">
                  <span className="sr-only">{t('common.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {departments.map((department) => (
                <tr key={department.code}>
                  <th scope="row">{department.code}</th>
                  <td>
                    {department.name} {!department.active && <span className="tag">{t('workflow.inactive')}</span>}
                  </td>
                  <td>{department.email}</td>
                  <td>
                    {mayChange && (
                      <Button
                        variant="subtle"
                        size="compact-xs"
                        aria-label={`${t('common.change')}: ${department.name}`}
                        onClick={() => setChanging(department)}
                      >
                        {t('common.change')}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
      {changing && (
        <FormDialog<NewDepartment & DepartmentChange>
          title={changing === 'new' ? t('workflow.addDepartment') : changing.name}
          submit={t('common.save')}
          initial={changing === 'new' ? {} : { name: changing.name, email: changing.email, active: changing.active }}
          fields={[
            ...(changing === 'new' ? [{ name: 'code', label: t('workflow.code'), required: true }] : []),
            { name: 'name', label: t('workflow.name'), required: true },
            { name: 'email', label: t('workflow.email') },
            ...(changing === 'new' ? [] : [{ name: 'active', label: t('workflow.active'), type: 'check' as const }]),
          ]}
          onClose={() => setChanging(null)}
          onSubmit={async (body) => {
            if (changing === 'new') await addDepartment(client.id, body);
            else await changeDepartment(client.id, changing.code, { ...body, version: changing.version });
            await refreshClient(client.id);
            announce(t('common.saved'));
          }}
        />
      )}
    </section>
  );
}
