import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '~/frame/client-context';
import { Arms } from '~/ui/Arms';
import { Page } from '~/ui/Page';
import { EmptyState } from '~/ui/States';
import { TableRegion } from '~/ui/TableRegion';

/** The first page: whose books do you want to work on? */
export function OverviewPage() {
  const { t } = useTranslation();
  const session = useSession();
  return (
    <Page title={t('overview.title')} note={t('overview.note', { centre: session.centre.name })}>
      {session.clients.length === 0 ? (
        <EmptyState title={t('overview.none')}>{t('overview.noneHint')}</EmptyState>
      ) : (
        <div className="page-body">
          <TableRegion label={t('overview.title')}>
            <table className="ledger roomy">
              <thead>
                <tr>
                  <th scope="col">{t('frame.client')}</th>
                  <th scope="col">{t('overview.kind')}</th>
                  <th scope="col">{t('overview.roles')}</th>
                </tr>
              </thead>
              <tbody>
                {session.clients.map((client) => (
                  <tr key={client.id}>
                    <th scope="row">
                      <Link
                        className="row-open overview-client"
                        to={`/clients/${client.key}` as '/'}
                        style={{
                          display: 'inline-flex',
                          gap: 10,
                          alignItems: 'center',
                          fontWeight: 600,
                          fontSize: 14,
                          padding: '4px 0',
                        }}
                      >
                        <Arms client={client} size={28} />
                        {client.name}
                      </Link>
                    </th>
                    <td>{t(`kinds.${client.kind}`)}</td>
                    <td className="wraps">
                      {client.roles.map((role) => t(`roles.${role}` as 'roles.clerk')).join(', ')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableRegion>
        </div>
      )}
    </Page>
  );
}
