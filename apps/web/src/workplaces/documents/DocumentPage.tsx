import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { documentQuery, listDocuments, proposalQuery, releaseDocument } from '~/api/documents';
import type { DocumentDetail } from '~/api/document-types';
import { queryClient, refreshClient } from '~/api/query-client';
import { useClient, useMay } from '~/frame/client-context';
import { useKeys } from '~/lib/keys';
import { useFilters } from '~/lib/search-params';
import { announce } from '~/ui/Announcer';
import { Amount } from '~/ui/Amount';
import { BackLink } from '~/ui/BackLink';
import { FormDialog } from '~/ui/FormDialog';
import { Page } from '~/ui/Page';
import { ErrorState, SkeletonBlock } from '~/ui/States';
import { Tabs } from '~/ui/Tabs';
import { Alarms } from './Alarms';
import { CodingMaskForm } from './CodingMask';
import { CodingSheet } from './CodingSheet';
import { DecisionBox } from './DecisionBox';
import { Findings } from './Findings';
import { History, Related } from './History';
import { amountOf, counterpartOf } from './internal';
import { Where } from './InboxTable';
import { InvoicePane } from './InvoicePane';
import { ManualCapture } from './ManualCapture';
import { StateTag } from './Signs';
import { TakeBack } from './TakeBack';
import { layTrail, placeOf, trail } from './trail';
import './documents.css';

/** Document left, mask right, one scroll each; the next document is one key away. */
export function DocumentPage() {
  const { t } = useTranslation();
  const client = useClient();
  const { documentId } = useParams({ strict: false }) as { documentId: string };
  const { data: document, error, refetch } = useQuery(documentQuery(client.id, documentId));
  const walk = useWalk(documentId);

  return (
    <Page
      title={
        document
          ? `${document.number} ${counterpartOf(document, t('documents.kinds.internal')) || document.fileName}`
          : t('documents.one')
      }
      fill
      back={<BackLink page="documents">{t('documents.title')}</BackLink>}
      aside={
        document && (
          <>
            <span className="strong nowrap">
              <Amount value={amountOf(document)} /> {document.gross !== null && (document.currency ?? 'EUR')}
            </span>
            <StateTag state={document.state} />
            <span className="quiet hide-narrow doc-where">
              <Where row={document} />
            </span>
          </>
        )
      }
      actions={<WalkButtons walk={walk} />}
    >
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {!document && !error && (
        <div className="doc">
          <div className="doc-left pane-body">
            <SkeletonBlock lines={24} />
          </div>
          <div className="doc-right pane-body">
            <SkeletonBlock lines={16} />
          </div>
        </div>
      )}
      {document && <Workplace key={document.id} document={document} onDone={walk.next} />}
    </Page>
  );
}

interface Walk {
  position: number;
  count: number;
  more: boolean;
  before: (() => void) | null;
  next: (() => void) | null;
}

/** Walks along the list one came from; behind its end it is fetched further. */
function useWalk(documentId: string): Walk {
  const { t } = useTranslation();
  const client = useClient();
  const navigate = useNavigate();
  const [filters] = useFilters();
  const way = trail.use();
  const place = placeOf(way, client.id, documentId);

  const goTo = useCallback(
    (id: string) => {
      // What is being typed counts, too.
      flushSync(() => (globalThis.document.activeElement as HTMLElement | null)?.blur());
      void navigate({
        to: `/clients/${client.key}/documents/${id}` as '/',
        search: { ...filters, tab: undefined, view: filters.view } as never,
        replace: true,
      });
    },
    [navigate, client.key, filters],
  );
  const fetchMore = useCallback(async () => {
    if (!way?.next) return;
    const page = await listDocuments(client.id, { ...way.filter, limit: 100, after: way.next });
    const known = new Set(way.ids);
    const ids = [...way.ids, ...page.items.map((row) => row.id).filter((id) => !known.has(id))];
    layTrail({ ...way, ids, next: page.next });
    const next = ids[ids.indexOf(documentId) + 1];
    if (next) goTo(next);
  }, [way, client.id, documentId, goTo]);
  // The next one is on the screen at once when it was asked for beforehand.
  useEffect(() => {
    if (place.after) void queryClient.prefetchQuery({ ...documentQuery(client.id, place.after), staleTime: 30_000 });
  }, [client.id, place.after]);

  const before = place.before ? () => goTo(place.before!) : null;
  const next = place.after
    ? () => goTo(place.after!)
    : place.position > 0 && place.more
      ? () => void fetchMore()
      : null;
  const atEnd = () => announce(t('documents.endOfList'));
  useKeys(t('documents.one'), [
    { keys: ['j'], shown: 'J', label: t('documents.keys.next'), run: next ?? atEnd },
    { keys: ['k'], shown: 'K', label: t('documents.keys.before'), run: before ?? atEnd },
    { keys: ['Alt+ArrowDown'], shown: 'Alt+↓', label: t('documents.keys.nextInFields'), run: next ?? atEnd },
    { keys: ['Alt+ArrowUp'], shown: 'Alt+↑', label: t('documents.keys.beforeInFields'), run: before ?? atEnd },
  ]);
  return { position: place.position, count: place.count, more: place.more, before, next };
}

