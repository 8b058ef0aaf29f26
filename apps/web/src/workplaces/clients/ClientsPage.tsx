import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { clientsQuery } from '~/api/centre';
import { useMay } from '~/frame/client-context';
import { Arms } from '~/ui/Arms';
import { Page } from '~/ui/Page';
import { EmptyState, ErrorState, SkeletonRows } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';

/** The municipalities and special funds of the centre. */
export function ClientsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { data: clients, error, refetch } = useQuery(clientsQuery);
  return (
    <Page
      title={t('clients.title')}
      actions={
        may('clients:manage') && (
          <Button component={Link} {...({ to: '/centre/clients/new' } as object)}>
            {t('clients.add')}
          </Button>
        )
      }
    >
      <div className="page-body">
        {error && <ErrorState error={error} retry={() => void refetch()} />}
        {clients?.length === 0 && <EmptyState title={t('clients.empty')} />}
        {clients?.length !== 0 && !error && (
          <TableRegion label={t('clients.title')}>
            <table className="ledger roomy">
              <thead>
                <tr>
                  <th scope="col">{t('clients.name')}</th>
                  <th scope="col">{t('overview.kind')}</th>
                  <th scope="col">{t('clients.key')}</th>
                  <th scope="col">{t('clients.officialKey')}</th>
                  <th scope="col">{t('clients.city')}</th>
                </tr>
              </thead>
              <tbody>
                {!clients && <SkeletonRows columns={5} rows={5} />}
                {clients?.map((client) => (
                  <tr key={client.id}>
                    <th scope="row">
                      <span style={{ display: 'inline-flex', gap: 9, alignItems: 'center' }}>
                        <Arms client={client} size={22} />
                        <Link className="row-open strong" to={`/centre/clients/${client.id}` as '/'}>
                          {client.name}
                        </Link>
                      </span>
                    </th>
                    <td>{t(`kinds.${client.kind}`)}</td>
                    <td>{client.key}</td>
                    <td>{client.officialKey}</td>
                    <td>{[client.address?.postcode, client.address?.city].filter(Boolean).join(' ')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableRegion>
        )}
      </div>
    </Page>
  );
}
