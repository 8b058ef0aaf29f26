import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { entryQuery } from '~/api/books';
import { useClient } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';
import { Amount } from '~/ui/Amount';
import { SidePanel } from '~/ui/SidePanel';
import { ErrorState, SkeletonBlock } from '~/ui/States';
import { EntryActions } from './EntryActions';
import { EntryDetails } from './EntryDetails';

export function EntryPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const { data: entry, error, refetch } = useQuery(entryQuery(client.id, id));
  return (
    <SidePanel
      title={t('journal.entry', { id })}
      subtitle={
        <>
          {client.name}
          {entry && (
            <>
              {' · '}
              <Amount value={entry.total} /> EUR
            </>
          )}{' '}
          · <ClientLink page={`entries/${id}`}>{t('journal.ownPage')}</ClientLink>
        </>
      }
      onClose={onClose}
    >
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {!entry && !error && <SkeletonBlock lines={12} />}
      {entry && (
        <>
          <EntryDetails entry={entry} />
          <EntryActions entry={entry} />
        </>
      )}
    </SidePanel>
  );
}
