import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addRoute, changeRoute, departmentsQuery, routesQuery } from '~/api/documents';
import type { NewRoute, Route, RouteChange } from '~/api/document-types';
import { refreshClient } from '~/api/query-client';
import { useClient, useMay } from '~/frame/client-context';
import { announce } from '~/ui/Announcer';
import { FormDialog } from '~/ui/FormDialog';
import { ErrorState } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';

const KINDS: Route['kind'][] = ['leitweg-id', 'vat-id', 'email', 'name'];

/** By what an incoming invoice is recognised as this client's, and to which department it goes. */
export function Routes() {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const { data: routes, error, refetch } = useQuery(routesQuery(client.id));
  const { data: departments = [] } = useQuery(departmentsQuery(client.id));
  const [changing, setChanging] = useState<Route | 'new' | null>(null);
  const mayChange = may('workflow:manage');
  const department = {
    name: 'department',
    label: t('workflow.department'),
    type: 'select' as const,
    options: [
      { value: '', label: t('common.noneChosen') },
      ...departments.filter((one) => one.active).map((one) => ({ value: one.code, label: `${one.code} ${one.name}` })),
    ],
  };
  return (
    <section className="section">
      <header>
        <h2>{t('workflow.routes')}</h2>
        {mayChange && (
          <Button variant="default" size="compact-xs" onClick={() => setChanging('new')}>
            {t('workflow.addRoute')}
          </Button>
        )}
      </header>
      <p className="quiet">{t('workflow.routesNote')}</p>
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {routes?.length === 0 && <p className="quiet">{t('workflow.noRoutes')}</p>}
      {routes && routes.length > 0 && (
        <TableRegion label={t('workflow.routes')}>
          <table className="ledger narrow roomy">
            <thead>
              <tr>
                <th scope="col">{t('workflow.routeKind')}</th>
                <th scope="col">{t('workflow.routeValue')}</th>
                <th scope="col">{t('workflow.department')}</th>
                <th scope="col">{t('workflow.routeNote')}</th>
                <th scope="col">
                  <span className="sr-only">{t('common.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {routes.map((route) => (
                <tr key={route.id}>
                  <td>{t(`workflow.routeKinds.${route.kind}`)}</td>
                  <th scope="row">
                    {route.value} {!route.active && <span className="tag">{t('workflow.inactive')}</span>}
                  </th>
                  <td>{route.department}</td>
                  <td className="wraps">{route.note}</td>
                  <td>
                    {mayChange && (
                      <Button
                        variant="subtle"
                        size="compact-xs"
                        aria-label={`${t('common.change')}: ${route.value}`}
                        onClick={() => setChanging(route)}
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
        <FormDialog<NewRoute & RouteChange>
          title={changing === 'new' ? t('workflow.addRoute') : changing.value}
          submit={t('common.save')}
          initial={
            changing === 'new'
              ? { kind: 'leitweg-id' }
              : { department: changing.department, note: changing.note, active: changing.active }
          }
          fields={[
            ...(changing === 'new'
              ? [
                  {
                    name: 'kind',
                    label: t('workflow.routeKind'),
                    type: 'select' as const,
                    options: KINDS.map((kind) => ({ value: kind, label: t(`workflow.routeKinds.${kind}`) })),
                  },
                  { name: 'value', label: t('workflow.routeValue'), required: true },
                ]
              : []),
            department,
            { name: 'note', label: t('workflow.routeNote') },
            ...(changing === 'new' ? [] : [{ name: 'active', label: t('workflow.active'), type: 'check' as const }]),
          ]}
          onClose={() => setChanging(null)}
          onSubmit={async (body) => {
            if (changing === 'new') await addRoute(client.id, body);
            else await changeRoute(client.id, changing.id, { ...body, version: changing.version });
            await refreshClient(client.id);
            announce(t('common.saved'));
          }}
        />
      )}
    </section>
  );
}