function WalkButtons({ walk }: { walk: Walk }) {
  const { t } = useTranslation();
  if (walk.position === 0) return null;
  return (
    <>
      <span className="quiet">
        {t('documents.position', { position: walk.position, count: walk.count })}
        {walk.more && '+'}
      </span>
      <Button variant="default" disabled={!walk.before} onClick={() => walk.before?.()}>
        {t('documents.before')}&ensp;<kbd>K</kbd>
      </Button>
      <Button variant="default" disabled={!walk.next} onClick={() => walk.next?.()}>
        {t('documents.next')}&ensp;<kbd>J</kbd>
      </Button>
    </>
  );
}

function Workplace({ document, onDone }: { document: DocumentDetail; onDone: (() => void) | null }) {
  const { t } = useTranslation();
  const [filters, change] = useFilters();
  const tab = filters.tab === 'history' ? 'history' : 'work';
  return (
    <div className="doc">
      <section className="doc-left" aria-label={t('documents.left')}>
        <InvoicePane document={document} />
      </section>
      <section className="doc-right" aria-label={t('documents.right')}>
        <div className="pane-tabs">
          <Tabs
            label={t('documents.right')}
            tabs={[
              { id: 'work', label: t('documents.work') },
              { id: 'history', label: t('history.title', { count: document.history.length }) },
            ]}
            current={tab}
            choose={(next) => change({ tab: next === 'work' ? undefined : next })}
          />
        </div>
        <div
          className="pane-body"
          role="tabpanel"
          aria-label={tab === 'work' ? t('documents.work') : t('documents.history')}
        >
          {tab === 'history' ? <History document={document} /> : <Work document={document} onDone={onDone} />}
        </div>
      </section>
    </div>
  );
}

function Work({ document, onDone }: { document: DocumentDetail; onDone: (() => void) | null }) {
  const client = useClient();
  const may = useMay();
  const open = document.state === 'new' || document.state === 'returned';
  const codable = open && may('documents:intake');
  const { data: proposal, isPending } = useQuery({
    ...proposalQuery(client.id, document.id),
    enabled: codable && document.coding === null,
  });
  const structured = document.invoice !== null;
  return (
    <>
      <Alarms document={document} />
      {document.state === 'returned' && <ReturnNote document={document} />}
      <Findings document={document} />
      {document.state === 'quarantined' && <Quarantine document={document} />}
      <DecisionBox document={document} clientId={client.id} onDecided={() => onDone?.()} />
      {codable && !structured && document.fileKind !== 'none' && (
        <ManualCapture key={document.version} document={document} />
      )}
      {codable && (document.coding !== null || !isPending) && (
        <CodingMaskForm document={document} proposal={proposal} onSubmitted={() => onDone?.()} />
      )}
      {codable && document.coding === null && isPending && <SkeletonBlock lines={10} />}
      <TakeBack document={document} />
      {document.state === 'posted' && <Related document={document} />}
      {!codable && document.coding && <CodingSheet coding={document.coding} />}
    </>
  );
}

/** Who sent it back and why, above everything else. */
function ReturnNote({ document }: { document: DocumentDetail }) {
  const { t } = useTranslation();
  const last = document.tasks.filter((task) => task.state === 'returned').at(-1);
  if (!last) return null;
  return (
    <p className="notice warn">
      <strong>
        {t('documents.returnedBy', { name: last.decidedBy?.name ?? '–', step: t(`documents.steps.${last.step}`) })}
      </strong>{' '}
      {last.note}
    </p>
  );
}

function Quarantine({ document }: { document: DocumentDetail }) {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  if (!may('documents:intake')) return null;
  return (
    <div className="form-actions">
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('documents.quarantine.release')}
      </Button>
      {asking && (
        <FormDialog<{ reason: string }>
          title={t('documents.quarantine.release')}
          submit={t('documents.quarantine.release')}
          fields={[
            {
              name: 'reason',
              label: t('journal.reason'),
              type: 'long',
              required: true,
              help: t('documents.quarantine.releaseHelp'),
            },
          ]}
          onClose={() => setAsking(false)}
          onSubmit={async ({ reason }) => {
            await releaseDocument(client.id, document.id, { reason, version: document.version });
            await refreshClient(client.id);
            announce(t('common.saved'));
          }}
        />
      )}
    </div>
  );
}
