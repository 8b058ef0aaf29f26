import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { journalQuery } from '~/api/books';
import { useBooks, useClient } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';
import { useFilters } from '~/lib/search-params';
import { EntryTable } from '../journal/EntryTable';

/** The entries posted last, to see that the one just stored is there. */
export function RecentEntries() {
  const { t } = useTranslation();
  const client = useClient();
  const { year } = useBooks();
  const [filters, change] = useFilters();
  const { data, isPending } = useInfiniteQuery(journalQuery(client.id, { fiscalYear: year, order: 'desc' }, 12));
  return (
    <section>
      <header className="aside-head">
        <h2>{t('booking.recent')}</h2>
        <ClientLink page="journal">{t('nav.journal')}</ClientLink>
      </header>
      <EntryTable
        label={t('booking.recent')}
        entries={data?.pages[0]?.items}
        loading={isPending}
        current={filters.entry}
        open={(entry) => change({ entry }, { push: true })}
      />
    </section>
  );
}
