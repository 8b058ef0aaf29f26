import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFilters } from '~/lib/search-params';
import { useAccent } from '~/theme/current-accent';
import { EntryPanel } from '~/workplaces/journal/EntryPanel';
import { OpenItemPanel } from '~/workplaces/open-items/OpenItemPanel';
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
      <BesideThePage />
    </ClientContext.Provider>
  );
}

/** `?entry=2026-17` opens that entry beside any page of the client, `?item=` an open item. */
function BesideThePage() {
  const [{ entry, item }, change] = useFilters();
  if (entry) return <EntryPanel key={entry} id={entry} onClose={() => change({ entry: undefined })} />;
  if (item) return <OpenItemPanel key={item} id={item} onClose={() => change({ item: undefined })} />;
  return null;
}
