import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { entryQuery } from '~/api/books';
import { useClient } from '~/frame/client-context';
import { Amount } from '~/ui/Amount';
import { BackLink } from '~/ui/BackLink';
import { Page } from '~/ui/Page';
import { ErrorState, SkeletonBlock } from '~/ui/States';
import { EntryActions } from './EntryActions';
import { EntryDetails } from './EntryDetails';

/** One entry under its own address, to be sent to a colleague or printed. */
export function EntryPage() {
  const { t } = useTranslation();
  const client = useClient();
  const { entryId } = useParams({ strict: false }) as { entryId: string };
  const { data: entry, error, refetch } = useQuery(entryQuery(client.id, entryId));
  return (
    <Page
      title={t('journal.entry', { id: entryId })}
      back={<BackLink page="journal">{t('nav.journal')}</BackLink>}
      aside={
        entry && (
          <span className="strong">
            <Amount value={entry.total} /> EUR
          </span>
        )
      }
    >
      <div className="page-body" style={{ maxWidth: 860 }}>
        {error && <ErrorState error={error} retry={() => void refetch()} />}
        {!entry && !error && <SkeletonBlock lines={14} />}
        {entry && (
          <>
            <EntryDetails entry={entry} />
            <EntryActions entry={entry} />
          </>
        )}
      </div>
    </Page>
  );
}
