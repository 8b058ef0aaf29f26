import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useBlocker, useNavigate, useParams } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { discardDraft, draftQuery, postDraft, saveDraft } from '~/api/desk';
import { isProblem } from '~/api/problem';
import { queryClient, refreshClient } from '~/api/query-client';
import type { Draft, PostedEntry } from '~/api/types';
import { useClient, useMay } from '~/frame/client-context';
import { formatInstant } from '~/lib/dates';
import { announce } from '~/ui/Announcer';
import { confirm } from '~/ui/Confirm';
import { BackLink } from '~/ui/BackLink';
import { Page } from '~/ui/Page';
import { ErrorState, SkeletonBlock } from '~/ui/States';
import { BookingMask } from '../booking/BookingMask';
import { maskOf } from '../booking/mask';
import { TrialPreview } from '../booking/TrialPreview';
import { useBooking } from '../booking/use-booking';
import { ConflictNotice } from './ConflictNotice';
import { nameOf } from './DraftsPage';

export function DraftPage() {
  const { t } = useTranslation();
  const client = useClient();
  const { draftId } = useParams({ strict: false }) as { draftId: string };
  const { data: draft, error, refetch } = useQuery(draftQuery(client.id, draftId));
  const [generation, setGeneration] = useState(0);
  return (
    <Page
      title={draft?.entry.text ? `${t('drafts.one')}: ${draft.entry.text}` : t('drafts.one')}
      back={<BackLink page="drafts">{t('drafts.list')}</BackLink>}
      aside={
        draft && (
          <span className="quiet">
            {t('drafts.changedBy')}: {nameOf(draft.updatedBy ?? draft.createdBy)}, {formatInstant(draft.updatedAt)}
          </span>
        )
      }
    >
      <div className="page-body">
        {error && <ErrorState error={error} retry={() => void refetch()} />}
        {!draft && !error && <SkeletonBlock lines={8} />}
        {draft && <DraftMask key={generation} draft={draft} startOver={() => setGeneration((old) => old + 1)} />}
      </div>
    </Page>
  );
}

function DraftMask({ draft, startOver }: { draft: Draft; startOver: () => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const navigate = useNavigate();
  const [initial] = useState(() => maskOf(draft.entry));
  const [note, setNote] = useState(draft.note ?? '');
  const [conflict, setConflict] = useState<Draft | null>(null);
  const version = useRef(draft.version);
  const changed = useRef(false);
  useBlocker({
    enableBeforeUnload: () => changed.current,
    shouldBlockFn: async ({ current, next }) =>
      changed.current && current.pathname !== next.pathname && !(await mayLeave(t)),
  });
  /** The draft is posted or discarded: nothing is left to be saved. */
  const leaveForGood = () => {
    changed.current = false;
    void navigate({ to: `/clients/${client.key}/drafts` as '/' });
  };

  const keep = (saved: Draft) => {
    version.current = saved.version;
    changed.current = false;
    setConflict(null);
    queryClient.setQueryData(draftQuery(client.id, String(draft.id)).queryKey, saved);
  };
  /** On a conflict nothing is overwritten: the other state is fetched and shown beside one's own. */
  const tellConflict = async (error: unknown) => {
    if (!isProblem(error, 'VersionConflict')) throw error;
    setConflict(await queryClient.fetchQuery({ ...draftQuery(client.id, String(draft.id)), staleTime: 0 }));
    throw error;
  };
  const store = async (): Promise<PostedEntry> => {
    keep(
      await saveDraft(client.id, { id: draft.id, version: version.current }, booking.build().entry, note).catch(
        tellConflict,
      ),
    );
    return postDraft(client.id, { id: draft.id, version: version.current });
  };
  const booking = useBooking({ initial, store, onChange: () => (changed.current = true), onPosted: leaveForGood });

  const save = async () => {
    try {
      const { entry } = booking.build();
      keep(
        await saveDraft(
          client.id,
          { id: draft.id, version: version.current },
          { ...entry, bookingDate: entry.bookingDate || undefined },
          note,
        ).catch(tellConflict),
      );
      announce(t('drafts.saved'));
      void refreshClient(client.id);
    } catch (error) {
      if (isProblem(error)) announce(error.detail || error.title, 'bad');
      else announce(t('errors.offline'), 'bad');
    }
  };
  const discard = async () => {
    if (
      !(await confirm({
        title: t('drafts.discardTitle'),
        text: t('drafts.discardText'),
        yes: t('drafts.discard'),
        danger: true,
      }))
    )
      return;
    try {
      await discardDraft(client.id, { id: draft.id, version: version.current }).catch(tellConflict);
      await refreshClient(client.id);
      announce(t('drafts.discarded'));
      leaveForGood();
    } catch (error) {
      announce(isProblem(error) ? error.detail || error.title : t('errors.offline'), 'bad');
    }
  };

  return (
    <>
      {conflict && (
        <ConflictNotice
          mine={booking.build().entry}
          theirs={conflict}
          takeTheirs={startOver}
          takeMine={() => {
            version.current = conflict.version;
            void save();
          }}
        />
      )}
      <BookingMask
        booking={booking}
        mayPost={may('journal:post')}
        actions={
          may('drafts:write') && (
            <>
              <Button variant="default" onClick={() => void save()}>
                {t('drafts.save')}
              </Button>
              <Button variant="default" onClick={() => void discard()}>
                {t('drafts.discard')}
              </Button>
            </>
          )
        }
      />
      <div className="below-mask">
        <Textarea
          label={t('drafts.note')}
          autosize
          minRows={2}
          value={note}
          onChange={(event) => {
            changed.current = true;
            setNote(event.currentTarget.value);
          }}
        />
        <div>{booking.trial.data && <TrialPreview trial={booking.trial.data} />}</div>
      </div>
    </>
  );
}

const mayLeave = (t: TFunction): Promise<boolean> =>
  confirm({
    title: t('drafts.leaveTitle'),
    text: t('drafts.leaveText'),
    yes: t('drafts.leave'),
    no: t('drafts.stay'),
    danger: true,
  });
