import { Button, FileButton, NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { batchesQuery, documentCountsQuery, documentsHref, documentsQuery } from '~/api/documents';
import type { Batch, DocumentState } from '~/api/document-types';
import { refreshClient } from '~/api/query-client';
import { useClient, useMay } from '~/frame/client-context';
import { ClientLink } from '~/frame/ClientLink';
import { formatInstant } from '~/lib/dates';
import { useKeys } from '~/lib/keys';
import { useFilters } from '~/lib/search-params';
import { announce } from '~/ui/Announcer';
import { Page } from '~/ui/Page';
import { EmptyState, ErrorState } from '~/ui/States';
import { DropZone } from './DropZone';
import { ALL, filterOf, INBOX_FILTERS, listSearch, RARE_TABS, TABS } from './inbox-filter';
import { InboxFilters } from './InboxFilters';
import { InboxTable } from './InboxTable';
import { layTrail } from './trail';
import { startUpload } from './upload';
import { UploadProgress } from './UploadProgress';
import './documents.css';

const ORDERS = ['received', 'discount', 'due', 'step-due', '-amount', 'amount'] as const;
/** The tabs in which somebody has to do something next. */
const WITH_STEPS = ['in-decision', 'returned', 'decided', ALL];

/** Everything that came in for this client, by where it stands. */
export function InboxPage() {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const navigate = useNavigate();
  const [filters, change] = useFilters();
  const filter = useMemo(() => filterOf(filters), [filters]);
  const reading = useReadingBatches();
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery({
    ...documentsQuery(client.id, filter),
    refetchInterval: reading.length > 0 ? 2_000 : false,
  });
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const counts = data?.pages[0]?.counts.byState;
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const state = filters.state ?? 'new';
  const filtered = INBOX_FILTERS.some((name) => filters[name]);
  const search = { ...listSearch(filters), year: filters.year };

  const mark = (id: string) =>
    setMarked((old) => {
      const next = new Set(old);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const lay = () =>
    layTrail({ clientId: client.id, ids: rows.map((row) => row.id), filter, next: data?.pages.at(-1)?.next ?? null });
  const walkMarked = () => {
    const ids = rows.filter((row) => marked.has(row.id)).map((row) => row.id);
    layTrail({ clientId: client.id, ids, filter, next: null });
    void navigate({ to: `/clients/${client.key}/documents/${ids[0]}` as '/', search: search as never });
  };
  const take = (files: File[]) => {
    if (!may('documents:intake')) return announce(t('documents.mayNotUpload'), 'bad');
    const name =
      files.length === 1 ? files[0]!.name : t('documents.upload.name', { at: formatInstant(new Date().toISOString()) });
    void startUpload(client.id, name, files);
  };
  const step = (by: number) => {
    const at = TABS.indexOf(state as DocumentState);
    const next = TABS[Math.min(Math.max(at + by, 0), TABS.length - 1)];
    change({ state: next === 'new' ? undefined : next });
  };

  useKeys(t('documents.title'), [
    { keys: [' '], shown: t('documents.keys.space'), label: t('documents.keys.mark') },
    { keys: ['['], label: t('documents.keys.tabBefore'), run: () => step(-1) },
    { keys: [']'], label: t('documents.keys.tabAfter'), run: () => step(1) },
  ]);

  return (
    <Page
      title={t('documents.title')}
      fill
      actions={
        <>
          {marked.size > 0 && <Button onClick={walkMarked}>{t('documents.walkMarked', { count: marked.size })}</Button>}
          <NativeSelect
            aria-label={t('documents.order')}
            value={filters.order ?? ''}
            onChange={(event) => change({ order: event.currentTarget.value || undefined })}
            data={[
              { value: '', label: t('documents.orders.-received') },
              ...ORDERS.map((value) => ({ value, label: t(`documents.orders.${value}`) })),
            ]}
          />
          <Button variant="default" component="a" download href={documentsHref(client.id, filter)}>
            {t('common.csv')}
          </Button>
          <ClientLink page="document-batches">{t('documents.batches')}</ClientLink>
          {may('documents:intake') && (
            <FileButton multiple onChange={take}>
              {(props) => (
                <Button {...props} variant={marked.size > 0 ? 'default' : 'filled'}>
                  {t('documents.uploadFiles')}
                </Button>
              )}
            </FileButton>
          )}
        </>
      }
    >
      <DropZone onFiles={take} />
      <StateTabs
        current={state}
        counts={counts}
        choose={(next) => change({ state: next === 'new' ? undefined : next })}
      />
      <InboxFilters filters={filters} change={change} />
      <UploadProgress />
      {reading.map((batch) => (
        <p key={batch.id} className="upload" role="status">
          {t('documents.batchProgress', { done: batch.counts.done, received: batch.counts.received })}{' '}
          <ClientLink page={`document-batches/${batch.id}`}>{t('documents.upload.protocol')}</ClientLink>
        </p>
      ))}
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !isFetching && rows.length === 0 ? (
        <Empty state={state} filtered={filtered} search={() => change({ state: ALL })} />
      ) : (
        !error && (
          <InboxTable
            rows={rows}
            loading={isFetching}
            hasMore={hasNextPage}
            loadMore={loadMore}
            search={search}
            marked={marked}
            mark={mark}
            showState={state === ALL}
            showWhere={WITH_STEPS.includes(state)}
            onOpen={lay}
          />
        )
      )}
      <p className="table-foot" aria-live="polite">
        {t('documents.shown', { count: rows.length })}
        {hasNextPage && ` ${t('journal.moreBelow')}`}
        {marked.size > 0 && ` · ${t('documents.marked', { count: marked.size })}`}
      </p>
    </Page>
  );
}

/** Batches whose files are being read right now; once the last one is done the counts are asked for again. */
function useReadingBatches(): Batch[] {
  const client = useClient();
  const may = useMay();
  const { data = [] } = useQuery({ ...batchesQuery(client.id), enabled: may('documents:intake') });
  const reading = data.filter((batch) => batch.state === 'running');
  const before = useRef(0);
  useEffect(() => {
    if (before.current > 0 && reading.length === 0) void refreshClient(client.id);
    before.current = reading.length;
  }, [reading.length, client.id]);
  return reading;
}

type Counts = Partial<Record<DocumentState, number>>;

interface StateTabsProps {
  current: string;
  counts: Counts | undefined;
  choose: (state: string) => void;
}

function StateTabs({ current, counts, choose }: StateTabsProps) {
  const { t } = useTranslation();
  const shown = TABS.filter((state) => !RARE_TABS.includes(state) || (counts?.[state] ?? 0) > 0 || state === current);
  const all = counts && Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <nav className="state-tabs" aria-label={t('documents.byState')}>
      {[...shown, ALL].map((state) => {
        const count = state === ALL ? all : counts?.[state as DocumentState];
        return (
          <button
            key={state}
            type="button"
            aria-current={state === current ? 'page' : undefined}
            onClick={() => choose(state)}
          >
            {state === ALL ? t('common.all') : t(`documents.states.${state as DocumentState}`)}{' '}
            <span className="count">{counts ? (count ?? 0).toLocaleString('de-DE') : ''}</span>
          </button>
        );
      })}
    </nav>
  );
}

interface EmptyProps {
  state: string;
  filtered: boolean;
  search: () => void;
}

/** Nothing to see is a result, too: what it means, and where to look instead. */
function Empty({ state, filtered, search }: EmptyProps) {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const { data: counts } = useQuery(documentCountsQuery(client.id));
  const any = Object.values(counts ?? {}).some((count) => count > 0);
  if (filtered)
    return (
      <EmptyState title={t('documents.nothingMatches')}>
        <p>
          {t('journal.nothingMatchesHint')}{' '}
          {state !== ALL && (
            <button type="button" className="link" onClick={search}>
              {t('documents.searchAll')}
            </button>
          )}
        </p>
      </EmptyState>
    );
  if (any)
    return (
      <EmptyState title={t(`documents.emptyState.${state as DocumentState}`, { defaultValue: t('documents.empty') })}>
        <p>{t('documents.emptyStateHint')}</p>
      </EmptyState>
    );
  return (
    <EmptyState title={t('documents.empty')}>
      <p>{t('documents.emptyHint')}</p>
      <ul>
        {may('documents:intake') && <li>{t('documents.emptyUpload')}</li>}
        <li>{t('documents.emptyMail')}</li>
        <li>{t('documents.emptyFolder', { key: client.key })}</li>
      </ul>
    </EmptyState>
  );
}
