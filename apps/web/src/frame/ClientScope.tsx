import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFilters } from '~/lib/search-params';
import { useAccent } from '~/theme/current-accent';
import { EntryPanel } from '~/workplaces/journal/EntryPanel';
import { EmptyState } from '~/ui/States';
import { ClientContext, useSession } from './client-context';
import { Shell } from './Shell';

const LAST = 'finanzzentrum.last-client';

/** Everything below a client's address; mounted anew for each client, so that nothing is carried over. */
export function ClientScope() {
  const { t } = useTranslation();
  const { clientKey } = useParams({ strict: false }) as { clientKey: string };
  const session = useSession();
  const client = session.clients.find((one) => one.key === clientKey) ?? null;
  useEffect(() => {
    if (client) localStorage.setItem(LAST, client.key);
  }, [client]);
  useAccent(client?.colour);
  if (!client) {
    return (
      <main>
        <EmptyState title={t('frame.unknownClient')} heading="h1">
          <p>{t('frame.unknownClientHint')}</p>
          <Link to="/">{t('nav.overview')}</Link>
        </EmptyState>
      </main>
    );
  }
  return (
    <ClientContext.Provider key={client.key} value={client}>
      <Shell />
      <OpenEntry />
    </ClientContext.Provider>
  );
}

/** `?entry=2026-17` opens that entry beside any page of the client. */
function OpenEntry() {
  const [{ entry }, change] = useFilters();
  return entry ? <EntryPanel key={entry} id={entry} onClose={() => change({ entry: undefined })} /> : null;
}
