import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { changeClient, clientQuery, clientsQuery } from '~/api/centre';
import { queryClient } from '~/api/query-client';
import { sessionQuery } from '~/api/session';
import type { Client, ClientChange } from '~/api/types';
import { ClientContext, useMay, useSession } from '~/frame/client-context';
import { announce } from '~/ui/Announcer';
import { Arms } from '~/ui/Arms';
import { Page } from '~/ui/Page';
import { RecordForm } from '~/ui/RecordForm';
import { ErrorState, SkeletonBlock } from '~/ui/States';
import { BankAccounts } from './BankAccounts';
import { clientFields, clientValues, withParentId } from './client-fields';
import { Settings } from './Settings';

/** Master data, bank accounts and settings of one client. */
export function ClientPage() {
  const { t } = useTranslation();
  const session = useSession();
  const { clientId } = useParams({ strict: false }) as { clientId: string };
  const { data: client, error, refetch } = useQuery(clientQuery(Number(clientId)));
  const access = session.clients.find((one) => one.id === client?.id);
  return (
    <Page
      title={client?.name ?? t('frame.client')}
      back={<Link to={'/centre/clients' as '/'}>← {t('clients.title')}</Link>}
      aside={client && <Arms client={client} size={26} />}
      actions={access && <Link to={`/clients/${access.key}` as '/'}>{t('clients.toBooks')}</Link>}
    >
      <div className="page-body">
        {error && <ErrorState error={error} retry={() => void refetch()} />}
        {!client && !error && <SkeletonBlock lines={14} />}
        {client && (
          <>
            <MasterData key={client.version} client={client} />
            {access ? (
              <ClientContext.Provider value={access}>
                <BankAccounts />
                <Settings />
              </ClientContext.Provider>
            ) : (
              <p className="quiet section">{t('clients.noBooks')}</p>
            )}
          </>
        )}
      </div>
    </Page>
  );
}

function MasterData({ client }: { client: Client }) {
  const { t } = useTranslation();
  const may = useMay();
  const { data: clients = [] } = useQuery(clientsQuery);
  const parents = clients.filter((one) => one.id !== client.id);
  return (
    <section>
      <dl className="facts">
        <dt>{t('clients.key')}</dt>
        <dd>{client.key}</dd>
        <dt>{t('overview.kind')}</dt>
        <dd>{t(`kinds.${client.kind}`)}</dd>
        <dt>{t('clients.chart')}</dt>
        <dd>{client.chart}</dd>
      </dl>
      <RecordForm<ClientChange>
        fields={clientFields(t, parents)}
        readOnly={!may('clients:manage')}
        initial={clientValues(client)}
        submit={t('common.save')}
        onSubmit={async (body) => {
          const changed = await changeClient(client.id, { ...withParentId(body), version: client.version });
          queryClient.setQueryData(clientQuery(client.id).queryKey, changed);
          await queryClient.invalidateQueries({ queryKey: clientsQuery.queryKey });
          await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
          announce(t('common.saved'));
        }}
      />
    </section>
  );
}
