import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type JournalFilter, journalQuery } from '~/api/books';
import { hrefOf } from '~/api/api';
import { useBooks, useClient } from '~/frame/client-context';
import { useFilters } from '~/lib/search-params';
import { Page } from '~/ui/Page';
import { EmptyState, ErrorState } from '~/ui/States';
import { JOURNAL_FILTERS, JournalFilters } from './JournalFilters';
import { JournalTable } from './JournalTable';

export function JournalPage() {
  const { t } = useTranslation();
  const client = useClient();
  const books = useBooks();
  const [filters, change] = useFilters();
  // What stands in the address is sent as it is; the service says what it does not understand.
  const query = useMemo((): JournalFilter => {
    const chosen = Object.fromEntries(JOURNAL_FILTERS.map((name) => [name, filters[name]]));
    const { asOf, ...rest } = books.query;
    return { ...rest, ...chosen, to: earlier(filters.to, asOf), order: filters.order === 'asc' ? 'asc' : 'desc' };
  }, [filters, books.query]);
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery(
    journalQuery(client.id, query),
  );
  const entries = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const filtered = JOURNAL_FILTERS.some((name) => filters[name]);
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);

  return (
    <Page
      title={t('journal.title')}
      fill
      actions={
        <>
          <Button variant="default" onClick={() => change({ order: filters.order === 'asc' ? undefined : 'asc' })}>
            {filters.order === 'asc' ? t('journal.newestFirst') : t('journal.oldestFirst')}
          </Button>
          <Button
            variant="default"
            component="a"
            download
            href={hrefOf('/clients/{clientId}/journal-entries', {
              path: { clientId: client.id },
              query: { ...query, format: 'csv' },
            })}
          >
            {t('common.csv')}
          </Button>
        </>
      }
    >
      <JournalFilters filters={filters} change={change} />
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !isFetching && entries.length === 0 ? (
        <EmptyState title={filtered ? t('journal.nothingMatches') : t('journal.empty', { year: books.year })}>
          <p>{filtered ? t('journal.nothingMatchesHint') : t('journal.emptyHint')}</p>
        </EmptyState>
      ) : (
        <JournalTable
          entries={entries}
          loading={isFetching}
          hasMore={hasNextPage}
          loadMore={loadMore}
          current={filters.entry}
          open={(entry) => change({ entry }, { push: !filters.entry })}
        />
      )}
      <p className="table-foot" aria-live="polite">
        {t('journal.shown', { count: entries.length })}
        {hasNextPage && ` ${t('journal.moreBelow')}`}
      </p>
    </Page>
  );
}

const earlier = (a: string | undefined, b: string | undefined): string | undefined =>
  a && b ? (a < b ? a : b) : (a ?? b);
